"""Asks every rule of words about everything a reader reads, and heeds the exceptions of the content."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from press.errors import Problem
from press.guess import did_you_mean
from press.lint import figures, untranslated
from press.lint.words import (
    abbreviation,
    fear,
    passive,
    promise,
    reading_level,
    sentence_length,
    shouting,
    stigma,
    unit,
)
from press.lint.words.passages import Passage, price_passages, text_passages
from press.lint.words.phrases import sentence_around
from press.lint.words.rule import Finding, WordRule
from press.model.allowance import Allowance
from press.model.project import Project

RULES: tuple[WordRule, ...] = (
    stigma.RULE,
    promise.RULE,
    fear.RULE,
    shouting.RULE,
    abbreviation.RULE,
    unit.RULE,
    passive.RULE,
    sentence_length.RULE,
    reading_level.RULE,
)
#: Rules that judge a leaflet as a whole, and what they are asked with instead of `WordRule.find`.
_OF_THE_WHOLE: Mapping[str, Callable[[Sequence[Passage], Project], Iterable[tuple[Passage, Finding]]]] = {
    reading_level.RULE.code: reading_level.hard_texts,
}
_CODES = frozenset(rule.code for rule in RULES)
#: Rules outside this room that know exceptions too; they tell themselves which of theirs nobody needs.
_ELSEWHERE = frozenset({figures.RULE, untranslated.RULE})


class Found(NamedTuple):
    """What a rule found in a passage."""

    code: str
    passage: Passage
    finding: Finding


@dataclass(slots=True)
class _Met:
    """What became of the exceptions, by identity: the same words may be excepted in many places.

    `meant` has the rule that spoke against the words of an exception from another one.
    """

    used: set[int] = field(default_factory=set)
    meant: dict[int, str] = field(default_factory=dict)


def avoided_words(project: Project, today: date) -> tuple[Problem, ...]:
    """What the rules say of every leaflet and every price list that has not ended, and exceptions nobody needs."""
    texts = [text_passages(project, leaflet, language) for leaflet, language in project.texts]
    lists = [
        price_passages(project, prices, language)
        for prices in project.price_lists
        if prices.valid_until >= today
        for language in project.clinic.languages
    ]
    told: list[Problem] = []
    met = _Met()
    for passages in (*texts, *lists):
        told += _told(passages, project, met)
    there = (passage for passages in (*texts, *lists) for passage in passages)
    return (*told, *_idle(there, met))


def checked(passages: Sequence[Passage], project: Project) -> tuple[Problem, ...]:
    """What the rules say of these passages, in the order of a leaflet; exceptions are heeded."""
    return tuple(_told(passages, project, _Met()))


def found(passages: Sequence[Passage], project: Project) -> Iterator[Found]:
    """Everything the rules find in these passages, exceptions or not."""
    for rule in RULES:
        asked = [passage for passage in passages if passage.language.partition("-")[0] in rule.languages]
        if rule.code in _OF_THE_WHOLE:
            for passage, finding in _OF_THE_WHOLE[rule.code](asked, project):
                yield Found(rule.code, passage, finding)
        else:
            for passage in asked:
                yield from (Found(rule.code, passage, finding) for finding in rule.find(passage, project))


def _told(passages: Sequence[Passage], project: Project, met: _Met) -> Iterator[Problem]:
    for one in found(passages, project):
        named = [allowance for allowance in one.passage.allow if _names(allowance, one)]
        allowed = {id(allowance) for allowance in named if allowance.rule == one.code}
        met.used |= allowed
        if not allowed:
            met.meant.update((id(allowance), one.code) for allowance in named)
            yield _problem(one)


def _names(allowance: Allowance, one: Found) -> bool:
    """Whether the finding lies within the very words of the exception; capital letters make no difference."""
    start, end = one.finding.start, one.finding.start + one.finding.length
    text, words = one.passage.text.lower(), allowance.words.lower()
    at = text.find(words)
    while at >= 0:
        if at <= start and end <= at + len(words):
            return True
        at = text.find(words, at + 1)
    return False


def _problem(one: Found) -> Problem:
    code, passage, finding = one
    sentence = sentence_around(passage.text, finding.start, passage.language)
    start = finding.start - sentence.start
    return Problem(
        code,
        finding.message,
        finding.instead,
        passage.place,
        sentence=sentence.text,
        start=start,
        length=min(finding.length, len(sentence.text) - start),
    )


def _idle(passages: Iterable[Passage], met: _Met) -> Iterator[Problem]:
    """Exceptions to rules that there are not, and those that except nothing."""
    for allowance in {id(one): one for passage in passages for one in passage.allow}.values():
        if allowance.rule in _ELSEWHERE:
            continue
        if allowance.rule not in _CODES:
            yield Problem(
                "allowance-unknown",
                f"this exception is from “{allowance.rule}”, and there is no such rule of words",
                did_you_mean(allowance.rule, sorted(_CODES | _ELSEWHERE)),
                allowance.place("rule"),
            )
        elif id(allowance) in met.used:
            continue
        elif id(allowance) in met.meant:
            yield Problem(
                "allowance-unknown",
                f"this exception is from “{allowance.rule}”, but what speaks against “{allowance.words}” is "
                f"“{met.meant[id(allowance)]}”",
                f"If the words may stand, write: rule: {met.meant[id(allowance)]}",
                allowance.place("rule"),
            )
        else:
            yield Problem(
                "allowance-unused",
                f"nothing here needs the exception for “{allowance.words}”",
                "Delete it; or if the words have changed, write them as they stand now.",
                allowance.place("words"),
                warning=True,
            )
