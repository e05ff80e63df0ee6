"""Stale and unrecorded sections of translations."""

from __future__ import annotations

from datetime import date

import pytest

from press.errors import Problem
from press.lint.translations import stale_translations
from press.load.project import load
from tests.conftest import Sample

TODAY = date(2026, 6, 1)
FOLDER = "content/leaflets/when-to-call"
ENGLISH, RUSSIAN = f"{FOLDER}/en.yaml", f"{FOLDER}/ru.yaml"
RECORD = f"{FOLDER}/translated/ru.yaml"


def found(sample: Sample) -> tuple[Problem, ...]:
    project = load(sample.root).project
    assert project
    return stale_translations(project, TODAY)


def test_a_translation_that_was_noted_passes(sample: Sample) -> None:
    assert found(sample) == ()


def test_a_stale_section_is_a_warning_that_shows_what_changed(sample: Sample) -> None:
    sample.change(ENGLISH, "column: Price", "column: Price, RUB")
    (problem,) = found(sample)
    assert (problem.code, problem.warning, str(problem.place)) == ("translation-stale", True, f"{RUSSIAN}:22:3")
    assert "prices: column “⟦–Price⟧ ⟦+Price, RUB⟧”" in problem.message
    assert "“en”" in problem.message
    assert f"{ENGLISH}:22" in problem.remedy
    assert problem.remedy.endswith("./run translated when-to-call ru prices")


def test_a_stale_critical_section_is_refused(sample: Sample) -> None:
    sample.change(ENGLISH, "cannot be woken", "does not wake")
    (problem,) = found(sample)
    assert (problem.code, problem.warning, str(problem.place)) == ("translation-stale", False, f"{RUSSIAN}:10:3")
    assert "nothing is printed" in problem.message
    assert problem.remedy.endswith("./run translated when-to-call ru red")


def test_the_short_form_of_a_critical_section_is_critical_too(sample: Sample) -> None:
    sample.change(f"{FOLDER}/leaflet.yaml", "critical: [red]", "critical: [red]\nshort_forms: {red: prices}")
    sample.change(ENGLISH, "column: Price", "column: Cost")
    assert [(problem.code, problem.warning) for problem in found(sample)] == [("translation-stale", False)]


def test_the_title_and_the_summary_have_a_record_of_their_own(sample: Sample) -> None:
    sample.change(ENGLISH, "summary: Which", "summary: What")
    (problem,) = found(sample)
    assert (problem.warning, str(problem.place)) == (True, f"{RUSSIAN}:2:8")
    assert problem.message.startswith("the title or the summary has changed")
    assert problem.remedy.endswith("./run translated when-to-call ru leaflet")


def test_a_section_nobody_noted(sample: Sample) -> None:
    for file in (ENGLISH, RUSSIAN):
        sample.change(
            file, "  prices:\n", "  more:\n    blocks: [{kind: stamp, key: stamp, label: Stamp}]\n  prices:\n"
        )
    (problem,) = found(sample)
    assert (problem.code, problem.warning, str(problem.place)) == ("translation-unrecorded", True, f"{RUSSIAN}:22:3")
    sample.change(f"{FOLDER}/leaflet.yaml", "critical: [red]", "critical: [red, more]")
    (problem,) = found(sample)
    assert not problem.warning


def test_a_translation_nobody_noted_is_told_once_and_names_what_is_critical(sample: Sample) -> None:
    sample.delete(RECORD)
    (problem,) = found(sample)
    assert (problem.code, problem.warning, str(problem.place)) == ("translation-unrecorded", False, f"{RUSSIAN}:2:8")
    assert "“red” tells when to call for help" in problem.message
    assert problem.remedy.endswith("./run translated when-to-call ru")
    sample.change(f"{FOLDER}/leaflet.yaml", "critical: [red]\n", "")
    (problem,) = found(sample)
    assert problem.warning


def test_a_translation_that_was_changed_alone_is_told_and_a_critical_section_refused(sample: Sample) -> None:
    sample.change(RUSSIAN, "column: Price", "column: Цена")
    sample.change(RUSSIAN, "cannot be woken", "не просыпается")
    critical, ordinary = sorted(found(sample), key=lambda problem: problem.warning)
    assert {problem.code for problem in (critical, ordinary)} == {"translation-reworded"}
    assert [problem.warning for problem in (critical, ordinary)] == [False, True]
    assert "“red” has changed here since it was last compared with “en”" in critical.message
    assert "nothing is printed" in critical.message
    assert "⟦–cannot be woken.⟧ ⟦+не просыпается.⟧" in critical.message
    assert critical.remedy.endswith("./run translated when-to-call ru red")
    assert "nothing is printed" not in ordinary.message


def test_the_original_may_be_another_language(sample: Sample) -> None:
    sample.change(f"{FOLDER}/leaflet.yaml", "critical: [red]", "critical: [red]\noriginal: ru")
    (problem,) = found(sample)
    assert (problem.code, str(problem.place)) == ("translation-unrecorded", f"{ENGLISH}:2:8")


@pytest.mark.parametrize("words", ["", "digest: 0123456789abcdef0123456789abcdef"])
def test_a_record_with_a_digest_of_its_own_is_stale_without_a_difference(sample: Sample, words: str) -> None:
    text = (sample.root / RECORD).read_text("utf-8")
    start = text.index("digest: ", text.index("  prices:"))
    sample.write(RECORD, text[:start] + (words or text[start : start + 40]) + text[start + 40 :])
    told = [problem.message for problem in found(sample)]
    assert len(told) == (1 if words else 0)
    assert all("changed there" not in message for message in told)
