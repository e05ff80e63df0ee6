"""The frozen records all rooms speak."""
