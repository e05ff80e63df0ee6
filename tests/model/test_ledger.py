"""Print runs as they stand in the ledger."""

from datetime import date
from typing import Any

import pytest

from press.model.ledger import Ledger, PrintRun

RUN = {"code": "3GRP-4FD", "copies": "200", "where": "reception", "by": "clerk", "on": "2026-11-23"}


def test_a_run_is_read_from_text() -> None:
    run = PrintRun.model_validate(RUN)
    assert (run.copies, run.on.isoformat(), run.format, run.gone) == (200, "2026-11-23", None, None)


@pytest.mark.parametrize(
    "wrong",
    [
        {"code": "3grp-4fd"},
        {"code": "3GRP4FD"},
        {"copies": "0"},
        {"copies": "many"},
        {"where": " "},
        {"by": ""},
        {"on": "23.11.2026"},
        {"gone": "soon"},
        {"gone": "2026-11-22"},
        {"name": "Ann"},
    ],
)
def test_what_makes_no_sense_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        PrintRun.model_validate({**RUN, **wrong})


@pytest.mark.parametrize(
    ("gone", "day", "is_out"),
    [
        (None, date(2999, 1, 1), True),
        ("2026-12-01", date(2026, 11, 30), True),
        ("2026-12-01", date(2026, 12, 1), False),
        ("2026-11-23", date(2026, 11, 23), False),
    ],
)
def test_a_run_is_out_until_the_day_it_is_gone(gone: str | None, day: date, is_out: bool) -> None:
    assert PrintRun.model_validate({**RUN, "gone": gone}).is_out(day) is is_out


def test_a_ledger_may_be_empty() -> None:
    assert Ledger().runs == ()
