"""Every string of a text, with its key and its way in the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from press.drift.phrases import phrases, said_words, section_words, spoken
from press.load.project import load
from press.load.text import text_of
from press.load.tree import plain, tree_of
from press.model.base import reader_words
from tests.conftest import Sample

ROOT = Path(__file__).parents[2]


def test_the_strings_of_a_text(sample: Sample) -> None:
    project = load(sample.root).project
    assert project
    found = phrases(project.texts["when-to-call", "en"])
    assert [(phrase.section, phrase.block, phrase.key) for phrase in found] == [
        ("leaflet", "", "title"),
        ("leaflet", "", "summary"),
        ("cover", "title", "blocks.title.title"),
        ("red", "", "title"),
        ("red", "red", "blocks.red.title"),
        ("red", "red", "blocks.red.signs.0"),
        ("red", "red", "blocks.red.signs.1"),
        ("prices", "prices", "blocks.prices.column"),
    ]
    assert [str(phrase.place) for phrase in found[-2:]] == [
        "content/leaflets/when-to-call/en.yaml:21:13",
        "content/leaflets/when-to-call/en.yaml:27:17",
    ]
    assert section_words(project.texts["when-to-call", "en"])["red"] == {
        "title": "Call now",
        "blocks.red.title": "Call an ambulance",
        "blocks.red.signs.0": "The person cannot be woken.",
        "blocks.red.signs.1": "Breathing is slow or has stopped.",
    }


def at(tree: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        tree = tree[step]
    return tree


def test_each_string_of_our_own_content_is_found_once_and_its_path_leads_to_it() -> None:
    project = load(ROOT).project
    assert project
    for (leaflet, language), text in project.texts.items():
        file = f"content/leaflets/{leaflet}/{language}.yaml"
        tree = plain(tree_of(text_of((ROOT / file).read_bytes(), file, []), file, []))
        found = phrases(text)
        assert sorted(phrase.words for phrase in found) == sorted(words for _, words, _ in reader_words(text))
        assert len({(phrase.section, phrase.key) for phrase in found}) == len(found)
        for phrase in found:
            assert at(tree, phrase.path).strip() == phrase.words
            assert phrase.place.file == file
            assert phrase.place.line > 1


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("title", "title"),
        ("blocks.steps.steps.2.title", "steps: step 3, title"),
        ("blocks.steps.steps.2.text", "steps: step 3"),
        ("blocks.red.signs.0", "red: sign 1"),
        ("blocks.helps.items.4.text", "helps: item 5"),
        ("blocks.stages-1-2.stages.0.signs.3", "stages-1-2: stage 1, sign 4"),
        ("blocks.less.text", "less: text"),
        ("blocks.red.steps_title", "red: steps title"),
        ("blocks.eyes.alt_wide", "eyes: description of the wide pupil"),
    ],
)
def test_a_place_in_words_for_people(key: str, words: str) -> None:
    assert spoken(key) == words


def test_where_a_line_ends_makes_nothing_else_of_the_words(sample: Sample) -> None:
    before = load(sample.root).project
    line = "- The person cannot be woken."
    sample.change(
        "content/leaflets/when-to-call/en.yaml", line, "- |-\n            The person\\\n            cannot be woken."
    )
    after = load(sample.root).project
    assert before
    assert after
    assert "\\\n" in after.texts["when-to-call", "en"].sections["red"].blocks[0].signs[0]  # type: ignore[union-attr]
    assert section_words(after.texts["when-to-call", "en"]) == section_words(before.texts["when-to-call", "en"])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Call **now**.", "Call now ."),
        ("Ring {emergency} at once", "Ring at once"),
        ("See [our page](https://example.org)", "See our page"),
        ("{phone}", ""),
    ],
)
def test_words_are_read_without_marks_and_references(words: str, said: str) -> None:
    assert " ".join(said_words(words).split()) == said
