"""Where a price is printed: in which leaflets, in which languages, and at which branches another one is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from press.model.base import reader_words
from press.model.blocks import Package, Prices
from press.model.leaflet import LeafletText
from press.model.prices import PriceList
from press.model.project import Project

_REFERENCE = re.compile(r"\{price:([a-z0-9-]+)\}")


def printed_in(project: Project, prices: PriceList) -> dict[str, dict[str, tuple[str, ...]]]:
    """Service → leaflet → languages, for every service of the list that is printed anywhere."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for (leaflet, language), text in project.texts.items():
        for key in _services_in(text, prices):
            leaflets = found.setdefault(key, {})
            leaflets[leaflet] = (*leaflets.get(leaflet, ()), language)
    return found


def own_prices(project: Project, service: str) -> Mapping[str, Decimal]:
    """The branches that have a price of their own for the service: changes of the list do not reach them."""
    return {key: branch.prices[service].amount for key, branch in project.branches.items() if service in branch.prices}


def _services_in(text: LeafletText, prices: PriceList) -> set[str]:
    groups = {group.key: {service.key for service in group.services} for group in prices.groups}
    known = {service.key for service in prices.services}
    services: set[str] = set()
    for section in text.sections.values():
        for block in section.blocks:
            if isinstance(block, Prices):
                services |= {key for group in block.groups for key in groups.get(group, ())}
            elif isinstance(block, Package):
                services.add(block.service)
    for _, words, _ in reader_words(text):
        services |= set(_REFERENCE.findall(words))
    return services & known
