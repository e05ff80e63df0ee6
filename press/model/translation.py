"""What a translation was made from: written by `translated`, never by hand."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from press.model.base import Day, Key, Language, Record

Digest = Annotated[str, Field(pattern="^[0-9a-f]{32}$")]

#: The key under which the title and summary of a leaflet are recorded, beside its sections.
FRONT = "leaflet"


class TranslatedSection(Record):
    """One section of the original and of its translation, as they were when somebody last compared them."""

    digest: Digest = Field(description="of the original's words")
    on: Day
    words: dict[str, str] = Field(description="the original's words by field, such as blocks.signs.text")
    translation: dict[str, str] = Field(description="the translation's words by field")


class Translated(Record):
    """content/leaflets/<key>/translated/<language>.yaml."""

    language: Language
    original: Language
    sections: dict[Key, TranslatedSection]
