"""What a reader reads, passage by passage, as plain text with its place and its role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as kept
from enum import StrEnum

from press import markup, wording
from press.errors import Place
from press.model.allowance import Allowance
from press.model.base import Record, reader_words
from press.model.blocks import Block, Call, Imprint, Level, Line, Text, TextRole, Triage
from press.model.inline import Span, SpanKind
from press.model.leaflet import Leaflet, LeafletText
from press.model.prices import PriceList, Service
from press.model.project import Project


class Role(StrEnum):
    """How a passage is read: in haste, at leisure, or at a glance."""

    EMERGENCY = "emergency"
    BODY = "body"
    TITLE = "title"
    LABEL = "label"
    PRICE = "price"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Passage:
    """One string of the content as it is read: no markup, references filled in.

    `section` and `block` are keys, empty for what stands outside; `earlier` are the texts of the leaflet before it.
    """

    leaflet: str
    language: str
    section: str
    block: str
    role: Role
    field: str
    text: str
    place: Place
    allow: tuple[Allowance, ...] = ()
    earlier: tuple[str, ...] = kept(default=(), repr=False, compare=False)


#: The role of a field by its last name; what is not here is running text.
_ROLES = {
    "title": Role.TITLE,
    "kicker": Role.TITLE,
    "caption": Role.TITLE,
    "name": Role.TITLE,
    "steps_title": Role.TITLE,
    "when": Role.LABEL,
    "label": Role.LABEL,
    "topic": Role.LABEL,
    "scan": Role.LABEL,
    "column": Role.LABEL,
    "before": Role.LABEL,
    "after": Role.LABEL,
    "dose": Role.LABEL,
    "overdose": Role.LABEL,
}
#: Kinds whose items are single words rather than sentences.
_LABEL_KINDS = frozenset({"pills", "timeline", "publisher", "stamp"})


def passages(project: Project, leaflet: str, language: str) -> tuple[Passage, ...]:
    """Everything a reader of the leaflet reads, in the order of the file; then the prices it prints."""
    text = project.texts[leaflet, language]
    keys = text.price_keys  # what a sentence refers to is an amount, which has no words
    priced = (
        passage
        for passage in price_passages(project, project.prices, language, leaflet)
        if passage.section in keys.groups or passage.block in keys.packages
    )
    return (*text_passages(project, leaflet, language), *priced)


def text_passages(project: Project, leaflet: str, language: str) -> tuple[Passage, ...]:
    """What stands in the text of the leaflet itself, and the clinic's small print."""
    text, about, reader = project.texts[leaflet, language], project.leaflets[leaflet], _Reader(project, language)
    found: list[Passage] = []
    for where in _strings(text, about):
        found += reader.read(where, leaflet, tuple(passage.text for passage in found))
    if any(isinstance(block, Imprint) for section in text.sections.values() for block in section.blocks):
        for where in _small_print(project, language):
            found += reader.read(where, leaflet, tuple(passage.text for passage in found))
    return tuple(found)


def price_passages(project: Project, prices: PriceList, language: str, leaflet: str = "") -> tuple[Passage, ...]:
    """The names, notes and contents of a price list; `section` is the group, `block` the service."""
    reader = _Reader(project, language)
    found: list[Passage] = []
    for where in _priced(prices, language):
        found += reader.read(where, leaflet, tuple(passage.text for passage in found))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Where:
    """A string of the content before it is read."""

    words: str
    owner: Record
    field: str
    role: Role
    section: str = ""
    block: str = ""
    allow: tuple[Allowance, ...] = ()


def _strings(text: LeafletText, leaflet: Leaflet) -> Iterator[_Where]:
    yield _Where(text.title, text, "title", Role.TITLE, allow=text.allow)
    yield _Where(text.summary, text, "summary", Role.BODY, allow=text.allow)
    for key, section in text.sections.items():
        if section.title is not None:
            role = Role.EMERGENCY if leaflet.is_critical(key) else Role.TITLE
            yield _Where(section.title, section, "title", role, key, allow=text.allow)
        for block in section.blocks:
            emergency = leaflet.is_critical(key) or _is_emergency(block)
            for name, words, owner in reader_words(block):
                role = Role.EMERGENCY if emergency else _role(block, name)
                yield _Where(words, owner, name, role, key, block.key, block.allow)


def _is_emergency(block: Block) -> bool:
    if isinstance(block, Triage):
        return block.level is Level.RED
    return isinstance(block, Call) and block.line is Line.EMERGENCY


def _role(block: Block, name: str) -> Role:
    last = next(part for part in reversed(name.split(".")) if not part.isdigit())
    if last in _ROLES:
        return _ROLES[last]
    if getattr(block, "kind", "") in _LABEL_KINDS:
        return Role.LABEL
    return Role.SMALL if isinstance(block, Text) and block.role is TextRole.SMALL else Role.BODY


def _small_print(project: Project, language: str) -> Iterator[_Where]:
    clinic = project.clinic
    for name, words in (("disclaimer", clinic.disclaimer), ("legal", clinic.legal or {})):
        if language in words:
            yield _Where(words[language], clinic, f"{name}.{language}", Role.SMALL)


def _priced(prices: PriceList, language: str) -> Iterator[_Where]:
    if prices.tax and language in prices.tax:
        yield _Where(prices.tax[language], prices, f"tax.{language}", Role.SMALL)
    for group in prices.groups:
        if language in group.names:
            yield _Where(group.names[language], group, f"names.{language}", Role.PRICE, group.key)
        for service in group.services:
            for name, words in _of_service(service, language):
                yield _Where(words, service, name, Role.PRICE, group.key, service.key, service.allow)


def _of_service(service: Service, language: str) -> Iterator[tuple[str, str]]:
    for name, words, _ in reader_words(service):
        if name.split(".")[1] == language:
            yield name, words


class _Reader:
    """Turns strings of the content into what is read, in one language."""

    def __init__(self, project: Project, language: str) -> None:
        self._project, self._language = project, language
        self._stand_ins = _stand_ins(project, language)

    def read(self, where: _Where, leaflet: str, earlier: tuple[str, ...]) -> Iterator[Passage]:
        """The passage, unless nothing is left of it to read."""
        parts = ("".join(map(self._said, markup.parse(part).spans)) for part in markup.paragraphs(where.words))
        text = "\n\n".join(parts)
        if text.strip():
            yield Passage(
                leaflet,
                self._language,
                where.section,
                where.block,
                where.role,
                where.field,
                text,
                where.owner.place(where.field),
                where.allow,
                earlier,
            )

    def _said(self, span: Span) -> str:
        match span.kind:
            case SpanKind.BREAK:
                return "\n"
            case SpanKind.REFERENCE:
                return self._referred(span.text)
            case _:
                return span.text

    def _referred(self, reference: str) -> str:
        """A telephone number, price or date such as the reference leads to."""
        name, _, key = reference.partition(":")
        if name == "price":
            services = self._project.prices.services
            service = next((service for service in services if service.key == key), services[0])
            lowest = self._project.vocabularies[self._language].from_
            return _price(service, self._project.prices, self._language, lowest)
        return self._stand_ins.get(reference) or self._stand_ins.get(name, "")


def _stand_ins(project: Project, language: str) -> dict[str, str]:
    """What each {reference} is read as; for `name:key` that is not here, what `name` alone is read as."""
    clinic, vocabulary = project.clinic, project.vocabularies[language]
    prices, emergency = project.prices, clinic.emergency
    branch = project.first_branch
    phones = {f"phone:{key}": wording.phone(phone.number, clinic.region) for key, phone in branch.phones.items()}
    return {
        "phone": phones.get("phone:main", "103"),
        **phones,
        "emergency": f"{emergency.ambulance} {vocabulary.or_} {emergency.single}",
        "emergency:ambulance": emergency.ambulance,
        "emergency:single": emergency.single,
        "web": branch.web.removeprefix("https://"),
        "clinic": clinic.names.get(language, ""),
        "valid_from": wording.day(prices.valid_from, language),
        "valid_until": wording.day(prices.valid_until, language),
    }


def _price(service: Service, prices: PriceList, language: str, lowest: str) -> str:
    amount = wording.money(service.amount, prices.currency, language)
    return f"{lowest}\u00a0{amount}" if service.is_from else amount
