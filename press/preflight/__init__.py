"""The machine check of the finished file: what it should say, where, and how it will print."""
