import pytest
from openpyxl.utils import get_column_letter

from press.spreadsheet.addresses import address, letters


@pytest.mark.parametrize(("row", "column", "name"), [(0, 0, "A1"), (6, 2, "C7"), (99, 26, "AA100"), (0, 701, "ZZ1")])
def test_an_address_is_the_one_that_spreadsheets_show(row: int, column: int, name: str) -> None:
    assert address(row, column) == name


def test_all_columns_of_excel_have_their_letters() -> None:
    assert [letters(column) for column in range(16384)] == [get_column_letter(column + 1) for column in range(16384)]
