"""Figures that differ between languages, and exceptions with their reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from press.errors import Problem
from press.lint.figures import different_figures
from press.load.project import load
from tests.conftest import Sample

TODAY = date(2026, 6, 1)
FOLDER = "content/leaflets/when-to-call"
ENGLISH, RUSSIAN = f"{FOLDER}/en.yaml", f"{FOLDER}/ru.yaml"
ALLOW = "        allow:\n          - {rule: translation-figures, words: %s, reason: The word means 24 hours.}\n"


def found(root: Path) -> tuple[Problem, ...]:
    project = load(root).project
    assert project
    return different_figures(project, TODAY)


def test_equal_figures_pass(sample: Sample) -> None:
    sample.change(ENGLISH, "cannot be woken", "cannot be woken for 1,500 seconds")
    sample.change(RUSSIAN, "cannot be woken", "не просыпается 1500 секунд")
    assert found(sample.root) == ()


def test_our_own_texts_have_the_same_figures() -> None:
    assert found(Path(__file__).parents[2]) == ()


def test_another_number_is_refused_with_both_sides_and_both_places(sample: Sample) -> None:
    sample.change(ENGLISH, "cannot be woken", "cannot be woken for 2–3 min")
    sample.change(RUSSIAN, "cannot be woken", "не просыпается **3–5 мин**")
    (problem,) = found(sample.root)
    assert (problem.code, problem.warning, str(problem.place)) == (
        "translation-figures",
        False,
        f"{RUSSIAN}:20:13",
    )
    assert "the block “red”" in problem.message
    assert "“en” says “2–3 min”, here it says “3–5 мин”" in problem.message
    assert f"{ENGLISH}:20:13" in problem.remedy
    assert problem.sentence[problem.start : problem.start + problem.length] == "5"


@pytest.mark.parametrize(
    ("english", "russian", "message"),
    [
        ("{emergency}", "now", "“en” says “{emergency}”, here it says nothing of the kind"),
        ("now", "{phone}", "“en” says nothing of the kind, here it says “{phone}”"),
        ("{price:home-visit}", "{price:other}", "“{price:home-visit}”, here it says “{price:other}”"),
    ],
)
def test_references_count(sample: Sample, english: str, russian: str, message: str) -> None:
    sample.change(ENGLISH, "title: Call now", f'title: "Call {english}"')
    sample.change(RUSSIAN, "title: Call now", f'title: "Call {russian}"')
    (problem,) = found(sample.root)
    assert message in problem.message
    assert "the title of the section “red”" in problem.message


def test_what_is_missing_is_told_at_the_string_that_should_have_it(sample: Sample) -> None:
    sample.change(ENGLISH, "has stopped", "has stopped for 5 minutes")
    (problem,) = found(sample.root)
    assert str(problem.place) == f"{RUSSIAN}:21:13"
    assert problem.sentence == ""


def test_titles_are_compared_with_titles(sample: Sample) -> None:
    sample.change(ENGLISH, "summary: Which", "summary: 5 signs; which")
    (problem,) = found(sample.root)
    assert "the title and summary" in problem.message
    assert str(problem.place) == f"{RUSSIAN}:3:10"


@pytest.mark.parametrize("file", [ENGLISH, RUSSIAN])
def test_an_exception_with_words_that_stand_there_lets_it_pass(sample: Sample, file: str) -> None:
    sample.change(ENGLISH, "cannot be woken", "cannot be woken for 24 hours")
    sample.change(RUSSIAN, "cannot be woken", "не просыпается сутки")
    assert len(found(sample.root)) == 1
    words = "24 hours" if file == ENGLISH else "сутки"
    sample.change(file, "        level: red\n", "        level: red\n" + ALLOW % words)
    assert found(sample.root) == ()
    sample.change(file, ALLOW % words, ALLOW % "of old")
    assert [problem.code for problem in found(sample.root)] == ["translation-figures"]


def test_an_exception_excuses_no_other_figure_of_its_block(sample: Sample) -> None:
    sample.change(ENGLISH, "cannot be woken", "cannot be woken in 3–5 min, every 5 seconds")
    sample.change(RUSSIAN, "cannot be woken", "не просыпается 2–3 мин, раз в 5 секунд")
    both = ALLOW % "2–3 мин" + "          - {rule: translation-figures, words: 3–5 min, reason: Both are right.}\n"
    sample.change(RUSSIAN, "        level: red\n", "        level: red\n" + both)
    assert found(sample.root) == ()
    sample.change(RUSSIAN, "раз в 5 секунд", "раз в 50 секунд")
    (problem,) = found(sample.root)
    assert "“en” says “5 seconds”, here it says “50 секунд”" in problem.message


def test_an_exception_that_nothing_needs_is_told(sample: Sample) -> None:
    sample.change(RUSSIAN, "        level: red\n", "        level: red\n" + ALLOW % "woken")
    (problem,) = found(sample.root)
    assert (problem.code, problem.warning) == ("allowance-unused", True)
    assert str(problem.place).startswith(f"{RUSSIAN}:18:")


def test_an_exception_of_another_rule_lets_nothing_pass(sample: Sample) -> None:
    sample.change(ENGLISH, "cannot be woken", "cannot be woken for 24 hours")
    allow = (ALLOW % "woken").replace("translation-figures", "words-fear")
    sample.change(RUSSIAN, "        level: red\n", "        level: red\n" + allow)
    assert [problem.code for problem in found(sample.root)] == ["translation-figures"]


def test_doses_in_another_order_are_a_warning_until_somebody_has_looked(sample: Sample) -> None:
    sample.change(ENGLISH, "cannot be woken", "takes 2 mg, a child 5 mg")
    sample.change(RUSSIAN, "cannot be woken", "принимает 5 мг, ребёнок 2 мг")
    (problem,) = found(sample.root)
    assert (problem.code, problem.warning, str(problem.place)) == ("translation-order", True, f"{RUSSIAN}:20:13")
    assert (
        "the same doses stand in another order (“2 mg”, “5 mg” / “5 мг”, “2 мг”) in the block “red”" in problem.message
    )
    assert "Please look" in problem.remedy
    assert f"{ENGLISH}:20:13" in problem.remedy
    sample.change(RUSSIAN, "        level: red\n", "        level: red\n" + ALLOW % "5 мг")
    assert found(sample.root) == ()
    sample.change(RUSSIAN, "5 мг, ребёнок 2 мг", "2 мг, ребёнок 5 мг")
    assert [problem.code for problem in found(sample.root)] == ["allowance-unused"]
