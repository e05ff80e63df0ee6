"""Panels on sheets, read back by two other programs and looked at as tiny pictures."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
)

from press.errors import LayoutError
from press.fold import sheet_plan
from press.impose import SheetInfo, impose
from press.model.sheet import FlipEdge, Mark, Placement, Rectangle, SheetPlan, Side
from press.preflight.reading import picture, read_pages, words
from press.units import mm_to_pt, pt_to_mm
from tests.papers import PANELS, Drawing, a_format, grid, patch, pdf_of, text

INFO = SheetInfo(
    title="When to call · Когда звонить",
    author="Clinic",
    subject="For families",
    language="ru",
    edition_code="7K3-M9Q2",
    day=date(2026, 3, 14),
    keywords=("overdose",),
)


def one_sheet(*placements: Placement, marks: tuple[Mark, ...] = ()) -> SheetPlan:
    """A sheet of 60 × 40 mm with one side."""
    return SheetPlan(60, 40, (Side("front", placements, marks),), FlipEdge.NONE)


def look(pdf: bytes, page: int = 0) -> list[str]:
    """The page with one letter for every 10 × 10 mm."""
    return grid(picture(pdf, page, 25.4), 10)


def panel(
    colour: str, corner: str = "K", width: float = 20, height: float = 40
) -> tuple[float, float, tuple[Drawing, ...]]:
    """A panel full of colour with another one in the top left 10 × 10 mm."""
    return width, height, (patch(colour, 0, 0, width, height), patch(corner, 0, 0, 10, 10))


def test_three_panels_stand_side_by_side_and_upright() -> None:
    plan = one_sheet(
        Placement("one", Rectangle(40, 0, 20, 40)),
        Placement("two", Rectangle(0, 0, 20, 40)),
        Placement("three", Rectangle(20, 0, 20, 40)),
    )
    sheet = impose(pdf_of(panel("R"), panel("G"), panel("B")), plan, ("one", "two", "three"), INFO)
    assert look(sheet) == [
        "KGKBKR",
        "GGBBRR",
        "GGBBRR",
        "GGBBRR",
    ]


@pytest.mark.parametrize(
    ("turn", "box", "rows"),
    [
        (0, Rectangle(10, 0, 20, 30), ["_KR___", "_RR___", "_RR___", "______"]),
        (90, Rectangle(10, 10, 30, 20), ["______", "_RRK__", "_RRR__", "______"]),
        (180, Rectangle(10, 0, 20, 30), ["_RR___", "_RR___", "_RK___", "______"]),
        (270, Rectangle(10, 10, 30, 20), ["______", "_RRR__", "_KRR__", "______"]),
    ],
)
def test_a_panel_is_turned_clockwise_inside_its_place(turn: int, box: Rectangle, rows: list[str]) -> None:
    sheet = impose(pdf_of(panel("R", height=30)), one_sheet(Placement("one", box, turn)), ("one",), INFO)
    assert look(sheet) == rows


def test_what_reaches_beyond_a_panel_does_not_spoil_its_neighbour() -> None:
    wide = (20.0, 40.0, (patch("R", -10, -10, 50, 60),))
    plan = one_sheet(Placement("one", Rectangle(20, 0, 20, 40)))
    assert look(impose(pdf_of(wide), plan, ("one",), INFO)) == ["__RR__"] * 4


def test_copies_of_a_card_are_one_drawing() -> None:
    format = a_format("none", 60, 40, trim={"width": 20, "height": 20}, nup={"columns": 3, "rows": 2})
    cards = pdf_of(panel("R", height=20), panel("G", height=20))
    sheet = impose(cards, sheet_plan(format), ("front", "back"), INFO)
    assert look(sheet, 0) == ["KRKRKR", "RRRRRR", "KRKRKR", "RRRRRR"]
    assert look(sheet, 1) == ["KGKGKG", "GGGGGG", "KGKGKG", "GGGGGG"]
    assert len(drawings(sheet)) == 2


def drawings(sheet: bytes) -> list[DictionaryObject]:
    reader = PdfReader(BytesIO(sheet))
    size: Any = reader.trailer["/Size"]
    things = (reader.get_object(number) for number in range(1, size))
    return [thing for thing in things if isinstance(thing, DictionaryObject) and thing.get("/Subtype") == "/Form"]


# Places read back ---------------------------------------------------------------------------------------

LETTER = sheet_plan(a_format("letter", allowance=3))
SIX = PANELS["letter"]


def six_panels() -> bytes:
    """Six panels with their name at 12.3 mm from the left and 45.6 mm from the top."""
    sizes = {placement.panel: placement.box for side in LETTER.sides for placement in side.placements}
    return pdf_of(*((sizes[key].width, 210, (text(key, 12.3, 45.6, 14), text("112", 40, 150, 20))) for key in SIX))


def test_every_word_is_where_the_plan_puts_it() -> None:
    pages, sheet = six_panels(), impose(six_panels(), LETTER, SIX, INFO)
    on_panel = {key: words(page) for key, page in zip(SIX, read_pages(pages), strict=True)}
    for side, reading in zip(LETTER.sides, read_pages(sheet), strict=True):
        assert (reading.width, reading.height) == pytest.approx((297, 210), abs=0.001)
        found = iter(words(reading))
        for placement in side.placements:
            for expected in on_panel[placement.panel]:
                word = next(found)
                assert (word.text, word.angle) == (expected.text, 0)
                assert word.size == pytest.approx(expected.size)
                assert word.box.x == pytest.approx(expected.box.x + placement.box.x, abs=0.01)
                assert word.box.y == pytest.approx(expected.box.y, abs=0.01)
                assert word.box.width == pytest.approx(expected.box.width, abs=0.01)
        assert next(found, None) is None


def test_poppler_finds_the_words_in_the_same_places(tmp_path: Path) -> None:
    on_panel = poppler_words(tmp_path, six_panels())
    on_sheet = poppler_words(tmp_path, impose(six_panels(), LETTER, SIX, INFO))
    for side, page in zip(LETTER.sides, on_sheet, strict=True):
        expected = {
            (word, round(x + placement.box.x, 1), round(y, 1))
            for placement in side.placements
            for word, x, y in on_panel[SIX.index(placement.panel)]
        }
        assert {(word, round(x, 1), round(y, 1)) for word, x, y in page} == expected


def poppler_words(folder: Path, pdf: bytes) -> list[list[tuple[str, float, float]]]:
    """The words of each page with their left and upper edge in mm."""
    path = folder / "read.pdf"
    path.write_bytes(pdf)
    answer = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, check=True).stdout
    name = "{http://www.w3.org/1999/xhtml}"
    return [
        [
            (word.text or "", pt_to_mm(float(word.attrib["xMin"])), pt_to_mm(float(word.attrib["yMin"])))
            for word in page.iter(f"{name}word")
        ]
        for page in ElementTree.fromstring(answer).iter(f"{name}page")
    ]


# Marks --------------------------------------------------------------------------------------------------


def test_marks_are_hairlines_where_the_plan_has_them() -> None:
    marks = (Mark(30, 10, 30, 20), Mark(10, 30, 20, 30, dashed=True))
    plan = one_sheet(Placement("one", Rectangle(0, 0, 60, 40)), marks=marks)
    sheet = impose(pdf_of((60, 40, ())), plan, ("one",), INFO)
    ink = picture(sheet, 0, 254, grey=True).point([255 if grey < 250 else 0 for grey in range(256)])
    # 10 pixels a mm: the upright line from 10 to 20 mm, the dashed one beginning at 10 mm
    assert ink.getbbox() == pytest.approx((100, 100, 301, 301), abs=1)
    upright = ink.crop((250, 0, 350, 400)).getbbox()
    assert upright == pytest.approx((49, 100, 51, 200), abs=1)
    dashes = [bool(ink.getpixel((x, 300)) or ink.getpixel((x, 299))) for x in range(100, 200)]
    assert 40 < sum(dashes) < 90


# The file -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("flip", "duplex"),
    [
        (FlipEdge.SHORT, "/DuplexFlipShortEdge"),
        (FlipEdge.LONG, "/DuplexFlipLongEdge"),
        (FlipEdge.NONE, "/Simplex"),
    ],
)
def test_the_file_asks_the_printer_for_actual_size_and_the_right_flip(flip: FlipEdge, duplex: str) -> None:
    plan = SheetPlan(20, 40, (Side("front", (Placement("one", Rectangle(0, 0, 20, 40)),)),), flip)
    root: Any = PdfReader(BytesIO(impose(pdf_of(panel("R")), plan, ("one",), INFO))).root_object
    assert root["/ViewerPreferences"] == {
        "/PrintScaling": "/None",
        "/Duplex": duplex,
        "/PickTrayByPDFSize": True,
        "/DisplayDocTitle": True,
    }
    assert root["/Lang"] == "ru"


def test_the_file_says_what_it_is() -> None:
    sheet = PdfReader(BytesIO(impose(six_panels(), LETTER, SIX, INFO)))
    told: Any = sheet.metadata
    assert told.title == "When to call · Когда звонить"
    assert (told.author, told.subject) == ("Clinic", "For families")
    assert told["/Keywords"] == "7K3-M9Q2, overdose"
    assert told["/CreationDate"] == told["/ModDate"] == "D:20260314000000Z"
    assert sheet.pdf_header == "%PDF-1.7"
    for page in sheet.pages:
        assert page.mediabox == page.trimbox
        assert float(page.mediabox.width) == pytest.approx(mm_to_pt(297), abs=0.001)


def test_links_and_structure_stay_behind() -> None:
    writer = PdfWriter(clone_from=BytesIO(pdf_of(panel("R"))))
    page: Any = writer.pages[0]
    page[NameObject("/StructParents")] = NumberObject(0)
    page[NameObject("/Annots")] = ArrayObject([DictionaryObject({NameObject("/Subtype"): NameObject("/Link")})])
    inner = StreamObject()
    inner[NameObject("/Subtype")] = NameObject("/Form")
    inner[NameObject("/StructParents")] = NumberObject(1)
    inner[NameObject("/Resources")] = page.raw_get("/Resources")  # a circle, as engines write them
    page["/Resources"][NameObject("/XObject")] = DictionaryObject({NameObject("/x"): writer._add_object(inner)})
    writer.root_object[NameObject("/StructTreeRoot")] = DictionaryObject()
    source = BytesIO()
    writer.write(source)
    assert b"/StructParents" in source.getvalue()
    plan = one_sheet(Placement("one", Rectangle(0, 0, 20, 40)))
    sheet = impose(source.getvalue(), plan, ("one",), INFO)
    for word in (b"/StructParent", b"/StructTreeRoot", b"/Annots", b"/Link"):
        assert word not in sheet
    assert len(drawings(sheet)) == 2


def test_contents_in_pieces_become_one_drawing() -> None:
    writer = PdfWriter(clone_from=BytesIO(pdf_of(panel("R"))))
    pieces = []
    for piece in (b"1 0 0 rg 0 0", b"60 120 re f"):
        stream = DecodedStreamObject()
        stream.set_data(piece)
        pieces.append(writer._add_object(stream))
    writer.pages[0][NameObject("/Contents")] = ArrayObject(pieces)
    source = BytesIO()
    writer.write(source)
    plan = one_sheet(*(Placement("one", Rectangle(x, 0, 20, 40)) for x in (0, 40)))
    sheet = impose(source.getvalue(), plan, ("one",), INFO)
    assert look(sheet) == ["RR__RR"] * 4
    assert len(drawings(sheet)) == 1


def test_a_trim_box_away_from_the_origin_is_moved_to_its_place() -> None:
    drawings = (patch("R", 10, 10, 20, 40), patch("K", 10, 10, 10, 10))
    writer = PdfWriter(clone_from=BytesIO(pdf_of((40, 60, drawings))))
    box = [mm_to_pt(side) for side in (10, 10, 30, 50)]
    writer.pages[0].trimbox = type(writer.pages[0].trimbox)(box)
    source = BytesIO()
    writer.write(source)
    plan = one_sheet(Placement("one", Rectangle(20, 0, 20, 40)))
    assert look(impose(source.getvalue(), plan, ("one",), INFO)) == ["__KR__"] + ["__RR__"] * 3


def test_the_same_bytes_in_another_process_zone_and_hash_seed(tmp_path: Path) -> None:
    here = impose(six_panels(), LETTER, SIX, INFO)
    script = (
        "import sys; from tests.test_impose import *; sys.stdout.buffer.write(impose(six_panels(), LETTER, SIX, INFO))"
    )
    for seed, zone in (("1", "Asia/Kamchatka"), ("4242", "America/Anchorage")):
        there = subprocess.run(
            [sys.executable, "-c", script],
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONDONTWRITEBYTECODE": "1"},
            cwd=Path(__file__).parents[1],
            capture_output=True,
            check=True,
        )
        assert there.stdout == here


def test_another_text_or_another_day_is_another_file() -> None:
    plan = one_sheet(Placement("one", Rectangle(0, 0, 20, 40)))
    later = SheetInfo(**{name: getattr(INFO, name) for name in INFO.__slots__} | {"day": date(2026, 3, 15)})
    identifiers = {
        str(PdfReader(BytesIO(impose(pdf_of(panel(colour)), plan, ("one",), info))).trailer["/ID"])
        for colour, info in (("R", INFO), ("G", INFO), ("R", later))
    }
    assert len(identifiers) == 3


# Refusals -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pages", "panels", "says"),
    [
        ((panel("R"),), ("two",), "panel one has a place on the sheet but no page"),
        ((panel("R"), panel("R")), ("one",), "panels of the format: 1, pages laid out: 2"),
        ((panel("R", width=20.2),), ("one",), "panel one is 20.2 × 40.0 mm"),
        ((panel("R", height=39.8),), ("one",), "its place on the sheet is 20.0 × 40.0 mm"),
    ],
)
def test_panels_that_do_not_fit_are_refused(
    pages: tuple[tuple[float, float, tuple[Drawing, ...]], ...], panels: tuple[str, ...], says: str
) -> None:
    plan = one_sheet(*(Placement("one", Rectangle(x, 0, 20, 40)) for x in (0, 20)))
    with pytest.raises(LayoutError) as refusal:
        impose(pdf_of(*pages), plan, panels, INFO)
    (problem,) = refusal.value.problems
    assert problem.code == "sheet-place"
    assert says in problem.message
    assert problem.remedy


def test_a_tenth_of_a_millimetre_is_forgiven() -> None:
    plan = one_sheet(Placement("one", Rectangle(0, 0, 20, 40)))
    assert impose(pdf_of(panel("R", width=20.09)), plan, ("one",), INFO)
