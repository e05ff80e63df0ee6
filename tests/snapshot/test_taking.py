"""Edition → snapshot."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from press import archive
from press.cli.keeping import looks_of
from press.edition import resolve
from press.load.project import load
from press.model.project import Project
from press.snapshot.changes import Grade, changes
from press.snapshot.record import Snapshot
from press.snapshot.taking import take
from tests.conftest import Sample

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)
TEXT = "content/leaflets/when-to-call/en.yaml"
COVER = "        title: When to call\n"


def project_of(root: Path) -> Project:
    project = load(root, TODAY).project
    assert project
    return project


def snapshot(root: Path, language: str = "en") -> Snapshot:
    project = project_of(root)
    leaflet, branch = next(iter(project.leaflets)), project.clinic.main_branch
    return take(resolve(project, leaflet, language, branch).edition, project.formats, looks_of(project))


def test_it_says_who_when_and_what(sample: Sample) -> None:
    said = snapshot(sample.root)
    assert (said.leaflet, said.language, said.branch, said.title) == ("when-to-call", "en", "main", "When to call")
    assert (said.written_on, said.review_by) == (date(2026, 1, 1), date(2027, 12, 31))
    assert said.emergency == ("103", "112")
    assert (said.valid_from, said.valid_until) == (date(2026, 1, 1), date(2027, 12, 31))
    assert [(section.key, section.critical) for section in said.sections] == [
        ("cover", False),
        ("red", True),
        ("prices", False),
    ]
    (triage,) = said.sections[1].blocks
    assert (triage.kind, triage.level, triage.line) == ("triage", "red", "emergency")
    assert triage.words[-1] == "Breathing is slow or has stopped."
    assert said.formats[0].panels[0].sections == ("cover", "red", "prices")
    assert [(price.key, price.words, price.unit, price.sections) for price in said.prices] == [
        ("home-visit", "from\u00a0RUB\u00a04,500", "per visit", ("prices",))
    ]


def test_only_numbers_that_are_printed_are_kept(sample: Sample) -> None:
    assert snapshot(sample.root).phones == ()
    sample.change(TEXT, "Breathing is slow or has stopped.", "Ring {phone} or {phone:main}.")
    said = snapshot(sample.root)
    assert [(phone.key, phone.sections) for phone in said.phones] == [("main", ("red",))]
    assert said.sections[1].blocks[0].words[-1] == "Ring {+7 495 127-02-03} or {+7 495 127-02-03}.".replace(
        "7 495 127", "7\u00a0495\u00a0127"
    )


def test_without_prices_nothing_of_the_price_list_is_kept(sample: Sample) -> None:
    for language in ("en", "ru"):
        sample.change(
            f"content/leaflets/when-to-call/{language}.yaml",
            "kind: prices\n        key: prices\n        groups: [visits]\n        column: Price",
            "kind: text\n        key: prices\n        text: Help is free.\n        medical: false",
        )
    said = snapshot(sample.root)
    assert (said.prices, said.valid_from, said.valid_until, said.price_list) == ((), None, None, "")


def test_the_same_content_gives_the_same_bytes(sample: Sample) -> None:
    assert archive.dumps(snapshot(sample.root)) == archive.dumps(snapshot(sample.root))


@pytest.mark.parametrize(
    ("file", "old", "new", "grade"),
    [
        (TEXT, "Breathing is slow", "Breathing is very slow", Grade.SAFETY),
        ("content/clinic.yaml", '"103"', '"104"', Grade.SAFETY),
        ("content/leaflets/when-to-call/leaflet.yaml", "critical: [red]", "critical: []", Grade.SAFETY),
        ("content/prices.yaml", "amount: 4500", "amount: 5000", Grade.PRICE),
        ("content/prices.yaml", "valid_until: 2027-12-31", "valid_until: 2027-06-30", Grade.PRICE),
        ("content/prices.yaml", "from: true", "from: false", Grade.PRICE),
        (TEXT, "column: Price", "column: Our price", Grade.WORDING),
        ("content/clinic.yaml", "General information.", "General words.", Grade.WORDING),
        ("content/leaflets/when-to-call/leaflet.yaml", "[cover, fill, red", "[red, fill, cover", Grade.LAYOUT),
        ("templates/formats/a5.yaml", "top: 8", "top: 9", Grade.LAYOUT),
    ],
)
def test_what_somebody_changes_is_graded(sample: Sample, file: str, old: str, new: str, grade: Grade) -> None:
    sample.print_all()
    before = snapshot(sample.root)
    sample.change(file, old, new)
    assert [change.grade for change in changes(before, snapshot(sample.root))] == [grade]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("line: emergency", "line: clinic"),
        (COVER, f"{COVER}      - {{kind: publisher, key: publisher, line: clinic}}\n"),
        (COVER, f"{COVER}      - {{kind: call, key: call, label: Ring us, line: clinic}}\n"),
    ],
    ids=["triage", "publisher", "call"],
)
def test_a_telephone_that_one_block_alone_prints_is_about_safety(sample: Sample, old: str, new: str) -> None:
    text = (sample.root / TEXT).read_text("utf-8")
    sample.write(TEXT, text.replace(old, new, 1))
    before = snapshot(sample.root)
    assert [phone.number for phone in before.phones] == ["+7\u00a0495\u00a0127-02-03"]
    sample.change("content/branches/main.yaml", "+74951270203", "+74951270209")
    assert [(change.grade, change.where) for change in changes(before, snapshot(sample.root))] == [
        (Grade.SAFETY, "telephone of the clinic")
    ]


def test_a_style_changes_only_the_look(sample: Sample) -> None:
    sample.write("styles/base.css", "p { margin: 0 }")
    sample.write("styles/formats/a5.css", "p { margin: 0 }")
    before = snapshot(sample.root)
    sample.write("styles/formats/a5.css", "p { margin: 1mm }")
    assert [change.where for change in changes(before, snapshot(sample.root))] == ["A5, measures or style"]
    sample.write("styles/formats/a5.css", "p { margin: 0 }")
    sample.write("styles/base.css", "p { margin: 1mm }")
    assert [change.where for change in changes(before, snapshot(sample.root))] == ["templates or styles"]


def test_every_leaflet_of_the_project_is_kept_in_a_small_file() -> None:
    project = project_of(ROOT)
    for leaflet, language in project.texts:
        edition = resolve(project, leaflet, language, project.clinic.main_branch).edition
        said = take(edition, project.formats, looks_of(project))
        data = archive.dumps(said)
        assert len(data) < 20_000
        assert Snapshot.model_validate(json.loads(data)) == said
        assert changes(said, said) == ()
