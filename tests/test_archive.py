"""Kept editions as files."""

from pathlib import Path

import pytest

from press import archive
from press.errors import ContentError
from tests.snapshot.said import said


def keep(folder: Path, data: bytes, code: str = "3GRP-4FD") -> Path:
    path = folder / archive.file_name(code)
    path.write_bytes(data)
    return path


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    keep(tmp_path, archive.dumps(said()))
    assert archive.read(tmp_path, "3GRP-4FD") == said()
    assert archive.codes(tmp_path) == {"3GRP-4FD"}


def test_what_was_never_kept_is_none(tmp_path: Path) -> None:
    assert archive.read(tmp_path, "3GRP-4FC") is None
    assert archive.read(tmp_path / "nowhere", "3GRP-4FD") is None
    assert archive.codes(tmp_path / "nowhere") == frozenset()


def test_a_code_is_no_way_to_another_file(tmp_path: Path) -> None:
    (tmp_path / "editions").mkdir()
    (tmp_path / "secret.json").write_text("{}")
    assert archive.read(tmp_path / "editions", "../secret") is None


def test_other_files_are_no_editions(tmp_path: Path) -> None:
    (tmp_path / "notes.json").write_text("{}")
    assert archive.codes(tmp_path) == frozenset()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"code": "3GRP-4FD"}',
        archive.dumps(said())[:-200],
        archive.dumps(said(code="9999-999")),
        archive.dumps(said()).replace(b'"leaflet"', b'"leaflets"'),
        b" " * 1_000_001,
    ],
)
def test_a_broken_file_is_told_by_its_name(tmp_path: Path, data: bytes) -> None:
    path = keep(tmp_path, data)
    with pytest.raises(ContentError) as told:
        archive.read(tmp_path, "3GRP-4FD")
    (problem,) = told.value.problems
    assert problem.code == "edition-unreadable"
    assert problem.place
    assert problem.place.file == str(path)


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / archive.file_name("3GRP-4FD")).mkdir()
    with pytest.raises(ContentError):
        archive.read(tmp_path, "3GRP-4FD")


def test_looks_change_with_the_files_that_decide_them(tmp_path: Path) -> None:
    files = {
        "templates/panel.html": "shared",
        "styles/base.css": "shared",
        "styles/formats/a5.css": "a5",
        "content/pictures/map.png": "map.png",
        "templates/words/en.yaml": "",
        "templates/formats/a5.yaml": "",
    }
    for file in files:
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("1")
    before = archive.looks(tmp_path, ["a5"], ["map.png"])
    for file, part in files.items():
        (tmp_path / file).write_text("2")
        after = archive.looks(tmp_path, ["a5"], ["map.png"])
        differing = {
            name
            for name, old, new in (
                ("shared", before.shared, after.shared),
                ("a5", before.formats, after.formats),
                ("map.png", before.pictures, after.pictures),
            )
            if old != new
        }
        assert differing == ({part} if part else set()), file
        (tmp_path / file).write_text("1")


def test_a_picture_that_is_missing_has_a_look_too(tmp_path: Path) -> None:
    assert archive.looks(tmp_path, ["a5"], ["map.png"]).pictures
