"""A calendar file that telephones take, the same from the same content at any time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Component

from press.agenda import Entry, calendar

REVIEW = Entry(
    "review-x@clinic.example", date(2027, 11, 16), "Review, “Когда звонить”", "Ask.\nOwner", date(2026, 1, 2), (30, 7)
)
WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=200)
ENTRIES = st.builds(
    Entry,
    uid=st.from_regex(r"[a-z-]{1,20}@[a-z]{1,9}\.example", fullmatch=True),
    day=st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    title=WORDS,
    text=WORDS,
    changed=st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    reminders=st.lists(st.integers(0, 400), max_size=3).map(tuple),
)


def events(data: bytes) -> list[Any]:
    """The events of a calendar, as a reader of such files sees them."""
    return list(Component.from_ical(data).walk("VEVENT"))


def lines(data: bytes) -> list[str]:
    """The lines as they are meant, without the folds."""
    return data.decode().replace("\r\n ", "").split("\r\n")


def test_an_entry_is_an_event_of_a_whole_day_that_leaves_it_free() -> None:
    told = lines(calendar("Leaflets: a, b", [REVIEW], "press"))
    for line in (
        "VERSION:2.0",
        "PRODID:-//press//EN",
        r"NAME:Leaflets: a\, b",
        "UID:review-x@clinic.example",
        "DTSTART;VALUE=DATE:20271116",
        "DTEND;VALUE=DATE:20271117",
        "DTSTAMP:20260102T000000Z",
        r"SUMMARY:Review\, “Когда звонить”",
        r"DESCRIPTION:Ask.\nOwner",
        "TRANSP:TRANSPARENT",
    ):
        assert told.count(line) == 1, line


def test_reminders_ring_in_the_morning_the_first_one_first() -> None:
    (event,) = events(calendar("a", [REVIEW], "press"))
    begins = datetime(2027, 11, 16, tzinfo=UTC)
    rings = [begins + alarm["trigger"].dt for alarm in event.walk("VALARM")]
    assert rings == [datetime(2027, 10, 17, 9, tzinfo=UTC), datetime(2027, 11, 9, 9, tzinfo=UTC)]
    assert {alarm["action"] for alarm in event.walk("VALARM")} == {"DISPLAY"}


def test_without_reminders_nothing_rings() -> None:
    quiet = Entry(REVIEW.uid, REVIEW.day, "a", "b", REVIEW.changed, ())
    assert b"VALARM" not in calendar("a", [quiet], "press")


def test_the_same_entries_give_the_same_bytes_in_any_order() -> None:
    other = Entry("a@b.example", date(2026, 1, 1), "a", "b", date(2026, 1, 1), ())
    assert calendar("a", [REVIEW, other], "press") == calendar("a", iter([other, REVIEW]), "press")


def kept(words: str) -> str:
    """The words without what a calendar file cannot hold."""
    return "".join(sign for sign in words if sign == "\n" or (sign.isprintable() and sign != "\\"))


@given(st.lists(ENTRIES, max_size=4, unique_by=lambda entry: entry.uid))
def test_any_entries_are_read_back(entries: list[Entry]) -> None:
    data = calendar("Leaflets", entries, "press")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    read = {str(event["uid"]): event for event in events(data)}
    assert set(read) == {entry.uid for entry in entries}
    for entry in entries:
        event = read[entry.uid]
        assert event["dtstart"].dt == entry.day
        assert event["dtend"].dt == entry.day + timedelta(days=1)
        assert str(event["summary"]).split() == kept(entry.title).split()
        assert str(event["description"]).split() == kept(entry.text).split()
        assert len(event.walk("VALARM")) == len(set(entry.reminders))
