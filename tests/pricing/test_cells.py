from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.errors import Place, Problem
from press.model.grid import Cell, CellKind
from press.model.prices import Instalments, Unit
from press.pricing.cells import Priced, instalments, number_in, priced, unit, yes_or_no

HERE = Place("prices.xlsx: Sheet1!C7")


def read(text: str, currency: str = "RUB") -> Priced | Problem:
    return priced(Cell(text, "C7"), HERE, currency)


def doubt(cell: Cell | str, currency: str = "RUB") -> Problem:
    problem = priced(Cell(cell, "C7") if isinstance(cell, str) else cell, HERE, currency)
    assert isinstance(problem, Problem), problem
    assert problem.place == HERE
    assert problem.remedy.endswith(".")
    return problem


# Amounts ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "amount", "is_from", "per"),
    [
        ("4500", "4500", None, None),
        ("  4500 ", "4500", None, None),
        ("от 4 500 руб.", "4500", True, None),
        ("от4500", "4500", True, None),
        ("ОТ 4500Р", "4500", True, None),
        ("from RUR 2,000/day", "2000", True, Unit.DAY),
        ("4500,00", "4500", None, None),
        ("4500.50", "4500.50", None, None),
        ("0,50", "0.50", None, None),
        ("4 500 ₽", "4500", None, None),
        ("4\u00a0500\u00a0₽", "4500", None, None),
        ("4\u2009500 р.", "4500", None, None),
        ("4\u202f500 p.", "4500", None, None),
        ("4\u200b500", "4500", None, None),
        ("1 234 567,89", "1234567.89", None, None),
        ("4,500.00", "4500", None, None),
        ("4.500,00", "4500", None, None),
        ("4'500", "4500", None, None),
        ("4’500", "4500", None, None),
        ("RUB 4,500", "4500", None, None),
        ("4500 рублей", "4500", None, None),
        ("4500 RUR", "4500", None, None),
        ("4 500 руб. и выше", "4500", True, None),
        ("starting at 4500", "4500", True, None),
        ("ровно 4500", "4500", False, None),
        ("с 4 700", "4700", True, None),
        ("c 4700 руб.", "4700", True, None),
        ("Начиная с 4 700 ₽", "4700", True, None),
        ("начиная от 4700", "4700", True, None),
        ("exactly 4500", "4500", False, None),
        ("2000 р. в сутки", "2000", None, Unit.DAY),
        ("2000 руб/сут.", "2000", None, Unit.DAY),
        ("от 4 500 руб. за 1 визит", "4500", True, Unit.VISIT),
        ("5000 руб. за сеанс", "5000", None, Unit.SESSION),
        ("25 000 руб./мес.", "25000", None, Unit.MONTH),
        ("6000 per injection", "6000", None, Unit.INJECTION),
        ("10500 за курс", "10500", None, Unit.COURSE),
        ("от\n4 500\nруб.", "4500", True, None),
        ("\n4500\n", "4500", None, None),
        ("\uff14\uff15\uff10\uff10", "4500", None, None),
    ],
)
def test_an_amount_as_clinics_write_it(text: str, amount: str, is_from: bool | None, per: Unit | None) -> None:
    assert read(text) == Priced(Decimal(amount), is_from, per)


@pytest.mark.parametrize("text", ["4500 €", "EUR 4500", "4500 евро"])
def test_the_currency_of_the_list_is_understood_whichever_it_is(text: str) -> None:
    assert read(text, "EUR") == Priced(Decimal(4500))
    assert doubt(text).code == "cell-currency"


def test_a_currency_without_a_word_of_its_own() -> None:
    assert read("CHF 4500", "CHF") == Priced(Decimal(4500))


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("2 000–3 000", "cell-amount-doubtful", "write: from 2000"),
        ("от 2000 до 3000", "cell-amount-doubtful", "more than one number"),
        ("4500/5000", "cell-amount-doubtful", "more than one number"),
        ("4500 (ночью 5500)", "cell-amount-doubtful", "more than one number"),
        ("1500 руб. / 3 дня", "cell-amount-doubtful", "more than one number"),
        ("4500-00", "cell-amount-doubtful", "write: 4500."),
        ("до 5000", "cell-amount-doubtful", "highest price"),
        ("4,5", "cell-amount-doubtful", "4.50, or 4500"),
        ("45 00", "cell-amount-doubtful", "grouped"),
        ("4500 500", "cell-amount-doubtful", "grouped"),
        ("007", "cell-amount-doubtful", "grouped"),
        ("4.5 тыс.", "cell-amount-doubtful", "thousands"),
        ("от 10 тыс. руб.", "cell-amount-doubtful", "10000"),
        ("45OO", "cell-amount-doubtful", "If 4500 is meant"),
        ("45ОО", "cell-amount-doubtful", "If 4500 is meant"),
        ("7 50О руб.", "cell-amount-doubtful", "the last sign is the letter О, not the digit 0"),
        ("7 50О руб.", "cell-amount-doubtful", "If 7500 is meant"),
        (
            "от 45O0",
            "cell-amount-doubtful",
            "sign 3 is the letter O, not the digit 0 If 4500 is meant, write: from 4500",
        ),
        ("45ОO", "cell-amount-doubtful", "О is a letter, not the digit 0, O is a letter, not the digit 0"),
        ("4  500", "cell-amount-doubtful", "If 4500 is meant, write: 4500."),
        ("от 4\u00a0\u200b\u00a0500", "cell-amount-doubtful", "two spaces"),
        ("4500 с НДС", "cell-amount-doubtful", "с ндс"),
        ("4500*", "cell-amount-doubtful", "“*”"),
        ("04.май", "cell-amount-doubtful", "май"),
        ("слово", "cell-amount-doubtful", "is not an amount"),
        ("4500²", "cell-amount-doubtful", "footnote"),
        ("4500 ₁", "cell-amount-doubtful", "footnote"),
        ("4500①", "cell-amount-doubtful", "footnote"),
        ("4½", "cell-amount-doubtful", "footnote"),
        ("450\n500", "cell-amount-doubtful", "more than one number"),
        ("4\r\n500", "cell-amount-doubtful", "more than one number"),
        ("450\u2028500", "cell-amount-doubtful", "more than one number"),
        ("4 к", "cell-amount-doubtful", "in thousands"),
        ("0", "cell-amount-doubtful", "more than 0"),
        ("9999999999", "cell-amount-doubtful", "more than any service costs"),
        ("от ровно 4500", "cell-amount-doubtful", "two different things"),
        ("4500 за визит в сутки", "cell-amount-doubtful", "two different things"),
        ("$4500", "cell-currency", "USD"),
        ("4500 EUR", "cell-currency", "Write the amount in RUB"),
        ("4500 у.е.", "cell-currency", "another currency"),
        ("бесплатно", "cell-amount-missing", "costs nothing"),
        ("по запросу", "cell-amount-missing", "where the amount should be"),
        ("—", "cell-amount-missing", "where the amount should be"),
    ],
)
def test_what_can_be_read_in_two_ways_is_asked(text: str, code: str, said: str) -> None:
    problem = doubt(text)
    assert problem.code == code
    assert said in f"{problem.message} {problem.remedy}"


@pytest.mark.parametrize("text", ["45OO0", "45 тыс.", "45  000", "45000-00"])
def test_a_lowest_price_is_mended_in_one_go(text: str) -> None:
    """Digits alone would be the next question: the list says “from”."""
    problem = priced(Cell(text, "C7"), HERE, "RUB", is_least=True)
    assert isinstance(problem, Problem)
    assert ": from 45000, or: exactly 45000." in problem.remedy


def test_a_number_is_read_with_what_its_format_shows() -> None:
    number = Cell("4500", "C7", Decimal(4500), CellKind.NUMBER)
    assert priced(number, HERE, "RUB") == Priced(Decimal(4500))
    shown = Cell("2000", "C7", Decimal(2000), CellKind.NUMBER, before="от ", after=" руб./сутки")
    assert priced(shown, HERE, "RUB") == Priced(Decimal(2000), True, Unit.DAY)
    assert doubt(Cell("4500", "C7", Decimal(4500), CellKind.NUMBER, before="$")).code == "cell-currency"
    assert "%" in doubt(Cell("0.45", "C7", Decimal("0.45"), CellKind.NUMBER, after="%")).message
    assert "too many digits" in doubt(Cell("4500.333", "C7", Decimal("4500.333"), CellKind.NUMBER)).message
    assert "more than 0" in doubt(Cell("-4500", "C7", Decimal(-4500), CellKind.NUMBER)).message
    noted = Cell("4500", "C7", Decimal(4500), CellKind.NUMBER, after="²")
    assert "footnote" in doubt(noted).message


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (Cell("2027-05-04", "C7", kind=CellKind.DATE), "a date (2027-05-04)"),
        (Cell("=B7*2", "C7", kind=CellKind.FORMULA), "the formula =B7*2"),
        (Cell("#REF!", "C7", kind=CellKind.ERROR), "“#REF!”"),
        (Cell("true", "C7", kind=CellKind.TRUTH), "“true”"),
        (Cell("4500", "C7", struck=True), "crossed out"),
        (Cell("5500", "C7", Decimal(5500), CellKind.NUMBER, doubt="nobody sees it"), "“5500”: nobody sees it"),
    ],
)
def test_what_is_no_amount_whatever_it_looks_like(cell: Cell, said: str) -> None:
    problem = doubt(cell)
    assert problem.code == "cell-amount-doubtful"
    assert said in problem.message


def test_a_long_text_is_shown_short() -> None:
    assert len(doubt("слово " * 100).message) < 200


@given(st.text(max_size=30))
def test_any_text_is_read_or_asked_about(text: str) -> None:
    found = read(text)
    assert isinstance(found, Problem) or 0 < found.amount <= 999_999_999


_AMOUNTS = st.decimals(min_value=Decimal("0.01"), max_value=Decimal("999999999"), places=2)


@given(_AMOUNTS, st.sampled_from([(",", "."), ("\u00a0", ","), (" ", "."), ("’", "."), (".", ","), ("\u202f", ",")]))
def test_digits_may_be_grouped_in_any_usual_way(amount: Decimal, signs: tuple[str, str]) -> None:
    text = f"{amount:,.2f}".translate(str.maketrans(",.", "".join(signs)))
    assert read(text) == Priced(amount)


@given(st.text("0123456789., '", max_size=14))
def test_digits_have_one_meaning_or_none(text: str) -> None:
    """Whatever is read has the very digits that were written, with two of cents or none."""
    number = number_in(text)
    if number is not None:
        digits = "".join(sign for sign in text if sign.isdigit())
        assert f"{number:.2f}".replace(".", "") in (digits, f"{digits}00")


# Other cells -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("day", Unit.DAY),
        ("per visit", Unit.VISIT),
        ("за сеанс", Unit.SESSION),
        ("в сутки", Unit.DAY),
        ("/мес.", Unit.MONTH),
        ("услуга", Unit.SERVICE),
        ("1 инъекция", Unit.INJECTION),
        ("комплекс", Unit.PACKAGE),
        ("Курс", Unit.COURSE),
        ("unstated", Unit.UNSTATED),
    ],
)
def test_units_in_two_languages(text: str, expected: Unit) -> None:
    assert unit(Cell(text, "C7"), HERE) is expected


@pytest.mark.parametrize("one", list(Unit))
def test_every_unit_is_known_by_its_own_word(one: Unit) -> None:
    assert unit(Cell(one.value, "C7"), HERE) is one


@pytest.mark.parametrize("text", ["3 дня", "hour", "день и ночь"])
def test_other_units_are_asked_about(text: str) -> None:
    problem = unit(Cell(text, "C7"), HERE)
    assert isinstance(problem, Problem)
    assert problem.code == "cell-unit-unknown"
    assert "session" in problem.remedy


@pytest.mark.parametrize(("text", "said"), [("yes", True), ("Да", True), ("от", True), ("no", False), ("нет", False)])
def test_yes_and_no(text: str, said: bool) -> None:
    assert yes_or_no(Cell(text, "C7"), HERE) is said


def test_perhaps_is_asked_about() -> None:
    problem = yes_or_no(Cell("возможно", "C7"), HERE)
    assert isinstance(problem, Problem)
    assert problem.code == "cell-from-doubtful"


@pytest.mark.parametrize(
    ("text", "payments", "amount", "every"),
    [
        ("3 × 1500 per month", 3, "1500", "month"),
        ("3 x 1 500", 3, "1500", "month"),
        ("3 x 1500\nper week", 3, "1500", "week"),
        ("3х1500 руб.", 3, "1500", "month"),
        ("3 платежа по 1 500 ₽ в месяц", 3, "1500", "month"),
        ("12 по 2 000 руб. еженедельно", 12, "2000", "week"),
        ("4 payments of 1,500.50 every week", 4, "1500.50", "week"),
    ],
)
def test_instalments(text: str, payments: int, amount: str, every: str) -> None:
    expected = Instalments.model_validate({"payments": payments, "amount": amount, "every": every})
    assert instalments(Cell(text, "C7"), HERE, "RUB") == expected


def test_doubtful_instalments_are_asked_about() -> None:
    for one in (Cell("3 x 1500", "C7", doubt="a part is raised"), Cell("3 x 1500", "C7", struck=True)):
        assert isinstance(instalments(one, HERE, "RUB"), Problem)


@pytest.mark.parametrize(
    "text",
    ["3 x 1500²", "3 x 1500\n500", "да", "рассрочка", "1 × 1500", "3 × 4,5", "3 x 1500 per day", "3 × $1500", "99 × 5"],
)
def test_unclear_instalments_are_asked_about(text: str) -> None:
    problem = instalments(Cell(text, "C7"), HERE, "RUB")
    assert isinstance(problem, Problem)
    assert problem.code == "cell-instalments-doubtful"
    assert "3 x 1500 per month" in problem.remedy
