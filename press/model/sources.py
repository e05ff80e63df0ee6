"""The bibliography that medical statements cite."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from press.model.base import Key, Names, Record, Words


class Strength(StrEnum):
    """How much a source carries."""

    STRONG = "strong"
    MEDIUM = "medium"
    WEAK = "weak"
    WORKING = "working"


class Source(Record):
    """One work: guideline, label, study, page."""

    key: Key
    short: Names = Field(description="as it stands in a leaflet's footer: who and when")
    title: Words
    year: Annotated[int, Field(ge=1950, le=2100)] | None = None
    where: str = Field(description="identifier or address, without https://")
    strength: Strength


class Sources(Record):
    """content/sources.yaml."""

    sources: tuple[Source, ...] = Field(min_length=1)
