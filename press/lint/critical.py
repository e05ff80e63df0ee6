"""The signs that mean "call now" are on every format, and one sees them without unfolding it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from press.errors import Problem
from press.lint.walk import sections
from press.model.leaflet import FormatLayout, Leaflet
from press.model.project import Project


def missing_critical(project: Project, _today: date) -> tuple[Problem, ...]:
    """Critical sections that a format carries neither in full nor in their short form."""
    return tuple(problem for leaflet in project.leaflets.values() for problem in _missing(leaflet, project))


def hidden_critical(project: Project, _today: date) -> tuple[Problem, ...]:
    """Formats that carry critical sections on their inner panels alone."""
    return tuple(problem for leaflet in project.leaflets.values() for problem in _hidden(leaflet, project))


def _missing(leaflet: Leaflet, project: Project) -> Iterator[Problem]:
    known = sections(project, leaflet.key)
    for format_key, layout in leaflet.formats.items():
        carried = {section for panel in layout.panels.values() for section in panel.sections}
        for number, key in enumerate(leaflet.critical):
            if key in known and not carried & leaflet.forms_of(key):
                yield Problem(
                    "critical-missing",
                    f"the critical section “{key}” is not on the format {format_key}",
                    f"Add `{key}` to a panel of `{format_key}`; a critical section may not be left out.",
                    leaflet.place(f"critical.{number}"),
                )


def _hidden(leaflet: Leaflet, project: Project) -> Iterator[Problem]:
    critical = {form for key in leaflet.critical for form in leaflet.forms_of(key)}
    for format_key, layout in leaflet.formats.items():
        format_ = project.formats.get(format_key)
        if format_ is None or not critical & _on(layout, set(layout.panels)):
            continue  # what is missing altogether is told elsewhere
        outer = {panel.key for panel in format_.panels if panel.outer}
        if not critical & _on(layout, outer):
            yield Problem(
                "critical-hidden",
                f"on the format {format_key} all critical sections are inside, where nobody looks first",
                f"Move one of {', '.join(f'`{key}`' for key in leaflet.critical)} to an outer panel: "
                f"{', '.join(f'`{key}`' for key in sorted(outer)) or 'this format has none'}.",
                leaflet.place(f"formats.{format_key}:key"),
            )


def _on(layout: FormatLayout, panels: set[str]) -> set[str]:
    """The sections on the panels."""
    return {section for key, panel in layout.panels.items() if key in panels for section in panel.sections}
