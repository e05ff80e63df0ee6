"""An exception to a rule of words, which stands in the content with its reason."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from press.model.base import Key, Record

Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=12, max_length=400)]


class Allowance(Record):
    """Lets one passage stand although a rule speaks against it."""

    rule: Key = Field(description="the code that is told, such as words-stigma")
    words: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)] = Field(
        description="the very words that may stand"
    )
    reason: Reason = Field(description="why, for the clinician who signs off")
