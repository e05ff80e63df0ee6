"""Pillow: whether a file of content/pictures/ is a picture that can be printed."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageFile, UnidentifiedImageError

from press.errors import Place, Problem

FOLDER = "content/pictures"
TYPES = {"PNG", "JPEG"}
LARGEST_SIDE = 10_000  # pixels
LARGEST_FILE = 10_000_000  # bytes
LEAST_PPI = 225  # dots an inch on paper, below which a picture looks torn


def check_picture(root: Path, name: str, width: float, place: Place) -> Iterator[Problem]:
    """What is wrong with the picture `name` printed `width` mm wide."""
    shelf = (root / FOLDER).resolve()
    try:
        path = (shelf / name).resolve()
        inside = path.is_relative_to(shelf) and "://" not in name and not name.startswith("file:")
    except (OSError, ValueError, RuntimeError):  # RuntimeError: links in a circle
        inside = False
    if not inside:
        yield Problem(
            "picture-outside",
            f"the picture {name!r} lies outside {FOLDER}/",
            f"copy the file itself (no link to it) into {FOLDER}/ and write only its name",
            place,
        )
        return
    try:
        size = path.stat().st_size
    except OSError:
        yield Problem(
            "picture-missing",
            f"there is no file {FOLDER}/{name}",
            _known(shelf),
            place,
        )
        return
    if size > LARGEST_FILE:
        yield _too_large(name, f"{size / 1_000_000:.0f} MB", f"{LARGEST_FILE // 1_000_000} MB", place)
        return
    yield from _content_problems(path, name, width, place)


def _content_problems(path: Path, name: str, width: float, place: Place) -> Iterator[Problem]:
    try:
        with warnings.catch_warnings(), Image.open(path) as picture:
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            across, down = picture.size
            if max(across, down) > LARGEST_SIDE:
                yield _too_large(name, f"{across} × {down} pixels", f"{LARGEST_SIDE} pixels a side", place)
                return
            if picture.format not in TYPES:
                raise UnidentifiedImageError(f"it is a {picture.format}")
            ImageFile.LOAD_TRUNCATED_IMAGES = False  # the layout engine lets half a picture pass
            picture.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        yield _too_large(name, "far too many pixels", f"{LARGEST_SIDE} pixels a side", place)
        return
    except (OSError, SyntaxError, ValueError) as error:  # all that Pillow raises on broken files
        yield Problem(
            "picture-invalid",
            f"{FOLDER}/{name} is not a picture that can be printed ({_plain(error)})",
            "save the picture again as PNG or JPEG under the same name",
            place,
        )
        return
    ppi = across / (width / 25.4)
    if ppi < LEAST_PPI:
        yield Problem(
            "picture-coarse",
            f"{FOLDER}/{name} has only {ppi:.0f} pixels an inch at {width:.0f} mm; {LEAST_PPI} are the least",
            "use a larger original, or a smaller `width`",
            place,
        )


def _too_large(name: str, size: str, limit: str, place: Place) -> Problem:
    return Problem(
        "picture-too-large",
        f"{FOLDER}/{name} is too large: {size}; the limit is {limit}",
        "save the picture smaller; 300 pixels for each inch on paper are enough",
        place,
    )


def _known(shelf: Path) -> str:
    names = sorted(path.name for path in shelf.glob("*.*")) if shelf.is_dir() else []
    found = f"there are: {', '.join(names[:12])}" if names else "the folder is empty"
    return f"put the file into {FOLDER}/ and write its exact name; {found}"


def _plain(error: Exception) -> str:
    return str(error).split(" '/")[0].split(" <")[0][:80]
