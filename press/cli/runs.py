"""The ledger of print runs as a file: read, added to, marked."""

from __future__ import annotations

import shlex
from datetime import date
from pathlib import Path
from typing import Any

from press.errors import ContentError
from press.load.reading import read_record
from press.model.ledger import Ledger, PrintRun
from press.publish import write_file
from press.rewrite import Insert, Put, edited, written

FILE = "content/ledger/runs.yaml"
_HEAD = """\
Print runs: which papers are out there, and where.
`./run ledger add` writes here, `./run ledger recall` tells what to pull. You may write by hand too.
`by` is a role, not a name. When the last copy of a run is handed out or pulled, add `gone: 2027-01-31`."""


def read_ledger(root: Path) -> Ledger:
    """All print runs; none where nobody noted any. Raises `ContentError` where the file cannot be read."""
    if not (root / FILE).exists():
        return Ledger()
    read = read_record(root, FILE, Ledger)
    if read.record is None:
        raise ContentError(*read.problems)
    return read.record


def add_run(root: Path, ledger: Ledger, run: PrintRun) -> None:
    """Note one more print run at the end of the file."""
    data = _data(run)
    if not ledger.runs:
        text = written({"runs": [data]}, _HEAD)
    else:
        text = edited(_text(root), [Insert(("runs",), len(ledger.runs), data)], FILE)
    write_file(root / FILE, text.encode())


def mark_gone(root: Path, numbers: tuple[int, ...], day: date) -> None:
    """Note of these runs, counted from 0, that no copy is left."""
    changes = [Put(("runs", number, "gone"), day.isoformat()) for number in numbers]
    write_file(root / FILE, edited(_text(root), changes, FILE).encode())


def pulled_words(run: PrintRun) -> str:
    """What to type when no copy of a run is left."""
    return f"./run ledger pulled {run.code} --where {shlex.quote(run.where)}"


def _text(root: Path) -> str:
    return (root / FILE).read_text("utf-8")


def _data(run: PrintRun) -> dict[str, Any]:
    return {name: str(value) for name, value in run.model_dump(mode="json", exclude_none=True).items()}
