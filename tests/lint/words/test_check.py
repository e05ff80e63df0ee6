"""The rules are asked of the whole content, and exceptions are heeded, with their reasons."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from press.errors import Problem
from press.lint.words.check import RULES, avoided_words, checked, found
from press.lint.words.passages import Role
from press.load.project import load
from press.model.project import Project
from tests.conftest import Sample
from tests.lint.words.conftest import Said

TODAY = date(2026, 6, 1)
ENGLISH = "content/leaflets/when-to-call/en.yaml"
RUSSIAN = "content/leaflets/when-to-call/ru.yaml"
PRICES = "content/prices.yaml"
SIGN = "          - The person cannot be woken.\n"
ALLOW = """\
        allow:
          - rule: {rule}
            words: {words}
            reason: said once, so that readers know the word
"""


def told(sample: Sample, today: date = TODAY) -> list[Problem]:
    project = load(sample.root, today).project
    assert project is not None
    return list(avoided_words(project, today))


def places(sample: Sample) -> list[tuple[str, str]]:
    return [(problem.code, str(problem.place)) for problem in told(sample)]


def allow(sample: Sample, words: str, rule: str = "words-stigma") -> None:
    sample.change(ENGLISH, "        key: red\n", "        key: red\n" + ALLOW.format(rule=rule, words=words))


def test_an_exception_from_the_wrong_rule_is_told_the_right_one(sample: Sample) -> None:
    sample.change(ENGLISH, SIGN, "          - The junkie sleeps.\n")
    allow(sample, "junkie", "words-promise")
    told_of = {problem.code: problem for problem in told(sample)}
    assert set(told_of) == {"words-stigma", "allowance-unknown"}
    assert told_of["allowance-unknown"].remedy == "If the words may stand, write: rule: words-stigma"


def test_an_exception_from_the_figures_is_not_for_this_room(sample: Sample) -> None:
    allow(sample, "woken", "translation-figures")
    assert told(sample) == []


def test_clean_content_is_left_alone(sample: Sample) -> None:
    assert told(sample) == []


def test_a_problem_has_the_very_place_and_the_sentence_with_the_words(sample: Sample) -> None:
    sample.change(ENGLISH, SIGN, "          - Stay calm. The **junk**ie sleeps.\n")
    (problem,) = told(sample)
    assert (problem.code, str(problem.place)) == ("words-stigma", f"{ENGLISH}:20:13")
    assert problem.sentence == "The junkie sleeps."
    assert problem.sentence[problem.start : problem.start + problem.length] == "junkie"
    assert problem.remedy.startswith("Better: person. (Source: ")
    assert not problem.warning


def test_what_is_marked_ends_with_its_sentence(project: Project, said: Said) -> None:
    for problem in checked([said("One was done and was told. " * 2)], project):
        assert problem.start + problem.length <= len(problem.sentence)
    assert checked([said("Call now.")], project) == ()


def test_every_language_has_its_own_lists(sample: Sample) -> None:
    sample.change(RUSSIAN, "The person cannot be woken.", "С наркоманами говорите спокойно.")
    (problem,) = told(sample)
    assert (problem.code, problem.place and problem.place.file) == ("words-stigma", RUSSIAN)


def test_a_language_without_rules_is_left_alone(project: Project, said: Said) -> None:
    assert list(found([said("JUNKIE!!", "de")], project)) == []
    british = found([said("CALL NOW", "en-GB")], project)
    assert [one.code for one in british] == ["words-shouting"]


class TestExceptions:
    def test_the_very_words_may_stand(self, sample: Sample) -> None:
        sample.change(ENGLISH, SIGN, "          - The Junkie sleeps.\n")
        allow(sample, "the junkie")
        assert told(sample) == []

    def test_in_this_block_alone(self, sample: Sample) -> None:
        sample.change(ENGLISH, SIGN, "          - The junkie sleeps.\n")
        sample.change(ENGLISH, "title: Call now", "title: Junkie")
        allow(sample, "the junkie")
        assert places(sample) == [("words-stigma", f"{ENGLISH}:11:12")]

    def test_other_words_may_not(self, sample: Sample) -> None:
        sample.change(ENGLISH, SIGN, "          - The junkie sleeps beside junkies.\n")
        allow(sample, "the junkie")
        (problem,) = told(sample)
        assert problem.sentence[problem.start :] == "junkies."

    def test_nor_may_other_rules_be_broken(self, sample: Sample) -> None:
        sample.change(ENGLISH, SIGN, "          - The junkie will die.\n")
        sample.change("content/words/en.yaml", "avoid:", "fears: [{words: [= will die], sources: [who-2014]}]\navoid:")
        allow(sample, "The junkie will die")
        assert [code for code, _ in places(sample)] == ["words-fear"]

    def test_one_that_nothing_needs_is_told(self, sample: Sample) -> None:
        allow(sample, "junkie")
        (problem,) = told(sample)
        assert (problem.code, problem.warning) == ("allowance-unused", True)
        assert str(problem.place) == f"{ENGLISH}:17:20"

    def test_one_from_a_rule_that_there_is_not(self, sample: Sample) -> None:
        sample.change(ENGLISH, SIGN, "          - The junkie sleeps.\n")
        allow(sample, "junkie", rule="words-stigmas")
        first, second = sorted(told(sample), key=lambda problem: problem.code)
        assert (first.code, first.warning, str(first.place)) == ("allowance-unknown", False, f"{ENGLISH}:16:19")
        assert "`words-stigma`" in first.remedy
        assert second.code == "words-stigma"

    def test_a_service_is_excepted_for_all_languages_at_once(self, sample: Sample) -> None:
        sample.change(PRICES, "{en: Doctor at home, ru: Врач на дом}", "{en: Junkie doctor, ru: Врач на дом}")
        assert places(sample) == [("words-stigma", f"{PRICES}:11:21")]
        entry = ALLOW.format(rule="words-stigma", words="junkie")
        sample.change(PRICES, "        amount: 4500\n", f"{entry}        amount: 4500\n")
        assert told(sample) == []


class TestPriceLists:
    LATER = "content/prices-2028.yaml"

    def test_the_coming_list_is_read_too(self, sample: Sample) -> None:
        text = (sample.root / PRICES).read_text("utf-8").replace("2027-12-31", "2028-12-31")
        later = text.replace("2026-01-01", "2028-01-01").replace("Doctor at home", "Junkie doctor")
        sample.write(self.LATER, later)
        assert places(sample) == [("words-stigma", f"{self.LATER}:11:21")]

    def test_a_list_that_has_ended_is_not(self, sample: Sample) -> None:
        sample.change(PRICES, "Doctor at home", "Junkie doctor")
        assert len(told(sample)) == 1
        assert told(sample, date(2028, 1, 1)) == []


def test_the_same_words_are_told_once_for_each_leaflet(project: Project, said: Said) -> None:
    problems = checked([said("A junkie."), said("A junkie.", role=Role.TITLE)], project)
    assert [problem.code for problem in problems] == ["words-stigma"] * 2


PIECES = (
    "addict", "Наркоман", "will die", "100 %", "5", "38–39", "2 or 3", "CALL", "НЕ", "OST", "e.g.", "т. е.", "is given",
    "указан", "вводится", "без", "not", "не", "г.", "Dr.", "“", "»", "(", ")", "!", "?", "…", ",", ".", "—", "-", "\n",
    "\n\n", "\u00ad", "\u0301", "\u00a0", "🙂", "ß", "İ",
)  # fmt: skip


@given(
    st.lists(st.sampled_from(PIECES), max_size=14),
    st.sampled_from(["", " "]),
    st.sampled_from(["en", "ru"]),
    st.sampled_from(list(Role)),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_written_is_judged(
    project: Project, said: Said, pieces: list[str], between: str, language: str, role: Role
) -> None:
    text = between.join(pieces)
    for problem in checked([said(text, language, role)], project):
        assert problem.sentence in text
        assert problem.length > 0
        assert 0 <= problem.start <= problem.start + problem.length <= len(problem.sentence)


def test_each_code_belongs_to_one_rule() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("folder", ["leaflets", "words"])
def test_our_own_exceptions_have_reasons(folder: str) -> None:
    """An exception without a reason cannot even be read; here each is needed, too."""
    root = Path(__file__).parents[3]
    assert any((root / "content" / folder).rglob("*.yaml"))
    project = load(root, date(2026, 11, 23)).project
    assert project is not None
    assert [str(problem) for problem in avoided_words(project, date(2026, 11, 23))] == []
