"""What of the shared records one text prints: services, groups, sources, pictures."""

from __future__ import annotations

from dataclasses import dataclass

from press.model.blocks import Picture
from press.model.prices import Service, ServiceGroup
from press.model.project import Project


@dataclass(frozen=True, slots=True)
class Printed:
    """Shared records that stand on the paper of one text, each once, in the order of the list or of the text.

    A service of which only the price stands in a sentence cites nothing there.
    """

    groups: tuple[ServiceGroup, ...]
    services: tuple[Service, ...]
    sources: tuple[str, ...]  # keys, known or not
    pictures: tuple[str, ...]  # names of files


def printed(project: Project, leaflet: str, language: str) -> Printed:
    """What the text of `leaflet` in `language` prints of the price list of the day, the sources, the pictures."""
    text = project.texts[leaflet, language]
    found, keys = text.blocks, text.price_keys
    shown, named = keys.shown(project.prices), keys.printed(project.prices)
    rows = tuple(service for service in project.prices.services if service.key in named)
    cited = (
        *(key for block in found for key in block.sources),
        *(key for row in rows if row.key in shown for key in row.sources),
    )
    return Printed(
        groups=tuple(group for group in project.prices.groups if group.key in keys.groups),
        services=rows,
        sources=tuple(dict.fromkeys(cited)),
        pictures=tuple(dict.fromkeys(block.file for block in found if isinstance(block, Picture))),
    )
