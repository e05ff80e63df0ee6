"""What somebody wants of one of the smaller commands: a record a command, filled in by `words`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class DueWish:
    """`due`: which days end within so many days; None: as many as the clinic wants to be warned of."""

    within: int | None
    ics: Path | None


@dataclass(frozen=True, slots=True)
class PricesWish:
    """`prices import FILE` and `prices export FILE`; `into` names the list, None: the one of the day.

    `begins` and `ends` make the import a new dated list. `yes` writes without asking, but for prices that look
    wrong, unless `looked_again` at them.
    """

    verb: str
    file: Path
    into: str | None
    table: str | None
    begins: date | None
    ends: date | None
    yes: bool
    looked_again: bool


@dataclass(frozen=True, slots=True)
class TranslatedWish:
    """`translated LEAFLET LANGUAGE [SECTION…]`; no section: all of them."""

    leaflet: str
    language: str
    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TranslationsWish:
    """`translations export LEAFLET LANGUAGE FILE` and `translations import FILE`."""

    verb: str
    leaflet: str
    language: str
    file: Path
    yes: bool


@dataclass(frozen=True, slots=True)
class SignOffWish:
    """`signoff LEAFLET LANGUAGE --role R --name N`; without a leaflet: the state of all.

    `digest` is how the digest of the words that were read begins, as the evidence file says it.
    """

    leaflet: str
    language: str
    role: str
    name: str
    digest: str | None


@dataclass(frozen=True, slots=True)
class IdentifyWish:
    """`identify CODE`, as somebody read it from paper."""

    code: str


@dataclass(frozen=True, slots=True)
class LedgerWish:
    """`ledger add CODE …`, `ledger list`, `ledger pulled CODE …`, `ledger recall`."""

    verb: str
    code: str
    copies: int
    where: str
    by: str
    format: str
    on: date | None
    grade: str
    again: bool


@dataclass(frozen=True, slots=True)
class DiffWish:
    """`diff OLD [NEW]`; no NEW: the present content. `to` is a PDF or a PNG."""

    old: Path
    new: Path | None
    to: Path | None


Wish = DueWish | PricesWish | TranslatedWish | TranslationsWish | SignOffWish | IdentifyWish | LedgerWish | DiffWish
