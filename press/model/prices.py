"""The price list: groups of services, each with one price."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from press.model.allowance import Allowance
from press.model.base import Day, Key, Language, Names, Record, Words, YesNo


class WrongAmountError(ValueError):
    """An amount that is written wrongly; what was meant is for higher rooms to find out."""


def _amount(value: Any) -> Any:
    if isinstance(value, str):
        if not re.fullmatch(r"(?:0|[1-9]\d{0,8})(?:\.\d{1,2})?", value):
            raise WrongAmountError("an amount is digits only, such as 4500 or 4500.50")
        return Decimal(value)
    return value


Amount = Annotated[Decimal, BeforeValidator(_amount), Field(gt=0, json_schema_extra={"type": "string"})]


class Unit(StrEnum):
    """What one price buys."""

    VISIT = "visit"
    DAY = "day"
    MONTH = "month"
    COURSE = "course"
    SESSION = "session"
    INJECTION = "injection"
    SERVICE = "service"
    PACKAGE = "package"
    UNSTATED = "unstated"


class Instalments(Record):
    """Paying in equal parts."""

    payments: Annotated[int, Field(ge=2, le=60, description="how many")]
    amount: Amount = Field(description="of each")
    every: Literal["week", "month"] = "month"


class Service(Record):
    """One priced row of the list."""

    key: Key
    names: Names
    amount: Amount
    is_from: YesNo = Field(default=False, alias="from", description="true: the amount is the lowest price")
    unit: Unit = Unit.SERVICE
    includes: dict[Language, tuple[Words, ...]] | None = Field(
        default=None, description="what a package holds, per language"
    )
    instalments: Instalments | None = Field(default=None, description="where the price can be paid in parts")
    notes: Names | None = Field(default=None, description="what a reader must know before paying")
    evidence: str = Field(default="", description="why the note is there; for staff, not printed")
    sources: tuple[Key, ...] = ()
    allow: tuple[Allowance, ...] = Field(default=(), description="exceptions to the rules of words")

    @property
    def name(self) -> str:
        """What staff call it: its name in the language that stands first."""
        return next(iter(self.names.values()), self.key)


class ServiceGroup(Record):
    """Services that stand under one heading."""

    key: Key
    names: Names
    icon: Key
    services: tuple[Service, ...] = Field(min_length=1)


class PriceList(Record):
    """content/prices.yaml, or another dated list beside it such as content/prices-2027.yaml."""

    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")]
    valid_from: Day
    valid_until: Day
    owner: str = Field(default="", description="the role that answers for the prices")
    document: str = Field(default="", description="the paper the prices were taken from")
    tax: Names | None = Field(default=None, description="what the prices say of tax, printed with their dates")
    groups: tuple[ServiceGroup, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> PriceList:
        if self.valid_until < self.valid_from:
            raise ValueError(f"valid_until {self.valid_until} lies before valid_from {self.valid_from}")
        return self

    @property
    def file(self) -> str:
        """The file the list stands in, relative to the project."""
        return self.place().file

    @property
    def services(self) -> tuple[Service, ...]:
        """All services, in the order of the list."""
        return tuple(service for group in self.groups for service in group.services)


def in_force(lists: Iterable[PriceList], today: date | None) -> PriceList:
    """The list of the day: of those that have begun the latest; if none has, the first to begin.

    A list ends the day before its successor begins, so what is printed of it never outlives it.
    Without a day the list that begins first.
    """
    ordered = sorted(lists, key=lambda prices: (prices.valid_from, prices.file))
    begun = [prices for prices in ordered if today is not None and prices.valid_from <= today]
    chosen = begun[-1] if begun else ordered[0]
    later = [prices for prices in ordered if prices.valid_from > chosen.valid_from]
    if later and later[0].valid_from <= chosen.valid_until:
        return chosen.model_copy(update={"valid_until": later[0].valid_from - timedelta(days=1)})
    return chosen
