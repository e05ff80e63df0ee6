"""Reads a project: which files there are, and what each of them is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from press.errors import Place, Problem
from press.load.reading import Reading
from press.model.clinic import Branch, Clinic
from press.model.format import Format
from press.model.leaflet import Leaflet, LeafletText
from press.model.prices import PriceList
from press.model.project import Project
from press.model.sources import Sources
from press.model.vocabulary import Vocabulary

LEAFLETS = "content/leaflets"


@dataclass(frozen=True, slots=True)
class Loaded:
    """The project, or None where a file of it could not be turned into its record, and every problem."""

    project: Project | None
    problems: tuple[Problem, ...]


def load(root: Path) -> Loaded:
    """Everything the project in `root` says, and all that is wrong with its files, by file and line."""
    reading = Reading(root)
    clinic = reading.record("content/clinic.yaml", Clinic)
    branches = reading.keyed("content/branches", Branch)
    prices = reading.record("content/prices.yaml", PriceList)
    sources = reading.record("content/sources.yaml", Sources)
    formats = reading.keyed("templates/formats", Format)
    languages = clinic.languages if clinic else None
    vocabularies = reading.by_language("templates/words", Vocabulary, languages)
    leaflets: dict[str, Leaflet] = {}
    texts: dict[tuple[str, str], LeafletText] = {}
    for key in reading.folders(LEAFLETS, "when-to-call/leaflet.yaml"):
        folder = f"{LEAFLETS}/{key}"
        leaflet = reading.named(f"{folder}/leaflet.yaml", Leaflet, "key", key)
        if leaflet:
            leaflets[key] = leaflet
        for language, text in reading.by_language(folder, LeafletText, languages, beside="leaflet").items():
            texts[key, language] = text
    problems = tuple(sorted(reading.problems, key=_by_place))
    if reading.broken or clinic is None or prices is None or sources is None:
        return Loaded(None, problems)
    bibliography = {source.key: source for source in sources.sources}
    project = Project(str(root), clinic, branches, prices, bibliography, leaflets, texts, formats, vocabularies)
    return Loaded(project, problems)


def _by_place(problem: Problem) -> tuple[str, int, int]:
    place = problem.place or Place("")
    return place.file, place.line, place.column
