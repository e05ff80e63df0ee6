"""The price list holds on the day of printing."""

from __future__ import annotations

from datetime import date, timedelta

from press.errors import Problem
from press.lint.walk import blocks
from press.model.base import reader_words
from press.model.blocks import Package, Prices, Validity
from press.model.prices import PriceList
from press.model.project import Project


def price_dates(project: Project, today: date) -> tuple[Problem, ...]:
    """A price list that has ended, has not begun or ends soon, where a leaflet prints prices."""
    prices = project.prices
    if not _printed(project):
        return ()
    if today > prices.valid_until:
        return (
            Problem(
                "prices-expired",
                f"the prices ended on {prices.valid_until}, and today is {today}",
                f"Ask {_owner(prices)} for the new price list, then change the amounts and `valid_until`.",
                prices.place("valid_until"),
            ),
        )
    if today < prices.valid_from:
        return (
            Problem(
                "prices-not-yet-valid",
                f"the prices begin on {prices.valid_from}, and today is {today}",
                f"Print from {prices.valid_from} on; or ask {_owner(prices)} whether `valid_from` is right.",
                prices.place("valid_from"),
            ),
        )
    if today + timedelta(days=project.clinic.warn_days) >= prices.valid_until:
        left = (prices.valid_until - today).days
        return (
            Problem(
                "prices-end-soon",
                f"the prices end on {prices.valid_until}, in {left} days",
                f"Ask {_owner(prices)} for the next price list, and print no more than is needed until then.",
                prices.place("valid_until"),
                warning=True,
            ),
        )
    return ()


def _printed(project: Project) -> bool:
    if any(isinstance(standing.block, Prices | Package | Validity) for standing in blocks(project)):
        return True
    return any("{price:" in words for text in project.texts.values() for _, words, _ in reader_words(text))


def _owner(prices: PriceList) -> str:
    return f"the owner of the prices ({prices.owner})" if prices.owner else "the owner of the prices"
