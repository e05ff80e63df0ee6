"""Whether what was asked for exists."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from press.errors import Problem, UsageError
from press.guess import choices, did_you_mean
from press.model.job import Choice, Medium
from press.model.project import Project


def refuse_unknown(choice: Choice, project: Project) -> None:
    """Raise a UsageError for each leaflet, language, format, medium and branch that does not exist."""
    problems = (
        *_unknown("leaflet", choice.leaflets, project.leaflets),
        *_unknown("language", choice.languages, project.clinic.languages),
        *_unknown("format", choice.formats, project.formats),
        *_unknown("medium", choice.media, [str(medium) for medium in Medium]),
        *_unknown("branch", choice.branches, project.branches),
    )
    if problems:
        raise UsageError(*problems)


def refuse_nothing(jobs: Collection[object]) -> None:
    """Raise a UsageError where the choice leaves nothing to do."""
    if not jobs:
        raise UsageError(
            Problem(
                "usage",
                "Nothing fits all of these options together.",
                "`./run list` shows which leaflet there is in which language and format.",
            )
        )


def _unknown(option: str, wanted: Collection[str], known: Collection[str]) -> Iterator[Problem]:
    for word in wanted:
        if word not in known:
            guess = did_you_mean(word, known)
            listed = choices(known)
            remedy = guess if guess == listed else f"{guess} {listed}"
            yield Problem("usage", f"There is no {option} {word!r}.", remedy)
