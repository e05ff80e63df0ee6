"""Side by side."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from press.compare.drawing import GAP, MARGIN, MARKED, NARROWEST, NEW, OLD, PNG_DPI, Shown, as_picture, side_by_side
from press.compare.pages import Fate, Pair, compare
from press.compare.reading import Paper, read_paper
from tests.compare.test_pages import paper, words
from tests.papers import patch

FONT = Path(__file__).parents[2] / "styles" / "fonts" / "IBMPlexSans_400Regular.ttf"


def drawn(old: Paper, new: Paper, pairs: tuple[Pair, ...], title: str = "card.pdf · front") -> Paper:
    shown = [Shown(pair, old, new, title, "old · 3GRP-4FD", "new · 9898-WGY") for pair in pairs]
    return read_paper(side_by_side(shown, FONT), "drawn.pdf")


def test_both_pages_are_there_with_their_words_and_titles() -> None:
    old, new = paper(words("Call 103 now")), paper(words("Call 104 now"))
    sheet = drawn(old, new, compare(old, new))
    (page,) = sheet.pages
    text = " ".join(page.text)
    for part in ("card.pdf · front", "old · 3GRP-4FD", "new · 9898-WGY", "Call 103 now", "Call 104 now"):
        assert part in text
    was, now = (next(word for word in page.words if word.text == number) for number in ("103", "104"))
    assert now.box.x - was.box.x == pytest.approx(150 + GAP, abs=0.2)
    assert now.box.y == pytest.approx(was.box.y, abs=0.1)


def halves(sheet: Paper) -> tuple[Image.Image, Image.Image]:
    """What was drawn of the two pages of 150 × 60 mm, without titles and edges."""
    (page,) = sheet.pages
    scale = page.look.width / page.width
    top = page.height - MARGIN - 60

    def half(left: float) -> Image.Image:
        sides = (left + 1, top + 1, left + 149, top + 59)
        return page.look.crop((sides[0] * scale, sides[1] * scale, sides[2] * scale, sides[3] * scale))

    return half(MARGIN), half(MARGIN + 150 + GAP)


def near(picture: Image.Image, colour: tuple[int, int, int]) -> int:
    """How many pixels are about this colour."""
    found = 0
    for count, other in picture.getcolors(picture.width * picture.height) or ():
        if isinstance(other, tuple) and all(abs(a - b) < 48 for a, b in zip(other, colour, strict=True)):
            found += count
    return found


def test_what_differs_is_boxed_in_two_colours() -> None:
    old, new = paper(words("Call 103 now")), paper(words("Call 104 now"))
    marked, plain = drawn(old, new, compare(old, new)), drawn(old, new, (Pair(0, 0, Fate.WORDS),))
    for side, colour in enumerate((OLD, NEW)):
        assert near(halves(marked)[side], colour) > 20
        assert near(halves(plain)[side], colour) == 0
        assert near(halves(marked)[1 - side], colour) == 0
        assert near(halves(marked)[side], MARKED) > 100


def test_boxes_can_be_seen_on_a_ground_of_their_own_colour() -> None:
    red = patch("R", 0, 0, 150, 60)
    old, new = paper((red, *words("Call 103 now"))), paper((red, *words("Call 104 now")))
    left, _ = halves(drawn(old, new, compare(old, new)))
    assert near(left, (255, 255, 255)) > 20


def test_a_page_without_its_partner_says_so() -> None:
    old, new = paper(words("one two three")), paper(words("one two three"), words("four five six seven"))
    pairs = tuple(pair for pair in compare(old, new) if pair.fate is Fate.NEW)
    (page,) = drawn(old, new, pairs).pages
    assert "not there" in " ".join(page.text)


def test_small_cards_leave_room_for_their_titles() -> None:
    old, new = paper(words("a b"), width=30), paper(words("a c"), width=30)
    (page,) = drawn(old, new, compare(old, new)).pages
    assert page.width == pytest.approx(2 * MARGIN + 2 * NARROWEST + GAP, abs=0.1)


def test_a_long_title_stays_on_the_page() -> None:
    old, new = paper(words("a b")), paper(words("a c"))
    (page,) = drawn(old, new, compare(old, new), title="a very long name " * 40).pages
    assert max(word.box.right for word in page.words) < page.width - MARGIN + 1
    assert "…" in "".join(page.text)


def test_letters_of_other_scripts_are_drawn() -> None:
    old, new = paper(words("a b")), paper(words("a c"))
    assert "оборот" in " ".join(drawn(old, new, compare(old, new), title="карточка · оборот").pages[0].text)


def test_one_picture_holds_all_pages() -> None:
    old = paper(words("Call 103 now"), words("Stay here"))
    new = paper(words("Call 104 now"), words("Stay there"))
    shown = [Shown(pair, old, new, "card", "old", "new") for pair in compare(old, new)]
    one = Image.open(BytesIO(as_picture(side_by_side(shown[:1], FONT))))
    both = Image.open(BytesIO(as_picture(side_by_side(shown, FONT))))
    assert both.format == "PNG"
    assert both.width == one.width
    assert both.height > 2 * one.height
    assert both.info["dpi"] == pytest.approx((PNG_DPI, PNG_DPI), abs=0.1)
