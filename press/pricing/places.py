"""From a place in the list as it would be to the cell that says it: a clerk mends what is open before them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from press.errors import Place, Problem
from press.model.base import Record
from press.model.prices import PriceList
from press.pricing.additions import GroupRow
from press.pricing.labels import HEADINGS, SETTINGS, Role
from press.pricing.reading import Row

#: Where a field of a service has another name in the record than in the file.
_FIELDS = {Role.FROM: "is_from"}
_DAYS = ("valid_from", "valid_until")


@dataclass(frozen=True, slots=True)
class Said:
    """The rows of the services and groups by key, and the cells of the settings by name and language."""

    services: Mapping[str, Row] = field(default_factory=dict)
    groups: Mapping[str, GroupRow] = field(default_factory=dict)
    settings: Mapping[tuple[str, str], Place] = field(default_factory=dict)

    def amount(self, service: str) -> Place | None:
        """The cell of the amount of a service."""
        return self.cell(service, Role.AMOUNT)

    def cell(self, service: str, role: Role, language: str = "") -> Place | None:
        """The cell that says this of a service; that of its amount where it has no column of its own."""
        row = self.services.get(service)
        if row is None:
            return None
        cell = row.cell(role, language) or row.cell(role) or row.cells[Role.AMOUNT, ""]
        return row.place_of.place(cell.address)


@dataclass(frozen=True, slots=True)
class _Spot:
    """Something in the list: a field of a service, of a group, or (both empty) of the list itself."""

    line: int
    column: int
    service: str = ""
    group: str = ""
    field: str = ""
    language: str = ""


def in_sheet(problem: Problem, result: PriceList, said: Said, *, has_own_days: bool = False) -> Problem:
    """A problem of the list as it would be, told at its cell; `has_own_days`: the days were not those of the sheet."""
    if problem.place is None or problem.place.file != result.file:
        return problem
    at = (problem.place.line, problem.place.column)
    before = [spot for spot in _spots(result) if (spot.line, spot.column) <= at]
    spot = max(before, key=lambda one: (one.line, one.column), default=_Spot(0, 0))
    if spot.service:
        return _of_service(problem, spot, said)
    cell = _of_group(spot, said) if spot.group else said.settings.get((spot.field, spot.language))
    if has_own_days and spot.field in _DAYS:
        cell = None
    return replace(problem, place=cell or Place(result.file))


def _of_service(problem: Problem, spot: _Spot, said: Said) -> Problem:
    role = Role(spot.field) if spot.field else Role.AMOUNT
    language = spot.language
    if problem.code == "name-missing":
        language = _missing(problem, role, said.services.get(spot.service))
    cell = said.cell(spot.service, role, language) or Place(problem.place.file if problem.place else "")
    if problem.code != "name-missing" or not language:
        return replace(problem, place=cell)
    others = f"the columns “{HEADINGS[role].format('…')}”"
    remedy = f"Write the words in this cell too. Or empty {others} in all languages of this row."
    return replace(problem, place=cell, remedy=remedy)


def _missing(problem: Problem, role: Role, row: Row | None) -> str:
    """The language in which the sheet has no words; nobody can tell where it has no column for them."""
    empty = [language for (one, language), cell in row.cells.items() if one is role and cell.is_empty] if row else []
    return next((language for language in empty if f"“{language}”" in problem.message), "")


def _of_group(spot: _Spot, said: Said) -> Place | None:
    row = said.groups.get(spot.group)
    if row is None:
        return None
    return row.table.place(row.cells.get(spot.language, row.cell).address)


# Where everything stands -----------------------------------------------------------------------------------


def _spots(result: PriceList) -> Iterator[_Spot]:
    for name in SETTINGS:
        yield from _of_record(result, name, name)
    yield _spot(result, "groups")
    for group in result.groups:
        yield _spot(group, "", group=group.key)
        yield from _of_record(group, "names", "names", group=group.key)
        for service in group.services:
            yield _spot(service, "", service=service.key)
            for role in Role:
                yield from _of_record(service, _FIELDS.get(role, role.value), role.value, service=service.key)


def _of_record(record: Record, name: str, field: str, service: str = "", group: str = "") -> Iterator[_Spot]:
    """The field, and each of its languages; nothing where the file leaves it out."""
    if record.place(name) in (record.place(), record.place("groups"), record.place("services")):
        return
    yield _spot(record, name, service, group, field)
    value = getattr(record, name, None)
    for language in value if isinstance(value, dict) else ():
        yield _spot(record, f"{name}.{language}", service, group, field, language)


def _spot(record: Record, name: str, service: str = "", group: str = "", field: str = "", language: str = "") -> _Spot:
    place = record.place(name)
    return _Spot(place.line, place.column, service, group, field, language)
