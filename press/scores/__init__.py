"""Scores on published instruments: which items a program can answer, and which need a person."""
