"""What can go wrong, as data, and the only family of exceptions the rooms raise.

PressError            problems somebody can mend; exit code 1
├── ContentError      in content/, templates/formats/ or styles/: an author mends it
├── LayoutError       the words do not stand on the paper as they should
└── OutputError       the result cannot be written (disk, permissions)
UsageError            the command line makes no sense; exit code 2
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any


class ExitCode(IntEnum):
    """What the shell is told."""

    DONE = 0
    PROBLEMS = 1
    USAGE = 2
    BUG = 3
    INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file: path relative to the project, line and column counted from 1 (0: whole file)."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: a code of press/codes.py, what is wrong, how to mend it, where.

    `panel` names the panel of the leaflet, `job` the file that was being made; `sentence` is what a reader
    would read, of which the `length` characters from `start` (counted from 0) are meant.
    A warning is told but refuses nothing.
    """

    code: str
    message: str
    remedy: str = ""
    place: Place | None = None
    panel: str = ""
    job: str = ""
    warning: bool = False
    sentence: str = ""
    start: int = 0
    length: int = 0

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else (f"{self.job}: " if self.job else "")
        return f"{where}{self.code}: {self.message}"

    def on(self, job: str) -> Problem:
        """The same problem, found while making `job`."""
        return replace(self, job=job)

    def as_data(self) -> dict[str, Any]:
        """Plain data for `--json`."""
        return {
            "code": self.code,
            "severity": "warning" if self.warning else "error",
            "message": self.message,
            "remedy": self.remedy,
            "file": self.place.file if self.place else None,
            "line": self.place.line if self.place else None,
            "column": self.place.column if self.place else None,
            "panel": self.panel or None,
            "job": self.job or None,
            "sentence": self.sentence or None,
            "start": self.start if self.sentence else None,
            "length": self.length if self.sentence else None,
        }


class PressError(Exception):
    """One or more problems that stop the work; `problems` has them all."""

    exit_code = ExitCode.PROBLEMS

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)  # positional, so that it survives a process pool

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All the problems, in the order they were found."""
        return self.args

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class ContentError(PressError):
    """Something in content/, templates/formats/ or styles/ is wrong."""


class LayoutError(PressError):
    """The words do not stand on the paper as they should."""


class OutputError(PressError):
    """The result cannot be written."""


class UsageError(PressError):
    """The command line makes no sense."""

    exit_code = ExitCode.USAGE


def refusals(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those of the problems that are not mere warnings."""
    return tuple(problem for problem in problems if not problem.warning)
