"""May this paper still be handed out? What a kept edition said, what is said now, and the day decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from press import wording
from press.snapshot.changes import Change, Grade, changes, gravest, on_format
from press.snapshot.record import Snapshot

_ABOUT: Mapping[Grade, str] = {
    Grade.SAFETY: "safety",
    Grade.PRICE: "prices",
    Grade.WORDING: "wording",
    Grade.LAYOUT: "layout",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a paper may not be handed out any more, in a sentence; `grade` is how grave that is."""

    grade: Grade
    sentence: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The reasons against a paper (none: it is still good), what has changed since, and what replaces it.

    `replaced_by` is the code of the edition of today; "" if it is the very same, or if there is none.
    """

    reasons: tuple[Reason, ...]
    changes: tuple[Change, ...]
    replaced_by: str

    @property
    def is_good(self) -> bool:
        """Whether it may still be handed out."""
        return not self.reasons

    @property
    def grade(self) -> Grade | None:
        """How grave the gravest reason is."""
        return max((reason.grade for reason in self.reasons), default=None)


def judge(
    old: Snapshot, present: Snapshot | None, today: date, at_least: Grade = Grade.PRICE, format: str = ""
) -> Verdict:
    """The verdict over a paper of edition `old`; `present` is what its leaflet says today, None: it is gone.

    Changes less grave than `at_least` are told, but speak not against it. Of `format`, if given, only what
    that paper shows counts.
    """
    found = on_format(changes(old, present), old, present, format) if present else ()
    reasons = [*_changed(found, at_least), *_dates(old, today)]
    if present is None:
        reasons.append(Reason(Grade.SAFETY, "It is no longer published."))
    return Verdict(
        tuple(sorted(reasons, key=lambda reason: -reason.grade)),
        found,
        present.code if present and present.code != old.code else "",
    )


def _changed(found: tuple[Change, ...], at_least: Grade) -> list[Reason]:
    grave = [change for change in found if change.grade >= at_least]
    worst = gravest(grave)
    if worst is None:
        return []
    counts = ((grade, sum(change.grade is grade for change in grave)) for grade in sorted(Grade, reverse=True))
    told = [f"{count} thing{'' if count == 1 else 's'} about {_ABOUT[grade]}" for grade, count in counts if count]
    return [Reason(worst, f"Since it was made this has changed: {', '.join(told)}.")]


def _dates(old: Snapshot, today: date) -> list[Reason]:
    found = []
    if old.prices_end and old.prices_end < today:
        found.append(Reason(Grade.PRICE, f"Its prices ended on {wording.day(old.prices_end, 'en')}."))
    if old.valid_from and old.valid_from > today:
        found.append(Reason(Grade.PRICE, f"Its prices begin only on {wording.day(old.valid_from, 'en')}."))
    if old.review_by < today:
        day = wording.day(old.review_by, "en")
        found.append(Reason(Grade.WORDING, f"A clinician was to read it again by {day}, and that day is over."))
    return found
