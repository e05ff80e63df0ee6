"""A translation says what its original says now, by the word of somebody who compared the two as they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from press.drift.record import SectionState, State, states
from press.drift.told import told_changes
from press.errors import Place, Problem
from press.lint.walk import in_translations
from press.model.project import Project
from press.model.translation import FRONT


def stale_translations(project: Project, _today: date) -> tuple[Problem, ...]:
    """Sections that have changed in either language since somebody compared them, and those nobody has compared."""
    return in_translations(project, _of)


def _of(project: Project, leaflet: str, language: str) -> Iterator[Problem]:
    found = states(project, leaflet, language)
    if found and all(one.state is State.UNRECORDED for one in found):
        yield _nothing_noted(project, leaflet, language, [one.section for one in found])
        return
    for one in found:
        if one.state is State.UNRECORDED:
            yield _not_noted(project, leaflet, language, one.section)
        elif one.state is State.STALE:
            yield _stale(project, leaflet, language, one)
        elif one.state is State.REWORDED:
            yield _reworded(project, leaflet, language, one)


def _nothing_noted(project: Project, leaflet: str, language: str, sections: Sequence[str]) -> Problem:
    critical = [section for section in sections if project.leaflets[leaflet].is_critical(section)]
    grave = (
        f"; {', '.join(f'“{section}”' for section in critical)} tell{'s' if len(critical) == 1 else ''} when to call "
        "for help, so nothing is printed"
        if critical
        else ""
    )
    return Problem(
        "translation-unrecorded",
        f"nobody has noted yet that this translation says what “{project.original(leaflet)}” says{grave}",
        f"Compare the two texts, section by section. Then say that they agree: ./run translated {leaflet} {language}",
        _place(project, leaflet, language, FRONT),
        warning=not critical,
    )


def _not_noted(project: Project, leaflet: str, language: str, section: str) -> Problem:
    message = f"nobody has noted yet that {_named(section)} says here what it says in “{project.original(leaflet)}”"
    return _told("translation-unrecorded", message, "", project, leaflet, language, section)


def _stale(project: Project, leaflet: str, language: str, one: SectionState) -> Problem:
    message = f"{_named(one.section)} has changed in “{project.original(leaflet)}” since it was translated ({one.on})"
    changes = f"; changed there: {told_changes(one.changes)}" if one.changes else ""
    return _told("translation-stale", message, changes, project, leaflet, language, one.section)


def _reworded(project: Project, leaflet: str, language: str, one: SectionState) -> Problem:
    original = project.original(leaflet)
    message = f"{_named(one.section)} has changed here since it was last compared with “{original}” ({one.on})"
    changes = f"; changed: {told_changes(one.reworded)}"
    return _told("translation-reworded", message, changes, project, leaflet, language, one.section)


def _told(
    code: str, message: str, changes: str, project: Project, leaflet: str, language: str, section: str
) -> Problem:
    """One problem of a section, which is refused where it tells when to call for help."""
    return Problem(
        code,
        f"{message}{_grave(project, leaflet, section)}{changes}",
        _remedy(project, leaflet, language, section),
        _place(project, leaflet, language, section),
        warning=not project.leaflets[leaflet].is_critical(section),
    )


def _grave(project: Project, leaflet: str, section: str) -> str:
    is_critical = project.leaflets[leaflet].is_critical(section)
    return "; it tells when to call for help, so nothing is printed until it is put right" if is_critical else ""


def _remedy(project: Project, leaflet: str, language: str, section: str) -> str:
    source = _place(project, leaflet, project.original(leaflet), section)
    return (
        f"Compare with {source.file}:{source.line} and put right what is wrong. Then say that both agree: "
        f"./run translated {leaflet} {language} {section}"
    )


def _named(section: str) -> str:
    return "the title or the summary" if section == FRONT else f"the section “{section}”"


def _place(project: Project, leaflet: str, language: str, section: str) -> Place:
    text = project.texts[leaflet, language]
    return text.place("title" if section == FRONT else f"sections.{section}:key")
