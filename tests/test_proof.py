"""Pictures for eyes."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from press.proof import contact_sheet, page_pngs
from tests.papers import grid, patch, pdf_of

FONT = Path(__file__).parents[1] / "styles" / "fonts" / "IBMPlexSans_400Regular.ttf"


def opened(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png))


def test_each_page_becomes_a_picture() -> None:
    pdf = pdf_of((30, 20, (patch("R", 0, 0, 10, 10),)), (20, 20, (patch("B", 10, 10, 10, 10),)))
    first, second = (opened(png) for png in page_pngs(pdf, 254))
    assert (first.format, first.size, second.size) == ("PNG", (300, 200), (200, 200))
    assert grid(first, 100) == ["R__", "___"]
    assert grid(second, 100) == ["__", "_B"]
    assert first.info["dpi"] == pytest.approx((254, 254), abs=0.1)


def test_pictures_are_the_same_every_time() -> None:
    pdf = pdf_of((30, 20, (patch("R", 0, 0, 10, 10),)))
    assert page_pngs(pdf, 100) == page_pngs(pdf, 100)


def test_a_contact_sheet_has_every_picture_and_its_caption() -> None:
    pictures = [(name, square(colour)) for name, colour in (("one", "red"), ("two", "blue"), ("three", "lime"))]
    sheet = opened(contact_sheet(pictures, 2, FONT))
    assert sheet.width == 16 + 2 * (60 + 16)
    found = {sheet.convert("RGB").getpixel((x, y)) for x in (40, 120) for y in (60, 165)}
    assert {(255, 0, 0), (0, 0, 255), (0, 255, 0)} <= found
    without = opened(contact_sheet([("", picture) for _, picture in pictures], 2, FONT))
    assert without.size == sheet.size
    assert without.tobytes() != sheet.tobytes()


def test_a_long_caption_stays_over_its_picture() -> None:
    red, blue = square("red"), square("blue")
    long = opened(contact_sheet([("long caption " * 20, red), ("two", blue)], 2, FONT))
    none = opened(contact_sheet([("", red), ("two", blue)], 2, FONT))
    half = (16 + 60, 0, *none.size)
    assert long.crop(half).tobytes() == none.crop(half).tobytes()


def test_an_empty_contact_sheet_is_a_picture_too() -> None:
    assert opened(contact_sheet([], 3, FONT)).size == (16, 16)


def square(colour: str) -> bytes:
    output = BytesIO()
    Image.new("RGB", (60, 60), colour).save(output, "PNG")
    return output.getvalue()
