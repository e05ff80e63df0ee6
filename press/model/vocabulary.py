"""The press's own few words in one language (templates/words/<language>.yaml)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from press.model.base import Language, Record, Words
from press.model.prices import Unit


class Vocabulary(Record):
    """Words that templates need and no author writes: "from", "per day", "Sources"."""

    language: Language
    or_: Words = Field(alias="or")
    from_: Words = Field(alias="from")
    units: dict[Unit, Words] = Field(description="what stands under a price; a unit left out prints nothing")
    instalments: dict[Literal["week", "month"], Words] = Field(description="before payments and amount: 3 × 9 000")
    includes: Words = Field(description="before what a service holds")
    always_open: Words
    free_call: Words
    anonymous: Words
    sources: Words
    written: Words
    reviewed: Words
    review_by: Words
    awaiting_sign_off: Words
    code: Words
    draft: Words
