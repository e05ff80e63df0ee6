"""What a build tells of days to come: the same as `due`."""

from datetime import date
from typing import Any

import pytest

from press.cli.report import report
from press.load.project import load
from press.model.job import Job, Medium
from tests.conftest import FILES, Sample

TODAY = date(2027, 12, 1)
NEXT = "content/prices-2028-01-01.yaml"
PRICES = "content/prices.yaml"


def soon(sample: Sample, day: str = "2027-12-31") -> list[dict[str, Any]]:
    project = load(sample.root, TODAY).project
    assert project is not None
    row = {"valid_until": day, "review_by": "2027-12-31", "pages": 1, "sheets": 1}
    made = {Job("when-to-call", "en", "", "a5", Medium.OFFICE): row}
    found: list[dict[str, Any]] = report(project, "output", TODAY, made, {}, ())["soon"]
    return found


def next_list(sample: Sample, begins: str) -> None:
    sample.write(NEXT, FILES[PRICES].replace("2026-01-01", begins).replace("2027-12-31", "2028-12-31"))


def test_what_ends_soon_says_what_to_do_then(sample: Sample) -> None:
    prices, review = soon(sample)
    assert (prices["what"], prices["days_left"], prices["titles"]) == ("prices", 30, ["When to call"])
    assert prices["then"] == "Ask for the next price list."
    assert (review["what"], review["then"]) == ("review", "Ask a clinician to review the text.")


def test_prices_that_are_followed_are_not_asked_for(sample: Sample) -> None:
    next_list(sample, "2028-01-01")
    expected = f"{NEXT} takes over on 2028-01-01: print anew, and replace the papers that are out."
    assert soon(sample)[0]["then"] == expected


def test_a_gap_is_asked_about(sample: Sample) -> None:
    next_list(sample, "2028-02-01")
    assert soon(sample)[0]["then"] == f"Ask which prices hold until {NEXT} takes over on 2028-02-01."


@pytest.mark.parametrize("ends", ["2027-12-20", "2027-12-31"])
def test_a_price_of_a_branch_that_ends_is_asked_for(sample: Sample, ends: str) -> None:
    own = f"prices: {{home-visit: {{amount: 5000, valid_until: {ends}}}}}\nweb:"
    sample.change("content/branches/main.yaml", "web:", own)
    told = soon(sample, ends)[0]["then"]
    assert "Ask for the branch's next price" in told
    assert ("Ask for the next price list." in told) == (ends == "2027-12-31")
