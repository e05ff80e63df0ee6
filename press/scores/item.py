"""Items of an instrument as data, and what is answered to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from press.scores.subject import Subject


class Verdict(StrEnum):
    """How an item ended."""

    MET = "met"
    NOT_MET = "not met"
    NOT_APPLICABLE = "does not apply"
    PERSON = "needs a person"


@dataclass(frozen=True, slots=True)
class Answer:
    """The verdict, and the evidence for it in one line."""

    verdict: Verdict
    evidence: str


@dataclass(frozen=True, slots=True)
class Item:
    """One item; `name` says it in our own words, `look` what a person looks at.

    An item with `judge` is computed, or found not to apply, or handed to a person after all.
    """

    number: str
    name: str
    look: str
    judge: Callable[[Subject], Answer] | None = None


@dataclass(frozen=True, slots=True)
class Instrument:
    """A published instrument; `source` says where its items come from."""

    key: str
    name: str
    source: str
    items: tuple[Item, ...]


class Scored(NamedTuple):
    """An item with its answer."""

    item: Item
    answer: Answer


def met(evidence: str) -> Answer:
    """The item is met."""
    return Answer(Verdict.MET, evidence)


def not_met(evidence: str) -> Answer:
    """The item is not met."""
    return Answer(Verdict.NOT_MET, evidence)


def settled(good: bool, evidence: str) -> Answer:
    """Met or not, with the same evidence."""
    return met(evidence) if good else not_met(evidence)


def not_applicable(evidence: str) -> Answer:
    """The leaflet has nothing the item could be about."""
    return Answer(Verdict.NOT_APPLICABLE, evidence)


def person(look: str) -> Answer:
    """Only a person can tell; `look` says where to look."""
    return Answer(Verdict.PERSON, look)


def score(instrument: Instrument, subject: Subject) -> tuple[Scored, ...]:
    """Every item of the instrument answered for one leaflet in one language."""
    return tuple(Scored(item, item.judge(subject) if item.judge else person(item.look)) for item in instrument.items)


def tally(scored: Sequence[Scored]) -> str:
    """Of the computed items alone, how many are met: 14 of 17 computed items met (82 %); 7 need a person."""
    counts = {verdict: sum(one.answer.verdict is verdict for one in scored) for verdict in Verdict}
    computed = counts[Verdict.MET] + counts[Verdict.NOT_MET]
    told = [f"{counts[Verdict.MET]} of {computed} computed items met ({share(counts[Verdict.MET], computed)})"]
    if counts[Verdict.PERSON]:
        told.append(_several(counts[Verdict.PERSON], "item needs a person", "items need a person"))
    if counts[Verdict.NOT_APPLICABLE]:
        told.append(_several(counts[Verdict.NOT_APPLICABLE], "item does not apply", "items do not apply"))
    return "; ".join(told)


def share(part: int, whole: int) -> str:
    """A share in whole per cent; of nothing it is a dash."""
    return f"{round(100 * part / whole)} %" if whole else "–"


def _several(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
