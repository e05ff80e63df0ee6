"""A word that is spoken about is told from one that is used."""

from __future__ import annotations

import pytest

from press.lint.words.mentioned import mentioned


def is_mentioned(text: str, word: str, language: str) -> bool:
    start = text.index(word)
    return mentioned(text, start, start + len(word), language)


@pytest.mark.parametrize(
    ("text", "word", "language"),
    [
        ("Do not say “addict”, say the name.", "addict", "en"),
        ('In the street they call it "going cold turkey".', "cold turkey", "en"),
        ("Words such as “junkie” hurt.", "junkie", "en"),
        ("Слово «ломка» лучше заменить.", "ломка", "ru"),
        ("В народе это «ломка».", "ломка", "ru"),
        ("Лечим людей, а не «наркоманов».", "наркоманов", "ru"),
    ],
)
def test_spoken_about(text: str, word: str, language: str) -> None:
    assert is_mentioned(text, word, language)


@pytest.mark.parametrize(
    ("text", "word", "language"),
    [
        ("We treat “addicts” here.", "addicts", "en"),
        ("The word of an addict", "addict", "en"),
        ("“The word”, an addict", "addict", "en"),
        ("“They say addict”", "addict", "en"),  # what is in the quotes tells nothing of the sentence
        ("Лечим «наркоманов».", "наркоманов", "ru"),
        ("Слово наркомана", "наркомана", "ru"),
        ("Das Wort „Junkie“", "Junkie", "de"),
    ],
)
def test_used(text: str, word: str, language: str) -> None:
    assert not is_mentioned(text, word, language)
