"""Reads finished pages back: which words stand where, and how a page looks; the checks open PDFium only here.

PDFium lists every glyph that a page draws, also those that lie beyond its edge, are clipped or are painted
over; that is what makes words that left the page visible. It counts points from the lower left corner; here
everything is in mm from the top left corner. PDFium must not be used by two threads at once.
"""

from __future__ import annotations

import ctypes
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from math import atan2, degrees, hypot

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from press.model.sheet import FlipEdge, Rectangle
from press.units import pt_to_mm

SPACES = frozenset("\0\t\n\r \u00a0\u2007\u2009\u202f")
LINE_ENDS = frozenset("\n\r")
BROKEN = frozenset("\x02\ufffe")  # PDFium's words for a hyphen at the end of a line
HYPHENS = "-\u2010\u2011"
NORMAL = str.maketrans(
    dict.fromkeys("\u00a0\u2007\u2009\u202f", " ")  # spaces that do not break
    | dict.fromkeys("\u2010\u2011\x02\ufffe", "-")
    | dict.fromkeys("\u00ad\u200b\u2060\ufeff", "")  # seen only by the line breaker
)
TRACKING = 0.2  # em; letters nearer than this read as one word, however widely they are set
REACH = 12  # how many words after a broken word its other half may come
FLIPS = {1: FlipEdge.NONE, 2: FlipEdge.SHORT, 3: FlipEdge.LONG}

#: A file that is no PDF, or a broken one.
Unreadable = pypdfium2.PdfiumError

Colour = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one look without a space between them; `joined` to the run before if they make one word."""

    text: str
    box: Rectangle
    size: float  # pt on the paper
    font: str
    angle: float  # degrees clockwise
    colour: Colour  # red, green, blue, opacity; 0-255
    joined: bool
    line_end: bool


@dataclass(frozen=True, slots=True)
class PageReading:
    """What stands on a page; width and height in mm."""

    width: float
    height: float
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """What stands between two spaces; `size` is that of its smallest letters."""

    text: str
    box: Rectangle
    size: float
    font: str
    angle: float
    line_end: bool


@dataclass(frozen=True, slots=True)
class PrintWishes:
    """What the file asks of the printer: to keep the size, and how to turn the paper (None: unsaid)."""

    actual_size: bool
    flip: FlipEdge | None


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A file as PDFium has it: the document, each of its pages, and the text of each page."""

    document: pypdfium2.PdfDocument
    pages: tuple[pypdfium2.PdfPage, ...]
    texts: tuple[pypdfium2.PdfTextPage, ...]


@lru_cache(maxsize=1)
def open_file(pdf: bytes) -> OpenFile:
    """The file, kept open for the next check of it: to open its pages takes as long as to read them."""
    document = pypdfium2.PdfDocument(pdf)
    pages = tuple(document)
    return OpenFile(document, pages, tuple(page.get_textpage() for page in pages))


def read_pages(pdf: bytes) -> tuple[PageReading, ...]:
    """What stands on each page."""
    opened = open_file(pdf)
    return tuple(_read_page(*page) for page in zip(opened.pages, opened.texts, strict=True))


def words(reading: PageReading) -> tuple[Word, ...]:
    """The words of a page, in the order in which they were drawn."""
    found: list[Word] = []
    for run in reading.runs:
        if run.joined and found:
            found[-1] = _longer(found[-1], run)
        else:
            found.append(Word(run.text, run.box, run.size, run.font, run.angle, run.line_end))
    return tuple(found)


def normal(text: str) -> str:
    """The text as words are compared: plain spaces and hyphens, nothing invisible, letters composed."""
    return unicodedata.normalize("NFC", text.translate(NORMAL))


def compare_words(expected: Sequence[str], found: Sequence[Word]) -> tuple[tuple[str, ...], tuple[Word, ...]]:
    """Which expected words are not there, and which words are there unexpected.

    Order does not count, numbers do. A word that was broken at the end of a line is joined again.
    """
    known = Counter(piece for word in expected for piece in normal(word).split())
    wanted = known.copy()
    texts = [normal(word.text) for word in found]
    open_places = dict.fromkeys(range(len(found)))
    for place, text in enumerate(texts):
        if place in open_places and text not in known:
            for part in _rest_of_word(text, place, texts, wanted, open_places):
                del open_places[part]
    for place in list(open_places):
        if wanted[texts[place]] > 0:
            wanted[texts[place]] -= 1
            del open_places[place]
    return tuple((+wanted).elements()), tuple(found[place] for place in open_places)


def picture(pdf: bytes, page: int, dpi: float, *, grey: bool = False) -> Image.Image:
    """The page as it looks; whole millimetres fall on whole pixels where `dpi` is a multiple of 25.4."""
    return _picture(open_file(pdf).pages[page], dpi, grey)


@lru_cache(maxsize=1)
def pictures(pdf: bytes, dpi: float, *, grey: bool = False) -> tuple[Image.Image, ...]:
    """All pages as they look; kept for the next check of the same file, so nobody may draw on them."""
    return tuple(_picture(page, dpi, grey) for page in open_file(pdf).pages)


def print_wishes(pdf: bytes) -> PrintWishes:
    """What the file asks of the printer."""
    document = open_file(pdf).document
    return PrintWishes(
        actual_size=not pdfium.FPDF_VIEWERREF_GetPrintScaling(document.raw),
        flip=FLIPS.get(pdfium.FPDF_VIEWERREF_GetDuplex(document.raw)),
    )


# Pages to runs ----------------------------------------------------------------------------------------------


def _read_page(page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage) -> PageReading:
    reader = _Reader(page, text_page)
    return PageReading(reader.width, reader.height, tuple(reader.runs()))


@dataclass(frozen=True, slots=True)
class _Look:
    font: str
    size: float
    angle: float
    colour: Colour


class _Reader:
    """Reads one open page.

    A call into PDFium for every letter would be too slow, so all letters come in one call, their place once a
    word and their look once a text object.
    """

    def __init__(self, page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage) -> None:
        left, bottom, right, top = page.get_bbox()
        self.left, self.top = left, top
        self.width, self.height = pt_to_mm(right - left), pt_to_mm(top - bottom)
        self._text = text_page.raw
        self._letters = self._read_letters()
        self._looks: dict[int, _Look] = {}
        self._doubles = tuple(ctypes.c_double() for _ in range(4))
        self._pointers = tuple(ctypes.byref(number) for number in self._doubles)

    def runs(self) -> Iterator[Run]:
        """The runs of the page."""
        for start, end, joined, line_end in self._spans():
            rectangles = pdfium.FPDFText_CountRects(self._text, start, end - start)
            if rectangles == 1:  # one text object drew it all
                yield self._run(start, end, rectangles, joined, line_end)
                continue
            for first, last in self._pieces(start, end):
                rectangles = pdfium.FPDFText_CountRects(self._text, first, last - first)
                yield self._run(first, last, rectangles, joined or first > start, line_end and last == end)

    def _read_letters(self) -> list[str]:
        """One string for each of PDFium's character numbers (UTF-16 units)."""
        count = pdfium.FPDFText_CountChars(self._text)
        units = (ctypes.c_ushort * (count + 1))()
        if pdfium.FPDFText_GetText(self._text, 0, count, units) == count + 1:
            return [chr(unit) for unit in units[:count]]
        # a glyph without a letter has a number, but is not in the text
        return [chr(pdfium.FPDFText_GetUnicode(self._text, number)) for number in range(count)]

    def _spans(self) -> Iterator[tuple[int, int, bool, bool]]:
        """From where to where each word goes, whether it continues the one before, whether its line ends."""
        letters = self._letters
        start, joined = 0, False
        for number, letter in enumerate(letters):
            if letter in BROKEN:
                yield start, number + 1, joined, True
                start, joined = number + 1, False
            elif letter in SPACES:
                if start < number:
                    yield start, number, joined, letter in LINE_ENDS
                    joined = letter == " " and self._is_tracking(number)
                start = number + 1
        if start < len(letters):
            yield start, len(letters), joined, True

    def _is_tracking(self, number: int) -> bool:
        """Whether PDFium took widely set letters for two words: its space is hardly a gap."""
        if not 0 < number < len(self._letters) - 1:
            return False
        if not pdfium.FPDFText_IsGenerated(self._text, number):
            return False
        before, after = self._advance(number - 1), self._advance(number + 1)
        same_line = min(before.top, after.top) > max(before.bottom, after.bottom)
        return bool(same_line and 0 <= after.left - before.right < TRACKING * self._look(number - 1).size)

    def _advance(self, number: int) -> pdfium.FS_RECTF:
        box = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(self._text, number, ctypes.byref(box))
        return box

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The parts of a word that were drawn by different text objects."""
        first, owner = start, self._owner(start)
        for number in range(start + 1, end):
            if self._owner(number) != owner:
                yield first, number
                first, owner = number, self._owner(number)
        yield first, end

    def _owner(self, number: int) -> int:
        thing = pdfium.FPDFText_GetTextObject(self._text, number)
        return ctypes.addressof(thing.contents) if thing else 0

    def _run(self, start: int, end: int, rectangles: int, joined: bool, line_end: bool) -> Run:
        look = self._look(start)
        text = "".join(self._letters[start:end])
        if not text.isascii():
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        if text[-1] in BROKEN:
            text = text[:-1] + "-"
        box = self._box(start, rectangles)
        return Run(text, box, look.size, look.font, look.angle, look.colour, joined, line_end)

    def _box(self, start: int, rectangles: int) -> Rectangle:
        """The ink of the letters that PDFium was asked about last."""
        if rectangles:
            pdfium.FPDFText_GetRect(self._text, 0, *self._pointers)
            left, top, right, bottom = (number.value for number in self._doubles)
        else:  # letters without ink
            advance = self._advance(start)
            left, top, right, bottom = advance.left, advance.top, advance.right, advance.bottom
        x, y = pt_to_mm(left - self.left), pt_to_mm(self.top - top)
        return Rectangle(x, y, pt_to_mm(right - left), pt_to_mm(top - bottom))

    def _look(self, number: int) -> _Look:
        owner = self._owner(number)
        look = self._looks.get(owner)
        if look is None:
            look = self._looks[owner] = self._read_look(number)
        return look

    def _read_look(self, number: int) -> _Look:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self._text, number, ctypes.byref(matrix))
        parts = tuple(ctypes.c_uint() for _ in range(4))
        pdfium.FPDFText_GetFillColor(self._text, number, *(ctypes.byref(part) for part in parts))
        name = ctypes.create_string_buffer(128)
        pdfium.FPDFText_GetFontInfo(self._text, number, name, len(name), None)
        red, green, blue, opacity = (part.value for part in parts)
        return _Look(
            font=name.value.decode("utf-8", "replace").split("+", 1)[-1],
            size=pdfium.FPDFText_GetFontSize(self._text, number) * hypot(matrix.c, matrix.d),
            angle=degrees(atan2(-matrix.b, matrix.a)) % 360,
            colour=(red, green, blue, opacity),
        )


def _longer(word: Word, run: Run) -> Word:
    x, y = min(word.box.x, run.box.x), min(word.box.y, run.box.y)
    right, bottom = max(word.box.right, run.box.right), max(word.box.bottom, run.box.bottom)
    return Word(
        text=word.text + run.text,
        box=Rectangle(x, y, right - x, bottom - y),
        size=min(word.size, run.size),
        font=word.font,
        angle=word.angle,
        line_end=run.line_end,
    )


# Words that were broken -------------------------------------------------------------------------------------


def _rest_of_word(
    text: str, place: int, texts: list[str], wanted: Counter[str], open_places: dict[int, None]
) -> tuple[int, ...]:
    """The places of all parts of the expected word that begins at `place`; `wanted` is then one less."""
    for stem in dict.fromkeys((text, text.rstrip(HYPHENS))):
        goals = [word for word in wanted if wanted[word] > 0 and word.startswith(stem) and word != stem]
        for goal in goals if stem else ():
            parts = _parts(goal, stem, place, texts, open_places)
            if parts:
                wanted[goal] -= 1
                return place, *parts
    return ()


def _parts(goal: str, stem: str, place: int, texts: list[str], open_places: dict[int, None]) -> tuple[int, ...]:
    """The places after `place` whose texts, one after the other, make `goal` out of `stem`."""
    for after in range(place + 1, min(place + 1 + REACH, len(texts))):
        if after not in open_places:
            continue
        for more in dict.fromkeys((texts[after], texts[after].rstrip(HYPHENS))):
            if stem + more == goal:
                return (after,)
            if more and goal.startswith(stem + more):
                rest = _parts(goal, stem + more, after, texts, open_places)
                if rest:
                    return after, *rest
    return ()


# Pictures ---------------------------------------------------------------------------------------------------


def _picture(page: pypdfium2.PdfPage, dpi: float, grey: bool) -> Image.Image:
    width, height = (max(1, round(side * dpi / 72)) for side in page.get_size())
    form = pdfium.FPDFBitmap_Gray if grey else pdfium.FPDFBitmap_BGR
    with closing(pypdfium2.PdfBitmap.new_native(width, height, form)) as bitmap:
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
        flags = pdfium.FPDF_ANNOT | (pdfium.FPDF_GRAYSCALE if grey else 0)
        pdfium.FPDF_RenderPageBitmap(bitmap.raw, page.raw, 0, 0, width, height, 0, flags)
        image: Image.Image = bitmap.to_pil().copy()  # the bitmap's memory goes with the bitmap
        return image
