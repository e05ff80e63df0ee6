"""Warnings of promises are told from promises."""

from __future__ import annotations

import pytest

from press.lint.words.warned import warned


def is_warned(text: str, word: str, language: str) -> bool:
    start = text.index(word)
    return warned(text, start, start + len(word), language)


@pytest.mark.parametrize(
    ("text", "word", "language"),
    [
        ("Be wary when an advert speaks of a cure.", "cure", "en"),
        ("A cure in one day is a bad sign.", "cure", "en"),
        ("Some clinics offer a guarantee.", "guarantee", "en"),
        ("Ask anyone who promises a cure for proof.", "cure", "en"),
        ("Осторожнее с теми, кто даёт гарантию.", "гарантию", "ru"),
        ("Гарантия — тревожный признак.", "Гарантия", "ru"),
        ("Некоторые центры обещают гарантию.", "гарантию", "ru"),
    ],
)
def test_a_warning(text: str, word: str, language: str) -> None:
    assert is_warned(text, word, language)


@pytest.mark.parametrize(
    ("text", "word", "language"),
    [
        ("A cure in one day.", "cure", "en"),
        ("Be wary on the stairs; a cure is near.", "cure", "en"),
        ("Be wary of others, our cure works.", "cure", "en"),
        ("A cure, while other clinics are lying.", "cure", "en"),
        ("Many people find a cure here.", "cure", "en"),
        ("Не верьте другим, наша гарантия честная.", "гарантия", "ru"),
        ("Гарантия, а другие обманывают.", "Гарантия", "ru"),
        ("Eine Garantie ist Betrug.", "Garantie", "de"),
    ],
)
def test_no_warning(text: str, word: str, language: str) -> None:
    assert not is_warned(text, word, language)
