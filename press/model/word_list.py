"""Words that hurt, promise too much or frighten, and what to say instead."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from press.model.base import Key, Language, Record, YesNo

Phrases = tuple[Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000, pattern=r"[^\W_]")], ...]


class AvoidedWords(Record):
    """One entry: words that are not printed, with better ones and the source that says so.

    How words and phrases are written stands in docs/words.md: `addict` for all its forms, `= got clean` for
    this form alone, `to degrade` for an English verb, `get/got` for one or the other.
    """

    words: Phrases = Field(min_length=1, description="each in its dictionary form; a phrase is fine")
    instead: str = Field(description="what to say instead; empty: leave it out", default="")
    sources: tuple[Key, ...] = Field(min_length=1, description="keys of content/sources.yaml")
    only_near: Phrases = Field(default=(), description="counts only in a sentence with one of these")
    unless_near: Phrases = Field(default=(), description="does not count in a sentence with one of these")
    not_in: Phrases = Field(default=(), description="does not count as part of one of these")
    deniable: YesNo = Field(default=False, description="true: does not count where it is denied (“not a weak will”)")


class WordList(Record):
    """content/words/<language>.yaml."""

    language: Language
    known: Phrases = Field(default=(), description="abbreviations that every reader knows, such as SMS")
    avoid: tuple[AvoidedWords, ...] = Field(min_length=1, description="words that hurt")
    promises: tuple[AvoidedWords, ...] = Field(default=(), description="what no treatment can keep")
    fears: tuple[AvoidedWords, ...] = Field(default=(), description="what frightens instead of warning")
