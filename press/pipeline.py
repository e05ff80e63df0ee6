"""The verbs in order for one job; the only place where the tools meet.

prepare: edition → compose (in the first process, quick)
make:    render → impose → preflight (in any process, slow)
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from press import edition, fold, measure, picture
from press.approval.policy import missing_roles
from press.compose.document import Workshop, compose, workshop
from press.errors import ContentError, Place, Problem, refusals
from press.fingerprint import digest
from press.impose import SheetInfo, impose
from press.model.blocks import Picture
from press.model.composition import Composition
from press.model.edition import Edition
from press.model.guard import GuardResult, GuardState
from press.model.job import Choice, Job, Medium
from press.model.leaflet import FILL
from press.model.project import Project
from press.model.same import Same
from press.model.sheet import SheetPlan
from press.preflight.access import check_access
from press.preflight.codes import check_codes
from press.preflight.panels import check_panels
from press.preflight.reading import read_pages
from press.preflight.sheet import check_sheet
from press.render import Press, press, render, style_files


@dataclass(frozen=True, slots=True)
class Task:
    """A job ready to be made: small, picklable, and with a key over everything its result depends on."""

    job: Job
    root: str
    composition: Composition
    plan: SheetPlan
    info: SheetInfo
    styles: str  # digest of style sheets and fonts
    key: str
    code: str
    row: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Product:
    """A finished file, with what its guards had to say."""

    job: Job
    pdf: bytes
    pages: int
    sheets: int
    guards: tuple[GuardResult, ...]

    def dumps(self) -> bytes:
        """As bytes for the store."""
        head = {
            "job": asdict(self.job),
            "pages": self.pages,
            "sheets": self.sheets,
            "guards": [asdict(guard) for guard in self.guards],
        }
        text = json.dumps(head, ensure_ascii=False).encode()
        return len(text).to_bytes(4, "big") + text + self.pdf

    @classmethod
    def loads(cls, data: bytes) -> Product:
        """The product that `dumps` gave."""
        length = int.from_bytes(data[:4], "big")
        head = json.loads(data[4 : 4 + length])
        job = Job(**{**head["job"], "medium": Medium(head["job"]["medium"])})
        guards = tuple(
            GuardResult(guard["guard"], GuardState(guard["state"]), tuple(map(_problem, guard["problems"])))
            for guard in head["guards"]
        )
        return cls(job, data[4 + length :], head["pages"], head["sheets"], guards)


def jobs(project: Project, choice: Choice) -> tuple[Job, ...]:
    """All the jobs that the content declares and `choice` wants, in a fixed order.

    A job is a draft where `choice` wants drafts, and where the clinic's policy asks for approvals that are missing.
    """
    return tuple(sorted(_jobs(project, choice)))


def resolve(project: Project, leaflet: str, language: str, branch: str) -> edition.Resolved:
    """The edition, remembered for a project that is asked of again and again."""
    return _resolved(Same(project), leaflet, language, branch)


def prepare(project: Project, job: Job, today: date, lenient: bool = False) -> Task:
    """The job marked up; `today` decides nothing here, as the same content gives the same file on any day.

    Raises ContentError with all that is wrong with the words, pictures and templates of the job; `lenient` lets
    words and pictures pass that are wrong but can be printed.
    """
    resolved = resolve(project, job.leaflet, job.language, job.branch or project.clinic.main_branch)
    said, format = resolved.edition, project.formats[job.format]
    problems = (*resolved.problems, *_picture_problems(project, said, job))
    if refusals(problems) and not lenient:
        raise ContentError(*problems)
    styles = _styles_digest(Same(project))
    composition = compose(_workshop(Same(project)), said, format, job)
    leaflet = said.leaflet
    info = SheetInfo(
        title=said.text.title,
        author=project.clinic.names[job.language],
        subject=said.text.summary,
        language=job.language,
        edition_code=said.code,
        day=said.reviewed_on or leaflet.written_on,
    )
    plan = fold.sheet_plan(format)
    return Task(
        job=job,
        root=project.root,
        composition=composition,
        plan=plan,
        info=info,
        styles=styles,
        key=digest(
            composition.html,
            repr((composition.panels, composition.links, plan, info)),
            styles,
            *_picture_files(project.root, composition.html),
        ),
        code=said.code,
        row=_row(project, said, job),
    )


def make(task: Task) -> Product:
    """Render, impose for paper, and check; the guards' findings are part of the product."""
    composition, job = task.composition, task.job
    rendering = render(_press(task.root, task.styles), composition, identifier=bytes.fromhex(task.key))
    readings = read_pages(rendering.pdf)
    guards = [*check_panels(composition, rendering.pdf, readings, rendering.problems)]
    if rendering.pages != len(composition.panels):  # told already; which page is which panel is not sure any more
        return Product(job, b"", rendering.pages, 0, tuple(guards))
    guards.append(check_codes(composition, rendering.pdf))
    if job.medium is Medium.SCREEN:
        guards.append(check_access(composition, rendering.pdf))
        return Product(job, rendering.pdf, rendering.pages, 0, tuple(guards))
    panels = tuple(copy.key for copy in composition.panels)
    sheet = impose(rendering.pdf, task.plan, panels, task.info)
    guards += check_sheet(composition, task.plan, sheet, readings)
    return Product(job, sheet, len(task.plan.sides), 1, _merged(guards))


# Preparing --------------------------------------------------------------------------------------------------


def _jobs(project: Project, choice: Choice) -> Iterator[Job]:
    main = project.clinic.main_branch
    for key, leaflet in project.leaflets.items():
        for language in project.clinic.languages:
            draft = {m: choice.draft or bool(missing_roles(project, key, language, m)) for m in Medium}
            for branch in project.branches:
                for format in leaflet.formats.keys() & project.formats.keys():
                    for medium in Medium:
                        wanted = (
                            (choice.leaflets, key),
                            (choice.languages, language),
                            (choice.branches, branch),
                            (choice.formats, format),
                            (choice.media, medium),
                        )
                        if all(not chosen or value in chosen for chosen, value in wanted):
                            own = "" if branch == main else branch
                            yield Job(key, language, own, format, medium, draft[medium])


@lru_cache(maxsize=64)
def _resolved(same: Same[Project], leaflet: str, language: str, branch: str) -> edition.Resolved:
    return edition.resolve(same.value, leaflet, language, branch)


@lru_cache(maxsize=2)
def _workshop(same: Same[Project]) -> Workshop:
    root = Path(same.value.root)
    fonts = root / "styles" / "fonts"

    @cache
    def ruler(weight: int, size: float) -> Any:
        return measure.ruler(fonts, weight, size)

    @cache
    def balanced(words: tuple[str, ...], width: float, weight: int, size: float) -> list[str]:
        return measure.balanced_lines(list(words), ruler(weight, size), width)

    def balance(words: Sequence[str], width: float, weight: int, size: float) -> list[str]:
        return balanced(tuple(words), width, weight, size)

    return workshop(root, balance)


@lru_cache(maxsize=2)
def _styles_digest(same: Same[Project]) -> str:
    root = Path(same.value.root)
    fonts = sorted((root / "styles" / "fonts").glob("*"))
    return digest(*(path.read_bytes() for path in (*style_files(root), *fonts)))


def _picture_problems(project: Project, said: Edition, job: Job) -> Iterator[Problem]:
    sizes = fold.panel_sizes(project.formats[job.format])
    for key, panel in said.leaflet.formats[job.format].panels.items():
        for name in panel.sections:
            for block in said.text.sections[name].blocks if name != FILL else ():
                if isinstance(block, Picture):
                    width = block.width or sizes[key].width
                    yield from picture.check_picture(Path(project.root), block.file, width, block.place("file"))


def _picture_files(root: str, html: str) -> Iterator[bytes]:
    for name in sorted(set(re.findall(r'src="project:(content/pictures/[^"]+)"', html))):
        yield (Path(root) / name).read_bytes()


def _row(project: Project, said: Edition, job: Job) -> dict[str, Any]:
    return {
        "leaflet": job.leaflet,
        "language": job.language,
        "branch": job.branch,
        "format": job.format,
        "medium": str(job.medium),
        "draft": job.draft,
        "valid_until": said.prices.valid_until.isoformat() if said.text.prints_prices else None,
        "review_by": said.leaflet.review_by.isoformat(),
    }


# Making -----------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _press(root: str, styles: str) -> Press:
    return press(Path(root))  # made anew when a style or a font has changed


def _merged(guards: Sequence[GuardResult]) -> tuple[GuardResult, ...]:
    """One result a guard; the worst state of its parts."""
    merged: dict[str, GuardResult] = {}
    order = (GuardState.PASSED, GuardState.FAILED, GuardState.COULD_NOT_RUN)
    for guard in guards:
        known = merged.get(guard.guard)
        if known is None:
            merged[guard.guard] = guard
        else:
            state = max(known.state, guard.state, key=order.index)
            problems = tuple(dict.fromkeys((*known.problems, *guard.problems)))
            merged[guard.guard] = GuardResult(guard.guard, state, problems)
    return tuple(merged.values())


def _problem(data: dict[str, Any]) -> Problem:
    place = data["place"]
    return Problem(**{**data, "place": Place(**place) if place else None})
