"""Names that are printed in each language are there in each language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, get_args

from press.errors import Problem
from press.guess import nearest
from press.model.base import Names, Record
from press.model.project import Project


def missing_names(project: Project, _today: date) -> tuple[Problem, ...]:
    """Names without one of the languages of the clinic."""
    records: tuple[Record, ...] = (
        project.clinic,
        *project.branches.values(),
        *project.price_lists,
        *project.sources.values(),
        *project.formats.values(),
    )
    return tuple(
        problem
        for record in records
        for field, names, owner in _names_in(record)
        for problem in _missing(field, names, owner, project.clinic.languages)
    )


def _missing(field: str, names: dict[str, str], owner: Record, languages: tuple[str, ...]) -> Iterator[Problem]:
    for language in languages:
        if language not in names:
            alike = nearest(language, set(names) - set(languages))
            guess = f" Is `{alike}` meant to be `{language}`?" if alike else ""
            yield Problem(
                "name-missing",
                f"`{field}` has no words in “{language}”",
                f"Add a line `{language}: …` to `{field}`.{guess}",
                owner.place(field),
            )


def _names_in(record: Record) -> Iterator[tuple[str, dict[str, str], Record]]:
    """Every field of the type `Names`, here and in the records within: its name, its value, its owner."""
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if isinstance(value, dict) and Names in (field.annotation, *get_args(field.annotation)):
            yield name, value, record
        else:
            yield from _names_within(value)


def _names_within(value: Any) -> Iterator[tuple[str, dict[str, str], Record]]:
    if isinstance(value, Record):
        yield from _names_in(value)
    elif isinstance(value, tuple):
        for item in value:
            yield from _names_within(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _names_within(item)
