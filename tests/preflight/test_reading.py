"""What is read back from pages that WeasyPrint set."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import weasyprint
from pypdf import PdfWriter

from press.model.sheet import FlipEdge, Rectangle
from press.preflight.reading import (
    PageReading,
    PrintWishes,
    Unreadable,
    Word,
    compare_words,
    normal,
    picture,
    pictures,
    print_wishes,
    read_pages,
    words,
)
from tests.papers import grid, patch, pdf_of, text

FONTS = Path(__file__).parents[2] / "styles" / "fonts"
STYLE = f"""
@font-face {{ font-family: Plex; src: url({(FONTS / "IBMPlexSans_400Regular.ttf").as_uri()}) }}
@font-face {{ font-family: Plex; font-weight: 700; src: url({(FONTS / "IBMPlexSans_700Bold.ttf").as_uri()}) }}
@page {{ size: 100mm 60mm; margin: 10mm }}
html {{ font: 12pt/15pt Plex }}
p {{ margin: 0 }}
"""
FORTY = " ".join(f"w{number:02}" for number in range(40))


@cache
def laid_out(body: str) -> bytes:
    page = f"<!doctype html><html lang=en><title>t</title><style>{STYLE}</style><body>{body}"
    pdf: bytes = weasyprint.HTML(string=page).write_pdf()
    return pdf


def read(body: str) -> PageReading:
    (reading,) = read_pages(laid_out(body))
    return reading


def texts(body: str) -> list[str]:
    return [word.text for word in words(read(body))]


def a_word(text: str, **more: Any) -> Word:
    return Word(text, Rectangle(0, 0, 10, 4), 12, "Plex", 0, more.get("line_end", False))


# Words --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<p>Call 112 now", ["Call", "112", "now"]),
        ("<p>Звоните 103, если", ["Звоните", "103,", "если"]),
        ("<p>office fluffy", ["office", "fluffy"]),
        ("<p>8&nbsp;800&#8239;200", ["8", "800", "200"]),
        ("<p>co<b>ol</b>er <b>1</b>12", ["cooler", "112"]),
        ("<p style='letter-spacing: .15em'>SPACED OUT", ["SPACED", "OUT"]),
        ("<p style='letter-spacing: .12em'>co<b>ol</b>er", ["cooler"]),
        ("<p style='text-align: justify'>" + "wide gaps " * 8, ["wide", "gaps"] * 8),
        ("<p style='text-transform: uppercase'>loud words", ["LOUD", "WORDS"]),
        ("<p>one<br>two", ["one", "two"]),
        ("<table><td>Visit<td>1 200 ₽<tr><td>Call<td>0", ["Visit", "1", "200", "₽", "Call", "0"]),
        ("<p>😀x", ["😀x"]),
        ("", []),
    ],
)
def test_words_of_a_page(body: str, found: list[str]) -> None:
    assert texts(body) == found


def test_a_word_knows_its_place_size_and_letters() -> None:
    (word,) = words(read("<p style='position: absolute; left: 20mm; top: 10mm; font: 700 24pt/24pt Plex'>HHH"))
    assert word.box.x == pytest.approx(30, abs=1)
    # capitals of 24 pt are about 0.7 of the size high
    assert word.box.height == pytest.approx(0.7 * 24 * 25.4 / 72, abs=0.3)
    assert 20 < word.box.y < word.box.bottom < 20 + 24 * 25.4 / 72
    assert word.size == pytest.approx(24, abs=0.01)
    assert (word.font, word.angle) == ("Plex-Bold", 0)


def test_the_size_of_a_word_is_that_of_its_smallest_letters() -> None:
    (word,) = words(read("<p>H<span style='font-size: 6pt'>2</span>O"))
    assert word.text == "H2O"
    assert word.size == pytest.approx(6, abs=0.01)


@pytest.mark.parametrize(("turn", "angle"), [("0deg", 0), ("90deg", 90), ("180deg", 180), ("-90deg", 270)])
def test_angles_are_clockwise(turn: str, angle: int) -> None:
    reading = read(f"<p style='width: 30mm; transform: rotate({turn})'>turned words")
    assert {round(word.angle) for word in words(reading)} == {angle}


def test_runs_tell_looks_apart() -> None:
    runs = read("<p>co<b style='color: #0b6000'>ol</b>er").runs
    assert [(run.text, run.font, run.joined) for run in runs] == [
        ("co", "Plex", False),
        ("ol", "Plex-Bold", True),
        ("er", "Plex", True),
    ]
    assert [run.colour for run in runs] == [(0, 0, 0, 255), (0x0B, 0x60, 0, 255), (0, 0, 0, 255)]
    assert read("<p style='color: rgba(0, 0, 0, 0)'>clear").runs[0].colour[3] == 0


# Words that left the page -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{'W' * 60}end",
        f"<p style='white-space: nowrap'>{FORTY}",
        "<p style='position: absolute; left: 150mm; top: 0'>gone right",
        "<p style='position: absolute; left: -60mm; top: 0; width: 30mm'>gone left",
        "<p style='position: absolute; left: 0; top: 100mm'>gone below",
        "<p style='position: absolute; left: 0; top: -60mm'>gone above",
        "<p style='transform: translate(300mm, 0)'>moved away",
        f"<div style='display: inline-block; width: 40mm'>{FORTY}",
    ],
    ids=["unbreakable", "one line", "right", "left", "below", "above", "moved", "inline block"],
)
def test_words_beyond_the_edge_are_seen_with_their_place(body: str) -> None:
    reading = read(body)
    found = words(reading)
    assert len(found) == len(body.split(">", 1)[1].split())
    assert any(
        word.box.x < 0 or word.box.y < 0 or word.box.right > reading.width or word.box.bottom > reading.height
        for word in found
    )


@pytest.mark.parametrize(
    "body",
    [
        f"<div style='height: 10mm'><p>{FORTY} {FORTY}</div>",
        f"<div style='float: left; width: 20mm'>{FORTY}</div>",
        f"<div style='position: absolute; width: 20mm'>{FORTY}</div>",
        f"<div style='display: flex; flex-direction: column; height: 10mm'><div>{FORTY} {FORTY}</div></div>",
    ],
    ids=["height", "float", "absolute", "flex"],
)
def test_words_that_the_engine_drops_are_missed(body: str) -> None:
    source = body[body.index("w00") :].split("<")[0].split()
    found = [word for reading in read_pages(laid_out(body)) for word in words(reading)]
    lost, extra = compare_words(source, found)
    assert len(lost) > 5
    assert extra == ()


# Comparing ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "width"),
    [
        ("internationalization responsibilities nevertheless", "20mm"),
        ("self-help-group 200-02-00 long-standing", "16mm"),
        ("то-то — это", "8mm"),
        ("https://example.org/<wbr>path/<wbr>further", "28mm"),
    ],
)
def test_words_broken_over_lines_are_whole_again(source: str, width: str) -> None:
    found = words(read(f"<p style='width: {width}; hyphens: auto'>{source}"))
    plain = source.replace("<wbr>", "")
    assert len(found) > len(plain.split()), "nothing was broken; make the column narrower"
    assert compare_words(plain.split(), found) == ((), ())


@pytest.mark.parametrize(
    ("expected", "found", "lost", "extra"),
    [
        (["a", "b"], ["b", "a"], (), ()),
        (["a", "a"], ["a"], ("a",), ()),
        (["a"], ["a", "a"], (), ("a",)),
        (["8 800"], ["8", "800"], (), ()),
        (["non‑stop"], ["non-stop"], (), ()),
        (["pre\u00advent"], ["prevent"], (), ()),
        (["й"], ["и\u0306"], (), ()),
        (["112"], ["113"], ("112",), ("113",)),
        # the second half of the broken word is a word of its own too
        (["national", "international"], ["inter-", "national", "national"], (), ()),
        (["international"], ["inter-"], ("international",), ("inter-",)),
        (["preventable"], ["pre-", "vent-", "able"], (), ()),
    ],
)
def test_comparing_words(expected: list[str], found: list[str], lost: tuple[str, ...], extra: tuple[str, ...]) -> None:
    missing, unexpected = compare_words(expected, [a_word(text) for text in found])
    assert missing == lost
    assert tuple(word.text for word in unexpected) == extra


def test_normal_text() -> None:
    assert normal("8\u00a0800\u202f200 non\u2011stop soft\u00adly\u200b") == "8 800 200 non-stop softly"


# Pictures and wishes ------------------------------------------------------------------------------------


def test_pictures_have_whole_pixels_for_whole_millimetres() -> None:
    pdf = pdf_of((297, 210, ()), (30, 20, (patch("R", 0, 0, 10, 20), patch("B", 20, 10, 10, 10))))
    first, second = pictures(pdf, 3 * 25.4)
    assert (first.size, second.size) == ((891, 630), (90, 60))
    assert grid(second, 30) == ["R__", "R_B"]
    grey = picture(pdf, 1, 25.4, grey=True)
    assert grey.mode == "L"
    pixels = [grey.getpixel((x, 5)) for x in (5, 15)]
    assert pixels[1] == 255
    assert isinstance(pixels[0], int)
    assert 50 < pixels[0] < 120


def test_wishes_for_the_printer() -> None:
    assert print_wishes(pdf_of((20, 20, ()))) == PrintWishes(actual_size=False, flip=None)
    assert print_wishes(pdf_of((20, 20, ()), catalogue=True)) == PrintWishes(actual_size=True, flip=None)
    assert {flip.value for flip in FlipEdge} == {"none", "short-edge", "long-edge"}


def test_the_box_of_the_page_may_begin_anywhere() -> None:
    writer = PdfWriter(clone_from=BytesIO(pdf_of((100, 60, (text("Help", 20, 30),)))))
    page = writer.pages[0]
    (before,) = words(read_pages(pdf_of((100, 60, (text("Help", 20, 30),))))[0])
    page.mediabox = type(page.mediabox)([-72, -36, float(page.mediabox.right), float(page.mediabox.top) + 36])
    page.cropbox = page.trimbox = page.mediabox
    output = BytesIO()
    writer.write(output)
    (after,) = words(read_pages(output.getvalue())[0])
    assert after.box.x == pytest.approx(before.box.x + 25.4, abs=0.01)
    assert after.box.y == pytest.approx(before.box.y + 12.7, abs=0.01)


def test_what_is_no_pdf_cannot_be_read() -> None:
    with pytest.raises(Unreadable):
        read_pages(b"not a PDF")
