"""A short form has no figure of its own."""

from __future__ import annotations

from datetime import date

import pytest

from press.errors import Problem
from press.lint.short_forms import short_form_figures
from press.load.project import load
from tests.conftest import Sample

TODAY = date(2026, 6, 1)
FOLDER = "content/leaflets/when-to-call"
ENGLISH = f"{FOLDER}/en.yaml"
LONG, SHORT = "Breathing is slow or has stopped.", "column: Price"


@pytest.fixture
def short(sample: Sample) -> Sample:
    """The sample, in which the section of the prices stands for the red one."""
    sample.change(f"{FOLDER}/leaflet.yaml", "critical: [red]", "critical: [red]\nshort_forms: {red: prices}")
    return sample


def found(sample: Sample) -> tuple[Problem, ...]:
    project = load(sample.root).project
    assert project
    return short_form_figures(project, TODAY)


@pytest.mark.parametrize(
    ("long", "short_form"),
    [
        ("Give 1 breath every 5 seconds.", "Give one per 5 s"),
        ("Breathing has stopped.", "No breath"),
        ("Wait 2–3 minutes, ring {emergency}.", "Wait 3 min. {emergency}"),
        ("Once in 24 hours.", "In 24"),
    ],
)
def test_figures_that_the_section_has_pass(short: Sample, long: str, short_form: str) -> None:
    short.change(ENGLISH, LONG, f"'{long}'")
    short.change(ENGLISH, SHORT, f"column: '{short_form}'")
    assert found(short) == ()


@pytest.mark.parametrize(
    ("long", "short_form", "told"),
    [
        ("Give 1 breath every 6 seconds.", "Give one per 5 s", "“5 s”"),
        ("Wait 5 minutes.", "Wait 5 s", "“5 s”"),
        ("Breathing has stopped.", "Wait 3 min", "“3 min”"),
        ("Ring {emergency}.", "Ring {phone}", "{phone"),
    ],
)
def test_another_figure_is_told_at_its_place(short: Sample, long: str, short_form: str, told: str) -> None:
    short.change(ENGLISH, LONG, f"'{long}'")
    short.change(ENGLISH, SHORT, f"column: '{short_form}'")
    (problem,) = found(short)
    assert (problem.code, problem.warning, str(problem.place)) == ("short-form-figures", True, f"{ENGLISH}:27:17")
    assert told in problem.message
    assert "“prices”, and “red” says nothing of the kind" in problem.message


def test_a_section_that_is_not_there_is_told_elsewhere(sample: Sample) -> None:
    sample.change(f"{FOLDER}/leaflet.yaml", "critical: [red]", "critical: [red]\nshort_forms: {rot: prices}")
    sample.change(ENGLISH, SHORT, "column: 5 days")
    assert found(sample) == ()
