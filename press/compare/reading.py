"""A PDF → its pages: which words stand where, and how each page looks."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from press.errors import ContentError, Place, Problem
from press.model.sheet import Rectangle
from press.units import pt_to_mm

#: Fine enough to see a hairline, coarse enough to be quick.
DPI = 100
_SPACES = frozenset("\0\t\n\r \u2007\u2009")
_BROKEN = frozenset("\x02\ufffe")  # PDFium's words for a hyphen at the end of a line
_SAME = str.maketrans(
    dict.fromkeys("\u2010\u2011", "-") | dict.fromkeys("\u00ad\u200b\u2060\ufeff", "") | {"\u202f": "\u00a0"}
)


@dataclass(frozen=True, slots=True)
class Word:
    """What stands between two spaces, and where, in mm from the top left corner."""

    text: str
    box: Rectangle


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its size in mm, its words in the order they were drawn, its look at `DPI`."""

    width: float
    height: float
    words: tuple[Word, ...]
    look: Image.Image
    heading: str  # the first bookmark that leads here, "" if none does

    @property
    def text(self) -> tuple[str, ...]:
        """The words alone."""
        return tuple(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Paper:
    """A file: its bytes, the edition code it carries ("" if none), its pages."""

    pdf: bytes
    code: str
    pages: tuple[Page, ...]


def read_paper(pdf: bytes, name: str) -> Paper:
    """Reads a PDF; raises `ContentError` where it is none, is broken or asks for a password."""
    try:
        with closing(pypdfium2.PdfDocument(pdf)) as document:
            if not len(document):
                raise ContentError(_unreadable(name, "it has no pages"))
            headings = _headings(document)
            pages = tuple(_page(document, number, headings.get(number, "")) for number in range(len(document)))
            return Paper(pdf, str(document.get_metadata_value("Keywords") or "").strip(), pages)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD
        raise ContentError(
            _unreadable(name, "it is locked with a password" if locked else "it is no whole PDF")
        ) from None


def _headings(document: pypdfium2.PdfDocument) -> dict[int, str]:
    found: dict[int, str] = {}
    for bookmark in document.get_toc():
        target = bookmark.get_dest()
        page = target.get_index() if target else None
        if page is not None:
            found.setdefault(page, bookmark.get_title())
    return found


def _page(document: pypdfium2.PdfDocument, number: int, heading: str) -> Page:
    with closing(document[number]) as page:
        width, height = page.get_size()
        with closing(page.get_textpage()) as text:
            left, _, _, top = page.get_bbox()
            words = tuple(_words(text.raw, left, top))
        with closing(page.render(scale=DPI / 72)) as bitmap:
            look: Image.Image = bitmap.to_pil().convert("RGB")
        return Page(pt_to_mm(width), pt_to_mm(height), words, look, heading)


def _words(text: pdfium.FPDF_TEXTPAGE, left: float, top: float) -> Iterator[Word]:
    letters: list[str] = []
    box: Rectangle | None = None
    broken = False  # a hyphen at the end of a line: the word goes on in the next one
    for number in range(pdfium.FPDFText_CountChars(text)):
        letter = chr(pdfium.FPDFText_GetUnicode(text, number))
        if letter in _BROKEN:
            letters.append("-")
            broken = True
        elif letter not in _SPACES:
            letters.append(letter)
            box = _around(box, _box(text, number, left, top))
            broken = False
        elif letters and not broken:
            yield from _word(letters, box)
            letters, box = [], None
    yield from _word(letters, box)


def _word(letters: list[str], box: Rectangle | None) -> Iterator[Word]:
    text = unicodedata.normalize("NFC", "".join(letters).translate(_SAME)).strip("\u00a0")
    if text and box:
        yield Word(text, box)


def _box(text: pdfium.FPDF_TEXTPAGE, number: int, left: float, top: float) -> Rectangle | None:
    """The ink of a letter; a space has none."""
    sides = tuple(ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, number, *(ctypes.byref(side) for side in sides))
    first, last, low, high = (side.value for side in sides)
    if last <= first or high <= low:
        return None
    return Rectangle(pt_to_mm(first - left), pt_to_mm(top - high), pt_to_mm(last - first), pt_to_mm(high - low))


def _around(one: Rectangle | None, other: Rectangle | None) -> Rectangle | None:
    if one is None or other is None:
        return one or other
    x, y = min(one.x, other.x), min(one.y, other.y)
    return Rectangle(x, y, max(one.right, other.right) - x, max(one.bottom, other.bottom) - y)


def _unreadable(name: str, reason: str) -> Problem:
    return Problem(
        "compare-unreadable",
        f"this file cannot be compared: {reason}",
        "Open it with a PDF viewer. If that fails too, copy it anew; if it asks for a password, save it without one.",
        Place(name),
    )
