"""The project's own content, for its lists of words, and texts that stand nowhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest

from press.errors import Place
from press.lint.words.passages import Passage, Role
from press.load.project import load
from press.model.project import Project

ROOT = Path(__file__).parents[3]
DAY = date(2026, 11, 23)
Said: TypeAlias = Callable[..., Passage]


@pytest.fixture(scope="session")
def project() -> Project:
    """The content of the project itself."""
    loaded = load(ROOT, DAY).project
    assert loaded is not None
    return loaded


@pytest.fixture(scope="session")
def said() -> Said:
    """Makes a passage of a text: `said("Call now.", "en", Role.EMERGENCY)`."""

    def passage(text: str, language: str = "en", role: Role = Role.BODY, earlier: tuple[str, ...] = ()) -> Passage:
        return Passage("leaflet", language, "section", "block", role, "text", text, Place("x.yaml", 1, 1), (), earlier)

    return passage
