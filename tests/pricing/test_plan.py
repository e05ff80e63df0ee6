from collections.abc import Sequence
from datetime import date

import pytest

from press.errors import Problem
from press.model.grid import Cell, CellKind, Table
from press.model.prices import PriceList, Unit
from press.pricing.changes import applied
from press.pricing.plan import Plan, new_list, plan_of
from tests.pricing.lists import LANGUAGES, SMALL, cell, table, workbook

HEADINGS = ("Услуга", "Цена")
KEYED = ("Key", "Group", "Service (en)", "Service (ru)", "Amount (RUB)", "From", "Unit")
NIGHT = ("night-visit", "visits", "Doctor at night", "Врач ночью", 6000, "yes", "visit")
GROUPS = ("Group key", "Group (en)", "Group (ru)", "Icon")
HOME = ("home-visit", "visits", "Doctor at home", "Врач на дом", 4500, "yes", "visit")


def plan(*tables: Table, named: str = "") -> Plan:
    return plan_of(workbook(*tables), SMALL, LANGUAGES, named)


def changes(*tables: Table) -> list[tuple[str, str, str, str]]:
    made = plan(*tables)
    assert made.problems == ()
    return [(one.service, one.field, one.old, one.new) for one in made.changes]


def result(*tables: Table) -> PriceList:
    made = plan(*tables)
    assert made.result is not None, made.problems
    return made.result


def problem(*tables: Table) -> Problem:
    made = plan(*tables)
    assert made.result is None
    (one,) = made.problems
    return one


def keyed(*rows: Sequence[str | int]) -> Table:
    return table(KEYED, *rows, name="Prices")


# Changes ---------------------------------------------------------------------------------------------------


def test_a_foreign_sheet_changes_prices_and_nothing_else() -> None:
    found = table(
        ("Услуга", "Цена", "Примечание"), ["ВРАЧ НА ДОМ", "от 5 000 руб.", "звоните"], ["Consultation", 5000, ""]
    )
    assert changes(found) == [("home-visit", "amount", "4500", "5000")]
    service = result(found).services[0]
    assert service.notes == SMALL.services[0].notes
    assert service.names == SMALL.services[0].names


def test_from_and_unit_change_where_the_sheet_says_so() -> None:
    found = table(HEADINGS, ["Врач на дом", "ровно 4500 за сеанс"])
    assert changes(found) == [
        ("home-visit", "from", "yes", "no"),
        ("home-visit", "unit", "visit", "session"),
    ]
    assert result(found).services[0].unit is Unit.SESSION


def test_a_sheet_that_never_says_from_leaves_it_as_it_is() -> None:
    bare = table(HEADINGS, ["Врач на дом", 5000], ["Consultation", 5000])
    assert result(bare).services[0].is_from
    assert any("“from” nowhere" in note and note.endswith("saying it: Doctor at home.") for note in plan(bare).notes)
    said = table(HEADINGS, ["Врач на дом", "ровно 5000"], ["Consultation", 5000])
    assert not any("“from” nowhere" in note for note in plan(said).notes)


def test_a_missing_from_among_others_is_asked_about() -> None:
    one = problem(table(HEADINGS, ["Врач на дом", "от 4500"], ["Сутки в стационаре", "2\u202f000 р."]))
    assert one.code == "cell-from-doubtful"
    assert str(one.place) == "prices.xlsx: Sheet1!B3"
    assert "write: from 2000. " in one.remedy
    assert one.remedy.endswith("write: exactly 2000.")
    assert one.message.endswith("“2 000 р.”")


def test_letters_among_digits_of_a_lowest_price_are_asked_about_once() -> None:
    one = problem(table(HEADINGS, ["Врач на дом", "45OO0"], ["Сутки в стационаре", "от 2000"]))
    assert one.remedy == "If 45000 is meant, write: from 45000, or: exactly 45000."
    other = problem(table((*HEADINGS, "От"), ["Врач на дом", "45OO0", "да"], ["Сутки в стационаре", 2000, "да"]))
    assert other.remedy == "If 45000 is meant, type it again with digits only."


def test_instalments_come_change_and_go() -> None:
    found = table((*KEYED, "Instalments"), (*HOME, "3 x 1500 per week"), name="Prices")
    assert result(found).services[0].instalments is not None
    emptied = table(("Key", "Amount (RUB)", "Instalments"), ["consultation", 5000, ""])
    assert changes(emptied) == [("consultation", "instalments", "2 x 2500 per month", "")]
    foreign = table(
        ("Услуга", "Цена", "Рассрочка"), ["Сутки в стационаре", 2000, ""], ["Врач на дом", 4500, "2 по 2250"]
    )
    assert changes(foreign) == [("home-visit", "instalments", "", "2 x 2250 per month")]
    assert changes(table(("Услуга", "Цена", "Рассрочка"), ["Consultation", 5000, ""])) == []


def test_an_emptied_note_goes_where_the_sheet_has_keys() -> None:
    headings = ("Key", "Amount (RUB)", "Note (en)", "Note (ru)")
    both = table(headings, ["home-visit", 4500, "", ""])
    assert [change[1:] for change in changes(both)] == [
        ("note (en)", "Not for emergencies.", ""),
        ("note (ru)", "Не вместо скорой.", ""),
    ]
    assert result(both).services[0].notes is None
    one = table(headings, ["home-visit", 4500, "Not for emergencies.", ""])
    assert result(one).services[0].notes == {"en": "Not for emergencies."}
    new = table(headings, ["consultation", 5000, "Call first.", "Позвоните."])
    assert result(new).services[1].notes == {"en": "Call first.", "ru": "Позвоните."}


@pytest.mark.parametrize("field", ["Note", "Includes"])
def test_the_first_and_the_last_words_of_a_service_come_and_go_at_once(field: str) -> None:
    """One change is written for all languages together; the other one only tells people."""
    headings = ("Key", "Amount (RUB)", f"{field} (en)", f"{field} (ru)")
    name = {"Note": "notes", "Includes": "includes"}[field]
    come = plan(table(headings, ["consultation", 5000, "x", "y"]))
    at = ("groups", 0, "services", 1, name)
    assert [(change.path, bool(change.value)) for change in come.changes] == [(at, True), ((), True)]
    key, amount, number = {"Note": ("home-visit", 4500, (0, 0)), "Includes": ("hospital-day", 2000, (1, 0))}[field]
    go = plan(table(headings, [key, amount, "", ""]))
    at = ("groups", number[0], "services", number[1], name)
    assert [(change.path, bool(change.value)) for change in go.changes] == [(at, False), ((), False)]


def test_a_name_changes_beside_its_key_and_may_not_go() -> None:
    renamed = keyed(("home-visit", "visits", "A doctor comes", "Врач на дом", 4500, "yes", "visit"))
    assert changes(renamed) == [("home-visit", "name (en)", "Doctor at home", "A doctor comes")]
    one = problem(keyed(("home-visit", "visits", "Doctor at home", "", 4500, "yes", "visit")))
    assert (one.code, str(one.place)) == ("cell-name-missing", "prices.xlsx: Prices!D2")


def test_what_a_package_holds_may_be_typed_without_dots() -> None:
    found = table(("Key", "Amount (RUB)", "Includes (en)"), ["hospital-day", 2000, "bed\nmeals\nnurse"])
    assert result(found).services[2].includes == {"en": ("bed", "meals", "nurse"), "ru": ("койка", "еда")}


def test_exceptions_that_were_spoilt_are_asked_about() -> None:
    one = problem(table(("Key", "Amount (RUB)", "Exceptions (staff only)"), ["home-visit", 4500, "as before"]))
    assert one.code == "cell-not-understood"


# New services and groups -----------------------------------------------------------------------------------


def test_a_complete_row_with_a_new_key_is_a_new_service() -> None:
    made = result(keyed(HOME, NIGHT))
    assert [service.key for service in made.groups[0].services] == ["home-visit", "consultation", "night-visit"]
    night = made.groups[0].services[2]
    assert (int(night.amount), night.is_from, night.unit) == (6000, True, Unit.VISIT)
    assert changes(keyed(HOME, NIGHT)) == [("night-visit", "new", "", "from 6000 per visit")]


def test_the_group_of_a_new_service_may_be_named() -> None:
    assert len(result(keyed((NIGHT[0], "Стационар", *NIGHT[2:]))).groups[1].services) == 3


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [(1, "", "a group"), (1, "nonsense", "a group"), (2, "", "“en”"), (3, "", "“ru”")],
)
def test_what_a_new_service_lacks_is_asked_for(column: int, value: str, said: str) -> None:
    one = problem(keyed((*NIGHT[:column], value, *NIGHT[column + 1 :])))
    assert one.code == "row-service-incomplete"
    assert said in one.message
    assert str(one.place) == "prices.xlsx: Prices!A2"


def test_exceptions_of_a_new_service_that_were_spoilt_are_asked_about() -> None:
    found = table((*KEYED, "Exceptions (staff only)"), (*HOME, ""), (*NIGHT, '[{"rule": "words'), name="Prices")
    one = problem(found)
    assert (one.code, str(one.place)) == ("cell-not-understood", "prices.xlsx: Prices!H3")


def test_a_misspelt_key_is_asked_about() -> None:
    one = problem(table(("Key", "Amount (RUB)"), ["hospital-dya", 2000]))
    assert one.code == "row-service-incomplete"
    assert "Did you mean `hospital-day`?" in one.remedy


def test_a_key_must_be_one() -> None:
    one = problem(keyed(("Night Visit", *NIGHT[1:])))
    assert one.code == "cell-not-understood"
    assert "lower-case" in one.message


def test_a_new_group_comes_with_its_services() -> None:
    groups = table(GROUPS, ["night", "At night", "Ночью", "moon"], name="Groups")
    made = result(keyed(HOME, (NIGHT[0], "night", *NIGHT[2:])), groups)
    assert [group.key for group in made.groups] == ["visits", "hospital", "night"]
    assert [service.key for service in made.groups[2].services] == ["night-visit"]


def test_what_a_new_group_lacks_is_asked_for() -> None:
    no_icon = table(GROUPS, ["night", "At night", "Ночью", ""], name="Groups")
    one = problem(keyed(HOME), no_icon)
    assert one.code == "row-service-incomplete"
    assert "an icon; a service" in one.message
    assert str(one.place) == "prices.xlsx: Groups!A2"


def test_a_group_gets_a_new_name() -> None:
    groups = table(GROUPS, ["visits", "House calls", "", "house"], name="Groups")
    assert changes(keyed(HOME), groups) == [("", "name of the group visits (en)", "Visits", "House calls")]


def test_a_service_is_not_moved_to_another_group() -> None:
    one = problem(keyed((HOME[0], "hospital", *HOME[2:])))
    assert (one.code, str(one.place)) == ("row-group-moved", "prices.xlsx: Prices!B2")


# The list itself -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", ["2028-12-31", "31.12.2028"])
def test_the_days_of_the_list_may_change(day: str) -> None:
    settings = table(("Setting", "Value"), ["Valid until", day], ["Currency", "RUB"], name="List")
    assert changes(keyed(HOME), settings) == [("", "valid until", "2027-12-31", "2028-12-31")]


def test_a_day_that_excel_made_a_date_is_read() -> None:
    settings = table(("Setting", "Value"), ["Valid until", Cell("2028-12-31", "B2", kind=CellKind.DATE)], name="List")
    assert result(keyed(HOME), settings).valid_until == date(2028, 12, 31)


@pytest.mark.parametrize("day", ["", "12/31/2028", "31.02.2028", "next year"])
def test_a_day_that_is_none_is_asked_about(day: str) -> None:
    one = problem(keyed(HOME), table(("Setting", "Value"), ["Valid until", day], name="List"))
    assert (one.code, str(one.place)) == ("cell-not-understood", "prices.xlsx: List!B2")


def test_a_list_that_would_end_before_it_begins_is_asked_about() -> None:
    one = problem(keyed(HOME), table(("Setting", "Value"), ["Valid until", "2020-01-01"], name="List"))
    assert (one.code, str(one.place)) == ("cell-not-understood", "prices.xlsx: List!B2")
    assert "lies before" in one.message


@pytest.mark.parametrize(
    ("rows", "cell"),
    [
        ([["Valid from", "2029-01-01"]], "B2"),
        ([["Owner", "Somebody"], ["Valid from", "2029-01-01"], ["Valid until", "2028-01-01"]], "B4"),
    ],
)
def test_the_day_that_was_changed_is_where_it_is_told(rows: list[list[str]], cell: str) -> None:
    one = problem(keyed(HOME), table(("Setting", "Value"), *rows, name="List"))
    assert str(one.place) == f"prices.xlsx: List!{cell}"


def test_another_currency_is_asked_about() -> None:
    one = problem(keyed(HOME), table(("Setting", "Value"), ["Currency", "EUR"], name="List"))
    assert (one.code, str(one.place)) == ("cell-currency", "prices.xlsx: List!B2")


def test_an_emptied_currency_changes_nothing() -> None:
    assert changes(keyed(HOME), table(("Setting", "Value"), ["Currency", ""], name="List")) == []


def test_what_is_said_of_tax_comes_and_goes() -> None:
    rows = ["Tax (en)", "Free of VAT"], ["Tax (ru)", "Без НДС"], ["Owner", ""], ["Colour", "red"]
    made = result(keyed(HOME), table(("Setting", "Value"), *rows, name="List"))
    assert (made.tax, made.owner) == ({"en": "Free of VAT", "ru": "Без НДС"}, "")
    emptied = plan_of(
        workbook(keyed(HOME), table(("Setting", "Value"), ["Tax (en)", ""], ["Tax (ru)", ""])), made, LANGUAGES
    )
    assert emptied.result is not None
    assert emptied.result.tax is None


def test_hidden_sheets_and_rows_say_nothing_and_are_told() -> None:
    groups = table(GROUPS, ["visits", "House calls", "", "house"], name="Groups")
    settings = table(("Setting", "Value"), ["Owner", "Nobody"], name="List")
    hidden = [Table(one.name, one.rows, one.file, hidden=True) for one in (groups, settings)]
    made = plan(keyed(HOME), *hidden)
    assert (made.changes, made.problems) == ((), ())
    for name in ("Groups", "List"):
        assert f"The table “{name}” is hidden, and was therefore not read." in made.notes
    row = [cell("Owner", 1, 0, hidden=True), cell("Nobody", 1, 1, hidden=True)]
    made = plan(keyed(HOME), table(("Setting", "Value"), row, ["Document", "No. 5"], name="List"))
    assert [change.field for change in made.changes] == ["document"]
    assert "Hidden in the table “List”, and therefore not read: row 2." in made.notes


def test_a_foreign_sheet_says_nothing_of_the_list() -> None:
    settings = table(("Setting", "Value"), ["Owner", "Nobody"], name="List")
    assert changes(table(HEADINGS, ["Врач на дом", 4500]), settings) == []


def test_a_text_that_is_too_long_is_told_at_its_cell() -> None:
    found = table(("Key", "Amount (RUB)", "Note (en)"), ["consultation", 5000, "x" * 5000])
    one = problem(found)
    assert (one.code, str(one.place)) == ("cell-not-understood", "prices.xlsx: Sheet1!C2")
    assert "note (en) of `consultation`" in one.message


def test_a_new_list_has_its_own_days() -> None:
    made = applied(SMALL, new_list(SMALL, date(2028, 1, 1), date(2028, 6, 30)))
    assert (made.valid_from, made.valid_until) == (date(2028, 1, 1), date(2028, 6, 30))
    assert made.groups == SMALL.groups


# Tables ----------------------------------------------------------------------------------------------------

FIRST = table(HEADINGS, ["Врач на дом", 5000], name="2027")
SECOND = table(HEADINGS, ["Врач на дом", 4000], name="2025")
OTHER = table(["Doctor", "Telephone"], ["Ivanov", "051"], name="Staff")


def test_of_two_tables_with_prices_none_is_taken_before_one_is_named() -> None:
    made = plan(OTHER, FIRST, SECOND)
    (one,) = made.problems
    assert (made.changes, made.result) == ((), None)
    assert (one.code, str(one.place)) == ("table-unclear", "prices.xlsx")
    assert one.message == "2 tables could be the price list: “2027”, “2025”"
    assert 'Add --table "2027" or --table "2025", whichever holds.' in one.remedy
    assert "hide" in one.remedy
    named = plan(OTHER, FIRST, SECOND, named="2027")
    assert (named.table, named.problems) == ("2027", ())
    assert [change.new for change in named.changes] == ["5000"]


def test_a_table_in_doubt_is_a_second_one_too() -> None:
    doubtful = table(["Услуга", "Старая цена", "Новая цена"], ["Врач на дом", 4500, 5000], name="New")
    assert [one.code for one in plan(FIRST, doubtful).problems] == ["table-unclear"]
    assert [one.code for one in plan(doubtful, FIRST).problems] == ["table-unclear"]
    assert [one.code for one in plan(doubtful, OTHER).problems] == ["columns-unclear"]


def test_a_hidden_table_is_read_only_where_it_is_named() -> None:
    hidden = Table("old", FIRST.rows, "prices.xlsx", hidden=True)
    assert plan(hidden, SECOND).table == "2025"
    assert plan(hidden, SECOND, named="old").table == "old"


def test_a_table_may_be_named() -> None:
    assert [change.new for change in plan(FIRST, SECOND, named="2025").changes] == ["4000"]


def test_a_table_that_is_not_there_is_told() -> None:
    (one,) = plan(FIRST, SECOND, named="2026").problems
    assert one.code == "table-unknown"
    assert "Did you mean" in one.remedy
    (one,) = plan(Table("", FIRST.rows, "prices.csv"), named="2026").problems
    assert "leave --table out" in one.remedy


def test_a_workbook_without_prices_is_told() -> None:
    one = problem(OTHER)
    assert (one.code, str(one.place)) == ("columns-unclear", "prices.xlsx")
    (one,) = plan(OTHER, FIRST, named="Staff").problems
    assert str(one.place) == "prices.xlsx: Staff"


# Notes -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("found", [table(HEADINGS), table(HEADINGS, ["Визиты", ""]), keyed()])
def test_a_sheet_with_headings_alone_is_told(found: Table) -> None:
    one = problem(found)
    assert (one.code, one.message) == ("row-missing", "no row with a price was found")


def test_of_many_services_without_a_row_the_first_are_named() -> None:
    group = SMALL.groups[0]
    first = group.services[0]
    many = [first.model_copy(update={"key": f"s-{number}", "names": {"en": f"S {number}"}}) for number in range(9)]
    prices = SMALL.model_copy(update={"groups": (group.model_copy(update={"services": (first, *many)}),)})
    made = plan_of(workbook(table(HEADINGS, ["Врач на дом", "от 4500"])), prices, LANGUAGES)
    assert made.notes[-1].endswith("stay as they are: S 0; S 1; S 2; S 3; S 4; S 5; and 3 more.")


def test_what_is_not_read_is_told() -> None:
    found = table(
        ["Код", "Услуга", "Цена"],
        ["", "Визиты", ""],
        ["A01", "Врач на дом", 5000],
        [cell("A02", 3, 0, hidden=True), cell("x", 3, 1, hidden=True), cell(1, 3, 2, hidden=True)],
        ["", "Итого", 5000],
    )
    notes = " ".join(plan(found).notes)
    for said in ("Код", "row 4", "“Визиты”", "a total", "Consultation;", "A day in hospital"):
        assert said in notes


def test_a_group_that_is_no_longer_cheapest_first_is_told() -> None:
    assert any("`visits`" in note for note in plan(table(HEADINGS, ["Врач на дом", 5500])).notes)
    assert not any("order of price" in note for note in plan(table(HEADINGS, ["Врач на дом", 4800])).notes)


def test_all_doubts_are_told_at_once() -> None:
    found = table(
        HEADINGS,
        ["Врач на дом", "от 2 000–3 000"],
        ["Сутки в стационаре", "$2000"],
        ["Консультация", 5000],
        ["Электрофорез", 900],
        ["", 77],
    )
    made = plan(found)
    assert [one.code for one in made.problems] == [
        *("cell-amount-doubtful", "cell-currency", "row-nameless", "row-service-unclear", "row-service-unknown")
    ]
    assert made.result is None
