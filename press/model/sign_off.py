"""Who approved which words: written by `signoff`, never by hand; the last one of a role counts."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from press.model.base import Day, Key, Language, Record
from press.model.translation import Digest

ShortDigest = Annotated[str, Field(pattern="^[0-9a-f]{8}$")]


class SignOff(Record):
    """One approval, bound to the digest of what was approved."""

    role: Key
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=120)]
    on: Day
    digest: Digest
    parts: dict[str, ShortDigest] = Field(
        default_factory=dict, description="digests of its parts: they only tell what has changed since"
    )


class SignOffs(Record):
    """content/leaflets/<key>/sign-offs/<language>.yaml: the history, oldest first."""

    language: Language
    sign_offs: tuple[SignOff, ...] = Field(min_length=1)
