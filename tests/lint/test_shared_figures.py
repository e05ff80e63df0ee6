"""Price lists and the clinic say the same figures in every language."""

from __future__ import annotations

from datetime import date

import pytest

from press.errors import Problem
from press.lint.shared_figures import shared_figures
from press.lint.words.check import avoided_words
from press.load.project import load
from press.model.project import Project
from tests.conftest import FILES, Sample

TODAY = date(2026, 6, 1)
CLINIC, PRICES = "content/clinic.yaml", "content/prices.yaml"
ROW = "        unit: visit\n"
RICH = ROW + (
    "        notes: {en: 'First 7–14 days, ring {emergency}.', ru: 'Сначала 7–14 дней, звоните {emergency}.'}\n"
    "        includes: {en: [drip of 1.5 l, advice], ru: [капельница 1.5 л, совет]}\n"
)


def project_of(sample: Sample) -> Project:
    project = load(sample.root, TODAY).project
    assert project
    return project


def found(sample: Sample) -> tuple[Problem, ...]:
    return shared_figures(project_of(sample), TODAY)


@pytest.fixture
def rich(sample: Sample) -> Sample:
    sample.change(PRICES, ROW, RICH)
    sample.change(PRICES, "owner:", "tax: {en: No tax., ru: Без налога.}\nowner:")
    return sample


def test_the_same_figures_pass(rich: Sample) -> None:
    assert found(rich) == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "field", "told"),
    [
        (PRICES, "Сначала 7–14 дней", "Сначала 1–2 дня", "notes", "“1–2 дня”"),
        (PRICES, "ru: 'Сначала 7–14 дней, звоните {emergency}.'", "ru: 'Сначала 7–14 дней.'", "notes", "{emergency}"),
        (PRICES, "en: 'First 7–14", "en: 'First 10–20", "notes", "“10–20 days”"),
        (PRICES, "капельница 1.5 л", "капельница 0.5 л", "includes", "0.5"),
        (PRICES, "ru: Врач на дом", "ru: Врач на дом на 3 часа", "names", "“3 часа”"),
        (PRICES, "ru: Визиты", "ru: Визиты за 2 дня", "names", "“2 дня”"),
        (PRICES, "ru: Без налога.", "ru: Налог 20 %.", "tax", "20"),
        (CLINIC, "ru: Общие сведения.", "ru: 'Общие сведения, 5 дней.'", "disclaimer", "“5 дней”"),
    ],
)
def test_other_figures_are_told_at_their_field(
    rich: Sample, file: str, old: str, new: str, field: str, told: str
) -> None:
    rich.change(file, old, new)
    (problem,) = found(rich)
    assert (problem.code, problem.warning) == ("translation-figures", False)
    assert problem.message.startswith(f"the figures in `{field}` differ: “en” says ")
    assert told in problem.message
    assert problem.place
    assert (problem.place.file, problem.place.line > 1) == (file, True)


def test_a_service_may_have_an_exception_and_the_clinic_none(rich: Sample) -> None:
    rich.change(PRICES, "ru: Врач на дом", "ru: Врач на дом на 3 часа")
    (problem,) = found(rich)
    assert "add `allow`" in problem.remedy
    allow = "        allow: [{rule: translation-figures, words: 3 часа, reason: The clinic asked for it.}]\n"
    rich.change(PRICES, ROW, allow + ROW)
    assert found(rich) == ()
    assert avoided_words(project_of(rich), TODAY) == ()
    rich.change(CLINIC, "ru: Общие сведения.", "ru: 'Общие сведения, 5 дней.'")
    (problem,) = found(rich)
    assert "allow" not in problem.remedy


def test_a_list_that_is_to_come_is_looked_at_and_one_that_has_ended_is_not(sample: Sample) -> None:
    wrong = FILES[PRICES].replace("ru: Врач на дом", "ru: Врач на дом на 3 часа")
    sample.write("content/prices-2028.yaml", wrong.replace("2026-01-01", "2028-01-01").replace("2027-12", "2028-12"))
    sample.write("content/prices-2025.yaml", wrong.replace("2026-01-01", "2025-01-01").replace("2027-12", "2025-12"))
    assert [str(problem.place).split(":")[0] for problem in found(sample)] == ["content/prices-2028.yaml"]


def test_a_language_that_is_missing_is_told_elsewhere(rich: Sample) -> None:
    rich.change(PRICES, "names: {en: Visits, ru: Визиты}", "names: {en: 3 visits}")
    assert found(rich) == ()
