"""A tiny project whose leaflets were built, for the words that ask about papers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from press.cli.keeping import keep_editions
from press.cli.main import main
from press.edition import resolve
from press.load.project import load
from press.model.job import Job, Medium
from press.model.project import Project
from tests.cli.conftest import Said
from tests.conftest import Sample

TODAY = "2026-11-23"
TEXT = "content/leaflets/when-to-call/en.yaml"
LEAFLET = "content/leaflets/when-to-call/leaflet.yaml"
LEDGER = "content/ledger/runs.yaml"


@dataclass(frozen=True)
class PapersOut:
    """The project, and what its commands say."""

    sample: Sample
    capsys: pytest.CaptureFixture[str]

    @property
    def root(self) -> Path:
        return self.sample.root

    @property
    def project(self) -> Project:
        project = load(self.root, date.fromisoformat(TODAY)).project
        assert project
        return project

    def code(self, language: str = "en") -> str:
        """The code of the edition of today."""
        return resolve(self.project, "when-to-call", language, "main").edition.code

    def translated(self, language: str = "ru") -> None:
        """Notes that the translation says what its original says now."""
        assert self.run("translated", "when-to-call", language, "--today", TODAY).code == 0

    def build(self, draft: bool = False) -> None:
        """Keeps the editions as a build does."""
        jobs = [Job("when-to-call", language, "", "a5", Medium.OFFICE, draft) for language in ("en", "ru")]
        assert keep_editions(self.project, jobs, self.root / "output") == ()

    def run(self, *words: str) -> Said:
        """Types words."""
        self.capsys.readouterr()
        code = main(list(words), self.root)
        said = self.capsys.readouterr()
        return Said(code, said.out, said.err)

    def identify(self, code: str, *words: str, today: str = TODAY) -> Said:
        """Types `identify`."""
        return self.run("identify", code, "--today", today, *words)

    def recall(self, *words: str, today: str = TODAY) -> Said:
        """Types `ledger recall`."""
        return self.run("ledger", "recall", "--today", today, *words)

    def data(self, *words: str) -> Any:
        """What a command says as data."""
        return json.loads(self.run(*words, "--json").out)


@pytest.fixture
def papers(sample: Sample, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> PapersOut:
    """The tiny project, with a foot, built once."""
    monkeypatch.chdir(sample.root)
    sample.print_all()
    found = PapersOut(sample, capsys)
    found.build()
    return found
