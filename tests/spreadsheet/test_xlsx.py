import io
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook as Book
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from press.errors import ContentError
from press.model.grid import CellKind, NewTable, Table
from press.spreadsheet import read
from press.spreadsheet.xlsx import MAX_LETTERS, MAX_ROWS, read_xlsx, xlsx


def made(fill: Callable[[Worksheet], None]) -> Table:
    """The first table of a workbook whose sheet was filled in."""
    book = Book()
    fill(book.worksheets[0])
    stream = io.BytesIO()
    book.save(stream)
    return read_xlsx(stream.getvalue(), "prices.xlsx").tables[0]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


# Reading ---------------------------------------------------------------------------------------------------


def test_cells_say_what_they_hold() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["text", 4500, 0.1 + 0.2, date(2027, 5, 4), time(9, 30), True, 5.0, datetime(2027, 5, 4, 9, 30)])

    (row,) = made(fill).rows
    assert [cell.text for cell in row] == [
        *("text", "4500", "0.3", "2027-05-04", "09:30:00", "true", "5", "2027-05-04 09:30")
    ]
    assert [cell.number for cell in row[:3]] == [None, Decimal(4500), Decimal("0.3")]
    assert [cell.kind for cell in row[3:6]] == [CellKind.DATE, CellKind.DATE, CellKind.TRUTH]


def test_of_merged_cells_the_first_has_the_text() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["C2"] = "Prices", "x"
        sheet.merge_cells("A1:B2")

    rows = made(fill).rows
    assert [[cell.text for cell in row] for row in rows] == [["Prices", "", ""], ["", "", "x"]]
    assert [cell.merged for row in rows for cell in row] == [False, True, False, True, True, False]
    assert rows[1][1].belongs_to == "A1"


def test_hidden_rows_columns_and_sheets_are_known() -> None:
    def fill(sheet: Worksheet) -> None:
        for row in range(1, 4):
            sheet.append([f"{row}{column}" for column in "abcd"])
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions.group("B", "C", hidden=True)

    rows = made(fill).rows
    assert [[cell.hidden for cell in row] for row in rows] == [
        [False, True, True, False],
        [True, True, True, True],
        [False, True, True, False],
    ]
    book = Book()
    book.worksheets[0]["A1"] = "x"
    book.create_sheet("Old").sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    assert [table.hidden for table in read_xlsx(stream.getvalue(), "p.xlsx").tables] == [False, True]


def test_a_formula_without_a_result_is_known_as_one() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = "=B1*2"

    assert made(fill).rows[0][0].kind is CellKind.FORMULA
    assert made(fill).rows[0][0].text == "=B1*2"


def test_the_result_of_a_formula_is_read(tmp_path: Path) -> None:
    """A workbook as Excel saves it has both; openpyxl writes formulas alone, so the result is put in by hand."""
    book = Book()
    book.worksheets[0]["A1"] = "=B1*2"
    path = tmp_path / "p.xlsx"
    book.save(path)
    other = tmp_path / "q.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(other, "w") as new:
        for name in old.namelist():
            new.writestr(name, re.sub(rb"<v ?/>|<v></v>", b"<v>4500</v>", old.read(name)))
    assert read(other).tables[0].rows[0][0].number == 4500


def test_errors_crossed_out_text_and_formats_are_known() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = "#REF!"
        sheet["B1"] = "4500"
        sheet["B1"].font = Font(strike=True)
        sheet["C1"] = 4500
        sheet["C1"].number_format = '"от "#,##0" ₽"'

    error, struck, formatted = made(fill).rows[0]
    assert error.kind is CellKind.ERROR
    assert struck.struck
    assert (formatted.before, formatted.text, formatted.after) == ("от ", "4500", " ₽")


def test_a_number_that_is_seen_differently_is_doubtful() -> None:
    def fill(sheet: Worksheet) -> None:
        for column, code in enumerate(("0", "0.00", ";;;"), 1):
            cell = sheet.cell(1, column, 5499.6)
            cell.number_format = code

    rounded, shown, hidden = made(fill).rows[0]
    assert "5499.6" in rounded.doubt
    assert shown.doubt == ""
    assert "hides" in hidden.doubt


def test_digits_that_are_raised_or_crossed_out_are_doubtful() -> None:
    def run(text: str, **font: Any) -> TextBlock:
        return TextBlock(InlineFont(**font), text)

    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = CellRichText("4500", run("1", vertAlign="superscript"))
        sheet["B1"] = CellRichText(run("900", strike=True), "\n850")
        sheet["C1"] = CellRichText(run("4500", b=True), " руб.", run(" ", strike=True))
        sheet["D1"] = CellRichText(run("4500", strike=True), run("2", vertAlign="subscript"))
        sheet["E1"] = "4500"

    cells = made(fill).rows[0]
    assert [cell.text for cell in cells] == ["45001", "900\n850", "4500 руб. ", "45002", "4500"]
    assert [cell.doubt.partition(",")[0] for cell in cells] == [
        "a part of it is raised or lowered",
        "it is crossed out",
        "",
        "it is crossed out",
        "",
    ]


def test_line_ends_of_windows_are_line_ends() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = "one_x000D_\ntwo"

    assert made(fill).rows[0][0].text == "one\ntwo"


def test_cells_with_a_colour_and_nothing_else_make_no_rows() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = "x"
        sheet["Z9000"].font = Font(bold=True)

    assert texts(made(fill)) == [["x"]]


def test_something_very_far_away_is_refused() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.cell(MAX_ROWS + 1, 1, "x")

    with pytest.raises(ContentError) as told:
        made(fill)
    assert told.value.problems[0].code == "spreadsheet-too-large"
    assert str(told.value.problems[0].place) == "prices.xlsx: Sheet"


def test_a_workbook_that_makes_no_sense_is_told() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(ContentError) as told:
        read_xlsx(stream.getvalue(), "prices.xlsx")
    assert told.value.problems[0].code == "spreadsheet-unreadable"


# Writing ---------------------------------------------------------------------------------------------------


def written(table: NewTable) -> Worksheet:
    return load_workbook(io.BytesIO(xlsx([table]))).worksheets[0]


def test_texts_stay_texts_whatever_they_begin_with() -> None:
    sheet = written(NewTable("t", [["h"], ["=1+1"], ["+7"], ["-5"], ["@x"], ["#N/A"]]))
    cells = [sheet.cell(row, 1) for row in range(2, 7)]
    assert [cell.value for cell in cells] == ["=1+1", "+7", "-5", "@x", "#N/A"]
    assert [cell.data_type for cell in cells] == ["s"] * 5
    assert [cell.quotePrefix for cell in cells] == [True, True, True, True, False]


_TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), max_size=20)


@given(st.lists(_TEXT, min_size=1, max_size=4).filter(lambda row: any(text != "" for text in row)))
@settings(max_examples=50)
def test_any_text_comes_back(row: list[str]) -> None:
    (table,) = read_xlsx(xlsx([NewTable("t", [row])]), "t.xlsx").tables
    kept = [cell.text for cell in table.rows[0]]
    assert [*kept, *[""] * (len(row) - len(kept))] == row


def test_amounts_are_numbers_with_their_digits_grouped() -> None:
    sheet = written(NewTable("t", [["h", "i"], [Decimal("4500"), Decimal("12.5")]]))
    assert (sheet["A2"].value, sheet["A2"].number_format) == (4500, "#,##0")
    assert (sheet["B2"].value, sheet["B2"].number_format) == (12.5, "#,##0.00")


def test_headings_stay_in_sight() -> None:
    sheet = written(NewTable("Prices", [["Key", "Amount"], ["a", Decimal(1)]], widths=[30, 12], fixed_columns=1))
    assert sheet.title == "Prices"
    assert sheet.freeze_panes == "B2"
    assert sheet["A1"].font.b
    assert not sheet["A2"].font.b
    assert sheet.column_dimensions["A"].width == 30


def test_choices_are_offered_and_others_let_pass() -> None:
    sheet = written(NewTable("t", [["From"], ["yes"]], choices={0: ("yes", "no")}))
    (offer,) = sheet.data_validations.dataValidation
    assert offer.formula1 == '"yes,no"'
    assert (offer.showErrorMessage, offer.errorStyle) == (True, "warning"), "another one may be typed all the same"
    assert offer.error is not None
    assert "asked about" in offer.error
    assert "A2" in str(offer.sqref)
    assert "A1:" not in str(offer.sqref)


def test_a_sheet_fits_on_paper() -> None:
    sheet = written(NewTable("t", [["From"], ["yes"]]))
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    fit = sheet.sheet_properties.pageSetUpPr
    assert fit is not None
    assert fit.fitToPage
    assert sheet.print_title_rows == "$1:$1"
    assert not sheet.print_area


def test_only_some_columns_are_printed_and_rows_that_are_added_with_them() -> None:
    sheet = written(NewTable("My prices", [["a", "b", "c"], ["1", "2", "3"]], paper_columns=2))
    assert sheet.print_area == "'My prices'!$A$1:$B$1048576"


def test_what_openpyxl_warns_of_is_no_message_for_people(recwarn: pytest.WarningsRecorder) -> None:
    exported = xlsx([NewTable("Prices", [["Service", "b"]], paper_columns=1)])
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(exported)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():  # LibreOffice names whole columns, which openpyxl does not understand
            new.writestr(name, old.read(name).replace(b"$A$1:$A$1048576", b"$A:$A"))
    load_workbook(stream)
    assert "Print area" in str(recwarn.pop(UserWarning).message)
    assert read_xlsx(stream.getvalue(), "p.xlsx").tables[0].rows[0][0].text == "Service"
    assert not recwarn.list


def test_rows_have_room_for_every_line() -> None:
    rows: list[list[str | Decimal]] = [
        ["Name"],
        ["short"],
        ["a name of very many words, which needs three lines"],
        ["• one\n• two"],
        [Decimal(7)],
    ]
    sheet = written(NewTable("t", rows, widths=[20]))
    heights = [sheet.row_dimensions[row].height for row in range(1, 6)]
    assert heights == [None, None, 45, 30, None], "a row of one line grows by itself when more is typed"


def test_flat_columns_make_no_row_tall() -> None:
    rows = [["Name", "Evidence"], ["short", "a note of some words"], ["short", "a note of very many words " * 2]]
    sheet = written(NewTable("t", rows, widths=[20, 10], flat=[1]))
    assert [sheet.row_dimensions[row].height for row in (2, 3)] == [None, None]
    assert [bool(sheet.cell(2, column).alignment.wrap_text) for column in (1, 2)] == [True, False]
    assert [bool(sheet.cell(row, 2).alignment.shrink_to_fit) for row in (2, 3)] == [True, False]


def test_locked_columns_keep_from_slips() -> None:
    sheet = written(NewTable("t", [["h", "i"], ["a", "b"]], locked=[0], notes={"B1": "Write here."}))
    assert sheet.protection.sheet
    assert (sheet["A2"].protection.locked, sheet["B2"].protection.locked) == (True, False)
    assert sheet["B1"].comment is not None
    assert sheet["B1"].comment.text == "Write here."


def test_names_of_sheets_are_made_such_that_excel_takes_them() -> None:
    assert written(NewTable("a/b:c*d" + "x" * 40, [["h"]])).title == "a b c d" + "x" * 24
    assert written(NewTable("''", [["h"]])).title == "Sheet"


def test_nothing_is_cut_off() -> None:
    with pytest.raises(ContentError) as told:
        xlsx([NewTable("Prices", [["h"], ["x" * (MAX_LETTERS + 1)]])])
    assert told.value.problems[0].code == "spreadsheet-cell-too-long"
    assert "A2" in str(told.value.problems[0].place)


def test_nobody_is_named_in_the_file() -> None:
    book = load_workbook(io.BytesIO(xlsx([NewTable("t", [["h"]])])))
    assert not book.properties.creator
    assert not book.properties.lastModifiedBy
