import json
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from press.cli import build, stamp, works
from press.errors import Place, Problem
from press.model.guard import GuardResult, GuardState
from press.publish import Publication
from tests.cli.conftest import Said
from tests.cli.fakes import FakeProject

Run = Callable[..., Said]

EVERYTHING = [
    f"{language}/{leaflet}.a4.{medium}.pdf"
    for language in ("en", "ru")
    for leaflet in ("help", "overdose")
    for medium in ("office", "screen")
]
ABOUT_HELP = [path for path in EVERYTHING if "help" in path]
ABOUT_HELP_EN = [path for path in ABOUT_HELP if path.startswith("en")]


def refusal(file: str, code: str = "source-missing") -> GuardResult:
    return GuardResult.of("sources", (Problem(code, "No source", "Add one", Place(file, 3, 5)),))


def rows(project: FakeProject) -> dict[str, dict[str, object]]:
    manifest = json.loads((project.output / "manifest.json").read_text("utf-8"))
    return {row["path"]: row for row in manifest["files"]}


# What is built -------------------------------------------------------------------------------------------


def test_without_a_word_everything_is_built(project: FakeProject, run: Run) -> None:
    said = run()
    assert (said.code, said.error) == (0, "")
    assert sorted(project.published()) == EVERYTHING
    assert "8 leaflet files ready in output" in said.out


def test_the_manifest_has_what_is_known_of_each_file(project: FakeProject, run: Run) -> None:
    run()
    row = rows(project)["ru/help.a4.office.pdf"]
    assert (row["leaflet"], row["language"], row["pages"], row["sheets"]) == ("help", "ru", 2, 1)
    assert {"edition", "inputs", "sha256", "bytes", "valid_until", "review_by", "guards"} <= row.keys()
    about = json.loads((project.output / "manifest.json").read_text("utf-8"))
    assert about["tools"]["weasyprint"]
    assert str(project.root) not in json.dumps(about)


@pytest.mark.parametrize(
    ("words", "paths"),
    [
        (["--leaflet", "help"], ABOUT_HELP),
        (["--leaflet", "help", "--language", "en"], ABOUT_HELP_EN),
        (["--language", "en", "--language", "ru"], EVERYTHING),
        (["--medium", "screen"], [path for path in EVERYTHING if "screen" in path]),
        (["--format", "a4", "--branch", "main", "--leaflet", "help"], ABOUT_HELP),
    ],
)
def test_a_choice_builds_its_part(project: FakeProject, run: Run, words: list[str], paths: list[str]) -> None:
    assert run("build", *words).code == 0
    assert sorted(project.published()) == sorted(paths)


def test_a_partial_build_keeps_the_rest(project: FakeProject, run: Run) -> None:
    run()
    project.write("help", "en", "new words")
    run("--leaflet", "help", "--language", "en")
    published = project.published()
    assert sorted(published) == EVERYTHING
    assert "new words" in published["en/help.a4.screen.pdf"]
    assert sorted(rows(project)) == EVERYTHING


def test_a_leaflet_that_is_gone_is_removed(project: FakeProject, run: Run) -> None:
    run()
    for file in (project.root / "content/leaflets/overdose").iterdir():
        file.unlink()
    assert run().code == 0
    assert sorted(project.published()) == ABOUT_HELP


def test_the_output_folder_can_be_chosen(project: FakeProject, run: Run) -> None:
    assert run("--output", "elsewhere/deep").code == 0
    assert (project.root / "elsewhere/deep/en/help.a4.screen.pdf").exists()
    assert not project.output.exists()


def test_any_number_of_workers_gives_the_same_files(project: FakeProject, run: Run) -> None:
    run("--jobs", "1", "--output", "one")
    project.root.joinpath(".cache/press/stamp.json").unlink()
    assert run("--jobs", "3", "--force", "--output", "three").code == 0
    one, three = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (project.root / "one", project.root / "three")
    )
    assert one == three


# What is not built again ---------------------------------------------------------------------------------


def test_with_nothing_changed_nothing_is_loaded_and_the_words_are_the_same(
    project: FakeProject, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run()
    monkeypatch.setattr(works, "build", None)
    assert run() == first
    assert run("--json").out.startswith("{")


@pytest.mark.parametrize("touched", ["content", "output", "options", "removed", "force"])
def test_anything_touched_is_noticed(
    project: FakeProject, run: Run, monkeypatch: pytest.MonkeyPatch, touched: str
) -> None:
    run()
    calls = []
    real = works.build

    def counted(*words: Any, **named: Any) -> works.Built:
        calls.append(1)
        return real(*words, **named)

    monkeypatch.setattr(works, "build", counted)
    words: list[str] = []
    if touched == "content":
        project.write("help", "en", "other")
    elif touched == "output":
        (project.output / EVERYTHING[0]).write_text("scribble")
    elif touched == "removed":
        (project.output / EVERYTHING[0]).unlink()
    elif touched == "options":
        words = ["--language", "en"]
    else:
        words = ["--force"]
    assert run(*words).code == 0
    assert calls == [1]
    found = project.published()
    aside = {EVERYTHING[0].replace(".pdf", ".put-aside.pdf")} if touched == "output" else set()
    assert set(found) == set(EVERYTHING) | aside
    assert "scribble" not in [found[path] for path in EVERYTHING]


def test_a_file_put_aside_is_told_once(project: FakeProject, run: Run) -> None:
    run()
    (project.output / EVERYTHING[0]).write_text("my notes")
    assert "file-put-aside" in run().error
    assert "file-put-aside" not in run().error
    assert "my notes" in project.published().values()


def test_only_what_changed_is_made_again(project: FakeProject, run: Run) -> None:
    run()
    assert project.made == EVERYTHING
    project.write("help", "en", "new words")
    run()
    assert project.made == ABOUT_HELP_EN


def test_without_a_stamp_the_cache_still_knows(project: FakeProject, run: Run) -> None:
    first = run()
    assert project.made
    (project.root / ".cache/press/stamp.json").unlink()
    assert run() == first
    assert project.made == []


def test_force_makes_everything_anew(project: FakeProject, run: Run) -> None:
    run()
    assert project.made
    run("--force")
    assert project.made == EVERYTHING


def test_a_cache_that_cannot_be_used_only_costs_time(project: FakeProject, run: Run) -> None:
    (project.root / ".cache").write_text("not a folder")
    assert run().code == 0
    assert run().code == 0
    assert project.made == sorted(EVERYTHING * 2)


def test_a_build_with_problems_leaves_no_stamp(project: FakeProject, run: Run) -> None:
    project.write("help", "en", "too long")
    first = run()
    assert first.code == 1
    assert run() == first


# What is refused -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["too long", "unknown price", "unseen"])
def test_a_refused_leaflet_keeps_its_last_good_file_and_the_others_go_on(
    project: FakeProject, run: Run, words: str
) -> None:
    run()
    good = project.published()
    project.write("help", "en", words)
    project.write("overdose", "en", "new")
    said = run()
    assert said.code == 1
    published = project.published()
    assert sorted(published) == EVERYTHING
    assert all(published[path] == good[path] for path in ABOUT_HELP_EN)
    assert "new" in published["en/overdose.a4.screen.pdf"]
    assert sorted(rows(project)) == EVERYTHING
    assert "Not made: 2 files" in said.out
    assert "do not hand it out" in said.out


def test_what_was_never_good_is_not_there(project: FakeProject, run: Run) -> None:
    project.write("help", "en", "too long")
    said = run()
    assert said.code == 1
    assert sorted(project.published()) == sorted(set(EVERYTHING) - set(ABOUT_HELP_EN))
    assert "do not hand it out" not in said.out


def test_a_refused_product_is_not_kept_in_the_cache(project: FakeProject, run: Run) -> None:
    project.write("help", "en", "unseen")
    run()
    assert project.made
    run()
    assert project.made == ABOUT_HELP_EN


def test_a_check_that_could_not_run_refuses(project: FakeProject, run: Run) -> None:
    project.guards = [GuardResult("dates", GuardState.COULD_NOT_RUN)]
    said = run()
    assert said.code == 1
    assert project.published() == {}
    assert "guard-could-not-run" in said.error


@pytest.mark.parametrize(
    ("file", "refused"),
    [
        ("content/leaflets/help/en.yaml", ABOUT_HELP_EN),
        ("content/leaflets/help/leaflet.yaml", ABOUT_HELP),
        ("content/prices.yaml", ABOUT_HELP_EN),
        ("content/clinic.yaml", EVERYTHING),
        ("templates/formats/a4.yaml", EVERYTHING),
        ("templates/words/en.yaml", [path for path in EVERYTHING if path.startswith("en")]),
        ("templates/formats/a5.yaml", []),
        ("content/branches/south.yaml", []),
        ("content/branches/main.yaml", EVERYTHING),
    ],
)
def test_a_mistake_refuses_what_is_made_from_it_and_nothing_else(
    project: FakeProject, run: Run, file: str, refused: list[str]
) -> None:
    project.write("help", "en", "a price")
    project.guards = [refusal(file)]
    said = run()
    assert said.code == 1
    assert sorted(project.published()) == sorted(set(EVERYTHING) - set(refused))
    assert f"{file}:3:5: source-missing: No source" in said.error
    states = {path: row["guards"] for path, row in rows(project).items()}
    assert all(state == {"content": "passed", "sources": "passed"} for state in states.values())


def test_a_mistake_elsewhere_does_not_trouble_a_partial_build(project: FakeProject, run: Run) -> None:
    project.guards = [refusal("content/leaflets/help/en.yaml")]
    assert run("--leaflet", "overdose").code == 0
    assert run("--leaflet", "help").code == 1


def test_broken_content_builds_nothing_and_tells_everything_in_order(project: FakeProject, run: Run) -> None:
    run()
    good = project.published()
    (project.root / "content/broken.yaml").write_text("a: 1\n  b\n")
    said = run()
    assert said.code == 1
    first, second = said.error.index("broken.yaml:1:1"), said.error.index("broken.yaml:2:3")
    assert first < second
    assert project.published() == good


def test_warnings_are_told_and_refuse_nothing(project: FakeProject, run: Run) -> None:
    project.write("help", "en", "warn")
    said = run()
    assert said.code == 0
    assert "too-dark (warning): Much ink" in said.error
    assert "2 files" not in said.error
    assert run() == said, "the same with nothing changed"


def test_the_output_folder_cannot_hold_the_sources(project: FakeProject, run: Run) -> None:
    said = run("--output", "content")
    assert said.code == 1
    assert "output-protected" in said.error


def test_a_folder_in_use_is_told(project: FakeProject, run: Run) -> None:
    with Publication(project.output):
        said = run()
    assert said.code == 1
    assert "output-busy" in said.error


# Drafts --------------------------------------------------------------------------------------------------


def test_a_draft_is_built_in_spite_of_mistakes_beside_the_good_files(project: FakeProject, run: Run) -> None:
    run()
    project.guards = [refusal("content/clinic.yaml")]
    said = run("--draft")
    assert said.code == 0
    assert "source-missing" in said.error
    drafts = [path.replace(".pdf", ".draft.pdf") for path in EVERYTHING]
    assert sorted(project.published()) == sorted([*EVERYTHING, *drafts])
    project.guards = []
    assert run().code == 0
    assert sorted(project.published()) == EVERYTHING, "the next real build clears the drafts away"


def test_no_draft_loses_words(project: FakeProject, run: Run) -> None:
    project.write("help", "en", "too long")
    assert run("--draft").code == 1
    assert "en/help.a4.screen.draft.pdf" not in project.published()


# Our own mistakes ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("words", "trace"), [("bug", "nobody thought of this"), ("crash", "ended twice")])
def test_a_bug_in_one_leaflet_lets_the_others_go_on(project: FakeProject, run: Run, words: str, trace: str) -> None:
    project.write("help", "en", words)
    said = run("--jobs", "2")
    assert said.code == 3
    assert sorted(project.published()) == sorted(set(EVERYTHING) - set(ABOUT_HELP_EN))
    assert "Traceback" not in said.error + said.out
    log = (project.root / ".cache/press/bug.log").read_text("utf-8")
    assert trace in log
    assert "en/help.a4.screen.pdf" in log


def test_a_bug_anywhere_else_is_told_without_a_traceback(
    project: FakeProject, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(works, "lint", lambda *_: 1 / 0)
    said = run()
    assert said.code == 3
    assert "Traceback" not in said.error + said.out
    assert "bug.log" in said.error
    assert "ZeroDivisionError" in (project.root / ".cache/press/bug.log").read_text("utf-8")


def test_ctrl_c_ends_with_130_and_changes_nothing(
    project: FakeProject, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run()
    good = project.published()
    project.write("help", "en", "new words")

    def interrupted(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr(Publication, "add", interrupted)
    said = run()
    assert said.code == 130
    assert "Stopped" in said.error
    monkeypatch.undo()
    assert project.published() == good
    assert not list(project.output.glob(".*"))


# As data -------------------------------------------------------------------------------------------------


def test_the_report_as_data(project: FakeProject, run: Run) -> None:
    project.write("help", "en", "too long")
    said = run("--json")
    assert (said.code, said.error) == (1, "")
    report = json.loads(said.out)
    assert {file["path"] for file in report["files"]} == set(EVERYTHING) - set(ABOUT_HELP_EN)
    assert [file["path"] for file in report["refused"]] == ABOUT_HELP_EN
    assert {problem["code"] for problem in report["problems"]} == {"panel-overfull"}
    assert report["problems"][0]["job"] in ABOUT_HELP_EN


def test_a_stamp_of_another_day_does_not_count(project: FakeProject, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run()
    calls = []
    real = stamp.read_report
    monkeypatch.setattr(build, "read_report", lambda *words: calls.append(real(*words)))
    run()
    run("--today", "2026-01-02")
    assert calls[0] is not None
    assert calls[1] is None


def test_a_linked_folder_in_the_content_is_never_taken_for_unchanged(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "content").mkdir()
    assert stamp.input_stamp(tmp_path, []) == stamp.input_stamp(tmp_path, [])
    (tmp_path / "content/link").symlink_to(tmp_path / "elsewhere")
    assert stamp.input_stamp(tmp_path, []) != stamp.input_stamp(tmp_path, [])
