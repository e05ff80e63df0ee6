"""English syllables: how often they are right, and that the patterns are read as pyphen reads them."""

from __future__ import annotations

import pyphen
import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.readability import english
from press.readability.english import EXCEPTIONS, hyphens, syllables
from tests.readability.known import KNOWN

COUNTS = {word: count for count, words in KNOWN.items() for word in words.split()}
PYPHEN = pyphen.Pyphen(lang="en_US", left=2, right=2)

words = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=14)


def test_common_words_are_counted_right() -> None:
    assert len(COUNTS) >= 500
    wrong = {word: syllables(word) for word, count in COUNTS.items() if syllables(word) != count}
    assert wrong == {}


def test_hyphens_alone_would_not_do() -> None:
    """What the rules are for: a hyphenator leaves out what one does not print, such as o-pen."""
    right = sum(len(PYPHEN.positions(word)) + 1 == count for word, count in COUNTS.items())
    assert right / len(COUNTS) < 0.92


@given(words)
def test_words_are_divided_as_pyphen_does(word: str) -> None:
    assert hyphens(word) == PYPHEN.positions(word)


@pytest.mark.parametrize("word", [*COUNTS, "rehabilitation", "hyphenation"])
def test_real_words_are_divided_as_pyphen_does(word: str) -> None:
    assert hyphens(word) == PYPHEN.positions(word)


@given(st.text(max_size=20))
def test_every_word_has_a_syllable_and_no_more_than_letters(word: str) -> None:
    assert 1 <= syllables(word) <= max(1, len(word) + 1)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("stopped", 1),  # mute e
        ("wanted", 2),
        ("breathes", 1),
        ("noses", 2),
        ("titled", 2),
        ("safely", 2),
        ("medically", 3),
        ("fatigue", 2),
        ("being", 2),  # vowels apart
        ("quiet", 2),
        ("client", 2),
        ("patient", 2),
        ("nation", 2),
        ("violet", 3),
        ("alcoholism", 5),  # a last syllable without a vowel
        ("don’t", 1),
        ("doesn’t", 2),
        ("person's", 2),
        ("one-sided", 3),
        ("38", 1),
        ("2–3", 1),
        ("Overdose", 3),
        ("", 1),
    ],
)
def test_endings_and_signs(word: str, count: int) -> None:
    assert syllables(word) == count


def test_exceptions_are_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the rules get right by themselves is not in the table."""
    monkeypatch.setattr(english, "EXCEPTIONS", {})
    assert [word for word, count in EXCEPTIONS.items() if english._spoken(word) == count] == []
