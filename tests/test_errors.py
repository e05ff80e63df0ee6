"""Problems tell where and what; the exceptions that carry them survive a process pool."""

from __future__ import annotations

import json
import pickle
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from press.errors import (
    ContentError,
    ExitCode,
    LayoutError,
    OutputError,
    Place,
    PressError,
    Problem,
    UsageError,
    refusals,
)

PROBLEM = Problem("words-lost", "3 words are lost", "shorten it", Place("content/a.yaml", 12, 5), "back", "en/a.pdf")
BARE = Problem("bug", "something broke")
FAMILY = (PressError, ContentError, LayoutError, OutputError, UsageError)


def raising(kind: type[PressError]) -> None:
    """Runs in another process."""
    raise kind(PROBLEM, BARE)


@pytest.mark.parametrize(
    ("problem", "told"),
    [
        (PROBLEM, "content/a.yaml:12:5: words-lost: 3 words are lost"),
        (BARE, "bug: something broke"),
        (BARE.on("en/a.pdf"), "en/a.pdf: bug: something broke"),
        (Problem("file-missing", "no file", place=Place("content/a.yaml")), "content/a.yaml: file-missing: no file"),
    ],
)
def test_a_problem_says_where_and_what(problem: Problem, told: str) -> None:
    assert str(problem) == told


def test_a_problem_found_while_making_a_job_knows_the_job() -> None:
    assert PROBLEM.on("ru/b.pdf").job == "ru/b.pdf"
    assert PROBLEM.on("ru/b.pdf").on(PROBLEM.job) == PROBLEM


def test_a_problem_as_data() -> None:
    assert json.loads(json.dumps(PROBLEM.as_data())) == {
        "code": "words-lost",
        "severity": "error",
        "message": "3 words are lost",
        "remedy": "shorten it",
        "file": "content/a.yaml",
        "line": 12,
        "column": 5,
        "panel": "back",
        "job": "en/a.pdf",
        "sentence": None,
        "start": None,
        "length": None,
    }
    bare = Problem("x", "y", warning=True).as_data()
    assert bare["severity"] == "warning"
    told = Problem("x", "y", sentence="We cure you.", start=3, length=4).as_data()
    assert (told["sentence"], told["start"], told["length"]) == ("We cure you.", 3, 4)
    assert [bare[key] for key in ("file", "line", "column", "panel", "job")] == [None] * 5


def test_warnings_refuse_nothing() -> None:
    warning = Problem("review-soon", "soon", warning=True)
    assert refusals([warning, PROBLEM, BARE]) == (PROBLEM, BARE)


@pytest.mark.parametrize("kind", FAMILY)
def test_an_error_is_pickled_whole(kind: type[PressError]) -> None:
    again = pickle.loads(pickle.dumps(kind(PROBLEM, BARE)))
    assert type(again) is kind
    assert again.problems == (PROBLEM, BARE)
    assert str(again) == f"{PROBLEM}\n{BARE}"


def test_errors_come_through_a_pool_of_processes() -> None:
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        errors = {kind: pool.submit(raising, kind).exception(timeout=60) for kind in FAMILY}
    for kind, error in errors.items():
        assert type(error) is kind
        assert isinstance(error, PressError)
        assert error.problems == (PROBLEM, BARE)


def test_only_wrong_words_on_the_command_line_are_wrong_usage() -> None:
    codes = {kind: kind.exit_code for kind in FAMILY}
    assert codes.pop(UsageError) is ExitCode.USAGE
    assert set(codes.values()) == {ExitCode.PROBLEMS}


def test_exit_codes_are_those_the_shell_knows() -> None:
    assert {code.name: int(code) for code in ExitCode} == {
        "DONE": 0,
        "PROBLEMS": 1,
        "USAGE": 2,
        "BUG": 3,
        "INTERRUPTED": 130,
    }
