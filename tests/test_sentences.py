"""Text is cut where a reader would stop, and nothing of it is lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.sentences import sentences, words

TEXTS = st.text(alphabet='aбЯ1 .!?…«»"(-)\n,:eгтд', max_size=60)


def cut(text: str, language: str = "en") -> list[str]:
    return [sentence.text for sentence in sentences(text, language)]


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("en", ["Stay.", "Tell the crew what was taken."]),
        ("en", ["Not waking?", "Naloxone, if you have it"]),
        ("en", ["Wait 10.", "Then call again."]),
        ("en", ["It costs 1.5 times more.", "Ask."]),
        ("en", ["Call Dr. Smith or J. R. Jones at 9 a.m. in the clinic."]),
        ("en", ["Give water, e.g. Small sips, often."]),
        ("en", ["Sweats, chills, etc.", "Then it eases."]),
        ("en", ["See No. 5 on the list."]),
        ("en", ["Come to ul. Lesnaya 3, apt. 7, with the paper.", "Ring the bell of the apt.", "Wait."]),
        ("en", ["Awake?", "No.", "Wait."]),
        ("en", ["“Is it withdrawal?” she asked."]),
        ("en", ["He said “stop.”", "Then he slept."]),
        ("en", ["1. Call the clinic.", "2 people stay."]),
        ("en", ["Take vitamin C.", "Then rest."]),
        ("en", ["So do I.", "We wait…", "Nobody comes."]),
        ("en", ["Rest (call us if unsure.)", "Sleep."]),
        ("ru", ["Не дышит или почти?", "Делайте вдохи."]),
        ("ru", ["Цены на 1 ноября 2026 г.", "Действуют до лета."]),
        ("ru", ["Приём в г. Москва, ул. Ленина, д. 5."]),
        ("ru", ["Каб. 12, эт. 3, оф. 7, под. 2."]),
        ("ru", ["Озноб, пот и т. д.", "Потом легче."]),
        ("ru", ["Пить часто, т. е. каждые полчаса."]),
        ("ru", ["Спросите А. С. Петрова."]),
        ("ru", ["«Что делать?» — спросила мать."]),
        ("ru", ["Есть?", "Не помог за 2–3 мин — ещё."]),
        ("ru", ["Витамин C.", "Сон."]),
    ],
)
def test_sentences(language: str, parts: list[str]) -> None:
    assert cut(" ".join(parts), language) == parts


def test_a_blank_line_ends_a_sentence_and_a_line_break_only_before_a_capital_letter() -> None:
    assert cut("After it eases\nThe old dose can kill.") == ["After it eases", "The old dose can kill."]
    assert cut("After it eases\nit can kill") == ["After it eases\nit can kill"]
    assert cut("one\n\ntwo") == ["one", "two"]


def test_where_a_sentence_begins() -> None:
    text = "  Stay.  Call 103. "
    assert [(s.text, s.start) for s in sentences(text, "en")] == [("Stay.", 2), ("Call 103.", 9)]
    assert cut("") == []
    assert cut(" \n ") == []


@given(TEXTS, st.sampled_from(["en", "ru", "de"]))
def test_nothing_is_lost(text: str, language: str) -> None:
    found = sentences(text, language)
    assert "".join("".join(sentence.text.split()) for sentence in found) == "".join(text.split())
    for sentence in found:
        assert text[sentence.start : sentence.start + len(sentence.text)] == sentence.text
        assert sentence.text == sentence.text.strip() != ""


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Don’t wait: call us", ["Don’t", "wait", "call", "us"]),
        ("one-sided pain — now", ["one-sided", "pain", "now"]),
        ("e.g. water, т.е. вода", ["e.g.", "water", "т.е.", "вода"]),
        ("2–3 min, 1,500 ml, 38.5 °C", ["2–3", "min", "1,500", "ml", "38.5", "C"]),
        ("4\u00a0500 ₽, +7\u00a0495\u00a0127-02-03", ["4\u00a0500", "+7\u00a0495\u00a0127-02-03"]),
        ("после 5-го дня, 24/7, 9:00–20:00", ["после", "5-го", "дня", "24/7", "9:00–20:00"]),
        ("COVID-19, B12", ["COVID-19", "B12"]),
        ("до\u0301ма", ["до\u0301ма"]),
        ("«…» – !", []),
    ],
)
def test_words(text: str, parts: list[str]) -> None:
    found = words(text)
    assert [word.text for word in found] == parts
    assert [text[word.start : word.start + len(word.text)] for word in found] == parts


@given(TEXTS)
def test_every_letter_and_digit_belongs_to_one_word(text: str) -> None:
    found = words(text)
    assert [sign for word in found for sign in word.text if sign.isalnum()] == [s for s in text if s.isalnum()]
    assert all(one.start + len(one.text) <= two.start for one, two in pairwise(found))
