"""Every way in which a picture can be no picture, once."""

from __future__ import annotations

import random
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageFile

from press.errors import Place, Problem
from press.picture import LARGEST_FILE, check_picture

PLACE = Place("content/leaflets/a/en.yaml", 12, 7)


class Shelf:
    """A project with a folder of pictures."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / "content" / "pictures"
        self.folder.mkdir(parents=True)

    def save(self, name: str, width: int = 1200, height: int = 800, mode: str = "L", kind: str = "PNG") -> Path:
        path = self.folder / name
        Image.new(mode, (width, height), 1).save(path, kind)
        return path

    def problems(self, name: str, width: float = 100) -> list[Problem]:
        found = list(check_picture(self.root, name, width, PLACE))
        assert all(problem.remedy and problem.place == PLACE for problem in found)
        assert not any(str(self.root) in problem.message + problem.remedy for problem in found), "a machine's path"
        return found

    def codes(self, name: str, width: float = 100) -> list[str]:
        return [problem.code for problem in self.problems(name, width)]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "project")


@pytest.mark.parametrize(
    ("name", "mode", "kind"),
    [("a.png", "L", "PNG"), ("b.png", "1", "PNG"), ("c.jpg", "RGB", "JPEG"), ("way in.png", "L", "PNG")],
)
def test_a_good_picture_passes(shelf: Shelf, name: str, mode: str, kind: str) -> None:
    shelf.save(name, mode=mode, kind=kind)
    assert shelf.problems(name) == []


# Where it lies ----------------------------------------------------------------------------------------------------


def test_a_missing_file_is_told_with_what_is_there(shelf: Shelf) -> None:
    shelf.save("path-to-clinic.png")
    (problem,) = shelf.problems("path-to-clinic.jpg")
    assert problem.code == "picture-missing"
    assert "there are: path-to-clinic.png" in problem.remedy


def test_a_missing_folder_is_no_worse(tmp_path: Path) -> None:
    (problem,) = check_picture(tmp_path, "a.png", 100, PLACE)
    assert problem.code == "picture-missing"


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "../../../../../../../../etc/passwd",
        "/etc/passwd",
        "../clinic.yaml",
        "sub/../../clinic.yaml",
        "file:/etc/passwd",
        "file:///etc/passwd",
        "http://example.org/a.png",
        "https://example.org/a.png",
        "ftp://example.org/a.png",
        "a\0.png",
    ],
)
def test_names_that_lead_out_of_the_folder_are_refused(shelf: Shelf, name: str) -> None:
    (shelf.root / "content" / "clinic.yaml").write_text("x")
    assert shelf.codes(name) == ["picture-outside"]


@pytest.mark.parametrize("to", ["/etc/passwd", "../../../secret.png", "../clinic.yaml"])
def test_a_link_out_of_the_folder_is_refused(shelf: Shelf, to: str) -> None:
    for path in (shelf.root.parent / "secret.png", shelf.root / "content" / "clinic.yaml"):
        Image.new("L", (1200, 800)).save(path, "PNG")
    (shelf.folder / "link.png").symlink_to(to)
    assert (shelf.folder / "link.png").exists()
    assert shelf.codes("link.png") == ["picture-outside"]


def test_a_folder_that_is_a_link_out_is_refused(shelf: Shelf) -> None:
    other = shelf.root.parent / "elsewhere"
    other.mkdir()
    Image.new("L", (1200, 800)).save(other / "a.png")
    (shelf.folder / "sub").symlink_to(other)
    assert shelf.codes("sub/a.png") == ["picture-outside"]


def test_a_link_within_the_folder_is_followed(shelf: Shelf) -> None:
    shelf.save("a.png")
    (shelf.folder / "b.png").symlink_to("a.png")
    assert shelf.problems("b.png") == []


def test_links_that_turn_in_a_circle_are_told(shelf: Shelf) -> None:
    (shelf.folder / "a.png").symlink_to("b.png")
    (shelf.folder / "b.png").symlink_to("a.png")
    assert shelf.codes("a.png") in (["picture-outside"], ["picture-missing"])


# What it is -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data", [b"Not a picture at all.", b"", b"\x89PNG\r\n\x1a\n", b"<svg xmlns='x'/>", b"%PDF-1.7"]
)
def test_a_file_that_is_no_picture_is_told(shelf: Shelf, data: bytes) -> None:
    (shelf.folder / "a.png").write_bytes(data)
    assert shelf.codes("a.png") == ["picture-invalid"]


def test_a_folder_is_no_picture(shelf: Shelf) -> None:
    (shelf.folder / "a.png").mkdir()
    assert shelf.codes("a.png") == ["picture-invalid"]


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "WEBP"])
def test_other_kinds_of_pictures_are_refused(shelf: Shelf, kind: str) -> None:
    shelf.save("a.png", kind=kind)
    (problem,) = shelf.problems("a.png")
    assert problem.code == "picture-invalid"
    assert kind in problem.message


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_file_that_breaks_off_is_told(shelf: Shelf, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # The layout engine sets this for the whole process as soon as it is imported.
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    noise = Image.frombytes("L", (1200, 800), random.Random(1).randbytes(1200 * 800))
    path = shelf.folder / "a.png"
    noise.save(path, kind)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert shelf.codes("a.png") == ["picture-invalid"]


def test_a_broken_checksum_is_told(shelf: Shelf) -> None:
    path = shelf.save("a.png")
    data = bytearray(path.read_bytes())
    data[data.index(b"IDAT") + 6] ^= 0xFF
    path.write_bytes(data)
    assert shelf.codes("a.png") == ["picture-invalid"]


# How large it is --------------------------------------------------------------------------------------------------


def test_a_picture_20_000_pixels_wide_is_refused(shelf: Shelf) -> None:
    shelf.save("a.png", width=20_000, height=20, mode="1")
    (problem,) = shelf.problems("a.png")
    assert problem.code == "picture-too-large"
    assert "20000 × 20 pixels" in problem.message


def test_a_bomb_of_pixels_is_refused_unopened(shelf: Shelf) -> None:
    (shelf.folder / "a.png").write_bytes(a_png_that_claims(60_000, 60_000))
    assert shelf.codes("a.png") == ["picture-too-large"]


def test_a_file_of_many_bytes_is_refused_unopened(shelf: Shelf) -> None:
    with (shelf.folder / "a.png").open("wb") as file:
        file.truncate(LARGEST_FILE + 1)  # a hole: takes no room on the disk
    assert shelf.codes("a.png") == ["picture-too-large"]


@pytest.mark.parametrize(
    ("pixels", "width", "codes"),
    [
        (886, 100, []),  # 225 dots an inch, the least
        (885, 100, ["picture-coarse"]),
        (1181, 100, []),
        (1181, 200, ["picture-coarse"]),
    ],
)
def test_a_coarse_picture_is_told_with_its_dots(shelf: Shelf, pixels: int, width: float, codes: list[str]) -> None:
    shelf.save("a.png", width=pixels)
    found = shelf.problems("a.png", width)
    assert [problem.code for problem in found] == codes
    assert all(f"at {width:g} mm" in problem.message for problem in found)


def a_png_that_claims(width: int, height: int) -> bytes:
    """A tiny file whose head speaks of many pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")
