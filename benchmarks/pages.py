"""Writes the marked-up pages of every job into a folder, for plain.py to render; not part of any measurement.

    python benchmarks/pages.py FOLDER

Needs `press` on its path; compare.py sees to that.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

from press.load.project import load
from press.model.job import Choice, Job, Medium
from press.model.project import Project
from press.pipeline import jobs, prepare
from press.render import style_files


def main(root: Path, folder: Path) -> None:
    """One HTML file for each job, and jobs.json: what to do with each, and the day on which all dates hold."""
    project = load(root).project
    if project is None:
        sys.exit("The content cannot be read; `python build.py check` tells why.")
    today = _day(project)
    tasks = [prepare(project, job, today) for job in jobs(project, Choice())]
    rows = []
    for number, task in enumerate(tasks):
        html = folder / f"{number}.html"
        html.write_text(task.composition.html.replace("project:", f"{root.as_uri()}/"), encoding="utf-8")
        rows.append({"html": str(html), "styles": _styles(root, task.job), "screen": task.job.medium is Medium.SCREEN})
    panels = sum(len(task.composition.panels) for task in tasks)
    found = {"today": today.isoformat(), "panels": panels, "jobs": rows}
    (folder / "jobs.json").write_text(json.dumps(found), encoding="utf-8")


def _day(project: Project) -> date:
    """The first day on which nothing is out of date yet."""
    return max(project.prices.valid_from, *(leaflet.written_on for leaflet in project.leaflets.values()))


def _styles(root: Path, job: Job) -> list[str]:
    """The style sheets that the press itself would use."""
    wanted = (f"{job.format}.css", f"{job.medium}.css")
    return [
        str(path) for path in style_files(root) if path.parent.name not in ("formats", "media") or path.name in wanted
    ]


if __name__ == "__main__":
    main(Path.cwd(), Path(sys.argv[1]))
