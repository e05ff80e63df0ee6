"""What a sheet of our own adds: new services, new groups; and what it says of groups and of the list itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from press.errors import Place, Problem
from press.guess import did_you_mean
from press.model.grid import Cell, Table
from press.model.prices import PriceList, Service, ServiceGroup
from press.model.validated import NotValidError, validated
from press.pricing.cells import instalments
from press.pricing.changes import Change, Found, as_data, same_words, spoilt_exceptions
from press.pricing.labels import GROUP_ICON, GROUP_KEY, SETTING, VALUE, Role, group_language, setting_of
from press.pricing.matching import is_group
from press.pricing.reading import Row
from press.pricing.written import allowances_of, amount_text, keys_of, list_of


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A row of our own table of groups."""

    key: str
    names: Mapping[str, str]
    icon: str
    cell: Cell  # the one of the key
    table: Table
    cells: Mapping[str, Cell]  # those of the names


# Groups ---------------------------------------------------------------------------------------------------


def group_rows(rows: Sequence[Sequence[Cell]], table: Table) -> tuple[GroupRow, ...]:
    """The groups in rows that begin with their headings."""
    if not rows:
        return ()
    headings = [cell.text.strip() for cell in rows[0]]
    key, icon = headings.index(GROUP_KEY), headings.index(GROUP_ICON)
    names = {language: index for index, label in enumerate(headings) if (language := group_language(label))}
    return tuple(
        GroupRow(
            row[key].text.strip(),
            {language: row[index].text.strip() for language, index in names.items()},
            row[icon].text.strip(),
            row[key],
            table,
            {language: row[index] for language, index in names.items()},
        )
        for row in rows[1:]
        if not row[key].is_empty
    )


def group_changes(rows: Sequence[GroupRow], prices: PriceList) -> Iterator[Change]:
    """New names and icons of groups that the list has; an emptied cell changes nothing."""
    numbers = {group.key: number for number, group in enumerate(prices.groups)}
    for row in rows:
        if row.key not in numbers:
            continue
        group, at = prices.groups[numbers[row.key]], ("groups", numbers[row.key])
        for language, name in row.names.items():
            old = group.names.get(language, "")
            if name and not same_words(old, name):
                yield Change("", f"name of the group {row.key} ({language})", old, name, (*at, "names", language), name)
        if row.icon and row.icon != group.icon:
            yield Change("", f"icon of the group {row.key}", group.icon, row.icon, (*at, "icon"), row.icon)


# Services -------------------------------------------------------------------------------------------------


def new_services(rows: Sequence[Row], groups: Sequence[GroupRow], prices: PriceList, languages: Sequence[str]) -> Found:
    """Services to add, those of one new group together with their group, and what they lack."""
    numbers = {group.key: number for number, group in enumerate(prices.groups)}
    new_groups = {row.key: row for row in groups if row.key not in numbers}
    waiting: dict[str, list[dict[str, Any]]] = {key: [] for key in new_groups}
    keys: dict[str, list[str]] = {key: [] for key in new_groups}
    for row in rows:
        group = _group_of(row, prices.groups, new_groups)
        lacking = list(_lacking(row, group, languages))
        if lacking:
            yield _incomplete(row, lacking, prices)
            continue
        made = _service(row, prices.currency)
        if isinstance(made, Problem):
            yield made
        elif made is not None and group in waiting:
            waiting[group].append(as_data(made))
            keys[group].append(made.key)
            yield Change(made.key, "new", "", _told(made), (), None)
        elif made is not None:
            at = ("groups", numbers[group], "services")
            yield Change(made.key, "new", "", _told(made), at, as_data(made), is_new=True)
    for key, row_of_group in new_groups.items():
        yield from _new_group(row_of_group, waiting[key], languages)


def moved(row: Row, service: Service, prices: PriceList) -> Iterator[Problem]:
    """A service that our own sheet puts into another group than the list does."""
    cell = row.cell(Role.GROUP)
    column_is_ours = bool(row.text(Role.KEY))
    if cell is None or cell.is_empty or not column_is_ours:
        return
    own = next(group for group in prices.groups if service in group.services)
    if not is_group(own, cell.text):
        yield Problem(
            "row-group-moved",
            f"`{service.key}` stands in the group `{own.key}`, and here in “{cell.text.strip()}”",
            f"Write `{own.key}` again. To move a service, move its lines in {prices.file}, then export anew.",
            row.place_of.place(cell.address),
        )


def _group_of(row: Row, groups: Sequence[ServiceGroup], new: Mapping[str, GroupRow]) -> str:
    """The key of the group of a row; empty where it has none that is known."""
    if row.heading.strip() in new:
        return row.heading.strip()
    return next((group.key for group in groups if is_group(group, row.heading)), "")


def _lacking(row: Row, group: str, languages: Sequence[str]) -> Iterator[str]:
    if not group:
        yield "a group (its key in the column “Group”)"
    for language in languages:
        if not row.text(Role.NAME, language):
            yield f"a name in “{language}” (column “Service ({language})”)"


def _incomplete(row: Row, lacking: Sequence[str], prices: PriceList) -> Problem:
    key = row.text(Role.KEY)
    cell = row.cell(Role.KEY)
    guess = did_you_mean(key, (service.key for service in prices.services))
    meant = f"{guess} " if guess.startswith("Did") else ""
    return Problem(
        "row-service-incomplete",
        f"the list has no service `{key}`, and to add it some things are missing: {'; '.join(lacking)}",
        f"{meant}If it is new, fill in what is missing; otherwise correct the key.",
        row.place_of.place(cell.address if cell else row.address),
    )


def _service(row: Row, currency: str) -> Service | Problem | None:
    """The new service of a complete row; None where its amount was doubtful, which has been told."""
    if row.price is None:
        return None
    exceptions = allowances_of(row.text(Role.ALLOW))
    if exceptions is None:
        return spoilt_exceptions(row.place_of.place(row.cells[Role.ALLOW, ""].address))
    texts = {
        role: {language: cell.text.strip() for (one, language), cell in row.cells.items() if one is role and language}
        for role in (Role.NAME, Role.NOTES, Role.INCLUDES)
    }
    data: dict[str, Any] = {
        "key": row.text(Role.KEY),
        "names": {language: words for language, words in texts[Role.NAME].items() if words},
        "amount": amount_text(row.price.amount),
        "from": "true" if row.price.is_from else "false",
        "notes": {language: words for language, words in texts[Role.NOTES].items() if words},
        "includes": {language: list_of(words) for language, words in texts[Role.INCLUDES].items() if words},
        "evidence": row.text(Role.EVIDENCE),
        "sources": keys_of(row.text(Role.SOURCES)),
        "allow": exceptions,
    }
    if row.price.unit:
        data["unit"] = row.price.unit.value
    cell = row.cell(Role.INSTALMENTS)
    if cell is not None and not cell.is_empty:
        parts = instalments(cell, row.place_of.place(cell.address), currency)
        if isinstance(parts, Problem):
            return parts
        data["instalments"] = parts
    try:
        return validated(Service, {key: value for key, value in data.items() if value})
    except NotValidError as error:
        return _refused(row, error)


def _refused(row: Row, error: NotValidError) -> Problem:
    cell = row.cell(Role.KEY)
    return Problem(
        "cell-not-understood",
        f"the new service `{row.text(Role.KEY)}` cannot be added: {error}",
        "A key has small letters a-z, digits and hyphens, such as night-visit; texts are not longer than a page.",
        row.place_of.place(cell.address if cell else row.address),
    )


def _new_group(row: GroupRow, services: Sequence[Mapping[str, Any]], languages: Sequence[str]) -> Found:
    names = {language: name for language, name in row.names.items() if name}
    lacking = [f"a name in “{language}”" for language in languages if language not in names]
    lacking += [] if row.icon else ["an icon"]
    lacking += [] if services else ["a service"]
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", row.key) and not lacking:
        lacking = ["a key of small letters a-z, digits and hyphens"]
    if lacking:
        yield Problem(
            "row-service-incomplete",
            f"the list has no group `{row.key}`, and to add it some things are missing: {'; '.join(lacking)}",
            "Fill in what is missing, or delete the row.",
            row.table.place(row.cell.address),
        )
        return
    value = {"key": row.key, "names": names, "icon": row.icon, "services": list(services)}
    yield Change("", "new group", "", f"{row.key}: {', '.join(names.values())}", ("groups",), value, is_new=True)


def _told(service: Service) -> str:
    return f"{'from ' if service.is_from else ''}{amount_text(service.amount)} per {service.unit.value}"


# The list itself ------------------------------------------------------------------------------------------


def settings_of(rows: Sequence[Sequence[Cell]], table: Table, prices: PriceList) -> Iterator[tuple[str, Any] | Problem]:
    """What rows of our own settings say: (setting, its value), the texts on tax together."""
    if not rows:
        return
    headings = [cell.text.strip() for cell in rows[0]]
    label, value = headings.index(SETTING), headings.index(VALUE)
    tax: dict[str, str] = {}
    for row in rows[1:]:
        known = setting_of(row[label].text)
        text = row[value].text.strip()
        if known is None:
            continue
        if known[0] == "tax":
            tax[known[1]] = text
        elif known[0] == "currency":
            if text and text != prices.currency:
                yield _other_currency(text, prices, table, row[value])
        elif known[0] in ("valid_from", "valid_until"):
            day = _day(text)
            yield _no_day(text, table, row[value]) if day is None else (known[0], day)
        else:
            yield known[0], text
    if tax:
        yield "tax", tax


def setting_cells(rows: Sequence[Sequence[Cell]], table: Table) -> dict[tuple[str, str], Place]:
    """Where rows of our own settings say what: (setting, language) → its cell."""
    if not rows:
        return {}
    headings = [cell.text.strip() for cell in rows[0]]
    label, value = headings.index(SETTING), headings.index(VALUE)
    return {known: table.place(row[value].address) for row in rows[1:] if (known := setting_of(row[label].text))}


def _day(text: str) -> date | None:
    """A day as 2027-12-31, or as 31.12.2027, which is how spreadsheets in most of Europe write it."""
    turned = re.fullmatch(r"(\d\d)\.(\d\d)\.(\d{4})", text)
    written = f"{turned[3]}-{turned[2]}-{turned[1]}" if turned else text
    try:
        return date.fromisoformat(written) if re.fullmatch(r"\d{4}-\d\d-\d\d", written) else None
    except ValueError:
        return None


def _no_day(text: str, table: Table, cell: Cell) -> Problem:
    return Problem(
        "cell-not-understood",
        f"“{text}” is not a day" if text else "the day is missing",
        "Write it as 2027-12-31 (year-month-day).",
        table.place(cell.address),
    )


def _other_currency(text: str, prices: PriceList, table: Table, cell: Cell) -> Problem:
    return Problem(
        "cell-currency",
        f"the sheet is in “{text}”; the list is in {prices.currency}",
        f"Write {prices.currency} again. The currency of a list is changed by hand, in {prices.file}.",
        table.place(cell.address),
    )
