"""What several leaflets print from one place says the same figures in every language: price lists, the clinic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from press.drift.excused import RULE, excused
from press.drift.pairs import differing_figures, shown
from press.drift.phrases import Phrase
from press.errors import Problem
from press.model.base import Record
from press.model.prices import PriceList
from press.model.project import Project

#: The fields with words by language, of each kind of record.
_CLINIC = ("disclaimer", "legal")
_LIST, _GROUP, _SERVICE = ("tax",), ("names",), ("names", "notes", "includes")


def shared_figures(project: Project, today: date) -> tuple[Problem, ...]:
    """Names, notes and contents whose numbers, times, telephones or references differ between two languages."""
    first, *others = project.clinic.languages
    return tuple(
        problem
        for record, fields in _records(project, today)
        for language in others
        for problem in _differing(record, fields, first, language)
    )


def _records(project: Project, today: date) -> Iterator[tuple[Record, Sequence[str]]]:
    yield project.clinic, _CLINIC
    for prices in project.price_lists:
        if prices.valid_until >= today:
            yield from _in_list(prices)


def _in_list(prices: PriceList) -> Iterator[tuple[Record, Sequence[str]]]:
    yield prices, _LIST
    for group in prices.groups:
        yield group, _GROUP
        for service in group.services:
            yield service, _SERVICE


def _differing(record: Record, fields: Sequence[str], first: str, other: str) -> Iterator[Problem]:
    for field in fields:
        words: Mapping[str, str | Sequence[str]] = getattr(record, field) or {}
        if first not in words or other not in words:
            continue  # told elsewhere
        ours, theirs = (_phrases(record, field, words[language]) for language in (first, other))
        left = excused(differing_figures(ours, first, theirs, other), ours, theirs).left
        if left:
            yield Problem(
                RULE,
                f"the figures in `{field}` differ: “{first}” says {shown(left.original)}, “{other}” says "
                f"{shown(left.translation)}",
                "Correct whichever is wrong." + (_ALLOW if hasattr(record, "allow") else ""),
                record.place(field),
            )


_ALLOW = f" If both are right, add `allow` with the rule {RULE}, the words with the figure, and the reason."


def _phrases(record: Record, field: str, words: str | Sequence[str]) -> tuple[Phrase, ...]:
    lines = (words,) if isinstance(words, str) else tuple(words)
    allow = getattr(record, "allow", ())
    return tuple(
        Phrase("", "", f"{field}.{row}", line, record.place(field), (), allow) for row, line in enumerate(lines)
    )
