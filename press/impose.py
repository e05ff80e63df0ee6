"""Lays the panels on the sheet: each panel page becomes one drawing (a Form XObject), placed by one matrix.

Nothing is laid out or merged anew, so what was checked on the panel is what stands on the sheet. The file has
no links and no structure: it is for paper. It depends on nothing but its arguments; the clock is not asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from io import BytesIO
from math import cos, radians, sin
from typing import cast

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from press.errors import LayoutError, Problem
from press.model.sheet import FlipEdge, Mark, Placement, SheetPlan, Side
from press.units import mm_to_pt, pt_to_mm

TOLERANCE = 0.1  # mm by which a panel page may differ from its place
HAIRLINE = 0.25  # pt

DUPLEX = {
    FlipEdge.NONE: "/Simplex",
    FlipEdge.SHORT: "/DuplexFlipShortEdge",
    FlipEdge.LONG: "/DuplexFlipLongEdge",
}


@dataclass(frozen=True, slots=True)
class SheetInfo:
    """What the file says about itself; `day` is the day of the content, not of the build."""

    title: str
    author: str
    subject: str
    language: str
    edition_code: str
    day: date
    keywords: tuple[str, ...] = ()


def impose(pages_pdf: bytes, plan: SheetPlan, panels: tuple[str, ...], info: SheetInfo) -> bytes:
    """The sheet as a PDF: one page a side; page n of `pages_pdf` is the panel `panels[n]`."""
    pages = list(PdfReader(BytesIO(pages_pdf)).pages)
    _refuse_misfits(pages, plan, panels)
    writer = PdfWriter()
    writer.pdf_header = "%PDF-1.7"
    drawings: dict[str, IndirectObject] = {}
    for side in plan.sides:
        for placement in side.placements:
            if placement.panel not in drawings:
                drawings[placement.panel] = _drawing(pages[panels.index(placement.panel)], writer)
        _add_side(writer, plan, side, drawings)
    _forget_structure(writer)
    _describe(writer, plan, info)
    digest = blake2b(pages_pdf, digest_size=16)
    digest.update(repr((plan, panels, info)).encode())
    # pypdf offers random identifiers only
    writer._ID = ArrayObject([ByteStringObject(digest.digest())] * 2)
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


# Refusals ---------------------------------------------------------------------------------------------------


def _refuse_misfits(pages: Sequence[PageObject], plan: SheetPlan, panels: tuple[str, ...]) -> None:
    problems = list(_misfits(pages, plan, panels))
    if problems:
        raise LayoutError(*problems)


def _misfits(pages: Sequence[PageObject], plan: SheetPlan, panels: tuple[str, ...]) -> Iterator[Problem]:
    """A problem for each panel that has no page of its own, or a page of another size than its place."""
    if len(pages) != len(panels):
        yield _misfit(f"panels of the format: {len(panels)}, pages laid out: {len(pages)}", "")
        return
    seen: set[str] = set()
    for placement in (placement for side in plan.sides for placement in side.placements):
        if placement.panel in seen:
            continue
        seen.add(placement.panel)
        if placement.panel not in panels:
            yield _misfit(f"panel {placement.panel} has a place on the sheet but no page", placement.panel)
            continue
        width, height = _finished_size(pages[panels.index(placement.panel)])
        if placement.turn % 180:
            width, height = height, width
        if max(abs(width - placement.box.width), abs(height - placement.box.height)) > TOLERANCE:
            yield _misfit(
                f"panel {placement.panel} is {width:.1f} × {height:.1f} mm, its place on the sheet is "
                f"{placement.box.width:.1f} × {placement.box.height:.1f} mm",
                placement.panel,
            )


def _misfit(message: str, panel: str) -> Problem:
    return Problem("sheet-place", message, "Each panel of the format must be exactly one page.", panel=panel)


def _finished_size(page: PageObject) -> tuple[float, float]:
    return pt_to_mm(float(page.trimbox.width)), pt_to_mm(float(page.trimbox.height))


# Panels and sides -------------------------------------------------------------------------------------------


def _drawing(page: PageObject, writer: PdfWriter) -> IndirectObject:
    """The page as a drawing in `writer`: clipped to its finished edge, lower left corner at the origin."""
    drawing = _contents(page, writer)
    trim = page.trimbox
    drawing[NameObject("/Type")] = NameObject("/XObject")
    drawing[NameObject("/Subtype")] = NameObject("/Form")
    drawing[NameObject("/BBox")] = _numbers(trim.left, trim.bottom, trim.right, trim.top)
    drawing[NameObject("/Matrix")] = _numbers(1, 0, 0, 1, -trim.left, -trim.bottom)
    for key in ("/Resources", "/Group"):
        if key in page:
            drawing[NameObject(key)] = page.raw_get(key).clone(writer)  # what panels share is copied once
    reference = drawing.indirect_reference
    assert reference is not None  # it was added to the writer
    return reference


def _contents(page: PageObject, writer: PdfWriter) -> StreamObject:
    """What the page draws, compressed as it was, as an object of `writer`."""
    contents = page.get("/Contents", ArrayObject()).get_object()
    if isinstance(contents, StreamObject):
        return cast(StreamObject, contents.clone(writer))
    whole = DecodedStreamObject()
    whole.set_data(b"\n".join(part.get_object().get_data() for part in contents))
    drawing = whole.flate_encode()
    writer._add_object(drawing)
    return drawing


def _forget_structure(writer: PdfWriter) -> None:
    """Take out what points into the structure of the source, which is not taken along."""
    for thing in writer._objects:
        if isinstance(thing, DictionaryObject):
            thing.pop("/StructParent", None)
            thing.pop("/StructParents", None)


def _add_side(writer: PdfWriter, plan: SheetPlan, side: Side, drawings: dict[str, IndirectObject]) -> None:
    page = writer.add_blank_page(mm_to_pt(plan.width), mm_to_pt(plan.height))
    page[NameObject("/TrimBox")] = page["/MediaBox"]
    used = list(dict.fromkeys(placement.panel for placement in side.placements))
    names = {panel: f"/P{number}" for number, panel in enumerate(used)}
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/XObject"): DictionaryObject({NameObject(names[key]): drawings[key] for key in used})}
    )
    lines = [_placed(placement, plan, names[placement.panel]) for placement in side.placements]
    lines += [_drawn(mark, plan) for mark in side.marks]
    content = DecodedStreamObject()
    content.set_data("\n".join(lines).encode("ascii"))
    page[NameObject("/Contents")] = writer._add_object(content)


def _placed(placement: Placement, plan: SheetPlan, name: str) -> str:
    """The drawing turned clockwise about the middle of its place (PDF counts y upwards)."""
    box = placement.box
    upright = placement.turn % 180 == 0
    width, height = (box.width, box.height) if upright else (box.height, box.width)
    cosine, sine = round(cos(radians(placement.turn)), 6), round(sin(radians(placement.turn)), 6)
    middle_x, middle_y = box.x + box.width / 2, plan.height - box.y - box.height / 2
    x = mm_to_pt(middle_x - (cosine * width + sine * height) / 2)
    y = mm_to_pt(middle_y - (cosine * height - sine * width) / 2)
    return f"q {_say(cosine, -sine, sine, cosine, x, y)} cm {name} Do Q"


def _drawn(mark: Mark, plan: SheetPlan) -> str:
    start = _say(mm_to_pt(mark.x1), mm_to_pt(plan.height - mark.y1))
    end = _say(mm_to_pt(mark.x2), mm_to_pt(plan.height - mark.y2))
    look = "0.5 G [1.5 1] 0 d" if mark.dashed else "0 G [] 0 d"
    return f"q {HAIRLINE} w {look} {start} m {end} l S Q"


def _say(*numbers: float) -> str:
    return " ".join(f"{number:.4f}".rstrip("0").rstrip(".") if number else "0" for number in numbers)


def _numbers(*numbers: float) -> ArrayObject:
    return ArrayObject(FloatObject(round(number, 5)) for number in numbers)


# What the file says about itself ----------------------------------------------------------------------------


def _describe(writer: PdfWriter, plan: SheetPlan, info: SheetInfo) -> None:
    day = f"D:{info.day:%Y%m%d}000000Z"
    writer.metadata = {
        "/Title": info.title,
        "/Author": info.author,
        "/Subject": info.subject,
        "/Keywords": ", ".join((info.edition_code, *info.keywords)),
        "/Creator": "leaflet-press",
        "/Producer": "pypdf",
        "/CreationDate": day,
        "/ModDate": day,
    }
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(info.language)
    root[NameObject("/ViewerPreferences")] = DictionaryObject(
        {
            NameObject("/PrintScaling"): NameObject("/None"),
            NameObject("/Duplex"): NameObject(DUPLEX[plan.flip]),
            NameObject("/PickTrayByPDFSize"): BooleanObject(True),
            NameObject("/DisplayDocTitle"): BooleanObject(True),
        }
    )
