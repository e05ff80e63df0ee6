"""Writes what came back in a spreadsheet into a file of the project, and tells what is wrong only now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from press.errors import ContentError, Place, Problem
from press.lint.rules import lint
from press.load.project import load
from press.model.project import Project


def put_back(
    project: Project, root: Path, today: date, file: str, before: bytes | None, write: Callable[[], None]
) -> Sequence[Problem]:
    """Calls `write`, and gives what is wrong with the project now and was not before.

    Raises `ContentError` where the file is not as it was read, which is `before` (None: there was none).
    """
    path = root / file
    if (path.read_bytes() if path.exists() else None) != before:
        raise ContentError(
            Problem(
                "yaml-not-changed",
                "somebody else has changed this file just now, so it was left as it is",
                "Import the spreadsheet again.",
                Place(file),
            )
        )
    known = _linted(project, today)
    write()
    loaded = load(root, today)
    return only_new(known, [*loaded.problems, *(_linted(loaded.project, today) if loaded.project else ())])


def brought(project: Project, changed: Project, today: date) -> Sequence[Problem]:
    """What is wrong with the project once it is changed, and is not now."""
    return only_new(_linted(project, today), _linted(changed, today))


def only_new(known: Iterable[Problem], found: Iterable[Problem]) -> list[Problem]:
    """The problems that are not among those that are known, wherever these stood."""
    said = {(problem.code, problem.message) for problem in known}
    return [problem for problem in found if (problem.code, problem.message) not in said]


def _linted(project: Project, today: date) -> list[Problem]:
    return [problem for guard in lint(project, today) for problem in guard.problems]
