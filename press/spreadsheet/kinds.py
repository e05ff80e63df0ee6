"""What a file is, seen from its first bytes; names lie."""

from __future__ import annotations

import io
import zipfile
from enum import Enum

from press.errors import Place, Problem


class FileKind(Enum):
    """What people hand over as a spreadsheet; the value says what it is where it cannot be read."""

    XLSX = ""
    TEXT = " "
    EMPTY = "this file is empty"
    OLD_EXCEL = "this is an old Excel file (.xls), or one with a password"
    OPEN_DOCUMENT = "this is an OpenDocument spreadsheet (.ods)"
    BINARY_EXCEL = "this is a binary Excel file (.xlsb)"
    NUMBERS = "this is a file of Apple Numbers"
    WORD = "this is a text document (.docx)"
    PDF = "this is a PDF"
    WEB_PAGE = "this is a web page, whatever its name says"
    PICTURE = "this is a picture"
    OTHER = "this is not a spreadsheet, or it is damaged"


_STARTS = (
    (b"\xd0\xcf\x11\xe0", FileKind.OLD_EXCEL),
    (b"%PDF", FileKind.PDF),
    (b"\x89PNG", FileKind.PICTURE),
    (b"\xff\xd8\xff", FileKind.PICTURE),
    (b"GIF8", FileKind.PICTURE),
)
_PARTS = (
    ("xl/workbook.xml", FileKind.XLSX),
    ("xl/workbook.bin", FileKind.BINARY_EXCEL),
    ("word/document.xml", FileKind.WORD),
    ("Index/Document.iwa", FileKind.NUMBERS),
    ("content.xml", FileKind.OPEN_DOCUMENT),
)
_WEB_PAGE = (b"<!doctype html", b"<html", b"<table", b"<?xml")
_SAVE_AS = "Open it and save it as “Excel workbook (.xlsx)”, without a password; then import that file."


def kind_of(data: bytes) -> FileKind:
    """What the bytes of a file are."""
    if not data.strip():
        return FileKind.EMPTY
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    if data.startswith(b"PK"):
        return _packed(data)
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:16].lower().startswith(_WEB_PAGE):
        return FileKind.WEB_PAGE
    return FileKind.TEXT


def refusal(kind: FileKind, name: str) -> Problem:
    """The problem of a file that cannot be read as a spreadsheet."""
    remedy = "Choose the file with the prices." if kind is FileKind.EMPTY else _SAVE_AS
    if kind in (FileKind.PDF, FileKind.PICTURE, FileKind.WORD):
        remedy = "Ask for the list as a spreadsheet (.xlsx or .csv), or copy the rows into one by hand."
    return Problem("spreadsheet-unreadable", kind.value, remedy, Place(name))


def _packed(data: bytes) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = set(packed.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return FileKind.OTHER
    return next((kind for name, kind in _PARTS if name in names), FileKind.OTHER)
