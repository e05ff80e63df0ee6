"""What headings, titles and remarks say of all amounts: that they are in thousands, or in another currency."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from press.errors import Problem
from press.model.grid import Cell, Table
from press.pricing.spoken import CURRENCIES, THOUSANDS, plain

_THOUSANDS = re.compile(rf"{THOUSANDS}|(?<!\d)(?<!\d[ .,])000(?!\d)")
#: Initials of a name are no roubles.
_INITIALS = re.compile(r"(?<!\w)[рp]\.(?= ?[а-яёa-z])")
#: Headings over numbers that are no prices.
_NO_PRICES = re.compile(
    r"(?<!\w)(код|шифр|артикул|номер|no(?= ?(?:п/п|\.|$))|number|code|мин|минут[а-я]*|min|minutes?|длительность|"
    r"продолжительность|duration|кол-?во|количество|qty|quantity|телефон[а-я]*|phone)(?!\w)"
)


def problem_of_heading(heading: Cell, shown: str, table: Table, currency: str, own: str = "") -> Problem | None:
    """What the heading of the amounts says against reading them as they stand; `own`: the currency it names itself."""
    label = plain(shown)
    if _THOUSANDS.search(label):
        return _in_thousands(heading, f"the heading “{shown}”", table, currency)
    return _foreign(heading, f"the heading “{shown}”", {own} if own else _currencies(label), table, currency)


def problem_above(cells: Iterable[Cell], table: Table, currency: str) -> Problem | None:
    """The same of titles and remarks above the list; the first that speaks against it."""
    for cell in cells:
        words = _INITIALS.sub("", plain(cell.text))
        shown = f"“{' '.join(cell.text.split())}”"
        if _THOUSANDS.search(words):
            return _in_thousands(cell, shown, table, currency)
        if problem := _foreign(cell, shown, _currencies(words), table, currency):
            return problem
    return None


def speaks_of_other_numbers(label: str) -> bool:
    """Whether a heading stands over numbers that are no prices: codes, minutes, telephones."""
    return bool(_NO_PRICES.search(plain(label)))


def _currencies(words: str) -> set[str]:
    return {code for pattern, code in CURRENCIES.items() if re.search(pattern, words)}


def _in_thousands(cell: Cell, shown: str, table: Table, currency: str) -> Problem:
    return Problem(
        "cell-amount-doubtful",
        f"{shown} says that the amounts are in thousands",
        f"Write whole amounts, and “Amount ({currency})” above them. Then take the thousands out of this cell.",
        table.place(cell.address),
    )


def _foreign(cell: Cell, shown: str, named: Collection[str], table: Table, currency: str) -> Problem | None:
    if not named or currency in named:
        return None
    return Problem(
        "cell-currency",
        f"{shown} speaks of another currency ({', '.join(sorted(named))}); the list is in {currency}",
        f"Write the amounts in {currency}, and change this cell. A list in another currency is made by hand.",
        table.place(cell.address),
    )
