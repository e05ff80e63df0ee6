"""The evidence files of our own leaflets are accessible."""

from __future__ import annotations

from pathlib import Path

import pytest

from press.cli.main import main
from tests.tools.verapdf import validate
from tests.whole.conftest import ROOT, TODAY


@pytest.mark.parametrize("language", ["en", "ru"])
def test_verapdf_has_nothing_against_them(tmp_path: Path, language: str) -> None:
    words = ["evidence", "--language", language, "--output", str(tmp_path), "--today", TODAY]
    assert main(words, ROOT) == 0
    files = sorted((tmp_path / "evidence").glob("*.pdf"))
    assert len(files) == len(list((ROOT / "content/leaflets").iterdir()))
    assert validate(files) == {file: [] for file in files}
