"""Bytes to text: UTF-8 without characters nobody can see."""

from __future__ import annotations

import re
import unicodedata

from press.errors import ContentError, Place, Problem
from press.typography import UNSEEN

_UNSEEN_IN_FILE = re.compile(UNSEEN)
UNSEEN_IN_WORDS = re.compile(rf"\r|{UNSEEN}")
_LINE_END = re.compile(r"\r\n|\r|\n")


def text_of(data: bytes, file: str, problems: list[Problem]) -> str:
    """The text of a file, with spaces for its invisible characters, each line of which is told in `problems`.

    Raises `ContentError` where the bytes are not UTF-8.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContentError(_not_utf8(data, error, file)) from None
    if not _UNSEEN_IN_FILE.search(text):
        return text
    for number, line in enumerate(lines_of(text), start=1):
        unseen = _UNSEEN_IN_FILE.search(line)
        if unseen:
            problems.append(invisible_character(unseen.group(), Place(file, number, unseen.start() + 1)))
    return _UNSEEN_IN_FILE.sub(" ", text)


def lines_of(text: str) -> list[str]:
    """The lines of a text as a parser counts them."""
    return _LINE_END.split(text)


def invisible_character(character: str, place: Place) -> Problem:
    """The problem of a character that cannot be seen."""
    name = unicodedata.name(character, "a control character").lower()
    return Problem(
        "yaml-control-character",
        f"an invisible character stands here: U+{ord(character):04X}, {name}",
        "Delete it and type the words around it anew; such characters come along when text is pasted.",
        place,
    )


def _not_utf8(data: bytes, error: UnicodeDecodeError, file: str) -> Problem:
    remedy = 'Save the file again as "UTF-8"; editors have it under "Save as" or "Encoding".'
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Problem("yaml-not-utf8", "this file was saved as UTF-16", remedy, Place(file, 1, 1))
    lines = lines_of(error.object[: error.start].decode())  # the object lacks the byte order mark
    return Problem(
        "yaml-not-utf8",
        "from here on the letters are not UTF-8",
        remedy,
        Place(file, len(lines), len(lines[-1]) + 1),
    )
