from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.errors import Place
from press.model.grid import Cell
from press.model.prices import Instalments
from press.pricing.cells import instalments
from press.pricing.written import (
    allowances_of,
    amount_text,
    instalments_text,
    keys_of,
    list_of,
    list_text,
)
from tests.pricing.lists import amounts, texts


def test_amounts_are_short() -> None:
    assert amount_text(Decimal("4500.00")) == "4500"
    assert amount_text(Decimal("4500.5")) == "4500.50"


@given(st.lists(texts, min_size=1, max_size=4))
def test_any_list_comes_back(items: list[str]) -> None:
    assert list_of(list_text(items)) == tuple(items)


def test_a_list_without_dots_has_an_entry_a_line() -> None:
    assert list_of("bed\n meals \n\nnurse") == ("bed", "meals", "nurse")
    assert list_of("") == ()
    assert list_of("• bed\r\n• ") == ("bed",)


@given(st.integers(2, 60), amounts, st.sampled_from(["week", "month"]))
def test_instalments_come_back(payments: int, amount: Decimal, every: str) -> None:
    parts = Instalments.model_validate({"payments": payments, "amount": amount, "every": every})
    assert instalments(Cell(instalments_text(parts), "A1"), Place("p"), "RUB") == parts


def test_no_instalments_are_nothing() -> None:
    assert instalments_text(None) == ""


def test_keys_are_parted_by_anything() -> None:
    assert keys_of("a-1, b;c\nd  e") == ("a-1", "b", "c", "d", "e")


@pytest.mark.parametrize("text", ["see above", "{", "[1]", '[{"rule": "x"}]', "[" * 100_000])
def test_exceptions_that_make_no_sense(text: str) -> None:
    assert allowances_of(text) is None


def test_no_exceptions() -> None:
    assert allowances_of(" ") == ()
