"""What a translator is sent."""

from __future__ import annotations

from decimal import Decimal

from press.drift.sheet import in_both, key_of, only_in_original, tables_of
from press.load.project import load
from press.model.grid import NewTable
from press.model.project import Project
from tests.conftest import Sample

FOLDER = "content/leaflets/when-to-call"
ENGLISH, RUSSIAN = f"{FOLDER}/en.yaml", f"{FOLDER}/ru.yaml"


def project_of(sample: Sample) -> Project:
    project = load(sample.root).project
    assert project
    return project


def words_of(sample: Sample) -> NewTable:
    return tables_of(project_of(sample), "when-to-call", "ru")[1]


def test_one_row_a_string_with_its_place_in_words(sample: Sample) -> None:
    sample.change(RUSSIAN, "cannot be woken", "не просыпается")
    table = words_of(sample)
    assert table.rows[0] == (
        *("Section", "Where", "Original now (en)", "Original when last translated", "What has changed"),
        *("Translation now (ru)", "Letters now", "Key (leave)", "New translation"),
    )
    assert len(table.rows) == 9
    (row,) = [row for row in table.rows if row[1] == "red: sign 1"]
    said = "The person не просыпается."
    assert row == (
        *("red", "red: sign 1", "The person cannot be woken.", ""),
        *("the translation was changed and not compared since", said, Decimal(len(said))),
        *("when-to-call/ru/red/blocks.red.signs.0", ""),
    )


def test_only_the_last_column_is_for_writing(sample: Sample) -> None:
    table = words_of(sample)
    assert list(table.locked) == list(range(8))
    assert len(table.widths) == 9


def test_what_has_changed_stands_beside_it(sample: Sample) -> None:
    sample.change(ENGLISH, "cannot be woken", "does not wake")
    sample.change(ENGLISH, "        title: Call an", "        note: Stay.\n        title: Call an")
    sample.change(RUSSIAN, "        title: Call an", "        note: Рядом.\n        title: Call an")
    rows = {row[1]: row for row in words_of(sample).rows}
    assert rows["red: sign 1"][3:5] == (
        "The person cannot be woken.",
        "The person ⟦–cannot be woken.⟧ ⟦+does not wake.⟧",
    )
    assert rows["red: note"][3:5] == ("", "new")
    assert rows["red: sign 2"][3:5] == ("", "")


def test_what_was_never_noted_is_told(sample: Sample) -> None:
    sample.delete(f"{FOLDER}/translated/ru.yaml")
    assert {row[4] for row in words_of(sample).rows[1:]} == {"not noted yet as translated"}


def test_strings_without_a_place_in_the_translation_are_left_out(sample: Sample) -> None:
    sample.change(ENGLISH, "        title: Call an", "        note: Stay.\n        title: Call an")
    project = project_of(sample)
    assert [phrase.key for phrase in only_in_original(project, "when-to-call", "ru")] == ["blocks.red.note"]
    pairs = in_both(project, "when-to-call", "ru")
    assert len(pairs) == len(words_of(sample).rows) - 1
    assert all(ours.key == theirs.key for ours, theirs in pairs)
    assert key_of("when-to-call", "ru", pairs[0][0]) == "when-to-call/ru/leaflet/title"


def test_the_advice_is_in_plain_words_and_names_the_languages(sample: Sample) -> None:
    table = tables_of(project_of(sample), "when-to-call", "ru")[0]
    text = "\n".join(str(row[0]) for row in table.rows)
    assert table.name == "Read me"
    assert text.startswith("“When to call”, from “en” into “ru”")
    for word in ("{emergency}", "**like this**", "“ok”", "Letters now", "New translation"):
        assert word in text
