"""A file that somebody asks for beside the leaflets: where it may be written, and what it may replace."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from press.cli.folders import kept_folders, shown
from press.errors import OutputError, Place, Problem, UsageError
from press.publish import MANIFEST


def refuse_side_file(path: Path, root: Path, beginnings: Mapping[str, bytes]) -> None:
    """Raise UsageError for another ending, OutputError for a place or a file that belongs to something else.

    `beginnings`: how a file of each ending begins; only such a file is replaced.
    """
    ending = path.suffix.lower()
    if ending not in beginnings:
        wanted = " or ".join(beginnings)
        raise UsageError(Problem("usage", f"{path.name} does not end in {wanted}.", f"Let the name end in {wanted}."))
    folder = path.resolve().parent
    if any(folder.is_relative_to(kept.resolve()) for kept in kept_folders(root)):
        raise _protected(path, "its folder holds the content or the program")
    if any((above / MANIFEST).exists() for above in (folder, *folder.parents)):
        raise _protected(path, "its folder holds the finished leaflets")
    if path.exists() and not _begins(path, beginnings[ending]):
        raise _protected(path, "another file with this name is there already")


def _begins(path: Path, wanted: bytes) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(wanted)) == wanted


def _protected(path: Path, reason: str) -> OutputError:
    return OutputError(
        Problem("output-protected", f"it is not written here: {reason}", "Choose another name.", Place(shown(path)))
    )
