"""Letters that a program lost or mixed up when it saved the file: what is left cannot be read as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from press.errors import Place, Problem
from press.model.grid import Cell, Table

#: What a program writes for letters that its encoding does not have: a mark for each, in words of nothing else.
_LOST = re.compile(r"(?<!\w)\?{2,}|\ufffd")
#: Fewer of them in a whole table are somebody's own question marks.
_ENOUGH = 10
#: Bytes of UTF-8, shown as letters of these.
_SHOWN_AS = ("cp1251", "cp1252")
_CYRILLIC = re.compile("[А-Яа-яЁё]{2}")
_LENGTH = 60


def garbled(table: Table) -> Problem | None:
    """What to say of a table in which letters are lost or mixed up, at the first cell; None where none are."""
    cells = [cell for row in table.rows for cell in row if not cell.text.isascii() or "??" in cell.text]
    mixed = [(cell, meant) for cell in cells if (meant := _meant(cell.text))]
    if mixed:
        cell, meant = mixed[0]
        message = f"{_cells(len(mixed))} letters got mixed up when the file was opened or saved: “{_short(cell.text)}”"
        return _problem(f"{message} was “{_short(meant)}”", table.place(cell.address))
    lost = list(_with_lost(cells))
    if sum(number for _, number in lost) < _ENOUGH:
        return None
    cell = lost[0][0]
    message = f"{_cells(len(lost))} letters were lost when the file was saved, and cannot be brought back from it"
    return _problem(f"{message}: “{_short(cell.text)}”", table.place(cell.address))


def _with_lost(cells: list[Cell]) -> Iterator[tuple[Cell, int]]:
    for cell in cells:
        number = sum(map(len, _LOST.findall(cell.text)))
        if number:
            yield cell, number


def _meant(text: str) -> str:
    """The text of which the bytes are shown here as other letters; empty where it is what it seems to be."""
    for encoding in _SHOWN_AS:
        try:
            meant = b"".join(_byte(letter, encoding) for letter in text).decode("utf-8")
        except UnicodeError:
            continue
        if meant != text and _CYRILLIC.search(meant):
            return meant
    return ""


def _byte(letter: str, encoding: str) -> bytes:
    """The byte that is shown as this letter; a few bytes are no letter there and are kept as control characters."""
    return letter.encode("latin-1" if "\x80" <= letter <= "\x9f" else encoding)


def _cells(number: int) -> str:
    return (
        "here" if number == 1 else f"here and in {number - 1} more cells" if number > 2 else "here and in 1 more cell"
    )


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LENGTH else f"{words[: _LENGTH - 1]}…"


def _problem(message: str, place: Place) -> Problem:
    return Problem(
        "spreadsheet-letters-lost",
        message,
        "Open the list that this file was made from, and save it as “Excel workbook (.xlsx)” or as “CSV UTF-8”; then "
        "import that file.",
        place,
    )
