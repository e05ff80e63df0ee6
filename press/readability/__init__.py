"""How easy a text is to read: syllables of words, and the formulas that are published for them."""
