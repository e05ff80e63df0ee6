"""Changes since an edition was printed, in words for people and as data."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from press.cli.tell import printable
from press.differing import Fate, differing, excerpt
from press.snapshot.changes import Change, Grade
from press.snapshot.record import Snapshot

_WIDTH = 100
_LANGUAGES = {"en": "English", "ru": "Russian"}
#: Words shown beside those that differ; of a text that is new or gone, so many from its start.
_AROUND = 5
_START = 40


def change_lines(changes: Sequence[Change], indent: str = "  ", old: Snapshot | None = None) -> Iterator[str]:
    """The changes by grade, the gravest first, each with its words before and now, the differing ones in brackets.

    With the snapshot of the old paper it is told which formats show a change, where not all of them do.
    """
    for grade in sorted({change.grade for change in changes}, reverse=True):
        yield f"{indent}{grade}"
        for change in changes:
            if change.grade is grade:
                yield from _wrapped(f"{change.where}{_only_on(change, old)}{_if_looks(change)}", f"{indent}  - ")
                for word, words in was_and_now(change.before, change.after):
                    yield from _wrapped(words, f"{indent}    {word}: ")


def was_and_now(old: str, new: str) -> Iterator[tuple[str, str]]:
    """What to tell of a change: (was, the old words) and (now, the new ones), those that differ in [brackets].

    Words that are the same on both sides are shown as far as they help to find the place.
    """
    if not old or not new:
        yield from ((word, _start(words)) for word, words in (("gone", old), ("new", new)) if words)
        return
    pieces = differing(old, new)
    for word, unseen in (("was", Fate.ADDED), ("now", Fate.REMOVED)):
        shown = []
        for number, piece in enumerate(pieces):
            if piece.fate is Fate.SAME:
                shown.append(excerpt(piece.text, _AROUND, number == 0, number == len(pieces) - 1))
            elif piece.fate is not unseen:
                shown.append(f"[{piece.text}]")
        yield word, " ".join(shown)


def _start(text: str) -> str:
    words = text.split(" ")
    return text if len(words) <= _START else " ".join((*words[:_START], "…"))


def _only_on(change: Change, old: Snapshot | None) -> str:
    if old is None or not change.sections or change.format:
        return ""
    names = [format.name for format in old.formats if change.sections & format.sections]
    return f" (only on: {', '.join(names)})" if 0 < len(names) < len(old.formats) else ""


def _if_looks(change: Change) -> str:
    return ": looks different" if not change.before and not change.after else ""


def change_data(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """The changes as plain data."""
    return [
        {
            "grade": str(change.grade),
            "where": change.where,
            "before": change.before,
            "after": change.after,
            "sections": sorted(change.sections),
            "format": change.format or None,
        }
        for change in changes
    ]


def in_short(changes: Sequence[Change]) -> str:
    """How many changes of which grade: 2 of safety, 1 of wording."""
    counts = ((grade, sum(change.grade is grade for change in changes)) for grade in sorted(Grade, reverse=True))
    return ", ".join(f"{count} of {grade}" for grade, count in counts if count)


def language_name(code: str) -> str:
    """The language in English, or its code where nobody told us the name."""
    return _LANGUAGES.get(code.partition("-")[0], code)


def name_of(said: Snapshot) -> str:
    """The leaflet as people call it."""
    return plain(f"“{said.title}”, {language_name(said.language)}")


def format_name(said: Snapshot, key: str | None) -> str:
    """The format as people call it; "" where none was noted, or nobody knows it."""
    return next((format.name for format in said.formats if format.key == key), "")


def plain(text: str) -> str:
    """The text as a terminal can show it: ordinary spaces, nothing that steers it."""
    return printable(text.replace("\u00a0", " ").replace("\u202f", " "))


def _wrapped(text: str, first: str) -> list[str]:
    return textwrap.wrap(
        plain(text),
        _WIDTH,
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    )
