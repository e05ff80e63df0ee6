"""`list`: which leaflet can be built in which language, format and medium."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from press import pipeline
from press.cli.tell import tell_data
from press.cli.words import Options
from press.errors import ContentError, ExitCode
from press.load.project import load
from press.model.job import Choice, Job
from press.model.project import Project


def run(options: Options, root: Path) -> ExitCode:
    """Prints everything that could be built."""
    loaded = load(root)
    if loaded.project is None:
        raise ContentError(*loaded.problems)
    project = loaded.project
    leaflets = [_leaflet(project, key, jobs) for key, jobs in _by_leaflet(project).items()]
    branches = {key: _in_english(branch.names) for key, branch in sorted(project.branches.items())}
    if options.as_json:
        tell_data({"leaflets": leaflets, "branches": branches})
        return ExitCode.DONE
    for leaflet in leaflets:
        print(leaflet["key"])
        for language, title in leaflet["languages"].items():
            print(f"  --language {language:<20} {title}")
        for format in leaflet["formats"]:
            print(f"  --format {format['key']:<22} {format['name']} ({' and '.join(format['media'])})")
        print()
    print("Branches")
    for key, name in branches.items():
        print(f"  --branch {key:<22} {name}")
    return ExitCode.DONE


def _by_leaflet(project: Project) -> dict[str, list[Job]]:
    found: dict[str, list[Job]] = {}
    for job in sorted(pipeline.jobs(project, Choice())):
        found.setdefault(job.leaflet, []).append(job)
    return found


def _leaflet(project: Project, key: str, jobs: list[Job]) -> dict[str, Any]:
    languages = sorted({job.language for job in jobs})
    formats = dict.fromkeys(job.format for job in jobs)
    return {
        "key": key,
        "languages": {language: str(project.texts[key, language].title) for language in languages},
        "formats": [
            {
                "key": format,
                "name": _in_english(project.formats[format].names),
                "media": sorted({str(job.medium) for job in jobs if job.format == format}),
            }
            for format in formats
        ],
    }


def _in_english(names: Mapping[str, str]) -> str:
    return str(names.get("en") or next(iter(names.values())))
