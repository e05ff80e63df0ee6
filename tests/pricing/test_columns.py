import pytest

from press.errors import Problem
from press.model.grid import Cell, Table
from press.pricing.columns import Known, Layout, layout_of
from press.pricing.labels import Role
from press.pricing.matching import names_of
from tests.pricing.lists import SMALL, cell, table

KNOWN = Known(
    frozenset(service.key for service in SMALL.services), frozenset(names_of(SMALL)), "RUB", {"визиты", "стационар"}
)


def layout(found: Table) -> Layout:
    made = layout_of(found, KNOWN)
    assert isinstance(made, Layout), made
    return made


def roles(found: Table) -> list[tuple[int, str]]:
    return [(column.index, column.role.value) for column in layout(found).columns]


def problem(found: Table) -> Problem:
    made = layout_of(found, KNOWN)
    assert isinstance(made, tuple)
    (one,) = made
    return one


# By headings -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (["Service", "Price"], [(0, "names"), (1, "amount")]),
        (["Услуга", "Цена"], [(0, "names"), (1, "amount")]),
        (["Стоимость, руб.", "Наименование услуги"], [(0, "amount"), (1, "names")]),
        (["№", "Название", "Ед. изм.", "Цена за единицу, ₽"], [(1, "names"), (2, "unit"), (3, "amount")]),
        (["Раздел", "Процедура", "Тариф"], [(0, "group"), (1, "names"), (2, "amount")]),
        (["Key", "Rate"], [(0, "key"), (1, "amount")]),
        (["Services", "Price per service", "Instalments"], [(0, "names"), (1, "amount"), (2, "instalments")]),
        (
            ["Услуги", "от", "Стоимость услуги", "Рассрочка"],
            [(0, "names"), (1, "from"), (2, "amount"), (3, "instalments")],
        ),
        (["Service (en)", "Service (ru)", "Cost"], [(0, "names"), (1, "names"), (2, "amount")]),
    ],
)
def test_headings_in_two_languages_and_any_order(headings: list[str], expected: list[tuple[int, str]]) -> None:
    assert roles(table(headings, ["x"] * len(headings))) == expected


def test_a_rubric_is_no_price_in_roubles() -> None:
    found = table(["Рубрика", "Услуга", "Цена"], ["Визиты", "Врач на дом", 4500])
    assert roles(found) == [(1, "names"), (2, "amount")]
    assert (0, "amount") in roles(table(["Рублей", "Услуга"], [4500, "Врач на дом"]))
    assert (0, "amount") in roles(table(["В руб.", "Услуга"], [4500, "Врач на дом"]))


def test_titles_above_the_headings_are_passed_over() -> None:
    found = layout(
        table(["Прайс-лист на услуги клиники"], [], ["с 01.03.2027", "утверждён"], ["Услуга", "Цена"], ["a", 1])
    )
    assert found.first_row == 4


def test_merged_headings_over_two_rows() -> None:
    """“Service” is merged downwards; “Price” over two columns, of which one is filled."""
    found = table(
        ["Услуга", "Стоимость", Cell("", "C1", merged=True, belongs_to="B1")],
        [Cell("", "A2", merged=True, belongs_to="A1"), "руб.", "скидка"],
        ["Врач на дом", 4500, ""],
    )
    assert layout(found).first_row == 2
    assert roles(found)[:2] == [(0, "names"), (1, "amount")]


@pytest.mark.parametrize("first", ["2 000–3 000 руб.", "45OO", "по запросу"])
def test_the_row_below_the_headings_of_a_table_with_a_merged_title_is_a_service(first: str) -> None:
    title = [Cell("Прейскурант", "A1"), *(Cell("", f"{column}1", merged=True, belongs_to="A1") for column in "BC")]
    found = layout_of(table(title, ["Цена", "Услуга", "Примечание"], [first, "Врач на дом", ""]), KNOWN)
    assert isinstance(found, Layout)
    assert found.first_row == 2


def test_headings_that_are_merged_side_by_side_are_no_title() -> None:
    def wide(text: str, left: str, right: str) -> list[Cell]:
        return [Cell(text, f"{left}1"), Cell("", f"{right}1", merged=True, belongs_to=f"{left}1")]

    found = table(
        [*wide("Услуга", "A", "B"), *wide("Цена", "C", "D")], ["", "код", "руб.", ""], ["Врач на дом", "", 4500, ""]
    )
    assert layout(found).first_row == 2
    single = table(["Услуга", *wide("Цена", "B", "C")], ["", "руб.", "скидка"], ["Врач на дом", 4500, ""])
    assert layout(single).first_row == 2


def test_a_merged_heading_of_a_group_is_no_part_of_the_headings() -> None:
    found = table(
        ["Услуга", "Цена"], ["Стационар", Cell("", "B2", merged=True, belongs_to="A2")], ["Сутки в стационаре", 2000]
    )
    assert layout(found).first_row == 1


@pytest.mark.parametrize("group", ["Стационар", "Другая группа"])
def test_a_heading_of_a_group_under_a_wide_heading_is_none_either(group: str) -> None:
    number = [Cell("№", "A1"), Cell("", "B1", merged=True, belongs_to="A1")]
    found = table([*number, "Услуга", "Цена"], [group], ["1", "2", "Сутки в стационаре", 2000])
    assert layout(found).first_row == 1
    assert layout(found).unread == ("№", "№")


def test_our_own_headings_are_known_wherever_they_stand() -> None:
    rows = [["x"] for _ in range(50)]
    found = layout(table(*rows, ["Amount (RUB)", "Note (ru)", "Key", "Service (en-GB)"], [1, "x", "home-visit", "x"]))
    assert found.first_row == 51
    assert [(column.role, column.language) for column in found.columns] == [
        (Role.AMOUNT, ""),
        (Role.NOTES, "ru"),
        (Role.KEY, ""),
        (Role.NAME, "en-GB"),
    ]
    assert found.has_keys


def test_a_heading_that_says_from_speaks_of_all_rows() -> None:
    assert layout(table(["Услуга", "Цена, от"], ["a", 1])).is_from
    assert layout(table(["Услуга", "Цена от, руб."], ["a", 1])).is_from
    assert layout(table(["Услуга", "Цена от клиники"], ["a", 1])).is_from is None


def test_columns_that_are_not_read_are_told_if_they_hold_anything() -> None:
    assert layout(table(["Код", "Услуга", "Цена", "Врач"], ["A1", "a", 1])).unread == ("Код",)


# By content ------------------------------------------------------------------------------------------------


def test_a_table_without_headings_is_known_by_its_services() -> None:
    found = table([1, "Врач на дом", "от 4500"], [2, "Сутки в стационаре", 2000], [3, "Консультация", 5000])
    assert layout(found).first_row == 0
    assert roles(found) == [(1, "names"), (2, "amount")]


def test_a_column_of_keys_is_known_by_them() -> None:
    assert roles(table(["Код", "Цена"], ["home-visit", 4500], ["hospital-day", 2000])) == [(0, "key"), (1, "amount")]


def test_a_heading_for_the_amount_is_enough_where_services_are_known() -> None:
    assert roles(table(["Прейскурант", "Цена"], ["Врач на дом", 4500])) == [(0, "names"), (1, "amount")]


def test_one_row_without_headings_is_enough() -> None:
    assert roles(table(["Врач на дом", 4500])) == [(0, "names"), (1, "amount")]


@pytest.mark.parametrize(
    "found",
    [
        table(["Doctor", "Telephone"], ["Ivanov", "+7 495 127-02-03"]),
        table(["Врач на дом", "да"], ["Консультация", "нет"]),
        table(["Услуга", "Врач"], ["Врач на дом", "Иванов"]),
        Table("Empty", (), "prices.xlsx"),
    ],
)
def test_other_tables_hold_no_prices(found: Table) -> None:
    assert layout_of(found, KNOWN) == ()


# Doubts ----------------------------------------------------------------------------------------------------


def test_two_columns_of_prices_are_asked_about() -> None:
    one = problem(table(["Услуга", "Старая цена", "Новая цена"], ["Врач на дом", 4500, 5000]))
    assert one.code == "columns-unclear"
    assert str(one.place) == "prices.xlsx: Sheet1!C1"
    assert "“Старая цена” (B1), “Новая цена” (C1)" in one.message


def test_two_columns_of_amounts_without_headings_are_asked_about() -> None:
    one = problem(table(["Врач на дом", 4500, 5000], ["Консультация", 5000, 5500]))
    assert one.code == "columns-unclear"
    assert "B1" in one.message
    assert "C1" in one.message


@pytest.mark.parametrize("name", ["Услуга", "Позиция"])
def test_columns_that_are_known_by_their_amounts_are_named_by_their_headings(name: str) -> None:
    found = table(["Прейскурант"], [name, "Москва", "Тверь"], ["Врач на дом", 4500, 4000], ["Консультация", 5000, 4500])
    one = problem(found)
    assert one.message == "several columns could hold the price: “Москва” (B2), “Тверь” (C2)"
    assert str(one.place) == "prices.xlsx: Sheet1!C2"


def test_a_torn_number_in_a_table_without_headings_is_asked_about() -> None:
    """Nobody should take the second half of 4,500 for the price."""
    torn = Cell("4", "B1", doubt="the next cell holds “500”")
    assert problem(table(["Врач на дом", torn, "500"])).code == "columns-unclear"
    assert roles(table(["Врач на дом", torn, "005"])) == [(0, "names"), (1, "amount")]


def test_a_new_price_beside_our_own_column_is_asked_about() -> None:
    headings = ["Key", "Amount (RUB)", "New price"]
    assert problem(table(headings, ["home-visit", 4500, 5000])).code == "columns-unclear"
    assert roles(table(headings, ["home-visit", 4500, ""])) == [(0, "key"), (1, "amount")]


def test_a_hidden_column_of_prices_does_not_count() -> None:
    found = table(
        ["Услуга", cell("Старая цена", 0, 1, hidden=True), "Новая цена"],
        ["Врач на дом", cell(4500, 1, 1, hidden=True), 5000],
    )
    assert roles(found) == [(0, "names"), (2, "amount")]


def test_hidden_keys_are_read_all_the_same() -> None:
    found = table([cell("Key", 0, 0, hidden=True), "Amount (RUB)"], [cell("home-visit", 1, 0, hidden=True), 5000])
    assert roles(found) == [(0, "key"), (1, "amount")]


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("Цена, $", "cell-currency"),
        ("Amount (EUR)", "cell-currency"),
        ("Цена, $ или €", "cell-currency"),
        ("Цена, тыс. руб.", "cell-amount-doubtful"),
        ("Цена, т.р.", "cell-amount-doubtful"),
        ("Цена, т. р.", "cell-amount-doubtful"),
        ("Price, k RUB", "cell-amount-doubtful"),
        ("Price (thousands)", "cell-amount-doubtful"),
        ("Price, 000 RUB", "cell-amount-doubtful"),
    ],
)
def test_what_the_heading_says_of_all_amounts_counts(heading: str, code: str) -> None:
    one = problem(table(["Услуга", heading], ["Врач на дом", 4500]))
    assert one.code == code
    assert str(one.place) == "prices.xlsx: Sheet1!B1"


@pytest.mark.parametrize(
    ("rows", "code", "address"),
    [
        ([["All prices in EUR"], ["Услуга", "Цена"]], "cell-currency", "A1"),
        ([["Прейскурант", "", "Цены в тысячах рублей"], [], ["Услуга", "Цена"]], "cell-amount-doubtful", "C1"),
        ([["Услуга", "Цена"], ["в долларах США"]], "cell-currency", "A2"),
        ([["Услуга (в EUR)", "Цена"]], "cell-currency", "A1"),
        ([["Цены в евро"]], "cell-currency", "A1"),
    ],
)
def test_what_is_said_of_all_amounts_above_the_list_counts(rows: list[list[str]], code: str, address: str) -> None:
    one = problem(table(*rows, ["Врач на дом", 450]))
    assert (one.code, str(one.place)) == (code, f"prices.xlsx: Sheet1!{address}")


def test_remarks_that_say_nothing_against_the_amounts_are_no_matter() -> None:
    rows = ["Главный врач Р. Иванов"], ["Цены в рублях, к оплате принимаются и евро, руб."], ["от 10,000 руб."]
    headings = ["Услуга", "Цена", "Рассрочка, $"]
    assert (1, "amount") in roles(table(*rows, headings, ["Врач на дом", 4500, ""], ["в долларах"]))
    euros = Known(KNOWN.keys, KNOWN.names, "EUR", KNOWN.groups)
    assert isinstance(
        layout_of(table(["Director: P. Smith"], ["Service", "Price"], ["Врач на дом", 45]), euros), Layout
    )


@pytest.mark.parametrize("heading", ["С 1 января 2027", "2027", "Ночью"])
def test_an_unread_column_of_amounts_is_asked_about(heading: str) -> None:
    one = problem(table(["Услуга", "Цена", heading], ["Врач на дом", 4500, 4900], ["Консультация", 5000, ""]))
    assert (one.code, str(one.place)) == ("columns-unclear", "prices.xlsx: Sheet1!C1")
    assert f"“Цена” (B1), “{heading}” (C1)" in one.message
    assert problem(table([heading, "Услуга", "Цена"], [4900, "Врач на дом", 4500])).code == "columns-unclear"
    own = table(["Key", "Amount (RUB)", heading], ["home-visit", 4500, 4900])
    assert problem(own).code == "columns-unclear"


@pytest.mark.parametrize("heading", ["Код", "Длительность, мин", "№ п/п", "Кол-во"])
def test_other_numbers_beside_the_prices_are_not(heading: str) -> None:
    found = table(["Услуга", "Цена", heading], ["Врач на дом", 4500, 90], ["Консультация", 5000, 40])
    assert layout(found).unread == (heading,)


def test_an_unread_column_with_few_amounts_is_not() -> None:
    found = table(["Услуга", "Цена", "Врач"], ["Врач на дом", 4500, "Иванов"], ["Консультация", 5000, 40])
    assert layout(found).unread == ("Врач",)


def test_the_currency_of_the_list_in_the_heading_is_no_matter() -> None:
    for heading in ("Цена, руб.", "Price (RUR)", "Amount (RUB)", "Цена, ₽"):
        assert (1, "amount") in roles(table(["Услуга", heading], ["Врач на дом", 4500]))
