"""What is proposed for an amount that was typed wrongly: the one that was meant, or none."""

import pytest

from press.errors import Problem
from press.load.project import load
from tests.conftest import Sample

PRICES = "content/prices.yaml"
BRANCH = "content/branches/main.yaml"
LOOKS = "such as 4500 or 4500.50"


def told(sample: Sample) -> Problem:
    loaded = load(sample.root)
    assert loaded.project is None
    (problem,) = loaded.problems
    assert problem.code == "wrong-value"
    return problem


@pytest.mark.parametrize(
    ("written", "proposed"),
    [
        ("4 500 р.", "write 4500;"),
        ("4500,50 руб.", "write 4500.50;"),
        ("4 500.00", "write 4500;"),
        ("4'500,50", "write 4500.50;"),
        ("4,500 RUB", "write 4500;"),
        ("от 4 500 ₽", "write 4500, and `from: true` in a line of its own;"),
        ("4500 за сеанс", "write 4500, and `unit: session` in a line of its own;"),
        ("from 4500 per day", "write 4500, and `from: true` and `unit: day` in lines of their own;"),
    ],
)
def test_what_can_be_read_in_one_way_is_proposed(sample: Sample, written: str, proposed: str) -> None:
    sample.change(PRICES, "amount: 4500", f'amount: "{written}"')
    problem = told(sample)
    assert problem.message == f"`amount` cannot be “{written}”"
    assert proposed in problem.remedy
    assert LOOKS not in problem.remedy


@pytest.mark.parametrize(
    "written",
    [
        *("4500.555", "4500:30", "4500 - 5000", "4500–5000", "4,5 тыс", "4,5", "45e2", "0x10", "-5", "4500/2", "45OO"),
        *("4  500", "4500²", "$4500", "4500 (5000)", "45 00", "до 4500", "4500 с НДС", "abc", "-", "0,00"),
        *("045", "00.50"),
    ],
)
def test_what_can_be_read_in_two_ways_or_none_is_never_made_a_number(sample: Sample, written: str) -> None:
    sample.change(PRICES, "amount: 4500", f'amount: "{written}"')
    remedy = told(sample).remedy
    assert LOOKS in remedy
    assert "no zero first" in remedy
    assert "write " not in remedy


def test_another_currency_than_that_of_the_list_is_no_number(sample: Sample) -> None:
    sample.change(PRICES, "currency: RUB", "currency: USD")
    sample.change(PRICES, "amount: 4500", "amount: 4500 руб.")
    assert LOOKS in told(sample).remedy
    sample.change(PRICES, "4500 руб.", "$4500")
    assert "write 4500;" in told(sample).remedy


def test_a_branch_knows_no_currency_and_no_unit(sample: Sample) -> None:
    sample.change(BRANCH, "web:", "prices: {home-visit: 5 000}\nweb:")
    assert "write 5000;" in told(sample).remedy
    for doubtful in ("5 000 ₽", "5 000 за день", "от 5000"):
        sample.change(BRANCH, "prices: {home-visit: ", f"prices: {{home-visit: {doubtful}}}\n#")
        assert LOOKS in told(sample).remedy
        sample.change(BRANCH, f"prices: {{home-visit: {doubtful}}}\n#", "prices: {home-visit: ")
