"""`ledger`: print runs are noted, listed, marked as gone, and recalled when what they say no longer holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from press import archive, wording
from press.cli.changed import name_of, plain
from press.cli.editions import editions
from press.cli.recall import recall, recall_data, recall_lines
from press.cli.runs import FILE, add_run, mark_gone, read_ledger
from press.cli.tables import show_table
from press.cli.tell import tell_data
from press.cli.wishes import LedgerWish
from press.cli.words import Options, wish_of
from press.errors import ContentError, ExitCode, Place, Problem, UsageError
from press.guess import did_you_mean
from press.model.ledger import PrintRun
from press.publish import write_file
from press.snapshot.changes import Grade
from press.snapshot.codes import meant, tidy
from press.snapshot.record import Snapshot

_LONGEST = 120  # letters


def run(options: Options, root: Path) -> ExitCode:
    """Does what the verb says: add, list, pulled or recall."""
    return _VERBS[wish_of(options, LedgerWish).verb](options, root)


# add --------------------------------------------------------------------------------------------------------


def _add(options: Options, root: Path) -> ExitCode:
    wish, today = wish_of(options, LedgerWish), date.today()
    known = editions(root, options.output, today)
    code = tidy(wish.code)
    said = known.find(code)
    if said is None:
        raise UsageError(_unknown_code(code, known.known))
    _refuse_future(wish.on, today)
    _refuse_format(wish.format, said)
    noted = PrintRun(
        code=code,
        copies=wish.copies,
        where=_short("--where", wish.where),
        by=_short("--by", wish.by),
        format=wish.format or None,
        on=wish.on or today,
    )
    ledger = read_ledger(root)
    # What was printed first is what `find` gives, so that it stays what is remembered.
    write_file(known.printed_folder / archive.file_name(code), archive.dumps(said))
    add_run(root, ledger, noted)
    if options.as_json:
        tell_data({"run": noted.model_dump(mode="json", exclude_none=True), "file": FILE})
    else:
        print(plain(f"Noted: {noted.copies} copies of {code}, {name_of(said)}, at {noted.where}, {_day(noted.on)}."))
        print(f"It stands in {FILE}. What to pull one day: ./run ledger recall")
    return ExitCode.DONE


def _short(option: str, typed: str) -> str:
    """The words of an option as they go into the ledger: on one line, and not too long for a table."""
    words = " ".join(typed.split())
    if not words or len(words) > _LONGEST or not words.isprintable():
        raise UsageError(
            Problem("usage", f"{option} is empty or too long.", f"Write a few words, {_LONGEST} letters at most.")
        )
    return words


def _unknown_code(code: str, known: frozenset[str]) -> Problem:
    guesses = " or ".join(meant(code, known))
    return Problem(
        "edition-unknown",
        f"no edition has the code {code}",
        f"Did you mean {guesses}?"
        if guesses
        else "Read the code at the foot of the paper again. Build first, then print: what was built is known.",
    )


def _refuse_future(day: date | None, today: date) -> None:
    if day and day > today:
        raise UsageError(
            Problem("usage", f"{day} is still to come.", "Note a print run on the day it was printed, or after.")
        )


def _refuse_format(format: str, said: Snapshot) -> None:
    known = [one.key for one in said.formats]
    if format and format not in known:
        raise UsageError(Problem("usage", f"{said.code} is not made as {format!r}.", did_you_mean(format, known)))


# list -------------------------------------------------------------------------------------------------------


def _list(options: Options, root: Path) -> ExitCode:
    runs = read_ledger(root).runs
    if options.as_json:
        tell_data({"runs": [one.model_dump(mode="json", exclude_none=True) for one in runs]})
    elif not runs:
        print("No print run has been noted yet.")
        print("After printing: ./run ledger add CODE --copies 100 --where reception --by clerk")
    else:
        titles = {code: _title(root, code) for code in dict.fromkeys(one.code for one in runs)}
        head = ["Code", "Leaflet", "Format", "Copies", "Where", "By", "Printed", "Gone"]
        show_table(head, [_row(one, titles) for one in runs])
        left = sum(one.copies for one in runs if one.gone is None)
        print(f"\n{left} copies are out. Which of them to pull: ./run ledger recall")
    return ExitCode.DONE


def _row(one: PrintRun, titles: Mapping[str, str]) -> list[str]:
    gone = str(one.gone or "")
    words = (one.code, titles[one.code], one.format or "", str(one.copies), one.where, one.by, str(one.on), gone)
    return [plain(word) for word in words]


def _title(root: Path, code: str) -> str:
    try:
        said = archive.read(root / archive.PRINTED, code)
    except ContentError:
        return "?"
    return name_of(said) if said else "?"


# pulled -----------------------------------------------------------------------------------------------------


def _pulled(options: Options, root: Path) -> ExitCode:
    wish, today = wish_of(options, LedgerWish), date.today()
    _refuse_future(wish.on, today)
    code, runs = tidy(wish.code), read_ledger(root).runs
    there = {number: one for number, one in enumerate(runs) if one.code == code and one.gone is None}
    wanted = {
        number: one for number, one in there.items() if not wish.where or one.where.casefold() == wish.where.casefold()
    }
    if not wanted:
        raise UsageError(_no_run(code, wish.where, tuple(there.values()), runs))
    day = wish.on or today
    early = [one for one in wanted.values() if one.on > day]
    if early:
        raise UsageError(
            Problem("usage", f"They were printed on {early[0].on}, after {day}.", "Look at the day again.")
        )
    mark_gone(root, tuple(wanted), day)
    copies = sum(one.copies for one in wanted.values())
    if options.as_json:
        tell_data({"code": code, "gone": day.isoformat(), "copies": copies, "runs": len(wanted)})
    else:
        places = ", ".join(dict.fromkeys(one.where for one in wanted.values()))
        print(plain(f"Noted: no copy of {code} is left at {places} ({copies} copies)."))
    return ExitCode.DONE


def _no_run(code: str, where: str, there: Sequence[PrintRun], runs: Sequence[PrintRun]) -> Problem:
    if there:
        places = ", ".join(dict.fromkeys(one.where for one in there))
        return Problem(
            "run-unknown", f"no copies of {code} are noted at {where!r}", f"They are noted at: {places}.", Place(FILE)
        )
    guesses = " or ".join(meant(code, {one.code for one in runs if one.gone is None}))
    remedy = f"Did you mean {guesses}?" if guesses else "`./run ledger list` shows all print runs."
    return Problem("run-unknown", f"no copies of {code} are noted as being out", remedy, Place(FILE))


# recall -----------------------------------------------------------------------------------------------------


def _recall(options: Options, root: Path) -> ExitCode:
    today, grade = options.today or date.today(), Grade[wish_of(options, LedgerWish).grade.upper()]
    ledger = read_ledger(root)
    found = recall(editions(root, options.output, today), ledger, today, grade)
    if options.as_json:
        tell_data(recall_data(found))
    else:
        print("\n".join(recall_lines(found)))
    return ExitCode.PROBLEMS if found.pull or found.unsure else ExitCode.DONE


def _day(day: date) -> str:
    return wording.day(day, "en")


_VERBS: Mapping[str, Callable[[Options, Path], ExitCode]] = {
    "add": _add,
    "list": _list,
    "pulled": _pulled,
    "recall": _recall,
}
