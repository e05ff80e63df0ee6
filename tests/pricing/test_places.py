from collections.abc import Mapping

import pytest

from press.errors import Place, Problem
from press.load.records import record_of
from press.load.tree import tree_of
from press.model.grid import Table
from press.model.prices import PriceList
from press.pricing.places import in_sheet
from press.pricing.plan import plan_of
from tests.pricing.lists import LANGUAGES, SMALL, table, workbook

FILE = "content/prices.yaml"
TEXT = """\
currency: RUB
valid_from: 2026-01-01
valid_until: 2027-12-31
tax: {en: No tax., ru: Без налога.}
groups:
  - key: visits
    names: {en: Visits, ru: Визиты}
    icon: house
    services:
      - key: home-visit
        names:
          en: Doctor at home
          ru: Врач на дом
        amount: 4500
        from: true
        notes:
          en: Ring.
        instalments: {payments: 2, amount: 2250}
        includes:
          en:
            - bed
            - meals
  - key: hospital
    names: {en: Hospital, ru: Стационар}
    icon: bed
    services:
      - {key: hospital-day, names: {en: A day, ru: Сутки}, amount: 2000}
"""
OWN = table(
    ["Key", "Service (en)", "Service (ru)", "Amount (RUB)", "From", "Note (en)", "Note (ru)", "Includes (en)"],
    ["home-visit", "Doctor at home", "Врач на дом", 4500, "yes", "Ring.", "", "• bed\n• meals"],
    name="Prices",
)
GROUPS = table(
    ["Group key", "Group (en)", "Group (ru)", "Icon"], ["hospital", "Hospital", "Стационар", "bed"], name="G"
)
LIST = table(["Setting", "Value"], ["Valid from", "2026-01-01"], ["Tax (ru)", "Без налога."], name="List")
FOREIGN = table(["Услуга", "Цена"], ["Врач на дом", 4500], name="Sheet1")


def told(line: int, column: int, *tables: Table, code: str = "x", message: str = "", **more: bool) -> Problem:
    problems: list[Problem] = []
    result = record_of(PriceList, tree_of(TEXT, FILE, problems), FILE).record
    assert result is not None
    said = plan_of(workbook(*tables), SMALL, LANGUAGES).said
    return in_sheet(Problem(code, message, "Add a line.", Place(FILE, line, column)), result, said, **more)


@pytest.mark.parametrize(
    ("place", "cell"),
    [
        ((12, 15), "Prices!B2"),  # the English name
        ((13, 15), "Prices!C2"),
        ((14, 17), "Prices!D2"),
        ((15, 15), "Prices!E2"),
        ((17, 15), "Prices!F2"),
        ((18, 22), "Prices!D2"),  # instalments have no column here
        ((21, 15), "Prices!H2"),  # an entry of a list
        ((22, 15), "Prices!H2"),
        ((10, 9), "Prices!D2"),  # the service as a whole
        ((24, 17), "G!B2"),  # the English name of the group that follows
        ((24, 31), "G!C2"),
        ((23, 5), "G!A2"),
        ((2, 13), "List!B2"),
        ((4, 25), "List!B3"),
    ],
)
def test_each_thing_is_told_at_its_own_cell(place: tuple[int, int], cell: str) -> None:
    assert told(*place, OWN, GROUPS, LIST).place == Place(f"prices.xlsx: {cell}")


@pytest.mark.parametrize("place", [(1, 11), (4, 11), (6, 5), (7, 17), (27, 10), (0, 0)])
def test_what_the_sheet_does_not_say_is_told_of_the_file(place: tuple[int, int]) -> None:
    assert told(*place, OWN, GROUPS, LIST).place == Place(FILE)


def test_a_sheet_of_others_says_amounts_alone() -> None:
    assert told(12, 15, FOREIGN).place == Place("prices.xlsx: Sheet1!B2")


def test_days_that_were_typed_are_not_those_of_the_sheet() -> None:
    assert told(2, 13, OWN, LIST, has_own_days=True).place == Place(FILE)


def test_missing_words_are_told_at_the_empty_cell_with_advice_for_spreadsheets() -> None:
    one = told(17, 11, OWN, code="name-missing", message="`notes` has no words in “ru”")
    assert one.place == Place("prices.xlsx: Prices!G2")
    assert one.remedy.startswith("Write the words in this cell too.")
    assert "“Note (…)”" in one.remedy
    other = told(17, 11, OWN, code="name-missing", message="`notes` has no words in “de”")
    assert (other.place, other.remedy) == (Place("prices.xlsx: Prices!D2"), "Add a line.")


def test_problems_elsewhere_stay_where_they_are() -> None:
    settings: Mapping[str, int] = {"line": 3, "column": 1}
    elsewhere = Problem("x", "y", place=Place("content/branches/main.yaml", **settings))
    result = record_of(PriceList, tree_of(TEXT, FILE, []), FILE).record
    assert result is not None
    assert in_sheet(elsewhere, result, plan_of(workbook(OWN), SMALL, LANGUAGES).said) == elsewhere
