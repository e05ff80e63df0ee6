"""Which column of a table says what: by its heading in English or Russian, and by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from press.errors import Problem
from press.model.grid import Cell, Table
from press.pricing.cells import Priced, priced
from press.pricing.labels import Role, own_role, spoken_role
from press.pricing.remarks import problem_above, problem_of_heading, speaks_of_other_numbers
from press.pricing.spoken import plain, same_name

#: Headings of other people's tables stand near the top.
_HEADING_ROWS = 40
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
    nameless: tuple[int, ...] = ()  # columns in sight to the right of the amounts, without a heading

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
    least: Collection[str] = ()  # keys and names of the services of which the list says "from"


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
        return (_two_amounts(table, first, filled, known),)
    amount = (filled or amounts)[0]
    problem = _said_against(table, first, columns, amount, labels, known)
    if problem:
        return (problem,)
    kept = _each_once([column for column in columns if column.role is not Role.AMOUNT or column is amount])
    label = plain(labels.get(amount.index, ""))
    read = {column.index for column in kept}
    left = [index for index in range(_width(table)) if index not in read | hidden]
    unclear = [
        Column(index, Role.AMOUNT, heading=_heading_of(table, first, index))
        for index in left
        if (labels.get(index) or index < amount.index)
        and _looks_like_amounts(table, rows, index, amount.index, labels.get(index, ""), known)
    ]
    if unclear:
        beside = replace(amount, heading=_heading_of(table, first, amount.index))
        return (_two_amounts(table, first, [beside, *unclear], known),)
    unread = tuple(text for index in left if (text := labels.get(index)) and any(_at(row, index) for row in rows))
    nameless = tuple(index for index in left if index > amount.index and not labels.get(index))
    return Layout(first, kept, True if _LEAST.search(label) else None, unread, nameless)


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
        if _is_service_row(table, number, known):
            continue
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

    It is where headings above it are merged down into it, or stand merged over all that it holds. A heading
    over the whole table is its title. In doubt it is no part of them: a row that is read is told, a heading is not.
    So are words alone at the left, which are the heading of a group.
    """
    above, row = table.rows[number : number + height - 1], table.rows[number + height - 1]
    headings = {cell.address for one in above for cell in one}
    filled = [index for index, cell in enumerate(row) if not cell.is_empty]
    is_below = any(cell.belongs_to in headings for cell in row)
    is_under = any(_wide_columns(one).issuperset(filled) for one in above) and filled != [0]
    is_group = len(filled) == 1 and same_name(row[filled[0]].text) in known.groups
    if not filled or is_group or not (is_below or is_under):
        return False
    return not any(_is_of_a_service(row[index], known) for index in filled)


def _wide_columns(row: Sequence[Cell]) -> set[int]:
    """The columns over which headings of a row are merged, but for one that is merged over all of them."""
    own = {cell.address for cell in row}
    wide = {cell.belongs_to for cell in row if cell.belongs_to in own}
    columns = {index for index, cell in enumerate(row) if cell.belongs_to in wide or cell.address in wide}
    return set() if len(wide) == 1 and len(columns) == len(row) else columns


def _is_service_row(table: Table, number: int, known: Known) -> bool:
    """Whether a row names a service or gives an amount in words, so that it holds no headings; a year may be one."""
    texts = [(cell, cell.text.strip()) for cell in table.rows[number] if not cell.is_empty]
    return any(
        text in known.keys
        or same_name(text) in known.names
        or (not text.isdigit() and isinstance(priced(cell, table.place(), known.currency), Priced))
        for cell, text in texts
    )


def _is_of_a_service(cell: Cell, known: Known) -> bool:
    """Whether a cell names a service, or could hold an amount."""
    text = cell.text.strip()
    return text in known.keys or same_name(text) in known.names or any(sign.isdigit() for sign in text)


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


def _said_against(
    table: Table, first: int, columns: Sequence[Column], amount: Column, labels: dict[int, str], known: Known
) -> Problem | None:
    """What headings, titles and remarks above the list say against reading its amounts as they stand.

    A heading counts where it stands over the names or the amounts; what is said of other columns is no matter.
    """
    own = amount.detail if amount.is_own else ""
    if amount.heading is not None:
        shown = labels.get(amount.index, "")
        problem = problem_of_heading(amount.heading, shown, table, known.currency, own)
        if problem:
            return problem
    of_prices = {column.index for column in columns if column.role in (Role.NAME, Role.AMOUNT)}
    above = [
        cell
        for row in table.rows[: max(first, _top(table, first, known))]
        for index, cell in enumerate(row)
        if not cell.hidden and (index in of_prices or cell.text.strip() not in _parts(labels.get(index, "")))
    ]
    return problem_above(above, table, known.currency)


def _parts(label: str) -> tuple[str, ...]:
    return (label, *label.split(" / "))


def _names_a_service(row: Sequence[Cell], known: Known) -> bool:
    return any(cell.text.strip() in known.keys or same_name(cell.text) in known.names for cell in row)


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
        doubtful = [cell for cell in cells if cell.doubt]  # may be an amount, and is asked about as one
        if (len(amounts) + len(doubtful)) * 2 > len(cells) and (doubtful or not _counts(amounts)):
            found.append(Column(index, Role.AMOUNT))
    return found


def _looks_like_amounts(
    table: Table, rows: Sequence[Sequence[Cell]], index: int, amount: int, label: str, known: Known
) -> bool:
    """Whether most cells of an unread column could be prices too, in the rows that have one."""
    cells = [row[index] for row in rows if _at(row, amount) and _at(row, index)]
    read = [one for cell in cells if isinstance(one := priced(cell, table.place(), known.currency), Priced)]
    return len(read) * 2 > len(cells) and not _counts(read) and not speaks_of_other_numbers(label)


def _heading_of(table: Table, first: int, index: int) -> Cell | None:
    """The lowest heading above a column."""
    return next((row[index] for row in reversed(table.rows[:first]) if _at(row, index)), None)


def _counts(amounts: Sequence[Priced]) -> bool:
    """Whether the amounts are 1, 2, 3 …, with gaps: rows that somebody numbered."""
    numbers = [one.amount for one in amounts]
    return (
        all(number == int(number) for number in numbers)
        and all(0 < later - earlier <= 3 for earlier, later in pairwise(numbers))
        and (len(numbers) > 1 or numbers[0] < 10)
    )


def _two_amounts(table: Table, first: int, columns: Sequence[Column], known: Known) -> Problem:
    """Columns that were known by what stands in them are named by their headings too, if they have any."""
    top = max(first, _top(table, first, known))
    headings = [column.heading or _heading_of(table, top, column.index) for column in columns]
    named = [
        f"“{heading.text.strip()}” ({heading.address})"
        if heading and not heading.is_empty
        else f"the column of {next(row[column.index].address for row in table.rows[first:] if row)}"
        for column, heading in zip(columns, headings, strict=True)
    ]
    heading = headings[1]
    return Problem(
        "columns-unclear",
        f"several columns could hold the price: {', '.join(named)}",
        "Keep the column with the prices that shall hold and delete the others, or hide them.",
        table.place(heading.address if heading else ""),
    )


def _top(table: Table, first: int, known: Known) -> int:
    """The first row that names a service of the list."""
    return next((number for number, row in enumerate(table.rows) if _names_a_service(row, known)), first)


def _each_once(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The first column of each role and language; the names of a service may stand in several."""
    kept: dict[tuple[Role, str, int], Column] = {}
    for column in columns:
        several = column.index if column.role is Role.NAME and not column.language else -1
        kept.setdefault((column.role, column.language, several), column)
    return tuple(sorted(kept.values(), key=lambda column: column.index))


def _width(table: Table) -> int:
    return len(table.rows[0]) if table.rows else 0


def _hidden_columns(table: Table) -> set[int]:
    shown = [row for row in table.rows if not all(cell.hidden for cell in row)]
    return {index for index in range(_width(table)) if shown and all(row[index].hidden for row in shown)}


def _at(row: Sequence[Cell], index: int) -> bool:
    """Whether anything stands in a column of the row."""
    return not row[index].is_empty
