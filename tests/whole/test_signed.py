"""What fits on the paper while a sign-off is awaited fits when it is given: the small print says other words then."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from press.approval.covered import digest_of
from press.cli.main import main
from press.load.project import load
from press.preflight.reading import read_pages
from tests.whole.conftest import ROOT, TODAY


def test_every_leaflet_can_be_made_when_it_is_approved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in ("content", "templates", "styles"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    project = load(tmp_path).project
    assert project
    for leaflet, language in project.texts:
        entry = f"{{role: clinician, name: Dr A, on: {TODAY}, digest: {digest_of(project, leaflet, language)}}}"
        file = tmp_path / f"content/leaflets/{leaflet}/sign-offs/{language}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"language: {language}\nsign_offs:\n  - {entry}\n", "utf-8")
    code = main(["build", "--medium", "screen", "--today", TODAY], tmp_path)
    assert code == 0, capsys.readouterr().err
    for path in (tmp_path / "output/en").glob("*.pdf"):
        text = " ".join(run.text for page in read_pages(path.read_bytes()) for run in page.runs)
        assert "Reviewed by a clinician: 23 Nov 2026" in text.replace("\u00a0", " "), path.name
