import pytest

from press.errors import Problem
from press.model.grid import Table
from press.pricing.matching import Matched, matched
from press.pricing.spoken import same_name
from tests.pricing.lists import SMALL, table
from tests.pricing.test_reading import HEADINGS, read

KEYED = ("Key", "Service (en)", "Service (ru)", "Amount (RUB)")


def match(found: Table) -> Matched:
    return matched(read(found).rows, SMALL)


def keys(found: Table) -> list[str]:
    made = match(found)
    assert made.problems == ()
    return [service.key for _, service in made.pairs]


def problem(found: Table) -> Problem:
    (one,) = match(found).problems
    return one


@pytest.mark.parametrize(
    "name",
    [
        "Врач на дом",
        "Doctor at home",
        "ВРАЧ НА ДОМ",
        "«Врач на дом»",
        "Врач  на\u00a0дом.",
        "doctor-at-home",
        "Врач\nна дом",
    ],
)
def test_a_service_is_known_by_its_name_in_any_language(name: str) -> None:
    assert keys(table(HEADINGS, [name, 5000])) == ["home-visit"]


@pytest.mark.parametrize(
    ("known", "name"),
    [
        ("Drip 1.5 l", "Drip 1-5 l"),
        ("Drip 1.5 l", "Drip 1 5 l"),
        ("Course 1/2", "Course 1.2"),
        ("Detox", "Detox +"),
        ("Detox +", "Detox"),
        ("Detox (A)", "Detox A"),
        ("Detox 2", "Detox²"),
        ("A-1", "A 1"),
    ],
)
def test_signs_are_parts_of_a_name(known: str, name: str) -> None:
    assert same_name(known) != same_name(name)


@pytest.mark.parametrize(
    ("known", "name"),
    [
        ("Врач-нарколог", "врач – нарколог"),
        ("Ещё «раз»", 'ЕЩЕ  "раз"'),
        ("Children's visit.", "Children’s\nvisit"),
        ("Визиты", "Визиты:"),
        ("Drip 1.5 l", "DRIP 1.5\u00a0l"),
    ],
)
def test_quotes_spaces_capitals_and_dashes_between_words_are_no_parts_of_a_name(known: str, name: str) -> None:
    assert same_name(known) == same_name(name)


def test_a_key_is_stronger_than_a_new_name() -> None:
    assert keys(table(KEYED, ["home-visit", "A visit at home", "Визит", 5000])) == ["home-visit"]


def test_services_without_a_row_are_known() -> None:
    assert [service.key for service in match(table(HEADINGS, ["Врач на дом", 5000])).untouched] == [
        "consultation",
        "hospital-day",
        "hospital-consultation",
    ]


def test_one_name_of_two_services_is_told_apart_by_its_group() -> None:
    found = table(HEADINGS, ["Визиты"], ["Консультация", 5000], ["Стационар"], ["Консультация", 7000])
    assert keys(found) == ["consultation", "hospital-consultation"]


def test_one_name_of_two_services_without_a_group_is_asked_about() -> None:
    one = problem(table(HEADINGS, ["Консультация", 5000]))
    assert one.code == "row-service-unclear"
    assert str(one.place) == "prices.xlsx: Sheet1!A2"
    assert "`consultation` or `hospital-consultation`" in one.message
    assert "“Key”" in one.remedy


def test_a_heading_that_is_no_group_tells_nothing_apart() -> None:
    one = problem(table(HEADINGS, ["Наши врачи"], ["Консультация", 5000]))
    assert one.code == "row-service-unclear"


def test_a_misspelt_name_is_asked_about() -> None:
    one = problem(table(HEADINGS, ["Врачь на дом", 5000]))
    assert one.code == "row-service-unknown"
    assert "Did you mean “Врач на дом”?" in one.remedy
    assert "`home-visit`" in one.remedy


def test_an_unknown_name_is_asked_about() -> None:
    one = problem(table(HEADINGS, ["Врач на дом", 5000], ["Электрофорез", 900]))
    assert one.code == "row-service-unknown"
    assert str(one.place) == "prices.xlsx: Sheet1!A3"
    assert "delete the row" in one.remedy


def test_a_service_in_two_rows_is_asked_about() -> None:
    one = problem(table(HEADINGS, ["Врач на дом", 5000], ["Doctor at home", 5500]))
    assert one.code == "row-service-twice"
    assert "A2" in one.message
    assert str(one.place) == "prices.xlsx: Sheet1!A3"


def test_a_column_that_was_sorted_alone_is_noticed() -> None:
    one = problem(table(KEYED, ["home-visit", "A day in hospital", "Сутки в стационаре", 2000]))
    assert one.code == "row-service-unclear"
    assert "`hospital-day`" in one.message


def test_a_new_key_is_new() -> None:
    made = match(table(KEYED, ["night-visit", "Doctor at night", "Врач ночью", 6000]))
    assert [row.named for row in made.new] == ["Doctor at night"]
    assert made.problems == ()


def test_a_key_that_was_changed_is_noticed_by_the_name() -> None:
    made = match(table(KEYED, ["house-call", "Doctor at home", "Врач на дом", 6000]))
    assert made.new == ()
    (one,) = made.problems
    assert one.code == "row-service-unclear"
    assert "`home-visit`" in one.message


def test_a_new_key_in_two_rows_is_asked_about() -> None:
    one = problem(table(KEYED, ["night", "A", "Б", 6000], ["night", "C", "Д", 6000]))
    assert one.code == "row-service-twice"
