"""What an import of prices would change, for people as a table and for programs as data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from press.cli.tables import show_table
from press.cli.tell import printable
from press.model.prices import Instalments, PriceList, Service, Unit
from press.model.project import Project
from press.pricing.changes import Change
from press.pricing.printed import own_prices, printed_in
from press.pricing.suspicions import of_price
from press.wording import amount

#: Words of these are for staff and never printed.
_FOR_STAFF = ("evidence", "sources", "exceptions")
_DAYS = (("valid_from",), ("valid_until",))
_OF_THE_PRICE = ("amount", "from", "unit")


@dataclass(frozen=True, slots=True)
class Shown:
    """One row of the table; `difference` in percent; `looks_wrong` says in words what is suspicious."""

    service: str
    name: str  # of the service, for people; "" where the whole list is meant
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
            "name": self.name or None,
            "what": self.what,
            "old": self.old,
            "new": self.new,
            "percent": None if self.difference is None else float(self.difference),
            "looks_wrong": self.looks_wrong or None,
            "leaflets": {leaflet: list(languages) for leaflet, languages in self.leaflets.items()},
            "branches_with_own_price": {branch: str(price) for branch, price in self.own_prices.items()},
        }


def shown(
    project: Project, old: PriceList, new: PriceList, changes: Sequence[Change], about_days: str = ""
) -> tuple[Shown, ...]:
    """The rows of the table: the price of a service in one row, each other change in its own.

    `about_days` says what is suspicious about the days of the list.
    """
    printed = printed_in(project, new)
    before = {service.key: service for service in old.services}
    after = {service.key: service for service in new.services}
    first_of_days = next((change for change in changes if change.path in _DAYS), None)
    rows: dict[tuple[str, str], Shown] = {}
    for change in changes:
        is_price = change.field in (*_OF_THE_PRICE, "new")
        key = (change.service, "price" if is_price else change.field)
        if key in rows:
            continue
        leaflets: Mapping[str, Sequence[str]] = printed.get(change.service, {})
        own = own_prices(project, change.service) if is_price else {}
        name = after[change.service].name if change.service in after else ""
        if is_price and change.service in before:
            one, other = before[change.service], after[change.service]
            rows[key] = Shown(
                change.service,
                name,
                "price",
                _price(one),
                _price(other),
                (other.amount / one.amount - 1) * 100,
                of_price(one, other),
                leaflets,
                own,
            )
        else:
            what = "new service" if change.field == "new" else change.field
            words = _words(change, before.get(change.service), after.get(change.service))
            wrong = about_days if change is first_of_days else ""
            for_staff = change.field in _FOR_STAFF
            rows[key] = Shown(change.service, name, what, *words, None, wrong, leaflets, own, for_staff)
    return tuple(rows.values())


def tell_table(rows: Sequence[Shown], project: Project) -> None:
    """The rows as a table on standard output; where they are printed once for all, if it is the same."""
    where = [_where(row, project) for row in rows]
    head = ("Service", "What", "Now", "Then", "Change")
    cells = [(row.name or "(the list)", row.what, row.old or "–", row.new or "–", _change(row)) for row in rows]
    if len(set(where)) == 1:
        print(printable(f"Printed in: {'; '.join(where[0].splitlines())}."))
        show_table(head, cells)
    else:
        show_table((*head, "Printed in"), [(*row, place) for row, place in zip(cells, where, strict=True)])


def _words(change: Change, before: Service | None, after: Service | None) -> tuple[str, str]:
    """What stood there and what would, with amounts as they are shown in every row."""
    if change.field == "new" and after:
        return change.old, _price(after)
    if change.field == "instalments" and before and after:
        return _parts(before.instalments), _parts(after.instalments)
    return change.old, change.new


def _parts(parts: Instalments | None) -> str:
    return f"{parts.payments} x {amount(parts.amount, 'en')} per {parts.every}" if parts else ""


def _price(service: Service) -> str:
    start = "from " if service.is_from else ""
    unit = "unit not stated" if service.unit is Unit.UNSTATED else f"per {service.unit.value}"
    return f"{start}{amount(service.amount, 'en')}, {unit}"


def _change(row: Shown) -> str:
    again = f"Look again: {row.looks_wrong}" if row.looks_wrong else ""
    if not row.difference:
        return again
    rounded = row.difference.quantize(Decimal("0.1"), ROUND_HALF_UP)
    percent = f"{rounded:+f} %".replace(".0 %", " %") if rounded else "under 0.1 %"
    return f"{percent}\n{again}" if again else percent


def _where(row: Shown, project: Project) -> str:
    """The leaflets, and the branches that go on printing a price of their own."""
    if row.for_staff:
        return "nowhere; for staff"
    if not row.service:
        return "every leaflet with prices"
    if not row.leaflets:
        return "no leaflet"
    lines = [f"{leaflet} ({', '.join(languages)})" for leaflet, languages in row.leaflets.items()]
    for branch, price in row.own_prices.items():
        lines.append(f"not at {branch}: own price {amount(price, 'en')}")
    if row.own_prices and len(row.own_prices) == len(project.branches):
        lines.append("so no branch prints the new one")
    return "\n".join(lines)
