"""A seal: files stay what they are, ours are known again, and nobody's notes pass for ours."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from PIL import Image
from pypdf import PdfReader, PdfWriter

from press.agenda import Entry, calendar
from press.seal import is_sealed, sealed


def pdf() -> bytes:
    writer, output = PdfWriter(), BytesIO()
    writer.add_blank_page(100, 100)
    writer.write(output)
    return output.getvalue()


def png() -> bytes:
    output = BytesIO()
    Image.new("RGB", (3, 2), "red").save(output, "PNG")
    return output.getvalue()


KINDS = {
    "pdf": pdf(),
    "html": b"<!DOCTYPE html>\n<html lang=en><p>Words</p></html>\n",
    "ics": calendar("Due", [Entry("a@b", date(2027, 1, 2), "Title", "Text", date(2026, 1, 2), (7,))], "press"),
    "png": png(),
    "json": (json.dumps({"$schema": "x", "type": "object"}, indent=1) + "\n").encode(),
}
every_kind = pytest.mark.parametrize("kind", KINDS)


@every_kind
def test_a_sealed_file_is_known_and_the_same_file_without_a_seal_is_not(kind: str) -> None:
    data = KINDS[kind]
    assert not is_sealed(data)
    assert is_sealed(sealed(data))
    assert sealed(data) == sealed(data)


@every_kind
@given(place=st.integers(0, 100_000), sign=st.integers(0, 255))
def test_whatever_somebody_changes_breaks_the_seal(kind: str, place: int, sign: int) -> None:
    data = sealed(KINDS[kind])
    place %= len(data)
    changed = data[:place] + bytes([sign]) + data[place + 1 :]
    assert is_sealed(changed) == (changed == data)
    added = data[:place] + bytes([sign]) + data[place:]
    assert not is_sealed(added)


@every_kind
def test_notes_behind_the_seal_break_it(kind: str) -> None:
    data = sealed(KINDS[kind])
    for notes in (b"\n", b" ", b"\r\n", b"% my notes\n", b"\0"):
        assert not is_sealed(data + notes)


@pytest.mark.parametrize("kind", ["pdf", "html"])
def test_the_seal_is_the_one_at_the_end(kind: str) -> None:
    assert is_sealed(sealed(sealed(KINDS[kind]) + b"more\n"))


@every_kind
def test_line_ends_of_windows_break_the_seal_of_no_text(kind: str) -> None:
    data = sealed(KINDS[kind])
    windows = data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    assert is_sealed(windows) == (kind in ("html", "json", "ics"))
    assert not is_sealed(windows.replace(b"\r\n", b"\n", 1))
    assert not is_sealed(windows + b"my notes\r\n")


@pytest.mark.parametrize("data", [b"", b"my notes", b"{}", b"%PDF-", b"BEGIN:VCALENDAR\n", b"\x89PNG"])
def test_what_is_nobody_s_kind_is_not_ours(data: bytes) -> None:
    assert not is_sealed(data)
    assert sealed(b"my notes") == b"my notes"


def test_readers_pass_over_the_seal() -> None:
    assert len(PdfReader(BytesIO(sealed(KINDS["pdf"])), strict=True).pages) == 1
    picture = Image.open(BytesIO(sealed(KINDS["png"])))
    picture.load()
    assert picture.getpixel((1, 1)) == (255, 0, 0)
    assert [str(event["summary"]) for event in Calendar.from_ical(sealed(KINDS["ics"])).walk("VEVENT")] == ["Title"]
    assert json.loads(sealed(KINDS["json"])).keys() == {"$schema", "type", "$comment"}
    assert b"</html>\n<!-- leaflet-press:" in sealed(KINDS["html"])


def test_a_seal_for_one_purpose_is_none_for_another() -> None:
    data = b"%PDF-1.7\n%%EOF\n"
    assert is_sealed(sealed(data, "comparison"), "comparison")
    assert not is_sealed(sealed(data, "comparison"))
    assert not is_sealed(sealed(data), "comparison")
