"""Every leaflet can be made as a draft too, and its stamp stands where a printer reaches and nothing is cut off."""

from __future__ import annotations

from pathlib import Path

import pytest

from press.cli.main import main
from press.fold import OFFICE_MARGIN
from press.load.project import load
from press.preflight.reading import read_pages, words
from tests.whole.conftest import ROOT, TODAY

HAIR = 0.1  # mm by which round letters reach out further than straight ones


def test_every_format_in_every_language_can_be_a_draft(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = load(ROOT).project
    assert project
    code = main(["build", "--draft", "--output", str(tmp_path), "--today", TODAY], ROOT)
    assert code == 0, capsys.readouterr().err
    found = sorted(tmp_path.rglob("*.pdf"))
    assert {(*path.name.split(".")[1:3], path.parent.name) for path in found} == {
        (format, medium, language)
        for format in project.formats
        for medium in ("office", "screen")
        for language in project.clinic.languages
    }
    for path in found:
        format, word = project.formats[path.name.split(".")[1]], project.vocabularies[path.parent.name].draft
        near = OFFICE_MARGIN if ".office." in path.name else format.safe
        for page in read_pages(path.read_bytes()):
            stamps = [found.box for found in words(page) if found.text == word]
            assert stamps, path.name
            for box in stamps:
                inside = min(box.x, box.y, page.width - box.right, page.height - box.bottom)
                assert inside >= near - HAIR, f"{path.name}: the stamp is {inside:.2f} mm from an edge"
