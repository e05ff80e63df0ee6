"""How many days are left, in words."""

from __future__ import annotations

from datetime import date


def days_left(day: date, today: date) -> str:
    """Such as “46 days are left”; `day` is not over."""
    left = (day - today).days
    if left == 0:
        return "today is the last day"
    return "1 day is left" if left == 1 else f"{left} days are left"
