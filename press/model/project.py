"""Everything the content says, loaded and checked for shape."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from press.model.clinic import Branch, Clinic
from press.model.format import Format
from press.model.leaflet import Leaflet, LeafletText
from press.model.prices import PriceList
from press.model.sources import Source
from press.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Project:
    """A clinic's whole content; `texts` is keyed by (leaflet, language); `root` is the project's folder."""

    root: str
    clinic: Clinic
    branches: Mapping[str, Branch]
    prices: PriceList
    sources: Mapping[str, Source]
    leaflets: Mapping[str, Leaflet]
    texts: Mapping[tuple[str, str], LeafletText]
    formats: Mapping[str, Format]
    vocabularies: Mapping[str, Vocabulary]
