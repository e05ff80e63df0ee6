"""Tables of which the letters were lost are told from tables in which somebody asks something."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.errors import ContentError, Problem
from press.spreadsheet import read
from press.spreadsheet.delimited import read_delimited
from press.spreadsheet.garbled import garbled

LIST = "Key,Service,Amount\nhome-visit,Выезд врача-нарколога на дом,от 4500\ndrip,Капельница,7000\n"


def told(text: str) -> Problem | None:
    (table,) = read_delimited(text.encode(), "prices.csv").tables
    return garbled(table, is_text=True)


def test_question_marks_for_letters_are_told_at_the_first_cell_with_their_number() -> None:
    problem = told(LIST.encode("ascii", "replace").decode())
    assert problem
    assert problem.code == "spreadsheet-letters-lost"
    assert str(problem.place) == "prices.csv: B2"
    assert "here and in 2 more cells letters were lost" in problem.message
    assert "“????? ?????-????????? ?? ???”" in problem.message
    assert "CSV UTF-8" in problem.remedy


def test_the_mark_of_a_lost_letter_is_told() -> None:
    problem = told("a,b\n" + "\ufffd" * 12 + ",1\n")
    assert problem
    assert "here letters were lost" in problem.message


@pytest.mark.parametrize("encoding", ["cp1251", "cp1252"])
def test_letters_that_are_bytes_of_others_are_told_with_what_they_were(encoding: str) -> None:
    def as_shown(name: str) -> str:
        return "".join(byte.to_bytes().decode(encoding, errors="ignore") or chr(byte) for byte in name.encode())

    problem = told(f"Service,Amount\n{as_shown('Место')},4500\n{as_shown('Индивидуально')},7000\n")
    assert problem
    assert "here and in 1 more cell letters got mixed up" in problem.message
    assert "was “Место”" in problem.message
    assert str(problem.place) == "prices.csv: A2"


@pytest.mark.parametrize(
    "text",
    [
        LIST,
        "Service,Amount\nSame price for each day or once?,???\nWhich drip??,5000\n",
        "Услуга,Цена\nЧто входит??,???\n",
        "Prestation,Prix\nVisite à domicile « rapide »,4500\n",
        "Сервис,°С\nВ°С,РС\n",
        "Service,Price,Remark\n" + "Visit,4500,??\nDrip,7000,???\n" * 9,
        "Service,Price\nReally????,4500\n" * 9,
        "Service,Price\nhttps://example.org/a?b=c,4500\nLe savez-vous ?,4500\nOne? Two,1\n",
    ],
)
def test_what_people_write_is_left_alone(text: str) -> None:
    assert told(text) is None


@given(st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ «»—.-№°", min_size=1))
def test_no_russian_text_is_taken_for_bytes(text: str) -> None:
    assert told(f"{text.replace(',', '')};1\n") is None


def test_such_a_file_is_not_read_at_all(tmp_path: Path) -> None:
    path = tmp_path / "prices.csv"
    path.write_bytes(LIST.encode("ascii", "replace"))
    with pytest.raises(ContentError, match="spreadsheet-letters-lost"):
        read(path)
