"""Words with their inline markup, as flat spans."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SpanKind(StrEnum):
    """What a span is."""

    TEXT = "text"
    BREAK = "break"  # a line break the author asked for
    NUMBER = "number"  # a telephone number, price or date: never broken over lines
    REFERENCE = "reference"  # {name:key}, not yet resolved


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of words of one kind; `href` makes it a link."""

    kind: SpanKind
    text: str = ""
    strong: bool = False
    href: str = ""


def plain(spans: tuple[Span, ...]) -> str:
    """The words alone, a line break read as a space."""
    return "".join(" " if span.kind is SpanKind.BREAK else span.text for span in spans)
