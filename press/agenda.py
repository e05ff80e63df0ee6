"""icalendar: days of the content as a calendar file for phones and computers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event, vText

#: When a reminder rings, hours after midnight: nobody is to be woken by it.
_MORNING = 9


@dataclass(frozen=True, slots=True)
class Entry:
    """One whole day; `uid` stays the same when the day moves, so that a calendar moves it too.

    `changed` is a day of the content, not of the clock; reminders ring so many days before `day`.
    """

    uid: str
    day: date
    title: str
    text: str
    changed: date
    reminders: tuple[int, ...]


def calendar(name: str, entries: Iterable[Entry], press: str) -> bytes:
    """An iCalendar file (RFC 5545) called `name`; the same entries give the same bytes at any time.

    Events of a whole day, as telephones show these and pass over tasks. `press` names the program.
    """
    made = Calendar()
    made.add("prodid", f"-//{press}//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("name", _text(name))
    made.add("x-wr-calname", _text(name))  # what most programs still read
    for entry in sorted(entries, key=lambda entry: (entry.day, entry.uid)):
        made.add_component(_event(entry))
    data: bytes = made.to_ical()
    return data


def _event(entry: Entry) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", datetime.combine(entry.changed, time(), UTC))
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + timedelta(days=1))
    event.add("summary", _text(entry.title))
    event.add("description", _text(entry.text))
    event.add("transp", "TRANSPARENT")  # the day stays free
    for days in _each(entry.reminders):
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", _text(entry.title))
        alarm.add("trigger", timedelta(hours=_MORNING) - timedelta(days=days))
        event.add_component(alarm)
    return event


def _each(reminders: Sequence[int]) -> list[int]:
    """Each once, the earliest first."""
    return sorted(set(reminders), reverse=True)


def _text(words: str) -> vText:
    """Words without signs that a calendar file may not hold, and without backslashes: the library mixes up \\N."""
    return vText("".join(sign for sign in words if sign == "\n" or (sign.isprintable() and sign != "\\")))
