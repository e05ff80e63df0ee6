"""Looks into an XLSX file before anybody unpacks it: how much it holds, and whether it is what it says.

A few kilobytes can unpack to gigabytes, and one line can merge all seventeen thousand million cells of a sheet.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from press.errors import ContentError, Place, Problem

MAX_UNPACKED = 60_000_000
MAX_PARTS = 2_000
MAX_CELLS = 200_000
MAX_MERGED = 200_000

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_CELL = re.compile(rb"<(?:\w+:)?(?:c|row)[\s/>]")
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["']\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)""")
#: No spreadsheet program writes declarations of its own into a part, in whatever encoding.
_DECLARATION = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)")


def check_packed(data: bytes, name: str) -> None:
    """Raises `ContentError` where the XLSX file would unpack to more than a price list can be."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            unpacked = sum(part.file_size for part in parts)
            if unpacked > MAX_UNPACKED or len(parts) > MAX_PARTS:
                raise _too_large(f"it holds {unpacked / 1_000_000:.0f} MB once it is unpacked", name)
            _look_into({part.filename: packed.read(part) for part in parts if _is_xml(part.filename)}, name)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError, EOFError, ValueError):
        raise ContentError(damaged(name)) from None


def damaged(name: str) -> Problem:
    """The problem of a file that is no whole workbook."""
    return Problem(
        "spreadsheet-unreadable",
        "this Excel file is damaged or has a password",
        "Open it in Excel or LibreOffice, save it under another name without a password, and import that file.",
        Place(name),
    )


def _is_xml(part: str) -> bool:
    return part.lower().endswith((".xml", ".rels", ".vml"))


def _look_into(parts: dict[str, bytes], name: str) -> None:
    for text in parts.values():
        if _DECLARATION.search(text):
            raise ContentError(
                Problem(
                    "spreadsheet-unsafe",
                    "this file holds instructions that no spreadsheet program writes",
                    "Do not open it. Ask whoever sent it for a new one.",
                    Place(name),
                )
            )
    sheets = [text for part, text in parts.items() if _SHEET.fullmatch(part)]
    cells = sum(1 for text in sheets for _ in _CELL.finditer(text))
    if cells > MAX_CELLS:
        raise _too_large(f"it has {cells} rows and cells, though most may look empty", name)
    merged = sum(_area(found) for text in sheets for found in _MERGED.finditer(text))
    if merged > MAX_MERGED:
        raise _too_large(f"{merged} cells in it are merged", name)


def _area(found: re.Match[bytes]) -> int:
    left, top, right, bottom = found.groups()
    return max(0, _column(right) - _column(left) + 1) * max(0, int(bottom) - int(top) + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _too_large(reason: str, name: str) -> ContentError:
    return ContentError(
        Problem(
            "spreadsheet-too-large",
            f"this workbook is too large for a price list: {reason}",
            "Copy only the rows with prices into a new workbook, and import that one.",
            Place(name),
        )
    )
