"""Which blocks and services of a text state something that rests on a source, and which say that they do not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from press.model.base import reader_words
from press.model.blocks import Block
from press.model.leaflet import price_keys
from press.model.prices import Service
from press.model.project import Project


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement: the section it stands in, the block or the service of the price list, its sources by key."""

    section: str
    record: Block | Service
    sources: tuple[str, ...]


def claims(project: Project, leaflet: str, language: str) -> tuple[Claim, ...]:
    """Every block and every printed service that is medical or cites a source, in order, each once."""
    return tuple(_claims(project, leaflet, language))


def unclaimed(project: Project, leaflet: str, language: str) -> tuple[Claim, ...]:
    """The blocks with words of their own that are declared to say nothing medical and cite nothing."""
    text = project.texts[leaflet, language]
    return tuple(
        Claim(name, block, ())
        for name, section in text.sections.items()
        for block in section.blocks
        if not _states(block) and any(reader_words(block))
    )


def _claims(project: Project, leaflet: str, language: str) -> Iterator[Claim]:
    services = {service.key: service for service in project.prices.services}
    told: set[str] = set()
    for name, section in project.texts[leaflet, language].sections.items():
        for block in section.blocks:
            if _states(block):
                yield Claim(name, block, block.sources)
            shown = price_keys((block,)).shown(project.prices)
            for key, service in services.items():
                if key in shown - told and service.sources:
                    yield Claim(name, service, service.sources)
            told |= shown


def _states(block: Block) -> bool:
    return block.medical or bool(block.sources)
