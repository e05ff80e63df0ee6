"""What an import of prices would change, for people as a table and for programs as data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from press.cli.tables import show_table
from press.model.prices import PriceList, Service, Unit
from press.model.project import Project
from press.pricing.changes import Change, warning_of
from press.pricing.printed import own_prices, printed_in
from press.wording import amount

#: Words of these are for staff and never printed.
_FOR_STAFF = ("evidence", "sources", "exceptions")
_OF_THE_PRICE = ("amount", "from", "unit")


@dataclass(frozen=True, slots=True)
class Shown:
    """One row of the table; `difference` in percent; `looks_wrong` says in words what is suspicious."""

    service: str
    what: str
    old: str
    new: str
    difference: Decimal | None
    looks_wrong: str
    leaflets: Mapping[str, Sequence[str]]
    own_prices: Mapping[str, Decimal]  # branches that the change does not reach
    for_staff: bool = False

    def as_data(self) -> dict[str, Any]:
        """Plain data for `--json`."""
        return {
            "service": self.service or None,
            "what": self.what,
            "old": self.old,
            "new": self.new,
            "percent": None if self.difference is None else float(self.difference),
            "looks_wrong": self.looks_wrong or None,
            "leaflets": {leaflet: list(languages) for leaflet, languages in self.leaflets.items()},
            "branches_with_own_price": {branch: str(price) for branch, price in self.own_prices.items()},
        }


def shown(project: Project, old: PriceList, new: PriceList, changes: Sequence[Change]) -> tuple[Shown, ...]:
    """The rows of the table: the price of a service in one row, each other change in its own."""
    printed = printed_in(project, new)
    before = {service.key: service for service in old.services}
    after = {service.key: service for service in new.services}
    rows: dict[tuple[str, str], Shown] = {}
    for change in changes:
        is_price = change.field in (*_OF_THE_PRICE, "new")
        key = (change.service, "price" if is_price else change.field)
        if key in rows:
            continue
        leaflets: Mapping[str, Sequence[str]] = printed.get(change.service, {})
        own = own_prices(project, change.service) if is_price else {}
        if is_price and change.service in before:
            one, other = before[change.service], after[change.service]
            rows[key] = Shown(
                change.service,
                "price",
                _price(one),
                _price(other),
                (other.amount / one.amount - 1) * 100,
                warning_of(one.amount, other.amount),
                leaflets,
                own,
            )
        else:
            what = "new service" if change.field == "new" else change.field
            new_words = _price(after[change.service]) if change.field == "new" else change.new
            rows[key] = Shown(
                change.service, what, change.old, new_words, None, "", leaflets, own, change.field in _FOR_STAFF
            )
    return tuple(rows.values())


def tell_table(rows: Sequence[Shown], project: Project) -> None:
    """The rows as a table on standard output."""
    show_table(
        ("Service", "What", "Now", "Then", "Change", "Printed in"),
        [
            (row.service or "(the list)", row.what, row.old or "–", row.new or "–", _change(row), _where(row, project))
            for row in rows
        ],
    )


def _price(service: Service) -> str:
    start = "from " if service.is_from else ""
    unit = "unit not stated" if service.unit is Unit.UNSTATED else f"per {service.unit.value}"
    return f"{start}{amount(service.amount, 'en')}, {unit}"


def _change(row: Shown) -> str:
    if not row.difference:
        return row.looks_wrong
    percent = f"{row.difference:+.0f} %" if abs(row.difference) >= 1 else f"{row.difference:+.1f} %"
    return f"{percent}\nLook again: {row.looks_wrong}" if row.looks_wrong else percent


def _where(row: Shown, project: Project) -> str:
    """The leaflets, and the branches that go on printing a price of their own."""
    if row.for_staff:
        return "nowhere; for staff"
    if not row.service:
        return "wherever prices are"
    if not row.leaflets:
        return "no leaflet"
    lines = [f"{leaflet} ({', '.join(languages)})" for leaflet, languages in row.leaflets.items()]
    for branch, price in row.own_prices.items():
        lines.append(f"not at {branch}: own price {amount(price, 'en')}")
    if row.own_prices and len(row.own_prices) == len(project.branches):
        lines.append("so no branch prints the new one")
    return "\n".join(lines)
