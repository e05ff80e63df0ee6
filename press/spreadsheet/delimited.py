"""CSV: which encoding, which separator, and cells that no program takes for formulas."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from press.errors import ContentError, Place, Problem
from press.model.grid import Cell, NewTable, Table, Workbook
from press.spreadsheet.addresses import address
from press.spreadsheet.encodings import decoded

MAX_CELLS = 200_000
#: In the order in which they win where nothing else decides.
SEPARATORS = {";": "semicolons", "\t": "tabs", ",": "commas", "|": "upright strokes"}
_SAMPLE = 200
_NAMED = re.compile(r"sep=([;,|\t])\r?\n", re.IGNORECASE)
#: What a spreadsheet program takes for the beginning of a formula. An apostrophe before it says: text.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
#: The two halves of a number whose thousands are parted by a comma.
_BEFORE_COMMA = re.compile(r"(?<!\d)\d{1,3}$")
_BEHIND_COMMA = re.compile(r"\d{3}(?!\d)")
_QUOTED_FORMULA = re.compile(r"'+[=+\-@\t\r]")


def read_delimited(data: bytes, file: str) -> Workbook:
    """The one table of a CSV file, with a word on how it was read; raises `ContentError` if it is none."""
    text, encoding = decoded(data, file)
    named = _NAMED.match(text)
    separator = named[1] if named else separator_of(text)
    rows = _rows(text[named.end() :] if named else text, separator, file)
    first = 1 if named else 0  # the line that names the separator is a row to whoever counts
    width = max(map(len, rows), default=0)
    if len(rows) * width > MAX_CELLS:
        raise ContentError(
            Problem(
                "spreadsheet-too-large",
                f"this file has {len(rows)} rows, which is too much for a price list",
                "Copy only the rows that are needed into a new file.",
                Place(file),
            )
        )
    rows = [[]] * first + rows
    grid = tuple(
        tuple(
            Cell(
                _plain(row[column]) if column < len(row) else "",
                address(number, column),
                doubt=_torn(row, column) if separator == "," else "",
            )
            for column in range(width)
        )
        for number, row in enumerate(rows)
    )
    told = f"read as {encoding}" + (f" with {SEPARATORS[separator]}" if width > 1 else "")
    return Workbook(file, (Table("", grid, file),), told)


def separator_of(text: str) -> str:
    """The separator with which the most rows have the same number of cells, two or more."""
    scores = {separator: _score(text, separator) for separator in SEPARATORS}
    return max(SEPARATORS, key=lambda separator: scores[separator])


def delimited(tables: Sequence[NewTable]) -> bytes:
    """The tables below one another, a blank row between them, as Excel in most of Europe opens them.

    UTF-8 with a byte order mark, semicolons, decimal commas: with a point, 12.50 would become a date there.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    for number, table in enumerate(tables):
        if number:
            writer.writerow([])
        writer.writerows([_written(value) for value in row] for row in table.rows)
    return codecs.BOM_UTF8 + stream.getvalue().encode("utf-8")


def _torn(row: Sequence[str], column: int) -> str:
    """Whether a comma could stand in a number here and part no cells: 4,500 without quotation marks."""
    pair = [text.strip() for text in row[column : column + 2]]
    if len(pair) < 2 or not _BEFORE_COMMA.search(pair[0]) or not _BEHIND_COMMA.match(pair[1]):
        return ""
    return (
        f"the next cell holds “{pair[1]}”; was “{pair[0]},{pair[1]}” one number, without quotation marks around it? "
        f"If it was not, write {pair[0]}.00"
    )


def _written(value: str | Decimal) -> str:
    if isinstance(value, Decimal):
        digits = 0 if value == value.to_integral_value() else 2
        return f"{value:.{digits}f}".replace(".", ",")
    return f"'{value}" if _FORMULA.match(value) else value


def _plain(text: str) -> str:
    return text[1:] if _QUOTED_FORMULA.match(text) else text


def _rows(text: str, separator: str, file: str) -> list[list[str]]:
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error:
        raise ContentError(
            Problem(
                "spreadsheet-unreadable",
                "this text file does not fall into cells",
                "Look for a quotation mark that is opened and never closed, or save the list as .xlsx.",
                Place(file),
            )
        ) from None
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    return rows


def _score(text: str, separator: str) -> tuple[float, int]:
    """The share of the rows that have the most frequent number of cells, and that number."""
    widths = Counter(len(row) for row in _some(text, separator))
    whole = sum(widths.values())
    split = [(count / whole, width) for width, count in widths.items() if width > 1]
    return max(split, default=(0.0, 0))


def _some(text: str, separator: str) -> Iterable[list[str]]:
    """The first rows that hold anything."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    found = 0
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                found += 1
                yield row
            if found == _SAMPLE:
                return
    except csv.Error:
        return
