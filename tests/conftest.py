"""A tiny project that is right in every way; tests break it in one place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from tests.recorded import records_of

pytest_plugins = ("tests.workbench",)

# A busy machine is no mistake of ours.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(scope="session", autouse=True)
def late() -> Iterator[None]:
    """The clock of this machine is late enough for every day that tests pretend."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("press.cli.noted_day.real_day", lambda: date(2100, 1, 1))
        yield


TEXT = """\
language: {language}
title: When to call
summary: Which signs mean that help is needed now.
sections:
  cover:
    blocks:
      - kind: cover
        key: title
        title: When to call
  red:
    title: Call now
    blocks:
      - kind: triage
        key: red
        sources: [who-2014]
        level: red
        title: Call an ambulance
        line: emergency
        signs:
          - The person cannot be woken.
          - Breathing is slow or has stopped.
  prices:
    blocks:
      - kind: prices
        key: prices
        groups: [visits]
        column: Price
"""

#: Blocks that print what the tiny leaflet does not: how to reach the clinic, until when prices hold, small print.
FOOT = """\
      - kind: validity
        key: until
        label: Prices hold until
      - kind: contact
        key: contact
        scan: Scan for help
        alt: A code for the camera
      - kind: imprint
        key: imprint
"""

WORDS = """\
language: {language}
or: or
from: from
units: {{visit: per visit}}
instalments: {{week: weekly parts, month: monthly parts}}
includes: Includes
always_open: Day and night
free_call: free
anonymous: no name needed
sources: Sources
written: Written
reviewed: Reviewed
review_by: Next review by
awaiting_sign_off: Awaiting sign-off
code: Code
draft: DRAFT
"""

FILES = {
    "content/clinic.yaml": """\
names: {en: Clinic, ru: Клиника}
places: {en: Moscow, ru: Москва}
region: RU
languages: [en, ru]
main_branch: main
emergency:
  ambulance: "103"
  single: "112"
owner: Chief physician
disclaimer: {en: General information., ru: Общие сведения.}
""",
    **{
        f"content/words/{language}.yaml": (
            f"language: {language}\navoid:\n  - {{words: [{word}], instead: person, sources: [words-matter]}}\n"
        )
        for language, word in (("en", "junkie"), ("ru", "наркоман"))
    },
    "content/branches/main.yaml": """\
key: main
names: {en: Clinic, ru: Клиника}
phones:
  main:
    number: "+74951270203"
    hours: 09:00-20:00
web: https://example.org/help
""",
    "content/prices.yaml": """\
currency: RUB
valid_from: 2026-01-01
valid_until: 2027-12-31
owner: Head of administration
groups:
  - key: visits
    names: {en: Visits, ru: Визиты}
    icon: house
    services:
      - key: home-visit
        names: {en: Doctor at home, ru: Врач на дом}
        amount: 4500
        from: true
        unit: visit
""",
    "content/sources.yaml": """\
sources:
  - key: who-2014
    short: {en: WHO 2014, ru: ВОЗ 2014}
    title: Community management of opioid overdose
    year: 2014
    where: iris.who.int
    strength: strong
  - key: words-matter
    short: {en: Words matter, ru: Слова важны}
    title: Words matter
    year: 2021
    where: example.org
    strength: medium
""",
    "content/leaflets/when-to-call/leaflet.yaml": """\
key: when-to-call
owner: Chief physician
written_on: 2026-01-01
# Days are year-month-day.
review_by: 2027-12-31
critical: [red]
formats:
  a5:
    panels:
      front:
        sections: [cover, fill, red, prices]
""",
    "content/leaflets/when-to-call/en.yaml": TEXT.format(language="en"),
    "content/leaflets/when-to-call/ru.yaml": TEXT.format(language="ru"),
    "templates/formats/a5.yaml": """\
key: a5
names: {en: A5, ru: А5}
sheet: {width: 148, height: 210}
trim: {width: 148, height: 210}
panels:
  - {key: front, names: {en: front, ru: лицо}, outer: true}
margins: {top: 8, right: 8, bottom: 8, left: 8}
safe: 5
floor: 10
scale:
  body: {size: 12, line: 15}
""",
    "templates/words/en.yaml": WORDS.format(language="en"),
    "templates/words/ru.yaml": WORDS.format(language="ru"),
}


@dataclass(frozen=True, slots=True)
class Sample:
    """A project on disk that a test may spoil."""

    root: Path

    def write(self, file: str, text: str | bytes) -> None:
        """Write a file anew, creating its folder."""
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def change(self, file: str, old: str, new: str) -> None:
        """Replace `old`, which must stand in the file exactly once."""
        text = (self.root / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        self.write(file, text.replace(old, new))

    def print_all(self) -> None:
        """Print telephone, hours, web address, days and small print too."""
        for language in ("en", "ru"):
            file = f"content/leaflets/when-to-call/{language}.yaml"
            self.write(file, (self.root / file).read_text(encoding="utf-8") + FOOT)

    def delete(self, file: str) -> None:
        """Delete a file."""
        (self.root / file).unlink()


@pytest.fixture(scope="session")
def records(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the command `translated` would note for the tiny project, by file."""
    project = Sample(tmp_path_factory.mktemp("recorded"))
    for file, text in FILES.items():
        project.write(file, text)
    return records_of(project.root)


@pytest.fixture
def sample(tmp_path: Path, records: dict[str, str]) -> Sample:
    """A valid project: one leaflet, two languages, one format."""
    project = Sample(tmp_path)
    for file, text in (FILES | records).items():
        project.write(file, text)
    return project
