"""What looks like a slip among the changes of a price list, in words; empty where nothing does."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from press.model.prices import PriceList, Service, Unit

_DOUBLE = Decimal(2)
_SLIPS = {
    Decimal(10): "ten times the old price: one zero too many?",
    Decimal(100): "a hundred times the old price: cents taken for whole amounts?",
    Decimal(1000): "a thousand times the old price: three zeros too many?",
    Decimal("0.1"): "a tenth of the old price: a zero lost?",
    Decimal("0.01"): "a hundredth of the old price: two zeros lost?",
    Decimal("0.001"): "a thousandth of the old price: written in thousands?",
}


def of_amount(old: Decimal, new: Decimal) -> str:
    """What is suspicious about a new amount."""
    ratio = new / old
    for factor, words in _SLIPS.items():
        if abs(ratio / factor - 1) <= Decimal("0.15"):
            return words
    if ratio > _DOUBLE:
        return "more than twice the old price"
    return "less than half the old price" if ratio < 1 / _DOUBLE else ""


def of_price(old: Service, new: Service) -> str:
    """What is suspicious about the new price of a service; a unit that was not stated before is no other one."""
    unit = "another unit" if old.unit not in (new.unit, Unit.UNSTATED) else ""
    return "; ".join(filter(None, (of_amount(old.amount, new.amount), unit)))


def of_days(before: Iterable[PriceList], after: Iterable[PriceList], today: date) -> str:
    """Whether the day is taken away from the prices that hold."""
    is_lost = _holds(before, today) and not _holds(after, today)
    return "from today there would be no valid prices" if is_lost else ""


def of_beginning(begins: date, ends: date, today: date) -> str:
    """Whether a new list would begin in the past."""
    if begins >= today:
        return ""
    return "these days are past, the list is over already" if ends < today else "this day is past, the list holds now"


def _holds(lists: Iterable[PriceList], day: date) -> bool:
    return any(prices.valid_from <= day <= prices.valid_until for prices in lists)
