"""Figures in English and Russian, in digits and in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.drift.figures import Figure, as_written, read_figures, references


def figures(words: str, language: str = "en") -> list[tuple[str, str]]:
    """(value, unit) of every figure that needs an answer."""
    return [("|".join(one.values), one.unit) for one in read_figures(words, language).figures if one.must]


def soft(words: str, language: str = "en") -> list[Figure]:
    return [one for one in read_figures(words, language).figures if not one.must]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("No change in 2–3 min: again.", [("2", "minute"), ("3", "minute")]),
        ("2-3 minutes, 2 to 3 hours", [("2", "minute"), ("3", "minute"), ("2", "hour"), ("3", "hour")]),
        ("drip of 1,500 ml", [("1500", "ml")]),
        ("a drip of 1 500 ml, or 1\u00a0500\u00a0ml", [("1500", "ml"), ("1500", "ml")]),
        ("1,234,567.50 and 5.5 and 5.0", [("1234567.5", ""), ("5.5", ""), ("5", "")]),
        ("39 °C with stiff neck", [("39", "degree")]),
        ("Day 1–2, day 5, the 28th day", [("1", "day"), ("2", "day"), ("5", "day"), ("28", "day")]),
        ("20 % of people, 20 per cent, 7%", [("20%", ""), ("20%", ""), ("7%", "")]),
        ("At 9:30 or 20:00, 8 pm, 9 a.m., 12 am", [("9:30", ""), ("20", ""), ("20", ""), ("9", ""), ("0", "")]),
        ("12 pm, 12:30 p.m., 1 pm", [("12", ""), ("12:30", ""), ("13", "")]),
        ("5 May 2026, 12.05.2026", [("5", ""), ("5", ""), ("2026", ""), ("12", ""), ("5", ""), ("2026", "")]),
        ("two weeks, twenty-four hours, the third day", [("2", "week"), ("24", "hour"), ("3|1/3", "day")]),
        ("twice in 24 hours", [("2", ""), ("24", "hour")]),
        ("Ring +7 (495) 127-02-03", [("☎74951270203", "")]),
        ("under 18, over 60", [("18", ""), ("60", "")]),
        ("Every 5 s", [("5", "second")]),
        ("H1N1, B12", [("1", ""), ("1", ""), ("12", "")]),
        ("nothing here; they may call", []),
    ],
)
def test_english(words: str, wanted: list[tuple[str, str]]) -> None:
    assert figures(words) == wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Не помог за 2-3 мин — ещё.", [("2", "minute"), ("3", "minute")]),
        ("капельница 1500 мл, 1 500 мл, 5,5 и 1.500", [("1500", "ml"), ("1500", "ml"), ("5.5", ""), ("1500", "")]),
        ("1–2-й день, к 28-му дню, 5-го дня", [("1", "day"), ("2", "day"), ("28", "day"), ("5", "day")]),
        ("первые две недели, двадцать четыре часа", [("2", "week"), ("24", "hour")]),
        ("двухнедельный перерыв, трижды, полтора часа", [("2", "week"), ("3", ""), ("1.5", "hour")]),
        ("третий день, двенадцатого числа", [("3", "day"), ("12", "")]),
        ("20 процентов, 7%", [("20%", ""), ("7%", "")]),
        ("8 (495) 127-02-03", [("☎74951270203", "")]),
        ("8–24 часа, 3 ночи", [("8", "hour"), ("24", "hour"), ("3", "night")]),
        ("39 °C, 1 вдох в 5 с", [("39", "degree"), ("1", "breath"), ("5", "second")]),
        ("с 9:00 до 20:00, 9 утра, 8 вечера", [("9", ""), ("20", ""), ("9", ""), ("20", "")]),
        ("5 мая", [("5", ""), ("5", "")]),
        ("Позовите семью; 5 с половиной", [("5.5", "")]),
        ("2 дня, 1–2 дня, в 2 дня", [("2", "day"), ("1", "day"), ("2", "day"), ("14", "")]),
        ("три-четыре минуты", [("3", "minute"), ("4", "minute")]),
    ],
)
def test_russian(words: str, wanted: list[tuple[str, str]]) -> None:
    assert figures(words, "ru") == wanted


@pytest.mark.parametrize(
    ("english", "russian", "wanted"),
    [
        ("400 mcg, 400 µg, 400 micrograms", "400 мкг, 400 µg, 400 микрограммов", [("400", "mcg")] * 3),
        ("5 IU, 5 units, 10 U", "5 МЕ, 5 ЕД, 10 единиц", [("5", "unit"), ("5", "unit"), ("10", "unit")]),
        (
            "2 drops, 3 tablets, 1 puff",
            "2 капли, 3 таблетки, 1 впрыск",
            [("2", "drop"), ("3", "tablet"), ("1", "spray")],
        ),
        ("2 tsp, 3 g, 2 h", "2 ч. л., 3 г, 2 ч", [("2", "teaspoon"), ("3", "g"), ("2", "hour")]),
        (
            "39 °C, 38 degrees, 100 °F",
            "39 °С, 38 градусов, 100 °F",
            [("39", "degree"), ("38", "degree"), ("100", "fahrenheit")],
        ),
        ("0.4 mg/ml, 2 mg per kg", "0,4 мг/мл, 2 мг на кг", [("0.4", "mg/ml"), ("2", "mg/kg")]),
        ("2 mg/kg/day, 25 mcg/h, then", "2 мг/кг/сут, 25 мкг/ч потом", [("2", "mg/kg/day"), ("25", "mcg/hour")]),
        ("5 mg daily, twice a day", "5 мг ежедневно, дважды в день", [("5", "mg/day"), ("2", "/day")]),
        ("12 breaths a minute, 3 times", "12 раз в минуту, 3 раза", [("12", "/minute"), ("3", "")]),
        ("½, 1½, 1 1/2 and 2/3", "½, 1½, 1 1/2 и 2/3", [("0.5", ""), ("1.5", ""), ("1.5", ""), ("2/3", "")]),
        (
            "half a tablet, a quarter of the dose",
            "полтаблетки, четверть дозы",
            [("0.5|50%", "tablet"), ("0.25|25%", "dose")],
        ),
        ("two and a half tablets", "две с половиной таблетки", [("2.5", "tablet")]),
        ("2 to 4 mg", "от 2 до 4 мг", [("2", "mg"), ("4", "mg")]),
        ("12 thousand, 1.5 million", "12 тыс., 1,5 млн", [("12000", ""), ("1500000", "")]),
        ("10–12 thousand roubles", "10–12 тысяч рублей", [("10000", "rouble"), ("12000", "rouble")]),
        ("two hundred and fifty", "двести пятьдесят", [("250", "")]),
        ("€5, $7 and RUB 4500", "€5, $7 и RUB 4500", [("5", "euro"), ("7", "dollar"), ("4500", "rouble")]),
        ("in 2019", "в 2019 г.", [("2019", "")]),
        ("24/7, 120/80", "24/7, 120/80", [("120", ""), ("80", "")]),
    ],
)
def test_doses_are_read_with_their_units(english: str, russian: str, wanted: list[tuple[str, str]]) -> None:
    assert figures(english) == wanted
    assert [(value, "" if unit == "year" else unit) for value, unit in figures(russian, "ru")] == wanted


@pytest.mark.parametrize(
    ("words", "language", "value"),
    [
        ("one-sided pain", "en", "1"),
        ("first the address", "en", "1"),
        ("half an hour", "en", "30"),
        ("раз в пять секунд", "ru", "1"),
        ("полчаса", "ru", "0.5"),
        ("оба зрачка", "ru", "2"),
    ],
)
def test_words_that_often_are_no_number_need_no_answer(words: str, language: str, value: str) -> None:
    assert any(value in one.values for one in soft(words, language))


def test_references_are_figures_and_their_keys_are_none() -> None:
    read = read_figures("**Call {emergency}**, pay {price:day-2}, see {web}, {clinic}", "en")
    assert read.text == "Call {emergency}, pay {price:day-2}, see {web}, {clinic}"
    assert [one.values[0] for one in read.figures] == [
        "{emergency:ambulance}",
        "{emergency:single}",
        "{price:day-2}",
    ]


def test_references_are_listed_with_both_emergency_numbers() -> None:
    names = references("{web} {emergency} {phone:a} {web}")
    assert names == ("emergency:ambulance", "emergency:single", "phone:a", "web", "web")
    assert as_written(names) == ("emergency", "phone:a", "web")
    assert as_written(["emergency:single"]) == ("emergency:single",)


def test_the_digits_of_an_address_are_none() -> None:
    assert figures("See [our page](https://example.org/24-7) 5 times") == [("5", "")]


def test_a_figure_knows_where_it_stands() -> None:
    read = read_figures("Give **2** of {phone}, then 1,500\u00a0ml\n\nin 5 hours", "en")
    assert [read.text[one.start : one.start + one.length] for one in read.figures] == ["2", "{phone}", "1,500", "5"]


def test_a_language_nobody_taught_is_read_by_its_digits() -> None:
    assert figures("fünf Tage, 5,5 mg, 10 Tage, 20 %", "de") == [("5.5", "mg"), ("10", ""), ("20%", "")]


@given(st.integers(0, 10**9 - 1), st.sampled_from(["en", "ru", "de"]))
def test_any_whole_number_is_read_however_its_thousands_are_set_apart(number: int, language: str) -> None:
    wanted = [(str(number), "")]
    assert figures(f"x {number} y", language) == wanted
    assert figures(f"x {number:,} y".replace(",", "\u00a0"), language) == wanted
    assert figures(f"x {number:,} y" if language == "en" else f"x {number:,} y".replace(",", "."), language) == wanted


@given(st.text(max_size=60), st.sampled_from(["en", "ru", "xx"]))
def test_any_text_is_read(words: str, language: str) -> None:
    read = read_figures(words, language)
    assert all(0 <= one.start <= len(read.text) for one in read.figures)
