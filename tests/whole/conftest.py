"""Builds every leaflet of the project once, whatever the number of workers."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

import pytest

from press.cli.main import main

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-23"


@pytest.fixture(scope="session")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with all leaflets in all languages, formats and media."""
    folder = _shared(tmp_path_factory) / "leaflets"
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # the other workers wait for the first one
        if not (folder / "manifest.json").exists():
            assert main(["build", "--output", str(folder), "--today", TODAY], ROOT) == 0, "see the problems above"
    return folder


@pytest.fixture(scope="session")
def screen_files(output: Path) -> tuple[Path, ...]:
    """The files for a screen."""
    return _files(output, "screen")


@pytest.fixture(scope="session")
def office_files(output: Path) -> tuple[Path, ...]:
    """The files for an office printer."""
    return _files(output, "office")


def _files(output: Path, medium: str) -> tuple[Path, ...]:
    found = tuple(sorted(output.rglob(f"*.{medium}.pdf")))
    assert found
    return found


def _shared(factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of this run know."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
