"""Every section stands on exactly one panel of every format, or is left out on purpose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from press.errors import Place, Problem
from press.guess import did_you_mean
from press.lint.walk import sections
from press.model.leaflet import FILL, FormatLayout, Leaflet
from press.model.project import Project


def misplaced_sections(project: Project, _today: date) -> tuple[Problem, ...]:
    """Sections that are on no panel, on several, or in a layout without being in the text."""
    return tuple(problem for leaflet in project.leaflets.values() for problem in _sections(leaflet, project))


def _sections(leaflet: Leaflet, project: Project) -> Iterator[Problem]:
    known = sections(project, leaflet.key)
    for number, key in enumerate(leaflet.critical):
        if key not in known:
            yield _unknown(key, known, leaflet.place(f"critical.{number}"))
    for key, short in leaflet.short_forms.items():
        if key not in known:
            yield _unknown(key, known, leaflet.place(f"short_forms.{key}:key"))
        if short not in known:
            yield _unknown(short, known, leaflet.place(f"short_forms.{key}"))
    file = leaflet.place().file
    for format_key, layout in leaflet.formats.items():
        named = list(_named(layout))
        for key, place, panel in named:
            if key not in known and key != FILL:
                yield _unknown(key, known, place, panel)
        yield from _twice(named, format_key)
        standing = {key for key, _, _ in named if key != FILL}
        for key, (language, _) in known.items():
            if key not in standing:
                text = project.texts[leaflet.key, language]
                yield Problem(
                    "section-nowhere",
                    f"the section “{key}” is on no panel of the format {format_key}",
                    f"Add `{key}` to a panel of `{format_key}` in {file}, or to its `left_out`.",
                    text.place(f"sections.{key}:key"),
                )


def _named(layout: FormatLayout) -> Iterator[tuple[str, Place, str]]:
    """The sections a layout names, with the place and the panel ("" for those left out)."""
    for panel_key, panel in layout.panels.items():
        for number, key in enumerate(panel.sections):
            yield key, panel.place(f"sections.{number}"), panel_key
    for number, key in enumerate(layout.left_out):
        yield key, layout.place(f"left_out.{number}"), ""


def _twice(named: list[tuple[str, Place, str]], format_key: str) -> Iterator[Problem]:
    seen: Counter[str] = Counter()
    for key, place, panel in named:
        seen[key] += 1
        if seen[key] > 1 and key != FILL:
            yield Problem(
                "section-twice",
                f"the section “{key}” is placed a second time in the format {format_key}",
                "Name it once: on one panel, or in `left_out`.",
                place,
                panel=panel,
            )


def _unknown(key: str, known: Iterable[str], place: Place, panel: str = "") -> Problem:
    return Problem(
        "section-unknown",
        f"there is no section “{key}” in this leaflet",
        did_you_mean(key, known),
        place,
        panel,
    )
