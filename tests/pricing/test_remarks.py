import pytest

from press.model.grid import Cell
from press.pricing.remarks import problem_above, problem_of_heading, speaks_of_other_numbers
from tests.pricing.lists import table

TABLE = table(["x"])


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Цены в евро", "cell-currency"),
        ("Prices in thousands", "cell-amount-doubtful"),
        ("Цены в рублях и евро", ""),
        ("Р. Иванов", ""),
        ("к оплате", ""),
        ("Лицензия № 10 000", ""),
    ],
)
def test_remarks_speak_for_or_against_the_amounts(said: str, code: str) -> None:
    found = problem_above([Cell("Прейскурант", "A1"), Cell(said, "B2")], TABLE, "RUB")
    assert (found.code if found else "") == code
    assert found is None or str(found.place).endswith("!B2")


def test_a_heading_of_our_own_names_its_currency_itself() -> None:
    heading = Cell("Amount (CHF)", "B1")
    assert problem_of_heading(heading, "Amount (CHF)", TABLE, "CHF", "CHF") is None
    found = problem_of_heading(heading, "Amount (CHF)", TABLE, "RUB", "CHF")
    assert found is not None
    assert found.code == "cell-currency"


def test_numbers_that_are_no_prices_are_known_by_their_heading() -> None:
    assert speaks_of_other_numbers("Длительность, мин.")
    assert speaks_of_other_numbers("Код услуги")
    assert speaks_of_other_numbers("№")
    assert not speaks_of_other_numbers("No discount")
    assert not speaks_of_other_numbers("Кодирование")
    assert not speaks_of_other_numbers("Выходные дни")
