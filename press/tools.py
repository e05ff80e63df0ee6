"""Which tools, in which versions, make the files: part of the cache keys, and told by the manifest."""

from __future__ import annotations

import ctypes
import platform
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from press.fingerprint import digest

#: The packages that have a hand in a finished file.
PACKAGES = ("weasyprint", "pydyf", "tinycss2", "tinyhtml5", "fonttools", "jinja2", "pypdf", "segno", "babel")
#: System libraries: what they are called, the file, and the function that tells the version.
LIBRARIES: Mapping[str, tuple[str, str]] = {
    "pango": ("libpango-1.0.so.0", "pango_version_string"),
    "harfbuzz": ("libharfbuzz.so.0", "hb_version_string"),
}
_MISSING = "missing"


def versions() -> dict[str, str]:
    """Every tool by name with its version."""
    packages = {name: _package(name) for name in PACKAGES}
    libraries = {name: _library(*library) for name, library in LIBRARIES.items()}
    return {"python": platform.python_version(), **packages, **libraries}


def machine_digest(press: Path) -> str:
    """Changes with every tool's version and with every line of our own code in the folder `press`."""
    parts: list[str | bytes] = [f"{name} {number}" for name, number in versions().items()]
    for path in sorted(press.rglob("*.py")):
        parts += [path.relative_to(press).as_posix(), path.read_bytes()]
    return digest(*parts)


def _package(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return _MISSING


def _library(file: str, function: str) -> str:
    try:
        tell = getattr(ctypes.CDLL(file), function)
    except (OSError, AttributeError):
        return _MISSING
    tell.restype = ctypes.c_char_p
    found: bytes = tell()
    return found.decode("ascii")
