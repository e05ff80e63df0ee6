"""What a translation was made from is noted, kept and dropped."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.drift.record import Changed, State, as_data, digest_of, noted, states, translatable
from press.load.project import load
from press.model.project import Project
from press.rewrite import written
from tests.conftest import Sample
from tests.recorded import DAY

LEAFLET = "when-to-call"
LATER = date(2026, 3, 1)
ENGLISH = f"content/leaflets/{LEAFLET}/en.yaml"
RUSSIAN = f"content/leaflets/{LEAFLET}/ru.yaml"
RECORD = f"content/leaflets/{LEAFLET}/translated/ru.yaml"
ALL = ("leaflet", "cover", "red", "prices")


def project_of(sample: Sample) -> Project:
    project = load(sample.root).project
    assert project
    return project


def told(sample: Sample) -> dict[str, State]:
    return {state.section: state.state for state in states(project_of(sample), LEAFLET, "ru")}


def test_a_fresh_record_is_current(sample: Sample) -> None:
    assert told(sample) == dict.fromkeys(ALL, State.CURRENT)


def test_without_a_record_nothing_is_noted(sample: Sample) -> None:
    sample.delete(RECORD)
    assert told(sample) == dict.fromkeys(ALL, State.UNRECORDED)


def test_a_record_from_another_original_says_nothing(sample: Sample) -> None:
    sample.change(RECORD, "original: en", "original: ru")
    assert told(sample) == dict.fromkeys(ALL, State.UNRECORDED)


@pytest.mark.parametrize(
    ("old", "new", "section", "changes"),
    [
        (
            "title: Call now",
            "title: Call at once",
            "red",
            (Changed("title", "Call now", "Call at once"),),
        ),
        ("    title: Call now\n", "", "red", (Changed("title", "Call now", ""),)),
        ("summary: Which", "summary: What", "leaflet", None),
        (
            "        title: Call an",
            "        note: Stay.\n        title: Call an",
            "red",
            (Changed("blocks.red.note", "", "Stay."),),
        ),
    ],
)
def test_a_changed_word_makes_its_section_stale(
    sample: Sample, old: str, new: str, section: str, changes: tuple[Changed, ...] | None
) -> None:
    sample.change(ENGLISH, old, new)
    assert told(sample) == {key: State.STALE if key == section else State.CURRENT for key in ALL}
    (state,) = [one for one in states(project_of(sample), LEAFLET, "ru") if one.state is State.STALE]
    assert state.on == DAY
    assert changes is None or state.changes == changes


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (ENGLISH, "sources: [who-2014]", "medical: false"),
        (ENGLISH, "language: en", "# a note\nlanguage: en"),
        (ENGLISH, "kind: cover\n        key: title", "key: title\n        kind: cover"),
        (ENGLISH, "level: red", "level: amber"),
        (
            ENGLISH,
            "level: red",
            "level: red\n        allow:\n          - {rule: words-fear, words: woken, reason: It is said so.}",
        ),
        (ENGLISH, "title: Call now", "title: >-\n      Call\n      now"),
        (RUSSIAN, "title: Call now", "title: >-\n      Call\n      now"),
        ("content/prices.yaml", "amount: 4500", "amount: 5000"),
    ],
)
def test_what_is_no_word_of_the_original_changes_nothing(sample: Sample, file: str, old: str, new: str) -> None:
    sample.change(file, old, new)
    assert set(told(sample).values()) == {State.CURRENT}


def test_other_words_of_the_translation_are_not_what_was_compared(sample: Sample) -> None:
    sample.change(RUSSIAN, "title: Call now", "title: Something else")
    assert told(sample) == {key: State.REWORDED if key == "red" else State.CURRENT for key in ALL}
    (state,) = [one for one in states(project_of(sample), LEAFLET, "ru") if one.state is State.REWORDED]
    assert (state.on, state.changes) == (DAY, ())
    assert state.reworded == (Changed("title", "Call now", "Something else"),)
    project = project_of(sample)
    assert noted(project, LEAFLET, "ru", ("red",), LATER).sections["red"].translation["title"] == "Something else"
    sample.change(RUSSIAN, "title: Something else", "title: Call now")
    assert told(sample) == dict.fromkeys(ALL, State.CURRENT), "it was taken back"


def test_where_both_have_changed_the_section_is_stale(sample: Sample) -> None:
    sample.change(RUSSIAN, "title: Call now", "title: Something else")
    sample.change(ENGLISH, "cannot be woken", "does not wake")
    (state,) = [one for one in states(project_of(sample), LEAFLET, "ru") if one.section == "red"]
    assert state.state is State.STALE
    assert [change.key for change in (*state.changes, *state.reworded)] == ["blocks.red.signs.0", "title"]


def test_sections_are_noted_one_by_one_and_the_others_keep_theirs(sample: Sample) -> None:
    sample.change(ENGLISH, "title: Call now", "title: Call at once")
    sample.change(ENGLISH, "column: Price", "column: Prices")
    project = project_of(sample)
    before = project.translated[LEAFLET, "ru"].sections
    record = noted(project, LEAFLET, "ru", ["red", "cover"], LATER)
    assert list(record.sections) == list(ALL)
    assert record.sections["red"].on == LATER
    assert record.sections["red"].words["title"] == "Call at once"
    assert record.sections["cover"] == before["cover"]  # it was noted already, with its day
    assert record.sections["prices"] == before["prices"]
    sample.write(RECORD, written(as_data(record)))
    assert {key for key, state in told(sample).items() if state is not State.CURRENT} == {"prices"}


def test_a_section_that_is_gone_is_dropped_at_the_next_note(sample: Sample) -> None:
    for file in (ENGLISH, RUSSIAN):
        sample.change(
            file, "  cover:\n    blocks:\n      - kind: cover\n        key: title\n        title: When to call\n", ""
        )
    assert told(sample) == dict.fromkeys(("leaflet", "red", "prices"), State.CURRENT)
    assert "cover" not in noted(project_of(sample), LEAFLET, "ru", [], LATER).sections


def test_a_section_that_the_translation_lacks_cannot_be_noted(sample: Sample) -> None:
    sample.change(RUSSIAN, "  prices:\n    blocks:\n      - kind: prices", "  fees:\n    blocks:\n      - kind: prices")
    assert list(translatable(project_of(sample), LEAFLET, "ru")) == ["leaflet", "cover", "red"]


@given(st.dictionaries(st.text(max_size=5), st.text(max_size=8), max_size=5))
def test_the_digest_is_of_the_words_and_not_of_their_order(words: dict[str, str]) -> None:
    turned = dict(reversed(words.items()))
    assert digest_of(turned) == digest_of(words)
    assert digest_of({**words, "new key": "x"}) != digest_of(words)
    for key, value in words.items():
        assert digest_of({**words, key: value + "."}) != digest_of(words)
