"""Paying in parts costs what the price says, or the list says why not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from press.errors import Problem
from press.model.prices import PriceList
from press.model.project import Project


def instalment_sums(project: Project, _today: date) -> tuple[Problem, ...]:
    """Instalments that add up to another sum than the price, without a note for the reader."""
    return tuple(problem for prices in project.price_lists for problem in _sums(prices))


def _sums(prices: PriceList) -> Iterator[Problem]:
    for service in prices.services:
        parts = service.instalments
        if parts is None or service.notes:
            continue
        total = parts.payments * parts.amount
        if total != service.amount:
            yield Problem(
                "instalments-differ",
                f"{parts.payments} × {parts.amount} makes {total}, but the price of “{service.key}” is "
                f"{service.amount}",
                "Correct one of them; or say in `notes` what the difference is for.",
                service.place("instalments"),
            )
