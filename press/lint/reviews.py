"""A clinician looks at every leaflet again before its day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from press.errors import Problem
from press.model.leaflet import Leaflet
from press.model.project import Project


def review_dates(project: Project, today: date) -> tuple[Problem, ...]:
    """Leaflets whose review is overdue or due soon."""
    soon = today + timedelta(days=project.clinic.warn_days)
    return tuple(problem for leaflet in project.leaflets.values() for problem in _dates(leaflet, today, soon))


def _dates(leaflet: Leaflet, today: date, soon: date) -> Iterator[Problem]:
    left = (leaflet.review_by - today).days
    if left < 0:
        yield Problem(
            "review-overdue",
            f"this leaflet had to be reviewed by {leaflet.review_by}, and today is {today}",
            f"Ask the owner ({leaflet.owner}) to read it again. When the words are approved "
            "(`./run signoff`), set `review_by` to the next day.",
            leaflet.place("review_by"),
        )
    elif leaflet.review_by <= soon:
        yield Problem(
            "review-soon",
            f"this leaflet is to be reviewed by {leaflet.review_by}, in {left} days",
            f"Ask the owner ({leaflet.owner}) to read it again; print no more than is needed until then.",
            leaflet.place("review_by"),
            warning=True,
        )
