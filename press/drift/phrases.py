"""Every string of a leaflet's text that a reader reads, with the key it is remembered by and its way in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from press import markup
from press.errors import Place
from press.model.allowance import Allowance
from press.model.base import reader_words_by_path
from press.model.inline import SpanKind
from press.model.leaflet import LeafletText
from press.model.translation import FRONT


@dataclass(frozen=True, slots=True)
class Phrase:
    """One string; `section` is FRONT for the title and the summary, `block` is empty for titles.

    `key` names it within its section, the same in every language. `path` leads to it in the YAML file.
    """

    section: str
    block: str
    key: str
    words: str
    place: Place
    path: tuple[str | int, ...]
    allow: tuple[Allowance, ...] = ()


def phrases(text: LeafletText) -> tuple[Phrase, ...]:
    """The strings in the order of the file."""
    return tuple(_phrases(text))


def section_words(text: LeafletText) -> dict[str, dict[str, str]]:
    """The words of each section by key, without their line breaks; a section without words is not in it."""
    found: dict[str, dict[str, str]] = {}
    for phrase in phrases(text):
        found.setdefault(phrase.section, {})[phrase.key] = _on_one_line(phrase.words)
    return found


def said_words(words: str) -> str:
    """What a reader reads of the words, without marks of bold and of links and without references."""
    return " ".join(
        span.text
        for part in markup.paragraphs(words)
        for span in markup.parse(part).spans
        if span.kind is not SpanKind.REFERENCE
    )


def spoken(key: str) -> str:
    """Where a string stands, for people: blocks.signs.steps.2.title is `signs: step 3, title`."""
    if not key.startswith("blocks."):
        return key
    _, block, *parts = key.split(".")
    names: list[str] = []
    for part in parts:
        if part.isdigit() and names:
            names[-1] = f"{_SINGULAR.get(names[-1], names[-1])} {int(part) + 1}"
        else:
            names.append(_PLAIN.get(part, part.replace("_", " ")))
    if len(names) > 1 and names[-1] == "text":
        names.pop()
    return f"{block}: {', '.join(names)}"


def _on_one_line(words: str) -> str:
    """Where a line ends is no matter of translation."""
    return " ".join(re.sub(r"\\(?=\n)", " ", words).split())


_SINGULAR = {"steps": "step", "items": "item", "stages": "stage", "signs": "sign"}
_PLAIN = {
    "alt": "description for a screen reader",
    "alt_wide": "description of the wide pupil",
    "alt_pinpoint": "description of the tiny pupil",
    "scan": "words beside the code",
}


def _phrases(text: LeafletText) -> Iterator[Phrase]:
    for name in ("title", "summary"):
        yield Phrase(FRONT, "", name, getattr(text, name), text.place(name), (name,), text.allow)
    for key, section in text.sections.items():
        way: tuple[str | int, ...] = ("sections", key)
        if section.title is not None:
            yield Phrase(key, "", "title", section.title, section.place("title"), (*way, "title"), text.allow)
        for number, block in enumerate(section.blocks):
            for inner, field, words, owner in reader_words_by_path(block):
                path = (*way, "blocks", number, *_steps(inner))
                yield Phrase(
                    key, block.key, f"blocks.{block.key}.{inner}", words, owner.place(field), path, block.allow
                )


def _steps(field: str) -> tuple[str | int, ...]:
    return tuple(int(step) if re.fullmatch(r"\d+", step) else step for step in field.split("."))
