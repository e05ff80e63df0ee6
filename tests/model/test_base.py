"""What all records share: places, equality, keys, days, and which strings a reader sees."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field, TypeAdapter, ValidationError

from press.errors import Place
from press.model.base import (
    NOWHERE,
    Day,
    Key,
    Language,
    Names,
    ReaderWords,
    Record,
    Words,
    YesNo,
    reader_words,
    reader_words_by_path,
)


class Inner(Record):
    key: Key = "inner"
    text: Words


class Outer(Record):
    key: Key
    names: Names = Field(default_factory=dict)
    title: Words | None = None
    items: tuple[Words, ...] = ()
    inner: Inner | None = None
    inners: tuple[Inner, ...] = ()
    note: str = ""
    includes: dict[str, tuple[Words, ...]] = Field(default_factory=dict)


def an_outer(**more: Any) -> Outer:
    return Outer.model_validate({"key": "a", **more})


@pytest.mark.parametrize(
    ("field", "line"), [("items.2", 5), ("items.1", 3), ("items.1.text", 3), ("title", 1), ("items", 3), ("", 1)]
)
def test_the_nearest_place_that_is_known(field: str, line: int) -> None:
    record = an_outer()
    record.place_at({"": Place("a.yaml", 1, 1), "items": Place("a.yaml", 3, 1), "items.2": Place("a.yaml", 5, 3)})
    assert record.place(field).line == line


def test_a_record_that_was_not_read_stands_nowhere() -> None:
    assert an_outer().place("title") is NOWHERE


def test_records_that_say_the_same_are_equal_wherever_they_stand() -> None:
    one, other = an_outer(title="Help"), an_outer(title="Help")
    one.place_at({"": Place("a.yaml", 1, 1)})
    assert one == other
    assert hash(one) == hash(other)
    assert one != an_outer(title="Hope")
    assert one != Inner(text=one.title or "")


def test_a_copy_keeps_its_place() -> None:
    record = an_outer()
    record.place_at({"": Place("a.yaml", 7, 1)})
    assert record.model_copy(update={"note": "x"}).place().line == 7


def test_records_are_frozen_and_refuse_unknown_fields() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        an_outer().key = "b"
    with pytest.raises(ValidationError, match="Extra inputs"):
        an_outer(titel="Help")


def test_places_cannot_be_written_in_a_file() -> None:
    with pytest.raises(ValidationError):
        an_outer(_places={"": Place("a.yaml", 1, 1)})


def test_a_reader_sees_every_string_but_keys_and_settings() -> None:
    record = an_outer(
        names={"en": "Name", "ru": "Имя"},
        title="Title",
        items=["one", "two"],
        inner={"text": "within"},
        inners=[{"text": "first"}, {"text": "second"}],
        note="for staff",
        includes={"en": ["a", "b"]},
    )
    found = [(field, str(words), owner) for field, words, owner in reader_words(record)]
    assert found == [
        ("names.en", "Name", record),
        ("names.ru", "Имя", record),
        ("title", "Title", record),
        ("items.0", "one", record),
        ("items.1", "two", record),
        ("text", "within", record.inner),
        ("text", "first", record.inners[0]),
        ("text", "second", record.inners[1]),
        ("includes.en.0", "a", record),
        ("includes.en.1", "b", record),
    ]
    ways = [way for way, *_ in reader_words_by_path(record)]
    assert ways[4:8] == ["items.1", "inner.text", "inners.0.text", "inners.1.text"]
    assert [one[1:] for one in reader_words_by_path(record)] == list(reader_words(record))


def test_words_are_trimmed_and_never_empty() -> None:
    words = TypeAdapter(Words)
    assert words.validate_python("  Help \n") == "Help"
    assert type(words.validate_python("Help")) is ReaderWords
    for wrong in ("", "  \n", "x" * 4001):
        with pytest.raises(ValidationError):
            words.validate_python(wrong)


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        (Key, ["a", "home-visit", "a4", "who-2014"], ["", "A", "home_visit", "-a", "a-", "a--b", "дом", "a b", "a\n"]),
        (Language, ["en", "ru", "en-GB", "kbd"], ["", "EN", "english", "en_GB", "en-gb", "../en"]),
        (Day, ["2027-12-31"], ["31.12.2027", "2027-13-01", "2027-02-30", "2027-1-1", "", "20271231"]),
        (YesNo, ["true", "false"], ["yes", "no", "True", "1", ""]),
    ],
)
def test_keys_languages_days_and_choices(kind: Any, right: list[str], wrong: list[str]) -> None:
    adapter = TypeAdapter(kind)
    for value in right:
        adapter.validate_python(value)
    for value in wrong:
        with pytest.raises(ValidationError):
            adapter.validate_python(value)


@given(st.dates())
def test_every_day_can_be_written(day: date) -> None:
    assert TypeAdapter(Day).validate_python(day.isoformat()) == day


@given(st.text(max_size=12))
def test_no_key_leads_out_of_a_folder(value: str) -> None:
    try:
        key = TypeAdapter(Key).validate_python(value)
    except ValidationError:
        return
    assert key == value
    assert set(key) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
