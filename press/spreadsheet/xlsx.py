"""XLSX, by openpyxl: cells with what a person sees of them, and workbooks that are pleasant to fill in."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import ceil
from typing import Any

from openpyxl import Workbook as Book
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell as BookCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from press.errors import ContentError, Place, Problem
from press.model.grid import Cell, CellKind, NewTable, Table, Workbook
from press.spreadsheet.addresses import address
from press.spreadsheet.number_formats import around, hidden_by
from press.spreadsheet.packed import damaged

MAX_ROWS = 20_000
MAX_COLUMNS = 250
#: What Excel takes into one cell; openpyxl would cut the rest off without a word.
MAX_LETTERS = 32_767
_TITLE_LETTERS = 31
_LAST_ROW = 1_048_575  # of any sheet, counted from 0
#: In points, of the type that spreadsheets begin with; and a letter of it at its widest, in digits.
_LINE_HEIGHT = 15
_TALLEST = 409  # Excel takes no more
_LETTER_WIDTH = 1.1
#: A text so many times as wide as its cell would become too small to read if it had to fit.
_SHRINKS = 4
_NOT_IN_TITLES = re.compile(r"[\\/*?:\[\]]")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CARRIAGE_RETURN = "_x000D_"  # how Excel keeps the first half of a line end of Windows


# Reading ---------------------------------------------------------------------------------------------------


def read_xlsx(data: bytes, file: str) -> Workbook:
    """All sheets of a workbook that `check_packed` let pass; results of formulas, not the formulas."""
    try:
        written = _sheets(data, results=False)
        shown = _sheets(data, results=True) if any(map(_has_formulas, written.values())) else written
        tables = tuple(_table(sheet, written[name], file) for name, sheet in shown.items())
    except ContentError:
        raise
    except Exception:  # openpyxl has no exception of its own for a damaged file: any of Python's may come
        raise ContentError(damaged(file)) from None
    return Workbook(file, tables)


def _sheets(data: bytes, *, results: bool) -> Mapping[str, Worksheet]:
    """The sheets with cells by name; links to other workbooks are never followed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and extensions, which are not read here
        book = load_workbook(io.BytesIO(data), data_only=results, keep_links=False, keep_vba=False, rich_text=True)
    return {sheet.title: sheet for sheet in book.worksheets}


def _has_formulas(sheet: Worksheet) -> bool:
    return any(cell.data_type == "f" for cell in sheet._cells.values())


def _table(sheet: Worksheet, formulas: Worksheet, file: str) -> Table:
    # `iter_rows` would make every cell up to the last one, and the last one may be the millionth.
    filled: dict[tuple[int, int], Any] = {
        place: cell for place, cell in formulas._cells.items() if cell.value not in (None, "")
    }
    rows = max((row for row, _ in filled), default=0)
    columns = max((column for _, column in filled), default=0)
    if rows > MAX_ROWS or columns > MAX_COLUMNS:
        raise ContentError(_too_far(rows, columns, sheet.title, file))
    merged = {
        (row, column): address(area.min_row - 1, area.min_col - 1)
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row, min(area.max_row, rows) + 1)
        for column in range(area.min_col, min(area.max_col, columns) + 1)
        if (row, column) != (area.min_row, area.min_col)
    }
    hidden_rows = {number for number, row in sheet.row_dimensions.items() if row.hidden}
    hidden_columns = {
        number
        for column in sheet.column_dimensions.values()
        if column.hidden
        for number in range(column.min or 0, min(column.max or 0, columns) + 1)
    }
    grid = []
    for row in range(1, rows + 1):
        cells = []
        for column in range(1, columns + 1):
            is_hidden = row in hidden_rows or column in hidden_columns
            found = filled.get((row, column))
            result = sheet._cells.get((row, column))
            cells.append(_cell(found, result, address(row - 1, column - 1), merged.get((row, column), ""), is_hidden))
        grid.append(tuple(cells))
    return Table(sheet.title, tuple(grid), file, sheet.sheet_state != "visible")


def _cell(formula: Any, result: Any, name: str, belongs_to: str, is_hidden: bool) -> Cell:
    if formula is None or belongs_to:
        return Cell("", name, merged=bool(belongs_to), belongs_to=belongs_to, hidden=is_hidden)
    is_struck = bool(formula.font and formula.font.strike)
    value = result.value if result is not None else None
    if value is None:
        return Cell(str(formula.value), name, kind=CellKind.FORMULA, hidden=is_hidden, struck=is_struck)
    before = after = doubt = ""
    number = None
    if isinstance(value, bool):
        kind, text = CellKind.TRUTH, "true" if value else "false"
    elif isinstance(value, int | float):
        number = _exact(value)
        kind, text = CellKind.NUMBER, f"{number:f}"
        code = formula.number_format or "General"
        (before, after), doubt = around(code), hidden_by(code, number)
    elif isinstance(value, date | time | timedelta):
        kind, text = CellKind.DATE, _day(value)
    else:
        text, doubt = str(value).replace(_CARRIAGE_RETURN, ""), _mixed(value)
        kind = CellKind.ERROR if result.data_type == "e" else CellKind.TEXT
    return Cell(text, name, number, kind, hidden=is_hidden, struck=is_struck, before=before, after=after, doubt=doubt)


def _mixed(value: Any) -> str:
    """What single letters or digits of a text have that the others lack, in words: crossed out, raised, lowered."""
    runs = _runs(value)
    if any(run.font.strike for run in runs):
        return "it is crossed out, or a part of it"
    if any(run.font.vertAlign in ("superscript", "subscript") for run in runs):
        return "a part of it is raised or lowered, as marks of footnotes are"
    return ""


def _runs(value: Any) -> list[TextBlock]:
    """The parts of a text that have a format of their own and are to be seen."""
    parts = value if isinstance(value, CellRichText) else ()
    return [part for part in parts if isinstance(part, TextBlock) and part.text.strip()]


def _exact(value: int | float) -> Decimal:
    """The number as the sheet shows it: spreadsheets keep fifteen digits, the rest is noise."""
    if isinstance(value, int):
        return Decimal(value)
    number = Decimal(f"{value:.15g}")
    return number if number != number.to_integral_value() else number.quantize(Decimal(1))


def _day(value: date | time | timedelta) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _too_far(rows: int, columns: int, sheet: str, file: str) -> Problem:
    last = address(rows - 1, columns - 1)
    return Problem(
        "spreadsheet-too-large",
        f"something stands as far away as row {rows} or column {last.rstrip('0123456789')} of this sheet",
        "Copy only the rows that are needed into a new workbook, and import that one.",
        Place(f"{file}: {sheet}"),
    )


# Writing ---------------------------------------------------------------------------------------------------


def xlsx(tables: Sequence[NewTable]) -> bytes:
    """A workbook with one sheet for each table; texts stay texts, whatever they begin with."""
    book = Book()
    book.remove(book.worksheets[0])
    for table in tables:
        _sheet(book.create_sheet(_title(table.name)), table)
    book.properties.creator = ""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _title(name: str) -> str:
    return _NOT_IN_TITLES.sub(" ", name)[:_TITLE_LETTERS].strip("' ") or "Sheet"


def _sheet(sheet: Worksheet, table: NewTable) -> None:
    for row, values in enumerate(table.rows, 1):
        for column, value in enumerate(values, 1):
            if value != "":
                _fill(sheet.cell(row, column), value, table.name)
    for row in range(1, table.headings + 1):
        for cell in sheet[row]:
            _as_heading(cell)
    for column, width in enumerate(table.widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    if table.headings or table.fixed_columns:
        sheet.freeze_panes = address(table.headings, table.fixed_columns)
    _fit_rows(sheet, table)
    _flatten(sheet, table)
    _fit_paper(sheet, table)
    for column, choices in table.choices.items():
        _offer(sheet, column, choices, table)
    for name, words in table.notes.items():
        sheet[name].comment = Comment(words, "", height=90, width=320)
    if table.locked:
        _lock(sheet, table.locked, table.headings)


def _fit_rows(sheet: Worksheet, table: NewTable) -> None:
    """Room for every line of wrapped text: LibreOffice leaves a row without a height at one line."""
    for row, values in enumerate(table.rows, 1):
        sized = zip(values, table.widths, strict=False)
        lines = max((_lines(*one) for column, one in enumerate(sized) if column not in table.flat), default=1)
        if lines > 1:
            sheet.row_dimensions[row].height = min(lines * _LINE_HEIGHT, _TALLEST)


def _flatten(sheet: Worksheet, table: NewTable) -> None:
    """One line each: small enough not to run into the next cell, unless it is a whole paragraph."""
    for column in table.flat:
        for row in range(table.headings + 1, len(table.rows) + 1):
            cell = sheet.cell(row, column + 1)
            is_long = len(str(cell.value or "")) > _SHRINKS * table.widths[column]
            cell.alignment = Alignment(vertical="top", shrink_to_fit=not is_long)


def _lines(value: str | Decimal, width: int) -> int:
    """So many lines the text needs at most in a column so many digits wide."""
    if isinstance(value, Decimal):
        return 1
    return sum(max(1, ceil(len(line) * _LETTER_WIDTH / width)) for line in value.split("\n"))


def _fit_paper(sheet: Worksheet, table: NewTable) -> None:
    """The columns meant for paper on one page across, and the headings on each page."""
    if table.paper_columns:
        sheet.print_area = f"A1:{address(_LAST_ROW, table.paper_columns - 1)}"  # rows may be added
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if table.headings:
        sheet.print_title_rows = f"1:{table.headings}"


def _fill(cell: Any, value: str | Decimal, table: str) -> None:
    if isinstance(value, Decimal):
        cell.value = value
        cell.number_format = "#,##0" if value == value.to_integral_value() else "#,##0.00"
        cell.alignment = Alignment(horizontal="right", vertical="top", indent=1)  # away from the next column
        return
    if len(value) > MAX_LETTERS:
        raise ContentError(
            Problem(
                "spreadsheet-cell-too-long",
                f"the text “{value[:40]}…” is too long for one cell of an Excel file ({len(value)} letters)",
                "Export to a file that ends in .csv instead.",
                Place(f"{table}!{cell.coordinate}"),
            )
        )
    cell.value = _NOT_IN_XML.sub("\ufffd", value)
    cell.data_type = "s"  # never a formula
    cell.quotePrefix = value[:1] in tuple("=+-@")
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def _as_heading(cell: Any) -> None:
    if isinstance(cell, BookCell) and cell.value is not None:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="E6EEF2")


def _offer(sheet: Worksheet, column: int, choices: Iterable[str], table: NewTable) -> None:
    """A list of the values that are known; another one may be typed, the import asks about it."""
    first, last = table.headings, max(len(table.rows), table.headings + 1) + 50
    offer = DataValidation(type="list", formula1='"' + ",".join(choices) + '"', allow_blank=True)
    offer.errorStyle = "warning"
    offer.errorTitle = "Not in the list"
    offer.error = "Take one of the list if you can. Anything else is asked about when the spreadsheet is imported."
    offer.showErrorMessage = True
    offer.add(f"{address(first, column)}:{address(last, column)}")
    sheet.add_data_validation(offer)


def _lock(sheet: Worksheet, locked: Sequence[int], headings: int) -> None:
    """Without a password: this keeps from slips, not from people."""
    for row in sheet.iter_rows(min_row=headings + 1):
        for column, cell in enumerate(row):
            cell.protection = Protection(locked=column in locked)
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False  # widths may be changed
    sheet.protection.formatRows = False
