"""The rows of a spreadsheet that came back from a translator, and to which leaflet and language they belong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from press.drift.phrases import Phrase
from press.drift.sheet import KEY, LETTERS, NEW, NOW, ORIGINAL
from press.errors import ContentError, Place, Problem
from press.guess import nearest
from press.model.grid import Cell, Table, Workbook
from press.model.project import Project


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its key, the cell that was to be filled in, and those that were to be left as they are.

    `now` (the translation) and `letters` (its length) are None where their column is gone.
    """

    table: Table
    cells: Mapping[str, Cell]

    @property
    def key(self) -> str:
        """What finds the text in the leaflet."""
        return self.cells[KEY].text.strip()

    @property
    def new(self) -> Cell:
        """The cell that was to be filled in."""
        return self.cells[NEW]

    @property
    def original(self) -> str:
        """The original as it was exported."""
        return self.cells[ORIGINAL].text

    @property
    def place(self) -> Place:
        """Where the new words stand."""
        return self.place_of(NEW)

    def place_of(self, column: str) -> Place:
        """Where a cell of the row is."""
        return self.table.place(self.cells[column].address)


def rows_of(book: Workbook) -> list[Row]:
    """The rows of the table for translators; raises `ContentError` where there is none."""
    for table in book.tables:
        for number, row in enumerate(table.rows):
            columns = _columns(row)
            if columns:
                return list(_filled_rows(table, number + 1, columns))
    raise ContentError(
        Problem(
            "translation-sheet-unknown",
            f"no table of this file has the columns “{ORIGINAL}”, “{KEY}” and “{NEW}”",
            "Make one with `./run translations export LEAFLET LANGUAGE FILE.xlsx`, and let the translator fill it in.",
            Place(book.file),
        )
    )


def _columns(row: Sequence[Cell]) -> Mapping[str, int] | None:
    """Where the columns are that are read, if those that are needed are there."""
    found = {}
    for name in (ORIGINAL, NOW, LETTERS, KEY, NEW):
        column = next((number for number, cell in enumerate(row) if cell.text.strip().startswith(name)), None)
        if column is not None:
            found[name] = column
    return found if {ORIGINAL, KEY, NEW} <= found.keys() else None


def _filled_rows(table: Table, first: int, columns: Mapping[str, int]) -> Iterator[Row]:
    for cells in table.rows[first:]:
        row = Row(table, {name: cells[column] for name, column in columns.items()})
        if row.key or not row.new.is_empty or row.original.strip():
            yield row


def translation_of(rows: Sequence[Row], book: Workbook, project: Project) -> tuple[str, str]:
    """The leaflet and the language of most rows; every other row has a changed key."""
    counted: dict[tuple[str, str], int] = {}
    for row in rows:
        leaflet, _, rest = row.key.partition("/")
        language = rest.partition("/")[0]
        if (leaflet, language) in project.texts and language != project.original(leaflet):
            counted[leaflet, language] = counted.get((leaflet, language), 0) + 1
    if len(counted) == 1:
        return next(iter(counted))
    raise ContentError(
        Problem(
            "translation-sheet-unknown",
            "the keys of this table belong to no translation of this project"
            if not counted
            else "the rows of this table belong to several translations: "
            + ", ".join(f"{leaflet} ({language})" for leaflet, language in counted),
            "Use the file that `./run translations export` made; one leaflet and one language a file.",
            Place(book.file),
        )
    )


def unknown_rows(rows: Iterable[Row], known: Mapping[str, tuple[Phrase, Phrase]]) -> Iterator[tuple[Row, Problem]]:
    """Rows whose key leads nowhere or stands twice; a warning where no words are lost by that."""
    seen: dict[str, Row] = {}
    for row in rows:
        before = seen.setdefault(row.key, row)
        if row.key not in known:
            yield row, _unknown(row, known)
        elif before is not row:
            stray, right = (before, row) if _is_stray(before, row, known) else (row, before)
            yield stray, _doubled(stray, right)


def _unknown(row: Row, known: Mapping[str, tuple[Phrase, Phrase]]) -> Problem:
    meant = _meant(row, known)
    return Problem(
        "translation-row-unknown",
        f"the key “{row.key}” leads to no words of the leaflet"
        if row.key
        else "this row has lost its key, so nobody can tell where its words belong",
        (f"Did you mean `{meant}`? " if meant else "")
        + "Copy the key from an untouched spreadsheet, or empty the new translation of this row.",
        row.place_of(KEY),
        warning=row.new.is_empty,
    )


def _meant(row: Row, known: Mapping[str, tuple[Phrase, Phrase]]) -> str | None:
    """The key of the text that stands in the row, or else the one that looks most like the key that does."""
    same = [key for key, (ours, _) in known.items() if said(ours.words) == said(row.original)]
    return same[0] if len(same) == 1 else nearest(row.key, known) if row.key else None


def _is_stray(before: Row, row: Row, known: Mapping[str, tuple[Phrase, Phrase]]) -> bool:
    """Whether of two rows with one key it is the first that stands beside other words."""
    ours, _ = known[row.key]
    return said(row.original) == said(ours.words) != said(before.original)


def _doubled(row: Row, other: Row) -> Problem:
    return Problem(
        "translation-row-unknown",
        f"this key stands at {other.place_of(KEY).file} too",
        "Copy the right key from an untouched spreadsheet. If both rows are for the same words, keep one of the two.",
        row.place_of(KEY),
        warning=row.new.is_empty and other.new.is_empty,
    )


def said(words: str) -> str:
    """The words without their line breaks and other spaces: what a spreadsheet may change."""
    return " ".join(words.split())
