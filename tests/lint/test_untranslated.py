"""Untranslated words refuse what tells when to call, warn elsewhere, and may stand with a reason."""

from __future__ import annotations

from datetime import date

import pytest

from press.cli.main import main
from press.errors import Problem
from press.lint.untranslated import untranslated_words
from press.lint.words.check import avoided_words
from press.load.project import load
from tests.conftest import Sample
from tests.drift.test_returned import RUSSIAN, RUSSIAN_WORDS

TODAY = date(2026, 6, 1)
HEAD = "        title: Вызовите скорую\n"
ALLOW = "        allow: [{rule: translation-untranslated, words: WORDS, reason: The name of a messenger.}]\n"


@pytest.fixture
def russian(sample: Sample) -> Sample:
    sample.write(RUSSIAN, RUSSIAN_WORDS)
    return sample


def found(sample: Sample) -> tuple[Problem, ...]:
    project = load(sample.root).project
    assert project
    return untranslated_words(project, TODAY)


def test_a_text_in_russian_is_translated(russian: Sample) -> None:
    assert found(russian) == ()


def test_a_sign_that_was_only_copied_is_refused_at_its_place(russian: Sample) -> None:
    russian.change(RUSSIAN, "Человека нельзя разбудить.", "The person cannot be woken.")
    (problem,) = found(russian)
    assert (problem.code, problem.warning) == ("translation-untranslated", False)
    assert str(problem.place) == f"{RUSSIAN}:20:13"
    assert problem.message.startswith("“The person cannot be woken.” is not translated; it tells when to call")
    assert problem.sentence[problem.start : problem.start + problem.length] == "The person cannot be woken."


def test_elsewhere_it_is_a_warning(russian: Sample) -> None:
    russian.change(RUSSIAN, "column: Цена", "column: Price")
    (problem,) = found(russian)
    assert (problem.warning, "nothing is printed" in problem.message) == (True, False)


def test_a_name_may_stand_with_a_reason(russian: Sample) -> None:
    russian.change(RUSSIAN, "Человека нельзя разбудить.", "Telegram")
    russian.change(RUSSIAN, HEAD, HEAD + ALLOW.replace("WORDS", "Telegram"))
    assert found(russian) == ()
    project = load(russian.root).project
    assert project
    assert avoided_words(project, TODAY) == (), "the rules of words know this exception"


def test_an_exception_that_nothing_needs_is_told(russian: Sample) -> None:
    russian.change(RUSSIAN, HEAD, HEAD + ALLOW.replace("WORDS", "Telegram"))
    (problem,) = found(russian)
    assert (problem.code, problem.warning) == ("allowance-unused", True)


@pytest.mark.parametrize("order", [("person", "cannot"), ("cannot", "person")])
def test_each_of_several_exceptions_counts(russian: Sample, order: tuple[str, str]) -> None:
    russian.change(RUSSIAN, "Человека нельзя разбудить.", "Это person и cannot здесь.")
    entries = ", ".join(ALLOW.strip()[8:-1].replace("WORDS", word) for word in order)
    russian.change(RUSSIAN, HEAD, f"{HEAD}        allow: [{entries}]\n")
    assert found(russian) == ()


def test_an_exception_of_a_title_may_be_meant_for_another_title(russian: Sample) -> None:
    head = "summary: Какие"
    russian.change(RUSSIAN, head, f"{ALLOW.strip().replace('WORDS', 'Telegram')}\n{head}")
    assert found(russian) == ()


def test_an_exception_is_for_its_own_words(russian: Sample) -> None:
    russian.change(RUSSIAN, "Человека нельзя разбудить.", "Call Telegram")
    russian.change(RUSSIAN, HEAD, HEAD + ALLOW.replace("WORDS", "Telegram"))
    (problem,) = found(russian)
    assert problem.message.startswith("“Call” is not translated")


def test_such_a_section_is_not_noted_as_up_to_date(russian: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    russian.change(RUSSIAN, "Человека нельзя разбудить.", "The person cannot be woken.")
    assert main(["translated", "when-to-call", "ru", "red"], russian.root) == 1
    said = capsys.readouterr()
    assert "translation-untranslated" in said.err
    assert "Not noted, because of what is told above: red" in said.err
