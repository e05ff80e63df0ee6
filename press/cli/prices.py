"""`prices import` and `prices export`: the price list as a spreadsheet, in and out."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from press.cli.agree import agreed
from press.cli.price_changes import Shown, shown, tell_table
from press.cli.tell import in_order, printable, tell_data, tell_problems
from press.cli.wishes import PricesWish
from press.cli.words import Options, wish_of
from press.errors import ContentError, ExitCode, OutputError, Place, Problem, UsageError, refusals
from press.guess import did_you_mean
from press.lint.rules import lint
from press.load.project import load
from press.load.records import record_of
from press.load.text import text_of
from press.load.tree import tree_of
from press.model.prices import PriceList
from press.model.project import Project
from press.pricing.changes import Change, applied, entries
from press.pricing.exporting import tables_of
from press.pricing.plan import Plan, new_list, plan_of
from press.publish import write_file
from press.rewrite import Change as Rewriting
from press.rewrite import Insert, Put, Remove, edited
from press.spreadsheet import read, write


@dataclass(frozen=True, slots=True)
class _Import:
    """What an import is about: the file that is changed or made, its new text, and how it was before."""

    plan: Plan
    changes: tuple[Change, ...]
    rows: tuple[Shown, ...]
    target: str
    text: str
    before: bytes | None  # None: the file is new


def run(options: Options, root: Path) -> ExitCode:
    """Imports or exports; an import shows what would change and writes only what was agreed to."""
    wish = wish_of(options, PricesWish)
    today = options.today or date.today()
    loaded = load(root, today)
    if loaded.project is None:
        tell_problems(loaded.problems, root, options.as_json)
        return ExitCode.PROBLEMS
    prices = _list(loaded.project, wish.into)
    if wish.verb == "export":
        return _export(wish, loaded.project, prices, options.as_json)
    return _import(wish, loaded.project, prices, root, today, options.as_json)


def _list(project: Project, name: str | None) -> PriceList:
    """The list that is meant, with the days of its own file (the list of the day may end earlier)."""
    wanted = Path(name).name if name else Path(project.prices.file).name
    names = {Path(prices.file).name: prices for prices in project.price_lists}
    if wanted not in names and f"{wanted}.yaml" in names:
        wanted = f"{wanted}.yaml"
    if wanted not in names:
        raise ContentError(
            Problem("prices-list-unknown", f"there is no price list {name}", did_you_mean(wanted, names))
        )
    return names[wanted]


# Export ---------------------------------------------------------------------------------------------------


def _export(wish: PricesWish, project: Project, prices: PriceList, as_json: bool) -> ExitCode:
    is_workbook = wish.file.suffix.lower() != ".csv"
    tables = tables_of(prices, project.clinic.languages, read_me=is_workbook)
    data = write(wish.file.suffix, tables)
    if wish.file.exists() and not _says_the_same(wish.file, project, prices):
        raise OutputError(
            Problem(
                "spreadsheet-exists",
                f"{wish.file} is there already, and says something else than {prices.file}",
                f"Import it if it was edited: `./run prices import {wish.file}`. Otherwise choose another name, or "
                "delete it first.",
                Place(str(wish.file)),
            )
        )
    write_file(wish.file, data)
    count = len(prices.services)
    if as_json:
        tell_data({"written": str(wish.file), "list": prices.file, "services": count})
    else:
        noun = "service" if count == 1 else "services"
        print(f"{wish.file}: {count} {noun} of {prices.file}, valid {prices.valid_from} to {prices.valid_until}.")
        print(f"Change it, then: ./run prices import {wish.file}")
    return ExitCode.DONE


def _says_the_same(file: Path, project: Project, prices: PriceList) -> bool:
    """Whether nothing is lost when the file is written anew: an export that nobody has changed."""
    try:
        plan = plan_of(read(file), prices, project.clinic.languages)
    except ContentError:
        return False
    return not plan.problems and not plan.changes


# Import ---------------------------------------------------------------------------------------------------


def _import(wish: PricesWish, project: Project, prices: PriceList, root: Path, today: date, as_json: bool) -> ExitCode:
    _check_days(wish)
    plan = plan_of(read(wish.file), prices, project.clinic.languages, wish.table or "")
    if plan.problems or plan.result is None:
        return _ask(plan, root, as_json)
    work = _work(wish, project, prices, plan, root)
    if as_json:
        return _as_data(wish, work, project, root, today)
    _tell_notes(plan)
    if not work.changes:
        print(f"{wish.file.name} says the same as {work.target}: nothing changes.")
        return ExitCode.DONE
    print(f"What {wish.file.name} changes in {prices.file}:" if work.before else f"{work.target}, a new list, differs:")
    tell_table(work.rows, project)
    if not agreed(f"Write this into {work.target}?", wish.yes):
        return ExitCode.DONE
    problems = _write(work, project, root, today)
    takes_over = f" It takes over on {wish.begins}." if wish.begins else ""
    print(f"Written: {work.target}.{takes_over} Next: ./run check")
    tell_problems(problems, root)
    return ExitCode.PROBLEMS if refusals(problems) else ExitCode.DONE


def _ask(plan: Plan, root: Path, as_json: bool) -> ExitCode:
    """All doubts at once; nothing is written while one remains."""
    if as_json:
        problems = [problem.as_data() for problem in in_order(plan.problems)]
        tell_data({"changes": [], "problems": problems, "notes": list(plan.notes), "written": None})
        return ExitCode.PROBLEMS
    _tell_notes(plan)
    sys.stdout.flush()
    tell_problems(plan.problems, root)
    print("Nothing was written. Mend these cells in the spreadsheet, save it, and import it again.", file=sys.stderr)
    return ExitCode.PROBLEMS


def _check_days(wish: PricesWish) -> None:
    if wish.ends and not wish.begins:
        raise UsageError(Problem("usage", "--ends is for a new list, and needs --begins too.", "Add --begins DAY."))
    if wish.begins and wish.ends and wish.ends < wish.begins:
        raise UsageError(Problem("usage", "The new list would end before it begins.", "Change one of the two days."))


def _work(wish: PricesWish, project: Project, prices: PriceList, plan: Plan, root: Path) -> _Import:
    """The file to write, checked: it reads back as exactly the list that was planned."""
    assert plan.result is not None
    changes, target, before = plan.changes, prices.file, (root / prices.file).read_bytes()
    source = before.decode("utf-8")
    if wish.begins:
        target = f"content/prices-{wish.begins}.yaml"
        _must_be_new(target, wish.begins, project, root)
        ends = wish.ends or plan.result.valid_until
        if ends < wish.begins:
            raise UsageError(
                Problem("usage", f"The new list needs a last day: {prices.file} ends on {ends}.", "Add --ends DAY.")
            )
        others = tuple(one for one in changes if one.path not in (("valid_from",), ("valid_until",)))
        changes = (*new_list(prices, wish.begins, ends), *others)
    wanted = applied(prices, changes)
    text = edited(source, [_rewriting(change, prices) for change in entries(changes)], target)
    if _read_back(text, target) != wanted:
        raise ContentError(
            Problem(
                "yaml-not-changed",
                "this file could not be changed safely, so it was left as it is",
                "Was it changed just now? Then try again. Otherwise change it by hand.",
                Place(prices.file),
            )
        )
    rows = shown(project, prices, wanted, changes)
    return _Import(plan, changes, rows, target, text, None if wish.begins else before)


def _must_be_new(target: str, begins: date, project: Project, root: Path) -> None:
    same_day = next((one.file for one in project.price_lists if one.valid_from == begins), "")
    if (root / target).exists() or same_day:
        there = target if (root / target).exists() else same_day
        raise ContentError(
            Problem(
                "prices-list-exists",
                f"there is a list that begins on {begins} already: {there}",
                f"To change that one: `--into {Path(there).name}` in the place of --begins. Or choose another day.",
                Place(there),
            )
        )


def _rewriting(change: Change, prices: PriceList) -> Rewriting:
    """A change in the words of the room that writes YAML."""
    if change.is_new:
        tree: object = prices.groups
        if change.path != ("groups",):
            tree = prices.groups[int(change.path[1])].services
        assert isinstance(tree, tuple)
        return Insert(change.path, len(tree), change.value)
    return Remove(change.path) if change.value is None else Put(change.path, change.value)


def _read_back(text: str, file: str) -> PriceList | None:
    problems: list[Problem] = []
    node = tree_of(text_of(text.encode("utf-8"), file, problems), file, problems)
    found = record_of(PriceList, node, file)
    return None if problems or found.problems else found.record


def _write(work: _Import, project: Project, root: Path, today: date) -> Sequence[Problem]:
    """Writes the list, and gives what is wrong with the project now and was not before."""
    path = root / work.target
    if (path.read_bytes() if path.exists() else None) != work.before:
        raise ContentError(
            Problem(
                "yaml-not-changed",
                "somebody else has changed this file just now, so it was left as it is",
                "Import the spreadsheet again.",
                Place(work.target),
            )
        )
    known = {(problem.code, problem.message) for guard in lint(project, today) for problem in guard.problems}
    write_file(path, work.text.encode("utf-8"))
    loaded = load(root, today)
    found = [*loaded.problems]
    if loaded.project:
        found += [problem for guard in lint(loaded.project, today) for problem in guard.problems]
    return [problem for problem in found if (problem.code, problem.message) not in known]


def _as_data(wish: PricesWish, work: _Import, project: Project, root: Path, today: date) -> ExitCode:
    problems: Sequence[Problem] = ()
    if wish.yes and work.changes:
        problems = _write(work, project, root, today)
    tell_data(
        {
            "list": work.target,
            "changes": [row.as_data() for row in work.rows],
            "problems": [problem.as_data() for problem in in_order(problems)],
            "notes": list(work.plan.notes),
            "written": work.target if wish.yes and work.changes else None,
        }
    )
    return ExitCode.PROBLEMS if refusals(problems) else ExitCode.DONE


def _tell_notes(plan: Plan) -> None:
    for note in plan.notes:
        print(printable(note))
