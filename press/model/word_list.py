"""Words that hurt, and what to say instead."""

from __future__ import annotations

from pydantic import Field

from press.model.base import Key, Language, Record


class AvoidedWords(Record):
    """One entry: words that are not printed, with better ones and the source that says so."""

    words: tuple[str, ...] = Field(min_length=1, description="each in its dictionary form; a phrase is fine")
    instead: str = Field(description="what to say instead; empty: leave it out", default="")
    sources: tuple[Key, ...] = Field(min_length=1, description="keys of content/sources.yaml")
    only_near: tuple[str, ...] = Field(default=(), description="counts only in a sentence with one of these")
    unless_near: tuple[str, ...] = Field(default=(), description="does not count in a sentence with one of these")


class WordList(Record):
    """content/words/<language>.yaml."""

    language: Language
    avoid: tuple[AvoidedWords, ...] = Field(min_length=1)
