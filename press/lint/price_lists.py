"""Dated price lists follow one another without a gap, an overlap or a lost service."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from press.errors import Problem
from press.lint.walk import printed_services
from press.model.prices import PriceList
from press.model.project import Project


def price_lists(project: Project, today: date) -> tuple[Problem, ...]:
    """Lists that begin on one day or overlap, days without a list, services the next list has lost."""
    problems: list[Problem] = []
    for earlier, later in pairwise(project.price_lists):
        problems += _sequence(earlier, later)
        if later.valid_from > today:
            problems += _lost(project, later)
    return tuple(problems)


def _sequence(earlier: PriceList, later: PriceList) -> Iterator[Problem]:
    begins = later.place("valid_from")
    if earlier.valid_from == later.valid_from:
        yield Problem(
            "prices-overlap",
            f"this list and {earlier.file} both begin on {later.valid_from}: nobody can tell which one holds",
            "Change `valid_from` of one of them, or delete one.",
            begins,
        )
    elif later.valid_from <= earlier.valid_until:
        last = later.valid_from - timedelta(days=1)
        yield Problem(
            "prices-overlap",
            f"this list begins on {later.valid_from}, but {earlier.file} says that it holds until "
            f"{earlier.valid_until}; leaflets printed now say until {last}",
            f"Write `valid_until: {last}` in {earlier.file}. Papers that are out already promise the longer time.",
            begins,
            warning=True,
        )
    elif later.valid_from > earlier.valid_until + timedelta(days=1):
        gap = (later.valid_from - earlier.valid_until).days - 1
        days = "is 1 day" if gap == 1 else f"are {gap} days"
        yield Problem(
            "prices-gap",
            f"between {earlier.file} and this list there {days} without any prices",
            f"Ask the owner of the prices: does this list begin on {earlier.valid_until + timedelta(days=1)}?",
            begins,
            warning=True,
        )


def _lost(project: Project, later: PriceList) -> Iterator[Problem]:
    """What leaflets print of the present list and the coming one does not have."""
    here = {service.key for service in later.services}
    groups = {group.key for group in later.groups}
    wanted_services, wanted_groups = printed_services(project)
    for kind, key in (
        *(("service", key) for key in sorted(wanted_services - here)),
        *(("group", key) for key in sorted(wanted_groups - groups)),
    ):
        yield Problem(
            "prices-lost",
            f"leaflets print the {kind} “{key}”, and this list, which begins on {later.valid_from}, does not have it",
            f"Add it here, or take it out of the leaflets before {later.valid_from}.",
            later.place("groups"),
            warning=True,
        )
