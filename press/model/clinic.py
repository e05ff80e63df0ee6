"""The publisher: the clinic and its branches."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from press.model.base import Day, Key, Language, Names, Record, Words, YesNo
from press.model.prices import Amount, PriceList, Service


def _hours(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if value == "always":
        return value
    if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d", value):
        raise ValueError(f"write opening and closing time as 09:00-20:00, or always; not {value!r}")
    return value


def _dialled(value: str) -> str:
    if not re.fullmatch(r"\+[1-9]\d{6,14}|\d{2,6}", value):
        raise ValueError(
            f"write the number with country code and digits only, such as +74951270203, or a short number "
            f"such as 103; not {value!r}"
        )
    return value


def _web_address(value: str) -> str:
    if not re.fullmatch(r"https://[a-z0-9.-]+\.[a-z]{2,}(/[\w./~%?=&#+-]*)?", value):
        raise ValueError(
            f"write a web address that starts with https://, such as https://example.org/help; not {value!r}"
        )
    return value


PhoneNumber = Annotated[str, AfterValidator(_dialled)]
WebAddress = Annotated[str, AfterValidator(_web_address)]
Hours = Annotated[str, BeforeValidator(_hours)]


class Phone(Record):
    """A telephone number people are asked to ring."""

    number: PhoneNumber = Field(description="E.164, such as +74951270203, or a short number such as 103")
    hours: Hours = Field(default="always", description="09:00-20:00, or always")
    free: YesNo = Field(default=False, description="true where the call costs nothing")
    anonymous: YesNo = Field(default=False, description="true where nobody asks for a name")


class Emergency(Record):
    """The emergency numbers of the region the clinic works in."""

    ambulance: PhoneNumber
    single: PhoneNumber


class PriceOverride(Record):
    """What a service costs in one branch."""

    amount: Amount
    is_from: YesNo | None = Field(default=None, alias="from", description="where it differs from the list")
    valid_until: Day | None = Field(default=None, description="refused for print after this day")


def _override(value: Any) -> Any:
    return {"amount": value} if isinstance(value, str) else value


#: Typed as an amount alone, or as a record where more than the amount differs.
Override = Annotated[
    PriceOverride,
    BeforeValidator(_override),
    WithJsonSchema({"anyOf": [{"type": "string"}, PriceOverride.model_json_schema(by_alias=True)]}),
]


class Clinic(Record):
    """content/clinic.yaml: identity, emergency numbers, languages, legal notes."""

    names: Names
    places: Names = Field(description="the town, as it stands beside the name")
    region: Annotated[str, Field(pattern="^[A-Z]{2}$", description="ISO country code of the phone numbers")]
    languages: tuple[Language, ...] = Field(min_length=1)
    main_branch: Key
    emergency: Emergency
    owner: Words = Field(description="the role that answers for the texts")
    disclaimer: Names
    legal: Names | None = None
    warn_days: Annotated[int, Field(ge=0, le=730)] = 90
    source_years: Annotated[int, Field(ge=1, le=100)] = Field(
        default=15, description="sources older than this are named for the clinician"
    )
    sign_off: dict[Literal["screen", "office", "printshop"], tuple[Key, ...]] = Field(
        default_factory=dict, description="the roles that must have approved the words, for each medium"
    )


class Branch(Record):
    """content/branches/<key>.yaml: a place of the clinic."""

    key: Key
    names: Names
    addresses: Names | None = None
    phones: dict[Key, Phone] = Field(min_length=1, description="`main` is the one printed large")
    web: WebAddress = Field(description="printed and put into the QR code")
    prices: dict[Key, Override] = Field(default_factory=dict, description="prices that differ here")


def branch_prices(prices: PriceList, branch: Branch, printed: Collection[str] = ()) -> PriceList:
    """The price list with the branch's own prices in it.

    It ends with the first of the own prices that are `printed`, if that is before its own last day: whoever reads
    a paper takes its day for that of every price on it.
    """
    if not branch.prices:
        return prices
    groups = []
    for group in prices.groups:
        services = []
        for service in group.services:
            services.append(_own(service, branch.prices.get(service.key)))
        groups.append(group.model_copy(update={"services": tuple(services)}))
    ends = (own.valid_until for key, own in branch.prices.items() if key in printed and own.valid_until)
    return prices.model_copy(update={"groups": tuple(groups), "valid_until": min((prices.valid_until, *ends))})


def _own(service: Service, own: PriceOverride | None) -> Service:
    if own is None:
        return service
    is_from = service.is_from if own.is_from is None else own.is_from
    return service.model_copy(update={"amount": own.amount, "is_from": is_from})
