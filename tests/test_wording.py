"""Money, dates and telephone numbers as readers of each language expect them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press import wording

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("value", "language", "words"),
    [
        ("4500", "en", "RUB_4,500"),
        ("4500", "ru", "4_500_₽"),
        ("900", "en", "RUB_900"),
        ("900", "ru", "900_₽"),
        ("1250000", "en", "RUB_1,250,000"),
        ("1250000", "ru", "1_250_000_₽"),
        ("99.5", "en", "RUB_99.50"),
        ("99.5", "ru", "99,50_₽"),
        ("14000.5", "en", "RUB_14,000.50"),
        ("99.55", "ru", "99,55_₽"),
        ("4500.00", "ru", "4_500_₽"),
        ("4500", "de", "4.500,00_RUB"),
    ],
)
def test_money(value: str, language: str, words: str) -> None:
    assert wording.money(Decimal(value), "RUB", language).replace(NBSP, "_") == words


@pytest.mark.parametrize(
    ("value", "language", "words"),
    [("4500", "en", "4,500"), ("4500", "ru", "4_500"), ("0.5", "ru", "0,50"), ("4500.5", "en", "4,500.50")],
)
def test_amounts(value: str, language: str, words: str) -> None:
    assert wording.amount(Decimal(value), language).replace(NBSP, "_") == words


@pytest.mark.parametrize(
    ("language", "long", "short"),
    [
        ("en", "1_February_2027", "1_Feb_2027"),
        ("ru", "1_февраля_2027_г.", "01.02.2027"),
        ("en-GB", "1_February_2027", "01/02/2027"),
    ],
)
def test_days(language: str, long: str, short: str) -> None:
    assert wording.day(date(2027, 2, 1), language).replace(NBSP, "_") == long
    assert wording.short_day(date(2027, 2, 1), language).replace(NBSP, "_") == short


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("+74951270203", "+7_495_127-02-03"),
        ("+78002000200", "+7_800_200-02-00"),
        ("+442079460958", "+44_20_7946_0958"),
        ("103", "103"),
        ("051", "051"),
    ],
)
def test_telephone_numbers(number: str, words: str) -> None:
    assert wording.phone(number, "RU").replace(NBSP, "_") == words


@pytest.mark.parametrize(
    ("number", "possible"),
    [
        ("+74951270203", True),
        ("+7495127020", False),
        ("+70000000000", False),
        ("103", True),
        ("051", True),
        ("1o3", False),
    ],
)
def test_whether_a_telephone_could_reach_it(number: str, possible: bool) -> None:
    assert wording.is_possible_phone(number, "RU") is possible


@pytest.mark.parametrize(
    ("number", "emergency"), [("103", True), ("112", True), ("051", False), ("+74951270203", False)]
)
def test_emergency_numbers_of_the_region(number: str, emergency: bool) -> None:
    assert wording.is_emergency_number(number, "RU") is emergency


def test_the_region_decides_what_an_emergency_number_is() -> None:
    assert wording.is_emergency_number("911", "US")
    assert not wording.is_emergency_number("103", "US")


@pytest.mark.parametrize(("value", "words"), [("always", "day and night"), ("09:00-20:00", "09:00–20:00")])
def test_hours(value: str, words: str) -> None:
    assert wording.hours(value, "day and night") == words


@given(st.decimals(1, 999_999_999, places=2), st.sampled_from(["en", "ru", "de", "fr"]))
def test_no_price_is_ever_broken_over_lines_or_loses_a_digit(value: Decimal, language: str) -> None:
    words = wording.money(value, "RUB", language)
    assert not set(words) & set(" \u202f\u2009\n")
    digits = [letter for letter in words if letter.isdigit()]
    wanted = f"{value:f}".replace(".", "")
    assert "".join(digits).rstrip("0") == wanted.rstrip("0")


def test_a_number_of_no_country_is_shown_as_it_stands() -> None:
    assert wording.phone("+2101234567", "RU") == "+2101234567"
