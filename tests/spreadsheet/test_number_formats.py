from decimal import Decimal

import pytest

from press.spreadsheet.number_formats import around, hidden_by


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("General", ("", "")),
        ("0", ("", "")),
        ("#,##0.00", ("", "")),
        ("# ##0", ("", "")),
        ('#,##0\\ "₽"', ("", " ₽")),
        ('"от "#,##0" руб./сутки"', ("от ", " руб./сутки")),
        ("[$$-409]#,##0.00", ("$", "")),
        ("#,##0.00 [$€-407]", ("", " €")),
        ("[$₽-419]#,##0;[Red]-#,##0", ("₽", "")),
        ('_-* #,##0\\ "₽"_-;\\-* #,##0\\ "₽"_-', ("", " ₽")),
        ("0%", ("", "%")),
        ("@", ("", "")),
        ('"a;b"0', ("a;b", "")),
    ],
)
def test_what_is_shown_around_a_number(code: str, shown: tuple[str, str]) -> None:
    assert around(code) == shown


@pytest.mark.parametrize(
    ("code", "number", "said"),
    [
        ("General", "5499.666", ""),
        ("general", "5499.6", ""),
        ("@", "5499.6", ""),
        ("#,##0", "5500", ""),
        ("#,##0.00", "5499.6", ""),
        ("#,##0.0#", "5499.65", ""),
        ("#,##0", "5499.6", "fewer digits"),
        ("0.0", "5499.65", "fewer digits"),
        ('#,##0\\ "руб."', "5499.6", "fewer digits"),
        ("#,##0,", "5500", "divided by 1000"),
        ("0,.00", "5500", "divided by 1000"),
        (";;;", "5500", "hides the number"),
        ('"soon"', "5500", "hides the number"),
        ("[=0]0;-0", "5500", "in different ways"),
        ('[>=1000]#,##0 "USD";#,##0 "RUB"', "5500", "in different ways"),
        ("[Red][<100]0;0", "5500", "in different ways"),
        ('[Red]#,##0" [>1]"', "5500", ""),
        ("[$₽-419]#,##0;[Red]-#,##0", "5500", ""),
        ("0.00E+00", "5500", "power"),
        ("# ?/?", "5500", "fraction"),
    ],
)
def test_what_a_person_does_not_see_of_a_number(code: str, number: str, said: str) -> None:
    hidden = hidden_by(code, Decimal(number))
    assert said in hidden
    assert bool(said) == bool(hidden)
