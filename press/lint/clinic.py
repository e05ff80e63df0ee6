"""The clinic and its branches hold together: languages, the main branch, telephones, prices of their own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from press.errors import Problem
from press.guess import did_you_mean
from press.model.clinic import Branch
from press.model.project import Project

MAIN_PHONE = "main"


def incomplete_clinic(project: Project, _today: date) -> tuple[Problem, ...]:
    """Languages named twice, an unknown main branch, missing main telephones, prices of unknown services."""
    problems = [*_languages(project), *_main_branch(project)]
    for branch in project.branches.values():
        problems += _branch(branch, project)
    return tuple(problems)


def _languages(project: Project) -> Iterator[Problem]:
    clinic = project.clinic
    for number, language in enumerate(clinic.languages):
        if language in clinic.languages[:number]:
            yield Problem(
                "key-repeated",
                f"the language “{language}” stands here a second time",
                "Delete one of the two.",
                clinic.place(f"languages.{number}"),
            )


def _main_branch(project: Project) -> Iterator[Problem]:
    clinic = project.clinic
    if clinic.main_branch not in project.branches:
        yield Problem(
            "branch-unknown",
            f"there is no branch “{clinic.main_branch}”",
            did_you_mean(clinic.main_branch, project.branches),
            clinic.place("main_branch"),
        )


def _branch(branch: Branch, project: Project) -> Iterator[Problem]:
    if MAIN_PHONE not in branch.phones:
        yield Problem(
            "phone-unknown",
            f"this branch has no telephone `{MAIN_PHONE}`, which is the one printed large",
            f"Add `{MAIN_PHONE}:` with its `number` to `phones`.",
            branch.place("phones"),
        )
    services = [service.key for service in project.prices.services]
    for key in branch.prices:
        if key not in services:
            yield Problem(
                "price-unknown",
                f"there is no service “{key}” in the price list",
                did_you_mean(key, services),
                branch.place(f"prices.{key}:key"),
            )
