"""Grids of cells, as they were read from a spreadsheet and as they are to be written into one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from press.errors import Place


class CellKind(StrEnum):
    """What a cell holds; everything in a CSV file is text."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"  # a day or a time of day; `text` has it as 2027-12-31
    TRUTH = "truth"
    ERROR = "error"  # such as #REF!
    FORMULA = "formula"  # a formula whose result is not in the file; `text` is the formula


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; `text` is what stands in it, `address` such as C7.

    `before` and `after` are what the number format shows around a number ("from ", " ₽"). Of merged cells
    the first has the text, the others are empty, `merged`, and know the address of the first in `belongs_to`.
    `struck`: the text is crossed out. `doubt` says in words why nobody should take what stands here for a
    number as it is; empty where nothing speaks against it.
    """

    text: str
    address: str
    number: Decimal | None = None
    kind: CellKind = CellKind.TEXT
    merged: bool = False
    belongs_to: str = ""
    hidden: bool = False
    struck: bool = False
    before: str = ""
    after: str = ""
    doubt: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing but spaces stands here."""
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet of a workbook, or a whole CSV file; all rows have the same number of cells."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    file: str = ""  # the name of the file, for messages
    hidden: bool = False

    def place(self, address: str = "") -> Place:
        """Where a cell is, as people name it: prices.xlsx: Sheet1!C7, or prices.csv: C7."""
        if not address:
            return Place(f"{self.file}: {self.name}" if self.name else self.file)
        return Place(f"{self.file}: {self.name}!{address}" if self.name else f"{self.file}: {address}")


@dataclass(frozen=True, slots=True)
class Workbook:
    """All tables of a file; `told` says how a CSV file was read ("as Windows-1251 with semicolons")."""

    file: str
    tables: tuple[Table, ...]
    told: str = ""


@dataclass(frozen=True, slots=True)
class NewTable:
    """A table to write: a row of headings, then the others.

    `widths` are in letters, by column; `locked` columns cannot be changed by mistake; `choices` are offered
    in a cell of a column; `notes` hang at a cell, such as C1. All of these are for XLSX alone.
    """

    name: str
    rows: Sequence[Sequence[str | Decimal]]
    widths: Sequence[int] = ()
    headings: int = 1  # so many rows are set in bold and stay in sight
    fixed_columns: int = 0  # so many columns stay in sight
    flat: Sequence[int] = ()  # columns, counted from 0, whose long texts are no reason for a tall row
    paper_columns: int = 0  # so many columns are printed; 0: all of them
    locked: Sequence[int] = ()  # counted from 0
    choices: Mapping[int, Sequence[str]] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
