"""Putting finished files into the output folder: each one whole or not at all, the manifest last.

Files are staged in a folder beside their place, forced to the disk and renamed in one by one; then what is no
longer declared is removed; then the manifest is renamed in. After a crash at any moment each file is the old
one or the new one, and the next run clears up: the manifest a dead run had staged still tells which files
were its own. A file in the place of one of ours that is somebody's work is kept under another name.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Any

from press.errors import OutputError, Place, Problem
from press.seal import is_sealed, sealed

MANIFEST = "manifest.json"
#: In the name of a file that was not ours, or not any more, and lay where one of ours belongs.
PUT_ASIDE = ".put-aside"
_STAGING = ".staging-"
_LOCK = ".lock"
#: What to choose instead of a place that cannot be written: for the leaflets, for a file beside them.
_FOLDER = "another folder with --output"
_PLACE = "another place"
_INTACT = "What was published before is intact."
_FULL = (errno.ENOSPC, errno.EDQUOT)

Row = Mapping[str, Any]


class Disk:
    """Every operation that changes the output folder, so that a test can let any one of them be the last."""

    def make_folder(self, path: Path) -> None:
        """Make the folder and those above it, where missing."""
        path.mkdir(parents=True, exist_ok=True)

    def make_staging(self, output: Path) -> Path:
        """A new folder in `output`, with a name nobody else has."""
        return Path(tempfile.mkdtemp(prefix=_STAGING, dir=output))

    def write(self, path: Path, data: bytes) -> None:
        """Write a new file and force it to the disk."""
        with path.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())

    def move(self, source: Path, target: Path) -> None:
        """Put `source` in the place of `target`, in one step."""
        os.replace(source, target)  # noqa: PTH105 (says what it does better than Path.replace)

    def remove(self, path: Path) -> None:
        """Remove a file."""
        path.unlink(missing_ok=True)

    def remove_empty_folder(self, path: Path) -> None:
        """Remove a folder, which must be empty."""
        path.rmdir()

    def clear(self, staging: Path) -> None:
        """Remove a staging folder with all that is in it."""
        shutil.rmtree(staging)


@dataclass(frozen=True, slots=True)
class Published:
    """What a run left in the output folder: the manifest's rows by path, and what was removed."""

    rows: Mapping[str, Row]
    written: tuple[str, ...]
    removed: tuple[str, ...]


class Publication:
    """One run's files on their way into `output`; use it in a `with` statement.

    `protected` are folders that are not for writing: `output` may neither lie in one of them nor hold one.
    """

    def __init__(self, output: Path, protected: Iterable[Path] = (), disk: Disk | None = None) -> None:
        self.problems: tuple[Problem, ...] = ()  # warnings, for the caller to tell
        self.previous: Mapping[str, Row] = {}  # the rows of the last manifest, by path
        self._output = output
        self._protected = tuple(protected)
        self._disk = disk or Disk()
        self._lock: int | None = None
        self._staging: Path | None = None
        self._dead: tuple[Path, ...] = ()
        self._rows: dict[str, Row] = {}
        self._staged: dict[str, Path] = {}
        self._moving = False

    def __enter__(self) -> Publication:
        _refuse_protected(self._output, self._protected)
        _refuse_file(self._output)
        with _told(self._output):
            self._disk.make_folder(self._output)
        self._lock = _locked(self._output)
        try:
            self.previous = self._read_previous()
            with _told(self._output):
                self._dead = tuple(self._clear_dead_runs())
        except BaseException:
            self._unlock()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            # A run that fails while moving leaves its manifest, as a dead one does.
            if self._staging is not None and not self._moving:
                with suppress(OSError):
                    self._disk.clear(self._staging)
        finally:
            self._unlock()

    def add(self, path: str, data: bytes, row: Row) -> None:
        """Stage a file, sealed; `path` is relative to the output folder, with `/`; `row` is what is known of it."""
        target, data = self._target(path), sealed(data)
        self._rows[path] = _full_row(path, data, row)
        if _holds(target, data):
            return
        self._stage(path, data)

    def finish(
        self,
        declared: Collection[str] | None = None,
        about: Mapping[str, Any] | None = None,
        replaced: Collection[str] = (),
    ) -> Published:
        """Move everything in and write the manifest, with `about` at its head.

        Files of earlier runs that were not added now keep their place and their row if `declared` names
        them (None: keep them all) and `replaced` does not; otherwise they are removed, unless somebody
        changed them since.
        """
        earlier = (*self.previous.items(), *self._rows_of_dead_runs())
        ours = {path for path, row in earlier if path in self._staged and self._is_as_told(path, row)}
        others = {path: row for path, row in earlier if path not in self._rows and self._is_as_told(path, row)}
        kept = {
            path: row for path, row in others.items() if (declared is None or path in declared) and path not in replaced
        }
        gone = sorted(path for path in others if path not in kept)
        rows = dict(sorted({**kept, **self._rows}.items()))
        written = tuple(sorted(self._staged))
        self._stage_manifest(rows, about or {})
        self._put_aside(ours)
        self._moving = True
        self._move_in(written)
        for path in gone:
            self._remove(path)
        self._move_in((MANIFEST,) if MANIFEST in self._staged else ())
        self._moving = False
        for staging in self._dead:
            with suppress(OSError):
                self._disk.clear(staging)
        return Published(rows, written, tuple(gone))

    # Before ------------------------------------------------------------------------------------------------

    def _read_previous(self) -> dict[str, Row]:
        path = self._output / MANIFEST
        if not path.exists():
            return {}
        rows = read_manifest(path)
        if rows is None:
            self.problems = (
                Problem(
                    "manifest-unreadable",
                    f"{MANIFEST} in {self._output} cannot be read; a new one is written",
                    "Remove by hand what earlier builds left there and nobody wants any more.",
                    Place(str(path)),
                    warning=True,
                ),
            )
        return rows or {}

    def _clear_dead_runs(self) -> Iterator[Path]:
        """Empties what dead runs had staged, but for their manifests. We hold the lock: nobody is there."""
        for staging in sorted(self._output.glob(f"{_STAGING}*")):
            if staging.is_symlink() or not staging.is_dir():
                continue
            for file in sorted(staging.iterdir()):
                if file.name != MANIFEST:
                    self._disk.remove(file)
            yield staging

    def _rows_of_dead_runs(self) -> Iterator[tuple[str, Row]]:
        for staging in self._dead:
            yield from (read_manifest(staging / MANIFEST) or {}).items()

    # Staging -----------------------------------------------------------------------------------------------

    def _target(self, path: str) -> Path:
        """Where `path` lies; refused where a link would lead the writing out of the output folder."""
        if not _is_safe(path):
            raise ValueError(f"not a path inside the output folder: {path!r}")
        target = self._output / path
        for folder in list(target.relative_to(self._output).parents)[:-1]:
            if (self._output / folder).is_symlink():
                raise OutputError(
                    Problem(
                        "output-link",
                        f"{self._output / folder} is a link to another folder; nothing is written through it",
                        "Remove the link, or choose the other folder with --output.",
                        Place(str(self._output / folder)),
                    )
                )
        return target

    def _stage(self, path: str, data: bytes, name: str = "") -> None:
        with _told(self._output / path):
            if self._staging is None:
                self._staging = self._disk.make_staging(self._output)
            staged = self._staging / (name or f"{len(self._staged)}")
            self._disk.write(staged, data)
        self._staged[path] = staged

    def _stage_manifest(self, rows: Mapping[str, Row], about: Mapping[str, Any]) -> None:
        data = _as_json({**about, "files": list(rows.values())})
        if self._staged or not _holds(self._output / MANIFEST, data):
            self._stage(MANIFEST, data, MANIFEST)

    def _put_aside(self, ours: Collection[str]) -> None:
        """Keep a copy of what lies in the place of a staged file and is not ours, or was changed since."""
        for path in sorted(self._staged.keys() - ours):
            target = self._output / path
            with _told(target):
                if target.is_symlink() or not target.is_file() or _is_ours(path, data := target.read_bytes()):
                    continue  # of a link only the link is replaced
                aside = _name_aside(target, data)
                if not aside.exists():
                    self._copy(data, aside)
            self.problems += (
                Problem(
                    "file-put-aside",
                    f"somebody’s own file lay here, or one that somebody has changed; it is {aside.name} now",
                    "Look into that file: are there notes in it that somebody needs? Delete it when nobody does.",
                    Place(str(target)),
                    warning=True,
                ),
            )

    def _copy(self, data: bytes, aside: Path) -> None:
        """Written in the staging folder first: half a copy must not lie where people look."""
        if self._staging is None:
            raise ValueError("nothing is staged that something could be put aside for")
        staged = self._staging / "aside"
        self._disk.write(staged, data)
        self._disk.move(staged, aside)

    # Moving in ---------------------------------------------------------------------------------------------

    def _is_as_told(self, path: str, row: Row) -> bool:
        """Whether the file still is the one the row tells of; otherwise it is somebody else's by now."""
        target = self._output / path
        try:
            if target.is_symlink() or target.stat().st_size != row.get("bytes"):
                return False
            return hashlib.sha256(target.read_bytes()).hexdigest() == row.get("sha256")
        except OSError:
            return False

    def _move_in(self, paths: Iterable[str]) -> None:
        folders = set()
        for path in paths:
            target = self._output / path
            with _told(target):
                self._disk.make_folder(target.parent)
                self._disk.move(self._staged[path], target)
            folders.add(target.parent)
        for folder in folders:
            _settle(folder)

    def _remove(self, path: str) -> None:
        target = self._output / path
        with _told(target):
            self._disk.remove(target)
        for folder in list(target.relative_to(self._output).parents)[:-1]:
            with suppress(OSError):  # not empty: somebody's files are in it
                self._disk.remove_empty_folder(self._output / folder)

    def _unlock(self) -> None:
        if self._lock is not None:
            with suppress(OSError):
                (self._output / _LOCK).unlink()
            os.close(self._lock)
            self._lock = None


def read_manifest(path: Path) -> dict[str, Row] | None:
    """The rows of a manifest by path; None where there is none or it makes no sense."""
    try:
        files = json.loads(path.read_text("utf-8"))["files"]
        return {row["path"]: row for row in files if _is_safe(row["path"])}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _is_ours(path: str, data: bytes) -> bool:
    """Whether a file that no manifest tells of was made by us and left as it was."""
    return _is_our_manifest(data) if path == MANIFEST else is_sealed(data)


def _is_our_manifest(data: bytes) -> bool:
    """Others call files `manifest.json` too; ours is written in one way only, and knows the digest of each file."""
    try:
        manifest = json.loads(data)
        rows = manifest["files"]
        return _as_json(manifest) == data and all({"path", "bytes", "sha256"} <= row.keys() for row in rows)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return False


def _name_aside(path: Path, data: bytes) -> Path:
    """The name beside `path` under which `data` is put aside, or lies already since a run that died."""
    number = 1
    while True:
        aside = path.with_name(f"{path.stem}{PUT_ASIDE}{f'-{number}' if number > 1 else ''}{path.suffix}")
        if _holds(aside, data) or not (aside.exists() or aside.is_symlink()):
            return aside
        number += 1


def write_file(path: Path, data: bytes) -> None:
    """Write one file outside a publication, whole or not at all."""
    with _told(path, _PLACE):
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{path.name}.{os.urandom(4).hex()}.part")
        try:
            part.write_bytes(data)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


def _full_row(path: str, data: bytes, row: Row) -> Row:
    return {**row, "path": path, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def _as_json(data: Mapping[str, Any]) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8")


def _is_safe(path: str) -> bool:
    """Whether it is a plain relative path, neither out of the output folder nor to our own files."""
    parts = path.split("/")
    return (
        not any(part in ("", ".", "..") or part.startswith(".") for part in parts)
        and not any(sign in path for sign in "\\\0")
        and not PurePosixPath(path).is_absolute()
        and path != MANIFEST
    )


def _holds(path: Path, data: bytes) -> bool:
    """Whether the file is there with exactly this content, so that it need not be touched."""
    try:
        return not path.is_symlink() and path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _refuse_protected(output: Path, protected: Iterable[Path]) -> None:
    real = Path(os.path.realpath(output))  # unlike resolve, it bears links that lead back to themselves
    for folder in protected:
        other = folder.resolve()
        if real.is_relative_to(other) or other.is_relative_to(real):
            raise OutputError(
                Problem(
                    "output-protected",
                    f"{output} is no place for finished leaflets: {folder} is kept there",
                    "Choose another folder with --output.",
                    Place(str(output)),
                )
            )


def _locked(output: Path) -> int:
    """The lock on the output folder, as an open file.

    The system drops it when its process ends, however that happens, so no dead run can hold it.
    """
    path = output / _LOCK
    while True:
        with _told(path):
            lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.path.samestat(os.fstat(lock), path.stat()):
                os.truncate(lock, 0)
                os.write(lock, f"{os.getpid()}\n".encode())
                return lock
        except FileNotFoundError:
            pass  # whoever held it has just finished and removed it: try again
        except BlockingIOError:
            owner = os.pread(lock, 20, 0).decode("ascii", "replace").strip()
            os.close(lock)
            raise OutputError(_busy(output, owner)) from None
        except OSError as error:
            os.close(lock)
            raise OutputError(_problem(error, path, _FOLDER)) from error
        os.close(lock)


def _busy(output: Path, owner: str) -> Problem:
    return Problem(
        "output-busy",
        f"Another build is writing to {output} just now" + (f" (process {owner})" if owner else ""),
        "Wait until it has ended, or build into another folder with --output.",
        Place(str(output)),
    )


@contextmanager
def _told(path: Path, instead: str = _FOLDER) -> Iterator[None]:
    """Turns what the system has against writing `path` into a problem somebody can mend."""
    try:
        yield
    except OSError as error:
        raise OutputError(_problem(error, path, instead)) from error


def _problem(error: OSError, path: Path, instead: str) -> Problem:
    if error.errno in _FULL:
        return Problem(
            "disk-full",
            f"There is no room left on the disk for {path}",
            f"Free some space, or choose {instead}. {_INTACT}",
            Place(str(path)),
        )
    file = _file_in_the_way(path.parent) if error.errno in (errno.EEXIST, errno.ENOTDIR) else None
    if file is not None:
        return Problem(
            "output-unwritable",
            f"{file} is a file, and a folder is needed there",
            f"Give the file another name, or choose {instead}. {_INTACT}",
            Place(str(file)),
        )
    reason = error.strerror or type(error).__name__
    return Problem(
        "output-unwritable",
        f"{path} cannot be written: {reason}",
        f"Make sure that you may write there, or choose {instead}. {_INTACT}",
        Place(str(path)),
    )


def _file_in_the_way(path: Path) -> Path | None:
    """What stands in the place of the folder `path` or of one above it, and is none."""
    return next((one for one in (path, *path.parents) if one.exists() and not one.is_dir()), None)


def _refuse_file(output: Path) -> None:
    """Refuses an output folder that is a file, which is a slip of whoever typed it."""
    file = _file_in_the_way(output)
    if file is not None:
        raise OutputError(
            Problem(
                "output-unwritable",
                f"{file} is a file, and the leaflets need a folder",
                f"Name a folder with --output, one that is there or a new one. {_INTACT}",
                Place(str(file)),
            )
        )


def _settle(folder: Path) -> None:
    """Force the new names in a folder to the disk, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
