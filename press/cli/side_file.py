"""A file that somebody asks for beside the leaflets: where it may be written, and what it may replace."""

from __future__ import annotations

from pathlib import Path

from press.cli.folders import kept_folders, real_path, shown
from press.errors import OutputError, Place, Problem, UsageError
from press.publish import MANIFEST, write_file
from press.seal import is_sealed, sealed

_ANOTHER_NAME = "Choose another name."


def refuse_side_file(path: Path, root: Path, endings: tuple[str, ...], purpose: str = "") -> None:
    """Raise UsageError for an ending not among `endings`, OutputError for a place or a file of something else."""
    if path.suffix.lower() not in endings:
        wanted = " or ".join(endings)
        raise UsageError(Problem("usage", f"{path.name} does not end in {wanted}.", f"Let the name end in {wanted}."))
    folder = real_path(path).parent
    if any(folder.is_relative_to(kept.resolve()) for kept in kept_folders(root)):
        raise _protected(path, "its folder holds the content or the program")
    try:
        is_output = any((above / MANIFEST).exists() for above in (folder, *folder.parents))
    except OSError as error:
        raise _refused(path, error, _ANOTHER_NAME) from error
    if is_output:
        raise _protected(path, "its folder holds the finished leaflets")
    refuse_foreign(path, purpose=purpose)


def refuse_foreign(path: Path, remedy: str = _ANOTHER_NAME, purpose: str = "") -> None:
    """Raise OutputError where something lies that is not a file of ours, for this purpose, as we wrote it."""
    try:
        is_free = not (path.exists() or path.is_symlink()) or (path.is_file() and is_sealed(path.read_bytes(), purpose))
    except OSError as error:
        raise _refused(path, error, remedy) from error
    if not is_free:
        reason = "another file with this name is there already, not made by this command or changed since"
        raise _protected(path, reason, remedy)


def write_side_file(path: Path, data: bytes, purpose: str = "") -> None:
    """Write the file whole, sealed, so that it may be replaced the next time."""
    write_file(path, sealed(data, purpose))


def _protected(path: Path, reason: str, remedy: str = _ANOTHER_NAME) -> OutputError:
    return OutputError(Problem("output-protected", f"it is not written here: {reason}", remedy, Place(shown(path))))


def _refused(path: Path, error: OSError, remedy: str) -> OutputError:
    """The system does not even let us look what lies there."""
    reason = error.strerror or type(error).__name__
    return OutputError(Problem("output-unwritable", f"it cannot be written here: {reason}", remedy, Place(shown(path))))
