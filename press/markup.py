"""Inline markup of the content: **strong**, a backslash at the end of a line, [text](https://…), {reference}."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from press.model.inline import Span, SpanKind

_PARSER = MarkdownIt("zero").enable(["emphasis", "link", "newline", "escape"])
_REFERENCE = re.compile(r"\{([a-z_]+(?::[a-z0-9-]+)?)\}")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the markup that cannot be printed."""

    code: str
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Marked:
    """The spans of a text, and what is wrong with its markup."""

    spans: tuple[Span, ...]
    faults: tuple[Fault, ...]


@lru_cache(maxsize=2048)
def parse(words: str) -> Marked:
    """The spans of `words`; HTML and Jinja are mere text here."""
    spans: list[Span] = []
    faults: list[Fault] = []
    strong, href = 0, ""
    for token in _inline_tokens(words):
        match token.type:
            case "strong_open":
                strong += 1
            case "strong_close":
                strong -= 1
            case "link_open":
                href = str(token.attrs["href"])
                if not href.startswith("https://"):
                    faults.append(_bad_link(href))
            case "link_close":
                href = ""
            case "em_open" | "em_close":
                if token.type == "em_open":
                    faults.append(_italics())
            case "hardbreak":
                spans.append(Span(SpanKind.BREAK))
            case "softbreak":
                spans.append(Span(SpanKind.TEXT, " ", bool(strong), href))
            case _:
                spans.extend(_with_references(token.content, bool(strong), href))
                faults.extend(_stray_braces(token.content))
    return Marked(tuple(span for span in spans if span.text or span.kind is SpanKind.BREAK), tuple(faults))


def paragraphs(words: str) -> tuple[str, ...]:
    """`words` cut at blank lines."""
    return tuple(part.strip() for part in re.split(r"\n\s*\n", words) if part.strip())


def _inline_tokens(words: str) -> list[Token]:
    (inline,) = _PARSER.parseInline(words)
    return inline.children or []


def _with_references(text: str, strong: bool, href: str) -> list[Span]:
    parts = _REFERENCE.split(text)
    kinds = (SpanKind.TEXT, SpanKind.REFERENCE)
    return [Span(kinds[number % 2], part, strong, href) for number, part in enumerate(parts) if part]


def _stray_braces(text: str) -> list[Fault]:
    if not re.search(r"[{}]", _REFERENCE.sub("", text)):
        return []
    return [
        Fault(
            "reference-syntax",
            f"a curly bracket in {text.strip()[:40]!r} starts no reference that can be filled in",
            "write {phone}, {emergency}, {price:home-visit} or another reference of the guide, or take them out",
        )
    ]


def _bad_link(href: str) -> Fault:
    return Fault(
        "markup-unsupported",
        f"a link must lead to https://, not {href[:60]!r}",
        "write [words](https://…); for a telephone number write {phone}",
    )


def _italics() -> Fault:
    return Fault(
        "markup-unsupported",
        "single stars ask for italics, which are hard to read in print",
        "write **words** for bold, or take the stars out",
    )
