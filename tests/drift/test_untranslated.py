"""Words of the original in a translation are found where the letters differ; names and addresses are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.drift.phrases import Phrase
from press.drift.untranslated import Letters, letters_of, script_of, untranslated
from press.errors import Place

LATIN, CYRILLIC = "LATIN", "CYRILLIC"
LETTERS = Letters(LATIN, CYRILLIC)


def phrase(words: str) -> Phrase:
    return Phrase("red", "red", "title", words, Place("ru.yaml"), ("title",))


def found(original: str, translation: str) -> str:
    return " | ".join(untranslated(original, translation, LETTERS))


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
        ("A seizure or fainting", "seizure или fainting", "seizure | fainting"),
        ("Call now. Stay with him.", "Позвоните сейчас. STAY WITH HIM.", "STAY | WITH | HIM"),
        ("Stay with him until help comes.", "Рядом. Stay With Him", "With | Him"),
        ("Do not take or swallow it", "Не принимайте take/swallow", "take | swallow"),
        ("Do not sleep. Call now", "Do.not.sleep.Call.now", "Do.not.sleep.Call.now"),
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
        ("Read it at www.example.org/on", "Читайте www.example.org/on"),
        ("See NICE on it", "См. NICE on"),
        ("Write to a.b@example.org", "Пишите a.b@example.org."),
        ("Call 112", "Звоните 112"),
        ("[Read on](https://example.org/on)", "[Дальше](https://example.org/on)"),
    ],
)
def test_names_addresses_references_and_units_stay(original: str, translation: str) -> None:
    assert found(original, translation) == ""


def test_a_word_that_is_written_small_somewhere_is_no_name() -> None:
    texts = [phrase("Not waking? Naloxone, if you have it"), phrase("Give naloxone")]
    letters = letters_of(texts, [phrase("Не разбудить?")])
    assert letters == Letters(LATIN, CYRILLIC, frozenset({"waking", "if", "you", "have", "it", "naloxone"}))
    assert untranslated(texts[0].words, "Не разбудить? Naloxone, если есть", letters) == ("Naloxone",)
    assert untranslated(texts[0].words, "Не разбудить? Naloxone, если есть", LETTERS) == ()


def test_in_the_same_letters_nobody_can_tell() -> None:
    assert untranslated("Hospital now", "Hospital now", Letters(LATIN, LATIN)) == ()


@given(st.text(), st.text("абвгдежзиклмнопрстуфхцчшщыэюя ,.–—0123456789"))
def test_no_word_in_its_own_letters_is_told(original: str, translation: str) -> None:
    assert found(original, translation) == ""
