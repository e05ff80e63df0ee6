"""The ledger of print runs: which papers are out there, and where."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints, ValidationInfo, field_validator

from press.model.base import Day, Key, Record

Count = Annotated[int, Field(ge=1, le=999_999)]
ShortText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
EditionCode = Annotated[str, Field(pattern=r"^[0-9A-Z]{4}-[0-9A-Z]{3}$")]


class PrintRun(Record):
    """So many copies of an edition that were printed on a day and lie in a place."""

    code: EditionCode = Field(description="the code at the foot of the paper")
    copies: Count
    where: ShortText = Field(description="where they lie, such as reception")
    by: ShortText = Field(description="who printed them: a role, not a name")
    format: Key | None = Field(default=None, description="on which format, such as a5")
    on: Day = Field(description="the day they were printed")
    gone: Day | None = Field(default=None, description="the day the last copy was handed out or pulled")

    @field_validator("gone")
    @classmethod
    def _goes_after_it_came(cls, gone: date | None, info: ValidationInfo) -> date | None:
        printed = info.data.get("on")
        if gone and printed and gone < printed:
            raise ValueError(f"they were printed on {printed}, so they cannot be gone on {gone}")
        return gone

    def is_out(self, today: date) -> bool:
        """Whether copies are out: none was noted as gone, or only for a day that is still to come."""
        return self.gone is None or self.gone > today


class Ledger(Record):
    """content/ledger/runs.yaml."""

    runs: tuple[PrintRun, ...] = ()
