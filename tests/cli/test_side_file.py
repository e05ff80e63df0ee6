"""A file beside the leaflets replaces nothing but its own kind, and lies in nobody else's folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from press.cli.side_file import refuse_side_file
from press.errors import OutputError, UsageError

CALENDAR = {".ics": b"BEGIN:VCALENDAR"}


def test_a_new_file_and_one_of_its_own_kind_are_fine(tmp_path: Path) -> None:
    refuse_side_file(tmp_path / "due.ics", tmp_path, CALENDAR)
    (tmp_path / "due.ics").write_bytes(b"BEGIN:VCALENDAR\r\n")
    refuse_side_file(tmp_path / "due.ics", tmp_path, CALENDAR)
    refuse_side_file(tmp_path / "DUE.ICS", tmp_path, CALENDAR)


@pytest.mark.parametrize("name", ["due.yaml", "due", "ics"])
def test_another_ending_is_no_file_of_this_kind(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match=r"does not end in \.ics"):
        refuse_side_file(tmp_path / name, tmp_path, CALENDAR)


@pytest.mark.parametrize("folder", ["content", "content/branches", "press", "output", "output/en"])
def test_folders_of_the_project_are_protected(tmp_path: Path, folder: str) -> None:
    (tmp_path / "output").mkdir()
    (tmp_path / "output/manifest.json").write_text("{}")
    with pytest.raises(OutputError, match="its folder holds"):
        refuse_side_file(tmp_path / folder / "due.ics", tmp_path, CALENDAR)


def test_another_file_of_the_same_name_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "due.ics").write_text("my notes")
    with pytest.raises(OutputError, match="another file with this name"):
        refuse_side_file(tmp_path / "due.ics", tmp_path, CALENDAR)
    (tmp_path / "folder.ics").mkdir()
    with pytest.raises(OutputError, match="another file with this name"):
        refuse_side_file(tmp_path / "folder.ics", tmp_path, CALENDAR)
