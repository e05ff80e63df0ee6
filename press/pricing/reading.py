"""A table to rows: each with its service as it is named there and its price, and what was left out and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from difflib import get_close_matches

from press.errors import Problem
from press.model.grid import Cell, Table
from press.pricing.cells import Priced, priced, unit, yes_or_no
from press.pricing.columns import Column, Known, Layout
from press.pricing.labels import GROUP_ICON, GROUP_KEY, SETTING, VALUE, Role
from press.pricing.spoken import TOTAL, plain, same_name

_SHOWN = 60
#: So much of a name must be the same for a row without an amount to be taken for a misspelt service.
_ALIKE = 0.85


@dataclass(frozen=True, slots=True)
class Row:
    """One priced row; `price` is None where its cell was doubtful, which has been told."""

    cells: Mapping[tuple[Role, str], Cell]
    names: tuple[Cell, ...]  # the cells that name the service, in whatever language
    heading: str  # the heading of the group above it, or the cell of its group
    price: Priced | None
    place_of: Table

    def cell(self, role: Role, language: str = "") -> Cell | None:
        """The cell of a column, None where the table has no such column."""
        return self.cells.get((role, language))

    def text(self, role: Role, language: str = "") -> str:
        """What stands in the cell of a column; empty where there is none."""
        cell = self.cell(role, language)
        return cell.text.strip() if cell else ""

    @property
    def named(self) -> str:
        """What the service is called here."""
        return next((cell.text.strip() for cell in self.names if not cell.is_empty), self.text(Role.KEY))

    @property
    def address(self) -> str:
        """The cell that names the service."""
        key = self.cell(Role.KEY)
        first = next((cell for cell in self.names if not cell.is_empty), None)
        return (first or key or next(iter(self.cells.values()))).address


@dataclass(frozen=True, slots=True)
class Rows:
    """All that was read of a table; `left_out` says of each other row which it is."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    left_out: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()  # names of hidden rows and columns, which are not read
    groups: tuple[tuple[Cell, ...], ...] = ()  # rows of our own table of groups, with its headings
    settings: tuple[tuple[Cell, ...], ...] = ()  # rows of our own settings of the list


@dataclass(slots=True)
class _Reader:
    table: Table
    layout: Layout
    known: Known
    heading: str = ""
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def take(self, row: Sequence[Cell]) -> None:
        """Read one row that is not empty."""
        names = tuple(row[one.index] for one in self.layout.of(Role.NAME))
        cells = {
            (one.role, one.language): row[one.index]
            for one in self.layout.columns
            if one.role is not Role.NAME or one.language
        }
        amount = cells[Role.AMOUNT, ""]
        draft = Row(
            cells, names, cells[Role.GROUP, ""].text if (Role.GROUP, "") in cells else self.heading, None, self.table
        )
        first = next(cell for cell in row if not cell.is_empty)
        is_service = bool(draft.text(Role.KEY)) or self._is_known(draft)
        if not is_service and TOTAL.fullmatch(plain(draft.named or first.text)):
            self._leave(first, "a total")
        elif self._is_heading_again(row):
            self._leave(first, "the headings again")
        elif amount.is_empty:
            self._without_amount(draft, row, amount)
        elif not draft.named and self._is_wide_heading(amount, names):
            self.heading = amount.text.strip()
            self._leave(amount, "a heading or a remark")
        elif not draft.named:
            self._without_name(amount)
        elif not is_service and not any(sign.isdigit() for sign in amount.text):
            self._leave(first, "a remark")
        else:
            self._priced(draft, amount, row)

    def take_above(self, row: Sequence[Cell]) -> None:
        """Tell of a row above the headings that could be a service: nothing is lost without a word."""
        filled = [cell for cell in row if not cell.is_empty]
        has_figures = any(sign.isdigit() for cell in filled for sign in cell.text)
        if any(same_name(cell.text) in self.known.names for cell in filled) or (len(filled) > 1 and has_figures):
            self._leave(filled[0], "above the headings")

    def _priced(self, row: Row, amount: Cell, cells: Sequence[Cell]) -> None:
        place = self.table.place(amount.address)
        read = priced(amount, place, self.known.currency, is_least=self._is_least(row))
        beside = next((cells[index] for index in self.layout.nameless if not cells[index].is_empty), None)
        if isinstance(read, Priced) and beside is not None:
            read = self._beside(beside, amount)
        if isinstance(read, Problem):
            self.problems.append(read)
            self.rows.append(row)
            return
        self.rows.append(replace(row, price=self._with_columns(row, read)))

    def _beside(self, cell: Cell, amount: Cell) -> Problem:
        """What stands to the right of an amount, in a column without a heading, could be a part of it."""
        return Problem(
            "cell-amount-doubtful",
            f"“{_short(cell.text)}” stands here beside “{_short(amount.text)}”, in a column without a heading",
            "If it is a part of the amount, write the amount without a comma, or between quotation marks. Otherwise "
            "write a heading above this column, or empty the cell.",
            self.table.place(cell.address),
        )

    def _with_columns(self, row: Row, read: Priced) -> Priced:
        """The price with what the columns for "from" and for the unit say of it."""
        is_from, per = read.is_from, read.unit
        cell = row.cell(Role.FROM)
        if cell is not None and not cell.is_empty:
            said = yes_or_no(cell, self.table.place(cell.address))
            if isinstance(said, Problem):
                self.problems.append(said)
            elif is_from is not None and said != is_from:
                self.problems.append(self._at_odds(cell, row))
            else:
                is_from = said
        cell = row.cell(Role.UNIT)
        if cell is not None and not cell.is_empty:
            named = unit(cell, self.table.place(cell.address))
            if isinstance(named, Problem):
                self.problems.append(named)
            elif per is not None and named is not per:
                self.problems.append(self._at_odds(cell, row))
            else:
                per = named
        return Priced(read.amount, is_from if is_from is not None else self.layout.is_from, per)

    def _without_amount(self, row: Row, cells: Sequence[Cell], amount: Cell) -> None:
        """A heading, a remark, or a service whose amount is missing."""
        filled = [cell for cell in cells if not cell.is_empty and not cell.text.strip().isdigit()]
        is_group = len(filled) == 1 and same_name(filled[0].text) in self.known.groups
        if not is_group and (self._is_known(row) or row.text(Role.KEY) or self._is_nearly_known(row)):
            self.problems.append(self._missing(row, amount))
        elif len(filled) == 1:
            self.heading = filled[0].text.strip()
            self._leave(filled[0], "a heading or a remark")
        elif filled:
            self._leave(filled[0], "no amount and no service of the list")

    def _missing(self, row: Row, amount: Cell) -> Problem:
        """An amount that is not there; in merged cells people see one all the same."""
        message = f"“{_short(row.named)}” has no amount"
        remedy = "Write the amount; or delete the row, then the price in the list stays as it is."
        if amount.belongs_to:
            merged = next(
                (cell for one in self.table.rows for cell in one if cell.address == amount.belongs_to), amount
            )
            stands = f", where “{_short(merged.text)}” stands" if not merged.is_empty else ""
            message += f" of its own: this cell is merged with {amount.belongs_to}{stands}"
            remedy = (
                "Merged cells count for the first of them only. Split them (in Excel: “Unmerge Cells”), and write the "
                "amount into each row; or delete the row, then the price in the list stays as it is."
            )
        return Problem("cell-amount-missing", message, remedy, self.table.place(amount.address))

    def _without_name(self, amount: Cell) -> None:
        place = self.table.place(amount.address)
        read = priced(amount, place, self.known.currency)
        before = sum((row.price.amount for row in self.rows if row.price), Decimal(0))
        if isinstance(read, Priced) and len(self.rows) > 1 and read.amount == before:
            self._leave(amount, "a total")
            return
        self.problems.append(
            Problem(
                "row-nameless",
                f"“{_short(amount.text)}” stands here, and no service beside it",
                "Write the name of the service in this row too; merged cells count for their first row only. Or "
                "delete the row.",
                place,
            )
        )

    def _is_wide_heading(self, amount: Cell, names: Sequence[Cell]) -> bool:
        """Whether the words where prices stand are a heading that is merged over the names, or known as one."""
        if any(sign.isdigit() for sign in amount.text):
            return False
        return same_name(amount.text) in self.known.groups or any(cell.belongs_to == amount.address for cell in names)

    def _is_least(self, row: Row) -> bool:
        """Whether the list says "from" for the service, and nothing but the cell of the amount can say so here."""
        if self.layout.is_from or (Role.FROM, "") in row.cells:
            return False
        names = (same_name(cell.text) for cell in row.names)
        return row.text(Role.KEY) in self.known.least or any(name in self.known.least for name in names)

    def _is_known(self, row: Row) -> bool:
        return row.text(Role.KEY) in self.known.keys or any(
            same_name(cell.text) in self.known.names for cell in row.names if not cell.is_empty
        )

    def _is_nearly_known(self, row: Row) -> bool:
        names = (same_name(cell.text) for cell in row.names if not cell.is_empty)
        return any(get_close_matches(name, self.known.names, 1, _ALIKE) for name in names)

    def _is_heading_again(self, row: Sequence[Cell]) -> bool:
        columns = [column for column in self.layout.columns if column.heading and not column.heading.is_empty]
        return bool(columns) and all(_repeats(row, column) for column in columns)

    def _at_odds(self, cell: Cell, row: Row) -> Problem:
        amount = row.cells[Role.AMOUNT, ""]
        return Problem(
            "cell-from-doubtful" if cell is row.cell(Role.FROM) else "cell-unit-unknown",
            f"“{_short(cell.text)}” here and “{_short(amount.text)}” in {amount.address} say different things",
            "Change one of the two cells.",
            self.table.place(cell.address),
        )

    def _leave(self, cell: Cell, why: str) -> None:
        self.left_out.append(f"{cell.address} “{_short(cell.text)}”: {why}")


def rows_of(table: Table, layout: Layout, known: Known) -> Rows:
    """The rows of a table from its first one on, with every doubt about a price in it."""
    reader = _Reader(table, layout, known)
    for row in table.rows[: layout.first_row]:
        reader.take_above(row)
    own_parts: dict[str, list[tuple[Cell, ...]]] = {GROUP_KEY: [], SETTING: []}
    part = ""
    hidden = [f"column {name}" for name in _hidden_columns(table, layout)]
    for number, row in enumerate(table.rows[layout.first_row :], layout.first_row + 1):
        if all(cell.is_empty for cell in row):
            continue
        if all(cell.hidden for cell in row):
            hidden.append(f"row {number}")
            continue
        part = own_part(row) or part
        if part:
            own_parts[part].append(tuple(row))
        else:
            reader.take(row)
    return Rows(
        tuple(reader.rows),
        tuple(reader.problems),
        tuple(reader.left_out),
        tuple(hidden),
        tuple(own_parts[GROUP_KEY]),
        tuple(own_parts[SETTING]),
    )


def in_sight(table: Table) -> tuple[tuple[Cell, ...], ...]:
    """The rows of a table that a person sees."""
    return tuple(row for row in table.rows if not all(cell.hidden for cell in row))


def own_part(row: Sequence[Cell]) -> str:
    """Which part of our own sheets begins with this row: the groups, the settings, or none."""
    texts = {cell.text.strip() for cell in row}
    if {GROUP_KEY, GROUP_ICON} <= texts:
        return GROUP_KEY
    return SETTING if {SETTING, VALUE} <= texts else ""


def _hidden_columns(table: Table, layout: Layout) -> list[str]:
    """Hidden columns with anything in them, but for keys, which are read all the same."""
    keys = {column.index for column in layout.of(Role.KEY)}
    shown = [row for row in table.rows if not all(cell.hidden for cell in row)]
    width = len(table.rows[0]) if table.rows else 0
    return [
        table.rows[0][index].address.rstrip("0123456789")
        for index in range(width)
        if index not in keys
        and shown
        and all(row[index].hidden for row in shown)
        and any(not row[index].is_empty for row in shown)
    ]


def _repeats(row: Sequence[Cell], column: Column) -> bool:
    return column.heading is not None and plain(row[column.index].text) == plain(column.heading.text)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return f"{words[:_SHOWN]}…" if len(words) > _SHOWN else words
