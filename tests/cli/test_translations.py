"""`translations export` and `import`: a spreadsheet there and back."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from press.cli.main import main
from press.drift.phrases import phrases
from press.load.project import load
from tests.cli.conftest import Said
from tests.conftest import FILES, Sample

FOLDER = "content/leaflets/when-to-call"
ENGLISH, RUSSIAN = f"{FOLDER}/en.yaml", f"{FOLDER}/ru.yaml"
RECORD = f"{FOLDER}/translated/ru.yaml"
SIGN = "red/blocks.red.signs.0"
OTHER_SIGN = "red/blocks.red.signs.1"

Run = Callable[..., Said]


@pytest.fixture
def run(sample: Sample, capsys: pytest.CaptureFixture[str]) -> Run:
    def runs(*words: str) -> Said:
        code = main(["translations", *words], sample.root)
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return runs


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "words.xlsx"


def fill(file: Path, new: Mapping[str, str], column: int = 9) -> None:
    """Types words into the new column, in the rows whose key ends so; "*" is every row."""
    book = load_workbook(io.BytesIO(file.read_bytes()))
    sheet = book["Words"]
    for row in range(2, sheet.max_row + 1):
        key = str(sheet.cell(row, 8).value)
        for end, words in new.items():
            if end == "*" or key.endswith(f"/{end}"):
                sheet.cell(row, column).value = words
                sheet.cell(row, column).data_type = "s"  # typed into a cell whose format is text
    book.save(file)


def words_of(sample: Sample, language: str = "ru") -> dict[str, str]:
    loaded = load(sample.root)
    assert loaded.project
    found = phrases(loaded.project.texts["when-to-call", language])
    return {f"{phrase.section}/{phrase.key}": str(phrase.words) for phrase in found}


def text(sample: Sample, file: str = RUSSIAN) -> bytes:
    return (sample.root / file).read_bytes()


# Out --------------------------------------------------------------------------------------------------------


def test_a_workbook_in_which_only_the_last_column_can_be_changed(sample: Sample, run: Run, file: Path) -> None:
    said = run("export", "when-to-call", "ru", str(file))
    assert (said.code, said.error) == (0, "")
    assert "8 texts of when-to-call, from “en” to “ru”" in said.out
    book = load_workbook(io.BytesIO(file.read_bytes()))
    assert book.sheetnames == ["Read me", "Words"]
    sheet = book["Words"]
    assert sheet.protection.sheet
    assert not sheet.protection.password
    locked = {column: sheet.cell(2, column).protection.locked for column in range(1, 10)}
    assert [column for column, is_locked in locked.items() if not is_locked] == [9]


def test_a_file_somebody_has_written_into_is_not_overwritten(sample: Sample, run: Run, file: Path) -> None:
    run("export", "when-to-call", "ru", str(file))
    assert run("export", "when-to-call", "ru", str(file)).code == 0
    fill(file, {SIGN: "Спит."})
    before = file.read_bytes()
    said = run("export", "when-to-call", "ru", str(file))
    assert said.code == 1
    assert "spreadsheet-exists" in said.error
    assert file.read_bytes() == before


def test_some_other_file_is_not_overwritten(run: Run, file: Path) -> None:
    file.write_text("my letters", "utf-8")
    assert run("export", "when-to-call", "ru", str(file)).code == 1
    assert file.read_text("utf-8") == "my letters"


def test_texts_without_a_place_are_named(sample: Sample, run: Run, file: Path) -> None:
    sample.change(ENGLISH, "        title: Call an", "        note: Stay.\n        title: Call an")
    said = run("export", "when-to-call", "ru", str(file))
    assert f"red, red: note ({ENGLISH}:17:15)" in said.out


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("export", "when-to-cal", "ru", "x.xlsx"), 2, "Did you mean `when-to-call`?"),
        (("export", "when-to-call", "en", "x.xlsx"), 2, "is the original"),
        (("export", "when-to-call", "ru", "x.ods"), 1, "spreadsheet-ending"),
        (("import", "x.xlsx"), 1, "there is no file"),
    ],
)
def test_what_cannot_be_done_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: tuple[str, ...], code: int, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    said = run(*words)
    assert said.code == code
    assert message in said.error
    assert not list(tmp_path.glob("x.*"))


# Back -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_an_untouched_file_changes_nothing(sample: Sample, run: Run, file: Path, suffix: str) -> None:
    file = file.with_suffix(suffix)
    before = text(sample), text(sample, RECORD)
    run("export", "when-to-call", "ru", str(file))
    said = run("import", str(file), "--yes")
    assert (said.code, said.error) == (0, "")
    assert "nothing changes" in said.out
    assert (text(sample), text(sample, RECORD)) == before


def test_without_a_terminal_nothing_is_written_before_yes(sample: Sample, run: Run, file: Path) -> None:
    before = text(sample)
    run("export", "when-to-call", "ru", str(file))
    fill(file, {SIGN: "Не просыпается."})
    said = run("import", str(file))
    assert said.code == 0
    assert "The person cannot be woken." in said.out
    assert "Не просыпается." in said.out
    assert "add --yes" in said.out
    assert text(sample) == before
    said = run("import", str(file), "--yes")
    assert said.code == 0
    assert text(sample) == before.replace(b"The person cannot be woken.", "Не просыпается.".encode())


def test_a_stale_section_is_noted_when_its_words_come_back(sample: Sample, run: Run, file: Path) -> None:
    sample.change(ENGLISH, "cannot be woken", "does not wake")
    run("export", "when-to-call", "ru", str(file))
    fill(file, {SIGN: "ok", OTHER_SIGN: "Дышит редко."})
    said = run("import", str(file), "--yes")
    assert said.code == 0
    assert "1 text stays as it is" in said.out
    assert "Then up to date with the original: red" in said.out
    assert "The person does not wake." in text(sample, RECORD).decode()
    assert "Дышит редко." in text(sample).decode()


def test_a_changed_original_is_asked_about_and_its_section_not_noted(sample: Sample, run: Run, file: Path) -> None:
    run("export", "when-to-call", "ru", str(file))
    sample.change(ENGLISH, "cannot be woken", "does not wake")
    fill(file, {SIGN: "Спит."})
    before = text(sample, RECORD)
    said = run("import", str(file))
    assert "translation-original-changed (warning)" in said.error
    assert "add --yes" in said.out
    assert run("import", str(file), "--yes").code == 0
    assert "Спит." in text(sample).decode()
    assert text(sample, RECORD) == before


def test_everything_wrong_is_told_by_cell_and_nothing_written(sample: Sample, run: Run, file: Path) -> None:
    before = text(sample)
    run("export", "when-to-call", "ru", str(file))
    fill(file, {SIGN: "**Спит**", OTHER_SIGN: "Дышит {phone}", "red/title": "Сейчас"})
    said = run("import", str(file), "--yes")
    assert said.code == 1
    assert "words.xlsx: Words!I7: translation-markup" in said.error
    assert "words.xlsx: Words!I8: translation-reference" in said.error
    assert "Nothing was written." in said.error
    assert text(sample) == before
    data = json.loads(run("import", str(file), "--yes", "--json").out)
    assert {problem["code"] for problem in data["problems"]} == {"translation-markup", "translation-reference"}
    assert data["written"] is None


def test_words_in_the_wrong_column_are_told_and_not_lost(sample: Sample, run: Run, file: Path) -> None:
    run("export", "when-to-call", "ru", str(file))
    fill(file, {SIGN: "Спит."}, column=6)
    said = run("import", str(file), "--yes")
    assert said.code == 1
    assert "words.xlsx: Words!F7: translation-column: F7 was changed, but only the last column is read" in said.error
    assert "nothing changes" not in said.out
    assert run("export", "when-to-call", "ru", str(file)).code == 1


def test_what_is_passed_over_is_remarked(sample: Sample, run: Run, file: Path) -> None:
    run("export", "when-to-call", "ru", str(file))
    fill(file, {OTHER_SIGN: "Sleeps."}, column=3)
    fill(file, {SIGN: "nonsense"}, column=8)
    said = run("import", str(file), "--yes")
    assert (said.code, "nothing changes" in said.out) == (0, True)
    assert "Words!C8: translation-column (warning)" in said.error
    assert "Words!H7: translation-row-unknown (warning)" in said.error
    data = json.loads(run("import", str(file), "--json").out)
    assert [problem["severity"] for problem in data["problems"]] == ["warning", "warning"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Не <b>спит</b>.", "html-in-content"),
        ("Наркоман не просыпается.", "words-stigma"),
        ("Человек {price:nobody}.", "translation-reference"),
    ],
)
def test_words_that_could_not_be_printed_are_told_at_their_cell_and_not_written(
    sample: Sample, run: Run, file: Path, words: str, code: str
) -> None:
    run("export", "when-to-call", "ru", str(file))
    before = text(sample), text(sample, RECORD)
    fill(file, {OTHER_SIGN: "Дышит редко.", SIGN: words})
    said = run("import", str(file), "--yes")
    assert said.code == 1
    assert f"words.xlsx: Words!I7: {code}" in said.error
    assert "Nothing was written" in said.error
    assert (text(sample), text(sample, RECORD)) == before
    data = json.loads(run("import", str(file), "--yes", "--json").out)
    assert (data["written"], [problem["code"] for problem in data["problems"]]) == (None, [code])


def test_doubts_and_what_could_not_be_printed_are_told_in_one_run(sample: Sample, run: Run, file: Path) -> None:
    run("export", "when-to-call", "ru", str(file))
    fill(file, {OTHER_SIGN: "—", SIGN: "Наркоман не просыпается."})
    said = run("import", str(file), "--yes")
    assert "words.xlsx: Words!I7: words-stigma" in said.error
    assert "words.xlsx: Words!I8: translation-words" in said.error
    assert "2 problems" in said.error


def test_what_is_still_without_an_answer_is_told(sample: Sample, run: Run, file: Path) -> None:
    sample.change(ENGLISH, "cannot be woken", "does not wake")
    sample.change(ENGLISH, "has stopped", "stopped")
    run("export", "when-to-call", "ru", str(file))
    fill(file, {SIGN: "ok"})
    said = run("import", str(file), "--yes")
    assert "Nothing changes." in said.out
    assert "Not up to date yet: red; still without an answer: red: sign 2" in said.out
    fill(file, {SIGN: "Человек не просыпается."})
    assert "Not up to date yet: red; still without an answer: red: sign 2" in run("import", str(file), "--yes").out
    fill(file, {SIGN: "ok", OTHER_SIGN: "ok"})
    assert "Not up to date" not in run("import", str(file), "--yes").out


def test_words_of_a_translator_are_noted_as_compared(sample: Sample, run: Run, file: Path) -> None:
    run("export", "when-to-call", "ru", str(file))
    fill(file, {SIGN: "Человек не просыпается."})
    said = run("import", str(file), "--yes")
    assert (said.code, said.error) == (0, "")
    assert "Then up to date with the original: red" in said.out
    assert "Человек не просыпается." in text(sample, RECORD).decode()
    assert main(["check"], sample.root) == 0


def test_new_words_for_an_original_that_changed_meanwhile_are_written_and_not_printed(
    sample: Sample, run: Run, file: Path
) -> None:
    run("export", "when-to-call", "ru", str(file))
    sample.change(ENGLISH, "cannot be woken", "does not wake")
    main(["translated", "when-to-call", "ru"], sample.root)
    fill(file, {SIGN: "Человек не просыпается."})
    said = run("import", str(file), "--yes")
    assert said.code == 1
    assert "Written:" in said.out
    assert "translation-reworded: the section “red” has changed here" in said.error


def test_as_data(sample: Sample, run: Run, file: Path) -> None:
    data = json.loads(run("export", "when-to-call", "ru", str(file), "--json").out)
    assert data == {"written": str(file), "texts": 8, "without_translation": []}
    fill(file, {SIGN: "Спит."})
    change = {"section": "red", "where": "red: sign 1", "old": "The person cannot be woken.", "new": "Спит."}
    wanted = {"leaflet": "when-to-call", "language": "ru", "changes": [change], "up_to_date": ["red"], "problems": []}
    assert json.loads(run("import", str(file), "--json").out) == {**wanted, "written": None}
    assert "Спит." not in text(sample).decode()
    assert json.loads(run("import", str(file), "--yes", "--json").out) == {**wanted, "written": RUSSIAN}
    assert "Спит." in text(sample).decode()


def test_a_file_that_changes_while_somebody_thinks_is_left_alone(
    sample: Sample, run: Run, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("export", "when-to-call", "ru", str(file))
    fill(file, {SIGN: "Спит."})

    def thinks(question: str, yes: bool) -> bool:
        sample.change(RUSSIAN, "language: ru", "language: ru # x")
        return True

    monkeypatch.setattr("press.cli.translations.agreed", thinks)
    said = run("import", str(file))
    assert said.code == 1
    assert "somebody else has changed this file" in said.error
    assert "Спит." not in text(sample).decode()


def test_broken_content_is_told(sample: Sample, run: Run, file: Path) -> None:
    sample.change(ENGLISH, "language: en", "language: [en")
    said = run("export", "when-to-call", "ru", str(file))
    assert said.code == 1
    assert "yaml-syntax" in said.error
    assert not file.exists()


# Whatever a translator types --------------------------------------------------------------------------------

_SIGNS = st.sampled_from([*"абвгдеёжзийклмнопрстуфхцчшщъыьэюя .,:;-–—#&@%\"'«»|>`=/", "😀", "\n", ": ", " #"])
#: As long as a translation has to be, and no more than the rules of words let pass.
WORDS = st.lists(_SIGNS, min_size=1, max_size=40).map("".join).map(lambda words: f"{words} слово и слово")


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, min_size=8, max_size=8))
@example(
    [f"{words} с ним" for words in ("- а", "# будет", "'в'", '"г"', ": дело", "еще: житье", "=авось", "верх\nниз")]
)
def test_whatever_is_filled_in_changes_the_words_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, records: dict[str, str], words: list[str]
) -> None:
    sample = Sample(tmp_path_factory.mktemp("filled"))
    for name, content in (FILES | records).items():
        sample.write(name, content)
    notes = "# a note at the head\n" + text(sample).decode().replace("    blocks:\n", "    blocks: # beside\n")
    sample.write(RUSSIAN, notes)
    file = sample.root / "words.xlsx"
    assert main(["translations", "export", "when-to-call", "ru", str(file)], sample.root) == 0
    before = words_of(sample)
    new = dict(zip(before, (one.strip() for one in words), strict=True))
    fill(file, new)
    code = main(["translations", "import", str(file), "--yes"], sample.root)
    assert words_of(sample) == (before if code else new), "all of it, or nothing where a rule refuses a word"
    if code:
        return
    kept = [line for line in notes.splitlines() if "#" in line or line.rstrip().endswith(":")]
    assert [line for line in kept if line not in text(sample).decode().splitlines()] == []
    # And once more, into the file that was written.
    others = dict(zip(before, reversed(list(new.values())), strict=True))
    fill(file, others)
    code = main(["translations", "import", str(file), "--yes"], sample.root)
    assert words_of(sample) == (new if code else others)
