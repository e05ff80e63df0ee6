"""A word counts or not by the company it keeps."""

from __future__ import annotations

from typing import Any

from press.lint.words.avoided import AvoidedList, advice, ready
from press.model.project import Project
from press.model.word_list import AvoidedWords


def entry(words: str, **more: Any) -> AvoidedWords:
    return AvoidedWords(words=(words,), sources=("nida-words-matter",), **more)


def found(entry: AvoidedWords, text: str, language: str = "en") -> list[str]:
    return [text[match.start : match.end] for match in AvoidedList([entry], language).find(text)]


def test_only_near() -> None:
    habit = entry("habit", only_near=("drug", "= to drink"))
    assert found(habit, "A drug habit. Sleep is a habit.") == ["habit"]
    assert found(habit, "A habit to drink.") == ["habit"]


def test_unless_near() -> None:
    clean = entry("clean", unless_near=("water",))
    assert found(clean, "He is clean. The waters are clean.") == ["clean"]


def test_not_in() -> None:
    user = entry("user", not_in=("user-friendly", "= users of the page"))
    assert found(user, "A user-friendly leaflet for users of the page and for users.") == ["users"]


def test_deniable() -> None:
    assert found(entry("weak will", deniable=True), "Not a weak will. A weak will.") == ["weak will"]
    assert found(entry("weak will"), "Not a weak will.") == ["weak will"]


def test_conditions_are_inflected_too() -> None:
    fault = entry("порок", not_in=("порок сердца",))
    assert found(fault, "При пороках сердца звоните врачу; порок и стыд.", "ru") == ["порок"]


def test_a_list_is_made_once() -> None:
    entries = (entry("one"),)
    assert ready(entries, "en") is ready(entries, "en")
    assert ready(entries, "en") is not ready((entry("one"),), "en")


def test_advice_names_the_source(project: Project) -> None:
    assert advice(entry("x", instead="“y”"), project) == "Better: “y”. (Source: NIDA words.)"
    assert advice(entry("x"), project) == "Leave it out. (Source: NIDA words.)"
    lost = AvoidedWords(words=("x",), sources=("no-such-source",), instead="“y”")
    assert advice(lost, project) == "Better: “y”."


def test_no_word_of_a_choice_is_lost(project: Project) -> None:
    """A hyphen takes a word apart, so that one among others (a/b-c) would never be found."""
    for words in project.word_lists.values():
        for one in (*words.avoid, *words.promises, *words.fears):
            for written in (*one.words, *one.only_near, *one.unless_near, *one.not_in):
                choices = [part for part in written.split() if "/" in part]
                assert not [part for part in choices if "-" in part], written
