"""Letters that a program lost or mixed up when it saved the file: what is left cannot be read as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from press.errors import Place, Problem
from press.model.grid import Cell, Table

#: What a program writes for letters that its encoding does not have: a mark for each, in words of nothing else.
_LOST = re.compile(r"(?<!\w)\?{2,}")
_REPLACED = "\ufffd"
#: Words have many lengths; somebody's own question marks come in ones, twos and threes.
_LENGTHS, _LONG = 3, 4
#: Bytes of UTF-8, shown as letters of these.
_SHOWN_AS = ("cp1251", "cp1252")
_CYRILLIC = re.compile("[А-Яа-яЁё]{2}")
_LENGTH = 60


def garbled(table: Table, *, is_text: bool) -> Problem | None:
    """What to say of a table in which letters are lost or mixed up, at the first cell; None where none are.

    A workbook has room for all letters: a question mark in it was typed by somebody.
    """
    cells = [cell for row in table.rows for cell in row if not cell.text.isascii() or "??" in cell.text]
    mixed = [(cell, meant) for cell in cells if (meant := _meant(cell.text))]
    if mixed:
        cell, meant = mixed[0]
        message = f"{_cells(len(mixed))} letters got mixed up when the file was opened or saved: “{_short(cell.text)}”"
        return _problem(f"{message} was “{_short(meant)}”", table.place(cell.address))
    replaced = [cell for cell in cells if _REPLACED in cell.text]
    if replaced:
        return _told(replaced, table)
    lost = [cell for cell in cells if _LOST.search(cell.text)] if is_text else []
    lengths = {len(run) for cell in lost for run in _LOST.findall(cell.text)}
    return _told(lost, table) if len(lengths) >= _LENGTHS and max(lengths) >= _LONG else None


def _told(cells: Sequence[Cell], table: Table) -> Problem:
    message = f"{_cells(len(cells))} letters were lost when the file was saved, and cannot be brought back from it"
    return _problem(f"{message}: “{_short(cells[0].text)}”", table.place(cells[0].address))


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
