"""Which column of a table says what: by its heading in English or Russian, and by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from press.errors import Problem
from press.model.grid import Cell, Table
from press.pricing.cells import Priced, priced
from press.pricing.labels import Role, own_role, spoken_role
from press.pricing.spoken import CURRENCIES, plain, same_name

#: Headings of other people's tables stand near the top.
_HEADING_ROWS = 40
_THOUSANDS = re.compile(r"\bтыс|\bthousand")
_LEAST = re.compile(r"(?:\bот\b|\bfrom\b)[^\w]*(?:руб[а-я.]*|₽|rub|р\.?)?[^\w]*$")


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is read; `detail` is the language of its words, or the currency of its amounts.

    `is_own`: the heading is one of the program's.
    """

    index: int
    role: Role
    detail: str = ""
    heading: Cell | None = None
    is_own: bool = False

    @property
    def language(self) -> str:
        """The language of its words, empty where it has none or it is not told."""
        return "" if self.role is Role.AMOUNT else self.detail


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the rows begin (counted from 0) and what the columns say; `is_from`: the heading says "from"."""

    first_row: int
    columns: tuple[Column, ...]
    is_from: bool | None = None
    unread: tuple[str, ...] = ()

    def of(self, role: Role) -> tuple[Column, ...]:
        """The columns of a role."""
        return tuple(column for column in self.columns if column.role is role)

    @property
    def has_keys(self) -> bool:
        """Whether a column has the keys of services: then the sheet is meant to be complete."""
        return bool(self.of(Role.KEY))


@dataclass(frozen=True, slots=True)
class Known:
    """What the price list holds, to recognise columns by."""

    keys: Collection[str]
    names: Collection[str]  # as `same_name` gives them
    currency: str
    groups: Collection[str] = ()  # their names, likewise


def layout_of(table: Table, known: Known) -> Layout | tuple[Problem, ...]:
    """What the columns of a table say; problems where there are prices but two columns could hold them.

    No problem at all means that the table holds no prices.
    """
    first, columns, labels = _by_heading(table, known)
    hidden = _hidden_columns(table)
    columns = [column for column in columns if column.index not in hidden or column.role is Role.KEY]
    rows = table.rows[first:]
    taken = {column.index for column in columns} | hidden
    if not any(column.role is Role.KEY for column in columns):
        columns += _by_content(rows, taken, Role.KEY, lambda cell: cell.text.strip() in known.keys, 0.5)
    if not any(column.role in (Role.NAME, Role.KEY) for column in columns):
        columns += _by_content(rows, taken, Role.NAME, lambda cell: same_name(cell.text) in known.names, 0.3)
    if not any(column.role in (Role.NAME, Role.KEY) for column in columns):
        return ()
    amounts = [column for column in columns if column.role is Role.AMOUNT]
    if not amounts:
        taken = {column.index for column in columns} | hidden
        amounts = _amounts_by_content(table, first, columns, taken, known)
        columns += amounts
    if not amounts:
        return ()
    filled = [column for column in amounts if any(_at(row, column.index) for row in rows)]
    if len(filled) > 1:
        return (_two_amounts(table, first, filled),)
    amount = (filled or amounts)[0]
    problems = _heading_problems(table, amount, labels, known.currency)
    if problems:
        return problems
    kept = _each_once([column for column in columns if column.role is not Role.AMOUNT or column is amount])
    label = plain(labels.get(amount.index, ""))
    read = {column.index for column in kept}
    unread = tuple(
        text
        for index, text in labels.items()
        if text and index not in read | hidden and any(_at(row, index) for row in rows)
    )
    return Layout(first, kept, True if _LEAST.search(label) else None, unread)


# Headings --------------------------------------------------------------------------------------------------


def _by_heading(table: Table, known: Known) -> tuple[int, list[Column], dict[int, str]]:
    """The first row below the headings, the columns these name, and all labels by column."""
    best: tuple[int, list[Column], dict[int, str]] = (0, [], {})
    most = 0
    for number, row in enumerate(table.rows):
        own = _own_columns(row)
        if own:
            return number + 1, own, {index: cell.text.strip() for index, cell in enumerate(row)}
    for number in range(min(_HEADING_ROWS, len(table.rows))):
        for height in (1, 2, 3):
            if number + height > len(table.rows) or (height > 1 and not _goes_on(table, number, height, known)):
                break
            labels = _labels(table.rows[number : number + height])
            columns = _spoken_columns(labels, table.rows[number]) if len(labels) > 1 else []  # one alone is a title
            roles = {column.role for column in columns}
            score = len(roles & {Role.NAME, Role.KEY}) * 2 + (Role.AMOUNT in roles) * 2 + (len(roles) > 2)
            if score > most or (score == most and height > 1 and best[0] == number + height - 1):
                most, best = score, (number + height, columns, labels)
        if most >= 4:
            break
    return best if most >= 2 else (0, [], {})


def _own_columns(row: Sequence[Cell]) -> list[Column]:
    """The columns of a row of our own headings; nothing if it is none."""
    found = [(index, cell, own_role(cell.text)) for index, cell in enumerate(row)]
    columns = [Column(index, role[0], role[1], cell, True) for index, cell, role in found if role]
    if not {Role.KEY, Role.AMOUNT} <= {column.role for column in columns}:
        return []
    taken = {column.index for column in columns}
    others = _spoken_columns({index: cell.text for index, cell, _ in found if index not in taken}, row)
    return columns + [column for column in others if column.role is Role.AMOUNT]


def _spoken_columns(labels: dict[int, str], row: Sequence[Cell]) -> list[Column]:
    found = []
    for index, label in labels.items():
        own = own_role(label)
        role = own[0] if own else spoken_role(label)
        if role is not None:
            found.append(Column(index, role, own[1] if own else "", row[index], own is not None))
    return found


def _goes_on(table: Table, number: int, height: int, known: Known) -> bool:
    """Whether the last of these rows is a part of the headings.

    It is where headings above it are merged down into it, or stand merged over all that it holds.
    """
    above, row = table.rows[number : number + height - 1], table.rows[number + height - 1]
    headings = {cell.address for one in above for cell in one}
    filled = [index for index, cell in enumerate(row) if not cell.is_empty]
    wide = {cell.belongs_to for one in above for cell in one if cell.belongs_to in {other.address for other in one}}
    under = {
        index for one in above for index, cell in enumerate(one) if cell.belongs_to in wide or cell.address in wide
    }
    is_below = any(cell.belongs_to in headings for cell in row) or under.issuperset(filled)
    place = table.place()
    return (
        bool(filled) and is_below and not any(isinstance(priced(row[i], place, known.currency), Priced) for i in filled)
    )


def _labels(rows: Sequence[Sequence[Cell]]) -> dict[int, str]:
    """What the headings say of each column, from top to bottom; one that is merged speaks of all its columns."""
    texts = {cell.address: cell.text.strip() for row in rows for cell in row}
    labels: dict[int, list[str]] = {}
    for row in rows:
        for index, cell in enumerate(row):
            text = texts.get(cell.belongs_to or cell.address, "")
            if text and text not in labels.get(index, ()):
                labels.setdefault(index, []).append(text)
    return {index: " / ".join(parts) for index, parts in labels.items()}


def _heading_problems(table: Table, amount: Column, labels: dict[int, str], currency: str) -> tuple[Problem, ...]:
    """What the heading of the amounts says against reading them as they stand."""
    if amount.heading is None:
        return ()
    shown = labels.get(amount.index, "")
    label = plain(shown)
    place = table.place(amount.heading.address)
    if _THOUSANDS.search(label):
        return (
            Problem(
                "cell-amount-doubtful",
                f"the heading “{shown}” says that the amounts are in thousands",
                f"Write whole amounts in this column, and “Amount ({currency})” above them.",
                place,
            ),
        )
    named = {code for pattern, code in CURRENCIES.items() if re.search(pattern, label)}
    if amount.is_own:
        named = {amount.detail}
    if named and currency not in named:
        return (
            Problem(
                "cell-currency",
                f"the heading “{shown}” speaks of another currency ({', '.join(sorted(named))}); "
                f"the list is in {currency}",
                f"Write the amounts in {currency} and change the heading. A list in another currency is made by hand.",
                place,
            ),
        )
    return ()


# Content ---------------------------------------------------------------------------------------------------


def _by_content(
    rows: Sequence[Sequence[Cell]], taken: Collection[int], role: Role, fits: Callable[[Cell], bool], share: float
) -> list[Column]:
    """The column of which the greatest share of the cells fits, if that is large enough."""
    best, most = None, 0.0
    for index in range(len(rows[0]) if rows else 0):
        cells = [row[index] for row in rows if index not in taken and not row[index].is_empty]
        hits = sum(fits(cell) for cell in cells)
        if hits and hits / len(cells) >= share and hits > most:
            best, most = index, hits
    return [] if best is None else [Column(best, role)]


def _amounts_by_content(
    table: Table, first: int, columns: Sequence[Column], taken: Collection[int], known: Known
) -> list[Column]:
    """Columns in which amounts stand beside the services that the list knows; numbers of rows are none."""
    names = [column.index for column in columns if column.role in (Role.NAME, Role.KEY)]
    rows = [
        row
        for row in table.rows[first:]
        if any(same_name(row[index].text) in known.names or row[index].text.strip() in known.keys for index in names)
    ]
    found = []
    for index in range(len(rows[0]) if rows else 0):
        if index in taken:
            continue
        cells = [row[index] for row in rows if not row[index].is_empty]
        amounts = [one for cell in cells if isinstance(one := priced(cell, table.place(), known.currency), Priced)]
        if cells and len(amounts) * 2 > len(cells) and not _counts(amounts):
            found.append(Column(index, Role.AMOUNT))
    return found


def _counts(amounts: Sequence[Priced]) -> bool:
    """Whether the amounts are 1, 2, 3 …, with gaps: rows that somebody numbered."""
    numbers = [one.amount for one in amounts]
    return (
        all(number == int(number) for number in numbers)
        and all(0 < later - earlier <= 3 for earlier, later in pairwise(numbers))
        and (len(numbers) > 1 or numbers[0] < 10)
    )


def _two_amounts(table: Table, first: int, columns: Sequence[Column]) -> Problem:
    named = [
        f"“{column.heading.text.strip()}” ({column.heading.address})"
        if column.heading and not column.heading.is_empty
        else f"the column of {next(row[column.index].address for row in table.rows[first:] if row)}"
        for column in columns
    ]
    heading = columns[1].heading
    return Problem(
        "columns-unclear",
        f"several columns could hold the price: {', '.join(named)}",
        "Keep the column with the prices that shall hold and delete the others, or hide them.",
        table.place(heading.address if heading else ""),
    )


def _each_once(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The first column of each role and language; the names of a service may stand in several."""
    kept: dict[tuple[Role, str, int], Column] = {}
    for column in columns:
        several = column.index if column.role is Role.NAME and not column.language else -1
        kept.setdefault((column.role, column.language, several), column)
    return tuple(sorted(kept.values(), key=lambda column: column.index))


def _hidden_columns(table: Table) -> set[int]:
    width = len(table.rows[0]) if table.rows else 0
    shown = [row for row in table.rows if not all(cell.hidden for cell in row)]
    return {index for index in range(width) if shown and all(row[index].hidden for row in shown)}


def _at(row: Sequence[Cell], index: int) -> bool:
    """Whether anything stands in a column of the row."""
    return not row[index].is_empty
