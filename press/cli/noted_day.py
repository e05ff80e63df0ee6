"""The day under which something goes into a history: never one that is still to come, whatever day is pretended."""

from __future__ import annotations

from datetime import date

from press.errors import Problem, UsageError


def real_day() -> date:
    """The day of the clock."""
    return date.today()


def refuse_future(day: date, today: date, remedy: str) -> None:
    """Raise UsageError for a `day` after `today`."""
    if day > today:
        raise UsageError(Problem("usage", f"{day} is still to come; nothing was noted.", remedy))


def refuse_pretended(day: date) -> None:
    """Raise UsageError where `--today` pretends a day to come, and something would be noted under it."""
    refuse_future(day, real_day(), f"Nothing can be noted for a day that has not come: leave `--today {day}` out.")
