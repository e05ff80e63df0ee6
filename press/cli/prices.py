"""`prices import` and `prices export`: the price list as a spreadsheet, in and out."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from press.cli.agree import agreed
from press.cli.price_changes import Shown, shown, tell_table
from press.cli.put_back import brought, only_new, put_back
from press.cli.tell import in_order, printable, tell_data, tell_problems
from press.cli.wishes import PricesWish
from press.cli.words import Options, wish_of
from press.errors import ContentError, ExitCode, OutputError, Place, Problem, UsageError, refusals
from press.guess import did_you_mean
from press.load.project import load
from press.load.records import record_of
from press.load.text import text_of
from press.load.tree import tree_of
from press.model.grid import Workbook
from press.model.prices import PriceList, in_force
from press.model.project import Project
from press.pricing.changes import Change, applied, entries
from press.pricing.exporting import tables_of
from press.pricing.origins import origin_of
from press.pricing.places import in_sheet
from press.pricing.plan import Plan, new_list, plan_of
from press.pricing.suspicions import of_beginning, of_days
from press.publish import write_file
from press.rewrite import Edit, Insert, Put, Remove, edited
from press.spreadsheet import read, read_bytes, same_cells, write


@dataclass(frozen=True, slots=True)
class _Import:
    """What an import is about: the file that is changed or made, its new text, and how it was before."""

    plan: Plan
    result: PriceList
    changes: tuple[Change, ...]
    rows: tuple[Shown, ...]
    target: str
    text: str
    before: bytes | None  # None: the file is new
    problems: tuple[Problem, ...]  # what would be wrong with the project then, and is not now


def run(options: Options, root: Path) -> ExitCode:
    """Imports or exports; an import shows what would change and writes only what was agreed to."""
    wish = wish_of(options, PricesWish)
    today = options.today or date.today()
    loaded = load(root, today)
    if loaded.project is None:
        tell_problems(loaded.problems, root, options.as_json)
        return ExitCode.PROBLEMS
    if wish.verb == "export":
        return _export(wish, loaded.project, _list(loaded.project, wish.into), options.as_json)
    return _import(wish, loaded.project, root, today, options.as_json)


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
    if not wish.file.parent.is_dir():
        raise OutputError(
            Problem(
                "output-unwritable",
                f"there is no folder {wish.file.parent}",
                "Correct the name of the folder, or make it first.",
                Place(str(wish.file)),
            )
        )
    is_workbook = wish.file.suffix.lower() != ".csv"
    into = "" if prices.file == project.prices.file else f" --into {Path(prices.file).name}"
    tables = tables_of(prices, project.clinic.languages, read_me=is_workbook, into=into)
    data = write(wish.file.suffix, tables)
    if wish.file.exists() and not _says_the_same(wish.file, data):
        raise OutputError(
            Problem(
                "spreadsheet-exists",
                f"{wish.file} is there already, and says something else than {prices.file}",
                f"Import it if it was edited: `./run prices import {wish.file}{into}`. Otherwise choose another name, "
                "or delete it first.",
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
        print(f"Change it, then: ./run prices import {wish.file}{into}")
    return ExitCode.DONE


def _says_the_same(file: Path, data: bytes) -> bool:
    """Whether nothing is lost when the file is written anew: cell by cell it is what would be written."""
    try:
        return same_cells(read(file), read_bytes(data, file.name))
    except ContentError:
        return False


# Import ---------------------------------------------------------------------------------------------------


def _import(wish: PricesWish, project: Project, root: Path, today: date, as_json: bool) -> ExitCode:
    _check_days(wish)
    workbook = read(wish.file)
    prices = _meant(wish, project, workbook)
    _must_load(prices, root)
    plan = plan_of(workbook, prices, project.clinic.languages, wish.table or "")
    if plan.problems or plan.result is None:
        return _ask(plan, root, as_json)
    work = _work(wish, project, prices, plan, root, today)
    if as_json:
        return _as_data(wish, work, project, root, today)
    _tell_notes(plan)
    if not work.changes:
        print(f"{wish.file.name} says the same as {work.target}: nothing changes.")
        return ExitCode.DONE
    about_new = f"{work.target}, a new list, differs from {prices.file}:"
    print(f"What {wish.file.name} changes in {prices.file}:" if work.before else about_new)
    tell_table(work.rows, project)
    sys.stdout.flush()
    tell_problems(work.problems, root)
    if refusals(work.problems):
        print("Nothing was written: the leaflets could not be printed with this.", file=sys.stderr)
        return ExitCode.PROBLEMS
    wrong = _wrong(wish, work)
    if wrong and wish.yes:
        tell_problems(wrong, root)
        print("Nothing was written: --yes is not enough for prices that look wrong.", file=sys.stderr)
        return ExitCode.PROBLEMS
    words = "--yes and --looked-again" if wrong else "--yes"
    if not agreed(f"Write this into {work.target}?", wish.yes, words):
        return ExitCode.DONE
    if wrong and not agreed(f"“Look again” stands in {_rows(len(wrong))}. Are these prices right?", False, words):
        return ExitCode.DONE
    problems = only_new(work.problems, _write(work, project, root, today))
    print(f"Written: {work.target}.{_since_when(work, today)} Next: ./run build")
    tell_problems(problems, root)
    return ExitCode.PROBLEMS if refusals(problems) else ExitCode.DONE


def _meant(wish: PricesWish, project: Project, workbook: Workbook) -> PriceList:
    """The list to change, or to make a new one from; a spreadsheet made from another list is refused."""
    origin = origin_of(workbook)
    if wish.begins and origin and any(Path(one.file).name == origin.name for one in project.price_lists):
        return _list(project, origin.name)
    prices = _list(project, wish.into)
    name = Path(prices.file).name
    if origin is None or origin.name == name:
        return prices
    made = f"This spreadsheet was made from {origin.name}"
    change = f"If it is meant for {name} all the same, write {name} in this cell."
    if wish.into:
        message, remedy = f"{made}, and --into says {name}.", f"Write --into {origin.name}. {change}"
    else:
        message, remedy = f"{made}; add --into {origin.name}.", f"Without it {name} would be changed. {change}"
    raise ContentError(Problem("prices-list-other", message, remedy, origin.place))


def _since_when(work: _Import, today: date) -> str:
    """From when on a new list holds."""
    begins, ends = work.result.valid_from, work.result.valid_until
    if work.before is not None:
        return ""
    if begins > today:
        return f" It takes over on {begins}."
    return f" It holds from {begins}, and is {'already over' if ends < today else 'now in force'}."


def _must_load(prices: PriceList, root: Path) -> None:
    """Refuses a list that the program itself would not take, with what is wrong in it."""
    _, problems = _read_back((root / prices.file).read_text("utf-8-sig"), prices.file)
    if refused := refusals(problems):
        raise ContentError(*refused)


def _wrong(wish: PricesWish, work: _Import) -> tuple[Problem, ...]:
    """The prices that look like slips, unless somebody says that they were looked at."""
    return tuple(
        Problem(
            "prices-look-wrong",
            f"“{row.name or row.what}”, now {row.old}, then {row.new}: {row.looks_wrong}",
            "Correct the cell. If it is right, leave --yes out and answer at a terminal, or add --looked-again.",
            work.plan.said.amount(row.service) or Place(work.target),
        )
        for row in work.rows
        if row.looks_wrong and not wish.looked_again
    )


def _rows(count: int) -> str:
    return "one row" if count == 1 else f"{count} rows"


def _ask(plan: Plan, root: Path, as_json: bool) -> ExitCode:
    """All doubts at once; nothing is written while one remains."""
    if as_json:
        problems = [problem.as_data() for problem in in_order(plan.problems)]
        tell_data({"changes": [], "problems": problems, "notes": list(plan.notes), "written": None})
        return ExitCode.PROBLEMS
    _tell_notes(plan)
    sys.stdout.flush()
    tell_problems(plan.problems, root)
    is_of_cells = any(not problem.code.startswith("table-") for problem in plan.problems)
    mend = " Mend these cells in the spreadsheet, save it, and import it again." if is_of_cells else ""
    print(f"Nothing was written.{mend}", file=sys.stderr)
    return ExitCode.PROBLEMS


def _check_days(wish: PricesWish) -> None:
    if wish.ends and not wish.begins:
        raise UsageError(Problem("usage", "--ends is for a new list, and needs --begins too.", "Add --begins DAY."))
    if wish.begins and wish.into:
        raise UsageError(
            Problem(
                "usage",
                "--into changes a list, and --begins makes a new one.",
                "Leave one of the two out. A new list is made from the one that the spreadsheet was exported from.",
            )
        )
    if wish.begins and wish.ends and wish.ends < wish.begins:
        raise UsageError(Problem("usage", "The new list would end before it begins.", "Change one of the two days."))


def _work(wish: PricesWish, project: Project, prices: PriceList, plan: Plan, root: Path, today: date) -> _Import:
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
        kept = tuple(one for one in changes if one.path not in (("valid_from",), ("valid_until",)))
        changes = (*new_list(prices, wish.begins, ends), *kept)
    wanted = applied(prices, changes)
    text = edited(source, _rewritings(entries(changes), prices), target)
    result, problems = _read_back(text, target)
    if result != wanted or refusals(problems):
        raise ContentError(
            Problem(
                "yaml-not-changed",
                "this file could not be changed safely, so it was left as it is",
                "Was it changed just now? Then try again. Otherwise change it by hand.",
                Place(prices.file),
            )
        )
    others = (one for one in project.price_lists if one.file != target)
    lists = sorted((*others, result), key=lambda one: (one.valid_from, one.file))
    beginning = of_beginning(result.valid_from, result.valid_until, today) if wish.begins else ""
    rows = shown(project, prices, wanted, changes, beginning or of_days(project.price_lists, lists, today))
    changed = replace(project, price_lists=tuple(lists), prices=in_force(lists, today))
    wrong = (*problems, *brought(project, changed, today))
    told = tuple(in_sheet(one, result, plan.said, has_own_days=bool(wish.begins)) for one in wrong)
    return _Import(plan, result, changes, rows, target, text, None if wish.begins else before, told)


def _must_be_new(target: str, begins: date, project: Project, root: Path) -> None:
    same_day = next((one.file for one in project.price_lists if one.valid_from == begins), "")
    if (root / target).exists() or same_day:
        there = target if (root / target).exists() else same_day
        raise ContentError(
            Problem(
                "prices-list-exists",
                f"there is a list that begins on {begins} already: {there}",
                f"To change that one: `./run prices export next.xlsx --from {Path(there).name}`, and then "
                f"`--into {Path(there).name}` in the place of --begins. Or choose another day.",
                Place(there),
            )
        )


def _rewritings(changes: Sequence[Change], prices: PriceList) -> list[Edit]:
    """The changes in the words of the room that writes YAML; what is new comes last, one behind the other."""
    found: list[Edit] = []
    new: Counter[tuple[str | int, ...]] = Counter()
    for change in changes:
        if change.is_new:
            found.append(Insert(change.path, _length(change.path, prices) + new[change.path], change.value))
            new[change.path] += 1
        else:
            found.append(Remove(change.path) if change.value is None else Put(change.path, change.value))
    return found


def _length(path: tuple[str | int, ...], prices: PriceList) -> int:
    """How many groups the list has, or services the group at the path."""
    return len(prices.groups) if path == ("groups",) else len(prices.groups[int(path[1])].services)


def _read_back(text: str, file: str) -> tuple[PriceList | None, tuple[Problem, ...]]:
    """The list that the text is to the program, and what is wrong with it."""
    problems: list[Problem] = []
    node = tree_of(text_of(text.encode("utf-8"), file, problems), file, problems)
    found = record_of(PriceList, node, file)
    return found.record, (*problems, *found.problems)


def _write(work: _Import, project: Project, root: Path, today: date) -> Sequence[Problem]:
    """Writes the list, and gives what is wrong with the project now and was not before."""
    return put_back(
        project, root, today, work.target, work.before, lambda: write_file(root / work.target, work.text.encode())
    )


def _as_data(wish: PricesWish, work: _Import, project: Project, root: Path, today: date) -> ExitCode:
    problems = (*work.problems, *(_wrong(wish, work) if wish.yes else ()))
    writes = bool(wish.yes and work.changes and not refusals(problems))
    if writes:
        problems = (*problems, *only_new(problems, _write(work, project, root, today)))
    tell_data(
        {
            "list": work.target,
            "changes": [row.as_data() for row in work.rows],
            "problems": [problem.as_data() for problem in in_order(problems)],
            "notes": list(work.plan.notes),
            "written": work.target if writes else None,
        }
    )
    return ExitCode.PROBLEMS if refusals(problems) else ExitCode.DONE


def _tell_notes(plan: Plan) -> None:
    for note in plan.notes:
        print(printable(note))
