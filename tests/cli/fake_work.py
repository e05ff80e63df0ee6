"""What a worker process does instead of laying out: it must not need the heavy rooms."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from press.errors import LayoutError, Problem
from press.model.guard import GuardResult, GuardState
from press.model.job import Job, Medium


@dataclass(frozen=True)
class FakeTask:
    job: Job
    key: str
    code: str
    row: dict[str, Any]
    text: str
    log: str


@dataclass(frozen=True)
class FakeProduct:
    job: Job
    pdf: bytes
    pages: int = 2
    sheets: int = 1
    guards: tuple[GuardResult, ...] = ()

    def dumps(self) -> bytes:
        return json.dumps([self.job.path, self.pdf.decode()]).encode()

    @classmethod
    def loads(cls, data: bytes) -> FakeProduct:
        path, pdf = json.loads(data)
        return cls(Job("", "", "", path, Medium.OFFICE), pdf.encode())


def make(task: FakeTask) -> FakeProduct:
    """A top-level function, as a worker process must be able to find it."""
    with Path(task.log).open("a") as log:
        log.write(f"{task.job.path}\n")
    if "too long" in task.text:
        raise LayoutError(Problem("panel-overfull", "12 mm too much", "Shorten it", panel="cover"))
    if "bug" in task.text:
        raise RuntimeError("nobody thought of this")
    if "crash" in task.text:
        os._exit(9)
    guards = []
    if "unseen" in task.text:
        guards = [GuardResult("fit", GuardState.COULD_NOT_RUN)]
    if "warn" in task.text:
        guards = [GuardResult.of("print", (Problem("too-dark", "Much ink", "Use less", warning=True),))]
    return FakeProduct(task.job, f"%PDF {task.job.path} {task.text}".encode(), guards=tuple(guards))
