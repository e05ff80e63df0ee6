"""What a rule of words is: where it is known from, what it finds, and examples that prove it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from press.lint.words.passages import Passage, Role
from press.model.project import Project


@dataclass(frozen=True, slots=True)
class Finding:
    """`length` characters from `start` of `Passage.text`: what is wrong with them, and a better wording."""

    start: int
    length: int
    message: str
    instead: str


class Example(NamedTuple):
    """A text that a rule refuses or lets pass, where a passage has the `role`."""

    text: str
    role: Role = Role.BODY


Find: TypeAlias = Callable[[Passage, Project], Iterable[Finding]]
#: For each language, texts; a text alone is read as running text.
Examples: TypeAlias = Mapping[str, tuple[str | Example, ...]]


@dataclass(frozen=True, slots=True)
class WordRule:
    """One rule; `code` is the code its problems have, `sources` are keys of content/sources.yaml."""

    code: str
    sources: tuple[str, ...]
    languages: tuple[str, ...]
    find: Find
    must_fail: Examples
    must_pass: Examples


def examples(of: Examples, language: str) -> tuple[Example, ...]:
    """The examples of one language, each with its role."""
    return tuple(Example(one) if isinstance(one, str) else one for one in of.get(language, ()))
