"""Reads a project: which files there are, and what each of them is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from press.errors import Place, Problem
from press.load.pictures import picture_digests
from press.load.reading import Reading
from press.model.clinic import Branch, Clinic
from press.model.format import Format
from press.model.leaflet import Leaflet, LeafletText
from press.model.prices import PriceList, in_force
from press.model.project import Project
from press.model.sign_off import SignOffs
from press.model.sources import Sources
from press.model.translation import Translated
from press.model.vocabulary import Vocabulary
from press.model.word_list import WordList

LEAFLETS = "content/leaflets"


@dataclass(frozen=True, slots=True)
class Loaded:
    """The project, or None where a file of it could not be turned into its record, and every problem."""

    project: Project | None
    problems: tuple[Problem, ...]


def load(root: Path, today: date | None = None) -> Loaded:
    """Everything the project in `root` says, and all that is wrong with its files, by file and line.

    `today` picks the price list of the day; without it the first one is taken.
    """
    reading = Reading(root)
    clinic = reading.record("content/clinic.yaml", Clinic)
    branches = reading.keyed("content/branches", Branch)
    price_lists = reading.lists("content", "prices", PriceList)
    sources = reading.record("content/sources.yaml", Sources)
    formats = reading.keyed("templates/formats", Format)
    languages = clinic.languages if clinic else None
    vocabularies = reading.by_language("templates/words", Vocabulary, languages)
    word_lists = reading.by_language("content/words", WordList, languages)
    leaflets: dict[str, Leaflet] = {}
    texts: dict[tuple[str, str], LeafletText] = {}
    translated: dict[tuple[str, str], Translated] = {}
    sign_offs: dict[tuple[str, str], SignOffs] = {}
    for key in reading.folders(LEAFLETS, "when-to-call/leaflet.yaml"):
        folder = f"{LEAFLETS}/{key}"
        leaflet = reading.named(f"{folder}/leaflet.yaml", Leaflet, "key", key)
        if leaflet:
            leaflets[key] = leaflet
        for language, text in reading.by_language(folder, LeafletText, languages, beside="leaflet").items():
            texts[key, language] = text
        for language, record in reading.recorded(f"{folder}/translated", Translated, languages).items():
            translated[key, language] = record
        for language, history in reading.recorded(f"{folder}/sign-offs", SignOffs, languages).items():
            sign_offs[key, language] = history
    problems = tuple(sorted(reading.problems, key=_by_place))
    if reading.broken or clinic is None or not price_lists or sources is None:
        return Loaded(None, problems)
    bibliography = {source.key: source for source in sources.sources}
    project = Project(
        root=str(root),
        clinic=clinic,
        branches=branches,
        price_lists=tuple(sorted(price_lists, key=lambda prices: (prices.valid_from, prices.file))),
        prices=in_force(price_lists, today),
        sources=bibliography,
        leaflets=leaflets,
        texts=texts,
        formats=formats,
        vocabularies=vocabularies,
        word_lists=word_lists,
        translated=translated,
        sign_offs=sign_offs,
        pictures=picture_digests(root, texts.values()),
    )
    return Loaded(project, problems)


def _by_place(problem: Problem) -> tuple[str, int, int]:
    place = problem.place or Place("")
    return place.file, place.line, place.column
