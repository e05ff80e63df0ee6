"""What has changed in an original, as a line that a person can read: Call ⟦–103⟧ ⟦+{emergency}⟧ now."""

from __future__ import annotations

from collections.abc import Sequence

from press.differing import Fate, differing, excerpt
from press.drift.phrases import spoken
from press.drift.record import Changed

_AROUND = 4  # words that are shown beside a change
_SHOWN = 3  # changes that are shown of a section


def told_change(old: str, new: str) -> str:
    """Taken away as ⟦–words⟧, added as ⟦+words⟧; of what is the same, a few words beside them."""
    pieces = differing(old, new)
    shown = []
    for number, piece in enumerate(pieces):
        if piece.fate is Fate.REMOVED:
            shown.append(f"⟦–{piece.text}⟧")
        elif piece.fate is Fate.ADDED:
            shown.append(f"⟦+{piece.text}⟧")
        else:
            shown.append(excerpt(piece.text, _AROUND, number == 0, number == len(pieces) - 1))
    return " ".join(shown)


def told_changes(changes: Sequence[Changed]) -> str:
    """The first changes of a section, each with its place."""
    shown = [f"{spoken(change.key)} “{told_change(change.old, change.new)}”" for change in changes[:_SHOWN]]
    more = len(changes) - len(shown)
    return "; ".join(shown) + (f"; and {more} more" if more else "")
