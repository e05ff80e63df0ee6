"""May this paper still be handed out? What a kept edition said, what is said now, and the day decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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
    """Why a paper may not be handed out, in a sentence; `grade` is how grave that is.

    `until` is the day before which it may not be handed out yet; None: not any more. `sections` are those that the
    reason lies in; none: the whole paper.
    """

    grade: Grade
    sentence: str
    until: date | None = None
    sections: frozenset[str] = frozenset()


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
    def begins(self) -> date | None:
        """The day from which on it may be handed out, where nothing else speaks against it."""
        days = [reason.until for reason in self.reasons]
        return max((day for day in days if day), default=None) if None not in days else None

    @property
    def grade(self) -> Grade | None:
        """How grave the gravest reason is."""
        return max((reason.grade for reason in self.reasons), default=None)


def judge(
    old: Snapshot,
    present: Snapshot | None,
    today: date,
    at_least: Grade = Grade.PRICE,
    format: str = "",
    gone: str = "It is no longer published.",
    others: Iterable[Reason] = (),
) -> Verdict:
    """The verdict over a paper of edition `old`; `present` is what its leaflet says today, None: it is `gone`.

    Changes less grave than `at_least` are told, but speak not against it. Of `format`, if given, only what
    that paper shows counts. Two with the same code say the same, so that only looks can differ. `others` are reasons
    that do not lie in the two editions.
    """
    found = on_format(changes(old, present), old, present, format) if present else ()
    if is_same(old, present):
        found = tuple(change for change in found if change.grade is Grade.LAYOUT)
    reasons = [
        *_shown(others, old, present, format),
        *_changed(found, at_least),
        *_dates(as_known(old, present), today),
    ]
    if present is None:
        reasons.append(Reason(Grade.SAFETY, gone))
    return Verdict(
        tuple(sorted(reasons, key=lambda reason: -reason.grade)),
        found,
        present.code if present and present.code != old.code else "",
    )


def is_same(old: Snapshot, present: Snapshot | None) -> bool:
    """Whether a paper is that of today."""
    return present is not None and present.code == old.code


def as_known(old: Snapshot, present: Snapshot | None) -> Snapshot:
    """What is known of a paper: of one of today what its content says now, of days too that are not printed."""
    return present if present is not None and is_same(old, present) else old


def _shown(others: Iterable[Reason], old: Snapshot, present: Snapshot | None, format: str) -> Iterator[Reason]:
    """Those of the reasons that lie in what a paper of this format shows; in doubt it shows it."""
    known = {section.key for section in old.sections}
    there = old.on_format(format) | (present.on_format(format) if present else frozenset())
    for reason in others:
        if not reason.sections or not reason.sections <= known or reason.sections & there:
            yield reason


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
        found.append(
            Reason(Grade.PRICE, f"Its prices begin only on {wording.day(old.valid_from, 'en')}.", old.valid_from)
        )
    if old.review_by < today:
        day = wording.day(old.review_by, "en")
        found.append(Reason(Grade.WORDING, f"A clinician was to read it again by {day}, and that day is over."))
    return found
