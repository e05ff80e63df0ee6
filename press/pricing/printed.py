"""Where a price is printed: in which leaflets, in which languages, and at which branches another one is."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from press.model.prices import PriceList
from press.model.project import Project


def printed_in(project: Project, prices: PriceList) -> dict[str, dict[str, tuple[str, ...]]]:
    """Service → leaflet → languages, for every service of the list that is printed anywhere."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    known = {service.key for service in prices.services}
    for (leaflet, language), text in project.texts.items():
        for key in known & text.price_keys.printed(prices):
            leaflets = found.setdefault(key, {})
            leaflets[leaflet] = (*leaflets.get(leaflet, ()), language)
    return found


def own_prices(project: Project, service: str) -> Mapping[str, Decimal]:
    """The branches that have a price of their own for the service: changes of the list do not reach them."""
    return {key: branch.prices[service].amount for key, branch in project.branches.items() if service in branch.prices}
