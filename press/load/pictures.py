"""Digests of the picture files that texts show."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

from press.model.blocks import Picture
from press.model.leaflet import LeafletText

SHELF = "content/pictures"
#: Larger ones are refused for print.
LARGEST = 20_000_000


def picture_digests(root: Path, texts: Iterable[LeafletText]) -> dict[str, str]:
    """The digest of each picture of the texts by its name, without those that cannot be read (told elsewhere)."""
    names = {
        block.file
        for text in texts
        for section in text.sections.values()
        for block in section.blocks
        if isinstance(block, Picture)
    }
    found = {name: _digest(root / SHELF, name) for name in sorted(names)}
    return {name: digest for name, digest in found.items() if digest}


def _digest(shelf: Path, name: str) -> str:
    try:
        path = (shelf / name).resolve()
        if not path.is_relative_to(shelf.resolve()) or not path.is_file() or path.stat().st_size > LARGEST:
            return ""
        return blake2b(path.read_bytes(), digest_size=16).hexdigest()
    except (OSError, ValueError, RuntimeError):  # a zero byte in the name; links in a circle
        return ""
