import io
import zipfile
from pathlib import Path

import pytest

from press.errors import ContentError, OutputError
from press.model.grid import NewTable
from press.spreadsheet import MAX_BYTES, read, write
from press.spreadsheet.kinds import FileKind, kind_of, refusal


def packed(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", FileKind.EMPTY),
        (b"\n \n", FileKind.EMPTY),
        (b"Service;Price\n", FileKind.TEXT),
        (b"\xef\xbb\xbfa;b", FileKind.TEXT),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", FileKind.OLD_EXCEL),
        (b"%PDF-1.7", FileKind.PDF),
        (b"\x89PNG\r\n", FileKind.PICTURE),
        (b"\xff\xd8\xff\xe0", FileKind.PICTURE),
        (b"  <html><table>", FileKind.WEB_PAGE),
        (b'\xef\xbb\xbf<?xml version="1.0"?>', FileKind.WEB_PAGE),
        (packed("xl/workbook.xml"), FileKind.XLSX),
        (packed("xl/workbook.bin"), FileKind.BINARY_EXCEL),
        (packed("content.xml", "mimetype"), FileKind.OPEN_DOCUMENT),
        (packed("word/document.xml"), FileKind.WORD),
        (packed("Index/Document.iwa"), FileKind.NUMBERS),
        (packed("holiday.jpg"), FileKind.OTHER),
        (b"PK\x03\x04cut off", FileKind.OTHER),
    ],
)
def test_what_a_file_is_is_seen_from_its_bytes(data: bytes, kind: FileKind) -> None:
    assert kind_of(data) is kind


@pytest.mark.parametrize("kind", [kind for kind in FileKind if kind not in (FileKind.XLSX, FileKind.TEXT)])
def test_whatever_is_no_spreadsheet_is_told_with_what_to_do(kind: FileKind) -> None:
    problem = refusal(kind, "prices.xlsx")
    assert problem.code == "spreadsheet-unreadable"
    assert problem.message == kind.value
    assert problem.remedy.endswith(".")


def test_the_name_of_a_file_is_not_believed(tmp_path: Path) -> None:
    disguised = tmp_path / "prices.xls"
    disguised.write_text("Service\tPrice\nDoctor\t4500\n")
    assert read(disguised).tables[0].rows[1][1].text == "4500"
    workbook = tmp_path / "prices.csv"
    workbook.write_bytes(write(".xlsx", [NewTable("Prices", [["Service", "Price"]])]))
    assert read(workbook).tables[0].name == "Prices"


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    for path, code in (
        (tmp_path / "none.xlsx", "file-missing"),
        (tmp_path, "file-unreadable"),
        (tmp_path / "with\0zero.csv", "file-unreadable"),
    ):
        with pytest.raises(ContentError) as told:
            read(path)
        assert told.value.problems[0].code == code


def test_a_picture_of_a_list_is_told(tmp_path: Path) -> None:
    path = tmp_path / "prices.png"
    path.write_bytes(b"\x89PNG\r\n")
    with pytest.raises(ContentError, match="this is a picture"):
        read(path)


def test_a_giant_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "prices.csv"
    path.write_bytes(b"a;b\n" * (MAX_BYTES // 4 + 1))
    with pytest.raises(ContentError) as told:
        read(path)
    assert told.value.problems[0].code == "spreadsheet-too-large"


@pytest.mark.parametrize("suffix", ["", ".pdf", ".xls", ".ods"])
def test_only_two_endings_can_be_written(suffix: str) -> None:
    with pytest.raises((ContentError, OutputError)) as told:
        write(suffix, [NewTable("t", [["a"]])])
    assert told.value.problems[0].code == "spreadsheet-ending"
