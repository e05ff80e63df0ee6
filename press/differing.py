"""What differs between two texts, word by word, and how much to show of what is the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

#: Ordinary spaces separate words; a no-break space belongs to its word, as in 4 500 ₽.
_WORDS = re.compile(r"[^ \t\r\n]+")
#: Of two texts less alike than this, whole sentences are shown rather than a patchwork.
_ALIKE = 0.35
#: Words in common between two differences that are too few to keep them apart.
_ISLAND = 1


class Fate(StrEnum):
    """What has become of a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words in a row that share one fate; joined by single spaces."""

    fate: Fate
    text: str


def differing(old: str, new: str) -> tuple[Piece, ...]:
    """The words of both texts in order; where they differ, what was removed comes before what was added.

    Kinds of space between words make no difference.
    """
    before, after = words_of(old), words_of(new)
    pieces: list[Piece] = []
    for same, a, b, c, d in matched(before, after, _ISLAND, _ALIKE):
        if same:
            pieces.append(Piece(Fate.SAME, " ".join(after[c:d])))
            continue
        if b > a:
            pieces.append(Piece(Fate.REMOVED, " ".join(before[a:b])))
        if d > c:
            pieces.append(Piece(Fate.ADDED, " ".join(after[c:d])))
    return tuple(pieces)


def excerpt(text: str, around: int, first: bool = False, last: bool = False) -> str:
    """Of words between two differences the few beside them, then …; `first` begins the text, `last` ends it."""
    words = text.split(" ")
    head = [] if first else words[:around]
    tail = [] if last or not around else words[-around:]
    if (first and last) or len(head) + len(tail) >= len(words):
        return text
    return " ".join((*head, "…", *tail))


def words_of(text: str) -> tuple[str, ...]:
    """The text cut at spaces."""
    return tuple(_WORDS.findall(text))


def matched(
    before: Sequence[str], after: Sequence[str], island: int = 0, alike: float = 0
) -> tuple[tuple[bool, int, int, int, int], ...]:
    """Stretches (same, from, to, from, to) that cover both lists; where they differ, one of the two may be empty.

    Between two differences, `island` words in a row that are the same are too few to keep them apart. Lists less
    alike than `alike` (0 to 1) differ as a whole.
    """
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if before and after and matcher.ratio() < alike:
        return ((False, 0, len(before), 0, len(after)),)
    stretches = matcher.get_opcodes()
    joined: list[tuple[bool, int, int, int, int]] = []
    for number, (tag, a, b, c, d) in enumerate(stretches):
        inside = 0 < number < len(stretches) - 1
        same = tag == "equal" and not (inside and b - a <= island)
        if not same and joined and not joined[-1][0]:
            _, e, _, f, _ = joined.pop()
            joined.append((False, e, b, f, d))
        else:
            joined.append((same, a, b, c, d))
    return tuple(joined)
