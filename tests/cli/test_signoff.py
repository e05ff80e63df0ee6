"""`signoff`: who approved which words; a history that is only added to; and the walk from draft to clean."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
import yaml

from press.cli.main import main
from press.preflight.reading import read_pages
from press.publish import read_manifest
from tests.conftest import Sample
from tests.workbench import WORDS, Workbench

TODAY = ("--today", "2026-06-01")
LATER = ("--today", "2026-07-02")
FILE = "content/leaflets/when-to-call/sign-offs/en.yaml"
CLINIC = "content/clinic.yaml"
TEXT = "content/leaflets/when-to-call/en.yaml"
POLICY = "sign_off: {office: [clinician, administration], screen: [clinician]}\nowner:"
DOCTOR = ("when-to-call", "en", "--role", "clinician", "--name", "Dr A. Ivanova")


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    error: str


class Press:
    """Types commands to a project."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root, self._capsys = root, capsys

    def __call__(self, *words: str) -> Said:
        code = main(words, self.root)
        return Said(code, *self._capsys.readouterr())


@pytest.fixture
def type_(sample: Sample, capsys: pytest.CaptureFixture[str]) -> Press:
    return Press(sample.root, capsys)


def history(sample: Sample) -> list[dict[str, str]]:
    tree = yaml.load((sample.root / FILE).read_text("utf-8"), yaml.BaseLoader)
    assert tree["language"] == "en"
    found: list[dict[str, str]] = tree["sign_offs"]
    return found


def table(type_: Press) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(type_("signoff", "--json").out)["sign_offs"]
    return found


# Noting -----------------------------------------------------------------------------------------------------


def test_an_approval_is_noted_and_told(sample: Sample, type_: Press) -> None:
    said = type_("signoff", *DOCTOR, *TODAY)
    assert (said.code, said.error) == (0, "")
    (entry,) = history(sample)
    noted = {"role": "clinician", "name": "Dr A. Ivanova", "on": "2026-06-01"}
    assert {**entry, "digest": "", "parts": {}} == {**noted, "digest": "", "parts": {}}
    for words in (
        "“When to call” (en), version 1",
        "Dr A. Ivanova as clinician on 2026-06-01",
        "1 statement that rests on 1 source",
        entry["digest"][:8],
        FILE,
        "Nothing else is asked for",
    ):
        assert words in said.out, words


def test_the_history_grows_and_what_stands_in_it_stays(sample: Sample, type_: Press) -> None:
    type_("signoff", *DOCTOR, *TODAY)
    before = (sample.root / FILE).read_text("utf-8")
    type_("signoff", *DOCTOR, "--today", "2026-07-01")
    type_("signoff", "when-to-call", "en", "--role", "administration", "--name", "О. Петрова: №1 # x", *LATER)
    assert (sample.root / FILE).read_text("utf-8").startswith(before)
    assert [(entry["on"], entry["name"]) for entry in history(sample)] == [
        ("2026-06-01", "Dr A. Ivanova"),
        ("2026-07-01", "Dr A. Ivanova"),
        ("2026-07-02", "О. Петрова: №1 # x"),
    ]


def test_the_same_approval_twice_on_one_day_is_one(sample: Sample, type_: Press) -> None:
    type_("signoff", *DOCTOR, *TODAY)
    assert type_("signoff", *DOCTOR, *TODAY).code == 0
    assert len(history(sample)) == 1


def test_words_that_came_back_are_approved_again_on_the_same_day(sample: Sample, type_: Press) -> None:
    type_("signoff", *DOCTOR, *TODAY)
    sample.change(TEXT, "summary: Which", "summary: All")
    type_("signoff", *DOCTOR, *TODAY)
    sample.change(TEXT, "summary: All", "summary: Which")
    said = type_("signoff", *DOCTOR, *TODAY)
    assert (said.code, said.error) == (0, "")
    digests = [entry["digest"] for entry in history(sample)]
    assert len(digests) == 3
    assert digests[0] == digests[2] != digests[1]
    (row,) = [row for row in table(type_) if row["language"] == "en"]
    assert row["holds"] is True


def test_an_approval_of_another_role_between_two_makes_no_new_one(sample: Sample, type_: Press) -> None:
    type_("signoff", *DOCTOR, *TODAY)
    type_("signoff", "when-to-call", "en", "--role", "administration", "--name", "O. Petrova", *TODAY)
    type_("signoff", *DOCTOR, *TODAY)
    assert [entry["role"] for entry in history(sample)] == ["clinician", "administration"]


def test_the_digest_of_what_was_read_may_be_said(sample: Sample, type_: Press) -> None:
    type_("signoff", *DOCTOR, *TODAY)
    digest = history(sample)[0]["digest"]
    for words in (digest[:8], digest[:8].upper(), digest[:20], digest):
        assert type_("signoff", *DOCTOR, "--digest", words, *LATER).code == 0
    assert len(history(sample)) == 2


def test_words_that_changed_since_they_were_read_are_not_approved(sample: Sample, type_: Press) -> None:
    type_("signoff", *DOCTOR, *TODAY)
    digest = history(sample)[0]["digest"]
    sample.change(TEXT, "summary: Which", "summary: All")
    said = type_("signoff", *DOCTOR, "--digest", digest[:8], *LATER)
    assert said.code == 1
    assert "sign-off-other-words" in said.error
    assert digest[:8] in said.error
    assert "./run evidence --leaflet when-to-call --language en" in said.error
    assert len(history(sample)) == 1


@pytest.mark.parametrize("digest", ["a6f5155", "a6f5155g", "x" * 8, "a" * 65, ""])
def test_what_is_no_digest_makes_no_sense(sample: Sample, type_: Press, digest: str) -> None:
    said = type_("signoff", *DOCTOR, f"--digest={digest}", *TODAY)
    assert said.code == 2
    assert "at least the first eight signs" in said.error
    assert "such as a6f51554" in said.error
    assert not (sample.root / FILE).exists()


def test_what_the_policy_still_asks_for_is_told(sample: Sample, type_: Press) -> None:
    sample.change(CLINIC, "owner:", POLICY)
    said = type_("signoff", *DOCTOR, *TODAY)
    assert "Still asked for (office):" in said.out
    assert "./run signoff when-to-call en --role administration --name" in said.out
    assert json.loads(type_("signoff", *DOCTOR, *TODAY, "--json").out)["still_missing"] == {
        "office": ["administration"]
    }


def test_a_role_that_nobody_asks_for_is_noted_and_told(sample: Sample, type_: Press) -> None:
    said = type_("signoff", "when-to-call", "en", "--role", "clinic-manager", "--name", "Dr A", *TODAY)
    assert said.code == 0
    assert "Nothing asks for the role `clinic-manager`; it was noted all the same.\n" in said.out
    assert history(sample)[0]["role"] == "clinic-manager"


def test_a_slip_of_the_pen_is_asked_about_before_it_stands_in_the_history(sample: Sample, type_: Press) -> None:
    said = type_("signoff", "when-to-call", "en", "--role", "clinican", "--name", "Dr A", *TODAY)
    assert said.code == 2
    assert "nothing was noted. Did you mean `clinician`?" in said.error
    assert './run signoff when-to-call en --role clinician --name "Dr A"' in said.error
    assert not (sample.root / FILE).exists()
    sample.change(CLINIC, "owner:", "sign_off: {office: [clinician, clinicians]}\nowner:")
    assert type_("signoff", "when-to-call", "en", "--role", "clinicians", "--name", "Dr A", *TODAY).code == 0


def test_a_role_of_the_history_is_known(sample: Sample, type_: Press) -> None:
    for role in ("nurse", "nurse"):
        assert type_("signoff", "when-to-call", "en", "--role", role, "--name", "A. B.", *LATER).code == 0
    assert type_("signoff", "when-to-call", "en", "--role", "nursee", "--name", "A. B.", *LATER).code == 2


def test_old_sources_are_named_for_the_one_who_approves(sample: Sample, type_: Press) -> None:
    said = type_("signoff", *DOCTOR, "--today", "2027-06-01")
    assert "source-old" not in said.error
    sample.change(CLINIC, "owner:", "source_years: 5\nowner:")
    said = type_("signoff", *DOCTOR, "--today", "2027-06-01")
    assert "`who-2014` (2014)" in said.error
    assert said.code == 0


def test_as_data(sample: Sample, type_: Press) -> None:
    found = json.loads(type_("signoff", *DOCTOR, *TODAY, "--json").out)
    assert found["file"] == FILE
    assert (found["title"], found["claims"], found["sources"]) == ("When to call", 1, 1)
    assert found["digest"] == history(sample)[0]["digest"]


# Refusing ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "message", "remedy"),
    [
        (["when-to-cal", "en", "--role", "clinician", "--name", "Dr A"], "'when-to-cal'", "`when-to-call`?"),
        (["when-to-call", "eng", "--role", "clinician", "--name", "Dr A"], "'eng'", "`en`"),
        (["when-to-call"], "LANGUAGE is missing", "./run signoff when-to-call en --role clinician --name"),
        (
            ["when-to-call", "ru", "--name", "Dr A"],
            "--role is missing",
            'when-to-call ru --role clinician --name "Dr A"',
        ),
        (["when-to-call", "en", "--role", "clinician"], "--name is missing", '--name "Dr A. Ivanova"'),
        (["when-to-call", "en", "--role", "Clinician!", "--name", "Dr A"], "'Clinician!'", "Did you mean `clinician`?"),
        (["when-to-call", "en", "--role", "clinician", "--name", "A"], "the name 'A'", "under a letter"),
    ],
)
def test_what_makes_no_sense_is_refused(
    sample: Sample, type_: Press, words: list[str], message: str, remedy: str
) -> None:
    said = type_("signoff", *words, *TODAY)
    assert said.code == 2
    assert message in said.error
    assert remedy in said.error
    assert not (sample.root / FILE).parent.exists()


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        (TEXT, "sources: [who-2014]", "sources: [nobody]", "source-unknown"),
        (TEXT, "The person cannot", "A {emergncy} cannot", "reference-unknown"),
        (TEXT, "column: Price", "column: A <b>price</b>", "html-in-content"),
        ("content/leaflets/when-to-call/leaflet.yaml", "red, prices]", "red]", "section-nowhere"),
        ("content/branches/main.yaml", "main:\n", "mian:\n", "phone-unknown"),
        (TEXT, "  prices:\n", "      - {kind: picture, key: p, file: no.png, alt: a}\n  prices:\n", "picture-missing"),
    ],
)
def test_words_that_cannot_be_printed_cannot_be_approved(
    sample: Sample, type_: Press, file: str, old: str, new: str, code: str
) -> None:
    sample.change(file, old, new)
    if "picture" in new:  # both languages have the same blocks
        sample.change(TEXT.replace("en.yaml", "ru.yaml"), old, new)
    said = type_("signoff", *DOCTOR, *TODAY)
    assert said.code == 1
    assert f"{code}:" in said.error
    assert "sign-off-refused" in said.error
    assert not (sample.root / FILE).exists()


def test_what_is_wrong_elsewhere_is_no_reason(sample: Sample, type_: Press) -> None:
    sample.change("content/leaflets/when-to-call/ru.yaml", "sources: [who-2014]", "sources: [nobody]")
    assert type_("signoff", *DOCTOR, *TODAY).code == 0


def test_days_that_are_over_are_no_reason_as_they_are_not_about_words(sample: Sample, type_: Press) -> None:
    assert type_("signoff", *DOCTOR, "--today", "2029-01-01").code == 0


def test_no_day_to_come_is_noted(sample: Sample, type_: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("press.cli.noted_day.real_day", lambda: date(2026, 6, 1))
    said = type_("signoff", *DOCTOR, *LATER)
    assert said.code == 2
    assert "2026-07-02 is still to come; nothing was noted" in said.error
    assert not (sample.root / FILE).exists()
    assert type_("signoff", *DOCTOR, *TODAY).code == 0
    assert type_("signoff", *LATER).code == 0  # to look is no harm


def test_a_clock_that_is_behind_the_history_is_refused(sample: Sample, type_: Press) -> None:
    type_("signoff", *DOCTOR, "--today", "2026-07-01")
    said = type_("signoff", *DOCTOR, *TODAY)
    assert said.code == 1
    assert "sign-off-in-future" in said.error
    assert len(history(sample)) == 1


# Showing ----------------------------------------------------------------------------------------------------


def test_alone_it_shows_every_text_with_its_state(sample: Sample, type_: Press) -> None:
    sample.change(CLINIC, "owner:", "sign_off: {office: [clinician]}\nowner:")
    rows = type_("signoff").out.splitlines()
    assert sum("not approved yet" in row for row in rows) == 2
    type_("signoff", *DOCTOR, *TODAY)
    (row,) = (row for row in type_("signoff").out.splitlines() if "holds" in row)
    for words in ("when-to-call", "en", "clinician", "office", "Dr A. Ivanova", "2026-06-01"):
        assert words in row
    sample.change(TEXT, "woken", "waked")
    assert "no longer holds: changed since: section “red”" in " ".join(type_("signoff").out.split())


def test_alone_it_says_that_nothing_is_asked_for(type_: Press) -> None:
    assert "asks for no approval" in type_("signoff").out


def test_the_table_as_data(sample: Sample, type_: Press) -> None:
    type_("signoff", *DOCTOR, *TODAY)
    found = json.loads(type_("signoff", "--json").out)["sign_offs"]
    assert [(one["language"], one["name"], one["holds"]) for one in found] == [
        ("en", "Dr A. Ivanova", True),
        ("ru", None, False),
    ]
    sample.change(TEXT, "woken", "waked")
    assert json.loads(type_("signoff", "--json").out)["sign_offs"][0]["changed"] == ["section “red”"]


# From draft to clean ----------------------------------------------------------------------------------------


class Walk:
    """Builds the small leaflet of the workbench and looks at what lies in the output folder."""

    day = ("--today", "2026-11-23")

    def __init__(self, bench: Workbench, press: Press) -> None:
        self.bench, self._press, self.output = bench, press, bench.root / "output"

    def build(self, *words: str, code: int = 0) -> Said:
        said = self._press("build", *self.day, "--jobs", "1", *words)
        assert said.code == code, said.error
        return said

    def sign(self, language: str, role: str = "clinician") -> None:
        said = self._press("signoff", "trial", language, "--role", role, "--name", "Dr A. Ivanova", *self.day)
        assert said.code == 0, said.error

    @property
    def files(self) -> set[str]:
        """The published files, by language, medium and whether they are drafts."""
        found = {path.relative_to(self.output).as_posix() for path in self.output.rglob("*.pdf")}
        assert found == set(read_manifest(self.output / "manifest.json") or {})
        return {path.replace("trial.wallet-card.", "").removesuffix(".pdf") for path in found}

    def pages(self, name: str) -> list[str]:
        """The words of each page of a file."""
        language, _, rest = name.partition("/")
        data = (self.output / f"{language}/trial.wallet-card.{rest}.pdf").read_bytes()
        return [" ".join(run.text for run in page.runs).replace("\u00a0", " ") for page in read_pages(data)]


@pytest.fixture
def walk(bench: Workbench, capsys: pytest.CaptureFixture[str]) -> Walk:
    bench.change("content/leaflets/trial/leaflet.yaml", "critical: [words]", "critical: []")
    for language in ("en", "ru"):
        for key in ("text", "list"):
            sourced = f"key: {key}\n        sources: [who-overdose-2014]\n"
            bench.change(f"content/leaflets/trial/{language}.yaml", f"key: {key}\n", sourced)
    return Walk(bench, Press(bench.root, capsys))


CLEAN = {"en/office", "en/screen", "ru/office", "ru/screen"}


def ask(bench: Workbench, policy: str) -> None:
    bench.append(CLINIC, f"sign_off: {policy}")


def test_where_nothing_is_asked_for_the_pages_are_clean(walk: Walk) -> None:
    walk.build()
    assert walk.files == CLEAN


def test_until_it_is_approved_every_page_says_draft_in_its_language(walk: Walk) -> None:
    ask(walk.bench, "{office: [clinician], screen: [clinician]}")
    said = walk.build()
    assert walk.files == {f"{name}.draft" for name in CLEAN}
    for language, word in (("en", "DRAFT"), ("ru", "ЧЕРНОВИК")):
        for medium in ("office", "screen"):
            pages = walk.pages(f"{language}/{medium}.draft")
            assert len(pages) == 2
            assert all(word in page for page in pages), (language, medium)
    assert said.error.count("sign-off-missing") == 2
    assert './run signoff trial ru --role clinician --name "…"' in said.error


def test_an_approval_makes_them_clean_and_one_word_makes_them_drafts_again(walk: Walk) -> None:
    ask(walk.bench, "{office: [clinician]}")
    walk.build()
    assert walk.files == {"en/office.draft", "en/screen", "ru/office.draft", "ru/screen"}
    walk.sign("en")
    said = walk.build()
    assert walk.files == {"en/office", "en/screen", "ru/office.draft", "ru/screen"}
    assert "DRAFT" not in " ".join(walk.pages("en/office"))
    assert said.error.count("sign-off-missing") == 1
    walk.bench.change("content/prices.yaml", "amount: 4500\n", "amount: 4700\n")
    walk.bench.change("content/branches/moscow.yaml", 'number: "+74951270203"', 'number: "+74951270204"')
    walk.build()
    assert "en/office" in walk.files, "neither an amount nor a telephone number is approved"
    assert any("4,700" in page for page in walk.pages("en/office"))
    walk.bench.change(WORDS, "Blue lips?", "Grey lips?")
    walk.build()
    assert walk.files == {"en/office.draft", "en/screen", "ru/office.draft", "ru/screen"}


def test_a_build_of_a_part_leaves_no_twin_behind(walk: Walk) -> None:
    ask(walk.bench, "{office: [clinician]}")
    walk.build()
    walk.sign("en")
    walk.build("--language", "en", "--medium", "office")
    assert walk.files == {"en/office", "en/screen", "ru/office.draft", "ru/screen"}


def test_what_cannot_be_made_leaves_its_last_file_in_place(walk: Walk) -> None:
    ask(walk.bench, "{office: [clinician]}")
    walk.sign("en")
    walk.build()
    assert "en/office" in walk.files
    walk.bench.change(WORDS, "Blue lips?", "Lips {emergncy}?")
    said = walk.build(code=1)
    assert "en/office" in walk.files
    assert "the older file en/trial.wallet-card.office.pdf is still there and looks ready" in said.out


def test_a_missing_approval_does_not_let_mistakes_pass(walk: Walk) -> None:
    ask(walk.bench, "{office: [clinician], screen: [clinician]}")
    walk.bench.change(WORDS, "Blue lips?", "Lips {emergncy}?")
    walk.build("--language", "en", code=1)
    assert walk.files == set()


def test_drafts_that_somebody_asks_for_lie_beside_the_good_files(walk: Walk) -> None:
    ask(walk.bench, "{office: [clinician]}")
    walk.sign("en")
    walk.build("--language", "en")
    walk.build("--language", "en", "--draft")
    assert walk.files == {"en/office", "en/screen", "en/office.draft", "en/screen.draft"}
