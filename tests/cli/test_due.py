"""`due`: what ends soon, by owner; the exit code says whether something is over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from icalendar import Calendar

from press.cli.main import main
from tests.conftest import FILES, Sample

SOON = "2027-12-20"  # prices and review end on 2027-12-31
PRICES = "content/prices.yaml"


class Due:
    """Types `due` and keeps what was said."""

    def __init__(self, sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
        self.sample, self._capsys = sample, capsys

    def __call__(self, *words: str, code: int = 0) -> str:
        assert main(["due", *words], self.sample.root) == code
        return self._capsys.readouterr().out


@pytest.fixture
def due(sample: Sample, capsys: pytest.CaptureFixture[str]) -> Due:
    return Due(sample, capsys)


def test_nothing_is_due_and_the_next_is_told(due: Due) -> None:
    told = due("--today", "2026-06-01")
    assert "Nothing ends within 90 days." in told
    assert "The next to end: price list, content/prices.yaml, on 2027-12-31." in told


def test_what_ends_is_told_under_its_owner_with_the_days_left(due: Due) -> None:
    told = due("--today", SOON)
    chief, head = told.index("Chief physician"), told.index("Head of administration")
    assert "11 days" in told
    assert min(chief, head) < told.index("When to call")
    assert told[head:].index("content/prices.yaml") > 0
    assert "OVER" not in told


def test_the_last_day_is_not_over_and_the_next_one_is(due: Due) -> None:
    assert "today" in due("--today", "2027-12-31")
    assert "OVER for 1 day " in due("--today", "2028-01-01", code=1)


def test_the_last_day_of_all_days_is_a_day_too(due: Due) -> None:
    assert "OVER for" in due("--today", "9999-12-31", code=1)


def test_a_calendar_takes_no_other_file_s_place(due: Due) -> None:
    before = (due.sample.root / PRICES).read_bytes()
    due("--ics", str(due.sample.root / PRICES), code=2)
    due("--ics", str(due.sample.root / "content/due.ics"), code=1)
    assert (due.sample.root / PRICES).read_bytes() == before


def test_within_looks_as_far_as_one_wants(due: Due) -> None:
    assert "Nothing ends" in due("--today", SOON, "--within", "10")
    assert "When to call" in due("--today", SOON, "--within", "11")


def test_the_clinic_says_how_far_otherwise(due: Due) -> None:
    due.sample.change("content/clinic.yaml", "owner:", "warn_days: 5\nowner:")
    assert "Nothing ends within 5 days" in due("--today", SOON)


def test_who_is_late_comes_first(due: Due) -> None:
    due.sample.change("content/leaflets/when-to-call/leaflet.yaml", "review_by: 2027", "review_by: 2026")
    told = due("--today", SOON, code=1)
    assert told.index("Chief physician") < told.index("Head of administration")
    due.sample.change(PRICES, "valid_until: 2027-12-31", "valid_until: 2026-11-30")
    told = due("--today", SOON, code=1)
    assert told.index("Head of administration") < told.index("Chief physician")


def test_a_list_that_is_followed_names_the_next(due: Due) -> None:
    following = FILES[PRICES].replace("2027-12-31", "2028-12-31").replace("2026-01-01", "2028-01-01")
    due.sample.write("content/prices-2028.yaml", following)
    found = json.loads(due("--today", SOON, "--json"))
    (first,) = (one for one in found["due"] if one["what"] == "prices")
    assert first["following"] == "content/prices-2028.yaml"
    assert "takes over on 2028-01-01: print anew, and replace the papers that are out" in first["then"]


def test_as_data(due: Due) -> None:
    found = json.loads(due("--today", "2028-01-02", "--json", code=1))
    assert (found["today"], found["within"], found["overdue"]) == ("2028-01-02", 90, 2)
    assert {one["what"] for one in found["due"]} == {"prices", "review"}
    (review,) = (one for one in found["due"] if one["what"] == "review")
    assert (review["day"], review["days_left"], review["owner"]) == ("2027-12-31", -2, "Chief physician")
    assert (review["file"], review["line"]) == ("content/leaflets/when-to-call/leaflet.yaml", 5)


def test_the_calendar_has_every_day_and_does_not_depend_on_the_clock(due: Due, tmp_path: Path) -> None:
    first, second = tmp_path / "a.ics", tmp_path / "b.ics"
    assert "calendar file" in due("--today", "2026-06-01", "--ics", str(first))
    due("--today", SOON, "--ics", str(second))
    assert first.read_bytes() == second.read_bytes()
    events = Calendar.from_ical(first.read_bytes()).walk("VEVENT")
    assert {str(event["uid"]) for event in events} == {"review-when-to-call@example.org", "prices-prices@example.org"}
    assert all(len(event.walk("VALARM")) == 2 for event in events)


def test_the_calendar_has_less_where_somebody_asks_for_less(due: Due, tmp_path: Path) -> None:
    file = tmp_path / "a.ics"
    due("--today", SOON, "--within", "5", "--ics", str(file))
    assert b"VEVENT" not in file.read_bytes()


def test_a_list_that_is_followed_rings_too_as_all_its_papers_are_to_be_replaced(due: Due, tmp_path: Path) -> None:
    following = FILES[PRICES].replace("2027-12-31", "2028-12-31").replace("2026-01-01", "2028-01-01")
    due.sample.write("content/prices-2028.yaml", following)
    due("--today", SOON, "--ics", str(tmp_path / "a.ics"))
    events = Calendar.from_ical((tmp_path / "a.ics").read_bytes()).walk("VEVENT")
    rings = {str(event["uid"]).partition("@")[0]: len(event.walk("VALARM")) for event in events}
    assert rings == {"prices-prices": 2, "prices-prices-2028": 2, "review-when-to-call": 2}


def test_a_misspelt_main_branch_is_no_reason_to_have_no_calendar(due: Due, tmp_path: Path) -> None:
    due.sample.change("content/clinic.yaml", "main_branch: main", "main_branch: mian")
    due("--today", SOON, "--ics", str(tmp_path / "a.ics"))
    assert b"review-when-to-call@example.org" in (tmp_path / "a.ics").read_bytes()


def test_content_that_cannot_be_read_is_no_list(due: Due) -> None:
    due.sample.write(PRICES, "currency: [\n")
    assert due(code=1) == ""
