from __future__ import annotations

from datetime import date

import pytest

from press.lint.days import days_left


@pytest.mark.parametrize(
    ("day", "told"),
    [(31, "today is the last day"), (30, "1 day is left"), (1, "30 days are left")],
)
def test_days_left(day: int, told: str) -> None:
    assert days_left(date(2027, 12, 31), date(2027, 12, day)) == told
