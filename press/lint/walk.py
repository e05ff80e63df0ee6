"""Walks the content: every block with where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from press.errors import Problem
from press.model.blocks import Block
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


def in_translations(project: Project, ask: Callable[[Project, str, str], Iterable[Problem]]) -> tuple[Problem, ...]:
    """What `ask` says of each translation, by its leaflet and language."""
    return tuple(
        problem
        for leaflet, language in project.texts
        if language != project.original(leaflet)
        for problem in ask(project, leaflet, language)
    )


def printed_services(project: Project) -> tuple[set[str], set[str]]:
    """The services that texts and branches name one by one, and the groups they print as tables."""
    texts = [text.price_keys for text in project.texts.values()]
    services = {key for branch in project.branches.values() for key in branch.prices}
    services.update(*(keys.packages | keys.references for keys in texts))
    return services, set().union(*(keys.groups for keys in texts))


def sections(project: Project, leaflet: str) -> dict[str, tuple[str, Section]]:
    """The sections of a leaflet by key, with the first of the clinic's languages that has them."""
    found: dict[str, tuple[str, Section]] = {}
    for language in project.clinic.languages:
        for key, section in project.texts[leaflet, language].sections.items():
            found.setdefault(key, (language, section))
    return found
