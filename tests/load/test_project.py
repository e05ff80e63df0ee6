"""Projects as people break them: each time the file, the line and the way out are told."""

from __future__ import annotations

import os
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from press.errors import Place, Problem
from press.load.project import load
from tests.conftest import FILES, Sample

CLINIC = "content/clinic.yaml"
PRICES = "content/prices.yaml"
BRANCH = "content/branches/main.yaml"
LEAFLET = "content/leaflets/when-to-call/leaflet.yaml"
ENGLISH = "content/leaflets/when-to-call/en.yaml"
RUSSIAN = "content/leaflets/when-to-call/ru.yaml"
FORMAT = "templates/formats/a5.yaml"
WORDS = "templates/words/en.yaml"
NOW = "title: Call now"


def only(sample: Sample) -> Problem:
    """The single problem of a project that is not usable because of it."""
    loaded = load(sample.root)
    (problem,) = loaded.problems
    assert loaded.project is None
    return problem


def test_a_valid_project_is_loaded_whole(sample: Sample) -> None:
    loaded = load(sample.root)
    assert loaded.problems == ()
    project = loaded.project
    assert project is not None
    assert project.root == str(sample.root)
    assert project.clinic.languages == ("en", "ru")
    assert list(project.branches) == ["main"]
    assert project.prices.services[0].amount == Decimal(4500)
    assert project.prices.services[0].is_from
    assert list(project.sources) == ["who-2014", "words-matter"]
    assert project.leaflets["when-to-call"].review_by == date(2027, 12, 31)
    assert list(project.texts) == [("when-to-call", "en"), ("when-to-call", "ru")]
    assert list(project.formats) == ["a5"]
    assert list(project.vocabularies) == ["en", "ru"]


@pytest.mark.parametrize(
    ("file", "old", "new", "where", "code", "message", "remedy"),
    [
        # prices and numbers
        (PRICES, "4500", "4 500 р.", "12:17", "wrong-value", "“4 500 р.”", "write 4500"),
        (PRICES, "4500", "0", "12:17", "wrong-value", "`amount` cannot be “0”", "above 0"),
        (PRICES, "4500", '""', "12:17", "wrong-value", "`amount` is empty", "digits only"),
        (PRICES, "unit: visit", "unit: vist", "14:15", "wrong-value", "“vist”", "Did you mean `visit`?"),
        (PRICES, "unit: visit", "unit: mile", "14:15", "wrong-value", "“mile”", "Known: `course`"),
        (PRICES, "from: true", "from: yes", "13:15", "wrong-value", "“yes”", "Write true or false"),
        (PRICES, "currency: RUB", "currency: rub", "1:11", "wrong-value", "“rub”", "^[A-Z]{3}$"),
        (PRICES, "2027-12-31", "31.12.2027", "3:14", "wrong-value", "“31.12.2027”", "(year-month-day)"),
        (PRICES, "2027-12-31", "2027-02-30", "3:14", "wrong-value", "“2027-02-30”", "no day 2027-02-30"),
        (PRICES, "2027-12-31", "2025-12-31", "3:14", "wrong-value", "before valid_from", "Change one"),
        (FORMAT, "safe: 5", "safe: 5mm", "8:7", "wrong-value", "“5mm”", "12.5, without a unit"),
        (FORMAT, "safe: 5", "safe: -5", "8:7", "wrong-value", "`safe` cannot be “-5”", "0 or more"),
        (FORMAT, "safe: 5", "safe: nan", "8:7", "wrong-value", "“nan”", "2000 or less"),
        (FORMAT, "safe: 5", "safe: [5]", "8:7", "wrong-value", "`safe` cannot be a list", "a number"),
        (CLINIC, "owner:", "warn_days: soon\nowner:", "9:12", "wrong-value", "“soon”", "whole number"),
        # times, telephones, addresses
        (BRANCH, "09:00-20:00", "12:30", "6:12", "wrong-value", "“12:30”", "09:00-20:00, or always"),
        (BRANCH, '"+74951270203"', "8 495 127-02-03", "5:13", "wrong-value", "“8 495", "+74951270203"),
        (BRANCH, "https:", "http:", "7:6", "wrong-value", "“http://example.org/help”", "starts with https://"),
        # keys
        (ENGLISH, "summary:", "sumary:", "3:1", "unknown-key", "`sumary`", "Did you mean `summary`?"),
        (PRICES, "from: true", "form: true", "13:9", "unknown-key", "`form`", "Did you mean `from`?"),
        (ENGLISH, "        line: em", "        lime: em", "18:9", "unknown-key", "`lime`", "`line`?"),
        (ENGLISH, "        line: em", "        zzz: em", "18:9", "unknown-key", "`zzz`", "Known: `allow`"),
        (ENGLISH, "title: Call an", "tіtle: Call an", "17:9", "unknown-key", "`tіtle`", "another alphabet"),
        (ENGLISH, "language: en\n", "", "1:1", "missing-key", "`language` is missing here", "`language: …`"),
        (ENGLISH, "        key: red\n", "", "13:9", "missing-key", "`key`", "names the block"),
        (LEAFLET, "review_by: 2027-12-31\n", "", "1:1", "missing-key", "`review_by`", "refused for print"),
        (CLINIC, "names: {en: C", "names: {EN: C", "1:9", "wrong-value", "“EN” cannot be", "en, ru or"),
        (ENGLISH, "  red:\n", "  Red Signs:\n", "10:3", "wrong-value", "“Red Signs” cannot be", "lower-case"),
        (WORDS, "{visit:", "{vist:", "4:9", "wrong-value", "“vist”", "Did you mean `visit`?"),
        # blocks
        (ENGLISH, "kind: triage", "kind: triaje", "13:15", "unknown-kind", "“triaje”", "mean `triage`?"),
        (ENGLISH, "kind: triage", "kind: [a]", "13:9", "missing-key", "`kind`", "`kind: text`"),
        (ENGLISH, "- kind: triage\n        key", "- key", "13:9", "missing-key", "`kind` is", "`kind: list`"),
        (ENGLISH, "level: red", "level: rod", "16:16", "wrong-value", "“rod”", "`amber`, `green`, `red`"),
        (ENGLISH, "- Breathing is", "- {x}\n          - B", "21:13", "wrong-value", "entry 2", "quotes"),
        (ENGLISH, "[visits]", "visits", "26:17", "wrong-value", "cannot be “visits”", "begins with `- `"),
        (ENGLISH, "[visits]", "[]", "26:17", "wrong-value", "`groups` is empty", "Fill it"),
        (ENGLISH, "[visits]", "", "26:16", "wrong-value", "`groups` is empty", "list"),
        (
            ENGLISH,
            "        key: red\n",
            "        key: red\n        allow: [{rule: words-stigma, words: person, reason: ok}]\n",
            "15:61",
            "wrong-value",
            "`reason` is too short: “ok”",
            "at least 12 letters",
        ),
        (ENGLISH, NOW, 'title: " "', "11:12", "wrong-value", "`title` is empty", "Fill it"),
        (ENGLISH, NOW, "title: null", "11:12", "wrong-value", "`null`", "Leave the whole line out"),
        (ENGLISH, "Call now", "x" * 4001, "11:12", "wrong-value", "more than 4000 letters", "several blocks"),
        (LEAFLET, "[red]", "[RED]", "6:12", "wrong-value", "entry 1 of `critical`", "lower-case"),
        (LEAFLET, "sections: [cover, fill, red, prices]", "x", "11:9", "wrong-value", "“x”", "`sections:"),
        (CLINIC, "{en: Moscow, ru: Москва}", "Moscow", "2:9", "wrong-value", "“Moscow”", "`en: Words`"),
        # how YAML is written
        (ENGLISH, NOW, "title Call now", "11:5", "yaml-syntax", "colon is missing", "`title: Words`"),
        (ENGLISH, NOW, "title:Call now", "11:10", "yaml-syntax", "space is missing", "colon and a space"),
        (ENGLISH, NOW, "title: Call: now", "11:16", "yaml-syntax", "second colon", "in quotes"),
        (ENGLISH, "    title: Call now", "\ttitle: Call now", "11:1", "yaml-syntax", "a tab", "with spaces"),
        (ENGLISH, f"    {NOW}", f"   {NOW}", "12:5", "yaml-syntax", "does not", "same column"),
        (ENGLISH, "[visits]", "[visits", "26:17", "yaml-syntax", "never closed", "Close it"),
        (ENGLISH, NOW, 'title: "Call now', "11:12", "yaml-syntax", "never closed", "Close them"),
        (ENGLISH, NOW, "title: 'it's'", "11:16", "yaml-syntax", "go on after", "twice ('it''s')"),
        (ENGLISH, NOW, "title: **Call** now", "11:12", "yaml-syntax", "need quotes", "**bold**"),
        (ENGLISH, NOW, "title: *call", "11:12", "yaml-alias", "`*call`", "in quotes"),
        (ENGLISH, NOW, "title: %call", "11:12", "yaml-syntax", "begin with %", '"%call"'),
        (ENGLISH, NOW, "title: > 5 days", "11:12", "yaml-syntax", "> or |", '"> 5 days"'),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place_and_its_remedy(
    sample: Sample, file: str, old: str, new: str, where: str, code: str, message: str, remedy: str
) -> None:
    sample.change(file, old, new)
    problem = next(p for p in load(sample.root).problems if not p.warning)
    assert (str(problem.place), problem.code) == (f"{file}:{where}", code)
    assert message in problem.message
    assert remedy in problem.remedy


@pytest.mark.parametrize(
    ("old", "new", "where", "code", "remedy"),
    [
        (
            "title: Call now",
            "title: Call now\n    title: Call",
            "12:5",
            "yaml-repeated-key",
            "line 11 or line 12",
        ),
        (NOW, "title: Call # now", "11:12", "words-after-hash", "in quotes"),
        (NOW, "title: !Call now", "11:12", "yaml-tag", "in quotes"),
        (NOW, "title: &Call now", "11:12", "yaml-alias", "in quotes"),
        (NOW, "title: Call now\n    <<: {}", "12:5", "yaml-merge-key", "Write the lines out"),
        (NOW, 'title: "Call\\u0007 now"', "11:12", "yaml-control-character", "type the words"),
        (NOW, 'title: "Call\\r now"', "11:12", "yaml-control-character", "type the words"),
        (NOW, "title: Call \x1b now", "11:17", "yaml-control-character", "type the words"),
        (NOW, "title: Call \u202e now", "11:17", "yaml-control-character", "type the words"),
        (NOW, "title: Call \u2028 now", "11:17", "yaml-control-character", "type the words"),
        ("language: en", "language: ru", "1:11", "key-mismatch", "`language: en`"),
    ],
)
def test_a_mistake_that_can_be_passed_over_hides_no_other(
    sample: Sample, old: str, new: str, where: str, code: str, remedy: str
) -> None:
    sample.change(ENGLISH, old, new)
    loaded = load(sample.root)
    assert loaded.project is not None, "the file still makes a record"
    (problem,) = loaded.problems
    assert (str(problem.place), problem.code) == (f"{ENGLISH}:{where}", code)
    assert remedy in problem.remedy


def test_what_was_written_is_told_once_and_not_in_the_remedy(sample: Sample) -> None:
    sample.change(PRICES, "4500", "4 500 р.")
    assert "4 500" not in only(sample).remedy


def test_problems_of_all_files_are_told_at_once_in_order(sample: Sample) -> None:
    sample.change(ENGLISH, NOW, "titel: Call now")
    sample.change(ENGLISH, "groups:", "group:")
    sample.change(PRICES, "4500", "4 500 р.")
    sample.change(RUSSIAN, "summary:", "summary")
    sample.write(FORMAT, "")
    assert [str(problem.place) for problem in load(sample.root).problems] == [
        f"{ENGLISH}:11:5",
        f"{ENGLISH}:26:9",
        f"{RUSSIAN}:3:1",
        f"{PRICES}:12:17",
        f"{FORMAT}:1:1",
    ]


def test_a_misspelt_key_is_one_problem_not_two(sample: Sample) -> None:
    sample.change(LEAFLET, "review_by", "reviewby")
    assert only(sample).code == "unknown-key"


def test_a_list_is_not_called_empty_because_its_entries_are_wrong(sample: Sample) -> None:
    sample.change(LEAFLET, "[red]", "[RED, Amber]")
    sample.change(PRICES, "home-visit", "Home")
    assert [problem.place for problem in load(sample.root).problems] == [
        Place(LEAFLET, 6, 12),
        Place(LEAFLET, 6, 17),
        Place(PRICES, 10, 14),
    ]


@pytest.mark.parametrize("file", FILES)
def test_every_file_is_needed(sample: Sample, file: str) -> None:
    sample.delete(file)
    loaded = load(sample.root)
    assert loaded.project is None
    problem = loaded.problems[0]
    assert problem.place is not None
    assert file.startswith(problem.place.file)
    assert problem.code in ("file-missing", "language-missing")
    assert "back from your backup or from the version history" in problem.remedy
    assert "same folder" not in problem.remedy  # what lies beside it is needed itself


def test_a_missing_language_says_what_to_copy_where_it_never_was(sample: Sample) -> None:
    sample.delete(RUSSIAN)
    problem = only(sample)
    assert problem.code == "language-missing"
    assert problem.remedy.startswith(f"Bring `{RUSSIAN}` back from your backup")
    assert f"If there never was one: copy `{ENGLISH}`" in problem.remedy


def test_words_to_avoid_are_those_of_a_language_and_not_translated(sample: Sample) -> None:
    sample.delete("content/words/ru.yaml")
    remedy = only(sample).remedy
    assert "If there never was one: write it, in the form of `content/words/en.yaml`" in remedy
    assert "translate" not in remedy


@pytest.mark.parametrize(
    "name", ["prices.yml", "prices.yaml.txt", "Prices.yaml", "prces.yaml", "prices (1).yaml", "prices — копия.yaml"]
)
def test_a_file_with_nearly_the_right_name_is_told(sample: Sample, name: str) -> None:
    sample.delete(PRICES)
    sample.write(f"content/{name}", FILES[PRICES])
    assert f"There is `{name}` in the same folder, which is not read" in only(sample).remedy


@pytest.mark.parametrize("name", ["sources.yaml", "prices-2029.yml", "clinic.yaml", "price notes.docx"])
def test_a_file_that_is_another_one_is_not_proposed(sample: Sample, name: str) -> None:
    sample.delete(PRICES)
    sample.write(f"content/{name}", FILES.get(f"content/{name}", "x"))
    assert name not in only(sample).remedy


def test_a_file_that_was_emptied_is_brought_back(sample: Sample) -> None:
    for file in FILES:
        before = (sample.root / file).read_text("utf-8")
        sample.write(file, "")
        assert only(sample).remedy.startswith(
            "Bring back what stood here, from your backup or from the version history"
        )
        assert "elete" not in only(sample).remedy
        sample.write(file, before)


def test_an_empty_folder_is_no_project(tmp_path: Path) -> None:
    loaded = load(tmp_path)
    assert loaded.project is None
    assert {problem.code for problem in loaded.problems} == {"file-missing"}
    assert Place(CLINIC) in {problem.place for problem in loaded.problems}


def test_a_folder_that_does_not_exist_is_no_project(tmp_path: Path) -> None:
    assert load(tmp_path / "nowhere").project is None


def test_a_language_nobody_declared_is_a_warning(sample: Sample) -> None:
    sample.write("content/leaflets/when-to-call/de.yaml", FILES[ENGLISH])
    sample.write("content/leaflets/notes.txt", "for staff")
    loaded = load(sample.root)
    assert loaded.project is not None
    assert [(p.code, p.warning, p.place) for p in loaded.problems] == [
        ("file-unexpected", True, Place("content/leaflets/notes.txt")),
        ("file-unexpected", True, Place("content/leaflets/when-to-call/de.yaml")),
    ]


def test_spare_copies_of_editors_are_passed_over(sample: Sample) -> None:
    for name in (".en.yaml.swp", "en.yaml~", "#en.yaml", "~$en.yaml"):
        sample.write(f"content/leaflets/when-to-call/{name}", "x")
    assert load(sample.root).problems == ()


def test_without_a_clinic_all_texts_are_still_read(sample: Sample) -> None:
    sample.change(CLINIC, "region: RU", "region: Russia")
    sample.change(RUSSIAN, "summary:", "sumary:")
    assert [str(p.place) for p in load(sample.root).problems] == [f"{CLINIC}:3:9", f"{RUSSIAN}:3:1"]


@pytest.mark.parametrize(
    ("file", "name", "wanted"),
    [
        (BRANCH, "key: main", "`key: main`"),
        (FORMAT, "key: a5", "`key: a5`"),
        (LEAFLET, "key: when-to-call", "`key: when-to-call`"),
        ("templates/words/ru.yaml", "language: ru", "`language: ru`"),
    ],
)
def test_a_key_repeats_the_name_of_its_file(sample: Sample, file: str, name: str, wanted: str) -> None:
    sample.change(file, f"{name}\n", f"{name.partition(' ')[0]} xx\n")
    (problem,) = load(sample.root).problems
    assert (problem.code, problem.place.file if problem.place else "") == ("key-mismatch", file)
    assert wanted in problem.remedy


def test_two_services_with_one_key_name_both_lines(sample: Sample) -> None:
    text = FILES[PRICES]
    sample.write(PRICES, text + text[text.index("      - key: home") :])
    (problem,) = load(sample.root).problems
    assert (problem.code, str(problem.place)) == ("key-repeated", f"{PRICES}:15:14")
    assert "line 10" in problem.message


class TestHostileFiles:
    def test_a_giant_is_refused_before_it_is_read(self, sample: Sample) -> None:
        with (sample.root / PRICES).open("wb") as stream:
            stream.truncate(50_000_000)
        problem = only(sample)
        assert (problem.code, str(problem.place)) == ("yaml-too-large", PRICES)
        assert "50.0 MB; 1 MB is the limit" in problem.message

    def test_a_file_that_grows_while_it_is_read_is_refused(
        self, sample: Sample, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("press.load.files._must_be_readable", lambda status, place: None)
        sample.write(PRICES, FILES[PRICES] + "#" * 2_000_000)
        assert only(sample).code == "yaml-too-large"

    @pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 50_000, "- " * 100_000, "? " * 100_000])
    def test_deep_nesting_is_refused(self, sample: Sample, text: str) -> None:
        sample.write(PRICES, text)
        problem = only(sample)
        assert problem.code in ("yaml-too-deep", "yaml-key-not-words")
        assert problem.place
        assert problem.place.line == 1

    def test_an_alias_bomb_is_refused(self, sample: Sample) -> None:
        lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
        lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 20)]
        sample.write(PRICES, "\n".join(lines))
        problem = only(sample)
        assert (problem.code, problem.place) == ("yaml-alias", Place(PRICES, 5, 45))
        assert "100000" in problem.message

    def test_what_an_alias_holds_is_counted_to_its_last_level(self, sample: Sample) -> None:
        sample.write(PRICES, f"a: &a [[{'x, ' * 1000}]]\nb: [{'*a, ' * 120}]")
        assert only(sample).code == "yaml-alias"

    def test_a_deep_alias_bomb_is_refused(self, sample: Sample) -> None:
        lines = ["a0: &a0 [x]", *(f"a{n}: &a{n} [[*a{n - 1}]]" for n in range(1, 40))]
        sample.write(PRICES, "\n".join(lines))
        assert only(sample).code == "yaml-too-deep"

    def test_more_values_than_anybody_writes_are_refused(self, sample: Sample) -> None:
        sample.write(PRICES, "x: [" + "a," * 100_001 + "]")
        assert only(sample).code == "yaml-too-large"

    @pytest.mark.parametrize(
        ("data", "where"),
        [
            ("currency: RUB\nowner: Врач".encode("cp1251"), "2:8"),
            ("currency: RUB".encode("utf-16"), "1:1"),
            (b"currency: RUB\r\nowner: \xd0", "2:8"),
            (b"\xff", "1:1"),
        ],
    )
    def test_another_encoding_is_told_with_its_line(self, sample: Sample, data: bytes, where: str) -> None:
        sample.write(PRICES, data)
        problem = only(sample)
        assert (problem.code, str(problem.place)) == ("yaml-not-utf8", f"{PRICES}:{where}")
        assert "UTF-8" in problem.remedy

    def test_a_byte_order_mark_is_no_mistake(self, sample: Sample) -> None:
        sample.write(PRICES, b"\xef\xbb\xbf" + FILES[PRICES].replace("\n", "\r\n").encode())
        assert load(sample.root).problems == ()

    def test_more_problems_than_anybody_mends_are_counted(self, sample: Sample) -> None:
        sample.write(PRICES, "\n".join(f"key{number}: x" for number in range(1000)))
        problems = load(sample.root).problems
        assert len(problems) == 51
        assert problems[0].code == "more-problems"
        assert "954 more problems" in problems[0].message

    def test_invisible_characters_are_told_fifty_times_at_most(self, sample: Sample) -> None:
        sample.write(PRICES, FILES[PRICES] + "# \x07\n" * 1000)
        problems = load(sample.root).problems
        assert len(problems) == 51
        assert "950 more problems" in problems[0].message

    def test_a_link_out_of_the_project_is_refused(
        self, sample: Sample, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        outside = tmp_path_factory.mktemp("outside") / "prices.yaml"
        outside.write_text(FILES[PRICES])
        sample.delete(PRICES)
        (sample.root / PRICES).symlink_to(outside)
        problem = only(sample)
        assert (problem.code, problem.place) == ("file-outside", Place(PRICES))

    def test_a_folder_of_leaflets_linked_from_outside_is_refused(
        self, sample: Sample, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        outside = tmp_path_factory.mktemp("outside")
        (sample.root / "content/leaflets/other").symlink_to(outside)
        codes = {problem.code for problem in load(sample.root).problems}
        assert "file-outside" in codes

    def test_a_link_within_the_project_is_read(self, sample: Sample) -> None:
        sample.write("content/list.yaml", FILES[PRICES])
        sample.delete(PRICES)
        (sample.root / PRICES).symlink_to("list.yaml")
        assert load(sample.root).problems == ()

    def test_a_link_to_itself_is_refused(self, sample: Sample) -> None:
        sample.delete(PRICES)
        (sample.root / PRICES).symlink_to("prices.yaml")
        assert only(sample).code == "file-unreadable"

    def test_a_folder_in_the_place_of_a_file_is_refused(self, sample: Sample) -> None:
        sample.delete(PRICES)
        (sample.root / PRICES).mkdir()
        problem = only(sample)
        assert problem.code == "file-unreadable"
        assert "a folder stands here" in problem.message

    def test_a_pipe_is_refused_without_waiting_for_it(self, sample: Sample) -> None:
        sample.delete(PRICES)
        os.mkfifo(sample.root / PRICES)
        assert only(sample).code == "file-unreadable"

    def test_a_file_in_the_place_of_a_folder_is_refused(self, sample: Sample) -> None:
        sample.delete(BRANCH)
        (sample.root / "content/branches").rmdir()
        sample.write("content/branches", "x")
        assert only(sample).code == "file-missing"

    def test_a_file_that_may_not_be_read_is_told(self, sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
        """The system refuses; a test that runs as root could not take the permission away."""
        original: Any = Path.open

        def refuse(path: Path, *args: str) -> object:
            if path.name == "prices.yaml":
                raise PermissionError(13, "Permission denied")
            return original(path, *args)

        monkeypatch.setattr(Path, "open", refuse)
        problem = only(sample)
        assert (problem.code, problem.place) == ("file-unreadable", Place(PRICES))
        assert "Permission denied" in problem.message
