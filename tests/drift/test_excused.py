"""An exception excuses the figures inside its words and no other."""

from __future__ import annotations

import pytest

from press.drift.excused import RULE, Excused, exceptions, excused
from press.drift.pairs import differing_figures, shown
from press.drift.phrases import Phrase
from press.errors import Place
from press.model.allowance import Allowance


def allowance(words: str, rule: str = RULE) -> Allowance:
    return Allowance(rule=rule, words=words, reason="Both texts are right.")


def judged(english: str, russian: str, *words: str) -> Excused:
    ours = [Phrase("s", "a", "blocks.a.text", english, Place("en.yaml"), ())]
    allow = tuple(map(allowance, words))
    theirs = [Phrase("s", "a", "blocks.a.text", russian, Place("ru.yaml"), (), allow)]
    return excused(differing_figures(ours, "en", theirs, "ru"), ours, theirs)


@pytest.mark.parametrize(
    ("english", "russian", "words"),
    [
        ("24 hours", "сутки", ["сутки"]),
        ("24 hours", "сутки", ["24 hours"]),
        ("2–3 nights", "выходные", ["выходные"]),
        ("Give 10 ml", "Дайте 2 ч. л.", ["10 ml", "2 ч. л."]),
        ("in **3–5** min", "**2–3 мин** и ещё", ["3–5", "2–3 мин"]),
        ("in 3–5 min", "**2–3** мин", ["3–5 min", "**2–3** мин"]),
        ("Ring {phone}", "Звоните {emergency}", ["{phone}", "Звоните {emergency}"]),
    ],
)
def test_what_the_words_say_is_excused(english: str, russian: str, words: list[str]) -> None:
    found = judged(english, russian, *words)
    assert not found.left, (shown(found.left.original), shown(found.left.translation))
    assert found.unused == ()


@pytest.mark.parametrize(
    ("english", "russian", "words", "left", "right"),
    [
        ("2–3 min, every 5 s", "2–3 мин, раз в 50 с", "2–3 мин", "“5 s”", "“50 с”"),
        ("24 hours, every 5 s", "сутки, раз в 50 с", "сутки", "“5 s”", "“50 с”"),
        ("24 hours, every 5 s", "сутки", "сутки", "“5 s”", "nothing of the kind"),
        ("24 hours", "день", "сутки", "“24 hours”", "nothing of the kind"),
        ("Give 10 ml", "Дайте ложку", "ложку", "“10 ml”", "nothing of the kind"),
        ("5 and 6", "7", "7", "“5”, “6”", "nothing of the kind"),
        ("15 min", "15 мин, 15 часов", "15 мин", "nothing of the kind", "“15 часов”"),
    ],
)
def test_nothing_else_is_excused(english: str, russian: str, words: str, left: str, right: str) -> None:
    found = judged(english, russian, words).left
    assert (shown(found.original), shown(found.translation)) == (left, right)


def test_exceptions_that_excuse_nothing_are_named() -> None:
    assert [one.words for one in judged("5 min", "5 мин", "5 мин").unused] == ["5 мин"]
    assert [one.words for one in judged("24 hours", "сутки", "24 hours", "сутки").unused] == ["сутки"]


def test_exceptions_to_other_rules_excuse_nothing() -> None:
    phrase = Phrase("s", "a", "x", "24 hours", Place("x"), (), (allowance("24 hours", "words-fear"), allowance("24")))
    assert [one.words for one in exceptions([phrase, phrase])] == ["24"]
