"""What a build has to tell, as plain data: made once, then printed or kept with the stamp."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from press.cli.howto import how_to_print, paper_name
from press.errors import Problem
from press.lint.due import Kind, endings
from press.model.job import Job, Medium
from press.model.project import Project

_ENDS = {"valid_until": "prices", "review_by": "review"}
_REVIEW = "Ask a clinician to review the text."


def report(
    project: Project,
    output: str,
    today: date,
    made: Mapping[Job, Mapping[str, Any]],
    refused: Mapping[Job, Sequence[Problem]],
    kept: Iterable[str],
) -> dict[str, Any]:
    """Everything the summary shows; `made` has each job's row of the manifest, `kept` all its paths."""
    still_there = set(kept)
    return {
        "output": output,
        "files": [_file(project, job, row) for job, row in sorted(made.items())],
        "printing": _printing(project, made),
        "refused": [
            {
                **_named(project, job),
                "reasons": sorted({problem.message for problem in problems}),
                "older_file": next((path for path in (job.path, job.twin.path) if path in still_there), ""),
            }
            for job, problems in sorted(refused.items())
        ],
        "soon": _soon(project, today, made),
    }


def _file(project: Project, job: Job, row: Mapping[str, Any]) -> dict[str, Any]:
    return {**_named(project, job), "pages": row["pages"], "sheets": row["sheets"]}


def _named(project: Project, job: Job) -> dict[str, Any]:
    format = project.formats[job.format]
    return {
        "path": job.path,
        "title": str(project.texts[job.leaflet, job.language].title),
        "language": job.language,
        "format": _in_english(format.names),
        "paper": paper_name(format.sheet.width, format.sheet.height),
        "medium": str(job.medium),
        "branch": _in_english(project.branches[job.branch].names) if job.branch else "",
    }


def _printing(project: Project, jobs: Iterable[Job]) -> list[dict[str, Any]]:
    """Each format that was made for the office printer, with the steps from the printer to the hand."""
    formats = sorted({job.format for job in jobs if job.medium is Medium.OFFICE})
    return [
        {
            "format": _in_english(project.formats[key].names),
            "steps": list(how_to_print(project.formats[key])),
        }
        for key in formats
    ]


def _soon(project: Project, today: date, made: Mapping[Job, Mapping[str, Any]]) -> list[dict[str, Any]]:
    """What ends within the clinic's days of warning: the day, what ends, the leaflets it is about, what to do then."""
    found: dict[tuple[str, str], set[str]] = {}
    for job, row in made.items():
        for field, what in _ENDS.items():
            day = row.get(field)
            if day and (date.fromisoformat(day) - today).days <= project.clinic.warn_days:
                found.setdefault((day, what), set()).add(str(project.texts[job.leaflet, job.language].title))
    return [
        {
            "day": day,
            "days_left": (date.fromisoformat(day) - today).days,
            "what": what,
            "titles": sorted(titles),
            "then": _REVIEW if what == "review" else _then(project, date.fromisoformat(day)),
        }
        for (day, what), titles in sorted(found.items())
    ]


def _then(project: Project, day: date) -> str:
    """What to do when prices end, in the words of `due`."""
    prices = (ending for ending in endings(project) if ending.kind is not Kind.REVIEW and ending.day == day)
    return " ".join(dict.fromkeys(ending.then for ending in prices))


def _in_english(names: Mapping[str, str]) -> str:
    return str(names.get("en") or next(iter(names.values())))
