"""The price list: groups of services, each with one price."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from press.model.base import Day, Key, Language, Names, Record, Words, YesNo


def _amount(value: Any) -> Any:
    if isinstance(value, str):
        if not re.fullmatch(r"\d{1,9}(\.\d{1,2})?", value):
            digits = re.sub(r"[^\d]", "", value)
            hint = f"write {digits}; " if digits else ""
            raise ValueError(
                f"an amount is digits only, without spaces or currency: {hint}the currency stands once at the top "
                f"of the file and `from: true` says that it is a lowest price; not {value!r}"
            )
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
    notes: Names | None = Field(default=None, description="what a reader must know before paying")
    evidence: str = Field(default="", description="why the note is there; for staff, not printed")
    sources: tuple[Key, ...] = ()


class ServiceGroup(Record):
    """Services that stand under one heading."""

    key: Key
    names: Names
    icon: Key
    services: tuple[Service, ...] = Field(min_length=1)


class PriceList(Record):
    """content/prices.yaml."""

    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")]
    valid_from: Day
    valid_until: Day
    owner: str = Field(default="", description="the role that answers for the prices")
    document: str = Field(default="", description="the paper the prices were taken from")
    groups: tuple[ServiceGroup, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> PriceList:
        if self.valid_until < self.valid_from:
            raise ValueError(f"valid_until {self.valid_until} lies before valid_from {self.valid_from}")
        return self

    @property
    def services(self) -> tuple[Service, ...]:
        """All services, in the order of the list."""
        return tuple(service for group in self.groups for service in group.services)
