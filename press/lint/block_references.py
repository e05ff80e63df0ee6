"""Blocks name groups and services of the price list that there are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from press.errors import Problem
from press.guess import did_you_mean
from press.lint.walk import Standing, blocks
from press.model.blocks import Package, Prices
from press.model.project import Project


def unknown_services(project: Project, _today: date) -> tuple[Problem, ...]:
    """Price tables of unknown groups, packages of unknown services or of services without contents."""
    problems: list[Problem] = []
    for standing in blocks(project):
        if isinstance(standing.block, Prices):
            problems += _groups(standing.block, project)
        elif isinstance(standing.block, Package):
            problems += _package(standing.block, standing, project)
    return tuple(problems)


def _groups(block: Prices, project: Project) -> Iterator[Problem]:
    groups = [group.key for group in project.prices.groups]
    for number, key in enumerate(block.groups):
        if key not in groups:
            yield Problem(
                "price-unknown",
                f"there is no group “{key}” in the price list",
                did_you_mean(key, groups),
                block.place(f"groups.{number}"),
            )


def _package(block: Package, standing: Standing, project: Project) -> Iterator[Problem]:
    services = {service.key: service for service in project.prices.services}
    service = services.get(block.service)
    if service is None:
        yield Problem(
            "price-unknown",
            f"there is no service “{block.service}” in the price list",
            did_you_mean(block.service, services),
            block.place("service"),
        )
    elif not (service.includes or {}).get(standing.language):
        yield Problem(
            "package-empty",
            f"the price list does not say in “{standing.language}” what “{block.service}” includes",
            f"Add `includes:` with a list under `{standing.language}:` at {service.place()}.",
            block.place("service"),
        )
