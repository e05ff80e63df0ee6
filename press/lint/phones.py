"""Telephone numbers can be rung: those of the branches, and above all those of the emergency services."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from press import wording
from press.errors import Problem
from press.model.project import Project


def impossible_phones(project: Project, _today: date) -> tuple[Problem, ...]:
    """Numbers that no telephone can reach, by libphonenumber's plans of all countries."""
    return (*_emergency(project), *_branches(project))


def _emergency(project: Project) -> Iterator[Problem]:
    clinic = project.clinic
    for field, number in (("ambulance", clinic.emergency.ambulance), ("single", clinic.emergency.single)):
        if not wording.is_emergency_number(number, clinic.region):
            yield Problem(
                "emergency-unknown",
                f"{number} is not an emergency number of the country {clinic.region}",
                "Ask the clinic's doctor before you go on: this number stands on every leaflet. "
                "Correct it, or the `region`.",
                clinic.emergency.place(field),
            )


def _branches(project: Project) -> Iterator[Problem]:
    for branch in project.branches.values():
        for phone in branch.phones.values():
            if not wording.is_possible_phone(phone.number, project.clinic.region):
                yield Problem(
                    "phone-impossible",
                    f"nobody can ring {phone.number}: it has too few or too many digits, or a prefix that nobody has",
                    "Compare it with the clinic's own papers, correct it, then ring it once.",
                    phone.place("number"),
                )
