"""Spreadsheets in and out: XLSX, and CSV in the encodings and with the separators that programs write.

What a file is, is seen from its bytes; its name is believed only when writing.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from press.errors import ContentError, Place, Problem
from press.model.grid import Cell, CellKind, NewTable, Table, Workbook
from press.spreadsheet.delimited import delimited, read_delimited
from press.spreadsheet.garbled import garbled
from press.spreadsheet.kinds import FileKind, kind_of, refusal
from press.spreadsheet.packed import check_packed

__all__ = ["Cell", "CellKind", "NewTable", "Table", "Workbook", "read", "read_bytes", "same_cells", "write"]

#: A price list has a few dozen kilobytes.
MAX_BYTES = 8_000_000


def read(path: Path) -> Workbook:
    """All tables of a spreadsheet; raises `ContentError` where the file is none, cannot be trusted or lost letters."""
    workbook = read_bytes(_bytes(path), path.name)
    if problems := [problem for table in workbook.tables if (problem := garbled(table, is_text=workbook.told != ""))]:
        raise ContentError(*problems)
    return workbook


def read_bytes(data: bytes, name: str) -> Workbook:
    """The same of bytes that are the file `name`, or will be."""
    kind = kind_of(data)
    if kind is FileKind.XLSX:
        from press.spreadsheet.xlsx import read_xlsx  # slow to import

        check_packed(data, name)
        return read_xlsx(data, name)
    if kind is FileKind.TEXT:
        return read_delimited(data, name)
    raise ContentError(refusal(kind, name))


def same_cells(one: Workbook, other: Workbook) -> bool:
    """Whether both have the same tables with the same texts in their cells; how cells look does not count."""
    return _texts(one) == _texts(other)


def write(suffix: str, tables: Sequence[NewTable]) -> bytes:
    """The tables as a file; `suffix` is .xlsx or .csv, where they stand below one another.

    Raises `ContentError` for another ending and for a text that is too long for a cell.
    """
    if suffix.lower() == ".csv":
        return delimited(tables)
    if suffix.lower() == ".xlsx":
        from press.spreadsheet.xlsx import xlsx

        return xlsx(tables)
    raise ContentError(
        Problem(
            "spreadsheet-ending",
            f"a spreadsheet cannot be written with the ending “{suffix}”" if suffix else "the file name has no ending",
            "Let the name end in .xlsx (for Excel and LibreOffice) or in .csv.",
        )
    )


def _texts(workbook: Workbook) -> list[tuple[str, dict[str, str]]]:
    return [
        (table.name, {cell.address: cell.text for row in table.rows for cell in row if cell.text != ""})
        for table in workbook.tables
    ]


def _bytes(path: Path) -> bytes:
    place = Place(path.name)
    try:
        if path.is_dir():
            raise ContentError(Problem("file-unreadable", "this is a folder", "Name the spreadsheet in it.", place))
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise ContentError(
            Problem("file-missing", f"there is no file {path}", "Look at its name and folder.", place)
        ) from None
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the name
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        remedy = "Close it in other programs, and check that you may open it."
        raise ContentError(Problem("file-unreadable", f"this cannot be read: {reason}", remedy, place)) from None
    if len(data) > MAX_BYTES:
        raise ContentError(
            Problem(
                "spreadsheet-too-large",
                f"this file has more than {MAX_BYTES // 1_000_000} MB",
                "Copy only the rows that are needed into a new spreadsheet.",
                place,
            )
        )
    return data
