"""The content as it stands, made into files without publishing anything: for looking at, never for handing out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import press
from press import batch, pipeline
from press.batch import Outcome
from press.cli.choices import refuse_nothing, refuse_unknown
from press.cli.folders import cache_folder
from press.cli.progress import progress
from press.errors import ContentError, PressError, Problem
from press.fingerprint import digest
from press.load.project import load
from press.model.job import Choice, Job
from press.model.project import Project
from press.pipeline import Product, Task
from press.publish import write_file
from press.store import Store
from press.tools import machine_digest

#: Where a file could not be made: its path, and why.
Refused = Mapping[str, tuple[str, ...]]


def make_present(root: Path, folder: Path, choice: Choice, today: date) -> Refused:
    """Writes what `choice` names into `folder`, also what could not be published as it is, and never as a draft.

    What not even can be laid out comes back with the reasons. Raises `ContentError` where the content cannot be
    read, `UsageError` where the choice names nothing.
    """
    loaded = load(root, today)
    if loaded.project is None:
        raise ContentError(*loaded.problems)
    refuse_unknown(choice, loaded.project)
    jobs = [replace(job, draft=False) for job in pipeline.jobs(loaded.project, choice)]
    refuse_nothing(jobs)
    refused: dict[str, tuple[str, ...]] = {}
    store, machine = Store(cache_folder(root)), machine_digest(Path(press.__file__).parent)

    def known(task: Task) -> bytes | None:
        return store.get(digest(task.key, machine))

    with (
        batch.executor(batch.default_workers(len(jobs))) as executor,
        progress(len(jobs), "Leaflets") as advance,
        closing(batch.run(_tasks(loaded.project, jobs, today, known, refused), pipeline.make, executor)) as outcomes,
    ):
        for outcome in outcomes:
            _take(outcome, folder, refused)
            advance()
    return refused


def _tasks(
    project: Project,
    jobs: list[Job],
    today: date,
    known: Callable[[Task], bytes | None],
    refused: dict[str, tuple[str, ...]],
) -> Iterator[Task | Outcome[Task, Product]]:
    for job in jobs:
        try:
            task = pipeline.prepare(project, job, today, lenient=True)
        except PressError as error:
            refused[job.path] = _reasons(error.problems)
            continue
        data = known(task)
        yield task if data is None else Outcome(task, Product.loads(data))


def _take(outcome: Outcome[Task, Product], folder: Path, refused: dict[str, tuple[str, ...]]) -> None:
    path, product = outcome.task.job.path, outcome.product
    if product is None:
        refused[path] = _reasons(outcome.problems) or ("a mistake in the program kept it from being made",)
    elif not product.pdf:
        refused[path] = _reasons(tuple(problem for guard in product.guards for problem in guard.problems))
    else:
        write_file(folder / path, product.pdf)


def _reasons(problems: tuple[Problem, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(problem.message for problem in problems))
