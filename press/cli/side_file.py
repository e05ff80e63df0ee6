"""A file that somebody asks for beside the leaflets: where it may be written, and what it may replace."""

from __future__ import annotations

from pathlib import Path

from press.cli.folders import kept_folders, shown
from press.errors import OutputError, Place, Problem, UsageError
from press.publish import MANIFEST, write_file
from press.seal import is_sealed, sealed


def refuse_side_file(path: Path, root: Path, endings: tuple[str, ...]) -> None:
    """Raise UsageError for an ending not among `endings`, OutputError for a place or a file of something else."""
    if path.suffix.lower() not in endings:
        wanted = " or ".join(endings)
        raise UsageError(Problem("usage", f"{path.name} does not end in {wanted}.", f"Let the name end in {wanted}."))
    folder = path.resolve().parent
    if any(folder.is_relative_to(kept.resolve()) for kept in kept_folders(root)):
        raise _protected(path, "its folder holds the content or the program")
    if any((above / MANIFEST).exists() for above in (folder, *folder.parents)):
        raise _protected(path, "its folder holds the finished leaflets")
    refuse_foreign(path)


def refuse_foreign(path: Path) -> None:
    """Raise OutputError where something lies that is not a file of ours as we wrote it."""
    try:
        is_free = not (path.exists() or path.is_symlink()) or (path.is_file() and is_sealed(path.read_bytes()))
    except OSError:
        is_free = False
    if not is_free:
        raise _protected(
            path, "another file with this name is there already, not made by this program or changed since"
        )


def write_side_file(path: Path, data: bytes) -> None:
    """Write the file whole, sealed, so that it may be replaced the next time."""
    write_file(path, sealed(data))


def _protected(path: Path, reason: str) -> OutputError:
    return OutputError(
        Problem("output-protected", f"it is not written here: {reason}", "Choose another name.", Place(shown(path)))
    )
