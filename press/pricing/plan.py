"""From a workbook to what would change in a price list, and everything that has to be asked or told first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from press.errors import Place, Problem
from press.guess import did_you_mean
from press.model.grid import Cell, Table, Workbook
from press.model.prices import PriceList, Service
from press.model.validated import Mistake, NotValidError
from press.pricing.additions import (
    GroupRow,
    group_changes,
    group_rows,
    moved,
    new_services,
    setting_cells,
    settings_of,
)
from press.pricing.changes import Change, applied, service_changes, settings_changes
from press.pricing.columns import Known, Layout, layout_of
from press.pricing.labels import GROUP_KEY, SETTING, Role
from press.pricing.matching import Matched, matched, names_of
from press.pricing.places import Said
from press.pricing.reading import Rows, in_sight, own_part, rows_of
from press.pricing.spoken import same_name
from press.pricing.written import amount_text

#: So many services or tables are named where any number of them may be meant.
_NAMED = 6


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do; `result` is the list afterwards, None while there are problems.

    `notes` tell what nobody needs to answer: rows that are left out, services that stay as they are.
    """

    table: str
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]
    result: PriceList | None
    said: Said = field(default_factory=Said)  # in which cells


@dataclass(frozen=True, slots=True)
class _Chosen:
    table: Table
    layout: Layout


def plan_of(workbook: Workbook, prices: PriceList, languages: Sequence[str], table: str = "") -> Plan:
    """What the workbook changes in the list; `table` names the one to read if several hold prices."""
    known = Known(
        frozenset(service.key for service in prices.services),
        frozenset(names_of(prices)),
        prices.currency,
        _group_names(prices),
        _least(prices),
    )
    chosen = _chosen(workbook, known, table)
    if not isinstance(chosen, _Chosen):
        return Plan("", (), chosen, (), None)
    rows = rows_of(chosen.table, chosen.layout, known)
    match = matched(rows.rows, prices)
    found = [*_found(match, rows, chosen, workbook, prices, languages), *_forgotten_from(match, chosen.layout)]
    changes = tuple(one for one in found if isinstance(one, Change))
    problems = (
        *rows.problems,
        *match.problems,
        *(one for one in found if isinstance(one, Problem)),
    )
    if not problems and not changes and not rows.rows:
        problems = (_no_row(chosen.table),)
    said = _said(match, rows, chosen, workbook)
    if not problems:
        problems = tuple(_wrong_together(prices, changes, said, chosen.table))
    result = None if problems else applied(prices, changes)
    notes = (*_notes(workbook, chosen, rows, match), *(_out_of_order(prices, result) if result else ()))
    return Plan(chosen.table.name, changes, problems, notes, result, said)


def _group_names(prices: PriceList) -> frozenset[str]:
    return frozenset(same_name(name) for group in prices.groups for name in group.names.values())


def _least(prices: PriceList) -> frozenset[str]:
    """Keys of the services that the list says "from" of, and their names where no other service has them."""
    names = {name for name, found in names_of(prices).items() if all(service.is_from for _, service in found)}
    return frozenset(names | {service.key for service in prices.services if service.is_from})


# Choosing -------------------------------------------------------------------------------------------------


def _chosen(workbook: Workbook, known: Known, name: str) -> _Chosen | tuple[Problem, ...]:
    names = [table.name for table in workbook.tables]
    if name and name not in names:
        remedy = did_you_mean(name, names) if any(names) else "A CSV file has one table: leave --table out."
        return (Problem("table-unknown", f"the file has no table “{name}”", remedy, Place(workbook.file)),)
    candidates = [table for table in workbook.tables if (table.name == name if name else not table.hidden)]
    layouts = [(table, layout_of(table, known)) for table in candidates]
    found = [(table, layout) for table, layout in layouts if layout]
    if not found:
        return (_no_prices(workbook, name),)
    if len(found) > 1:
        return (_several_tables(workbook, [table.name for table, _ in found]),)
    table, layout = found[0]
    return _Chosen(table, layout) if isinstance(layout, Layout) else layout


def _several_tables(workbook: Workbook, names: Sequence[str]) -> Problem:
    """Old prices look like new ones, so nobody but a person can choose."""
    each = " or ".join(f'--table "{name}"' for name in names[:_NAMED])
    return Problem(
        "table-unclear",
        f"{len(names)} tables could be the price list: {', '.join(f'“{name}”' for name in names)}",
        f"Add {each}, whichever holds. Or hide or delete the others in the spreadsheet.",
        Place(workbook.file),
    )


def _no_prices(workbook: Workbook, name: str) -> Problem:
    place = Place(f"{workbook.file}: {name}" if name else workbook.file)
    return Problem(
        "columns-unclear",
        "no table with services and amounts was found here",
        "Write headings above the columns: “Service” above the names, “Price” above the amounts. Or write the "
        "keys of the services into a column “Key”.",
        place,
    )


def _no_row(table: Table) -> Problem:
    return Problem(
        "row-missing",
        "no row with a price was found",
        "Write each service into a row below the headings, with its amount. Rows that are hidden are not read.",
        table.place(),
    )


# What changes ---------------------------------------------------------------------------------------------


def _found(
    match: Matched, rows: Rows, chosen: _Chosen, workbook: Workbook, prices: PriceList, languages: Sequence[str]
) -> Iterator[Change | Problem]:
    places = {
        service.key: ("groups", number, "services", index)
        for number, group in enumerate(prices.groups)
        for index, service in enumerate(group.services)
    }
    complete = chosen.layout.has_keys
    for row, service in match.pairs:
        yield from moved(row, service, prices)
        yield from service_changes(
            row,
            service,
            places[service.key],
            is_complete=complete and bool(row.text(Role.KEY)),
            currency=prices.currency,
        )
    groups = _groups(rows, chosen, workbook)
    yield from group_changes(groups, prices)
    yield from new_services(match.new, groups, prices, languages)
    if complete:
        yield from _settings(rows, chosen, workbook, prices)


def _groups(rows: Rows, chosen: _Chosen, workbook: Workbook) -> tuple[GroupRow, ...]:
    if not chosen.layout.has_keys:
        return ()
    found = group_rows(rows.groups, chosen.table)
    for table in _parts(GROUP_KEY, chosen, workbook):
        found += group_rows(in_sight(table), table)
    return found


def _settings(rows: Rows, chosen: _Chosen, workbook: Workbook, prices: PriceList) -> Iterator[Change | Problem]:
    said: dict[str, Any] = {}
    for part, table in _setting_parts(rows, chosen, workbook):
        for one in settings_of(part, table, prices):
            if isinstance(one, Problem):
                yield one
            else:
                said[one[0]] = one[1]
    yield from settings_changes(prices, said)


def _setting_parts(rows: Rows, chosen: _Chosen, workbook: Workbook) -> Sequence[tuple[Sequence[Sequence[Cell]], Table]]:
    """The rows of our own settings, wherever they stand, with their table."""
    return [(rows.settings, chosen.table), *((in_sight(one), one) for one in _parts(SETTING, chosen, workbook))]


def _said(match: Matched, rows: Rows, chosen: _Chosen, workbook: Workbook) -> Said:
    settings: dict[tuple[str, str], Place] = {}
    for part, table in _setting_parts(rows, chosen, workbook) if chosen.layout.has_keys else ():
        settings |= setting_cells(part, table)
    known = {service.key: row for row, service in match.pairs}
    new = {row.text(Role.KEY): row for row in match.new}
    return Said(known | new, {row.key: row for row in _groups(rows, chosen, workbook)}, settings)


def _parts(part: str, chosen: _Chosen, workbook: Workbook) -> Sequence[Table]:
    """The other sheets in sight that are this part of our own workbook."""
    return [
        table
        for table in workbook.tables
        if table is not chosen.table and not table.hidden and table.rows and own_part(table.rows[0]) == part
    ]


def _forgotten_from(match: Matched, layout: Layout) -> Iterator[Problem]:
    """Rows without "from" in a table that writes it elsewhere, where the list has it: both can be meant."""
    if layout.of(Role.FROM) or not any(row.price and row.price.is_from for row, _ in match.pairs):
        return
    for row, service in match.pairs:
        if row.price and row.price.is_from is None and service.is_from:
            cell = row.cells[Role.AMOUNT, ""]
            amount = amount_text(row.price.amount)
            shown = " ".join(cell.text.split())
            yield Problem(
                "cell-from-doubtful",
                f"the list says “from” for `{service.key}`, and so do other rows here, but not “{shown}”",
                f"If it is still the lowest price, write: from {amount}. If everybody pays just this, write: "
                f"exactly {amount}.",
                row.place_of.place(cell.address),
            )


def _wrong_together(prices: PriceList, changes: Sequence[Change], said: Said, table: Table) -> Iterator[Problem]:
    """What the list would refuse once it is changed, at the cell it comes from."""
    try:
        applied(prices, changes)
    except NotValidError as error:
        for mistake in error.mistakes:
            location = mistake.location
            change = _meant(mistake, changes)
            about = f"{change.field} of `{change.service}`" if change and change.service else "the list"
            yield Problem(
                "cell-not-understood",
                f"{about}: {mistake.message}",
                "Correct it in the spreadsheet, then import it again.",
                (_cell_of(change, location, said) if change else None) or table.place(),
            )


def _meant(mistake: Mistake, changes: Sequence[Change]) -> Change | None:
    """The change that a mistake lies in; of one that is about the whole list the setting it names first."""
    location = mistake.location
    for one in changes:
        if one.path and location[: len(one.path)] == one.path:
            return one
    named = [one for one in changes if not location and not one.service and str(one.path[0]) in mistake.message]
    return min(named, key=lambda one: mistake.message.index(str(one.path[0])), default=None)


def _cell_of(change: Change, location: tuple[str | int, ...], said: Said) -> Place | None:
    """The cell of a change of a service or a setting; `location` leads to what is wrong in it."""
    if not change.service:
        setting, of_language = (*map(str, change.path), "", "")[:2]
        return said.settings.get((setting, of_language))
    name, language = (*location[4:], "", "")[:2]  # behind: groups, number, services, number
    return said.cell(change.service, Role(name) if name in set(Role) else Role.AMOUNT, str(language))


# What is told ---------------------------------------------------------------------------------------------


def _notes(workbook: Workbook, chosen: _Chosen, rows: Rows, match: Matched) -> Iterator[str]:
    if workbook.told:
        yield f"{workbook.file} was {workbook.told}."
    if len(workbook.tables) > 1:
        yield f"Prices were read from the table “{chosen.table.name}”."
    for table in workbook.tables:
        if table is not chosen.table and table.hidden and table.rows:
            yield f"The table “{table.name}” is hidden, and was therefore not read."
        elif any(table in _parts(part, chosen, workbook) for part in (GROUP_KEY, SETTING)):
            yield from _hidden_rows(table)
    if chosen.layout.unread:
        yield f"Columns that were not read: {', '.join(chosen.layout.unread)}."
    if rows.hidden:
        yield f"Hidden, and therefore not read: {', '.join(rows.hidden)}."
    for left in rows.left_out:
        yield f"Left out: {left}."
    if kept := _kept_from(match, chosen.layout):
        yield f"The spreadsheet says “from” nowhere. The list says it of these, and goes on saying it: {_some(kept)}."
    if match.untouched:
        yield f"Without a row in the spreadsheet, these stay as they are: {_some(match.untouched)}."


def _kept_from(match: Matched, layout: Layout) -> Sequence[Service]:
    """Services that stay "from" although the spreadsheet says so of none: it may not know of it."""
    if layout.of(Role.FROM) or any(row.price and row.price.is_from for row, _ in match.pairs):
        return ()
    return [service for row, service in match.pairs if row.price and row.price.is_from is None and service.is_from]


def _some(services: Sequence[Service]) -> str:
    """The names of a few services, and how many there are more."""
    more = len(services) - _NAMED
    names = "; ".join(service.name for service in services[:_NAMED])
    return f"{names}; and {more} more" if more > 0 else names


def _hidden_rows(table: Table) -> Iterator[str]:
    seen = {row[0].address for row in in_sight(table)}
    filled = [(number, row) for number, row in enumerate(table.rows, 1) if any(not cell.is_empty for cell in row)]
    hidden = [str(number) for number, row in filled if row[0].address not in seen]
    if hidden:
        yield f"Hidden in the table “{table.name}”, and therefore not read: row {', '.join(hidden)}."


def _out_of_order(old: PriceList, new: PriceList) -> Iterator[str]:
    """Groups that were in order of price, cheapest first, and no longer are."""
    for before, after in zip(old.groups, new.groups, strict=False):
        amounts = [[service.amount for service in group.services] for group in (before, after)]
        if amounts[0] == sorted(amounts[0]) and amounts[1] != sorted(amounts[1]):
            yield (
                f"The group `{after.key}` is no longer in order of price. Leaflets print it in the order of "
                "the list; move its lines if the cheapest shall come first."
            )


def new_list(prices: PriceList, begins: date, ends: date) -> tuple[Change, ...]:
    """The changes that make a copy of the list a new one of its own days."""
    return (
        Change("", "valid from", str(prices.valid_from), str(begins), ("valid_from",), str(begins)),
        Change("", "valid until", str(prices.valid_until), str(ends), ("valid_until",), str(ends)),
    )
