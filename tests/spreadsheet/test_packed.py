import io
import zipfile

import pytest
from openpyxl import Workbook

from press.errors import ContentError
from press.spreadsheet.packed import MAX_PARTS, check_packed

SHEET = "xl/worksheets/sheet1.xml"


def workbook(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def code(data: bytes) -> str:
    with pytest.raises(ContentError) as told:
        check_packed(data, "prices.xlsx")
    (problem,) = told.value.problems
    assert str(problem.place) == "prices.xlsx"
    return problem.code


def test_a_workbook_passes() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = "Service"
    sheet.merge_cells("A1:D3")
    stream = io.BytesIO()
    book.save(stream)
    check_packed(stream.getvalue(), "prices.xlsx")


def test_what_unpacks_to_gigabytes_is_refused_unopened() -> None:
    data = workbook({SHEET: b" " * 70_000_000})
    assert len(data) < 100_000
    assert code(data) == "spreadsheet-too-large"


def test_too_many_parts_are_refused() -> None:
    assert code(workbook({f"xl/{number}.xml": b"" for number in range(MAX_PARTS + 1)})) == "spreadsheet-too-large"


@pytest.mark.parametrize("cell", [b"<c/>", b'<x:c r="A1"/>', b'<row r="1">'])
def test_too_many_cells_are_refused(cell: bytes) -> None:
    assert code(workbook({SHEET: cell * 200_001})) == "spreadsheet-too-large"


def test_a_whole_sheet_merged_is_refused() -> None:
    assert code(workbook({SHEET: b'<mergeCell ref="A1:XFD1048576"/>'})) == "spreadsheet-too-large"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("words", ["<!DOCTYPE x", '<!ENTITY a "aaaa">'])
def test_declarations_are_refused_in_any_encoding(words: str, encoding: str) -> None:
    assert code(workbook({SHEET: words.encode(encoding)})) == "spreadsheet-unsafe"


def test_half_a_file_is_damaged() -> None:
    data = workbook({SHEET: b"<c/>" * 1000})
    assert code(data[: len(data) // 2]) == "spreadsheet-unreadable"
    spoilt = bytearray(data)
    spoilt[60] ^= 0xFF
    assert code(bytes(spoilt)) == "spreadsheet-unreadable"
