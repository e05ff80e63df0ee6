"""Print runs as they stand in the ledger."""

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
        {"name": "Ann"},
    ],
)
def test_what_makes_no_sense_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        PrintRun.model_validate({**RUN, **wrong})


def test_a_ledger_may_be_empty() -> None:
    assert Ledger().runs == ()
