import json
import os
import shlex
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from press import __version__
from press.cli.wishes import (
    DiffWish,
    DueWish,
    IdentifyWish,
    PricesWish,
    SignOffWish,
    TranslatedWish,
    TranslationsWish,
    Wish,
)
from press.cli.words import parse, wish_of
from press.errors import UsageError
from tests.cli.test_build import Run

ROOT = Path(__file__).parents[2]
HEAVY = {"weasyprint", "pypdf", "pydantic", "yaml", "jinja2", "rich", "pypdfium2", "PIL", "babel", "difflib"}
HEAVY |= {"openpyxl", "pymorphy3", "ruamel", "icalendar"}


def door(*words: str, cwd: Path = ROOT, **env: str) -> subprocess.CompletedProcess[str]:
    """What `python build.py` does, in a process of its own."""
    command = [sys.executable, str(ROOT / "build.py"), *words]
    return subprocess.run(
        command, cwd=cwd, env={**os.environ, **env}, capture_output=True, text=True, timeout=60, check=False
    )


def heavy_after(program: str) -> set[str]:
    """Which of the heavy modules a program has imported when it ends."""
    told = f"{program}\nimport sys, json; print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    return HEAVY & set(json.loads(done.stderr.splitlines()[-1]))


def test_the_door_imports_nothing_heavy() -> None:
    assert heavy_after("import press.cli, press.cli.main, press.cli.build, build") == set()


def test_a_build_with_nothing_to_do_imports_nothing_heavy(run: Run, tmp_path: Path) -> None:
    assert run().code == 0
    program = f"""
from pathlib import Path
from press.cli.main import main
words = ["build", "--today", "2026-01-01", "--output", {str(tmp_path / "output")!r}]
assert main(words, Path({str(tmp_path)!r})) == 0
"""
    first = run("--output", str(tmp_path / "output"))
    assert first.code == 0
    assert heavy_after(program) == set()


@pytest.mark.parametrize("word", [[], ["build"], ["check"], ["list"], ["proof"], ["explain"], ["schema"]])
def test_every_word_has_help(word: list[str]) -> None:
    done = door(*word, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert "--json" in done.stdout or not word


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["biuld"], "Did you mean `build`?"),
        (["--leaflett", "x"], "--leaflett"),
        (["build", "--leaf", "x"], "--leaf"),
        (["build", "--today", "2027-02-30"], "2027-02-30"),
        (["build", "--today", "tomorrow"], "2027-12-31"),
        (["build", "--jobs", "0"], "1 to 256"),
        (["build", "--jobs", "many"], "whole number"),
        (["proof", "--dpi", "99999"], "36 to 600"),
        (["explain"], "CODE"),
        (["explain", "disk-ful"], "Did you mean `disk-full`?"),
        (["check", "--draft"], "--draft"),
        (["list", "more"], "more"),
        ([""], "no word"),
    ],
)
def test_wrong_usage_is_told_with_a_way_out(words: list[str], told: str) -> None:
    done = door(*words)
    assert done.returncode == 2
    assert done.stdout == ""
    assert told in done.stderr
    assert "usage:" in done.stderr
    assert "help:" in done.stderr
    assert "Traceback" not in done.stderr


def test_wrong_usage_as_data() -> None:
    done = door("build", "--json", "--jobs", "x")
    assert (done.returncode, done.stderr) == (2, "")
    assert json.loads(done.stdout)["problems"][0]["code"] == "usage"


@pytest.mark.parametrize(
    ("option", "word", "told"),
    [
        ("--leaflet", "hepl", "Did you mean `help`? Known: `help`, `overdose`."),
        ("--language", "de", "Known: `en`, `ru`."),
        ("--format", "a3", "`a4`"),
        ("--medium", "ofice", "Did you mean `office`? Known: `office`, `screen`."),
        ("--branch", "north", "Known: `main`."),
    ],
)
def test_what_does_not_exist_is_told_with_what_does(run: Run, option: str, word: str, told: str) -> None:
    said = run(option, word)
    assert said.code == 2
    assert told in said.error


def test_all_unknown_words_are_told_at_once(run: Run) -> None:
    said = run("--leaflet", "x", "--format", "y")
    assert "'x'" in said.error
    assert "'y'" in said.error


def test_options_that_leave_nothing_are_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "content/leaflets/overdose/ru.yaml").write_text("")
    said = run("--leaflet", "overdose", "--language", "ru")
    assert said.code == 2
    assert "Nothing fits" in said.error


def test_a_reader_that_stops_listening_is_no_mistake() -> None:
    command = f"{sys.executable} build.py explain disk-full | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def shell(line: str, unbuffered: str = "") -> subprocess.CompletedProcess[str]:
    """A line of bash in the folder of the project; `door` is what `python build.py` does."""
    program = f'door() {{ {shlex.quote(sys.executable)} build.py "$@"; }}\n{line}'
    return subprocess.run(
        ["bash", "-c", program],
        cwd=ROOT,
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("way", ['> "{file}"', '| cat > "{file}"'])
def test_a_refusal_as_data_leaves_the_process_whole(tmp_path: Path, way: str) -> None:
    file = tmp_path / "told"
    shell("door list --json --leaflet x " + way.format(file=file))
    assert [problem["code"] for problem in json.loads(file.read_text("utf-8"))["problems"]] == ["usage"]


@pytest.mark.parametrize(("words", "code"), [("list --json --leaflet x", 2), ("list --json", 0), ("--help", 0)])
def test_a_reader_that_stopped_before_the_first_word_is_no_mistake(words: str, code: int) -> None:
    done = shell(f"{{ sleep 0.3; door {words}; echo $? >&2; }} | true")
    assert done.stderr == f"{code}\n"


@pytest.mark.parametrize(("words", "code"), [("list --json --leaflet x", 2), ("list --json", 1), ("list", 1)])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_an_answer_for_which_there_is_no_room_is_told(words: str, code: int, unbuffered: str) -> None:
    done = shell(f"door {words} > /dev/full", unbuffered)
    assert done.returncode == code
    assert "output-unwritable: the answer cannot be written: No space left on device" in done.stderr
    assert "Traceback" not in done.stderr
    assert "mistake in the program" not in done.stderr


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("door list >&-", 0),
        ("door list --json --leaflet x >&-", 2),
        ("door list --leaflet x 2>&-", 2),
        ("door list --leaflet x >&- 2>&-", 2),
        ("door list --leaflet x 2> /dev/full", 2),
    ],
)
def test_a_stream_that_is_closed_is_passed_over(line: str, code: int) -> None:
    done = shell(line)
    assert done.returncode == code
    assert done.stderr == ""


def test_a_terminal_that_knows_only_ascii_is_no_mistake() -> None:
    done = door("explain", "disk-full", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert done.stdout


def test_where_one_stands_does_not_matter(tmp_path: Path) -> None:
    assert door("explain", "disk-full", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("typed", "wish"),
    [
        ("due --within 30 --ics due.ics", DueWish(30, Path("due.ics"))),
        ("due", DueWish(None, None)),
        (
            "prices import list.csv --into prices-2027.yaml --table Sheet1 --begins 2027-03-01 --ends 2027-12-31 --yes",
            PricesWish(
                "import",
                Path("list.csv"),
                "prices-2027.yaml",
                "Sheet1",
                date(2027, 3, 1),
                date(2027, 12, 31),
                True,
                False,
            ),
        ),
        (
            "prices import list.csv --yes --looked-again",
            PricesWish("import", Path("list.csv"), None, None, None, None, True, True),
        ),
        ("prices export list.xlsx", PricesWish("export", Path("list.xlsx"), None, None, None, None, False, False)),
        ("translated signs ru red amber", TranslatedWish("signs", "ru", ("red", "amber"))),
        ("translated signs ru", TranslatedWish("signs", "ru", ())),
        ("translations export signs ru a.xlsx", TranslationsWish("export", "signs", "ru", Path("a.xlsx"), False)),
        ("translations import a.xlsx --yes", TranslationsWish("import", "", "", Path("a.xlsx"), True)),
        ("signoff signs ru --role clinician --name Ivanova", SignOffWish("signs", "ru", "clinician", "Ivanova", None)),
        ("signoff signs ru --digest A6F51554", SignOffWish("signs", "ru", "", "", "a6f51554")),
        ("signoff", SignOffWish("", "", "", "", None)),
        ("identify 7K3M-9QW", IdentifyWish("7K3M-9QW")),
        ("diff old new --to a.pdf", DiffWish(Path("old"), Path("new"), Path("a.pdf"))),
        ("diff old", DiffWish(Path("old"), None, None)),
    ],
)
def test_each_smaller_word_has_its_own_record(typed: str, wish: Wish) -> None:
    options = parse(typed.split(), ROOT)
    assert wish_of(options, type(wish)) == wish


@pytest.mark.parametrize("typed", ["prices import a.csv --json", "prices --json import a.csv"])
def test_data_is_asked_for_before_or_after_the_verb(typed: str) -> None:
    assert parse(typed.split(), ROOT).as_json


@pytest.mark.parametrize(
    "typed", ["prices", "prices take a.csv", "ledger add", "ledger add 7K3M-9QW --copies 0 --where a --by b", "diff"]
)
def test_a_smaller_word_says_what_it_needs(typed: str) -> None:
    with pytest.raises(UsageError):
        parse(typed.split(), ROOT)


def test_a_word_is_not_asked_for_the_record_of_another() -> None:
    with pytest.raises(TypeError):
        wish_of(parse(["due"], ROOT), DiffWish)


def test_words_that_nobody_knows_are_told_with_the_help_of_their_verb() -> None:
    add = ("ledger", "add", "7K3M-9QW", "--copies", "2", "--by", "clerk", "--where", "waiting", "room")
    with pytest.raises(UsageError) as caught:
        parse(add, ROOT)
    (problem,) = caught.value.problems
    assert problem.message == "`ledger add` does not know room."
    assert "Words that belong together need quotes" in problem.remedy
    assert "`./run ledger add --help`" in problem.remedy
    with pytest.raises(UsageError) as caught:
        parse(("check", "--outptu", "x"), ROOT)
    assert caught.value.problems[0].remedy == "`./run check --help` shows what can be typed."


@pytest.mark.parametrize("words", [["--version"], ["--version", "--json"], ["--json", "--version"]])
def test_the_version_is_told_in_words_or_as_data(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(words, ROOT)
    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert told == f"leaflet press {__version__}\n" if len(words) == 1 else json.loads(told) == {"version": __version__}
