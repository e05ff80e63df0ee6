"""Where things lie in a project."""

from __future__ import annotations

import os
from pathlib import Path

#: Folders that hold sources or tools: nothing is published there.
KEPT = ("content", "templates", "styles", "press", "tests", "docs", "benchmarks", ".git", ".venv", ".cache")

#: Folders of an output beside its leaflets.
EVIDENCE = "evidence"
PROOFS = "proofs"


def cache_folder(root: Path) -> Path:
    """What may be lost at any time: finished files by their inputs, the stamp of the last build, logs."""
    return root / ".cache" / "press"


def kept_folders(root: Path) -> tuple[Path, ...]:
    """Folders that hold sources or tools."""
    return tuple(root / name for name in KEPT)


def real_path(path: Path) -> Path:
    """Where links lead; of one that leads back to itself the link."""
    return Path(os.path.realpath(path))


def shown(path: Path) -> str:
    """The path as people type it: from the folder they are in, where that is shorter."""
    try:
        return str(real_path(path).relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)
