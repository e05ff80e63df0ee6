"""Bytes to text, in whichever encoding a program saved them."""

from __future__ import annotations

import codecs
import re

from press.errors import ContentError, Place, Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
#: What programs for Russian and for western languages write, by the name people know.
_NAMES = {
    "cp1251": "Windows-1251",
    "cp1252": "Windows-1252",
    "cp866": "DOS (866)",
    "koi8_r": "KOI8-R",
    "mac_cyrillic": "Macintosh Cyrillic",
}
#: The two have the same small letters; capitals of one are signs of the other.
_ALIKE = ("cp1251", "mac_cyrillic")
_ODD = re.compile("[а-яё][А-ЯЁ]|(?<!\\w)[‚„†‡‰–—™•“”…][а-яё]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")


def decoded(data: bytes, file: str) -> tuple[str, str]:
    """The text of a file and the name of its encoding; raises `ContentError` where it is no text."""
    for mark, encoding, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, name, file)
    if encoding := _without_mark(data):
        return _strictly(data, encoding, "UTF-16", file)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(data, file)
    if _CONTROL.search(text):
        raise ContentError(_no_text(file))
    return text, "UTF-8"


def _strictly(data: bytes, encoding: str, name: str, file: str) -> tuple[str, str]:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise ContentError(_no_text(file)) from None
    if _CONTROL.search(text):
        raise ContentError(_no_text(file))
    return text, name


def _without_mark(data: bytes) -> str:
    """UTF-16 shows by zero bytes: separators, digits and line ends have one each."""
    sample = data[:2000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > len(sample) / 20 and not even:
        return "utf-16-le"
    return "utf-16-be" if even > len(sample) / 20 and not odd else ""


def _guessed(data: bytes, file: str) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # slow to import, and seldom needed

    if _CONTROL.search(data.decode("latin-1")):
        raise ContentError(_no_text(file))
    found = from_bytes(data, cp_isolation=list(_NAMES)).best()
    if found is None:
        raise ContentError(_no_text(file))
    alike = _ALIKE if found.encoding in _ALIKE else (found.encoding,)
    texts = {encoding: data.decode(encoding, errors="replace") for encoding in alike}
    likeliest = min(texts, key=lambda encoding: len(_ODD.findall(texts[encoding])))
    return texts[likeliest], _NAMES.get(likeliest, likeliest)


def _no_text(file: str) -> Problem:
    return Problem(
        "spreadsheet-unreadable",
        "the letters in this file cannot be made out",
        "Save it as .xlsx, or as “CSV UTF-8”, and import that file.",
        Place(file),
    )
