"""Digests of pictures: of those that texts show, and of no file outside their shelf."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from press.load.pictures import LARGEST, picture_digests
from press.model.leaflet import LeafletText

SHELF = "content/pictures"


def text(*files: str) -> LeafletText:
    blocks = tuple({"kind": "picture", "key": f"p{n}", "file": file, "alt": "a"} for n, file in enumerate(files))
    sections = {"a": {"blocks": blocks}}
    return LeafletText.model_validate({"language": "en", "title": "a", "summary": "b", "sections": sections})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / SHELF).mkdir(parents=True)
    (tmp_path / SHELF / "a.png").write_bytes(b"a")
    (tmp_path / SHELF / "b.png").write_bytes(b"b")
    (tmp_path / "content/clinic.yaml").write_bytes(b"secret")
    return tmp_path


def test_pictures_of_the_texts_have_the_digest_of_their_bytes(root: Path) -> None:
    first = picture_digests(root, [text("a.png")])
    assert list(first) == ["a.png"]
    (root / SHELF / "a.png").write_bytes(b"A")
    assert picture_digests(root, [text("a.png")]) != first


def test_equal_bytes_have_equal_digests_in_any_text(root: Path) -> None:
    (root / SHELF / "b.png").write_bytes(b"a")
    found = picture_digests(root, [text("a.png"), text("b.png", "a.png")])
    assert len(found) == 2
    assert len(set(found.values())) == 1


@pytest.mark.parametrize("name", ["none.png", "../clinic.yaml", "/etc/hosts", "a\0b", ".", "loop", "link"])
def test_what_is_not_a_file_of_the_shelf_has_none(root: Path, name: str) -> None:
    (root / SHELF / "loop").symlink_to("loop")
    (root / SHELF / "link").symlink_to("../clinic.yaml")
    assert picture_digests(root, [text(name)]) == {}


def test_a_giant_is_not_read(root: Path) -> None:
    with (root / SHELF / "a.png").open("wb") as file:
        os.truncate(file.fileno(), LARGEST + 1)
    assert picture_digests(root, [text("a.png")]) == {}
