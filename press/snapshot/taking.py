"""Edition → snapshot: what is printed, worded as it is printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from press import markup, wording
from press.fingerprint import digest
from press.model.base import ReaderWords, Record, reader_words
from press.model.blocks import Block, Call, Contact, Line, Package, Picture, Prices, Publisher, Triage
from press.model.edition import Edition
from press.model.format import Format, FormatPanel
from press.model.inline import Span, SpanKind
from press.model.leaflet import FILL, FormatLayout, Leaflet, LeafletText, Section
from press.model.prices import Service
from press.snapshot.record import (
    BlockSaid,
    FormatSaid,
    PanelSaid,
    PhoneSaid,
    PriceSaid,
    SectionSaid,
    Snapshot,
)

_DIGITS = 12  # of a digest; enough to tell looks apart
_LEVELS = ("level", "tone", "marker", "role")
#: Fields of a block that are kept apart, or are no part of what is seen.
_NOT_LOOK = frozenset({"key", "kind", "sources", "medical", "allow", "line", "groups", "service", *_LEVELS})
_REFERENCE = re.compile(r"\{([a-z_]+(?::[a-z0-9-]+)?)\}")


@dataclass(frozen=True, slots=True)
class Looks:
    """Digests of the files that decide how a page looks: shared ones, those of a format, pictures by name."""

    shared: str = ""
    formats: Mapping[str, str] | None = None
    pictures: Mapping[str, str] | None = None


def take(edition: Edition, formats: Mapping[str, Format], looks: Looks) -> Snapshot:
    """What `edition` says now; `formats` are all there are, of which its leaflet names some."""
    text, leaflet, clinic, branch = edition.text, edition.leaflet, edition.clinic, edition.branch
    language, prices = edition.language, edition.prices
    priced = text.prints_prices
    return Snapshot(
        code=edition.code,
        leaflet=leaflet.key,
        language=language,
        branch=branch.key,
        title=_said(edition, text.title),
        summary=_said(edition, text.summary),
        version=text.version,
        clinic=_said(edition, f"{clinic.names[language]}"),
        branch_name=_in_english(branch.names),
        written_on=leaflet.written_on,
        reviewed_on=edition.reviewed_on,
        review_by=leaflet.review_by,
        valid_from=prices.valid_from if priced else None,
        valid_until=prices.valid_until if priced else None,
        price_list=prices.file if priced else "",
        tax=_said(edition, prices.tax[language]) if priced and prices.tax else "",
        emergency=(clinic.emergency.ambulance, clinic.emergency.single),
        web=branch.web.removeprefix("https://"),
        address=_said(edition, branch.addresses[language]) if branch.addresses else "",
        small_print=tuple(_small_print(edition)),
        labels={
            field: _said(edition, words) for field, words, _ in reader_words(edition.vocabulary) if field != "draft"
        },
        phones=tuple(_phones(edition)),
        prices=tuple(_prices(edition)) if priced else (),
        sources=_sources(edition),
        sections=tuple(_section(edition, key, section) for key, section in text.sections.items()),
        formats=_formats(leaflet, formats, looks),
        pictures=_pictures(text, looks),
        look=looks.shared,
    )


def is_up_to_date(
    kept: Snapshot, leaflet: Leaflet, text: LeafletText, formats: Mapping[str, Format], looks: Looks
) -> bool:
    """Whether a snapshot of the same code still is what `take` would give: looks at what the code does not cover."""
    return (
        kept.look == looks.shared
        and kept.formats == _formats(leaflet, formats, looks)
        and kept.pictures == _pictures(text, looks)
        and all(section.critical == leaflet.is_critical(section.key) for section in kept.sections)
    )


def picture_names(text: LeafletText) -> tuple[str, ...]:
    """The picture files that a text shows."""
    return tuple(
        block.file for section in text.sections.values() for block in section.blocks if isinstance(block, Picture)
    )


# Words ------------------------------------------------------------------------------------------------------


def _said(edition: Edition, words: str) -> str:
    """The words as printed, numbers that a reference filled in between curly brackets."""
    return " ".join(_marked(edition.inline.get(part, ())) or part for part in markup.paragraphs(words))


def _marked(spans: Iterable[Span]) -> str:
    return "".join(
        f"{{{span.text}}}" if span.kind is SpanKind.NUMBER else " " if span.kind is SpanKind.BREAK else span.text
        for span in spans
    )


def _small_print(edition: Edition) -> Iterator[str]:
    clinic, language = edition.clinic, edition.language
    yield _said(edition, clinic.disclaimer[language])
    if clinic.legal:
        yield _said(edition, clinic.legal[language])
    yield _said(edition, clinic.places[language])


def _section(edition: Edition, key: str, section: Section) -> SectionSaid:
    return SectionSaid(
        key=key,
        title=_said(edition, section.title) if section.title else "",
        critical=edition.leaflet.is_critical(key),
        blocks=tuple(_block(edition, block) for block in section.blocks),
    )


def _block(edition: Edition, block: Any) -> BlockSaid:
    return BlockSaid(
        key=block.key,
        kind=block.kind,
        level=next((str(getattr(block, name)) for name in _LEVELS if hasattr(block, name)), ""),
        line=str(getattr(block, "line", None) or ""),
        words=tuple(_said(edition, words) for _, words, _ in reader_words(block)),
        sources=block.sources,
        look="; ".join(_look(block)),
    )


def _look(record: Record, path: str = "") -> Iterator[str]:
    """What is seen but not read, where it is not as usual: `steps 2 icon phone-call`."""
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if name in _NOT_LOOK or isinstance(value, ReaderWords) or value is None or value == field.default:
            continue
        if isinstance(value, Record):
            yield from _look(value, f"{path}{name} ")
        elif isinstance(value, tuple):
            for number, item in enumerate(value, 1):
                if isinstance(item, Record):
                    yield from _look(item, f"{path}{name} {number} ")
        else:
            yield f"{path}{name} {value}"


def _sources(edition: Edition) -> dict[str, str]:
    cited = dict.fromkeys(
        key for section in edition.text.sections.values() for block in section.blocks for key in block.sources
    )
    known = edition.sources
    return {key: _said(edition, known[key].short[edition.language]) for key in cited if key in known}


# Numbers ----------------------------------------------------------------------------------------------------


def _phones(edition: Edition) -> Iterator[PhoneSaid]:
    """The telephone numbers that are printed somewhere."""
    where = _sections_by_number(edition)
    for key, phone in edition.branch.phones.items():
        sections = where.get(f"phone:{key}")
        if sections:
            yield PhoneSaid(
                key=key,
                number=wording.phone(phone.number, edition.clinic.region),
                hours=phone.hours,
                free=phone.free,
                anonymous=phone.anonymous,
                sections=tuple(sections),
            )


def _prices(edition: Edition) -> Iterator[PriceSaid]:
    """The prices that are printed somewhere, in the order of the list."""
    where = _sections_by_number(edition)
    for group in edition.prices.groups:
        for service in group.services:
            sections = (*where.get(f"group:{group.key}", ()), *where.get(f"price:{service.key}", ()))
            if sections:
                yield _price(edition, service, tuple(dict.fromkeys(sections)))


def _sections_by_number(edition: Edition) -> dict[str, dict[str, None]]:
    """In which sections each number stands: `phone:main`, `price:home-visit`, and `group:visits` for a whole table."""
    found: dict[str, dict[str, None]] = {}
    for name, section in edition.text.sections.items():
        for block in section.blocks:
            for number in _numbers(block):
                found.setdefault(number, {})[name] = None
    return found


def _numbers(block: Block) -> Iterator[str]:
    for _, words, _ in reader_words(block):
        for reference in _REFERENCE.findall(words):
            yield "phone:main" if reference == "phone" else reference
    if isinstance(block, Contact) or (isinstance(block, Call | Triage | Publisher) and block.line is Line.CLINIC):
        yield "phone:main"
    if isinstance(block, Package):
        yield f"price:{block.service}"
    if isinstance(block, Prices):
        yield from (f"group:{group}" for group in block.groups)


def _price(edition: Edition, service: Service, sections: tuple[str, ...]) -> PriceSaid:
    language, words, currency = edition.language, edition.vocabulary, edition.prices.currency
    amount = wording.money(service.amount, currency, language)
    parts = service.instalments
    return PriceSaid(
        key=service.key,
        name=_said(edition, service.names[language]),
        words=f"{_said(edition, words.from_)}{wording.NO_BREAK_SPACE}{amount}" if service.is_from else amount,
        unit=_said(edition, words.units[service.unit]) if service.unit in words.units else "",
        note=_said(edition, service.notes[language]) if service.notes else "",
        instalments=f"{parts.payments} × {wording.money(parts.amount, currency, language)}, each {parts.every}"
        if parts
        else "",
        includes=tuple(_said(edition, part) for part in (service.includes or {}).get(language, ())),
        valid_until=own.valid_until if (own := edition.branch.prices.get(service.key)) else None,
        sections=sections,
    )


# Looks ------------------------------------------------------------------------------------------------------


def _formats(leaflet: Leaflet, formats: Mapping[str, Format], looks: Looks) -> tuple[FormatSaid, ...]:
    return tuple(
        _format(formats[key], layout, (looks.formats or {}).get(key, ""))
        for key, layout in leaflet.formats.items()
        if key in formats
    )


def _pictures(text: LeafletText, looks: Looks) -> dict[str, str]:
    return {name: (looks.pictures or {}).get(name, "") for name in picture_names(text)}


def _format(format: Format, layout: FormatLayout, style: str) -> FormatSaid:
    measures = format.model_dump_json(exclude={"names"})
    panels = {panel.key: panel for panel in format.panels}
    return FormatSaid(
        key=format.key,
        name=_in_english(format.names),
        panels=tuple(_panel(panel, layout) for key, panel in panels.items() if key in layout.panels),
        look=digest(measures, style)[:_DIGITS],
    )


def _panel(panel: FormatPanel, layout: FormatLayout) -> PanelSaid:
    on = layout.panels[panel.key]
    fills = ",".join("" if section == FILL else "s" for section in on.sections)
    return PanelSaid(
        key=panel.key,
        name=_in_english(panel.names),
        sections=tuple(section for section in on.sections if section != FILL),
        look=digest(on.art or "", on.tone, fills)[:_DIGITS],
    )


def _in_english(names: Mapping[str, str]) -> str:
    return str(names.get("en") or next(iter(names.values())))
