"""What of the shared records one text prints: services, groups, sources, pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass

from press.model.base import reader_words
from press.model.blocks import Block, Package, Picture, Prices
from press.model.leaflet import LeafletText
from press.model.prices import PriceList, Service, ServiceGroup
from press.model.project import Project

_PRICE = re.compile(r"\{price:([a-z0-9-]+)\}")


@dataclass(frozen=True, slots=True)
class Printed:
    """Shared records that stand on the paper of one text, each once, in the order of the list or of the text.

    A service of which only the price stands in a sentence cites nothing there.
    """

    groups: tuple[ServiceGroup, ...]
    services: tuple[Service, ...]
    sources: tuple[str, ...]  # keys, known or not
    pictures: tuple[str, ...]  # names of files


def blocks_of(text: LeafletText) -> tuple[Block, ...]:
    """All blocks of the text, in order."""
    return tuple(block for section in text.sections.values() for block in section.blocks)


def printed(project: Project, leaflet: str, language: str) -> Printed:
    """What the text of `leaflet` in `language` prints of the price list of the day, the sources, the pictures."""
    text = project.texts[leaflet, language]
    found = blocks_of(text)
    groups = {key for block in found if isinstance(block, Prices) for key in block.groups}
    shown = printed_services(project.prices, found)
    named = {key for _, words, _ in reader_words(text) for key in _PRICE.findall(words)}
    rows = tuple(service for service in project.prices.services if service.key in shown | named)
    cited = (
        *(key for block in found for key in block.sources),
        *(key for row in rows if row.key in shown for key in row.sources),
    )
    return Printed(
        groups=tuple(group for group in project.prices.groups if group.key in groups),
        services=rows,
        sources=tuple(dict.fromkeys(cited)),
        pictures=tuple(dict.fromkeys(block.file for block in found if isinstance(block, Picture))),
    )


def printed_services(prices: PriceList, blocks: tuple[Block, ...]) -> set[str]:
    """The keys of services that tables and packages among the blocks show."""
    groups = {key for block in blocks if isinstance(block, Prices) for key in block.groups}
    packages = {block.service for block in blocks if isinstance(block, Package)}
    rows = {service.key for group in prices.groups if group.key in groups for service in group.services}
    return rows | packages
