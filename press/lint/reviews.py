"""A clinician looks at every leaflet again before its day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from press.errors import Problem
from press.lint.days import days_left
from press.model.leaflet import Leaflet
from press.model.project import Project


def review_dates(project: Project, today: date) -> tuple[Problem, ...]:
    """Leaflets whose review is overdue or due soon."""
    return tuple(
        problem for leaflet in project.leaflets.values() for problem in _dates(leaflet, today, project.clinic.warn_days)
    )


def _dates(leaflet: Leaflet, today: date, warn_days: int) -> Iterator[Problem]:
    left = (leaflet.review_by - today).days
    if left < 0:
        yield Problem(
            "review-overdue",
            f"this leaflet had to be reviewed by {leaflet.review_by}, and today is {today}",
            f"Ask the owner ({leaflet.owner}) to read it again. When the words are approved "
            "(`./run signoff`), set `review_by` to the next day.",
            leaflet.place("review_by"),
        )
    elif left <= warn_days:
        yield Problem(
            "review-soon",
            f"this leaflet is to be reviewed by {leaflet.review_by}: {days_left(leaflet.review_by, today)}",
            f"Ask the owner ({leaflet.owner}) to read it again; print no more than is needed until then.",
            leaflet.place("review_by"),
            warning=True,
        )
