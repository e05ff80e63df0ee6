"""Type that a tired eye can read: size on the paper, and lines that do not end in a stray short word."""

from __future__ import annotations

import re
from pathlib import Path

from fontTools.ttLib import TTFont

from press import wording
from press.load.project import load
from press.units import pt_to_mm
from tests.whole import poppler
from tests.whole.conftest import ROOT

#: mm of x-height that reading text must have; a card for a purse is held near.
LEAST = {"wallet-card": 1.4}
#: Short words that may end a line: units stand behind their number, the rest ends a sentence or a phrase.
ALLOWED = {"ml", "мл", "s", "с", "it", "us", "up"}
#: Larger numbers are prices, which stand above what they buy, and years.
PRICE = 500


def test_reading_text_is_large_enough() -> None:
    project = load(ROOT).project
    assert project is not None
    with TTFont(ROOT / "styles/fonts/IBMPlexSans_400Regular.ttf") as font:
        share = font["OS/2"].sxHeight / font["head"].unitsPerEm
    for key, format in project.formats.items():
        for language in project.clinic.languages:
            scale = format.type_scale(language)
            for level in ("body", "lead") if key in LEAST else ("body", "lead", "secondary"):
                height = pt_to_mm(scale[level].size) * share
                assert height >= LEAST.get(key, 2.0) - 0.01, f"{key}, {language}, {level}: {height:.2f} mm"


def test_no_line_ends_in_a_stray_short_word(screen_files: tuple[Path, ...]) -> None:
    for path in screen_files:
        stray = [end for end in poppler.line_ends(path) if len(end) <= 2 and end.isalpha() and end not in ALLOWED]
        assert stray == [], path.name


def test_a_number_is_never_parted_from_what_it_counts(screen_files: tuple[Path, ...]) -> None:
    for path in screen_files:
        lines = [" ".join(line) for block in poppler.blocks(path) for line in block[:-1]]
        ends = [re.search(r"[\d ,]*\d$", line) for line in lines]
        counts = [end[0] for end in ends if end and int(re.sub(r"\D", "", end[0])) < PRICE]
        assert counts == [], path.name


def test_the_telephone_number_stands_on_one_line(screen_files: tuple[Path, ...]) -> None:
    project = load(ROOT).project
    assert project is not None
    number = wording.phone(project.branches[project.clinic.main_branch].phones["main"].number, project.clinic.region)
    whole = number.replace(wording.NO_BREAK_SPACE, " ")
    for path in screen_files:
        lines = [" ".join(line) for block in poppler.blocks(path) for line in block]
        started = [line for line in lines if whole.split()[0] in line]
        assert started, f"{path.name} has no telephone number"
        assert [line for line in started if whole not in line] == [], path.name
