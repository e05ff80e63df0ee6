"""What each section of a translation was made from: noting it, and whether it still holds."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from press.drift.phrases import section_words
from press.fingerprint import digest
from press.model.project import Project
from press.model.translation import FRONT, Translated, TranslatedSection


class State(StrEnum):
    """How a section of a translation stands to its original."""

    CURRENT = "current"
    STALE = "stale"  # the original has changed since
    REWORDED = "reworded"  # only the translation has
    UNRECORDED = "unrecorded"


@dataclass(frozen=True, slots=True)
class Changed:
    """One string that is not what it was when somebody compared it; "" where there was or is none."""

    key: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class SectionState:
    """One section of a translation: what has changed since `on`, in its original and in itself."""

    section: str
    state: State
    changes: tuple[Changed, ...] = ()
    on: date | None = None
    reworded: tuple[Changed, ...] = ()


def digest_of(words: Mapping[str, str]) -> str:
    """The digest of a section's words; their order in the file makes no difference."""
    return digest("original", *(part for key in sorted(words) for part in (key, words[key])))


def translatable(project: Project, leaflet: str, language: str) -> dict[str, dict[str, str]]:
    """The words of the original in each section that the translation has too, in order."""
    theirs = project.texts[leaflet, language].sections
    words = section_words(project.texts[leaflet, project.original(leaflet)])
    return {section: found for section, found in words.items() if section == FRONT or section in theirs}


def states(project: Project, leaflet: str, language: str) -> tuple[SectionState, ...]:
    """Every section of a translation that has words, in order."""
    known = _known(project, leaflet, language)
    theirs = section_words(project.texts[leaflet, language])
    return tuple(
        _state(key, words, theirs.get(key, {}), known.get(key))
        for key, words in translatable(project, leaflet, language).items()
    )


def noted(project: Project, leaflet: str, language: str, sections: Collection[str], today: date) -> Translated:
    """The record after these sections were declared to say the same; the others keep theirs.

    A section that had been noted with the same words keeps its day; one that is gone is dropped.
    """
    known = _known(project, leaflet, language)
    theirs = section_words(project.texts[leaflet, language])
    current = {one.section for one in states(project, leaflet, language) if one.state is State.CURRENT}
    found: dict[str, TranslatedSection] = {}
    for key, words in translatable(project, leaflet, language).items():
        if key in sections and key not in current:
            found[key] = TranslatedSection(
                digest=digest_of(words), on=today, words=words, translation=theirs.get(key, {})
            )
        elif key in known:
            found[key] = known[key]
    return Translated(language=language, original=project.original(leaflet), sections=found)


def as_data(record: Translated) -> dict[str, Any]:
    """The record as it is written into its file."""
    return record.model_dump(mode="json")


def _known(project: Project, leaflet: str, language: str) -> Mapping[str, TranslatedSection]:
    """What was noted, unless it was made from another language."""
    record = project.translated.get((leaflet, language))
    return record.sections if record and record.original == project.original(leaflet) else {}


def _state(
    key: str, words: Mapping[str, str], theirs: Mapping[str, str], known: TranslatedSection | None
) -> SectionState:
    if known is None:
        return SectionState(key, State.UNRECORDED)
    reworded = _changes(known.translation, theirs)
    if known.digest != digest_of(words):
        return SectionState(key, State.STALE, _changes(known.words, words), known.on, reworded)
    return SectionState(key, State.REWORDED if reworded else State.CURRENT, (), known.on, reworded)


def _changes(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[Changed, ...]:
    keys = dict.fromkeys((*new, *old))
    found = (Changed(key, old.get(key, ""), new.get(key, "")) for key in keys)
    return tuple(change for change in found if change.old != change.new)
