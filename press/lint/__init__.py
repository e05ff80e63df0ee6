"""Guards over the content alone: one rule a file, listed by guard in `rules`."""
