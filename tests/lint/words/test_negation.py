"""What is denied is told from what is said."""

from __future__ import annotations

import pytest

from press.lint.words.negation import denied, doubted


def is_denied(text: str, word: str, language: str) -> bool:
    start = text.index(word)
    return denied(text, start, start + len(word), language)


@pytest.mark.parametrize(
    "text",
    [
        "No treatment can guarantee a result.",
        "Nobody, not even we, can guarantee it.",
        "The clinic does not guarantee it.",
        "The clinic doesn’t guarantee it.",
        "Treatment without a guarantee.",
        "A guarantee is not possible.",
        "A guarantee of recovery does not exist.",
        "Beware of doctors who guarantee it.",
        "The guarantee is a myth.",
    ],
)
def test_denied(text: str) -> None:
    assert is_denied(text, "guarantee", "en")


@pytest.mark.parametrize(
    "text",
    [
        "We guarantee it.",
        "Do not wait, we guarantee it.",
        "No pain, we guarantee it.",
        "Do nothing, and we guarantee it.",
        "We do not only treat, we guarantee it.",
        "Not only is it quick: we guarantee it.",
        "Do not wait. We guarantee it.",
        "We do not smile or joke or sing, but we guarantee it.",
    ],
)
def test_said(text: str) -> None:
    assert not is_denied(text, "guarantee", "en")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ни одно лечение не гарантирует результат.", "гарантирует"),
        ("Никто, даже врач, не даст гарантию.", "гарантию"),
        ("Гарантий не бывает.", "Гарантий"),
        ("Гарантий здесь нет.", "Гарантий"),
        ("Гарантию дать нельзя.", "Гарантию"),
        ("Не верьте тем, кто даёт гарантию.", "гарантию"),
        ("Лечение без гарантии.", "гарантии"),
        ("Зависимость — не приговор.", "приговор"),
        ("Приговор — это неправда.", "Приговор"),
    ],
)
def test_denied_in_russian(text: str, word: str) -> None:
    assert is_denied(text, word, "ru")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Мы гарантируем результат.", "гарантируем"),
        ("Не ждите, мы гарантируем результат.", "гарантируем"),
        ("Мы не только лечим: есть гарантия.", "гарантия"),
        ("Не просто лечим и даём гарантию.", "гарантию"),
        ("Если ничего не делать, это приговор.", "приговор"),
        ("Боли нет, гарантия есть.", "гарантия"),
    ],
)
def test_said_in_russian(text: str, word: str) -> None:
    assert not is_denied(text, word, "ru")


@pytest.mark.parametrize(
    ("text", "words", "language", "is_doubted"),
    [
        ("It is not true that there is no hope.", "no hope", "en", True),
        ("Do not believe that there is no hope.", "no hope", "en", True),
        ("Nobody knows that there is no hope.", "no hope", "en", True),
        ("That there is no hope is a myth.", "no hope", "en", True),
        ("Nobody comes, there is no hope.", "no hope", "en", False),
        ("Do not wait: there is no hope.", "no hope", "en", False),
        ("Неправда, что надежды нет.", "надежды нет", "ru", True),
        ("Не верьте, что надежды нет.", "надежды нет", "ru", True),
        ("Обещать, что тяга никогда не вернётся, нельзя.", "никогда не вернётся", "ru", True),
        ("Никто не придёт, надежды нет.", "надежды нет", "ru", False),
    ],
)
def test_what_is_negative_itself_can_only_be_doubted(text: str, words: str, language: str, is_doubted: bool) -> None:
    start = text.index(words)
    assert doubted(text, start, start + len(words), language) is is_doubted


def test_of_other_languages_nothing_is_known() -> None:
    assert not is_denied("Keine Garantie.", "Garantie", "de")
    assert not doubted("Keine Garantie.", 6, 14, "de")
