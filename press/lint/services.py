"""A service has a key of its own in the whole price list."""

from __future__ import annotations

from datetime import date

from press.errors import Place, Problem
from press.model.project import Project


def repeated_services(project: Project, _today: date) -> tuple[Problem, ...]:
    """Services of different groups with the same key (within one group the room `load` finds them)."""
    problems = []
    first: dict[str, Place] = {}
    for group in project.prices.groups:
        own: set[str] = set()
        for service in group.services:
            if service.key in first and service.key not in own:
                line = first[service.key].line
                problems.append(
                    Problem(
                        "key-repeated",
                        f"the service “{service.key}” is also in another group, on line {line}",
                        "Give one of the two another key.",
                        service.place("key"),
                    )
                )
            own.add(service.key)
            first.setdefault(service.key, service.place("key"))
    return tuple(problems)
