"""What keeps the build of today from printing an edition, and what that means for papers of it that are out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from press.approval.policy import CLINICIAN, approvals, missing_roles
from press.cli.changed import language_name
from press.cli.concern import concerns
from press.drift.excused import RULE as FIGURES
from press.drift.record import State, states
from press.edition import resolve
from press.errors import Problem, refusals
from press.lint.figures import figures_by_section
from press.model.job import Job, Medium
from press.model.project import Project
from press.model.translation import FRONT
from press.snapshot.changes import Grade
from press.snapshot.record import Snapshot
from press.snapshot.verdict import Reason

#: For whom files are made that become paper.
_PAPER = tuple(medium for medium in Medium if medium is not Medium.SCREEN)


@dataclass(frozen=True, slots=True)
class Hindrances:
    """Why today's leaflet cannot be printed; nothing of all this where it can.

    `refused` are the problems for which the build refuses it, `reasons` those of them that speak against papers
    that are out, `unapproved` the roles whose approval the clinic's policy wants of the words of the paper.
    """

    refused: tuple[Problem, ...] = ()
    reasons: tuple[Reason, ...] = ()
    unapproved: tuple[str, ...] = ()


def hindrances(project: Project, faults: Sequence[Problem], said: Snapshot, present: Snapshot | None) -> Hindrances:
    """Those of a paper of edition `said`; `faults` are of the whole content, `present` is what is said today."""
    if present is None:
        return Hindrances()
    refused = tuple(_refused(project, faults, present))
    reasons = (*_stale(project, present), *_other_figures(project, present, refused))
    return Hindrances(refused, tuple(dict.fromkeys(reasons)), tuple(_unapproved(project, said, present)))


def commands(leaflet: str, language: str, roles: Sequence[str]) -> tuple[str, ...]:
    """What to type when those whose approval is missing have approved the words."""
    return tuple(f'./run signoff {leaflet} {language} --role {role} --name "…"' for role in roles)


def in_a_line(problem: Problem) -> str:
    """The problem with its place."""
    return f"{problem.place}: {problem.message}" if problem.place else problem.message


def _refused(project: Project, faults: Sequence[Problem], present: Snapshot) -> Iterator[Problem]:
    """The problems for which the build refuses any file of the edition, each once."""
    main = project.clinic.main_branch
    own = "" if present.branch == main else present.branch
    formats = project.leaflets[present.leaflet].formats
    jobs = [Job(present.leaflet, present.language, own, format, Medium.OFFICE) for format in formats]
    price_list = project.prices.file if project.texts[present.leaflet, present.language].prints_prices else ""
    unresolved = resolve(project, present.leaflet, present.language, present.branch).problems
    for problem in dict.fromkeys(refusals((*faults, *unresolved))):
        if problem in unresolved or any(concerns(problem, job, present.branch, price_list) for job in jobs):
            yield problem


def _stale(project: Project, present: Snapshot) -> Iterator[Reason]:
    """Critical sections of which the original says something else by now."""
    original, leaflet = project.original(present.leaflet), project.leaflets[present.leaflet]
    if present.language == original:
        return
    for one in states(project, present.leaflet, present.language):
        if one.state is State.STALE and leaflet.is_critical(one.section):
            yield Reason(
                Grade.SAFETY,
                f"Its original ({language_name(original)}) has changed in “{one.section}”, which says when to call "
                f"for help, and the {language_name(present.language)} has not been put right.",
                sections=frozenset({one.section}),
            )


def _other_figures(project: Project, present: Snapshot, refused: Sequence[Problem]) -> Iterator[Reason]:
    original = language_name(project.original(present.leaflet))
    wrong = [problem for problem in refused if problem.code == FIGURES]
    found = figures_by_section(project, present.leaflet, present.language) if wrong else {}
    for problem in wrong:
        places = {section for section, problems in found.items() if problem in problems}
        yield Reason(
            Grade.SAFETY,
            f"Its figures are not those of its original ({original}): {problem.message}.",
            sections=frozenset() if FRONT in places else frozenset(places),  # the title stands on every format
        )


def _unapproved(project: Project, said: Snapshot, present: Snapshot) -> Iterator[str]:
    """The roles that have not approved the words of the paper.

    Where it says something else than today nobody can ask the present approvals: then those count that were never
    given, and that of a clinician where the paper itself does not name its day.
    """
    key = (said.leaflet, said.language)
    missing = dict.fromkeys(role for medium in _PAPER for role in missing_roles(project, *key, medium))
    given = approvals(project, *key) if missing else {}
    for role in missing:
        is_named = said.reviewed_on is not None if role == CLINICIAN else role in given
        if said.code == present.code or not is_named:
            yield role
