"""The project's own templates and styles with a small leaflet, in a folder that a test may spoil."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from press import pipeline
from press.errors import PressError, Problem
from press.load.project import load
from press.model.job import Job, Medium
from press.model.project import Project
from press.pipeline import Product, Task
from tests.conftest import Sample
from tests.recorded import records_of

ROOT = Path(__file__).parents[1]
INPUTS = ("content", "templates", "styles")
TODAY = date(2026, 11, 23)
WORDS = "content/leaflets/trial/en.yaml"
STYLE = "styles/formats/wallet-card.css"
SCREEN = Job("trial", "en", "", "wallet-card", Medium.SCREEN)
OFFICE = Job("trial", "en", "", "wallet-card", Medium.OFFICE)

LEAFLET = """\
key: trial
owner: Chief physician
written_on: 2026-01-01
review_by: 2027-12-31
critical: [words]
formats:
  wallet-card:
    panels:
      front:
        tone: red
        sections: [cover, fill, contact-card]
      back:
        sections: [words, fill, foot]
"""
TEXT = {
    "en": """\
language: en
title: A trial
summary: A small card that shows everything once.
sections:
  cover:
    blocks:
      - kind: cover
        key: cover
        title: Help is near
        lead: For families.
  contact-card:
    blocks:
      - kind: contact
        key: contact
        lead: "{clinic}: free advice"
        scan: Scan for help
        alt: A code for the phone camera. It opens {web}
        address: false
  words:
    title: Look and act
    blocks:
      - kind: text
        key: text
        text: Blue lips? A visit costs {price:home-visit}.
      - kind: list
        key: list
        items:
          - text: Shake the shoulders firmly
          - text: Stay beside the person
  foot:
    blocks:
      - kind: publisher
        key: publisher
        line: emergency
""",
    "ru": """\
language: ru
title: Проба
summary: Маленькая карточка, на которой всё есть один раз.
sections:
  cover:
    blocks:
      - kind: cover
        key: cover
        title: Помощь рядом
        lead: Для близких.
  contact-card:
    blocks:
      - kind: contact
        key: contact
        lead: "{clinic}: советы"
        scan: "Наведите камеру:"
        alt: Код для камеры телефона. Он открывает {web}
        address: false
  words:
    title: Смотрите и звоните
    blocks:
      - kind: text
        key: text
        text: Губы синие? Выезд стоит {price:home-visit}.
      - kind: list
        key: list
        items:
          - text: Сильно потрясите за плечи
          - text: Будьте рядом с человеком
  foot:
    blocks:
      - kind: publisher
        key: publisher
        line: emergency
""",
}


@dataclass(frozen=True)
class Workbench(Sample):
    """A project of one small leaflet; what is written into it decides what comes of it."""

    def read(self, file: str) -> str:
        """The text of a file."""
        return (self.root / file).read_text(encoding="utf-8")

    def append(self, file: str, text: str) -> None:
        """Write on at the end of a file."""
        self.write(file, f"{self.read(file)}\n{text}\n")

    def line_of(self, words: str, file: str = WORDS) -> int:
        """The number of the one line in which `words` stand."""
        (number,) = (number for number, line in enumerate(self.read(file).splitlines(), 1) if words in line)
        return number

    @property
    def project(self) -> Project:
        """The content as it stands in the folder now."""
        loaded = load(self.root)
        assert loaded.project, loaded.problems
        assert loaded.problems == ()
        return loaded.project

    def task(self, job: Job = SCREEN) -> Task:
        """The job marked up."""
        return pipeline.prepare(self.project, job, TODAY)

    def product(self, job: Job = SCREEN) -> Product:
        """The finished file with what the guards say."""
        return pipeline.make(self.task(job))

    def problems(self, job: Job = SCREEN) -> list[Problem]:
        """All that anybody has to say about the job."""
        try:
            product = self.product(job)
        except PressError as error:
            return list(error.problems)
        return [problem for guard in product.guards for problem in guard.problems]

    def codes(self, job: Job = SCREEN) -> set[str]:
        """The codes of the problems."""
        return {problem.code for problem in self.problems(job)}


@pytest.fixture(scope="session")
def originals(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a build reads, copied once, with the small leaflet in place of the project's own."""
    folder = tmp_path_factory.mktemp("originals")
    for name in INPUTS:
        shutil.copytree(ROOT / name, folder / name)
    shutil.rmtree(folder / "content" / "leaflets")
    bench = Workbench(folder)
    bench.write("content/leaflets/trial/leaflet.yaml", LEAFLET)
    for language, text in TEXT.items():
        bench.write(f"content/leaflets/trial/{language}.yaml", text)
    for file, text in records_of(folder).items():
        bench.write(file, text)
    return folder


@pytest.fixture(autouse=True)
def fonts_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """Gives the process its own list of fonts back after a test has laid out pages with ours alone."""
    monkeypatch.setenv("FONTCONFIG_FILE", "")  # remembers whether there was one
    monkeypatch.delenv("FONTCONFIG_FILE")


@pytest.fixture
def bench(originals: Path, tmp_path: Path) -> Workbench:
    """The small project, to spoil."""
    return Workbench(shutil.copytree(originals, tmp_path / "project"))
