"""`translated`: notes that sections of a translation, as they are now, say what their original says now."""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path

from press.cli.choices import refuse_unknown
from press.cli.noted_day import refuse_pretended
from press.cli.tell import in_order, tell_data, tell_problems
from press.cli.wishes import TranslatedWish
from press.cli.words import Options, wish_of
from press.drift.record import SectionState, State, as_data, noted, states, translatable
from press.drift.told import told_changes
from press.errors import ExitCode, Problem, UsageError, refusals
from press.guess import did_you_mean
from press.lint.figures import figures_by_section
from press.lint.untranslated import untranslated_by_section
from press.load.project import LEAFLETS, load
from press.model.job import Choice
from press.model.leaflet import Leaflet
from press.model.project import Project
from press.model.translation import FRONT, Translated
from press.publish import write_file
from press.rewrite import written

_HEAD = """\
What was compared last, section by section: the words of the original and of this translation as they were then.
Written by `./run translated`. Do not change it by hand.
"""


def run(options: Options, root: Path) -> ExitCode:
    """Notes the sections that are named, or all, as up to date; tells what it noted, and what it did not.

    A section whose figures differ, or that is not all translated, is not noted: whoever types this must not believe
    that all is well.
    """
    wish = wish_of(options, TranslatedWish)
    today = options.today or date.today()
    refuse_pretended(today)
    loaded = load(root, today)
    if loaded.project is None:
        tell_problems(loaded.problems, root, options.as_json)
        return ExitCode.PROBLEMS
    project = loaded.project
    refuse_unknown_translation(project, wish.leaflet, wish.language)
    known = translatable(project, wish.leaflet, wish.language)
    _refuse_unknown_sections(project, wish, known)
    asked = wish.sections or tuple(known)
    faults = _faults(project, wish.leaflet, wish.language)
    problems = [problem for section in known if section in asked for problem in faults.get(section, ())]
    refused = [section for section in known if section in asked and refusals(faults.get(section, ()))]
    before = {state.section: state for state in states(project, wish.leaflet, wish.language)}
    # First what tells when to call for help: nothing is printed before that is right.
    old = sorted(
        (state for state in before.values() if state.state is not State.CURRENT),
        key=lambda state: not project.leaflets[wish.leaflet].is_critical(state.section),
    )
    new = [state for state in old if state.section in asked and state.section not in refused]
    sections = [section for section in asked if section not in refused]
    file = note_translated(project, root, wish.leaflet, wish.language, sections, today)
    code = ExitCode.PROBLEMS if refused else ExitCode.DONE
    if options.as_json:
        tell_data(
            {
                "leaflet": wish.leaflet,
                "language": wish.language,
                "noted": [state.section for state in new],
                "refused": refused,
                "written": file or None,
                "problems": [problem.as_data() for problem in in_order(problems)],
            }
        )
        return code
    leaflet = project.leaflets[wish.leaflet]
    current = [section for section in known if section in sections and before[section].state is State.CURRENT]
    _tell_noted(wish, leaflet, new, current)
    if not new:
        print("Nothing was noted." if refused else "Noted already: nothing has changed in either language since.")
    if file:
        print(f"Written: {file}. Next: ./run build --language {wish.language}")
    left = [_named(state.section, leaflet) for state in old if state not in new and state.section not in refused]
    if left:
        print(f"Not up to date yet: {', '.join(left)}")
    sys.stdout.flush()
    tell_problems(problems, root)
    if refused:
        names = ", ".join(_named(section, leaflet) for section in refused)
        print(
            f"Not noted, because of what is told above: {names}. Put it right, then type this again.", file=sys.stderr
        )
    return code


def _faults(project: Project, leaflet: str, language: str) -> dict[str, tuple[Problem, ...]]:
    """What speaks against noting a section, by section."""
    found = (figures_by_section(project, leaflet, language), untranslated_by_section(project, leaflet, language))
    sections = dict.fromkeys(section for faults in found for section in faults)
    return {section: tuple(problem for faults in found for problem in faults.get(section, ())) for section in sections}


def _tell_noted(wish: TranslatedWish, leaflet: Leaflet, new: Sequence[SectionState], current: Sequence[str]) -> None:
    if new and not wish.sections:
        count = "1 section" if len(new) == 1 else f"{len(new)} sections"
        print(f"No section was named, so all of {wish.leaflet} ({wish.language}) that can be noted are; {count}:")
    for state in new:
        parts = (("", state.changes), ("changed in the translation: ", state.reworded))
        told = "; ".join(f"{which}{told_changes(changes)}" for which, changes in parts if changes)
        changed = f": {told}" if told else ""
        print(f"{_named(state.section, leaflet)}: noted as up to date{changed}")
    if new and not wish.sections and current:
        print(f"Up to date before: {', '.join(_named(section, leaflet) for section in current)}")


def refuse_unknown_translation(project: Project, leaflet: str, language: str) -> None:
    """Raise a UsageError unless the leaflet has a translation into this language."""
    refuse_unknown(Choice(leaflets=(leaflet,), languages=(language,)), project)
    if language == project.original(leaflet):
        others = ", ".join(f"`{one}`" for one in project.clinic.languages if one != language)
        raise UsageError(
            Problem(
                "usage",
                f"“{language}” is the original of {leaflet}, not a translation.",
                f"Its translations: {others or 'there are none'}.",
            )
        )


def note_translated(
    project: Project, root: Path, leaflet: str, language: str, sections: Collection[str], today: date
) -> str:
    """Writes the record with these sections up to date; returns its file, or "" where nothing changes."""
    record = noted(project, leaflet, language, sections, today)
    before = project.translated.get((leaflet, language))
    if record == before or (before is None and not record.sections):
        return ""
    file = f"{LEAFLETS}/{leaflet}/translated/{language}.yaml"
    write_file(root / file, written_record(record).encode("utf-8"))
    return file


def written_record(record: Translated) -> str:
    """The file of a record."""
    return written(as_data(record), _HEAD)


def _refuse_unknown_sections(project: Project, wish: TranslatedWish, known: Mapping[str, object]) -> None:
    problems = tuple(
        _unknown(project, wish, section, tuple(known)) for section in wish.sections if section not in known
    )
    if problems:
        raise UsageError(*problems)


def _unknown(project: Project, wish: TranslatedWish, section: str, known: Sequence[str]) -> Problem:
    original = project.texts[wish.leaflet, project.original(wish.leaflet)].sections
    if section in original and section in project.texts[wish.leaflet, wish.language].sections:
        return Problem("usage", f"The section {section!r} has no words to translate.", "Leave it out.")
    if section in original:
        message = f"The section {section!r} is missing in the translation ({wish.language})."
        return Problem("usage", message, "Translate it first; `./run check` tells where.")
    remedy = f"{did_you_mean(section, known)} `{FRONT}` stands for the title and the summary."
    return Problem("usage", f"There is no section {section!r} in {wish.leaflet}.", remedy)


def _named(section: str, leaflet: Leaflet) -> str:
    if section == FRONT:
        return f"{section} (title and summary)"
    return f"{section} (tells when to call for help)" if leaflet.is_critical(section) else section
