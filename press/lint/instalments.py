"""Paying in parts costs what the price says, at every branch, or the list says why not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from press.errors import Problem
from press.model.clinic import Branch, branch_prices
from press.model.prices import PriceList, Service
from press.model.project import Project


def instalment_sums(project: Project, _today: date) -> tuple[Problem, ...]:
    """Instalments that add up to another sum than the price, without a note for the reader."""
    return tuple(
        problem
        for prices in project.price_lists
        for problem in (
            *_in_list(prices),
            *(problem for branch in project.branches.values() for problem in _in_branch(prices, branch)),
        )
    )


def _in_list(prices: PriceList) -> Iterator[Problem]:
    for service in prices.services:
        if not _adds_up(service) and not service.notes:
            yield Problem(
                "instalments-differ",
                f"{_sum(service)}, but the price of “{service.key}” is {service.amount}",
                "Correct one of them; or say in `notes` what the difference is for.",
                service.place("instalments"),
            )


def _in_branch(prices: PriceList, branch: Branch) -> Iterator[Problem]:
    """The parts of the list stand beside the branch's own price too. A note explains a difference that the list has."""
    listed = {service.key: service for service in prices.services}
    for service in branch_prices(prices, branch).services:
        own, common = branch.prices.get(service.key), listed[service.key]
        if own is None or _ended(own.valid_until, prices) or _adds_up(service):
            continue
        if common.notes and not _adds_up(common):
            continue
        yield Problem(
            "instalments-differ",
            f"{_sum(service)} ({prices.file}), but the price of “{service.key}” in the branch “{branch.key}” is "
            f"{service.amount}",
            f"Correct the price here, or take it out, then {common.amount} holds here too. If the branch is right, "
            f"take `instalments` out of {prices.file}: it says the same parts for every branch.",
            own.place("amount"),
        )


def _ended(last: date | None, prices: PriceList) -> bool:
    return last is not None and last < prices.valid_from


def _adds_up(service: Service) -> bool:
    parts = service.instalments
    return parts is None or parts.payments * parts.amount == service.amount


def _sum(service: Service) -> str:
    parts = service.instalments
    return f"{parts.payments} × {parts.amount} makes {parts.payments * parts.amount}" if parts else ""
