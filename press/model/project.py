"""Everything the content says, loaded and checked for shape."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from press.model.clinic import Branch, Clinic
from press.model.format import Format
from press.model.leaflet import Leaflet, LeafletText
from press.model.prices import PriceList
from press.model.sign_off import SignOffs
from press.model.sources import Source
from press.model.translation import Translated
from press.model.vocabulary import Vocabulary
from press.model.word_list import WordList


@dataclass(frozen=True, slots=True)
class Project:
    """A clinic's whole content; `root` is the project's folder.

    `texts`, `translated` and `sign_offs` are keyed by (leaflet, language); the last two have only what
    was recorded. `prices` is the price list of the day, `price_lists` are all of them, oldest first.
    `pictures` has the digest of every picture file that a text shows and that is there, by its name.
    """

    root: str
    clinic: Clinic
    branches: Mapping[str, Branch]
    price_lists: tuple[PriceList, ...]
    prices: PriceList
    sources: Mapping[str, Source]
    leaflets: Mapping[str, Leaflet]
    texts: Mapping[tuple[str, str], LeafletText]
    formats: Mapping[str, Format]
    vocabularies: Mapping[str, Vocabulary]
    word_lists: Mapping[str, WordList]
    translated: Mapping[tuple[str, str], Translated]
    sign_offs: Mapping[tuple[str, str], SignOffs]
    pictures: Mapping[str, str] = field(default_factory=dict)

    @property
    def first_branch(self) -> Branch:
        """The main branch; any other where the name of the main one is misspelt, which is told elsewhere."""
        return self.branches.get(self.clinic.main_branch) or next(iter(self.branches.values()))

    def original(self, leaflet: str) -> str:
        """The language the others of the leaflet are translated from."""
        return self.leaflets[leaflet].original or self.clinic.languages[0]
