"""`translations export` and `translations import`: words to a translator and back, without touching structure."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from press.cli.agree import agreed
from press.cli.noted_day import refuse_pretended
from press.cli.put_back import brought, only_new, put_back
from press.cli.tables import show_table
from press.cli.tell import in_order, tell_data, tell_problems
from press.cli.translated import note_translated, refuse_unknown_translation
from press.cli.wishes import TranslationsWish
from press.cli.words import Options, wish_of
from press.drift.cells import Proposal
from press.drift.phrases import phrases, spoken
from press.drift.record import State, noted, states
from press.drift.returned import Plan, plan_of
from press.drift.sheet import in_both, only_in_original, tables_of
from press.errors import ContentError, ExitCode, OutputError, Place, Problem, refusals
from press.load.project import LEAFLETS, Loaded, load
from press.load.records import record_of
from press.load.text import text_of
from press.load.tree import tree_of
from press.model.leaflet import LeafletText
from press.model.project import Project
from press.model.translation import FRONT
from press.publish import write_file
from press.rewrite import Put, edited
from press.spreadsheet import read, write

#: What is told of sections that somebody has yet to compare: no reason to leave the new words unwritten.
_COMPARED = frozenset({"translation-reworded", "translation-stale", "translation-unrecorded"})


def run(options: Options, root: Path) -> ExitCode:
    """Exports or imports; an import shows what would change and writes only what was agreed to."""
    wish = wish_of(options, TranslationsWish)
    today = options.today or date.today()
    loaded = load(root, today)
    if loaded.project is None:
        tell_problems(loaded.problems, root, options.as_json)
        return ExitCode.PROBLEMS
    if wish.verb == "export":
        return _export(wish, loaded.project, options.as_json)
    return _import(wish, loaded, loaded.project, root, today, options.as_json)


# Export -----------------------------------------------------------------------------------------------------


def _export(wish: TranslationsWish, project: Project, as_json: bool) -> ExitCode:
    refuse_unknown_translation(project, wish.leaflet, wish.language)
    data = write(wish.file.suffix, tables_of(project, wish.leaflet, wish.language))
    if wish.file.exists() and not _is_empty_export(wish.file, project):
        raise OutputError(
            Problem(
                "spreadsheet-exists",
                f"{wish.file} is there already, and somebody has written into it",
                f"Import it first: ./run translations import {wish.file}. Or choose another name.",
                Place(str(wish.file)),
            )
        )
    write_file(wish.file, data)
    count = len(in_both(project, wish.leaflet, wish.language))
    missing = only_in_original(project, wish.leaflet, wish.language)
    if as_json:
        left_out = [f"{phrase.section}/{phrase.key}" for phrase in missing]
        tell_data({"written": str(wish.file), "texts": count, "without_translation": left_out})
        return ExitCode.DONE
    print(
        f"{wish.file}: {count} texts of {wish.leaflet}, from “{project.original(wish.leaflet)}” to “{wish.language}”."
    )
    print("The translator fills in the last column. Then: ./run translations import", wish.file)
    if missing:
        print("Not in it, because the translation has no place for them yet; add these by hand first:")
        for phrase in missing:
            print(f"  {phrase.section}, {spoken(phrase.key)} ({phrase.place})")
    return ExitCode.DONE


def _is_empty_export(file: Path, project: Project) -> bool:
    """Whether nobody has written into the file, so that nothing is lost."""
    try:
        plan = plan_of(read(file), project)
    except ContentError:
        return False
    return not plan.proposals and not plan.problems


# Import -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Work:
    """What an import would write: the file as it was and as it would be, the project without and with it, and what
    would be wrong then and is not now, at its cells.
    """

    before: bytes
    after: bytes
    known: Project
    project: Project
    problems: tuple[Problem, ...]


def _import(
    wish: TranslationsWish, loaded: Loaded, project: Project, root: Path, today: date, as_json: bool
) -> ExitCode:
    refuse_pretended(today)  # what is imported is noted as translated
    plan = plan_of(read(wish.file), project)
    before = (root / _file(plan)).read_bytes()
    work = _work(plan, before, loaded, project, today)
    faults = [problem for problem in refusals(work.problems) if problem.code not in _COMPARED]
    if plan.problems or faults:
        told = {(problem.code, problem.place) for problem in plan.problems}
        more = [problem for problem in faults if (problem.code, problem.place) not in told]
        return _refuse(plan, (*plan.problems, *more), root, as_json)
    if as_json:
        return _as_data(wish, plan, work, root, today)
    tell_problems(plan.remarks, root)
    sys.stderr.flush()
    if not plan.proposals:
        print(f"{wish.file.name}: no new translation was filled in, so nothing changes.")
        return ExitCode.DONE
    _show(wish, plan)
    tell_problems(plan.doubts, root)
    sys.stdout.flush()
    if not plan.changes and not plan.confirmed:
        print("Nothing changes.")
        _tell_open(plan, work.project)
        return ExitCode.DONE
    if not agreed(_question(plan), wish.yes):
        return ExitCode.DONE
    problems = _write(plan, work, root, today)
    print(f"Written: {_file(plan)}. Next: ./run build --language {plan.language}")
    _tell_open(plan, work.project)
    sys.stdout.flush()
    tell_problems(problems, root)
    return ExitCode.PROBLEMS if refusals(problems) else ExitCode.DONE


def _work(plan: Plan, before: bytes, loaded: Loaded, project: Project, today: date) -> _Work:
    """The file with the new words in it, read and judged before anything is written."""
    file, key = _file(plan), (plan.leaflet, plan.language)
    changes = [Put(proposal.translation.path, proposal.words) for proposal in plan.changes]
    after = edited(before.decode("utf-8"), changes, file).encode("utf-8")
    problems: list[Problem] = []
    read_back = record_of(LeafletText, tree_of(text_of(after, file, problems), file, problems), file)
    text = read_back.record
    if text is None:
        return _Work(
            before, after, project, project, tuple(only_new(loaded.problems, (*problems, *read_back.problems)))
        )
    changed = replace(project, texts={**project.texts, key: text})
    record = noted(changed, *key, plan.confirmed, today)
    compared = replace(changed, translated={**project.translated, key: record})
    wrong = (*only_new(loaded.problems, (*problems, *read_back.problems)), *brought(project, compared, today))
    return _Work(
        before, after, project, changed, tuple(replace(one, place=_cell(one.place, text, plan)) for one in wrong)
    )


def _cell(place: Place | None, text: LeafletText, plan: Plan) -> Place | None:
    """A place in the file as it would be, seen from the spreadsheet: the cell the words came from."""
    if place is None or place.file != _file(plan):
        return place
    above = [
        phrase for phrase in phrases(text) if (phrase.place.line, phrase.place.column) <= (place.line, place.column)
    ]
    nearest = max(above, key=lambda phrase: (phrase.place.line, phrase.place.column), default=None)
    filled = {(one.translation.section, one.translation.key): one.place for one in plan.changes}
    return filled.get((nearest.section, nearest.key), Place(place.file)) if nearest else Place(place.file)


def _refuse(plan: Plan, problems: Sequence[Problem], root: Path, as_json: bool) -> ExitCode:
    """All that is wrong at once; nothing is written while anything of it remains."""
    found = (*problems, *plan.doubts, *plan.remarks)
    if as_json:
        tell_data({**_told(plan), "problems": _plain(found), "written": None})
        return ExitCode.PROBLEMS
    tell_problems(found, root)
    print("Nothing was written. Mend these cells in the spreadsheet, save it, and import it again.", file=sys.stderr)
    return ExitCode.PROBLEMS


def _show(wish: TranslationsWish, plan: Plan) -> None:
    if plan.changes:
        print(f"What {wish.file.name} changes in {_file(plan)}:")
        show_table(("where", "now", "new"), [_row(proposal) for proposal in plan.changes])
    kept = len(plan.proposals) - len(plan.changes)
    if kept:
        stays = "1 text stays as it is" if kept == 1 else f"{kept} texts stay as they are"
        print(f"{stays}, confirmed by the translator.")
    if plan.confirmed:
        print(f"Then up to date with the original: {', '.join(plan.confirmed)}")


def _tell_open(plan: Plan, project: Project) -> None:
    """The sections that came back in part, and what of them is still to be answered."""
    filled = {(one.original.section, one.original.key) for one in plan.proposals}
    for one in states(project, plan.leaflet, plan.language):
        if one.state is State.STALE and one.section not in plan.confirmed:
            left = [change.key for change in one.changes if change.new and (one.section, change.key) not in filled]
            if left and any(section == one.section for section, _ in filled):
                print(f"Not up to date yet: {one.section}; still without an answer: {', '.join(map(spoken, left))}")


def _row(proposal: Proposal) -> tuple[str, str, str]:
    phrase = proposal.translation
    section = "title and summary" if phrase.section == FRONT else phrase.section
    return f"{section} › {spoken(phrase.key)}", str(phrase.words), proposal.words


def _question(plan: Plan) -> str:
    if plan.doubts:
        return (
            f"The original of {len(plan.doubts)} of them has changed meanwhile. Write into {_file(plan)} all the same?"
        )
    return f"Write this into {_file(plan)}?"


def _write(plan: Plan, work: _Work, root: Path, today: date) -> Sequence[Problem]:
    """Writes words and record, and gives what is wrong with the project now and was not before."""
    file = _file(plan)

    def write_both() -> None:
        if plan.changes:
            write_file(root / file, work.after)
        if plan.confirmed:
            note_translated(work.project, root, plan.leaflet, plan.language, plan.confirmed, today)

    return put_back(work.known, root, today, file, work.before, write_both)


def _as_data(wish: TranslationsWish, plan: Plan, work: _Work, root: Path, today: date) -> ExitCode:
    writes = wish.yes and bool(plan.changes or plan.confirmed)
    problems = _write(plan, work, root, today) if writes else ()
    tell_data(
        {
            **_told(plan),
            "problems": _plain((*plan.doubts, *plan.remarks, *problems)),
            "written": _file(plan) if writes else None,
        }
    )
    return ExitCode.PROBLEMS if refusals(problems) else ExitCode.DONE


def _told(plan: Plan) -> dict[str, Any]:
    return {
        "leaflet": plan.leaflet,
        "language": plan.language,
        "changes": [
            {
                "section": proposal.translation.section,
                "where": spoken(proposal.translation.key),
                "old": str(proposal.translation.words),
                "new": proposal.words,
            }
            for proposal in plan.changes
        ],
        "up_to_date": list(plan.confirmed),
    }


def _plain(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    return [problem.as_data() for problem in in_order(problems)]


def _file(plan: Plan) -> str:
    return f"{LEAFLETS}/{plan.leaflet}/{plan.language}.yaml"
