"""A file beside the leaflets replaces nothing but its own kind, and lies in nobody else's folder."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from press.cli.side_file import refuse_side_file, write_side_file
from press.errors import OutputError, UsageError

CALENDAR = (".ics",)
OURS = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"


def test_a_new_file_and_one_of_our_own_are_fine(tmp_path: Path) -> None:
    refuse_side_file(tmp_path / "due.ics", tmp_path, CALENDAR)
    write_side_file(tmp_path / "due.ics", OURS)
    refuse_side_file(tmp_path / "due.ics", tmp_path, CALENDAR)
    refuse_side_file(tmp_path / "DUE.ICS", tmp_path, CALENDAR)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("due.ics", b"BEGIN:VCALENDAR\r\nPRODID:-//Google Inc//Google Calendar\r\nSUMMARY:Dentist\r\nEND:VCALENDAR"),
        ("contract.pdf", b"%PDF-1.4\n%%EOF"),
        ("photo.png", b"\x89PNG\r\n\x1a\n\0\0\0\0IEND\xaeB`\x82"),
        ("due.ics", b""),
    ],
)
def test_somebody_s_file_of_the_same_kind_is_not_replaced(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(OutputError, match="not made by this command or changed since"):
        refuse_side_file(tmp_path / name, tmp_path, (".ics", ".pdf", ".png"))


def test_a_file_of_ours_into_which_somebody_wrote_is_not_replaced(tmp_path: Path) -> None:
    write_side_file(tmp_path / "due.ics", OURS)
    (tmp_path / "due.ics").write_bytes((tmp_path / "due.ics").read_bytes().replace(b"END", b"X-NOTE:mine\r\nEND"))
    with pytest.raises(OutputError, match="changed since"):
        refuse_side_file(tmp_path / "due.ics", tmp_path, CALENDAR)


def test_a_link_that_leads_nowhere_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "due.ics").symlink_to(tmp_path / "nowhere")
    with pytest.raises(OutputError, match="another file"):
        refuse_side_file(tmp_path / "due.ics", tmp_path, CALENDAR)


@pytest.mark.parametrize("name", [f"{'d' * 300}.ics", f"{'d' * 300}/due.ics"])
def test_what_the_system_says_of_a_name_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError, match="cannot be written here: File name too long") as error:
        refuse_side_file(tmp_path / name, tmp_path, CALENDAR)
    assert error.value.problems[0].code == "output-unwritable"


def test_a_file_of_ours_that_cannot_be_read_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: Path) -> bytes:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    write_side_file(tmp_path / "due.ics", OURS)
    monkeypatch.setattr(Path, "read_bytes", refused)
    with pytest.raises(OutputError, match="Permission denied"):
        refuse_side_file(tmp_path / "due.ics", tmp_path, CALENDAR)


def test_links_that_lead_back_to_themselves_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "due.ics").symlink_to(tmp_path / "due.ics")
    with pytest.raises(OutputError, match="another file"):
        refuse_side_file(tmp_path / "due.ics", tmp_path, CALENDAR)
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    refuse_side_file(tmp_path / "loop/due.ics", tmp_path, CALENDAR)  # nothing lies there; writing tells the rest
    with pytest.raises(OutputError):
        write_side_file(tmp_path / "loop/due.ics", OURS)


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
