"""The command line: words in, exit code out. Heavy rooms are imported by the commands that need them."""
