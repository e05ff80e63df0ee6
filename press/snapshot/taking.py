"""Edition → snapshot: what is printed, worded as it is printed, nothing that is not (see `paper`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from press import markup, wording
from press.fingerprint import digest
from press.model.base import ReaderWords, Record, reader_words
from press.model.blocks import (
    Block,
    Call,
    Contact,
    Imprint,
    Line,
    Marker,
    Package,
    Picture,
    Prices,
    Publisher,
    Triage,
    Validity,
)
from press.model.edition import Edition
from press.model.format import Format, FormatPanel
from press.model.inline import Span, SpanKind
from press.model.leaflet import FILL, FormatLayout, LeafletText, Section
from press.model.prices import Service
from press.snapshot.paper import blocks, cited, emphasis, is_packaged, lists_sources, sections_on
from press.snapshot.record import (
    LOUD,
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
_NOT_LOOK = frozenset({"key", "kind", "sources", "medical", "allow", "line", "groups", "service", "file", *_LEVELS})
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
    where, kinds = _sections_by_number(edition), _kinds(edition)
    shows_address = any(isinstance(block, Contact) and block.address for block in blocks(edition))
    return Snapshot(
        code=edition.code,
        leaflet=leaflet.key,
        language=language,
        branch=branch.key,
        title=_said(edition, text.title),
        clinic=_said(edition, clinic.names[language]) if Publisher in kinds else "",
        branch_name=_in_english(branch.names),
        written_on=leaflet.written_on,
        reviewed_on=edition.reviewed_on,
        review_by=leaflet.review_by,
        valid_from=prices.valid_from if priced else None,
        valid_until=prices.valid_until if priced else None,
        price_list=prices.file if priced else "",
        tax=_said(edition, prices.tax[language]) if Validity in kinds and prices.tax else "",
        emergency=_emergency(edition, where),
        web=branch.web.removeprefix("https://") if Contact in kinds or "web" in where else "",
        address=_said(edition, branch.addresses[language]) if branch.addresses and shows_address else "",
        small_print=tuple(_small_print(edition, kinds)),
        labels=_labels(edition, where),
        phones=tuple(_phones(edition, where)),
        prices=tuple(_prices(edition, where)) if priced else (),
        sources=_sources(edition),
        sections=tuple(_section(edition, key, section) for key, section in _sections(edition).items()),
        formats=_formats(edition, formats, looks),
        pictures=_pictures(text, looks),
        look=looks.shared,
    )


def picture_names(text: LeafletText) -> tuple[str, ...]:
    """The picture files that a text shows."""
    return tuple(
        block.file for section in text.sections.values() for block in section.blocks if isinstance(block, Picture)
    )


def _sections(edition: Edition) -> dict[str, Section]:
    """The sections that stand on any format."""
    there = {key for layout in edition.leaflet.formats.values() for key in sections_on(layout)}
    return {key: section for key, section in edition.text.sections.items() if key in there}


def _kinds(edition: Edition) -> frozenset[type[Block]]:
    return frozenset(type(block) for block in blocks(edition))


# Words ------------------------------------------------------------------------------------------------------


def _said(edition: Edition, words: str) -> str:
    """The words as printed, numbers that a reference filled in between curly brackets."""
    return " ".join(_marked(edition.inline.get(part, ())) or part for part in markup.paragraphs(words))


def _marked(spans: Iterable[Span]) -> str:
    return "".join(
        f"{{{span.text}}}" if span.kind is SpanKind.NUMBER else " " if span.kind is SpanKind.BREAK else span.text
        for span in spans
    )


def _small_print(edition: Edition, kinds: frozenset[type[Block]]) -> Iterator[str]:
    clinic, language = edition.clinic, edition.language
    if Imprint in kinds:
        yield _said(edition, clinic.disclaimer[language])
        if clinic.legal:
            yield _said(edition, clinic.legal[language])
    if Publisher in kinds:
        yield _said(edition, clinic.places[language])


def _labels(edition: Edition, where: Mapping[str, Any]) -> dict[str, str]:
    """The fixed words that are printed, without those that belong to a price."""
    kinds = _kinds(edition)
    used = {
        "or_": "emergency" in where or any(isinstance(b, Triage) and b.line is Line.EMERGENCY for b in blocks(edition)),
        "includes": any(
            service.includes and not is_packaged(edition, service.key)
            for group in edition.prices.groups
            if f"group:{group.key}" in where
            for service in group.services
        ),
        "always_open": Contact in kinds and _main_hours(edition) == "always",
        "sources": bool(_sources(edition)),
        "written": Imprint in kinds,
        "reviewed": Imprint in kinds and edition.reviewed_on is not None,
        "review_by": Imprint in kinds,
        "awaiting_sign_off": Imprint in kinds and edition.reviewed_on is None,
        "code": Imprint in kinds,
    }
    return {
        field: _said(edition, words) for field, words, _ in reader_words(edition.vocabulary) if used.get(field, False)
    }


def _section(edition: Edition, key: str, section: Section) -> SectionSaid:
    return SectionSaid(
        key=key,
        title=_said(edition, section.title) if section.title else "",
        critical=edition.leaflet.is_critical(key),
        blocks=tuple(_block(edition, block) for block in section.blocks),
    )


def _block(edition: Edition, block: Any) -> BlockSaid:
    words = tuple(words for _, words, _ in reader_words(block))
    styled = emphasis(edition, words)
    bold = "".join("b" if strong else "-" for _, strong, _ in styled)
    levels = [str(getattr(block, name)) for name in _LEVELS if hasattr(block, name)]
    loud = next((level for level in levels if level in LOUD), "")
    level = loud or (levels[0] if levels else "")
    others = [f"as {other}" for other in levels if other not in (level, Marker.DOT)]
    return BlockSaid(
        key=block.key,
        kind=block.kind,
        level=level,
        line=str(getattr(block, "line", None) or ""),
        words=(*(_said(edition, one) for one in words), *_headings(edition, block)),
        look="; ".join((*_look(block), *others, *([f"bold {bold}"] if bold else []))),
        links=tuple(dict.fromkeys(href for _, _, href in styled if href)),
        picture=block.file if isinstance(block, Picture) else "",
    )


def _headings(edition: Edition, block: Block) -> Iterator[str]:
    """The names of the groups of a price table."""
    if isinstance(block, Prices):
        names = {group.key: group.names for group in edition.prices.groups}
        yield from (_said(edition, names[key][edition.language]) for key in block.groups if key in names)


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
    """The sources that stand in a list of sources, as they stand there."""
    listed = (
        source
        for layout in edition.leaflet.formats.values()
        if lists_sources(edition, layout)
        for source in cited(edition, layout)
    )
    return {source.key: _said(edition, source.short[edition.language]) for source in listed}


# Numbers ----------------------------------------------------------------------------------------------------


def _emergency(edition: Edition, where: Mapping[str, Any]) -> tuple[str, ...]:
    """The ambulance and the second number, "" for one that is not printed; none if neither is."""
    both = "emergency" in where or any(getattr(block, "line", None) is Line.EMERGENCY for block in blocks(edition))
    emergency = edition.clinic.emergency
    ambulance = emergency.ambulance if both or "emergency:ambulance" in where else ""
    single = emergency.single if both or "emergency:single" in where else ""
    return (ambulance, single) if ambulance or single else ()


def _phones(edition: Edition, where: Mapping[str, Iterable[str]]) -> Iterator[PhoneSaid]:
    """The telephone numbers that are printed somewhere; of the main one also its hours, where they are."""
    for key, phone in edition.branch.phones.items():
        sections = where.get(f"phone:{key}")
        if sections:
            yield PhoneSaid(
                key=key,
                number=wording.phone(phone.number, edition.clinic.region),
                hours=phone.hours if key == "main" and Contact in _kinds(edition) else "",
                sections=tuple(sections),
            )


def _main_hours(edition: Edition) -> str:
    return edition.branch.phones["main"].hours if "main" in edition.branch.phones else ""


def _prices(edition: Edition, where: Mapping[str, Iterable[str]]) -> Iterator[PriceSaid]:
    """The prices that are printed somewhere, in the order of the list."""
    for group in edition.prices.groups:
        for service in group.services:
            table, package = f"group:{group.key}" in where, f"package:{service.key}" in where
            keys = (f"group:{group.key}", f"package:{service.key}", f"price:{service.key}")
            sections = tuple(dict.fromkeys(section for key in keys for section in where.get(key, ())))
            if sections:
                yield _price(edition, service, sections, table, package)


def _sections_by_number(edition: Edition) -> dict[str, dict[str, None]]:
    """In which sections each number stands: `phone:main`, `price:home-visit`, `group:visits` for a whole table."""
    found: dict[str, dict[str, None]] = {}
    for name, section in _sections(edition).items():
        for words in [section.title] if section.title else []:
            for number in _references(words):
                found.setdefault(number, {})[name] = None
        for block in section.blocks:
            for number in _numbers(edition, block):
                found.setdefault(number, {})[name] = None
    return found


def _numbers(edition: Edition, block: Block) -> Iterator[str]:
    for words in (*(words for _, words, _ in reader_words(block)), *_shared_words(edition, block)):
        yield from _references(words)
    if isinstance(block, Contact) or (isinstance(block, Call | Triage | Publisher) and block.line is Line.CLINIC):
        yield "phone:main"
    if isinstance(block, Package):
        yield f"package:{block.service}"
    if isinstance(block, Prices):
        yield from (f"group:{group}" for group in block.groups)


def _references(words: str) -> Iterator[str]:
    for reference in _REFERENCE.findall(words):
        yield "phone:main" if reference == "phone" else reference


def _shared_words(edition: Edition, block: Block) -> Iterator[str]:
    """Words of shared records that the block prints, in which a number may stand."""
    clinic, language = edition.clinic, edition.language
    shared: list[Mapping[str, str] | None] = []
    if isinstance(block, Imprint):
        shared = [clinic.disclaimer, clinic.legal]
    elif isinstance(block, Contact) and block.address:
        shared = [edition.branch.addresses]
    elif isinstance(block, Validity):
        shared = [edition.prices.tax]
    elif isinstance(block, Prices):
        shared = [
            service.notes for group in edition.prices.groups if group.key in block.groups for service in group.services
        ]
    yield from (names[language] for names in shared if names and language in names)


def _price(
    edition: Edition, service: Service, sections: tuple[str, ...], in_table: bool, in_package: bool
) -> PriceSaid:
    """What stands of a service in a table, in a package, or (the mere price) in a sentence."""
    language, words, currency = edition.language, edition.vocabulary, edition.prices.currency
    amount = wording.money(service.amount, currency, language)
    parts = service.instalments if in_table or in_package else None
    includes = (service.includes or {}).get(language, ()) if in_table or in_package else ()
    return PriceSaid(
        key=service.key,
        name=_said(edition, service.names[language]),
        words=f"{_said(edition, words.from_)}{wording.NO_BREAK_SPACE}{amount}" if service.is_from else amount,
        unit=_said(edition, words.units[service.unit]) if in_table and service.unit in words.units else "",
        note=_said(edition, service.notes[language]) if in_table and service.notes else "",
        instalments=f"{parts.payments} × {wording.money(parts.amount, currency, language)}, each {parts.every}"
        if parts
        else "",
        includes=tuple(_said(edition, part) for part in includes),
        is_named=in_table or in_package,
        valid_until=own.valid_until if (own := edition.branch.prices.get(service.key)) else None,
        sections=sections,
    )


# Looks ------------------------------------------------------------------------------------------------------


def _formats(edition: Edition, formats: Mapping[str, Format], looks: Looks) -> tuple[FormatSaid, ...]:
    return tuple(
        _format(edition, formats[key], layout, (looks.formats or {}).get(key, ""))
        for key, layout in edition.leaflet.formats.items()
        if key in formats
    )


def _pictures(text: LeafletText, looks: Looks) -> dict[str, str]:
    return {name: (looks.pictures or {}).get(name, "") for name in picture_names(text)}


def _format(edition: Edition, format: Format, layout: FormatLayout, style: str) -> FormatSaid:
    measures = format.model_dump_json(exclude={"names"})
    panels = {panel.key: panel for panel in format.panels}
    return FormatSaid(
        key=format.key,
        name=_in_english(format.names),
        panels=tuple(_panel(edition, panel, layout) for key, panel in panels.items() if key in layout.panels),
        look=digest(measures, style)[:_DIGITS],
    )


def _panel(edition: Edition, panel: FormatPanel, layout: FormatLayout) -> PanelSaid:
    on = layout.panels[panel.key]
    fills = ",".join("" if section == FILL else "s" for section in on.sections)
    return PanelSaid(
        key=panel.key,
        name=_in_english(panel.names),
        sections=tuple(section for section in on.sections if section in edition.text.sections),
        look=digest(on.art or "", on.tone, fills)[:_DIGITS],
    )


def _in_english(names: Mapping[str, str]) -> str:
    return str(names.get("en") or next(iter(names.values())))
