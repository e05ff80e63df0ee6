"""Problems in words for people, on standard error, or as data, on standard output."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from press.errors import Place, Problem

#: Characters of a source line that are shown around the place.
_WINDOW = 96
_JOBS_SHOWN = 3
_LARGEST_SOURCE = 4_000_000
#: A cell as people name it: prices.xlsx: Sheet1!C7, or prices.csv: C7.
_CELL = re.compile(r"(.+)(?:!|: )([A-Z]{1,3})([0-9]{1,7})", re.DOTALL)
_FIGURES = re.compile(r"([0-9]{1,18})")


@dataclass(frozen=True, slots=True)
class Told:
    """One problem with every file it was found in."""

    problem: Problem
    jobs: tuple[str, ...]


def tell_problems(problems: Iterable[Problem], root: Path, as_json: bool = False) -> None:
    """All problems, sorted by file and line, each once; with `as_json` as an object on standard output."""
    if as_json:
        tell_data({"problems": [problem.as_data() for problem in in_order(problems)]})
        return
    told = gathered(problems)
    for one in told:
        print(in_words(one, root), file=sys.stderr)
    if told:
        print(_count(told), file=sys.stderr)


def tell_data(data: Any) -> None:
    """`data` as JSON on standard output."""
    print(json.dumps(data, ensure_ascii=False, indent=1))


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sorted by file, line and column, in a spreadsheet by sheet, row and column; those without a place come last."""
    return sorted(problems, key=_order)


def gathered(problems: Iterable[Problem]) -> list[Told]:
    """Each problem once, in order, with all the files that were being made when it was found."""
    found: dict[Problem, dict[str, None]] = {}
    for problem in in_order(problems):
        jobs = found.setdefault(replace(problem, job=""), {})
        if problem.job:
            jobs[problem.job] = None
    return [Told(problem, tuple(jobs)) for problem, jobs in found.items()]


def in_words(told: Told, root: Path) -> str:
    """The problem with its source line, a caret under the place, and how to mend it."""
    problem = told.problem
    lines = [_head(told), *(_sentence(problem) if problem.sentence else _source(problem.place, root))]
    if problem.panel:
        lines.append(f"  panel: {problem.panel}")
    if told.jobs and (problem.place or len(told.jobs) > 1):
        lines.append(f"  for: {_some(told.jobs)}")
    if problem.remedy:
        lines.append(f"  help: {printable(problem.remedy)}")
    return "\n".join(lines)


def printable(text: str) -> str:
    """The text with control characters made visible, so that content cannot steer the terminal."""
    return "".join(sign if sign.isprintable() or sign == "\n" else "·" for sign in text)


def problem_from(data: dict[str, Any]) -> Problem:
    """The problem that `Problem.as_data` told of."""
    place = Place(data["file"], data["line"], data["column"]) if data["file"] is not None else None
    return Problem(
        code=data["code"],
        message=data["message"],
        remedy=data["remedy"],
        place=place,
        panel=data["panel"] or "",
        job=data["job"] or "",
        warning=data["severity"] == "warning",
        sentence=data["sentence"] or "",
        start=data["start"] or 0,
        length=data["length"] or 0,
    )


def _order(problem: Problem) -> tuple[Any, ...]:
    place = problem.place or Place("\U0010ffff")
    return (
        *_cell_order(place.file),
        place.file,
        place.line,
        place.column,
        problem.code,
        problem.message,
        problem.panel,
        problem.job,
    )


def _cell_order(file: str) -> tuple[Any, ...]:
    """The file or sheet, then row and column of a cell; Sheet2 comes before Sheet10, C7 before A10, Z1 before AA1."""
    found = _CELL.fullmatch(file)
    name, column, row = found.groups() if found else (file, "", "0")
    parts = [int(part) if number % 2 else part for number, part in enumerate(_FIGURES.split(name))]
    return (parts, int(row), len(column), column)


def _head(told: Told) -> str:
    problem = told.problem
    where = str(problem.place) if problem.place else (told.jobs[0] if told.jobs else "./run")
    code = f"{problem.code} (warning)" if problem.warning else problem.code
    return printable(f"{where}: {code}: {problem.message}")


def _sentence(problem: Problem) -> list[str]:
    """What the reader would read, with carets under what is meant, as much of it as a line holds."""
    text = problem.sentence.replace("\n", " ")
    start = max(0, problem.start - _WINDOW // 2) if len(text) > _WINDOW else 0
    shown = _window(text, start)
    carets = "^" * max(1, min(problem.length, start + _WINDOW - problem.start))
    return [f"      | {shown}", f"      | {' ' * (problem.start - start + bool(start))}{carets}"]


def _source(place: Place | None, root: Path) -> list[str]:
    """The source line with a caret under the column, if the file can be read and has that line."""
    if place is None or place.line < 1:
        return []
    line = _line(root / place.file, place.line)
    if line is None:
        return []
    start = max(0, place.column - 1 - _WINDOW // 2) if len(line) > _WINDOW else 0
    shown = _window(line.replace("\t", " "), start)
    number = f"{place.line:>5} | "
    indent = " " * (place.column - 1 - start + bool(start))
    caret = [" " * (len(number) - 2) + "| " + indent + "^"] if place.column else []
    return [number + shown, *caret]


def _window(text: str, start: int) -> str:
    """As much of the text as a line holds, with a sign where it is cut off."""
    rest = text[start:]
    return f"{'…' if start else ''}{printable(rest[:_WINDOW])}{'…' if len(rest) > _WINDOW else ''}"


def _line(path: Path, number: int) -> str | None:
    try:
        if path.stat().st_size > _LARGEST_SOURCE:
            return None
        lines = path.read_text("utf-8-sig", errors="replace").split("\n")
    except OSError:
        return None
    return lines[number - 1].rstrip("\r") if number <= len(lines) else None


def _some(jobs: Sequence[str]) -> str:
    more = f" and {len(jobs) - _JOBS_SHOWN} more" if len(jobs) > _JOBS_SHOWN else ""
    return ", ".join(jobs[:_JOBS_SHOWN]) + more


def _count(told: Sequence[Told]) -> str:
    warnings = sum(one.problem.warning for one in told)
    counts = [(len(told) - warnings, "problem"), (warnings, "warning")]
    return ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts if count)
