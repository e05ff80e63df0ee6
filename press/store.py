"""The cache: key → bytes, in a folder; losing it costs time and nothing else.

Entries are written beside and renamed, so that several processes may share the folder, and are checked when
read, so that a torn or swapped file counts as missing. Nothing here ever fails a build.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from time import time

from press.fingerprint import digest

#: Bytes; a project's whole set of leaflets needs a few dozen megabytes.
LIMIT = 300_000_000
_PART = ".part"
_DIGEST_LENGTH = 32
#: Seconds after which a half-written entry must belong to a process that died.
_ABANDONED = 3600


class Store:
    """A cache folder, made when the first entry is put."""

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self._folder = folder
        self._limit = limit
        self._used: set[Path] = set()

    def get(self, key: str) -> bytes | None:
        """What was put under `key`, or None."""
        path = self._path(key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        body = data[_DIGEST_LENGTH:]
        if data[:_DIGEST_LENGTH] != _seal(key, body):
            with suppress(OSError):
                path.unlink()
            return None
        self._used.add(path)
        with suppress(OSError):
            os.utime(path)  # the last use decides what is dropped first
        return body

    def put(self, key: str, data: bytes) -> None:
        """Keep `data` under `key`; a cache that cannot be written is left alone."""
        path = self._path(key)
        part = path.with_name(f"{path.name}.{os.getpid()}.{os.urandom(4).hex()}{_PART}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(_seal(key, data) + data)
            part.replace(path)
        except OSError:
            with suppress(OSError):
                part.unlink()
        else:
            self._used.add(path)

    def trim(self) -> None:
        """Drop what was used longest ago until the folder is within its limit; what this run used stays."""
        entries = []
        for path in self._folder.glob("??/*"):
            with suppress(OSError):
                status = path.stat()
                entries.append((status.st_mtime, status.st_size, path))
        room = self._limit
        for last_used, size, path in sorted(entries, reverse=True):
            room -= size
            abandoned = path.suffix == _PART and last_used < time() - _ABANDONED
            full = room < 0 and path not in self._used and path.suffix != _PART
            if abandoned or full:
                with suppress(OSError):
                    path.unlink()
                    room += size

    def _path(self, key: str) -> Path:
        name = digest(key)
        return self._folder / name[:2] / name[2:]


def _seal(key: str, body: bytes) -> bytes:
    """The key takes part, so that an entry that was moved to another name is not believed."""
    return digest(key, body).encode("ascii")
