"""Keeps what was published: a snapshot of each edition, so that a paper can be judged when its content has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from press import archive
from press.edition import Resolved, resolve
from press.errors import ContentError, OutputError, Problem
from press.model.job import Job
from press.model.project import Project
from press.publish import write_file
from press.snapshot.record import Snapshot
from press.snapshot.taking import Looks, picture_names, take


def keep_editions(
    project: Project,
    made: Iterable[Job],
    output: Path,
    resolved: Callable[[Project, str, str, str], Resolved] = resolve,
) -> tuple[Problem, ...]:
    """Keep a snapshot of every edition among the `made` jobs; drafts are not kept.

    Editions of earlier builds stay; `resolved` gives an edition of leaflet, language and branch. What cannot be kept
    is a warning: the leaflets themselves are published.
    """
    found = looks_of(project)
    main = project.clinic.main_branch
    editions = {(job.leaflet, job.language, job.branch or main): None for job in made if not job.draft}
    problems: dict[Problem, None] = {}
    for leaflet, language, branch in editions:
        said = take(resolved(project, leaflet, language, branch).edition, project.formats, found)
        if _is_kept(said, output / archive.BUILT):
            continue
        try:
            write_file(output / archive.BUILT / archive.file_name(said.code), archive.dumps(said))
        except OutputError as error:
            problems.update(dict.fromkeys(_as_warning(problem) for problem in error.problems))
    return tuple(problems)


def looks_of(project: Project) -> Looks:
    """The looks of all formats and pictures of the project, as its files are now."""
    pictures = (name for text in project.texts.values() for name in picture_names(text))
    return archive.looks(Path(project.root), project.formats, pictures)


def _is_kept(said: Snapshot, folder: Path) -> bool:
    """Whether the very same lies there: its code does not cover its looks."""
    try:
        return archive.read(folder, said.code) == said
    except ContentError:
        return False  # written anew


def _as_warning(problem: Problem) -> Problem:
    return Problem(
        "edition-not-kept",
        f"the leaflets are ready, but what they say could not be kept: {problem.message}",
        f"{problem.remedy} Then build again; until then `./run identify` knows these papers only while the content "
        "stays as it is.",
        problem.place,
        warning=True,
    )
