"""Which sentences tell the reader what to do."""

from __future__ import annotations

import pytest

from press.scores.actions import actions, is_action, negative, says_you
from tests.scores.making import a_subject, text_block


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Call 103 or 112.", "en"),
        ("First read the other side.", "en"),
        ("Please stay.", "en"),
        ("Do not leave them alone.", "en"),
        ("Don’t wait.", "en"),
        ("Звоните 103.", "ru"),
        ("Не уходите.", "ru"),
        ("Сначала окликните и потрясите.", "ru"),
        ("Не бойтесь.", "ru"),
        ("Дайте налоксон.", "ru"),
    ],
)
def test_advice(sentence: str, language: str) -> None:
    assert is_action(sentence, language)


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Slow breathing.", "en"),
        ("Do you know the number?", "en"),
        ("People differ.", "en"),
        ("", "en"),
        ("Говорят о гепатите.", "ru"),
        ("Тошнота и боль в животе.", "ru"),
        ("Он дышит.", "ru"),
    ],
)
def test_no_advice(sentence: str, language: str) -> None:
    assert not is_action(sentence, language)


def test_advice_of_a_leaflet() -> None:
    subject = a_subject(text_block("Stay. Do not shout. You may ask us. People differ."))
    assert [one.text for one in actions(subject)] == ["Stay.", "Do not shout."]
    assert negative(actions(subject), "en") == 1
    assert says_you(subject) == 3


def test_russian_advice_of_a_leaflet() -> None:
    subject = a_subject(text_block("Будьте рядом. Не кричите. Вам помогут. Все разные."), language="ru")
    assert len(actions(subject)) == 2
    assert negative(actions(subject), "ru") == 1
    assert says_you(subject) == 3


def test_other_languages_have_no_patterns() -> None:
    assert negative(actions(a_subject()), "tg") == 0
