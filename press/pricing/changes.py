"""Old to new: what a row says differently from the price list, as changes of the list's own file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from press.errors import Place, Problem
from press.model.prices import PriceList, Service
from press.model.validated import validated
from press.pricing.cells import instalments
from press.pricing.labels import Role
from press.pricing.reading import Row
from press.pricing.written import (
    allowances_of,
    allowances_text,
    amount_text,
    instalments_text,
    keys_of,
    list_of,
    list_text,
)

Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that would change at `path` in the file of the list: `value` is put there, None takes it away.

    `field` and the texts `old` and `new` are for people. `is_new`: an entry is added to the list at `path`.
    `service` is empty where the list itself or a group changes.
    """

    service: str
    field: str
    old: str
    new: str
    path: Path
    value: Any
    is_new: bool = False


Found: TypeAlias = Iterator[Change | Problem]


def service_changes(row: Row, service: Service, at: Path, *, is_complete: bool, currency: str) -> Found:
    """What a row changes of its service, which stands `at` a path; `is_complete`: an emptied cell means: away."""
    if row.price:
        yield from _price_changes(row, service, at)
    for language, name in service.names.items() if is_complete else ():
        yield from _name_changes(row, service, language, name, at)
    yield from _text_by_language(row, Role.NOTES, service.key, service.notes or {}, at, is_complete)
    yield from _includes_changes(row, service, at, is_complete)
    for role, read in _OTHERS.items():
        cell = row.cell(role)
        if cell is not None and (is_complete or not cell.is_empty):
            yield from read(row, service, at, currency)


def settings_changes(prices: PriceList, said: Mapping[str, str | date | Mapping[str, str]]) -> Iterator[Change]:
    """What our own sheet says differently of the list itself: days, owner, document, what is said of tax."""
    for field, value in said.items():
        if isinstance(value, Mapping):
            yield from _by_language("", field, getattr(prices, field) or {}, value, ())
            continue
        old, new = str(getattr(prices, field)), str(value)
        if not same_words(old, new):
            yield Change("", _SPOKEN.get(field, field), old, new, (field,), new or None)


def applied(prices: PriceList, changes: Iterable[Change]) -> PriceList:
    """The list with the changes made. Raises `NotValidError` where it is none any more."""
    tree = deepcopy(as_data(prices))
    for change in changes:
        _apply(tree, change)
    return validated(PriceList, tree)


def as_data(value: Any) -> Any:
    """A record as its file says it: every single value is text, what is not there is left out."""
    if hasattr(value, "model_dump"):
        return as_data(value.model_dump(by_alias=True, exclude_none=True, exclude_defaults=True))
    if isinstance(value, Mapping):
        return {str(key): as_data(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [as_data(item) for item in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return amount_text(value) if isinstance(value, Decimal) else str(value)


def same_words(old: str, new: str) -> bool:
    """Whether two texts say the same; kinds of space make no difference, but for line ends."""
    return old == new or _lines(old) == _lines(new)


# One service ----------------------------------------------------------------------------------------------


def _price_changes(row: Row, service: Service, at: Path) -> Iterator[Change]:
    price = row.price
    assert price is not None
    if price.amount != service.amount:
        new = amount_text(price.amount)
        yield Change(service.key, "amount", amount_text(service.amount), new, (*at, "amount"), new)
    if price.is_from is not None and price.is_from != service.is_from:
        old, said = ("yes", "no") if service.is_from else ("no", "yes")
        yield Change(service.key, "from", old, said, (*at, "from"), "true" if price.is_from else "false")
    if price.unit is not None and price.unit is not service.unit:
        yield Change(service.key, "unit", service.unit.value, price.unit.value, (*at, "unit"), price.unit.value)


def _name_changes(row: Row, service: Service, language: str, old: str, at: Path) -> Found:
    cell = row.cell(Role.NAME, language)
    if cell is None or same_words(old, cell.text):
        return
    if cell.is_empty:
        yield Problem(
            "cell-name-missing",
            f"`{service.key}` has no name in “{language}” here, and leaflets print it",
            f"Write the name again. In the list it is: {old}",
            row.place_of.place(cell.address),
        )
        return
    new = cell.text.strip()
    yield Change(service.key, f"name ({language})", old, new, (*at, "names", language), new)


def _text_by_language(
    row: Row, role: Role, service: str, old: Mapping[str, str], at: Path, is_complete: bool
) -> Iterator[Change]:
    said = {
        language: cell.text.strip()
        for (one, language), cell in row.cells.items()
        if one is role and language and (is_complete or not cell.is_empty)
    }
    yield from _by_language(service, role.value, old, said, at)


def _by_language(
    service: str, field: str, old: Mapping[str, str], said: Mapping[str, str], at: Path
) -> Iterator[Change]:
    """Texts in several languages: all of them come, all of them go, or single ones change."""
    differing = {language: words for language, words in said.items() if not same_words(old.get(language, ""), words)}
    left = {language: words for language, words in {**old, **differing}.items() if words}
    for number, (language, words) in enumerate(differing.items()):
        label = f"{_SPOKEN.get(field, field)} ({language})"
        path: Path = (*at, field, language)
        value: Any = words or None
        if not left or not old:  # the whole entry goes or comes, with the first of its languages
            path, value = (*at, field), left or None
            if number:
                path = ()
        yield Change(service, label, old.get(language, ""), words, path, value)


def _includes_changes(row: Row, service: Service, at: Path, is_complete: bool) -> Iterator[Change]:
    old = {language: tuple(items) for language, items in (service.includes or {}).items()}
    said = {
        language: list_of(cell.text)
        for (role, language), cell in row.cells.items()
        if role is Role.INCLUDES and language and (is_complete or not cell.is_empty)
    }
    differing = {
        language: items
        for language, items in said.items()
        if not same_words("\n".join(old.get(language, ())), "\n".join(items))
    }
    left = {language: list(items) for language, items in {**old, **differing}.items() if items}
    for number, (language, items) in enumerate(differing.items()):
        path: Path = (*at, "includes", language)
        value: Any = list(items) or None
        if not left or not old:
            path, value = ((*at, "includes") if not number else ()), left or None
        shown = list_text(old.get(language, ())), list_text(items)
        yield Change(service.key, f"includes ({language})", *shown, path, value)


def _instalments(row: Row, service: Service, at: Path, currency: str) -> Found:
    cell = row.cells[Role.INSTALMENTS, ""]
    old = instalments_text(service.instalments)
    if cell.is_empty:
        if old:
            yield Change(service.key, "instalments", old, "", (*at, "instalments"), None)
        return
    said = instalments(cell, row.place_of.place(cell.address), currency)
    if isinstance(said, Problem):
        yield said
    elif said != service.instalments:
        value = {"payments": str(said.payments), "amount": amount_text(said.amount), "every": said.every}
        yield Change(service.key, "instalments", old, instalments_text(said), (*at, "instalments"), value)


def _evidence(row: Row, service: Service, at: Path, _currency: str) -> Found:
    new = row.text(Role.EVIDENCE)
    if not same_words(service.evidence, new):
        yield Change(service.key, "evidence", service.evidence, new, (*at, "evidence"), new or None)


def _sources(row: Row, service: Service, at: Path, _currency: str) -> Found:
    keys = keys_of(row.text(Role.SOURCES))
    if keys != service.sources:
        old, new = ", ".join(service.sources), ", ".join(keys)
        yield Change(service.key, "sources", old, new, (*at, "sources"), list(keys) or None)


def _allow(row: Row, service: Service, at: Path, _currency: str) -> Found:
    cell = row.cells[Role.ALLOW, ""]
    said = allowances_of(cell.text)
    if said is None:
        yield spoilt_exceptions(row.place_of.place(cell.address))
    elif said != service.allow:
        old, new = allowances_text(service.allow), allowances_text(said)
        yield Change(service.key, "exceptions", old, new, (*at, "allow"), as_data(said) or None)


def spoilt_exceptions(place: Place) -> Problem:
    """The problem of exceptions that cannot be read any more."""
    return Problem(
        "cell-not-understood",
        "the exceptions in this cell were changed and make no sense any more",
        "Undo the change, or delete the whole column: then they stay as they are.",
        place,
    )


_OTHERS: Mapping[Role, Callable[[Row, Service, Path, str], Found]] = {
    Role.INSTALMENTS: _instalments,
    Role.EVIDENCE: _evidence,
    Role.SOURCES: _sources,
    Role.ALLOW: _allow,
}
_SPOKEN = {"notes": "note", "valid_from": "valid from", "valid_until": "valid until"}


# Applying -------------------------------------------------------------------------------------------------


def _apply(tree: Any, change: Change) -> None:
    if not change.path:
        return
    *steps, last = change.path
    for step in steps:
        tree = tree.setdefault(step, {}) if isinstance(tree, dict) else tree[step]
    if change.is_new:
        tree[last].append(change.value)
    elif change.value is None:
        tree.pop(last, None)
    else:
        tree[last] = change.value


def entries(changes: Sequence[Change]) -> Sequence[Change]:
    """The changes that are to be written; some only tell people of a part of another one."""
    return [change for change in changes if change.path]


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.strip().split("\n")]
