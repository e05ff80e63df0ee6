"""The price list holds on the day of printing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from press.errors import Problem
from press.lint.days import days_left
from press.model.prices import PriceList
from press.model.project import Project


def price_dates(project: Project, today: date) -> tuple[Problem, ...]:
    """A price list, or a branch's own price, that has ended, has not begun or ends soon, where it is printed."""
    if not _printed(project):
        return ()
    return (*_list(project, today), *_overrides(project, today))


def _list(project: Project, today: date) -> Iterator[Problem]:
    prices = project.prices
    last = prices.place("valid_until")
    if today > prices.valid_until:
        yield Problem(
            "prices-expired",
            f"the prices ended on {prices.valid_until}, and today is {today}",
            f"Ask {_owner(prices)} for the new price list, then change the amounts and `valid_until`.",
            last,
        )
    elif today < prices.valid_from:
        yield Problem(
            "prices-not-yet-valid",
            f"the prices begin on {prices.valid_from}, and today is {today}",
            f"Print from {prices.valid_from} on; or ask {_owner(prices)} whether `valid_from` is right.",
            prices.place("valid_from"),
        )
    elif (prices.valid_until - today).days <= project.clinic.warn_days:
        following = next((later for later in project.price_lists if later.valid_from > prices.valid_until), None)
        yield Problem(
            "prices-end-soon",
            f"the prices end on {prices.valid_until}: {days_left(prices.valid_until, today)}",
            f"Print no more than is needed until then; {following.file} follows on {following.valid_from}."
            if following
            else f"Ask {_owner(prices)} for the next price list, and print no more than is needed until then.",
            last,
            warning=True,
        )


def _overrides(project: Project, today: date) -> Iterator[Problem]:
    """A branch's own prices may have a last day of their own."""
    for branch in project.branches.values():
        for key, own in branch.prices.items():
            if own.valid_until is None:
                continue
            place = own.place("valid_until")
            if today > own.valid_until:
                yield Problem(
                    "prices-expired",
                    f"the branch's own price of “{key}” ended on {own.valid_until}, and today is {today}",
                    f"Ask {_owner(project.prices)} for the new one; or delete the entry, then the price of the "
                    f"list ({project.prices.file}) holds here too.",
                    place,
                )
            elif (own.valid_until - today).days <= project.clinic.warn_days:
                yield Problem(
                    "prices-end-soon",
                    f"the branch's own price of “{key}” ends on {own.valid_until}: {days_left(own.valid_until, today)}",
                    f"Ask {_owner(project.prices)} for the next one.",
                    place,
                    warning=True,
                )


def _printed(project: Project) -> bool:
    return any(text.prints_prices for text in project.texts.values())


def _owner(prices: PriceList) -> str:
    return f"the owner of the prices ({prices.owner})" if prices.owner else "the owner of the prices"
