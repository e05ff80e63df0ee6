"""The code at the foot is made from what the papers say and show, from all of it and from nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from press import pipeline
from press.edition import resolve
from press.load.project import load
from press.model.base import ReaderWords, Record
from press.model.job import Choice, Job, Medium
from press.model.prices import Unit
from press.model.project import Project
from press.snapshot.changes import Grade, changes
from press.snapshot.paper import cited, papers
from press.snapshot.taking import Looks, take
from tests.conftest import Sample
from tests.workbench import WORDS, Workbench

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)
TEXT = "content/leaflets/when-to-call/en.yaml"
LEAFLET = "content/leaflets/when-to-call/leaflet.yaml"
BRANCH = "content/branches/main.yaml"
PRICES = "content/prices.yaml"
SOURCES = "content/sources.yaml"
CLINIC = "content/clinic.yaml"
LABELS = "templates/words/en.yaml"
#: The edition that the property below changes in one place after another, and one that prints no prices.
PRICED, PLAIN = "services-and-prices", "overdose-after-a-break"


def code_of(sample: Sample) -> str:
    loaded = load(sample.root, TODAY)
    assert loaded.project, loaded.problems
    return resolve(loaded.project, "when-to-call", "en", "main").edition.code


# Change by change -----------------------------------------------------------------------------------------------

PRINTED = [
    (TEXT, "Breathing is slow", "Breathing is very slow"),
    (TEXT, "title: Call now", "title: Call at once"),
    (TEXT, "title: Call now", 'title: "Call **now**"'),
    (TEXT, "level: red", "level: amber"),
    (TEXT, "line: emergency", "line: clinic"),
    (TEXT, "alt: A code for", "alt: The code for"),
    (
        TEXT,
        "- Breathing is slow or has stopped.",
        '- "[Breathing](https://example.org/breath) is slow or has stopped."',
    ),
    (LEAFLET, "critical: [red]", "critical: []"),
    (LEAFLET, "[cover, fill, red, prices]", "[red, prices]\n    left_out: [cover]"),
    (LEAFLET, "written_on: 2026-01-01", "written_on: 2026-01-02"),
    (LEAFLET, "review_by: 2027-12-31", "review_by: 2027-12-30"),
    (PRICES, "amount: 4500", "amount: 4600"),
    (PRICES, "        from: true\n", ""),
    (PRICES, "unit: visit", "unit: service"),
    (PRICES, "unit: visit", "unit: visit\n        instalments: {payments: 2, amount: 2250}"),
    (PRICES, "unit: visit", "unit: visit\n        includes: {en: [Tea], ru: [Чай]}"),
    (PRICES, "en: Doctor at home", "en: A doctor at home"),
    (PRICES, "names: {en: Visits", "names: {en: Home visits"),
    (PRICES, "valid_until: 2027-12-31", "valid_until: 2027-12-30"),
    (BRANCH, "web:", "prices: {home-visit: {amount: 4500, valid_until: 2026-12-31}}\nweb:"),
    (PRICES, "unit: visit", "unit: visit\n        notes: {en: Ask first., ru: Спросите.}"),
    (PRICES, "groups:\n", "tax: {en: No tax., ru: Без налога.}\ngroups:\n"),
    (BRANCH, "+74951270203", "+74951270204"),
    (BRANCH, "09:00-20:00", "09:00-19:00"),
    (BRANCH, "example.org/help", "example.org/aid"),
    (BRANCH, "web:", "addresses: {en: Lenin street 1, ru: Ленина 1}\nweb:"),
    (BRANCH, "web:", "prices: {home-visit: 4600}\nweb:"),
    (CLINIC, '"103"', '"104"'),
    (CLINIC, '"112"', '"113"'),
    (CLINIC, "en: General information.", "en: General words."),
    (CLINIC, "owner:", "legal: {en: Licence 1, ru: Лицензия 1}\nowner:"),
    (SOURCES, "en: WHO 2014", "en: WHO of 2014"),
    (TEXT, "sources: [who-2014]", "sources: [words-matter]"),
    (LABELS, "code: Code", "code: Number"),
    (LABELS, "or: or", "or: or else"),
    (LABELS, "visit: per visit", "visit: a visit"),
]
SILENT = [
    (TEXT, "title: When to call\nsummary", "title: Whom to call\nsummary"),
    (TEXT, "summary: Which", "summary: What"),
    (TEXT, "summary: Which", "version: '2'\nsummary: Which"),
    (TEXT, "level: red", "level: red\n        medical: true"),
    (TEXT, "level: red", "level: red\n        allow: [{rule: fear, words: x, reason: told by the clinician}]"),
    (TEXT, "key: red", "key: scarlet"),
    (TEXT, "key: title", "key: title\n        sources: [who-2014]"),  # cited already
    (TEXT, "signs:", "# an explanation\n        signs:"),
    (LEAFLET, "owner: Chief physician", "owner: Accountant"),
    (LEAFLET, "[cover, fill, red, prices]", "[red, cover, prices]"),
    (LEAFLET, "sections: [cover", "tone: sand\n        sections: [cover"),
    (PRICES, "owner: Head of administration", "owner: Accountant\ndocument: Order 7"),
    (PRICES, "unit: visit", "unit: visit\n        evidence: for staff"),
    (PRICES, "key: home-visit", "key: visit-at-home"),
    (PRICES, "valid_from: 2026-01-01", "valid_from: 2026-01-02"),
    (PRICES, "ru: Врач на дом", "ru: Доктор на дом"),
    (SOURCES, "title: Community", "title: On community"),
    (SOURCES, "year: 2014", "year: 2015"),
    (SOURCES, "strength: strong", "strength: weak"),
    (SOURCES, "short: {en: Words matter", "short: {en: Words"),
    (BRANCH, "names: {en: Clinic", "names: {en: Our clinic"),
    (BRANCH, "hours: 09:00-20:00", "hours: 09:00-20:00\n    free: true"),
    (BRANCH, "web:", "  night: {number: '+74951270209'}\nweb:"),
    (BRANCH, "web:", "prices: {home-visit: {amount: 4500, valid_until: 2027-12-31}}\nweb:"),
    (BRANCH, "web:", "prices: {home-visit: {amount: 4500, valid_until: 2028-12-31}}\nweb:"),
    (BRANCH, "web:", "prices: {another: {amount: 4500, valid_until: 2026-12-31}}\nweb:"),
    (CLINIC, "names: {en: Clinic", "names: {en: Our clinic"),  # without the line of the publisher
    (CLINIC, "owner:", "warn_days: 30\nowner:"),
    (LABELS, "free_call: free", "free_call: no charge"),
    (LABELS, "draft: DRAFT", "draft: A DRAFT"),
]


@pytest.mark.parametrize(("file", "old", "new"), PRINTED, ids=[f"{old} → {new}" for _, old, new in PRINTED])
def test_what_is_printed_changes_the_code(sample: Sample, file: str, old: str, new: str) -> None:
    sample.print_all()
    before = code_of(sample)
    sample.change(file, old, new)
    assert code_of(sample) != before


@pytest.mark.parametrize(("file", "old", "new"), SILENT, ids=[f"{old} → {new}" for _, old, new in SILENT])
def test_what_is_not_printed_does_not(sample: Sample, file: str, old: str, new: str) -> None:
    sample.print_all()
    before = code_of(sample)
    sample.change(file, old, new)
    assert code_of(sample) == before


def test_a_source_that_the_leaflet_does_not_cite_is_none_of_its_business(sample: Sample) -> None:
    sample.print_all()
    before = code_of(sample)
    sample.write(
        SOURCES,
        (sample.root / SOURCES).read_text("utf-8")
        + "  - {key: new, short: {en: New, ru: Новый}, title: New, year: 2020, where: x.org, strength: weak}\n",
    )
    assert code_of(sample) == before


def test_a_brief_small_print_lists_no_sources(sample: Sample) -> None:
    sample.print_all()
    long = code_of(sample)
    sample.change(TEXT, "        key: imprint\n", "        key: imprint\n        brief: true\n")
    brief = code_of(sample)
    sample.change(SOURCES, "en: WHO 2014", "en: WHO of 2014")
    assert brief != long
    assert code_of(sample) == brief


def test_a_leaflet_without_a_foot_says_nothing_of_hours_days_and_small_print(sample: Sample) -> None:
    before = code_of(sample)
    for file, old, new in (
        (BRANCH, "+74951270203", "+74951270204"),
        (BRANCH, "09:00-20:00", "09:00-19:00"),
        (PRICES, "valid_until: 2027-12-31", "valid_until: 2027-12-30"),
        (CLINIC, "en: General information.", "en: General words."),
        (LEAFLET, "review_by: 2027-12-31", "review_by: 2027-12-30"),
    ):
        sample.change(file, old, new)
    assert code_of(sample) == before


def test_a_format_that_comes_changes_which_papers_there_are(sample: Sample) -> None:
    before = code_of(sample)
    sample.change(LEAFLET, "formats:\n", "formats:\n  a6:\n    panels:\n      front:\n        sections: [red]\n")
    assert code_of(sample) != before


def test_where_a_section_stands_in_the_file_does_not_count(sample: Sample) -> None:
    before = code_of(sample)
    head, cover, red = re.split(r"(?m)^(?=  cover:|  red:)", (sample.root / TEXT).read_text("utf-8"))
    sample.write(TEXT, head + red + cover)
    assert code_of(sample) == before


def test_icons_count_where_they_are_shown(bench: Workbench) -> None:
    def code() -> str:
        return resolve(bench.project, "trial", "en", "moscow").edition.code

    plain = code()
    bench.change(WORDS, "- text: Stay beside the person", "- text: Stay beside the person\n            icon: clock")
    assert code() == plain
    bench.change(WORDS, "        key: list\n", "        key: list\n        marker: icon\n")
    marked = code()
    bench.change(WORDS, "icon: clock", "icon: phone")
    assert len({plain, marked, code()}) == 3


def test_pictures_count_byte_by_byte_and_not_by_name(sample: Sample) -> None:
    picture = "      - {kind: picture, key: map, file: map.png, alt: The way to the clinic}\n"
    sample.write(TEXT, (sample.root / TEXT).read_text("utf-8") + picture)
    sample.write("content/pictures/map.png", b"one picture")
    before = code_of(sample)
    sample.write("content/pictures/map.png", b"one picturf")
    assert code_of(sample) != before
    sample.write("content/pictures/way.png", b"one picture")
    sample.change(TEXT, "file: map.png", "file: way.png")
    assert code_of(sample) == before


def test_sources_are_cited_once_in_the_order_they_are_met(bench: Workbench) -> None:
    bench.change(WORDS, "        key: text\n", "        key: text\n        sources: [strang-2003, nyxoid-label]\n")
    bench.change(WORDS, "        key: list\n", "        key: list\n        sources: [who-overdose-2014, strang-2003]\n")
    project = bench.project
    said = resolve(project, "trial", "en", project.clinic.main_branch).edition
    found = cited(said, said.leaflet.formats["wallet-card"])
    assert [source.key for source in found] == ["strang-2003", "nyxoid-label", "who-overdose-2014"]


# Word by word ---------------------------------------------------------------------------------------------------


@cache
def real() -> Project:
    project = load(ROOT, TODAY).project
    assert project
    return project


def jobs(project: Project, choice: Choice) -> list[Job]:
    return [replace(job, draft=False) for job in pipeline.jobs(project, choice)]


def signs(data: Any) -> set[str]:
    """Every word and number in what a paper says."""
    if isinstance(data, dict):
        return set().union(*(signs(value) for value in data.values()))
    if isinstance(data, list):
        return set().union(*(signs(value) for value in data))
    return set(re.findall(r"\w+", str(data)))


def test_every_word_of_every_paper_is_covered() -> None:
    project = real()
    found = jobs(project, Choice(media=("office",)))
    assert len(found) > 10
    for job in found:
        said = resolve(project, job.leaflet, job.language, project.clinic.main_branch).edition
        covered = signs(papers(said, project.pictures)[job.format])
        covered |= signs(said.code) | {str(number) for number in range(1, 10)}  # steps are counted by the template
        for panel in pipeline.prepare(project, job, TODAY, lenient=True).composition.panels:
            assert signs(list(panel.words)) <= covered


# Any change at all ----------------------------------------------------------------------------------------------

#: Fields that are seen and not read; a change of one may change the code though all words stay.
LOOK = frozenset({"peak", "lines", "height", "width"})
#: Keys and what hangs on them: another one leads nowhere.
KEYS = frozenset({"key", "kind", "service", "file", "language", "main_branch", "number", "icon", "valid_until"})

Path_ = tuple[str | int, ...]


def leaves(value: Any, path: Path_ = ()) -> Iterator[tuple[Path_, Any]]:
    """Everything in a record that can be changed by itself, with the way to it."""
    if isinstance(value, Record):
        for name in type(value).model_fields:
            yield from leaves(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            if isinstance(item, Record | ReaderWords):
                yield from leaves(item, (*path, number))
    elif isinstance(value, dict):
        for key, item in value.items():
            if isinstance(item, Record | ReaderWords | tuple):
                yield from leaves(item, (*path, key))
    elif changed(path, value) is not None:
        yield path, value


def changed(path: Path_, value: Any) -> Any:
    """Another value in the place of this one; None where there is none."""
    name = next(part for part in reversed(path) if isinstance(part, str))
    if name in KEYS or (name == "number" and "phones" not in path):
        return None
    if isinstance(value, bool):
        return not value
    if isinstance(value, ReaderWords):
        return ReaderWords(f"{value} zebra")
    if isinstance(value, Decimal | int):
        return value + 1
    if isinstance(value, date):
        return value + timedelta(days=1)
    if isinstance(value, Unit):
        return Unit.DAY if value is not Unit.DAY else Unit.VISIT
    others: dict[str, Callable[[str], str]] = {
        "hours": lambda hours: "07:00-08:00",
        "web": lambda web: f"{web}x",
        "ambulance": lambda number: "104",
        "single": lambda number: "113",
        "currency": lambda currency: "EUR",
        "evidence": lambda words: f"{words} zebra",
        "document": lambda words: f"{words} zebra",
        "where": lambda words: f"{words}x",
        "version": lambda version: "9",
    }
    return others[name](value) if name in others and type(value) is str else None


def with_leaf(found: Any, path: Path_, new: Any) -> Any:
    """The record with another value at the end of the path."""
    if not path:
        return new
    head, rest = path[0], path[1:]
    if isinstance(found, Record):
        return found.model_copy(update={str(head): with_leaf(getattr(found, str(head)), rest, new)})
    if isinstance(found, tuple):
        return tuple(with_leaf(one, rest, new) if number == head else one for number, one in enumerate(found))
    return {**found, head: with_leaf(found[head], rest, new)}


def roots(project: Project, leaflet: str) -> dict[str, Any]:
    """All records that could be printed in the leaflet."""
    return {
        "clinic": project.clinic,
        "branches": project.branches,
        "prices": project.prices,
        "sources": project.sources,
        "leaflets": {leaflet: project.leaflets[leaflet]},
        "texts": {(leaflet, "en"): project.texts[leaflet, "en"]},
        "vocabularies": {"en": project.vocabularies["en"]},
    }


def with_change(project: Project, path: Path_, old: Any) -> Project:
    root, rest = str(path[0]), path[1:]
    return replace(project, **{root: with_leaf(getattr(project, root), rest, changed(path, old))})


@cache
def all_leaves(leaflet: str) -> tuple[tuple[Path_, Any], ...]:
    return tuple(leaf for root, value in roots(real(), leaflet).items() for leaf in leaves(value, (root,)))


def shown(project: Project, leaflet: str) -> list[Any]:
    """What a reader gets: the words of each panel on each format, and what is said in the place of pictures."""
    found: list[Any] = []
    code = resolve(project, leaflet, "en", project.clinic.main_branch).edition.code
    for key in sorted(project.leaflets[leaflet].formats):
        job = Job(leaflet, "en", "", key, Medium.SCREEN)
        composition = pipeline.prepare(project, job, TODAY, lenient=True).composition
        said = [[word for word in panel.words if word != code] for panel in composition.panels]
        found.append((key, said, re.findall(r"<svg[^>]*><title>(.*?)</title>", composition.html)))
    return found


@cache
def shown_today(leaflet: str) -> list[Any]:
    return shown(real(), leaflet)


def check(leaflet: str, path: Path_, old: Any) -> None:
    before, after = real(), with_change(real(), path, old)
    mine, other = (resolve(one, leaflet, "en", one.clinic.main_branch).edition for one in (before, after))
    same_words = shown_today(leaflet) == shown(after, leaflet)
    same_code = mine.code == other.code
    if path[-1] not in LOOK or not same_words:
        assert same_code is same_words, path
    told = changes(take(mine, before.formats, Looks()), take(other, after.formats, Looks()))
    assert any(change.grade > Grade.LAYOUT for change in told) is not same_words, (path, told)


def test_there_is_a_lot_to_change() -> None:
    assert len(all_leaves(PRICED)) > 300
    assert len({path[0] for path, _ in all_leaves(PRICED)}) == 7


@pytest.mark.parametrize("label", ["includes", "or_", "draft", "sources"])
def test_fixed_words_count_where_they_are_printed(label: str) -> None:
    for leaflet in (PRICED, PLAIN):
        check(leaflet, ("vocabularies", "en", label), getattr(real().vocabularies["en"], label))


@settings(max_examples=40)
@given(st.data())
def test_the_code_changes_with_what_a_reader_gets_and_with_nothing_else(data: st.DataObject) -> None:
    leaflet = data.draw(st.sampled_from((PRICED, PLAIN)))
    check(leaflet, *data.draw(st.sampled_from(all_leaves(leaflet))))
