"""What somebody meant: the nearest known word to a misspelt one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

LONGEST_LIST = 24


#: How much alike two words are that may be meant for each other, and two of which one is a slip of the pen.
NEAR, SLIP = 0.6, 0.8


def nearest(word: str, known: Iterable[str], alike: float = NEAR) -> str | None:
    """The known word that looks most like `word`, if one looks like it at all."""
    candidates = sorted(known)
    by_plain_form = {_plain(candidate): candidate for candidate in candidates}
    found = get_close_matches(_plain(word), list(by_plain_form), n=1, cutoff=alike)
    return by_plain_form[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A remedy in a sentence: the nearest known word, or all of them."""
    candidates = sorted(known)
    meant = nearest(word, candidates)
    if meant is None:
        return choices(candidates)
    if word.isascii() or not meant.isascii():
        return f"Did you mean `{meant}`?"
    return f"Did you mean `{meant}`? One of the letters here is from another alphabet."


def choices(known: Iterable[str]) -> str:
    """The known words in a sentence."""
    words = sorted(known)
    if not words:
        return "None is known yet."
    more = f" and {len(words) - LONGEST_LIST} more" if len(words) > LONGEST_LIST else ""
    return "Known: " + ", ".join(f"`{word}`" for word in words[:LONGEST_LIST]) + more + "."


def _plain(word: str) -> str:
    """The word as it is compared: capitals, `_` and Cyrillic letters that look Latin make no difference."""
    return word[:200].casefold().replace("_", "-").translate(_LOOKALIKES)


_LOOKALIKES = str.maketrans("асеокрхуіт", "aceokpxyit")
