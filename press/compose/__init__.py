"""Jinja: edition + format + medium → one HTML text, a page a panel, in reading order."""
