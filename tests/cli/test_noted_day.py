"""What goes into a history has a day that has come."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from press.cli import noted_day
from press.errors import UsageError

DAY = date(2026, 6, 1)


def test_today_and_the_past_are_fine_and_tomorrow_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(noted_day, "real_day", lambda: DAY)
    noted_day.refuse_pretended(DAY)
    noted_day.refuse_pretended(date(1999, 1, 1))
    with pytest.raises(UsageError, match="2026-06-02 is still to come; nothing was noted"):
        noted_day.refuse_pretended(DAY + timedelta(days=1))


def test_the_remedy_is_the_caller_s() -> None:
    with pytest.raises(UsageError) as caught:
        noted_day.refuse_future(date(2026, 6, 2), DAY, "Wait.")
    assert caught.value.problems[0].remedy == "Wait."
