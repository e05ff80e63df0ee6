"""Which pairs of texts say the same figures, and which do not."""

from __future__ import annotations

import pytest

from press.drift.pairs import Differing, differing_figures, shown
from press.drift.phrases import Phrase
from press.errors import Place


def phrase(words: str, key: str = "blocks.a.text") -> Phrase:
    return Phrase("s", "a", key, words, Place("x.yaml", 1, 1), ("x",))


def compared(english: str, russian: str) -> Differing:
    return differing_figures([phrase(english)], "en", [phrase(russian)], "ru")


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        ("2–3 min", "2-3 мин"),
        ("two to three minutes", "2–3 минуты"),
        ("drip of 1,500 ml", "капельница 1500 мл"),
        ("5.5 mg", "5,5 мг"),
        ("Worse after day 5?", "Хуже после 5-го дня?"),
        ("Day 1–2", "1–2-й день"),
        ("Two bars show it.", "Два столбика показывают это."),
        ("The first two weeks", "Первые две недели"),
        ("Give 1 breath every 5 seconds", "Вдувайте воздух раз в 5 секунд"),
        ("severe one-sided belly pain", "резь сбоку живота"),
        ("2 of 75 people died, and 5 more", "из 75 человек 2 умерли, ещё 5"),
        ("Call {emergency}", "Скорая {emergency:ambulance}, {emergency:single}"),
        ("Pay {price:home-visit} until {valid_until}", "До {valid_until} платите {price:home-visit}"),
        ("{clinic}: free", "Бесплатно"),
        ("From 9 am to 8 pm", "С 9:00 до 20:00"),
        ("half an hour", "30 минут"),
        ("half an hour", "полчаса"),
        ("half of the dose", "50% дозы"),
        ("twice a day", "2 раза в день"),
        ("twice a day", "дважды в день"),
        ("a two-week break", "двухнедельный перерыв"),
        ("one hour", "1 час"),
        ("Ring +7 495 127-02-03", "Звоните 8 (495) 127-02-03"),
        ("both pupils", "два зрачка"),
        ("12.05.2026", "12 мая 2026"),
        ("twenty-four hours", "24 часа"),
        ("20 per cent", "20 %"),
        ("the third day", "третий день"),
        ("No urine for 8 hours", "Не мочится восемь часов"),
    ],
)
def test_the_same_figures(english: str, russian: str) -> None:
    found = compared(english, russian)
    assert not found, (shown(found.original), shown(found.translation))


@pytest.mark.parametrize(
    ("english", "russian", "left", "right"),
    [
        ("2–3 min", "3–5 мин", "“2–3 min”", "“3–5 мин”"),
        ("2–3 min", "2–3 часа", "“2–3 min”", "“2–3 часа”"),
        ("Every 5 seconds", "Каждые 15 секунд", "“5 seconds”", "“15 секунд”"),
        ("No urine for 8 hours", "Не мочится", "“8 hours”", "nothing of the kind"),
        ("Not for days", "Не 3 дня", "nothing of the kind", "“3 дня”"),
        ("Call {emergency}", "Звоните {phone}", "“{emergency}”", "“{phone}”"),
        ("Call {emergency}", "Звоните {emergency:single}", "“{emergency}”", "nothing of the kind"),
        ("{price:a}", "{price:b}", "“{price:a}”", "“{price:b}”"),
        ("1,500 ml", "150 мл", "“1,500 ml”", "“150 мл”"),
        ("5.5 mg", "55 мг", "“5.5 mg”", "“55 мг”"),
        ("two weeks", "три недели", "“two weeks”", "“три недели”"),
        ("two weeks", "два дня", "“two weeks”", "“два дня”"),
        ("20 %", "20 человек", "“20 %”", "“20”"),
        ("at 9:30", "в 9:00", "“9:30”", "“9:00”"),
        ("2 breaths, 2 times", "2 вдоха", "“2”", "nothing of the kind"),
        ("twice a day", "трижды в день", "“twice”", "“трижды”"),
        ("one hour", "1 день", "nothing of the kind", "“1 день”"),
        ("1 breath", "вдохи", "“1”", "nothing of the kind"),
        ("Ring 103", "Звоните 130", "“103”", "“130”"),
    ],
)
def test_other_figures(english: str, russian: str, left: str, right: str) -> None:
    found = compared(english, russian)
    assert found
    assert (shown(found.original), shown(found.translation)) == (left, right)


def test_figures_may_stand_in_another_string_of_the_same_block() -> None:
    original = [phrase("Call {phone}", "blocks.a.title"), phrase("Wait 5 minutes")]
    translation = [phrase("Ждите 5 минут", "blocks.a.title"), phrase("Звоните {phone}")]
    assert not differing_figures(original, "en", translation, "ru")


def test_a_word_answers_a_digit_only_once_and_no_other_word() -> None:
    original = [phrase("First the address"), phrase("1 breath every 5 seconds")]
    translation = [phrase("Сначала адрес"), phrase("Вдох раз в 5 секунд")]
    assert not differing_figures(original, "en", translation, "ru")
    assert differing_figures([*original, phrase("1 more")], "en", translation, "ru")


def test_what_is_left_knows_its_phrase() -> None:
    found = compared("Wait 5 minutes", "Ждите 6 минут")
    ((ours,), (theirs,)) = (found.original, found.translation)
    assert (ours.phrase.words, theirs.text) == ("Wait 5 minutes", "Ждите 6 минут")
