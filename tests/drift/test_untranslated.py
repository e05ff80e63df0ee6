"""Words of the original in a translation are found where the letters differ; names and addresses are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.drift.phrases import Phrase
from press.drift.untranslated import script_of, untranslated
from press.errors import Place

LATIN, CYRILLIC = "LATIN", "CYRILLIC"


def phrase(words: str) -> Phrase:
    return Phrase("red", "red", "title", words, Place("ru.yaml"), ("title",))


def found(original: str, translation: str) -> str:
    return untranslated(original, translation, LATIN, CYRILLIC)


@pytest.mark.parametrize(
    ("words", "script"),
    [
        (("Call now",), LATIN),
        (("Звоните {emergency}", "NICE"), CYRILLIC),
        (("Appelez à l'aide",), LATIN),
        (("Καλέστε τώρα",), "GREEK"),
        (("{phone}", "112"), ""),
    ],
)
def test_the_letters_of_a_language_are_those_of_most_of_its_words(words: tuple[str, ...], script: str) -> None:
    assert script_of(map(phrase, words)) == script


@pytest.mark.parametrize(
    ("original", "translation", "words"),
    [
        ("Confused, sees or hears things", "Confused, sees or hears things", "Confused, sees or hears things"),
        ("Seizure", "Seizure", "Seizure"),
        ("Seizure or fainting", "Fit, fainting", "Fit, fainting"),
        ("Call **now** {emergency}", "**Call** {emergency}", "Call"),
        ("Give naloxone, if you have it", "Введите naloxone", "naloxone"),
        ("A seizure or fainting", "Судороги или fainting", "fainting"),
    ],
)
def test_what_nobody_translated_is_found(original: str, translation: str, words: str) -> None:
    assert found(original, translation) == words


@pytest.mark.parametrize(
    ("original", "translation"),
    [
        ("A guideline (NICE) says no", "Рекомендации (NICE) против"),
        ("Vivitrol, an injection", "Вивитрол (Vivitrol)"),
        ("See example.org/help or write to help@example.org", "Смотрите example.org/help, пишите help@example.org"),
        ("https://example.org", "https://example.org"),
        ("{clinic}, {phone}", "{clinic}, {phone}"),
        ("5 mg", "5 mg"),
        ("Call 112", "Звоните 112"),
        ("[Read on](https://example.org/on)", "[Дальше](https://example.org/on)"),
    ],
)
def test_names_addresses_references_and_units_stay(original: str, translation: str) -> None:
    assert found(original, translation) == ""


def test_in_the_same_letters_nobody_can_tell() -> None:
    assert untranslated("Hospital now", "Hospital now", LATIN, LATIN) == ""


@given(st.text(), st.text("абвгдежзиклмнопрстуфхцчшщыэюя ,.–—0123456789"))
def test_no_word_in_its_own_letters_is_told(original: str, translation: str) -> None:
    assert found(original, translation) == ""
