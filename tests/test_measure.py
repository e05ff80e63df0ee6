"""Widths of letters, and headings whose lines are about equally long."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from press.measure import FACES, balanced_lines, ruler
from press.units import pt_to_mm

FONTS = Path(__file__).parents[1] / "styles" / "fonts"


def one_each(text: str) -> float:
    """A face in which every letter is 1 mm wide."""
    return float(len(text))


@pytest.mark.parametrize("weight", FACES)
def test_every_face_is_there_and_measures_both_alphabets(weight: int) -> None:
    width = ruler(FONTS, weight, 12)
    assert 0 < width("i") < width("m") < pt_to_mm(12) * 1.2
    assert 0 < width("г") < width("ж")
    assert width("help me") == pytest.approx(width("help") + width(" ") + width("me"))


def test_twice_the_size_is_twice_the_width() -> None:
    assert ruler(FONTS, 700, 24)("Звоните") == pytest.approx(2 * ruler(FONTS, 700, 12)("Звоните"))


def test_a_letter_no_face_has_counts_half_its_size() -> None:
    assert ruler(FONTS, 700, 72)("😀") == pytest.approx(12.7, abs=0.1)


def test_widths_are_those_that_another_program_finds() -> None:
    for weight, face in FACES.items():
        font = ImageFont.truetype(FONTS / face, 1000)
        for text in ("H", "103", "Щ"):
            wanted = sum(font.getlength(letter) for letter in text) / 1000 * 25.4
            assert ruler(FONTS, weight, 72)(text) == pytest.approx(wanted, abs=0.05), (face, text)


@pytest.mark.parametrize(
    ("words", "measure", "lines"),
    [
        ("aa bb", 10, ["aa bb"]),
        ("aaaa bb cc dddd", 11, ["aaaa bb", "cc dddd"]),
        ("aaaa bbbb cccc d", 14, ["aaaa bbbb", "cccc d"]),  # not: three words and one
        ("a bbbbbbbbbbbbbbb c", 8, ["a", "bbbbbbbbbbbbbbb", "c"]),
        ("wide", 2, ["wide"]),
    ],
)
def test_lines_are_few_and_equal(words: str, measure: float, lines: list[str]) -> None:
    assert balanced_lines(words.split(), one_each, measure) == lines


@given(st.lists(st.text("ab", min_size=1, max_size=9), min_size=1, max_size=12), st.integers(9, 40))
def test_no_word_is_lost_no_line_too_wide_and_none_too_many(words: list[str], measure: int) -> None:
    lines = balanced_lines(words, one_each, measure)
    assert " ".join(lines) == " ".join(words)
    assert all(len(line) <= measure for line in lines)
    greedy = [words[0]]
    for word in words[1:]:
        if len(greedy[-1]) + 1 + len(word) <= measure:
            greedy[-1] += f" {word}"
        else:
            greedy.append(word)
    assert len(lines) == len(greedy)
    assert max(map(len, lines)) <= max(map(len, greedy))
