from datetime import date
from decimal import Decimal

import pytest

from press.model.prices import Unit
from press.pricing.suspicions import of_amount, of_beginning, of_days, of_price
from tests.pricing.lists import SMALL


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (4500, 5000, ""),
        (4500, 9000, ""),
        (4500, 2250, ""),
        (4500, 9001, "more than twice"),
        (4500, 2000, "less than half"),
        (4500, 45000, "one zero too many"),
        (4500, 48000, "one zero too many"),
        (4500, 450, "a zero lost"),
        (4500, 470, "a zero lost"),
        (4500, 450000, "cents taken"),
        (4500, 45, "two zeros lost"),
        (4500, Decimal("4.5"), "in thousands"),
        (4500, 4500000, "three zeros too many"),
    ],
)
def test_suspicious_amounts_are_put_into_words(old: int, new: int, said: str) -> None:
    warning = of_amount(Decimal(old), Decimal(new))
    assert said in warning
    assert bool(said) == bool(warning)


def test_another_unit_is_suspicious_but_the_first_one_is_not() -> None:
    visit = SMALL.services[0]
    day = visit.model_copy(update={"unit": Unit.DAY})
    unstated = visit.model_copy(update={"unit": Unit.UNSTATED})
    assert of_price(visit, visit) == ""
    assert of_price(visit, day) == "another unit"
    assert of_price(visit, unstated) == "another unit"
    assert of_price(unstated, visit) == ""
    dear = day.model_copy(update={"amount": Decimal(45000)})
    assert of_price(visit, dear) == "ten times the old price: one zero too many?; another unit"


def test_a_day_that_loses_its_prices_is_suspicious() -> None:
    later = SMALL.model_copy(update={"valid_from": date(2028, 1, 1), "valid_until": date(2028, 12, 31)})
    today = date(2027, 6, 1)
    assert of_days([SMALL], [later], today) == "from today there would be no valid prices"
    assert of_days([SMALL], [SMALL, later], today) == ""
    assert of_days([later], [later], today) == "", "it had none before"


def test_a_list_that_begins_in_the_past_is_suspicious() -> None:
    today = date(2027, 6, 1)
    assert of_beginning(today, date(2028, 1, 1), today) == ""
    assert "holds now" in of_beginning(date(2027, 5, 31), today, today)
    assert "over already" in of_beginning(date(2026, 1, 1), date(2027, 5, 31), today)
