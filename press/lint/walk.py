"""Walks the content: every block with where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from press.model.base import reader_words
from press.model.blocks import Block, Package, Prices
from press.model.leaflet import Section
from press.model.project import Project


class Standing(NamedTuple):
    """A block with the leaflet, language and section it stands in."""

    leaflet: str
    language: str
    section: str
    block: Block


def blocks(project: Project) -> Iterator[Standing]:
    """Every block of every text, in order."""
    for (leaflet, language), text in project.texts.items():
        for key, section in text.sections.items():
            yield from (Standing(leaflet, language, key, block) for block in section.blocks)


def printed_services(project: Project) -> tuple[set[str], set[str]]:
    """The services that texts and branches name one by one, and the groups they print as tables."""
    services = {key for branch in project.branches.values() for key in branch.prices}
    groups: set[str] = set()
    for standing in blocks(project):
        if isinstance(standing.block, Prices):
            groups.update(standing.block.groups)
        elif isinstance(standing.block, Package):
            services.add(standing.block.service)
    for text in project.texts.values():
        for _, words, _ in reader_words(text):
            services.update(re.findall(r"\{price:([a-z0-9-]+)\}", words))
    return services, groups


def sections(project: Project, leaflet: str) -> dict[str, tuple[str, Section]]:
    """The sections of a leaflet by key, with the first of the clinic's languages that has them."""
    found: dict[str, tuple[str, Section]] = {}
    for language in project.clinic.languages:
        for key, section in project.texts[leaflet, language].sections.items():
            found.setdefault(key, (language, section))
    return found
