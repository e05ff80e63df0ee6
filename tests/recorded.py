"""The records of all translations of a project, as if somebody had just declared them up to date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from press.cli.translated import written_record
from press.drift.record import noted, translatable
from press.load.project import LEAFLETS, load

DAY = date(2026, 1, 1)


def records_of(root: Path) -> dict[str, str]:
    """The text of each record by its file."""
    project = load(root, DAY).project
    assert project
    return {
        f"{LEAFLETS}/{leaflet}/translated/{language}.yaml": written_record(
            noted(project, leaflet, language, tuple(translatable(project, leaflet, language)), DAY)
        )
        for leaflet, language in project.texts
        if language != project.original(leaflet)
    }
