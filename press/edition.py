"""Leaflet + language + branch → edition: every reference resolved, every unknown one a problem with its place."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from press import markup, wording
from press.approval.policy import reviewed_on
from press.errors import Place, Problem
from press.model.base import Record, reader_words
from press.model.clinic import Branch, Clinic, branch_prices
from press.model.edition import Edition
from press.model.inline import Span, SpanKind
from press.model.leaflet import LeafletText
from press.model.prices import PriceList
from press.model.project import Project
from press.model.vocabulary import Vocabulary
from press.snapshot.paper import edition_code


@dataclass(frozen=True, slots=True)
class Resolved:
    """An edition, and what was wrong on the way; a reference that leads nowhere stands in it as it was written."""

    edition: Edition
    problems: tuple[Problem, ...]


def resolve(project: Project, leaflet: str, language: str, branch: str) -> Resolved:
    """The edition of `leaflet` in `language` for `branch`, all keys of `project`."""
    text = project.texts[leaflet, language]
    place = project.branches[branch]
    prices = branch_prices(project.prices, place, text.price_keys.printed(project.prices))
    vocabulary = project.vocabularies[language]
    desk = _ReferenceDesk(project.clinic, place, prices, vocabulary)
    inline: dict[str, tuple[Span, ...]] = {}
    problems: list[Problem] = []
    for field, words, owner in _all_words(text, project, prices, language, branch):
        at = owner.place(field)
        for part in markup.paragraphs(words):
            inline[part], faults = _spans(part, desk, at)
            problems += faults
    edition = Edition(
        leaflet=project.leaflets[leaflet],
        text=text,
        clinic=project.clinic,
        branch=place,
        prices=prices,
        sources=project.sources,
        vocabulary=vocabulary,
        inline=inline,
        code="",  # made from all the rest
        reviewed_on=reviewed_on(project, leaflet, language),
    )
    coded = replace(edition, code=edition_code(edition, project.pictures))
    return Resolved(coded, tuple(dict.fromkeys(problems)))


def _spans(words: str, desk: _ReferenceDesk, at: Place) -> tuple[tuple[Span, ...], list[Problem]]:
    marked = markup.parse(words)
    problems = [Problem(fault.code, fault.message, fault.remedy, at) for fault in marked.faults]
    spans: list[Span] = []
    for span in marked.spans:
        answer = desk.answer(span) if span.kind is SpanKind.REFERENCE else (span,)
        if answer is None:
            problems.append(desk.unknown(span.text, at))
            answer = (Span(SpanKind.TEXT, f"{{{span.text}}}"),)
        spans += answer
    return tuple(spans), problems


def _all_words(
    text: LeafletText, project: Project, prices: PriceList, language: str, branch: str
) -> Iterator[tuple[str, str, Record]]:
    """Every string this edition can print: the text, and its language's share of the shared records."""
    yield from reader_words(text)
    yield from reader_words(project.vocabularies[language])
    shared: tuple[Record, ...] = (project.clinic, project.branches[branch], *project.sources.values())
    # A leaflet without prices says nothing of the price list.
    for record in (*shared, prices) if text.prints_prices else shared:
        for field, words, owner in reader_words(record):
            if field.split(".")[-1] == language or f".{language}." in field:
                yield field, words, owner


class _ReferenceDesk:
    """Answers {name} and {name:key}; one method a name, listed in `_NAMES`."""

    def __init__(self, clinic: Clinic, branch: Branch, prices: PriceList, vocabulary: Vocabulary) -> None:
        self._clinic, self._branch, self._prices, self._vocabulary = clinic, branch, prices, vocabulary
        self._language = vocabulary.language
        self._services = {service.key: service for service in prices.services}

    def answer(self, reference: Span) -> tuple[Span, ...] | None:
        """The spans that stand for the reference, or None if it leads nowhere."""
        name, _, key = reference.text.partition(":")
        if name not in self._NAMES:
            return None
        spans = self._NAMES[name](self, key)
        if spans is None:
            return None
        return tuple(Span(s.kind, s.text, reference.strong or s.strong, s.href or reference.href) for s in spans)

    def unknown(self, text: str, place: Place) -> Problem:
        """What to tell the author of a reference that leads nowhere."""
        name, _, key = text.partition(":")
        code, choices = {
            "price": ("price-unknown", tuple(self._services)),
            "phone": ("phone-unknown", tuple(self._branch.phones)),
            "emergency": ("phone-unknown", ("ambulance", "single")),
        }.get(name, ("reference-unknown", tuple(self._NAMES)))
        wanted = key if name in ("price", "phone", "emergency") else name
        near = difflib.get_close_matches(wanted, choices, 1, 0.5)
        remedy = f"did you mean {near[0]}?" if near else f"known are: {', '.join(choices)}"
        return Problem(code, f"{{{text}}} leads nowhere: there is no {wanted!r}", remedy, place)

    def _phone(self, key: str) -> tuple[Span, ...] | None:
        phone = self._branch.phones.get(key or "main")
        return (self._dial(phone.number),) if phone else None

    def _emergency(self, key: str) -> tuple[Span, ...] | None:
        emergency = self._clinic.emergency
        if not key:
            between = Span(SpanKind.TEXT, f"\u00a0{self._vocabulary.or_} ")
            return (self._dial(emergency.ambulance), between, self._dial(emergency.single))
        number = {"ambulance": emergency.ambulance, "single": emergency.single}.get(key)
        return (self._dial(number),) if number else None

    def _price(self, key: str) -> tuple[Span, ...] | None:
        service = self._services.get(key)
        if service is None:
            return None
        words = wording.money(service.amount, self._prices.currency, self._language)
        if service.is_from:
            words = f"{self._vocabulary.from_}\u00a0{words}"
        return (Span(SpanKind.NUMBER, words),)

    def _web(self, key: str) -> tuple[Span, ...] | None:
        address = self._branch.web
        return None if key else (Span(SpanKind.NUMBER, address.removeprefix("https://"), href=address),)

    def _clinic_name(self, key: str) -> tuple[Span, ...] | None:
        return None if key else (Span(SpanKind.TEXT, self._clinic.names[self._language]),)

    def _valid_from(self, key: str) -> tuple[Span, ...] | None:
        return None if key else (Span(SpanKind.NUMBER, wording.day(self._prices.valid_from, self._language)),)

    def _valid_until(self, key: str) -> tuple[Span, ...] | None:
        return None if key else (Span(SpanKind.NUMBER, wording.day(self._prices.valid_until, self._language)),)

    def _dial(self, number: str) -> Span:
        return Span(SpanKind.NUMBER, wording.phone(number, self._clinic.region), href=f"tel:{number}")

    _NAMES: Mapping[str, Callable[[_ReferenceDesk, str], tuple[Span, ...] | None]] = {
        "phone": _phone,
        "emergency": _emergency,
        "price": _price,
        "web": _web,
        "clinic": _clinic_name,
        "valid_from": _valid_from,
        "valid_until": _valid_until,
    }
