from __future__ import annotations

import string
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from press.errors import Place, Problem
from press.load.project import load
from press.load.reading import read_record
from press.load.records import record_of
from press.load.text import UNSEEN_IN_WORDS
from press.load.tree import tree_of
from press.model.base import reader_words
from press.model.blocks import Prices, Text, Triage
from press.model.leaflet import Leaflet, LeafletText
from press.model.prices import PriceList
from tests.conftest import FILES, Sample

ENGLISH = "content/leaflets/when-to-call/en.yaml"
LEAFLET = "content/leaflets/when-to-call/leaflet.yaml"


def at(line: int, column: int, file: str = ENGLISH) -> Place:
    return Place(file, line, column)


def test_every_field_knows_its_place(sample: Sample) -> None:
    text = read_record(sample.root, ENGLISH, LeafletText).record
    assert text is not None
    assert text.place() == at(1, 1)
    assert text.place("title") == at(2, 8)
    assert text.place("sections.red:key") == at(10, 3)
    red = text.sections["red"]
    assert (red.place(), red.place("title")) == (at(11, 5), at(11, 12))
    assert text.place("sections.red") == red.place()
    triage = red.blocks[0]
    assert isinstance(triage, Triage)
    assert triage.place() == red.place("blocks.0") == at(13, 9)
    assert triage.place("signs") == at(20, 11)
    assert triage.place("signs.1") == at(21, 13)
    assert triage.place("sources.0") == at(15, 19)
    assert triage.place("note") == triage.place(), "what is not there stands where its block begins"


def test_a_field_is_found_under_its_name_in_the_file(sample: Sample) -> None:
    prices = read_record(sample.root, "content/prices.yaml", PriceList).record
    assert prices is not None
    service = prices.services[0]
    assert service.place("is_from") == at(13, 15, "content/prices.yaml")
    assert service.place("names.ru") == at(11, 41, "content/prices.yaml")
    assert service.place("names.ru:key") == at(11, 37, "content/prices.yaml")


def test_reader_words_can_be_told_with_their_places(sample: Sample) -> None:
    text = read_record(sample.root, ENGLISH, LeafletText).record
    assert text is not None
    found = {words: str(owner.place(field)) for field, words, owner in reader_words(text)}
    assert found["Breathing is slow or has stopped."] == f"{ENGLISH}:21:13"
    assert len(found) == 7


def test_problems_of_a_file_are_told_by_line() -> None:
    node = tree_of("summary: []\ntitle: []\nlanguage: []\nsections: {}", "a.yaml", [])
    assert [problem.place for problem in record_of(LeafletText, node, "a.yaml").problems] == [
        Place("a.yaml", 1, 10),
        Place("a.yaml", 2, 8),
        Place("a.yaml", 3, 11),
        Place("a.yaml", 4, 11),
    ]


def test_an_alias_has_the_place_of_what_it_repeats(sample: Sample) -> None:
    sample.change(LEAFLET, "critical: [red]", "critical: &critical [red]")
    sample.change(LEAFLET, "sections: [cover, fill, red, prices]", "sections: *critical")
    leaflet = read_record(sample.root, LEAFLET, Leaflet).record
    assert leaflet is not None
    assert leaflet.formats["a5"].panels["front"].place("sections.0") == at(6, 22, LEAFLET)


def test_places_are_no_part_of_what_a_record_says(sample: Sample) -> None:
    first = read_record(sample.root, ENGLISH, LeafletText).record
    sample.write(ENGLISH, "# a line more\n" + FILES[ENGLISH])
    second = read_record(sample.root, ENGLISH, LeafletText).record
    assert first == second
    assert first is not None
    assert second is not None
    assert first.place() != second.place()


def test_a_comment_behind_a_key_or_number_is_a_comment(sample: Sample) -> None:
    sample.change("content/prices.yaml", "amount: 4500", "amount: 4500 # since May")
    sample.change("content/prices.yaml", "key: home-visit", "key: home-visit # do not change")
    assert load(sample.root).problems == ()


@pytest.mark.parametrize(
    ("first", "second", "places"),
    [
        ("- {kind: stamp, key: a, label: x}", "- {kind: stamp, key: a, label: y}", ["a.yaml:8:26"]),
        ("- {kind: stamp, key: a, label: x}", "- {kind: stamp, key: b, label: y}", []),
        ("- &s {kind: stamp, key: a, label: x}", "- *s", ["a.yaml:7:29"]),
    ],
)
def test_blocks_of_a_section_have_different_keys(first: str, second: str, places: list[str]) -> None:
    head = "language: en\ntitle: a\nsummary: b\nsections:\n  s:\n    blocks:\n    "
    read = record_of(LeafletText, tree_of(f"{head}{first}\n    {second}", "a.yaml", []), "a.yaml")
    assert read.record is not None
    assert [(problem.code, str(problem.place)) for problem in read.problems] == [
        ("key-repeated", place) for place in places
    ]


WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc")).filter(lambda letter: not UNSEEN_IN_WORDS.match(letter)),
    min_size=1,
    max_size=60,
).filter(str.strip)


@given(WORDS, WORDS)
def test_any_words_of_an_author_arrive(title: str, text: str) -> None:
    written = {
        "language": "en",
        "title": title,
        "summary": "x",
        "sections": {"a": {"blocks": [{"kind": "text", "key": "b", "text": text}]}},
    }
    problems: list[Problem] = []
    node = tree_of(yaml.safe_dump(written, allow_unicode=True), "en.yaml", problems)
    read = record_of(LeafletText, node, "en.yaml")
    assert [*problems, *read.problems] == []
    assert read.record is not None
    assert read.record.title == title.strip()
    block = read.record.sections["a"].blocks[0]
    assert isinstance(block, Text)
    assert block.text == text.strip()


KEYS = st.sampled_from([*LeafletText.model_fields, *Prices.model_fields, *Triage.model_fields, "blocks", "red", "x"])
SHAPES = st.recursive(
    st.sampled_from(["", "text", "triage", "prices", "true", "3", "-1", "en", "a b"]) | st.text(string.printable),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=25,
)


@given(shape=SHAPES, kind=st.sampled_from([LeafletText, Leaflet, PriceList]))
def test_any_shape_makes_a_record_or_problems_with_place_and_remedy(shape: Any, kind: Any) -> None:
    node = tree_of(yaml.safe_dump(shape), "a.yaml", [])
    read = record_of(kind, node, "a.yaml")
    assert (read.record is None) == bool(read.problems)
    for problem in read.problems:
        assert problem.message
        assert problem.remedy
        assert problem.place
        assert problem.place.line >= 1


@given(shape=SHAPES)
def test_any_shape_below_a_section_is_told_inside_its_file(shape: Any) -> None:
    whole = {"language": "en", "title": "a", "summary": "b", "sections": {"s": {"blocks": shape}}}
    written = yaml.safe_dump(whole)
    read = record_of(LeafletText, tree_of(written, "a.yaml", []), "a.yaml")
    for problem in read.problems:
        assert problem.place
        assert problem.place.line <= written.count("\n") + 1


@given(st.binary(max_size=300))
def test_any_bytes_in_a_file_are_told_as_problems(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    root = tmp_path_factory.getbasetemp() / "any-bytes"
    for file, text in FILES.items():
        _write(root / file, text.encode())
    _write(root / "content/prices.yaml", data)
    loaded = load(root)
    assert loaded.project is None
    assert loaded.problems
    assert {problem.place.file for problem in loaded.problems if problem.place} == {"content/prices.yaml"}


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
