"""An edition: one leaflet in one language for one branch, with every reference resolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from press.model.clinic import Branch, Clinic
from press.model.inline import Span
from press.model.leaflet import Leaflet, LeafletText
from press.model.prices import PriceList, Service
from press.model.sources import Source
from press.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Edition:
    """What is said; `inline` has the resolved spans of every string a reader will see, by the string.

    `reviewed_on` is the day a clinician approved these very words, None where nobody has.
    """

    leaflet: Leaflet
    text: LeafletText
    clinic: Clinic
    branch: Branch
    prices: PriceList
    sources: Mapping[str, Source]
    vocabulary: Vocabulary
    inline: Mapping[str, tuple[Span, ...]]
    code: str
    reviewed_on: date | None = None

    @property
    def language(self) -> str:
        """The language of the words."""
        return self.text.language

    def service(self, key: str) -> Service:
        """The service called `key`, with the branch's own amount."""
        return next(service for service in self.prices.services if service.key == key)
