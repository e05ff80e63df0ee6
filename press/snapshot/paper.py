"""Edition → everything its papers say and show, as plain data: what the code at their foot is made from.

Each kind of block tells here what its template (templates/blocks/) prints; a field that no template prints is not
here. How templates and styles make it look, and on which panel a section stands, is no part of what is said.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby
from typing import Any

from press import fingerprint, markup, wording
from press.model.base import ReaderWords, Record
from press.model.blocks import (
    Block,
    Call,
    Card,
    Contact,
    Imprint,
    Item,
    Line,
    List,
    Marker,
    Package,
    Picture,
    Prices,
    Publisher,
    Triage,
    Validity,
)
from press.model.edition import Edition
from press.model.inline import Span, SpanKind, plain
from press.model.leaflet import FormatLayout
from press.model.prices import Service
from press.model.sources import Source

#: What a template prints of a block besides the block's own words: labels, numbers, shared records.
Facts = Iterator[Any]

_SPACES = re.compile(r"\s+")
#: Fields that no template prints, or of which it prints what they lead to.
_UNSEEN: Mapping[type[Record], frozenset[str]] = {
    Block: frozenset({"key", "sources", "medical", "allow"}),
    Contact: frozenset({"address"}),
    Imprint: frozenset({"brief"}),
    Package: frozenset({"service"}),
    Picture: frozenset({"file"}),
    Prices: frozenset({"groups"}),
}


def edition_code(edition: Edition, pictures: Mapping[str, str]) -> str:
    """The code of the edition; `pictures` are the digests of picture files by name."""
    said = {
        "edition": [edition.leaflet.key, edition.language, edition.branch.key],
        "papers": papers(edition, pictures),
    }
    return fingerprint.edition_code(json.dumps(said, ensure_ascii=False, separators=(",", ":")))


def papers(edition: Edition, pictures: Mapping[str, str]) -> dict[str, Any]:
    """By format: the sections that stand on it, in an order that no layout changes, and the sources it lists."""
    sections = {key: _section(edition, key, pictures) for key in edition.text.sections}
    order = sorted(sections, key=lambda key: json.dumps(sections[key], ensure_ascii=False))
    found: dict[str, Any] = {}
    for key, layout in sorted(edition.leaflet.formats.items()):
        there = sections_on(layout)
        found[key] = {
            "sections": [sections[name] for name in order if name in there],
            "sources": _listed(edition, layout),
        }
    return found


def sections_on(layout: FormatLayout) -> frozenset[str]:
    """The sections (and `fill`) that stand on the panels of a format."""
    return frozenset(name for panel in layout.panels.values() for name in panel.sections)


def blocks(edition: Edition) -> tuple[Block, ...]:
    """The blocks of all sections that stand on any format."""
    there = frozenset[str]().union(*(sections_on(layout) for layout in edition.leaflet.formats.values()))
    return tuple(block for key, section in edition.text.sections.items() if key in there for block in section.blocks)


def cited(edition: Edition, layout: FormatLayout) -> tuple[Source, ...]:
    """The sources of all sections on this format, in the order they are met, each once."""
    keys: dict[str, None] = {}
    for block in _blocks_on(edition, layout):
        keys.update(dict.fromkeys(block.sources))
        if isinstance(block, Prices):
            for group in edition.prices.groups:
                if group.key in block.groups:
                    keys.update(dict.fromkeys(key for service in group.services for key in service.sources))
    return tuple(edition.sources[key] for key in keys if key in edition.sources)


def lists_sources(edition: Edition, layout: FormatLayout) -> bool:
    """Whether this format prints the list of its sources."""
    return any(isinstance(block, Imprint) and not block.brief for block in _blocks_on(edition, layout))


def is_packaged(edition: Edition, service: str) -> bool:
    """Whether a block of the leaflet lists what the service holds, so that a table need not."""
    found = (block for section in edition.text.sections.values() for block in section.blocks)
    return any(isinstance(block, Package) and block.service == service for block in found)


def emphasis(edition: Edition, words: Iterable[str]) -> list[Any]:
    """What is bold in the words and where links lead; nothing if they are plain."""
    pieces = (piece for one in words for part in _words(edition, one) for piece in part)
    return [piece for piece in pieces if not isinstance(piece, str)]


# Sections ---------------------------------------------------------------------------------------------------


def _blocks_on(edition: Edition, layout: FormatLayout) -> Iterator[Block]:
    for panel in layout.panels.values():
        for name in panel.sections:
            if name in edition.text.sections:
                yield from edition.text.sections[name].blocks


def _listed(edition: Edition, layout: FormatLayout) -> list[Any]:
    sources = cited(edition, layout) if lists_sources(edition, layout) else ()
    if not sources:
        return []
    short = sorted(_plain(edition, source.short.get(edition.language, "")) for source in sources)
    return [_label(edition, edition.vocabulary.sources), short]


def _section(edition: Edition, key: str, pictures: Mapping[str, str]) -> list[Any]:
    section = edition.text.sections[key]
    return [
        "critical" if edition.leaflet.is_critical(key) else "",
        _words(edition, section.title) if section.title else "",
        [[_own(edition, block), *_facts(edition, block, pictures)] for block in section.blocks],
    ]


@cache
def _fields(kind: type[Record]) -> tuple[tuple[str, Any], ...]:
    """The fields of a kind of record that can be printed, with what they are by themselves."""
    unseen = {name for one, names in _UNSEEN.items() if issubclass(kind, one) for name in names}
    return tuple((name, field.default) for name, field in kind.model_fields.items() if name not in unseen)


def _own(edition: Edition, record: Record, icons: bool = True) -> dict[str, Any]:
    """The fields of a record that are printed; what was left as it is by itself is not there."""
    values = vars(record)
    unseen = set(_without_effect(record, icons))
    shows_icons = not isinstance(record, List | Card) or record.marker is Marker.ICON
    return {
        name: _seen(edition, values[name], shows_icons)
        for name, default in _fields(type(record))
        if values[name] != default and name not in unseen
    }


def _without_effect(record: Record, icons: bool) -> Iterator[str]:
    """Fields that are printed only together with others, which are missing."""
    if isinstance(record, Item) and not icons:
        yield "icon"
    if isinstance(record, Card) and not record.title:
        yield "icon"
    if isinstance(record, Card) and not record.items:
        yield "marker"
    if isinstance(record, Triage) and not record.steps:
        yield "steps_title"


def _seen(edition: Edition, value: Any, icons: bool) -> Any:
    if isinstance(value, ReaderWords):
        return _words(edition, value)
    if isinstance(value, Record):
        return _own(edition, value, icons)
    if isinstance(value, tuple):
        return [_seen(edition, item, icons) for item in value]
    return value


# Facts ------------------------------------------------------------------------------------------------------


def _facts(edition: Edition, block: Block, pictures: Mapping[str, str]) -> Facts:
    if isinstance(block, Picture):
        yield pictures.get(block.file, "")
    for kind, facts in _FACTS.items():
        if isinstance(block, kind):
            yield from facts(edition, block)


def _ringing(edition: Edition, block: Call | Triage | Publisher) -> Facts:
    if block.line is Line.EMERGENCY:
        if isinstance(block, Triage):
            yield _label(edition, edition.vocabulary.or_)
        emergency = edition.clinic.emergency
        yield from (_phone(edition, number) for number in (emergency.ambulance, emergency.single))
    elif block.line is Line.CLINIC:
        yield from _main_phone(edition)


def _publisher(edition: Edition, block: Publisher) -> Facts:
    yield _named(edition, edition.clinic.names)
    yield _named(edition, edition.clinic.places)
    yield from _ringing(edition, block)


def _contact(edition: Edition, block: Contact) -> Facts:
    branch = edition.branch
    yield from _main_phone(edition)
    if "main" in branch.phones:
        yield wording.hours(branch.phones["main"].hours, _label(edition, edition.vocabulary.always_open))
    if block.address and branch.addresses:
        yield _named(edition, branch.addresses)
    yield branch.web


def _imprint(edition: Edition, block: Imprint) -> Facts:
    clinic, words, leaflet = edition.clinic, edition.vocabulary, edition.leaflet
    yield _named(edition, clinic.disclaimer)
    if clinic.legal:
        yield _named(edition, clinic.legal)
    if edition.reviewed_on:
        yield [_label(edition, words.reviewed), wording.short_day(edition.reviewed_on, edition.language)]
    else:
        yield _label(edition, words.awaiting_sign_off)
    if not (block.brief and edition.reviewed_on):
        yield [_label(edition, words.written), wording.short_day(leaflet.written_on, edition.language)]
    yield [_label(edition, words.review_by), wording.short_day(leaflet.review_by, edition.language)]
    yield _label(edition, words.code)


def _validity(edition: Edition, _block: Validity) -> Facts:
    yield wording.day(edition.prices.valid_until, edition.language)
    if edition.prices.tax:
        yield _named(edition, edition.prices.tax)


def _prices(edition: Edition, block: Prices) -> Facts:
    groups = {group.key: group for group in edition.prices.groups}
    for key in block.groups:
        if key in groups:
            rows = [list(_row(edition, service)) for service in groups[key].services]
            yield [groups[key].icon, _named(edition, groups[key].names), rows]


def _row(edition: Edition, service: Service) -> Facts:
    words = edition.vocabulary
    yield _named(edition, service.names)
    if service.includes and not is_packaged(edition, service.key):
        yield [_label(edition, words.includes), *_included(edition, service)]
    yield from _in_parts(edition, service)
    if service.notes:
        yield _named(edition, service.notes)
    yield _label(edition, words.from_) if service.is_from else ""
    yield wording.amount(service.amount, edition.language)
    if service.unit in words.units:
        yield _label(edition, words.units[service.unit])


def _package(edition: Edition, block: Package) -> Facts:
    service = next((service for service in edition.prices.services if service.key == block.service), None)
    if service is None:
        return
    yield _named(edition, service.names)
    yield _label(edition, edition.vocabulary.from_) if service.is_from else ""
    yield wording.money(service.amount, edition.prices.currency, edition.language)
    yield from _in_parts(edition, service)
    yield _included(edition, service)


def _in_parts(edition: Edition, service: Service) -> Facts:
    parts = service.instalments
    if parts:
        label = edition.vocabulary.instalments.get(parts.every, "")
        each = wording.money(parts.amount, edition.prices.currency, edition.language)
        yield [_label(edition, label), parts.payments, each]


def _included(edition: Edition, service: Service) -> list[Any]:
    return [_words(edition, part) for part in (service.includes or {}).get(edition.language, ())]


_FACTS: Mapping[type[Block], Callable[[Edition, Any], Facts]] = {
    Call: _ringing,
    Triage: _ringing,
    Publisher: _publisher,
    Contact: _contact,
    Imprint: _imprint,
    Validity: _validity,
    Prices: _prices,
    Package: _package,
}


# Words ------------------------------------------------------------------------------------------------------


def _main_phone(edition: Edition) -> Facts:
    """The number of the clinic; its key is asked for elsewhere."""
    if "main" in edition.branch.phones:
        yield _phone(edition, edition.branch.phones["main"].number)


def _phone(edition: Edition, number: str) -> str:
    return wording.phone(number, edition.clinic.region)


def _named(edition: Edition, names: Mapping[str, str]) -> list[Any]:
    """The words of a shared record in the edition's language; none where they are missing, which is told elsewhere."""
    words = names.get(edition.language)
    return _words(edition, words) if words else []


def _label(edition: Edition, words: str) -> str:
    return _plain(edition, words)


def _plain(edition: Edition, words: str) -> str:
    return plain(edition.inline.get(words, (Span(SpanKind.TEXT, words),)))


def _words(edition: Edition, words: str) -> list[list[Any]]:
    """A list for each paragraph: plain words as they are, bold ones and links with what they are."""
    parts = (words,) if words in edition.inline else markup.paragraphs(words)
    return [_pieces(edition.inline.get(part, (Span(SpanKind.TEXT, part),))) for part in parts]


def _pieces(spans: tuple[Span, ...]) -> list[Any]:
    return [
        text if not strong and not href else [text, "bold" if strong else "", href]
        for (strong, href), group in groupby(spans, _face)
        if (text := _SPACES.sub(" ", plain(tuple(group))))
    ]


def _face(span: Span) -> tuple[bool, str]:
    """Whether a span is bold, and where it leads if its words do not say so themselves."""
    is_told = span.kind is SpanKind.NUMBER or span.href.startswith("tel:")
    return span.strong, "" if is_told else span.href
