"""Keeps what was published: a snapshot of each edition, so that a paper can be judged when its content has changed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from press import archive
from press.edition import resolve
from press.errors import ContentError, OutputError, Problem
from press.model.job import Job
from press.model.project import Project
from press.publish import write_file
from press.snapshot.taking import Looks, is_up_to_date, picture_names, take


def keep_editions(project: Project, made: Mapping[Job, str], output: Path) -> tuple[Problem, ...]:
    """Keep a snapshot of every edition among the `made` jobs, which are told with their codes; drafts are not kept.

    Editions of earlier builds stay. What cannot be kept is a warning: the leaflets themselves are published.
    """
    found = looks_of(project)
    editions = {
        (job.leaflet, job.language, job.branch or project.clinic.main_branch): code
        for job, code in made.items()
        if not job.draft
    }
    problems: dict[Problem, None] = {}
    for (leaflet, language, branch), code in editions.items():
        if _is_kept(project, leaflet, language, output / archive.BUILT, code, found):
            continue
        said = take(resolve(project, leaflet, language, branch).edition, project.formats, found)
        try:
            write_file(output / archive.BUILT / archive.file_name(code), archive.dumps(said))
        except OutputError as error:
            problems.update(dict.fromkeys(_as_warning(problem) for problem in error.problems))
    return tuple(problems)


def looks_of(project: Project) -> Looks:
    """The looks of all formats and pictures of the project, as its files are now."""
    pictures = (name for text in project.texts.values() for name in picture_names(text))
    return archive.looks(Path(project.root), project.formats, pictures)


def _is_kept(project: Project, leaflet: str, language: str, folder: Path, code: str, looks: Looks) -> bool:
    try:
        kept = archive.read(folder, code)
    except ContentError:
        return False  # written anew
    text = project.texts[leaflet, language]
    return kept is not None and is_up_to_date(kept, project.leaflets[leaflet], text, project.formats, looks)


def _as_warning(problem: Problem) -> Problem:
    return Problem(
        "edition-not-kept",
        f"the leaflets are ready, but what they say could not be kept: {problem.message}",
        f"{problem.remedy} Then build again; until then `./run identify` knows these papers only while the content "
        "stays as it is.",
        problem.place,
        warning=True,
    )
