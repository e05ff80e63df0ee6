"""`check` on the project's own content: what is wrong in a text is found without a layout."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from press.cli.main import main

ROOT = Path(__file__).parents[2]
TEXT = "content/leaflets/when-to-call/en.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for folder in ("content", "templates/formats", "templates/words"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def test_our_own_content_passes(project: Path) -> None:
    assert main(["check", "--today", "2026-11-23"], project) == 0


def test_a_dead_reference_is_found(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = project / TEXT
    good = path.read_text("utf-8")
    line = next(n for n, text in enumerate(good.splitlines(), 1) if "{emergency}" in text and "note:" in text)
    path.write_text(good.replace("{emergency}", "{emergncy}"), "utf-8")
    assert main(["check", "--today", "2026-11-23"], project) == 1
    said = capsys.readouterr()
    assert f"{TEXT}:{line}:" in said.err
    assert "reference-unknown" in said.err
    assert "did you mean emergency?" in said.err
    assert "references: failed" in said.out
