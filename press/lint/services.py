"""A service has a key of its own in the whole price list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from press.errors import Place, Problem
from press.model.prices import PriceList
from press.model.project import Project


def repeated_services(project: Project, _today: date) -> tuple[Problem, ...]:
    """Services of different groups with the same key (within one group the room `load` finds them)."""
    return tuple(problem for prices in project.price_lists for problem in _repeated(prices))


def _repeated(prices: PriceList) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for group in prices.groups:
        own: set[str] = set()
        for service in group.services:
            if service.key in first and service.key not in own:
                line = first[service.key].line
                yield Problem(
                    "key-repeated",
                    f"the service “{service.key}” is also in another group, on line {line}",
                    "Give one of the two another key.",
                    service.place("key"),
                )
            own.add(service.key)
            first.setdefault(service.key, service.place("key"))
