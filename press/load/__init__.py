"""Reads the content: YAML files to the records of `model`, with the line and column of everything."""
