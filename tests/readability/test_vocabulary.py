"""Words that must stay, and plainer ones."""

from __future__ import annotations

import pytest

from press.readability.syllables import syllables
from press.readability.vocabulary import _PLAINER, plainer, staying, stays


@pytest.mark.parametrize(
    ("word", "language"),
    [("Naloxone", "en"), ("opioids", "en-GB"), ("overdoses", "en"), ("передозировкой", "ru"), ("Налоксоном", "ru")],
)
def test_inflected_words_stay(word: str, language: str) -> None:
    assert stays(word, language)


@pytest.mark.parametrize(("word", "language"), [("emergency", "en"), ("nalox", "en"), ("доза", "ru"), ("opioid", "tg")])
def test_others_do_not(word: str, language: str) -> None:
    assert not stays(word, language)


def test_only_long_words_need_to_be_eased() -> None:
    for language in ("en", "ru"):
        assert all(syllables(word, language) > 2 for word in staying(language))


@pytest.mark.parametrize(
    ("word", "language", "better"),
    [
        ("Administered", "en", "give"),
        ("immediately", "en", "at once"),
        ("осуществляется", "ru", "делать"),
        ("give", "en", ""),
        ("дать", "ru", ""),
        ("administer", "tg", ""),
    ],
)
def test_plainer_words(word: str, language: str, better: str) -> None:
    assert plainer(word, language) == better


def test_plainer_words_are_plain_themselves() -> None:
    for language, table in _PLAINER.items():
        words = [word for better in table.values() for word in better.replace(",", "").split()]
        assert [word for word in words if plainer(word, language)] == []
        assert max(syllables(word, language) for word in words) <= 4
