"""Syllables by language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.readability.syllables import syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("налоксон", 3),
        ("передозировка", 6),
        ("ещё", 2),
        ("ЁЛКА", 2),
        ("мы", 1),
        ("юла", 2),
        ("объём", 2),
        ("в", 0),
        ("по-русски", 3),
        ("28-му", 1),
        ("+7", 1),
        ("103", 1),
        ("ре\u0301ки", 2),  # a stress mark
        ("пере\u00adнос", 3),  # a soft hyphen
        ("NICE", 1),
        ("ВИЧ", 1),
    ],
)
def test_russian_counts_vowels(word: str, count: int) -> None:
    assert syllables(word, "ru") == count


@given(st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", max_size=20))
def test_russian_joins(word: str) -> None:
    assert syllables(word + word, "ru") == 2 * syllables(word, "ru")


def test_languages() -> None:
    assert syllables("emergency", "en-GB") == 4
    with pytest.raises(KeyError):
        syllables("салом", "tg")
