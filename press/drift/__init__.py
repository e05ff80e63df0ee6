"""How far a translation has drifted: what it was made from, what has changed since, which figures differ."""
