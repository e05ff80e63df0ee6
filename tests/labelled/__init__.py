"""Sentences with the codes that a careful editor would give them, to measure the checks of words by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml

from press.lint.words.passages import Role

LANGUAGES = ("en", "ru")
CODES = (
    "words-stigma",
    "words-promise",
    "words-fear",
    "words-shouting",
    "words-abbreviation",
    "words-unit",
    "words-passive",
    "words-long-sentence",
    "words-hard",
)


class Half(StrEnum):
    """Whether whoever writes rules may look at the sentence.

    The fresh ones are written after the rules; once they have been learnt from, they are to tune with.
    """

    TUNE = "tune"
    HELD_OUT = "held-out"
    FRESH = "fresh"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence, where it would stand, and the codes it deserves (none: it is fine)."""

    language: str
    text: str
    role: Role
    expect: frozenset[str]
    half: Half
    why: str = ""


def labelled(language: str) -> tuple[Labelled, ...]:
    """All sentences of a language, in the order of the file; ValueError names what is wrong with one."""
    path = Path(__file__).with_name(f"{language}.yaml")
    sentences = tuple(_labelled(language, row) for row in yaml.safe_load(path.read_text("utf-8"))["sentences"])
    texts = [sentence.text for sentence in sentences]
    if repeated := {text for text in texts if texts.count(text) > 1}:
        raise ValueError(f"{path.name}: stands twice: {', '.join(sorted(repeated))}")
    return sentences


def _labelled(language: str, row: dict[str, Any]) -> Labelled:
    unknown = {*row} - {"text", "role", "expect", "set", "why"} | {*row["expect"]} - {*CODES}
    if unknown:
        raise ValueError(f"{language}: unknown {', '.join(sorted(unknown))} at {row['text']!r}")
    return Labelled(
        language, row["text"], Role(row["role"]), frozenset(row["expect"]), Half(row["set"]), row.get("why", "")
    )
