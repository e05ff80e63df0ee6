"""Which service of the price list a row speaks of: by its key, or by its name in any language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from press.errors import Problem
from press.guess import nearest
from press.model.prices import PriceList, Service, ServiceGroup
from press.pricing.labels import Role
from press.pricing.reading import Row
from press.pricing.spoken import same_name


@dataclass(frozen=True, slots=True)
class Matched:
    """Rows with their services, rows with keys the list does not have, services that no row speaks of."""

    pairs: tuple[tuple[Row, Service], ...]
    new: tuple[Row, ...]
    untouched: tuple[Service, ...]
    problems: tuple[Problem, ...]


def matched(rows: Sequence[Row], prices: PriceList) -> Matched:
    """Each row with the one service it can mean; what could mean another one is a problem."""
    pairs: list[tuple[Row, Service]] = []
    new: list[Row] = []
    problems: list[Problem] = []
    taken: dict[str, Row] = {}
    for row in rows:
        found = _service_of(row, prices)
        if isinstance(found, Problem):
            problems.append(found)
            continue
        key = found.key if found else row.text(Role.KEY)
        if key in taken:
            problems.append(_twice(row, taken[key], found.key if found else key))
            continue
        taken[key] = row
        if found:
            pairs.append((row, found))
        else:
            new.append(row)
    untouched = tuple(service for service in prices.services if service.key not in taken)
    renamed = [(row, _same_names(row, untouched)) for row in new]
    problems += [_key_changed(row, service) for row, service in renamed if service]
    really_new = tuple(row for row, service in renamed if not service)
    return Matched(tuple(pairs), really_new, untouched, tuple(problems))


def names_of(prices: PriceList) -> dict[str, list[tuple[ServiceGroup, Service]]]:
    """The services by their names in every language, as names are compared."""
    found: dict[str, list[tuple[ServiceGroup, Service]]] = {}
    for group in prices.groups:
        for service in group.services:
            for name in {same_name(words) for words in service.names.values()}:
                found.setdefault(name, []).append((group, service))
    return found


def _service_of(row: Row, prices: PriceList) -> Service | Problem | None:
    """The service; None where the row has a key that is new."""
    by_key = {service.key: service for service in prices.services}
    key = row.text(Role.KEY)
    if key in by_key:
        return _other_name(row, by_key[key], prices) or by_key[key]
    if key:
        return None
    found = [pair for name in _names(row) for pair in names_of(prices).get(name, ())]
    candidates = {service.key: service for _, service in found}
    if len(candidates) > 1 and row.heading:
        of_group = {service.key: service for group, service in found if is_group(group, row.heading)}
        candidates = of_group or candidates
    if len(candidates) == 1:
        return next(iter(candidates.values()))
    return _several(row, candidates) if candidates else _unknown(row, prices)


def _names(row: Row) -> list[str]:
    return [same_name(cell.text) for cell in row.names if not cell.is_empty]


def is_group(group: ServiceGroup, heading: str) -> bool:
    """Whether a heading is the key of the group, or its name in some language."""
    return heading.strip() == group.key or same_name(heading) in {same_name(name) for name in group.names.values()}


def _other_name(row: Row, service: Service, prices: PriceList) -> Problem | None:
    """The name of another service beside a key, as when one column alone was sorted."""
    own = {same_name(name) for name in service.names.values()}
    known = names_of(prices)
    for cell in row.names:
        name = same_name(cell.text)
        others = [other.key for _, other in known.get(name, ()) if other.key != service.key]
        if others and name not in own and service.key not in {other.key for _, other in known[name]}:
            return Problem(
                "row-service-unclear",
                f"the key of this row is `{service.key}`, but “{cell.text.strip()}” is the name of `{others[0]}`",
                "Was only a part of the columns sorted? Undo it, or put key and name together again.",
                row.place_of.place(cell.address),
            )
    return None


def _several(row: Row, candidates: Iterable[str]) -> Problem:
    keys = " or ".join(f"`{key}`" for key in candidates)
    return Problem(
        "row-service-unclear",
        f"“{row.named}” could be {keys}",
        "Add a column with the heading “Key”, and write in this row the one that is meant.",
        row.place_of.place(row.address),
    )


def _unknown(row: Row, prices: PriceList) -> Problem:
    by_name = {same_name(name): (name, service) for service in prices.services for name in service.names.values()}
    meant = next((by_name[near] for name in _names(row) if (near := nearest(name, by_name))), None)
    new = "If it is a new service, `./run prices export prices.xlsx` shows the columns that are needed to add it."
    if meant:
        name, service = meant
        remedy = f"Did you mean “{name}”? Then write it just so, or write `{service.key}` into a column “Key”. {new}"
    else:
        remedy = f"Write its name as in {prices.file}, or its key into a column “Key”. Or delete the row. {new}"
    return Problem(
        "row-service-unknown",
        f"the list has no service “{row.named}”",
        remedy,
        row.place_of.place(row.address),
    )


def _twice(row: Row, first: Row, key: str) -> Problem:
    return Problem(
        "row-service-twice",
        f"`{key}` stands here a second time; it already stands in {first.address}",
        "Keep the row with the price that holds, and delete the other one.",
        row.place_of.place(row.address),
    )


def _same_names(row: Row, services: Iterable[Service]) -> Service | None:
    names = set(_names(row))
    return next((one for one in services if names & {same_name(name) for name in one.names.values()}), None)


def _key_changed(row: Row, service: Service) -> Problem:
    cell = row.cell(Role.KEY)
    return Problem(
        "row-service-unclear",
        f"the list has no key `{row.text(Role.KEY)}`, and “{row.named}” is the name of `{service.key}`",
        f"Write `{service.key}`: leaflets point to a service by its key. A new service needs a name of its own.",
        row.place_of.place(cell.address if cell else row.address),
    )
