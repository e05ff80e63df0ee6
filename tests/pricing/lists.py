"""Price lists to work on: a small one, and any that can be thought of; and tables as people fill them in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from press.model.grid import Cell, CellKind, Table, Workbook
from press.model.prices import PriceList, Unit
from press.spreadsheet.addresses import address

LANGUAGES = ("en", "ru")

SMALL = PriceList.model_validate(
    {
        "currency": "RUB",
        "valid_from": "2026-01-01",
        "valid_until": "2027-12-31",
        "owner": "Head of administration",
        "groups": [
            {
                "key": "visits",
                "names": {"en": "Visits", "ru": "Визиты"},
                "icon": "house",
                "services": [
                    {
                        "key": "home-visit",
                        "names": {"en": "Doctor at home", "ru": "Врач на дом"},
                        "amount": "4500",
                        "from": "true",
                        "unit": "visit",
                        "notes": {"en": "Not for emergencies.", "ru": "Не вместо скорой."},
                    },
                    {
                        "key": "consultation",
                        "names": {"en": "Consultation", "ru": "Консультация"},
                        "amount": "5000",
                        "instalments": {"payments": "2", "amount": "2500"},
                    },
                ],
            },
            {
                "key": "hospital",
                "names": {"en": "Hospital", "ru": "Стационар"},
                "icon": "bed",
                "services": [
                    {
                        "key": "hospital-day",
                        "names": {"en": "A day in hospital", "ru": "Сутки в стационаре"},
                        "amount": "2000",
                        "from": "true",
                        "unit": "day",
                        "includes": {"en": ["bed", "meals"], "ru": ["койка", "еда"]},
                    },
                    {
                        "key": "hospital-consultation",
                        "names": {"en": "Consultation in hospital", "ru": "Консультация"},
                        "amount": "7000",
                    },
                ],
            },
        ],
    }
)


def cell(value: str | int | float | Decimal, row: int, column: int, **more: Any) -> Cell:
    """A cell as a workbook has it: a number is a number."""
    if isinstance(value, str):
        return Cell(value, address(row, column), **more)
    number = Decimal(str(value))
    return Cell(str(value), address(row, column), number, CellKind.NUMBER, **more)


def table(*rows: Sequence[str | int | float | Decimal | Cell], name: str = "Sheet1") -> Table:
    """A table as it is read: as wide as its widest row."""
    width = max(map(len, rows))
    grid = tuple(
        tuple(
            value if isinstance(value, Cell) else cell(value, number, column)
            for column, value in enumerate([*row, *[""] * (width - len(row))])
        )
        for number, row in enumerate(rows)
    )
    return Table(name, grid, "prices.xlsx")


def workbook(*tables: Table) -> Workbook:
    """A workbook of these tables."""
    return Workbook("prices.xlsx", tables)


# Any list -------------------------------------------------------------------------------------------------

_LETTERS = st.characters(
    exclude_categories=("Cc", "Cs", "Co", "Cn", "Zl", "Zp"), exclude_characters="\ufeff\ufffe\uffff\u200b"
)
#: Texts that spreadsheets like to take for something else.
_TRAPS = st.sampled_from(
    (
        *("=1+1", "+7 495", "-5", "@home", "'quoted", "'=x", "1/2", "12.50", "007", "TRUE", "#N/A", "a;b", 'say "hi"'),
        *("two\nlines", "• dot", "• one\n• two", "a\n\nb", "a\tb", "a,b", "№"),
        *("итого", "total", "from 4 500", "Key", "Setting"),
    )
)
texts = st.one_of(_TRAPS, st.text(_LETTERS, min_size=1, max_size=30)).map(str.strip).filter(bool)
free_texts = st.one_of(st.just(""), texts)
amounts = st.decimals(min_value=Decimal("0.01"), max_value=Decimal("999999999"), places=2)
keys = st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
in_languages = st.dictionaries(st.sampled_from(LANGUAGES), texts, min_size=1)
in_all_languages = st.fixed_dictionaries(dict.fromkeys(LANGUAGES, texts))
reasons = st.just("named so in the law of the region")


@st.composite
def services(draw: st.DrawFn, key: str, name: str, *, exceptions: bool) -> dict[str, Any]:
    """One service; its names have `name` in them, so that no two are the same."""
    made: dict[str, Any] = {
        "key": key,
        "names": {language: f"{draw(texts)} {name}" for language in LANGUAGES},
        "amount": draw(amounts),
        "from": draw(st.booleans()),
        "unit": draw(st.sampled_from(Unit)),
        "evidence": draw(free_texts),
        "sources": draw(st.lists(keys, max_size=3)),
    }
    if draw(st.booleans()):
        made["notes"] = draw(in_languages)
    if draw(st.booleans()):
        entries = st.lists(texts, min_size=1, max_size=3)
        made["includes"] = draw(st.dictionaries(st.sampled_from(LANGUAGES), entries, min_size=1))
    if draw(st.booleans()):
        every = draw(st.sampled_from(["week", "month"]))
        made["instalments"] = {"payments": draw(st.integers(2, 60)), "amount": draw(amounts), "every": every}
    if exceptions and draw(st.booleans()):
        made["allow"] = [{"rule": "words-stigma", "words": draw(texts), "reason": draw(reasons)}]
    return made


@st.composite
def shapes(draw: st.DrawFn) -> list[list[str]]:
    """The keys of services by group."""
    found = draw(st.lists(keys, min_size=1, max_size=6, unique=True))
    cut = draw(st.integers(1, len(found)))
    return [part for part in (found[:cut], found[cut:]) if part]


@st.composite
def price_lists(draw: st.DrawFn, shape: list[list[str]] | None = None, mark: str = "a") -> PriceList:
    """A list with every field there is; lists of one shape have the same services in the same groups.

    These have no exceptions to the rules of words: a sheet without any has no column for them.
    """
    begins = draw(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
    data = {
        "currency": "RUB" if shape else draw(st.sampled_from(["RUB", "EUR", "USD", "KZT"])),
        "valid_from": begins,
        "valid_until": begins + timedelta(days=draw(st.integers(0, 900))),
        "owner": draw(free_texts),
        "document": draw(free_texts),
        "groups": [
            {
                "key": f"group-{number}",
                "names": draw(in_all_languages),
                "icon": draw(keys),
                "services": [draw(services(key, f"{mark} {key}", exceptions=not shape)) for key in group],
            }
            for number, group in enumerate(shape or draw(shapes()))
        ],
    }
    if draw(st.booleans()):
        data["tax"] = draw(in_languages)
    return PriceList.model_validate(data)
