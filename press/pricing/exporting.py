"""A price list as tables for a spreadsheet: everything it says, and how to change it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import PurePath

from press.model.grid import NewTable
from press.model.prices import PriceList, Service, Unit
from press.pricing.labels import (
    GROUP_ICON,
    GROUP_KEY,
    GROUP_NAME,
    HEADINGS,
    MADE_FROM,
    SETTING,
    SETTINGS,
    VALUE,
    Role,
)
from press.pricing.written import allowances_text, instalments_text, list_text

Value = str | Decimal

_WIDTHS: Mapping[Role, int] = {
    Role.KEY: 28,
    Role.GROUP: 18,
    Role.NAME: 38,
    Role.AMOUNT: 14,
    Role.FROM: 8,
    Role.UNIT: 11,
    Role.NOTES: 34,
    Role.INSTALMENTS: 22,
    Role.INCLUDES: 34,
    Role.EVIDENCE: 50,
    Role.SOURCES: 28,
    Role.ALLOW: 20,
}
_BY_LANGUAGE = (Role.NAME, Role.NOTES, Role.INCLUDES)
_FOR_STAFF = (Role.EVIDENCE, Role.SOURCES, Role.ALLOW)
_READ_ME = """\
The prices of {file}, for editing.

Change amounts, names, notes, units and dates in the sheets “Prices” and “List”. Then type:
./run prices import FILE{into}
It shows what would change before it writes anything.

Prices
Amount: digits only, such as 4500. The currency is {currency}.
From: yes where the amount is the lowest price, no where everybody pays just this.
Unit: what one price buys: {units}.
Instalments: 3 x 1500 per month, or 3 x 1500 per week; empty where the price is paid at once.
Includes: one entry on each line.
Key: do not change it; leaflets point to a service by its key.
An emptied cell takes away the note, the instalments and the like. A deleted row leaves the service as it is.

A new service: a new row with a new key (small letters, digits and hyphens, such as night-visit), the key of a group, \
a name in every language, an amount, yes or no, and a unit.
A new group: a new row in the sheet “Groups”, with a name in every language and an icon.

The next price list: ./run prices import FILE --begins 2028-01-01 --ends 2028-12-31
"""


def tables_of(
    prices: PriceList, languages: Sequence[str], *, read_me: bool = True, into: str = ""
) -> tuple[NewTable, ...]:
    """The list as tables: prices, groups, the list itself, and a note for whoever edits them.

    `into` is what to type behind the command of the import, so that it goes into this very list.
    """
    spoken = tuple(dict.fromkeys((*languages, *_languages_of(prices))))
    tables = (_services(prices, spoken), _groups(prices, spoken), _settings(prices, spoken))
    return (*tables, _note(prices, into)) if read_me else tables


def _languages_of(prices: PriceList) -> Iterable[str]:
    yield from prices.tax or {}
    for group in prices.groups:
        yield from group.names
        for service in group.services:
            yield from service.names
            yield from service.notes or {}
            yield from service.includes or {}


def _services(prices: PriceList, languages: Sequence[str]) -> NewTable:
    columns = [
        (role, language)
        for role in Role
        if role is not Role.ALLOW or any(service.allow for service in prices.services)
        for language in (languages if role in _BY_LANGUAGE else ("",))
    ]
    headings: list[Value] = [
        HEADINGS[role].format(prices.currency if role is Role.AMOUNT else language) for role, language in columns
    ]
    rows = [
        [_value(service, group.key, role, language) for role, language in columns]
        for group in prices.groups
        for service in group.services
    ]
    indexes = {role: number for number, (role, _) in enumerate(columns)}
    return NewTable(
        "Prices",
        (headings, *rows),
        widths=[_WIDTHS[role] for role, _ in columns],
        fixed_columns=1,
        flat=[number for number, (role, _) in enumerate(columns) if role in _FOR_STAFF],
        paper_columns=indexes[Role.INSTALMENTS],  # with more of them nobody could read the page
        choices={
            indexes[Role.GROUP]: [group.key for group in prices.groups],
            indexes[Role.FROM]: ("yes", "no"),
            indexes[Role.UNIT]: [unit.value for unit in Unit],
        },
    )


def _value(service: Service, group: str, role: Role, language: str) -> Value:
    values: Mapping[Role, Value] = {
        Role.KEY: service.key,
        Role.GROUP: group,
        Role.NAME: service.names.get(language, ""),
        Role.AMOUNT: service.amount,
        Role.FROM: "yes" if service.is_from else "no",
        Role.UNIT: service.unit.value,
        Role.NOTES: (service.notes or {}).get(language, ""),
        Role.INSTALMENTS: instalments_text(service.instalments),
        Role.INCLUDES: list_text((service.includes or {}).get(language, ())),
        Role.EVIDENCE: service.evidence,
        Role.SOURCES: ", ".join(service.sources),
        Role.ALLOW: allowances_text(service.allow),
    }
    return values[role]


def _groups(prices: PriceList, languages: Sequence[str]) -> NewTable:
    headings: list[Value] = [GROUP_KEY, *(GROUP_NAME.format(language) for language in languages), GROUP_ICON]
    rows = [
        [group.key, *(group.names.get(language, "") for language in languages), group.icon] for group in prices.groups
    ]
    return NewTable("Groups", (headings, *rows), widths=[24, *(34 for _ in languages), 18])


def _settings(prices: PriceList, languages: Sequence[str]) -> NewTable:
    values = {
        SETTINGS["currency"]: prices.currency,
        SETTINGS["valid_from"]: prices.valid_from.isoformat(),
        SETTINGS["valid_until"]: prices.valid_until.isoformat(),
        SETTINGS["owner"]: prices.owner,
        SETTINGS["document"]: prices.document,
        **{SETTINGS["tax"].format(language): (prices.tax or {}).get(language, "") for language in languages},
        MADE_FROM: PurePath(prices.file).name,
    }
    return NewTable("List", ((SETTING, VALUE), *values.items()), widths=[18, 70])


def _note(prices: PriceList, into: str) -> NewTable:
    words = _READ_ME.format(
        file=prices.file or "the price list",
        currency=prices.currency,
        units=", ".join(unit.value for unit in Unit),
        into=into,
    )
    return NewTable("Read me", [[line] for line in words.splitlines()], widths=[110], headings=0)
