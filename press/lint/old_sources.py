"""Sources that are old, or of which nobody knows how old they are: advice for the clinician, no mistake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from press.approval.printed import printed
from press.errors import Place, Problem
from press.model.project import Project
from press.model.sources import Source, Strength


def old_sources(project: Project, today: date) -> tuple[Problem, ...]:
    """The cited sources of all leaflets that are old, and those without a year."""
    cited = (key for leaflet, language in project.texts for key in printed(project, leaflet, language).sources)
    return told_sources(project, cited, today)


def told_sources(project: Project, keys: Iterable[str], today: date) -> tuple[Problem, ...]:
    """Those of the sources that are old, and those without a year: one warning each kind, with all their names."""
    sources = [project.sources[key] for key in dict.fromkeys(keys) if key in project.sources]
    return tuple(_told(project, sources, today))


def is_old(source: Source, years: int, today: date) -> bool:
    """Whether the source is older than so many years."""
    return source.year is not None and today.year - source.year > years


def is_undated(source: Source) -> bool:
    """Whether nobody wrote the year of the source; a limit that is no source at all has none."""
    return source.year is None and source.strength is not Strength.WORKING


def _told(project: Project, sources: list[Source], today: date) -> Iterator[Problem]:
    years = project.clinic.source_years
    old = sorted((source for source in sources if is_old(source, years, today)), key=_year)
    if old:
        named = ", ".join(f"`{source.key}` ({source.year})" for source in old)
        yield Problem(
            "source-old",
            f"{_cited(len(old))} older than {years} years: {named}",
            "Look whether there is a newer edition. If the old one still holds, leave it: the clinician sees its "
            "year in the evidence file (`./run evidence`) and decides.",
            _where(old),
            warning=True,
        )
    undated = [source for source in sources if is_undated(source)]
    if undated:
        yield Problem(
            "source-undated",
            f"{_cited(len(undated))} without a year: {', '.join(f'`{source.key}`' for source in undated)}",
            "Open the source, and write its `year` in content/sources.yaml if it tells one.",
            _where(undated),
            warning=True,
        )


def _year(source: Source) -> int:
    return source.year or 0


def _cited(count: int) -> str:
    return "1 cited source is" if count == 1 else f"{count} cited sources are"


def _where(sources: list[Source]) -> Place:
    place = sources[0].place("key")
    return place if len(sources) == 1 else Place(place.file)
