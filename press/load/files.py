"""Reads files of the project and no others: no way out by a link, nothing but plain files, no giants."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable
from pathlib import Path

from press.errors import ContentError, Place, Problem
from press.guess import SLIP, nearest

#: A leaflet's words are some twenty kilobytes; a megabyte is a mistake or an attack.
MAX_BYTES = 1_000_000
SUFFIX = ".yaml"
#: Where a file that is lost can be had again; to write it anew would take somebody's approved words away.
BACK = "back from your backup or from the version history (git)"
#: How the names of texts end that somebody may have saved under a wrong one.
_TEXTS = (".yaml", ".yml", ".txt", ".bak", ".old")


def read_bytes(root: Path, file: str) -> bytes:
    """The bytes of `file` (relative to `root`, with `/`); raises `ContentError` with one problem."""
    place = Place(file)
    try:
        path = _inside(root, file)
        _must_be_readable(path.stat(), place)
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise ContentError(_missing(root, file)) from None
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the name
        raise ContentError(_unreadable(place, error)) from None
    if len(data) > MAX_BYTES:  # it grew since it was measured
        raise ContentError(_too_large(place, len(data)))
    return data


def names_in(root: Path, folder: str) -> tuple[str, ...]:
    """The names in `folder`, sorted; none if there is no folder.

    Hidden files and the spare copies that editors leave are passed over.
    """
    try:
        names = [path.name for path in _inside(root, folder).iterdir()]
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        raise ContentError(_unreadable(Place(folder), error)) from None
    return tuple(sorted(name for name in names if not name.startswith((".", "~", "#")) and name[-1] != "~"))


def keys_in(names: Iterable[str]) -> tuple[str, ...]:
    """The names of YAML files, without `.yaml`."""
    return tuple(name.removesuffix(SUFFIX) for name in names if name.endswith(SUFFIX))


def is_folder(root: Path, file: str) -> bool:
    """Whether `file` is a folder."""
    return (root / file).is_dir()


def _inside(root: Path, file: str) -> Path:
    home = root.resolve()
    path = Path(os.path.realpath(home / file, strict=True))
    if not path.is_relative_to(home):
        raise ContentError(
            Problem(
                "file-outside",
                "this is a link to a place outside the project",
                "Put the file itself here instead of a link: all that is printed must lie in the project.",
                Place(file),
            )
        )
    return path


def _must_be_readable(status: os.stat_result, place: Place) -> None:
    if not stat.S_ISREG(status.st_mode):
        what = "a folder" if stat.S_ISDIR(status.st_mode) else "something that is not a plain file"
        raise ContentError(
            Problem(
                "file-unreadable",
                f"{what} stands here, where a file is wanted",
                "Rename or remove it and put the text file here.",
                place,
            )
        )
    if status.st_size > MAX_BYTES:
        raise ContentError(_too_large(place, status.st_size))


def _too_large(place: Place, size: int) -> Problem:
    return Problem(
        "yaml-too-large",
        f"this file has {size / 1_000_000:.1f} MB; {MAX_BYTES // 1_000_000} MB is the limit",
        "A leaflet's words are a few kilobytes. Is this another file that got the wrong name?",
        place,
    )


def _missing(root: Path, file: str) -> Problem:
    folder, _, name = file.rpartition("/")
    alike = {_stem(other): other for other in names_in(root, folder) if other.casefold().endswith(_TEXTS)}
    near = nearest(_stem(name), alike, SLIP)
    found = (
        f" There is `{alike[near]}` in the same folder, which is not read: if that is the one, name it `{name}`."
        if near
        else ""
    )
    return Problem("file-missing", "this file is missing", f"Bring it {BACK}.{found}", Place(file))


def _stem(name: str) -> str:
    """A name without its endings and without what programs add to the name of a copy, such as “ (1)”."""
    return re.split(r"[. ]", name, maxsplit=1)[0]


def _unreadable(place: Place, error: Exception) -> Problem:
    reason = getattr(error, "strerror", None) or "its name cannot be used"
    return Problem(
        "file-unreadable",
        f"this cannot be read: {reason}",
        "Check that you may open it, and that no other program holds it.",
        place,
    )
