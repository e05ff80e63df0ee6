"""The whole way of a build: content → checks → jobs → products → output folder. Only `build` comes here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import press
from press import batch, pipeline
from press.batch import Outcome
from press.cli.choices import refuse_nothing, refuse_unknown
from press.cli.concern import concerns
from press.cli.folders import cache_folder, kept_folders
from press.cli.keeping import keep_editions
from press.cli.progress import progress
from press.cli.report import report
from press.cli.words import Options
from press.errors import ContentError, PressError, Problem, refusals
from press.fingerprint import digest
from press.lint.rules import lint
from press.load.project import load
from press.model.guard import GuardResult, GuardState
from press.model.job import Choice, Job
from press.model.project import Project
from press.pipeline import Product, Task
from press.publish import MANIFEST, Publication, Published
from press.store import Store
from press.tools import machine_digest, versions


@dataclass(frozen=True, slots=True)
class Built:
    """What a build leaves behind: what to tell, the bugs met, and the files published by now."""

    report: dict[str, Any]
    problems: tuple[Problem, ...]
    bugs: tuple[str, ...]
    paths: tuple[str, ...]


def build(options: Options, root: Path, force: bool, jobs: int | None) -> Built:
    """Make and publish what `options` choose; `options.today` is the day that dates are checked against."""
    today = options.today or date.today()
    loaded = load(root, today)
    if loaded.project is None:
        raise ContentError(*loaded.problems)
    project = loaded.project
    refuse_unknown(options.choice, project)
    wanted = pipeline.jobs(project, options.choice)
    guards = (GuardResult.of("content", loaded.problems), *lint(project, today))
    if not wanted and refusals(_told(guards)):
        raise ContentError(*_told(guards))  # a format nobody knows, say: that is the reason
    refuse_nothing(wanted)
    run = _Run(project, today, options.choice.draft, guards, Store(cache_folder(root)), force)
    workers = jobs or batch.default_workers(len(wanted))
    with Publication(options.output, kept_folders(root)) as publication:
        with (
            batch.executor(workers) as executor,
            progress(len(wanted), "Leaflets") as advance,
            closing(batch.run(run.tasks(wanted, advance), pipeline.make, executor)) as outcomes,
        ):
            for outcome in outcomes:
                run.take(outcome, publication)
                advance()
        published = publication.finish(_declared(wanted, options.choice), _about(), run.replaced())
    kept = keep_editions(project, run.made, options.output, pipeline.resolve)
    run.store.trim()
    problems = (
        *run.content_problems(options.choice.is_everything),
        *publication.problems,
        *run.problems,
        *kept,
    )
    return Built(
        {
            **report(project, str(options.output), today, _rows(run, published), run.refused, published.rows),
            "problems": [problem.as_data() for problem in problems],
        },
        problems,
        tuple(run.bugs),
        (MANIFEST, *published.rows),
    )


@dataclass
class _Run:
    """One build under way: what is known before, and what has become of each job."""

    project: Project
    today: date
    draft: bool
    guards: tuple[GuardResult, ...]
    store: Store
    force: bool
    made: list[Job] = field(default_factory=list)
    refused: dict[Job, tuple[Problem, ...]] = field(default_factory=dict)
    met: dict[Problem, None] = field(default_factory=dict)  # in the content, about one of the jobs
    problems: list[Problem] = field(default_factory=list)
    bugs: list[str] = field(default_factory=list)
    machine: str = field(default_factory=lambda: machine_digest(Path(press.__file__).parent))

    def tasks(self, jobs: tuple[Job, ...], advance: Callable[[], None]) -> Iterator[Task | Outcome[Task, Product]]:
        """What is left to make; what is known without work comes as an outcome.

        What is refused already never comes; `advance` is called for it.
        """
        for job in jobs:
            found = [problem for guard in self._concerning(job) for problem in guard.problems]
            self.met.update(dict.fromkeys(found))
            against = refusals(found)
            if against and not (self.draft and all(problem.code not in _NOTHING_TO_MAKE for problem in against)):
                self.refused[job] = against  # told already, with the checks of the content
                continue
            try:
                task = pipeline.prepare(self.project, job, self.today, self.draft)
            except PressError as error:
                self._refuse(job, error.problems)
                continue
            known = None if self.force else self.store.get(self._key(task))
            yield Outcome(task, Product.loads(known)) if known is not None else task

    def take(self, outcome: Outcome[Task, Product], publication: Publication) -> None:
        """Stage what was made well, keep it for next time, and note everything else."""
        task, product = outcome.task, outcome.product
        if product is None:
            if outcome.bug:
                self.bugs.append(f"{task.job.path}\n{outcome.bug}")
            self._refuse(task.job, outcome.problems or (_BUG,))
            return
        told = _told(product.guards)
        if refusals(told):
            self._refuse(task.job, told)
            return
        self.problems += [problem.on(task.job.path) for problem in told]
        self.store.put(self._key(task), product.dumps())
        publication.add(task.job.path, product.pdf, self._row(task, product))
        self.made.append(task.job)

    def content_problems(self, everything: bool) -> tuple[Problem, ...]:
        """What the guards of the content found: everything, or what is about the jobs of this build."""
        return _told(self.guards) if everything else tuple(self.met)

    def replaced(self) -> frozenset[str]:
        """The drafts of which clean files were made now, and the other way round: only one of two twins is good.

        Where somebody asked for drafts, they lie beside the good files.
        """
        return frozenset() if self.draft else frozenset(job.twin.path for job in self.made)

    def _refuse(self, job: Job, problems: tuple[Problem, ...]) -> None:
        self.refused[job] = refusals(problems)
        self.problems += [problem.on(job.path) for problem in problems]

    def _concerning(self, job: Job) -> Iterator[GuardResult]:
        """Each guard of the content with what it says about this job."""
        branch = job.branch or self.project.clinic.main_branch
        priced = self.project.texts[job.leaflet, job.language].prints_prices
        price_list = self.project.prices.file if priced else ""
        for guard in self.guards:
            problems = tuple(problem for problem in _told([guard]) if concerns(problem, job, branch, price_list))
            ran = guard.state is not GuardState.COULD_NOT_RUN
            yield (GuardResult.of(guard.guard, problems) if ran else GuardResult(guard.guard, guard.state, problems))

    def _row(self, task: Task, product: Product) -> dict[str, Any]:
        guards = (*self._concerning(task.job), *product.guards)
        return {
            **task.row,
            "inputs": task.key,
            "edition": task.code,
            "pages": product.pages,
            "sheets": product.sheets,
            "guards": {guard.guard: str(guard.state) for guard in guards},
        }

    def _key(self, task: Task) -> str:
        return digest(task.key, self.machine)


#: Mistakes that leave nothing to lay out, so that not even a draft can be made.
_NOTHING_TO_MAKE = frozenset(
    {"section-unknown", "panel-unknown", "panel-unused", "format-unknown", "price-unknown", "source-unknown"}
)
_BUG = Problem("bug", "A mistake in the program kept this file from being made", "See the log named below.")


def _told(guards: tuple[GuardResult, ...] | list[GuardResult]) -> tuple[Problem, ...]:
    """The problems of the guards; a guard that could not run and does not say why is a problem too."""
    silent = [
        Problem(
            "guard-could-not-run",
            f"The check `{guard.guard}` could not run, so nobody knows whether the leaflet is right",
            "Run `./run build` once: it installs what is missing.",
        )
        for guard in guards
        if guard.state is GuardState.COULD_NOT_RUN and not refusals(guard.problems)
    ]
    return (*(problem for guard in guards for problem in guard.problems), *silent)


def _declared(wanted: tuple[Job, ...], choice: Choice) -> frozenset[str] | None:
    """Every path that may stay; None (all of them) where only a part was built."""
    if not choice.is_everything or choice.draft:
        return None
    return frozenset(path for job in wanted for path in (job.path, job.twin.path))


def _about() -> dict[str, Any]:
    return {"press": press.__version__, "tools": versions()}


def _rows(run: _Run, published: Published) -> dict[Job, Any]:
    return {job: published.rows[job.path] for job in run.made}
