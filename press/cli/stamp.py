"""The stamp of the last build that went well: if nothing has been touched since, there is nothing to do.

Only looks at names, sizes and times, so it takes milliseconds; where in doubt, the ordinary way (which looks
at what is in the files) decides. Standard library only.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from press.cli.folders import cache_folder

#: What a build depends on, in the project's folder.
INPUTS = ("content", "templates", "styles", "build.py", "requirements.lock", "pyproject.toml")
#: Our own code.
PRESS = Path(__file__).resolve().parents[1]
#: Touched whenever system libraries are installed or replaced.
SYSTEM = (Path("/var/lib/dpkg/status"),)
_SKIPPED = "__pycache__"


def input_stamp(root: Path, words: Iterable[str]) -> str:
    """Changes when any input is touched, and with `words` (the options, the day, the output folder)."""
    packages = [Path(folder) for folder in sys.path if folder.endswith("site-packages")]
    total = blake2b(digest_size=16)
    for word in (sys.version, *words):
        total.update(f"{word}\0".encode("utf-8", "surrogatepass"))
    for line in _touched([*(root / name for name in INPUTS), PRESS, *SYSTEM, *packages], packages):
        total.update(line.encode("utf-8", "surrogatepass"))
    return total.hexdigest()


def output_stamp(output: Path, paths: Iterable[str]) -> str:
    """Changes when any of the published files is touched."""
    total = blake2b(digest_size=16)
    for path in sorted(paths):
        total.update(_line(output / path).encode("utf-8", "surrogatepass"))
    return total.hexdigest()


def read_report(root: Path, output: Path, inputs: str) -> dict[str, Any] | None:
    """The report of the last build, if it was of the same inputs and its files are as it left them."""
    try:
        stamp = json.loads(_file(root).read_text("utf-8"))
        same = stamp["inputs"] == inputs and stamp["output"] == output_stamp(output, stamp["paths"])
        report: dict[str, Any] = stamp["report"]
        return report if same else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_report(root: Path, output: Path, inputs: str, paths: Iterable[str], report: dict[str, Any]) -> None:
    """Remember a build that went well; a cache that cannot be written is left alone."""
    files = sorted(paths)
    stamp = {"inputs": inputs, "output": output_stamp(output, files), "paths": files, "report": report}
    part = _file(root).with_suffix(f".{os.getpid()}.part")
    try:
        part.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(stamp, ensure_ascii=False), "utf-8")
        part.replace(_file(root))
    except OSError:
        with suppress(OSError):
            part.unlink()


def _file(root: Path) -> Path:
    return cache_folder(root) / "stamp.json"


def _touched(paths: Iterable[Path], flat: Iterable[Path]) -> Iterator[str]:
    """A line for each file below `paths`, in a fixed order; of the folders `flat` only their own."""
    for path in paths:
        if path.is_dir() and path not in flat:
            yield from _below(str(path))
        else:
            yield _line(path)


def _below(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        inside = sorted(entries, key=lambda entry: entry.name)
    for entry in inside:
        if entry.name == _SKIPPED:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path)
        elif entry.is_dir():  # what changes behind a link cannot be told from here: never the same
            yield os.urandom(16).hex()
        else:
            yield _line(entry)


def _line(path: Path | os.DirEntry[str]) -> str:
    """Name, size and times; ctime too, as a copy can bring along an old modification time."""
    try:
        status = path.stat()
    except OSError:
        return f"{os.fspath(path)}\0missing\n"
    return f"{os.fspath(path)}\0{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}\n"
