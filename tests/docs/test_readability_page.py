"""The page on reading levels tells the figures of the program."""

from __future__ import annotations

from pathlib import Path

import pyphen
import pytest

from press.lint.words.passages import Role
from press.lint.words.targets import ENOUGH_FOR_SMOG, ENOUGH_SENTENCES, ENOUGH_WORDS, LONGEST, TARGETS
from press.readability.english import EXCEPTIONS, syllables
from press.readability.formulas import FORMULAS, OBORNEVA_A, OBORNEVA_B, Counts, Formula
from press.readability.vocabulary import staying
from tests.readability.known import KNOWN

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/readability.md").read_text("utf-8")
RECORD = (ROOT / "docs/decisions/027-reading-level.md").read_text("utf-8")


def row(beginning: str) -> list[str]:
    """The cells of the one table row that has this cell."""
    (found,) = (line for line in PAGE.splitlines() if line.startswith("| ") and beginning in line.split(" | "))
    return [cell.strip() for cell in found.strip("|").split("|")]


@pytest.mark.parametrize(
    ("language", "formula"), [(language, formula) for language, some in FORMULAS.items() for formula in some]
)
def test_every_formula_has_its_row_with_its_targets(language: str, formula: Formula) -> None:
    asked = [TARGETS[language][role].figures.get(formula.key) for role in (Role.EMERGENCY, Role.BODY, Role.SMALL)]
    told = [f"{figure:g}" if figure is not None else "" for figure in asked]
    name = f"**{formula.name}**" if any(told) else formula.name
    cells = row(name)
    assert cells[3:] == told
    assert ("higher" in cells[2]) == formula.rising


@pytest.mark.parametrize(
    ("beginning", "roles"),
    [
        ("text for an emergency", (Role.EMERGENCY,)),
        ("title, label", (Role.TITLE, Role.LABEL)),
        ("price list", (Role.PRICE,)),
        ("running text, small print", (Role.BODY, Role.SMALL)),
    ],
)
def test_the_longest_sentences(beginning: str, roles: tuple[Role, ...]) -> None:
    (line,) = (line for line in PAGE.splitlines() if line.startswith(f"| {beginning} |"))
    english, russian = (int(cell.replace("words", "")) for cell in line.strip("|").split("|")[1:])
    for role in roles:
        assert (LONGEST["en"][role], LONGEST["ru"][role]) == (english, russian)


def test_the_other_figures_of_the_page() -> None:
    assert f"at least {ENOUGH_WORDS} words and {ENOUGH_SENTENCES} sentences" in PAGE
    assert f"SMOG only from {ENOUGH_FOR_SMOG} sentences on" in PAGE
    counts = Counts(sentences=10, words=100, syllables=220)
    a, b = OBORNEVA_A.figure(counts), OBORNEVA_B.figure(counts)
    assert f"A gives {a:.1f} where B gives {b:.1f}" in PAGE
    assert [word for language in FORMULAS for word in staying(language) if word not in PAGE] == []


def test_the_measured_accuracy_of_the_record() -> None:
    counts = {word: count for count, words in KNOWN.items() for word in words.split()}
    alone = pyphen.Pyphen(lang="en_US")
    right = sum(len(alone.positions(word)) + 1 == count for word, count in counts.items()) / len(counts)
    ours = sum(syllables(word) == count for word, count in counts.items()) / len(counts)
    (line,) = (line for line in RECORD.splitlines() if line.startswith(f"| {len(counts)} common words of leaflets |"))
    assert line.endswith(f"| {round(100 * ours)} % |")
    assert line.split("|")[2].strip() == f"{round(100 * right)} %"
    assert f"{len(EXCEPTIONS)} exceptions" in RECORD
