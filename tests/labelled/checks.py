"""The checks of words as a build asks them, for a sentence on its own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from press.errors import Place
from press.lint.words.check import checked
from press.lint.words.passages import Passage
from press.load.project import load
from tests.labelled import Labelled
from tests.labelled.measure import Judge

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 23)


def checks() -> Judge:
    """Judges a sentence by every rule of words, with the project's own lists of words."""
    loaded = load(ROOT, DAY)
    if loaded.project is None:
        raise ValueError("\n".join(map(str, loaded.problems)))
    project = loaded.project

    def judge(sentence: Labelled) -> frozenset[str]:
        return frozenset(problem.code for problem in checked([_passage(sentence)], project))

    return judge


def _passage(sentence: Labelled) -> Passage:
    return Passage(
        leaflet="labelled",
        language=sentence.language,
        section="words",
        block="words",
        role=sentence.role,
        field="text",
        text=sentence.text,
        place=Place(f"tests/labelled/{sentence.language}.yaml"),
    )
