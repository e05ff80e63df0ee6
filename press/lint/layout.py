"""A leaflet is laid out on formats and panels that there are, and leaves no panel empty."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from press.errors import Problem
from press.guess import did_you_mean
from press.model.format import Format
from press.model.leaflet import Leaflet
from press.model.project import Project


def unknown_layout(project: Project, _today: date) -> tuple[Problem, ...]:
    """Formats and panels that nobody described, and panels of a format on which nothing stands."""
    return tuple(problem for leaflet in project.leaflets.values() for problem in _formats(leaflet, project))


def _formats(leaflet: Leaflet, project: Project) -> Iterator[Problem]:
    for key in leaflet.formats:
        format_ = project.formats.get(key)
        if format_ is None:
            yield Problem(
                "format-unknown",
                f"there is no format “{key}”",
                did_you_mean(key, project.formats),
                leaflet.place(f"formats.{key}:key"),
            )
        else:
            yield from _panels(leaflet, format_)


def _panels(leaflet: Leaflet, format_: Format) -> Iterator[Problem]:
    layout = leaflet.formats[format_.key]
    panels = [panel.key for panel in format_.panels]
    for key in layout.panels:
        if key not in panels:
            yield Problem(
                "panel-unknown",
                f"the format {format_.key} has no panel “{key}”",
                did_you_mean(key, panels),
                layout.place(f"panels.{key}:key"),
            )
    for key in panels:
        if key not in layout.panels:
            yield Problem(
                "panel-unused",
                f"nothing stands on the panel “{key}” of the format {format_.key}",
                f"Add `{key}:` to `panels` and name its sections, or choose a format with fewer panels.",
                leaflet.place(f"formats.{format_.key}:key"),
                panel=key,
            )
