import pytest

from press.spreadsheet.number_formats import around


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
        ('"a;b"0', ("a;b", "")),
    ],
)
def test_what_is_shown_around_a_number(code: str, shown: tuple[str, str]) -> None:
    assert around(code) == shown
