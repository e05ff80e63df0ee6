"""The ledger of print runs as a file: read, added to, marked."""

from __future__ import annotations

import shlex
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from press import archive
from press.errors import ContentError, Place, Problem
from press.load.reading import read_record
from press.model.ledger import Ledger, PrintRun
from press.publish import write_file
from press.rewrite import Insert, Put, edited, written

FILE = "content/ledger/runs.yaml"
#: In the place of a format: runs of which none was noted.
NO_FORMAT = "none"
_BRING_BACK = (
    "Bring the file back from your backup or from git: without it nobody knows where old papers lie. If no paper is "
    f"out there any more, delete the folder {Path(archive.PRINTED).parent.as_posix()}."
)
_HEAD = """\
Print runs: which papers are out there, and where.
`./run ledger add` writes here, `./run ledger recall` tells what to pull. You may write by hand too.
`by` is a role, not a name. When the last copy of a run is handed out or pulled, add `gone: 2027-01-31`."""


def read_ledger(root: Path) -> Ledger:
    """All print runs; none where nobody noted any. Raises `ContentError` where the file cannot be read."""
    if not (root / FILE).exists():
        _refuse_lost(root)
        return Ledger()
    read = read_record(root, FILE, Ledger)
    if read.record is None:
        raise ContentError(*(_emptied(problem) for problem in read.problems))
    return read.record


def _refuse_lost(root: Path) -> None:
    """Where editions of print runs are kept there was a list of print runs too."""
    if archive.codes(root / archive.PRINTED):
        raise ContentError(
            Problem("ledger-lost", "print runs were noted, but the list of them is gone", _BRING_BACK, Place(FILE))
        )


def _emptied(problem: Problem) -> Problem:
    return replace(problem, remedy=_BRING_BACK) if problem.code == "file-empty" else problem


def add_run(root: Path, ledger: Ledger, run: PrintRun) -> None:
    """Note one more print run at the end of the file."""
    data = _data(run)
    if not (root / FILE).exists():
        text = written({"runs": [data]}, _HEAD)
    elif not ledger.runs:
        text = edited(_text(root), [Put(("runs",), [data])], FILE)
    else:
        text = edited(_text(root), [Insert(("runs",), len(ledger.runs), data)], FILE)
    write_file(root / FILE, text.encode())


def mark_gone(root: Path, numbers: tuple[int, ...], day: date) -> None:
    """Note of these runs, counted from 0, that no copy is left."""
    changes = [Put(("runs", number, "gone"), day.isoformat()) for number in numbers]
    write_file(root / FILE, edited(_text(root), changes, FILE).encode())


def runs_out(ledger: Ledger, today: date) -> tuple[PrintRun, ...]:
    """The runs that are out on a day; what was marked as gone by now counts for a day of the past too."""
    return tuple(run for run in ledger.runs if run.is_out(max(today, date.today())))


def pulled_words(run: PrintRun, out: Iterable[PrintRun]) -> str:
    """What to type when no copy of a run is left; `out` are all runs that are out.

    A run without a format is named as such where others of its code lie beside it.
    """
    beside = {one.format for one in out if one.code == run.code and is_at(one, run.where)}
    format = run.format or (NO_FORMAT if beside - {None} else "")
    only = f" --format {format}" if format else ""
    return f"./run ledger pulled {run.code} --where {shlex.quote(run.where)}{only}"


def is_at(run: PrintRun, where: str) -> bool:
    """Whether a run lies at the place somebody typed; capitals, ё for е and spaces make no difference."""
    return _plain(run.where) == _plain(where)


def _plain(where: str) -> str:
    composed = unicodedata.normalize("NFC", where)  # a Mac may write й and ё as two signs each
    return " ".join(composed.casefold().replace("ё", "е").split())


def _text(root: Path) -> str:
    return (root / FILE).read_text("utf-8")


def _data(run: PrintRun) -> dict[str, Any]:
    return {name: str(value) for name, value in run.model_dump(mode="json", exclude_none=True).items()}
