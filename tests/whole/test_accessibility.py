from __future__ import annotations

from pathlib import Path

from tests.tools.verapdf import validate


def test_verapdf_has_nothing_against_any_screen_file(screen_files: tuple[Path, ...]) -> None:
    told = validate(screen_files)
    assert set(told) == set(screen_files)
    assert {path.name: rules for path, rules in told.items() if rules} == {}
