from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from press.model.prices import Amount, PriceList, WrongAmountError, in_force

LIST: dict[str, Any] = {
    "currency": "RUB",
    "valid_from": "2026-01-01",
    "valid_until": "2026-12-31",
    "groups": [
        {
            "key": key,
            "names": {"en": key},
            "icon": "house",
            "services": [{"key": f"{key}-{n}", "names": {"en": "x"}, "amount": "100"} for n in (1, 2)],
        }
        for key in ("visits", "tests")
    ],
}


@pytest.mark.parametrize(("value", "amount"), [("4500", 4500), ("99.5", Decimal("99.5")), ("0.01", Decimal("0.01"))])
def test_amounts_are_digits(value: str, amount: Decimal) -> None:
    assert TypeAdapter(Amount).validate_python(value) == amount


@pytest.mark.parametrize("value", ["4 500", "4,500", "4500 ₽", "от 4500", "-1", "0", "1e3", "", "4500.123", "Infinity"])
def test_everything_else_is_no_amount(value: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Amount).validate_python(value)


def test_the_mistake_is_one_of_its_own_and_guesses_nothing() -> None:
    with pytest.raises(ValidationError) as told:
        TypeAdapter(Amount).validate_python("1 234 р.")
    (mistake,) = told.value.errors()
    assert isinstance(mistake["ctx"]["error"], WrongAmountError)
    assert "1234" not in mistake["msg"]


def test_services_come_in_the_order_of_the_list() -> None:
    prices = PriceList.model_validate(LIST)
    assert [service.key for service in prices.services] == ["visits-1", "visits-2", "tests-1", "tests-2"]


def test_a_list_ends_after_it_begins() -> None:
    with pytest.raises(ValidationError, match="lies before"):
        PriceList.model_validate(LIST | {"valid_until": "2025-12-31"})
    PriceList.model_validate(LIST | {"valid_until": "2026-01-01"})


def dated(begins: str, ends: str) -> PriceList:
    return PriceList.model_validate(LIST | {"valid_from": begins, "valid_until": ends})


OLD, NEXT, LAST = (
    dated("2026-01-01", "2026-12-31"),
    dated("2027-01-01", "2027-06-30"),
    dated("2027-03-01", "2027-12-31"),
)


@pytest.mark.parametrize(
    ("today", "begins", "ends"),
    [
        (date(2025, 12, 31), date(2026, 1, 1), date(2026, 12, 31)),  # none has begun: the first to come
        (date(2026, 1, 1), date(2026, 1, 1), date(2026, 12, 31)),
        (date(2026, 12, 31), date(2026, 1, 1), date(2026, 12, 31)),
        (date(2027, 1, 1), date(2027, 1, 1), date(2027, 2, 28)),  # its successor begins before it ends
        (date(2027, 3, 1), date(2027, 3, 1), date(2027, 12, 31)),
        (date(2028, 5, 5), date(2027, 3, 1), date(2027, 12, 31)),  # ended, and nothing follows
        (None, date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_the_list_of_the_day_is_the_one_that_began_last(today: date | None, begins: date, ends: date) -> None:
    for lists in ((OLD, NEXT, LAST), (LAST, OLD, NEXT)):
        chosen = in_force(lists, today)
        assert (chosen.valid_from, chosen.valid_until) == (begins, ends)


@pytest.mark.parametrize("parts", [{"payments": "1", "amount": "50"}, {"payments": "2", "amount": "5", "every": "day"}])
def test_instalments_are_two_or_more_by_week_or_month(parts: dict[str, str]) -> None:
    service = {**LIST["groups"][0]["services"][0], "instalments": parts}
    with pytest.raises(ValidationError):
        PriceList.model_validate(LIST | {"groups": [{**LIST["groups"][0], "services": [service]}]})
