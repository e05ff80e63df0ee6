"""Rules over the words a reader reads: one rule a file."""
