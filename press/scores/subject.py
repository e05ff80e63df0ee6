"""What is scored: one leaflet in one language, with the papers it is printed on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from press.model.blocks import Block
from press.model.format import Format, TypeStep
from press.model.leaflet import Leaflet, LeafletText
from press.sentences import Sentence, sentences, words

B = TypeVar("B", bound=Block)


class Passage(Protocol):
    """One string as it is read; the rules of words have such records."""

    @property
    def section(self) -> str:
        """The key of its section."""

    @property
    def block(self) -> str:
        """The key of its block."""

    @property
    def role(self) -> str:
        """How it is read: emergency, body, title, …"""

    @property
    def field(self) -> str:
        """Which field of the block it is."""

    @property
    def text(self) -> str:
        """The words, without markup."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A format the leaflet is printed on; `widths` are the mm between the margins of each panel in use."""

    format: Format
    widths: Mapping[str, float]

    def step(self, name: str, language: str) -> TypeStep:
        """A level of the type scale, such as `heading`; one it does not have is like the body."""
        scale = self.format.type_scale(language)
        return scale.get(name, scale["body"])


@dataclass(frozen=True, slots=True)
class Level:
    """The reading level of a kind of text; `meets` is None where there is too little of it to judge."""

    role: str
    told: str
    meets: bool | None


@dataclass(frozen=True, slots=True)
class Subject:
    """`passive` are the sentences with a passive, `unclear_orders` those that tell somebody to act but not whom.

    `styles` is all that the style sheets say.
    """

    leaflet: Leaflet
    text: LeafletText
    passages: Sequence[Passage]
    settings: tuple[Setting, ...]
    styles: str
    levels: tuple[Level, ...] = ()
    passive: tuple[str, ...] = ()
    unclear_orders: tuple[str, ...] = ()

    @property
    def language(self) -> str:
        """The language of the text."""
        return self.text.language

    def blocks(self, *kinds: type[B]) -> Iterator[B]:
        """The blocks of these kinds, in order."""
        for section in self.text.sections.values():
            for block in section.blocks:
                if isinstance(block, kinds):
                    yield block

    def sentences(self, *roles: str) -> tuple[Sentence, ...]:
        """The sentences of the passages with these roles; no role: of all."""
        return tuple(
            sentence
            for passage in self.passages
            if not roles or str(passage.role) in roles
            for sentence in sentences(passage.text, self.language)
        )

    def longest_passage(self) -> tuple[int, str]:
        """How many words the longest passage has, and where it stands."""
        longest = max(self.passages, key=lambda passage: len(words(passage.text)))
        return len(words(longest.text)), longest.section or longest.field
