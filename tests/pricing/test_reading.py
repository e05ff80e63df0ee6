from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.model.grid import Cell, CellKind, Table
from press.model.prices import Unit
from press.pricing.cells import Priced
from press.pricing.columns import Layout, layout_of
from press.pricing.reading import Rows, rows_of
from tests.pricing.lists import cell, table
from tests.pricing.test_columns import KNOWN


def read(found: Table) -> Rows:
    layout = layout_of(found, KNOWN)
    assert isinstance(layout, Layout), layout
    return rows_of(found, layout, KNOWN)


HEADINGS = ("Услуга", "Цена")


def test_each_row_is_a_service_with_its_price() -> None:
    rows = read(table(HEADINGS, ["Врач на дом", "от 4 500 руб. за визит"], [], ["Консультация", 5000]))
    assert [row.named for row in rows.rows] == ["Врач на дом", "Консультация"]
    assert [row.price for row in rows.rows] == [Priced(Decimal(4500), True, Unit.VISIT), Priced(Decimal(5000))]
    assert [row.address for row in rows.rows] == ["A2", "A4"]
    assert (rows.problems, rows.left_out, rows.hidden) == ((), (), ())


def test_headings_of_groups_are_told_to_their_rows_and_left_out() -> None:
    rows = read(table(HEADINGS, ["Стационар"], ["Консультация", 7000]))
    assert rows.rows[0].heading == "Стационар"
    assert rows.left_out == ("A2 “Стационар”: a heading or a remark",)


def test_a_heading_that_is_merged_over_the_column_of_prices_is_a_heading() -> None:
    found = table(("Цена", "Услуга"), ["", ""], [7000, "Консультация"])
    heading = (Cell("Наши врачи", "A2"), Cell("", "B2", merged=True, belongs_to="A2"))
    rows = read(Table(found.name, (found.rows[0], heading, found.rows[2]), found.file))
    assert rows.rows[0].heading == "Наши врачи"
    assert (rows.problems, rows.left_out) == ((), ("A2 “Наши врачи”: a heading or a remark",))


def test_a_service_above_the_headings_is_told() -> None:
    rows = read(table(["Врач на дом", 4500], HEADINGS, ["Консультация", 5000]))
    assert [row.named for row in rows.rows] == ["Консультация"]
    assert rows.left_out == ("A1 “Врач на дом”: above the headings",)


@pytest.mark.parametrize("text", ["договорная", "от 4 500"])
def test_words_or_prices_alone_where_prices_stand_are_asked_about(text: str) -> None:
    rows = read(table(("Цена", "Услуга"), [text, ""], [7000, "Консультация"]))
    assert [problem.code for problem in rows.problems] == ["row-nameless"]


@pytest.mark.parametrize("word", ["Итого", "ИТОГО:", "Total", "Итого по разделу", "Всего", "Sum"])
def test_a_total_is_left_out_by_name(word: str) -> None:
    rows = read(table(HEADINGS, ["Врач на дом", 4500], ["Консультация", 5000], [word, 9500]))
    assert len(rows.rows) == 2
    assert rows.left_out == (f"A4 “{word}”: a total",)


def test_a_total_without_a_word_is_known_by_its_amount() -> None:
    rows = read(table(HEADINGS, ["Врач на дом", 4500], ["Консультация", 5000], ["", 9500]))
    assert rows.left_out == ("B4 “9500”: a total",)
    assert rows.problems == ()


def test_one_amount_is_no_sum() -> None:
    rows = read(table(HEADINGS, ["Врач на дом", 4500], ["", 4500]))
    assert [problem.code for problem in rows.problems] == ["row-nameless"]


def test_an_amount_without_a_service_is_asked_about() -> None:
    rows = read(table(HEADINGS, ["Врач на дом", 4500], ["", 5500]))
    (problem,) = rows.problems
    assert (problem.code, str(problem.place)) == ("row-nameless", "prices.xlsx: Sheet1!B3")


def doubts(*rows: Sequence[str | int]) -> list[str]:
    return [str(one.place).rpartition("!")[2] for one in read(table(*rows)).problems]


def test_what_stands_in_a_nameless_column_beside_an_amount_is_asked_about() -> None:
    """A comma that parted the thousands makes two cells of one amount."""
    assert doubts(HEADINGS, ["Врач на дом", "4", "500"], ["Консультация", 5000]) == ["C2"]
    assert doubts((*HEADINGS, "Примечание"), ["Врач на дом", "4", "500", "звоните"]) == ["D2"]
    assert doubts((*HEADINGS, "Врач"), ["Врач на дом", "4", "Иванов"]) == []
    assert doubts(("", *HEADINGS), ["1", "Врач на дом", 4500], ["2", "Консультация", 5000]) == []
    assert doubts(["Врач на дом", 4500], ["Консультация", 5000, "звоните"]) == ["C2"]
    assert doubts(HEADINGS, ["Итого", 4500, "всего"], ["Врач на дом", 4500]) == []


def test_a_hidden_column_beside_the_amounts_is_not_asked_about() -> None:
    found = table([*HEADINGS, cell("", 0, 2, hidden=True)], ["Врач на дом", 4500, cell(500, 1, 2, hidden=True)])
    assert read(found).problems == ()


def test_headings_that_are_printed_again_are_left_out() -> None:
    rows = read(table(HEADINGS, ["Врач на дом", 4500], HEADINGS, ["Консультация", 5000]))
    assert len(rows.rows) == 2
    assert rows.left_out == ("A3 “Услуга”: the headings again",)


def test_remarks_are_left_out() -> None:
    remarks = ["Цены действуют с 1 марта"], ["Главный врач", "Иванов И. И."]
    rows = read(table(HEADINGS, ["Врач на дом", 4500], *remarks))
    assert len(rows.rows) == 1
    assert [left.partition(":")[0] for left in rows.left_out] == [
        "A3 “Цены действуют с 1 марта”",
        "A4 “Главный врач”",
    ]
    assert rows.problems == ()


def test_an_amount_that_is_merged_over_two_rows_is_told_as_such() -> None:
    below = Cell("", "B3", merged=True, belongs_to="B2")
    (problem,) = read(table(["Услуга", "Цена"], ["Врач на дом", 4500], ["Консультация", below])).problems
    assert (problem.code, str(problem.place)) == ("cell-amount-missing", "prices.xlsx: Sheet1!B3")
    assert (
        problem.message == "“Консультация” has no amount of its own: this cell is merged with B2, where “4500” stands"
    )
    assert "Split" in problem.remedy
    beside = Cell("", "B2", merged=True, belongs_to="A2")
    (problem,) = read(table(["Услуга", "Цена"], ["Врач на дом", beside], ["Консультация", 5000])).problems
    assert "merged with A2, where “Врач на дом” stands" in problem.message


@pytest.mark.parametrize("name", ["Врач на дом", "Врач на дому", "врач  на «дом»"])
def test_a_service_without_an_amount_is_asked_about(name: str) -> None:
    (problem,) = read(table(HEADINGS, ["Консультация", 5000], [name, ""])).problems
    assert (problem.code, str(problem.place)) == ("cell-amount-missing", "prices.xlsx: Sheet1!B3")


def test_a_key_without_an_amount_is_asked_about() -> None:
    (problem,) = read(table(("Key", "Service (en)", "Amount (RUB)"), ["a-new-one", "New", ""])).problems
    assert problem.code == "cell-amount-missing"


def test_a_service_that_is_named_like_a_total_is_a_service() -> None:
    rows = read(table(("Key", "Service (en)", "Amount (RUB)"), ["total-care", "Total care", 9000]))
    assert [row.named for row in rows.rows] == ["Total care"]


def test_every_doubt_is_told_at_its_cell() -> None:
    rows = read(table(HEADINGS, ["Врач на дом", "2–3 тыс."], ["Консультация", "$50"], ["Сутки в стационаре", 2000]))
    assert [str(problem.place) for problem in rows.problems] == ["prices.xlsx: Sheet1!B2", "prices.xlsx: Sheet1!B3"]
    assert [row.price is None for row in rows.rows] == [True, True, False]


def test_hidden_rows_and_columns_are_not_read_and_named() -> None:
    found = table(
        ["Услуга", "Цена", cell("Рассрочка", 0, 2, hidden=True)],
        ["Врач на дом", 4500, cell("3 x 1500", 1, 2, hidden=True)],
        [cell("Консультация", 2, 0, hidden=True), cell(5000, 2, 1, hidden=True), cell("", 2, 2, hidden=True)],
    )
    rows = read(found)
    assert [row.named for row in rows.rows] == ["Врач на дом"]
    assert rows.hidden == ("column C", "row 3")


def test_columns_for_from_and_unit_speak_for_their_rows() -> None:
    rows = read(table(["Услуга", "Цена", "От", "Единица"], ["Врач на дом", 4500, "да", "визит"], ["x", 5, "нет", ""]))
    assert [row.price for row in rows.rows] == [Priced(Decimal(4500), True, Unit.VISIT), Priced(Decimal(5), False)]


def test_a_column_and_a_cell_that_disagree_are_asked_about() -> None:
    rows = read(
        table(
            ["Услуга", "Цена", "От", "Единица"], ["Врач на дом", "от 4500 за визит", "нет", "сутки"], ["x", 5, "?", "?"]
        )
    )
    assert [(problem.code, str(problem.place).rpartition("!")[2]) for problem in rows.problems] == [
        ("cell-from-doubtful", "C2"),
        ("cell-unit-unknown", "D2"),
        ("cell-from-doubtful", "C3"),
        ("cell-unit-unknown", "D3"),
    ]


def test_a_heading_that_says_from_holds_where_a_cell_says_nothing() -> None:
    rows = read(table(["Услуга", "Цена, от"], ["Врач на дом", 4500], ["Консультация", "ровно 5000"]))
    assert [row.price and row.price.is_from for row in rows.rows] == [True, False]


def test_dates_and_formulas_in_the_column_of_amounts_are_asked_about() -> None:
    date = Cell("2027-05-04", "B2", kind=CellKind.DATE)
    formula = Cell("=B2*2", "B3", kind=CellKind.FORMULA)
    rows = read(table(HEADINGS, ["Врач на дом", date], ["Консультация", formula]))
    assert [str(problem.place).rpartition("!")[2] for problem in rows.problems] == ["B2", "B3"]


def test_our_own_other_parts_are_set_apart() -> None:
    rows = read(
        table(
            ["Key", "Service (en)", "Amount (RUB)"],
            ["home-visit", "Doctor at home", 4500],
            [],
            ["Group key", "Group (en)", "Icon"],
            ["visits", "Visits", "house"],
            [],
            ["Setting", "Value"],
            ["Owner", "Head"],
        )
    )
    assert len(rows.rows) == 1
    assert [[one.text for one in row] for row in rows.groups] == [
        ["Group key", "Group (en)", "Icon"],
        ["visits", "Visits", "house"],
    ]
    assert [row[1].text for row in rows.settings] == ["Value", "Head"]


NAMES = ["Врач на дом", "Консультация", "Сутки в стационаре", "Маникюр", ""]
AMOUNTS = ["4500", "от 4 500 руб.", "2 000–3 000", "45OO", "по запросу", "итого", ""]


@given(
    st.lists(st.tuples(st.sampled_from(AMOUNTS), st.sampled_from(NAMES), st.sampled_from(["", "заметка"])), max_size=7),
    st.booleans(),
    st.booleans(),
)
def test_every_row_is_read_asked_about_or_told(
    filled: list[tuple[str, str, str]], has_title: bool, has_heading: bool
) -> None:
    title = [[Cell("Прайс", "A1"), *(Cell("", f"{one}1", merged=True, belongs_to="A1") for one in "BC")]] * has_title
    found = table(*title, *[("Цена", "Услуга", "Примечание")] * has_heading, *filled, ["4500", "Врач на дом", ""])
    layout = layout_of(found, KNOWN)
    if not isinstance(layout, Layout):
        return  # nothing is written then
    rows = rows_of(found, layout, KNOWN)
    told = [row.address for row in rows.rows] + [str(problem.place).split("!")[-1] for problem in rows.problems]
    numbers = {int(address.lstrip("ABC")) for address in (*told, *(one.split()[0] for one in rows.left_out))}
    first = 1 + has_title + has_heading
    wanted = {number for number, row in enumerate((*filled, ("4500", "Врач на дом", "")), first) if any(row)}
    assert wanted <= numbers
