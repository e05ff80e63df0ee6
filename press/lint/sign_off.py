"""What the clinic's policy wants approved is approved, as it stands now; approvals have possible days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from press.approval.policy import approvals, missing_roles
from press.errors import Place, Problem
from press.model.job import Medium
from press.model.project import Project


def sign_offs(project: Project, today: date) -> tuple[Problem, ...]:
    """Texts that are made as drafts because an approval is missing, and approvals dated in the future."""
    return (*_missing(project), *_in_future(project, today))


def _missing(project: Project) -> Iterator[Problem]:
    for leaflet, language in project.texts:
        media: dict[str, list[str]] = {}
        for medium in Medium:
            for role in missing_roles(project, leaflet, language, medium):
                media.setdefault(role, []).append(medium)
        if media:
            reasons = [
                f"for {' and '.join(where)} {_reason(project, leaflet, language, role)}"
                for role, where in media.items()
            ]
            commands = [f'./run signoff {leaflet} {language} --role {role} --name "…"' for role in media]
            yield Problem(
                "sign-off-missing",
                f"every page says DRAFT: {'; '.join(reasons)}",
                f"When the words are approved, type: {' and '.join(commands)} (content/clinic.yaml says under "
                "`sign_off` who is to approve them).",
                Place(project.texts[leaflet, language].place().file),
                warning=True,
            )


def _reason(project: Project, leaflet: str, language: str, role: str) -> str:
    last = approvals(project, leaflet, language).get(role)
    if last is None:
        return f"nobody has approved these words as {role} yet"
    return (
        f"the approval of {last.sign_off.name} as {role} ({last.sign_off.on}) no longer holds, because what was "
        f"approved has changed since{last.in_what}"
    )


def _in_future(project: Project, today: date) -> Iterator[Problem]:
    for history in project.sign_offs.values():
        for sign_off in history.sign_offs:
            if sign_off.on > today:
                yield Problem(
                    "sign-off-in-future",
                    f"an approval on {sign_off.on} cannot have happened: today is {today}",
                    "Look whether the calendar of the computer is right. If it is, take this entry out and let "
                    f"{sign_off.name} approve the words again with `./run signoff`.",
                    sign_off.place("on"),
                )
