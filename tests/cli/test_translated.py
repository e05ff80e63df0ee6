"""`translated`: noting that a translation says what its original says."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest

from press.cli.main import main
from press.lint.translations import stale_translations
from press.load.project import load
from tests.cli.conftest import Said
from tests.conftest import Sample
from tests.recorded import DAY

FOLDER = "content/leaflets/when-to-call"
ENGLISH, RUSSIAN = f"{FOLDER}/en.yaml", f"{FOLDER}/ru.yaml"
RECORD = f"{FOLDER}/translated/ru.yaml"

Note = Callable[..., Said]


@pytest.fixture
def note(sample: Sample, capsys: pytest.CaptureFixture[str]) -> Note:
    def runs(*words: str) -> Said:
        code = main(["translated", *words, "--today", "2026-03-01"], sample.root)
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return runs


def stale(sample: Sample) -> int:
    loaded = load(sample.root)
    assert loaded.project
    assert loaded.problems == ()
    return len(stale_translations(loaded.project, DAY))


def record(sample: Sample) -> str:
    return (sample.root / RECORD).read_text("utf-8")


def test_no_day_to_come_is_noted(sample: Sample, note: Note, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("press.cli.noted_day.real_day", lambda: date(2026, 2, 28))
    before = record(sample)
    said = note("when-to-call", "ru")
    assert said.code == 2
    assert "2026-03-01 is still to come; nothing was noted" in said.error
    assert record(sample) == before


def test_all_sections_of_a_new_translation(sample: Sample, note: Note) -> None:
    sample.delete(RECORD)
    said = note("when-to-call", "ru")
    assert (said.code, said.error) == (0, "")
    assert said.out.splitlines() == [
        "No section was named, so all of when-to-call (ru) that can be noted are; 4 sections:",
        "red (tells when to call for help): noted as up to date",
        "leaflet (title and summary): noted as up to date",
        "cover: noted as up to date",
        "prices: noted as up to date",
        f"Written: {RECORD}. Next: ./run build --language ru",
    ]
    assert stale(sample) == 0
    assert record(sample).startswith("# What was compared last")
    assert record(sample).count("on: 2026-03-01") == 4


def test_where_nothing_has_changed_nothing_is_written(sample: Sample, note: Note) -> None:
    before = (sample.root / RECORD).stat()
    said = note("when-to-call", "ru")
    assert said.out == "Noted already: nothing has changed in either language since.\n"
    after = (sample.root / RECORD).stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_only_the_sections_that_are_named(sample: Sample, note: Note) -> None:
    sample.change(ENGLISH, "cannot be woken", "does not wake")
    sample.change(ENGLISH, "column: Price", "column: Cost")
    sample.change(ENGLISH, "summary: Which", "summary: What")
    said = note("when-to-call", "ru", "red")
    assert said.out.splitlines() == [
        "red (tells when to call for help): noted as up to date: red: sign 1 “The person ⟦–cannot be woken.⟧ "
        "⟦+does not wake.⟧”",
        f"Written: {RECORD}. Next: ./run build --language ru",
        "Not up to date yet: leaflet (title and summary), prices",
    ]
    assert stale(sample) == 2
    assert record(sample).count("on: 2026-03-01") == 1
    assert note("when-to-call", "ru", "prices", "leaflet").code == 0
    assert stale(sample) == 0


def test_without_a_section_all_are_noted_and_told_those_first_that_tell_when_to_call(
    sample: Sample, note: Note
) -> None:
    sample.change(ENGLISH, "cannot be woken", "does not wake")
    sample.change(ENGLISH, "summary: Which", "summary: What")
    assert note("when-to-call", "ru").out.splitlines() == [
        "No section was named, so all of when-to-call (ru) that can be noted are; 2 sections:",
        "red (tells when to call for help): noted as up to date: red: sign 1 “The person ⟦–cannot be woken.⟧ "
        "⟦+does not wake.⟧”",
        "leaflet (title and summary): noted as up to date: summary “⟦–Which⟧ ⟦+What⟧ signs mean that help …”",
        "Up to date before: cover, prices",
        f"Written: {RECORD}. Next: ./run build --language ru",
    ]


def test_what_is_left_names_those_first_that_tell_when_to_call(sample: Sample, note: Note) -> None:
    sample.change(ENGLISH, "cannot be woken", "does not wake")
    sample.change(ENGLISH, "summary: Which", "summary: What")
    said = note("when-to-call", "ru", "prices")
    assert said.out.splitlines()[-1] == (
        "Not up to date yet: red (tells when to call for help), leaflet (title and summary)"
    )


@pytest.mark.parametrize("sections", [(), ("red",), ("red", "prices")])
def test_a_section_whose_figures_differ_is_not_noted(sample: Sample, note: Note, sections: tuple[str, ...]) -> None:
    sample.change(ENGLISH, "has stopped", "has stopped for 12 hours")
    sample.change(ENGLISH, "column: Price", "column: Cost")
    sample.change(RUSSIAN, "has stopped", "не дышит 8 часов")
    said = note("when-to-call", "ru", *sections)
    assert said.code == 1
    assert f"{RUSSIAN}:21:13: translation-figures" in said.error
    assert "“en” says “12 hours”, here it says “8 часов”" in said.error
    assert "Not noted, because of what is told above: red (tells when to call for help)." in said.error
    assert "red" not in said.out.replace("content", "").split("Not up to date yet")[0]
    assert ("prices: noted as up to date" in said.out) == (sections != ("red",))
    assert ("Nothing was noted." in said.out) == (sections == ("red",))
    assert "12 hours" not in record(sample)
    sample.change(RUSSIAN, "8 часов", "12 часов")
    assert note("when-to-call", "ru", "red").code == 0
    assert "12 hours" in record(sample)


def test_doses_in_another_order_are_told_and_the_section_noted(sample: Sample, note: Note) -> None:
    sample.change(ENGLISH, "cannot be woken", "takes 2 mg, a child 5 mg")
    sample.change(RUSSIAN, "cannot be woken", "принимает 5 мг, ребёнок 2 мг")
    said = note("when-to-call", "ru", "red")
    assert said.code == 0
    assert "translation-order (warning): the same doses stand in another order" in said.error
    assert "noted as up to date" in said.out


def test_figures_that_differ_as_data(sample: Sample, note: Note) -> None:
    sample.change(ENGLISH, "has stopped", "has stopped for 12 hours")
    said = note("when-to-call", "ru", "red", "--json")
    data = json.loads(said.out)
    assert (said.code, data["noted"], data["refused"], data["written"]) == (1, [], ["red"], None)
    assert [problem["code"] for problem in data["problems"]] == ["translation-figures"]


def test_the_record_holds_the_words_of_the_original_whatever_signs_are_in_them(sample: Sample, note: Note) -> None:
    for file in (ENGLISH, RUSSIAN):
        sample.change(file, "The person cannot be woken.", '"# \'a\': \\"b\\" — {emergency}, 5 °C 😀"')
    assert note("when-to-call", "ru").code == 0
    assert stale(sample) == 0


def test_a_section_that_is_gone_is_dropped(sample: Sample, note: Note) -> None:
    for file in (ENGLISH, RUSSIAN):
        text = (sample.root / file).read_text("utf-8")
        sample.write(file, text[: text.index("  prices:")])
    assert note("when-to-call", "ru", "red").out.splitlines() == [
        "Noted already: nothing has changed in either language since.",
        f"Written: {RECORD}. Next: ./run build --language ru",
    ]
    assert "prices:" not in record(sample)


@pytest.mark.parametrize(
    ("words", "message", "remedy"),
    [
        (("when-to-cal", "ru"), "no leaflet 'when-to-cal'", "Did you mean `when-to-call`?"),
        (("when-to-call", "rus"), "no language 'rus'", "Did you mean `ru`?"),
        (("when-to-call", "en"), "“en” is the original of when-to-call", "Its translations: `ru`."),
        (("when-to-call", "ru", "rde"), "no section 'rde'", "Did you mean `red`? `leaflet` stands for"),
        (("when-to-call", "ru", "x", "rde"), "no section 'x'", "Known:"),
    ],
)
def test_what_is_not_there_is_told_with_what_may_be_meant(
    sample: Sample, note: Note, words: tuple[str, ...], message: str, remedy: str
) -> None:
    before = record(sample)
    said = note(*words)
    assert said.code == 2
    assert message in said.error
    assert remedy in said.error
    assert record(sample) == before


def test_a_section_without_words_or_without_translation_is_told(sample: Sample, note: Note) -> None:
    for file in (ENGLISH, RUSSIAN):
        sample.change(file, "  prices:\n", "  small:\n    blocks: [{kind: imprint, key: imprint}]\n  prices:\n")
    assert "has no words to translate" in note("when-to-call", "ru", "small").error
    sample.change(RUSSIAN, "  red:\n", "  rot:\n")
    assert "missing in the translation" in note("when-to-call", "ru", "red").error


def test_as_data(sample: Sample, note: Note) -> None:
    sample.change(ENGLISH, "column: Price", "column: Cost")
    assert json.loads(note("when-to-call", "ru", "--json").out) == {
        "leaflet": "when-to-call",
        "language": "ru",
        "noted": ["prices"],
        "refused": [],
        "written": RECORD,
        "problems": [],
    }
    assert json.loads(note("when-to-call", "ru", "--json").out)["written"] is None


def test_broken_content_is_told_and_nothing_written(sample: Sample, note: Note) -> None:
    before = record(sample)
    sample.change(ENGLISH, "language: en", "language: [en")
    said = note("when-to-call", "ru")
    assert said.code == 1
    assert "yaml-syntax" in said.error
    assert record(sample) == before
