import csv
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from press.errors import ContentError
from press.model.grid import NewTable
from press.spreadsheet import read
from press.spreadsheet.delimited import delimited, read_delimited, separator_of


def grid(text: str) -> list[list[str]]:
    (table,) = read_delimited(text.encode(), "prices.csv").tables
    return [[cell.text for cell in row] for row in table.rows]


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("a;b\n1,5;2\n", ";"),
        ("Doctor at home;4500,00\nDay, in hospital;2000,00\n", ";"),
        ("Service,Price\nDoctor; at home,4500\n", ","),
        ('Service,Price\n"Doctor, at home","4,500"\n', ","),
        ("Service\tPrice\nDoctor, at home\t4500\n", "\t"),
        ("Service|Price\nDoctor, at home|4500\n", "|"),
        ("Prices of 2027\n\nService;Price\nDoctor, at home;4500\nDay, night;2000\n", ";"),
    ],
)
def test_the_separator_is_the_one_that_makes_rows_alike(text: str, separator: str) -> None:
    assert separator_of(text) == separator


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_rows_end_as_on_any_system(end: str) -> None:
    assert grid(f"Service;Price{end}Doctor;4500{end}") == [["Service", "Price"], ["Doctor", "4500"]]


def test_rows_are_made_equally_wide_and_empty_ones_at_the_end_are_dropped() -> None:
    assert grid("a;b;c\nd\n;;\n\n") == [["a", "b", "c"], ["d", "", ""]]


def test_quoted_cells_hold_separators_and_line_ends() -> None:
    assert grid('a;b\n"x;y";"two\nlines"\n') == [["a", "b"], ["x;y", "two\nlines"]]


def test_a_line_that_names_the_separator_is_obeyed_and_counted() -> None:
    (table,) = read_delimited(b"sep=,\r\na;b,c\r\n", "prices.csv").tables
    assert [cell.text for cell in table.rows[1]] == ["a;b", "c"]
    assert table.rows[1][1].address == "B2"


@pytest.mark.parametrize(
    ("line", "is_torn"),
    [
        ("4,500", True),
        ("от 4,500 руб.", True),
        ("$4,500.00", True),
        ('"4,500"', False),
        ("4500,50", False),
        ("4,50", False),
        ("4,5000", False),
        ("4500,500", False),
        ("four,500", False),
    ],
)
def test_a_number_that_a_comma_may_have_torn_is_doubtful(line: str, is_torn: bool) -> None:
    (table,) = read_delimited(f"Service,Price,Note\nDoctor,{line}\n".encode(), "p.csv").tables
    assert [bool(cell.doubt) for cell in table.rows[1]] == [False, is_torn, False]
    (table,) = read_delimited(f"Service;Price;Note\nDoctor;{line.replace(',', ';')}\n".encode(), "p.csv").tables
    assert not any(cell.doubt for cell in table.rows[1])


def test_how_it_was_read_is_told() -> None:
    assert read_delimited("а;б\n".encode(), "p.csv").told == "read as UTF-8 with semicolons"
    assert read_delimited("слово\n".encode(), "p.csv").told == "read as UTF-8"


def test_a_giant_is_refused() -> None:
    with pytest.raises(ContentError) as told:
        read_delimited(b"a;b\n" * 150_000, "prices.csv")
    assert told.value.problems[0].code == "spreadsheet-too-large"


def test_a_quotation_mark_that_never_ends_is_told() -> None:
    with pytest.raises(ContentError) as told:
        read_delimited(b'a;b\n"' + b"x" * (csv.field_size_limit() + 1), "prices.csv")
    assert told.value.problems[0].code == "spreadsheet-unreadable"


# Writing ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["=1+1", "+7 495", "-5", "@SUM(A1)", "\t=1", "'=1"])
def test_no_cell_is_taken_for_a_formula(text: str) -> None:
    written = delimited([NewTable("t", [[text, "x"]])]).decode("utf-8-sig")
    first = next(csv.reader([written], delimiter=";"))[0]
    assert first.startswith("'")
    assert grid(written) == [[text, "x"]]


@given(st.lists(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=9), min_size=2, max_size=4))
@example(["''=", "'a"])
@example(["sep=", "x"])
def test_any_text_comes_back(row: list[str]) -> None:
    data = delimited([NewTable("t", [["heading"] * len(row), row])])
    (table,) = read_delimited(data, "t.csv").tables
    if any(cell.strip() for cell in row):
        assert [cell.text for cell in table.rows[1]] == row


def test_amounts_are_written_as_europe_reads_them() -> None:
    written = delimited([NewTable("t", [[Decimal("4500"), Decimal("12.5"), Decimal("4500.00")]])])
    assert written == "\ufeff4500;12,50;4500\r\n".encode()


def test_tables_stand_below_one_another(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(delimited([NewTable("a", [["x", "y"]]), NewTable("b", [["z", "w"]])]))
    (table,) = read(path).tables
    assert [[cell.text for cell in row] for row in table.rows] == [["x", "y"], ["", ""], ["z", "w"]]
