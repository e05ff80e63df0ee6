"""Changed pages side by side, as one PDF: the old one left, the new one right, what differs in boxes.

The pages are drawn as they are, letters and all, so that one can come as near as one likes. A box is a coloured
line on a white one, so that it can be told from any ground, and differs by more than its colour: the old page has
broken lines, the new one whole ones.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from press.compare.pages import Fate, Pair
from press.compare.reading import Paper
from press.model.sheet import Rectangle
from press.units import mm_to_pt

#: mm
MARGIN, GAP, HEAD, LABEL = 10.0, 10.0, 11.0, 7.0
NARROWEST = 85.0
USUAL, LARGEST = 230.0, 1.7  # titles grow with sheets wider than this, to so many times their size
AROUND = 0.55  # mm between the words and their box
LINE, HALO = 0.35, 0.8  # mm
TITLE_SIZE, LABEL_SIZE = 11.0, 8.5  # pt
INK = (21, 38, 43)
QUIET = (90, 104, 108)
EDGE = (150, 160, 162)
OLD, NEW = (178, 24, 43), (33, 79, 198)
GROUND = (246, 246, 244)
WHITE = (255, 255, 255)
MARKED = (255, 240, 150)  # laid over words, so that dark ones stay dark and white ones turn yellow
BROKEN = (1.6, 1.1)  # mm of a broken line
PNG_DPI = 110
BETWEEN = 12  # pixels between the pages of one picture

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Shown:
    """A pair of pages to draw: what it is called, and what stands over each of the two."""

    pair: Pair
    old: Paper
    new: Paper
    title: str
    old_label: str
    new_label: str


def side_by_side(shown: Sequence[Shown], font: Path) -> bytes:
    """A PDF with a page for each pair; `font` is the file of the letters for titles and labels."""
    with ExitStack() as stack:
        target = stack.enter_context(closing(pypdfium2.PdfDocument.new()))
        letters = font.read_bytes()
        raw = (ctypes.c_uint8 * len(letters)).from_buffer_copy(letters)
        loaded = pdfium.FPDFText_LoadFont(target.raw, raw, len(letters), pdfium.FPDF_FONT_TRUETYPE, True)
        stack.callback(pdfium.FPDFFont_Close, loaded)
        desk = _Desk(target, loaded, stack)
        for one in shown:
            desk.draw(one)
        output = BytesIO()
        target.save(output)
    return output.getvalue()


def as_picture(pdf: bytes) -> bytes:
    """All pages of a PDF below each other, as one PNG."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        pages = []
        for page in document:
            with closing(page), closing(page.render(scale=PNG_DPI / 72)) as bitmap:
                pages.append(bitmap.to_pil().convert("RGB"))
    width = max(page.width for page in pages)
    height = sum(page.height for page in pages) + BETWEEN * (len(pages) - 1)
    picture = Image.new("RGB", (width, height), EDGE)
    y = 0
    for page in pages:
        picture.paste(GROUND, (0, y, width, y + page.height))
        picture.paste(page, (0, y))
        y += page.height + BETWEEN
    output = BytesIO()
    picture.save(output, "PNG", dpi=(PNG_DPI, PNG_DPI))
    return output.getvalue()


class _Desk:
    """Draws into one document; the papers it copies from stay open until it is saved."""

    def __init__(self, target: pypdfium2.PdfDocument, font: pdfium.FPDF_FONT, stack: ExitStack) -> None:
        self._target, self._font, self._stack = target, font, stack
        self._sources: dict[int, pypdfium2.PdfDocument] = {}

    def draw(self, one: Shown) -> None:
        """A new page with both sides of `one`."""
        pair = one.pair
        was = one.old.pages[pair.old] if pair.old is not None else None
        now = one.new.pages[pair.new] if pair.new is not None else None
        sizes = [(page.width, page.height) for page in (was, now) if page]
        column = max(NARROWEST, *(width for width, _ in sizes))
        height = max(height for _, height in sizes)
        width = 2 * MARGIN + 2 * column + GAP
        grown = min(LARGEST, max(1.0, width / USUAL))
        head, label_size = MARGIN + HEAD * grown, LABEL_SIZE * grown
        top = head + LABEL * grown
        size = (width, top + height + MARGIN)
        page = self._stack.enter_context(closing(self._target.new_page(mm_to_pt(size[0]), mm_to_pt(size[1]))))
        sheet = _Sheet(self._target, page, self._font, size[1])
        sheet.fill(Rectangle(0, 0, *size), GROUND)
        sheet.words(one.title, MARGIN, MARGIN + 4 * grown, TITLE_SIZE * grown, INK, width - 2 * MARGIN)
        whole = pair.fate is Fate.LOOK
        for paper, number, x, label, colour, boxes in (
            (one.old, pair.old, MARGIN, one.old_label, OLD, pair.old_boxes),
            (one.new, pair.new, MARGIN + column + GAP, one.new_label, NEW, pair.new_boxes),
        ):
            sheet.fill(Rectangle(x, head, 3 * grown, 3 * grown), colour)
            sheet.words(label, x + 5 * grown, head + 2.7 * grown, label_size, colour, column - 5 * grown)
            if number is None:
                sheet.outline(Rectangle(x, top, sizes[0][0], sizes[0][1]), EDGE, LINE, broken=True)
                sheet.words("not there", x + 5, top + 8 * grown, label_size, QUIET, column)
                continue
            there = paper.pages[number]
            box = Rectangle(x, top, there.width, there.height)
            sheet.fill(box, WHITE)
            sheet.page(self._source(paper), number, box)
            sheet.outline(box, EDGE, LINE)
            sheet.boxes(boxes, box, colour, broken=colour == OLD, marked=not whole)
        page.gen_content()

    def _source(self, paper: Paper) -> pypdfium2.PdfDocument:
        if id(paper) not in self._sources:
            self._sources[id(paper)] = self._stack.enter_context(closing(pypdfium2.PdfDocument(paper.pdf)))
        return self._sources[id(paper)]


class _Sheet:
    """One page to draw on; mm from its top left corner."""

    def __init__(
        self, target: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, font: pdfium.FPDF_FONT, height: float
    ) -> None:
        self._target, self._page, self._font, self._height = target, page, font, height

    def fill(self, box: Rectangle, colour: Colour, *, over: bool = False) -> None:
        """A rectangle full of a colour; `over` lets what is dark below it show through."""
        thing = self._rectangle(box)
        pdfium.FPDFPageObj_SetFillColor(thing, *colour, 255)
        pdfium.FPDFPath_SetDrawMode(thing, pdfium.FPDF_FILLMODE_WINDING, False)
        if over:
            pdfium.FPDFPageObj_SetBlendMode(thing, b"Multiply")
        self._insert(thing)

    def outline(self, box: Rectangle, colour: Colour, line: float, *, broken: bool = False) -> None:
        """The edge of a rectangle."""
        thing = self._rectangle(box)
        pdfium.FPDFPageObj_SetStrokeColor(thing, *colour, 255)
        pdfium.FPDFPageObj_SetStrokeWidth(thing, mm_to_pt(line))
        if broken:
            dashes = (ctypes.c_float * len(BROKEN))(*(mm_to_pt(part) for part in BROKEN))
            pdfium.FPDFPageObj_SetDashArray(thing, dashes, len(BROKEN), 0)
        pdfium.FPDFPath_SetDrawMode(thing, pdfium.FPDF_FILLMODE_NONE, True)
        self._insert(thing)

    def boxes(self, boxes: Iterable[Rectangle], page: Rectangle, colour: Colour, *, broken: bool, marked: bool) -> None:
        """Boxes around what differs on a page that was drawn into the rectangle `page`."""
        for box in boxes:
            around = box.inset(-AROUND, -AROUND, -AROUND, -AROUND)
            at = Rectangle(page.x + around.x, page.y + around.y, around.width, around.height)
            if marked:
                self.fill(at, MARKED, over=True)
            self.outline(at, WHITE, HALO)
            self.outline(at, colour, LINE, broken=broken)

    def words(self, text: str, x: float, y: float, size: float, colour: Colour, width: float) -> None:
        """Words on a base line; too long ones lose their end."""
        thing = self._text(text, size)
        while text and self._width(thing) > mm_to_pt(width):
            pdfium.FPDFPageObj_Destroy(thing)
            text = text[:-2]
            thing = self._text(text.rstrip() + "…", size)
        pdfium.FPDFPageObj_SetFillColor(thing, *colour, 255)
        pdfium.FPDFPageObj_Transform(thing, 1, 0, 0, 1, mm_to_pt(x), mm_to_pt(self._height - y))
        self._insert(thing)

    def page(self, source: pypdfium2.PdfDocument, number: int, box: Rectangle) -> None:
        """A page of another document, as large as it is."""
        with closing(source.page_as_xobject(number, self._target)) as form:
            thing = form.as_pageobject()
            thing.transform(pypdfium2.PdfMatrix().translate(mm_to_pt(box.x), mm_to_pt(self._height - box.bottom)))
            self._page.insert_obj(thing)

    def _rectangle(self, box: Rectangle) -> pdfium.FPDF_PAGEOBJECT:
        x, y = mm_to_pt(box.x), mm_to_pt(self._height - box.bottom)
        return pdfium.FPDFPageObj_CreateNewRect(x, y, mm_to_pt(box.width), mm_to_pt(box.height))

    def _text(self, text: str, size: float) -> pdfium.FPDF_PAGEOBJECT:
        thing = pdfium.FPDFPageObj_CreateTextObj(self._target.raw, self._font, size)
        data = f"{text}\0".encode("utf-16-le")
        pdfium.FPDFText_SetText(thing, (ctypes.c_ushort * (len(data) // 2)).from_buffer_copy(data))
        return thing

    def _width(self, thing: pdfium.FPDF_PAGEOBJECT) -> float:
        sides = [ctypes.c_float() for _ in range(4)]
        pdfium.FPDFPageObj_GetBounds(thing, *(ctypes.byref(side) for side in sides))
        return sides[2].value - sides[0].value

    def _insert(self, thing: pdfium.FPDF_PAGEOBJECT) -> None:
        pdfium.FPDFPage_InsertObject(self._page.raw, thing)
