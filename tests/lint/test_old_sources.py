"""Old sources and those without a year are named, once each, where somebody cites them."""

from __future__ import annotations

from datetime import date

import pytest

from press.errors import Problem
from press.lint.old_sources import old_sources, told_sources
from press.lint.rules import advise, lint
from press.load.project import load
from press.model.project import Project
from tests.conftest import Sample

SOURCES = "content/sources.yaml"
TEXT = "content/leaflets/when-to-call/en.yaml"
SECOND = """\
  - {key: old-page, short: {en: A page, ru: Страница}, title: A page, where: a.example, strength: weak}
"""


def project_of(sample: Sample) -> Project:
    loaded = load(sample.root)
    assert loaded.project, loaded.problems
    return loaded.project


def told(sample: Sample, year: int) -> list[Problem]:
    return list(old_sources(project_of(sample), date(year, 6, 1)))


def cite_second(sample: Sample) -> None:
    sample.write(SOURCES, (sample.root / SOURCES).read_text("utf-8") + SECOND)
    sample.change(TEXT, "[who-2014]", "[who-2014, old-page]")


@pytest.mark.parametrize(("year", "count"), [(2029, 0), (2030, 1)])
def test_a_source_is_old_after_the_years_the_clinic_says(sample: Sample, year: int, count: int) -> None:
    problems = told(sample, year)
    assert [problem.code for problem in problems] == ["source-old"] * count
    for problem in problems:
        assert problem.warning
        assert str(problem.place) == f"{SOURCES}:2:10"
        assert "1 cited source is older than 15 years: `who-2014` (2014)" in problem.message


def test_the_clinic_says_how_many_years(sample: Sample) -> None:
    sample.change("content/clinic.yaml", "owner:", "source_years: 3\nowner:")
    assert [problem.code for problem in told(sample, 2017)] == []
    assert [problem.code for problem in told(sample, 2018)] == ["source-old"]


def test_a_source_without_a_year_is_named(sample: Sample) -> None:
    cite_second(sample)
    (problem,) = told(sample, 2026)
    assert (problem.code, problem.warning) == ("source-undated", True)
    assert "`old-page`" in problem.message


def test_several_are_told_at_once_the_oldest_first(sample: Sample) -> None:
    cite_second(sample)
    sample.change(SOURCES, "title: A page,", "title: A page, year: 1999,")
    (problem,) = told(sample, 2030)
    assert "2 cited sources are older than 15 years: `old-page` (1999), `who-2014` (2014)" in problem.message
    assert str(problem.place) == SOURCES


def test_a_working_limit_has_no_year_to_tell(sample: Sample) -> None:
    cite_second(sample)
    sample.change(SOURCES, "a.example, strength: weak", "a.example, strength: working")
    assert told(sample, 2026) == []


def test_what_nobody_cites_is_not_told(sample: Sample) -> None:
    sample.write(SOURCES, (sample.root / SOURCES).read_text("utf-8") + SECOND)
    assert told(sample, 2026) == []
    assert told_sources(project_of(sample), ["unknown"], date(2026, 6, 1)) == ()


def test_a_check_asks_and_a_build_does_not(sample: Sample) -> None:
    day = date(2027, 6, 1)
    sample.change("content/clinic.yaml", "owner:", "source_years: 1\nowner:")
    project = project_of(sample)
    codes = {problem.code for guard in lint(project, day) for problem in guard.problems}
    assert "source-old" not in codes
    assert [problem.code for problem in advise(project, day)["sources"]] == ["source-old"]
