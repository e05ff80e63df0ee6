"""A leaflet: what all languages share, and the text of one language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated, Literal

from pydantic import Field

from press.model.allowance import Allowance
from press.model.base import Day, Key, Language, Record, Words, reader_words
from press.model.blocks import AnyBlock, Block, Package, Prices
from press.model.prices import PriceList

#: Stands between two sections of a panel and takes a share of the height that is left over.
FILL = "fill"
_PRICED = frozenset({"prices", "package", "validity"})
_PRICE_REFERENCE = re.compile(r"\{(?:price(?::([a-z0-9-]+)\})?|valid)")


class PanelLayout(Record):
    """Which sections stand on a panel, from the top, and which picture lies behind them."""

    art: Key | None = Field(default=None, description="a picture of templates/art/, for decoration only")
    tone: Literal["white", "sand", "pine", "red"] = Field(default="white", description="ground of the panel")
    sections: tuple[Key, ...] = Field(min_length=1, description="`fill` pushes what follows down")


class FormatLayout(Record):
    """How the leaflet lies on one format."""

    panels: dict[Key, PanelLayout] = Field(min_length=1)
    left_out: tuple[Key, ...] = Field(default=(), description="sections that are not in this format on purpose")


class Leaflet(Record):
    """content/leaflets/<key>/leaflet.yaml."""

    key: Key
    owner: Words = Field(description="the role that answers for the words")
    written_on: Day
    review_by: Day = Field(description="refused for print after this day")
    original: Language | None = Field(
        default=None, description="the language the others are translated from; without it the clinic's first"
    )
    critical: tuple[Key, ...] = Field(default=(), description="sections that must be on every format, readable")
    short_forms: dict[Key, Key] = Field(
        default_factory=dict, description="section → the shorter one that stands for it in small formats"
    )
    formats: dict[Key, FormatLayout] = Field(min_length=1)

    def forms_of(self, section: str) -> set[str]:
        """The section and, if it has one, its short form."""
        return {section, self.short_forms.get(section, section)}

    def is_critical(self, section: str) -> bool:
        """Whether the section, or the one it is the short form of, is critical."""
        return any(section in self.forms_of(key) for key in self.critical)


class Section(Record):
    """A titled part of a leaflet."""

    title: Words | None = None
    blocks: tuple[AnyBlock, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class PriceKeys:
    """What of a price list is printed, by key, known or not."""

    groups: frozenset[str] = frozenset()  # as tables
    packages: frozenset[str] = frozenset()  # services with all they contain
    references: frozenset[str] = frozenset()  # services of which only the price stands in a sentence

    def shown(self, prices: PriceList) -> frozenset[str]:
        """The services that tables and packages show, with their notes and sources."""
        rows = {service.key for group in prices.groups if group.key in self.groups for service in group.services}
        return self.packages | rows

    def printed(self, prices: PriceList) -> frozenset[str]:
        """The services whose price is printed in whatever way."""
        return self.shown(prices) | self.references


def price_keys(blocks: Iterable[Block]) -> PriceKeys:
    """What tables, packages and sentences of the blocks print."""
    blocks = tuple(blocks)
    return PriceKeys(
        frozenset(key for block in blocks if isinstance(block, Prices) for key in block.groups),
        frozenset(block.service for block in blocks if isinstance(block, Package)),
        _referred(*blocks),
    )


def _referred(*records: Record) -> frozenset[str]:
    words = (words for record in records for _, words, _ in reader_words(record))
    return frozenset(key for text in words for key in _PRICE_REFERENCE.findall(text) if key)


class LeafletText(Record):
    """content/leaflets/<key>/<language>.yaml: the words."""

    language: Language
    title: Words = Field(description="the title in a list, a viewer's window and the bookmarks")
    summary: Words = Field(description="one sentence: what the reader gets")
    version: Annotated[str, Field(pattern=r"^\d+(\.\d+)?$")] = "1"
    allow: tuple[Allowance, ...] = Field(default=(), description="exceptions for the titles and the summary")
    sections: dict[Key, Section] = Field(min_length=1)

    @property
    def blocks(self) -> tuple[AnyBlock, ...]:
        """All blocks, in order."""
        return tuple(block for section in self.sections.values() for block in section.blocks)

    @property
    def price_keys(self) -> PriceKeys:
        """What of a price list the text prints, its titles included."""
        return replace(price_keys(self.blocks), references=_referred(self))

    @property
    def prints_prices(self) -> bool:
        """Whether anything of the price list stands in the leaflet, on whatever format."""
        kinds = {block.kind for block in self.blocks}
        return bool(kinds & _PRICED) or any(_PRICE_REFERENCE.search(words) for _, words, _ in reader_words(self))
