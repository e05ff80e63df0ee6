"""`ledger`: print runs are noted, listed, marked as gone, and recalled when what they say no longer holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from press import archive, wording
from press.cli.changed import name_of, plain
from press.cli.editions import Editions, editions
from press.cli.hindrances import commands
from press.cli.noted_day import refuse_future
from press.cli.recall import recall, recall_data, recall_lines, unknown_lines
from press.cli.runs import FILE, NO_FORMAT, add_run, is_at, mark_gone, pulled_words, read_ledger
from press.cli.tables import show_table
from press.cli.tell import tell_data, tell_problems
from press.cli.wishes import LedgerWish
from press.cli.words import Options, wish_of
from press.errors import ContentError, ExitCode, Place, PressError, Problem, UsageError
from press.guess import did_you_mean
from press.model.base import is_key
from press.model.ledger import PrintRun
from press.publish import write_file
from press.snapshot.changes import Grade
from press.snapshot.codes import as_typed, guesses, tidy
from press.snapshot.record import Snapshot

_LONGEST = 120  # letters
_AFTER = "Note what was done on the day it was done, or after."


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
        raise UsageError(_unknown_code(wish.code, known.known))
    refuse_future(wish.on or today, today, _AFTER)
    format = _format(wish.format, said)
    by = _role(_short("--by", wish.by))
    noted = PrintRun(
        code=code,
        copies=wish.copies,
        where=_short("--where", wish.where),
        by=by,
        format=format or None,
        on=wish.on or today,
    )
    ledger = read_ledger(root)
    if not wish.again:
        _refuse_repeated(noted, ledger.runs)
    warnings = tuple(_unapproved(known, said))
    # What was printed first is what `find` gives, so that it stays what is remembered.
    kept = known.printed_folder / archive.file_name(code)
    is_new = not kept.exists()
    write_file(kept, archive.dumps(said))
    try:
        add_run(root, ledger, noted)
    except PressError:
        if is_new:
            kept.unlink(missing_ok=True)
        raise
    if options.as_json:
        run = noted.model_dump(mode="json", exclude_none=True)
        tell_data({"run": run, "file": FILE, "problems": [problem.as_data() for problem in warnings]})
    else:
        print(plain(f"Noted: {noted.copies} copies of {code}, {name_of(said)}, at {noted.where}, {_day(noted.on)}."))
        print(f"It stands in {FILE}. What to pull one day: ./run ledger recall", flush=True)
        tell_problems(warnings, root)
    return ExitCode.DONE


def _short(option: str, typed: str) -> str:
    """The words of an option as they go into the ledger: on one line, and not too long for a table."""
    words = " ".join(typed.split())
    if not words or len(words) > _LONGEST or not words.isprintable():
        raise UsageError(
            Problem("usage", f"{option} is empty or too long.", f"Write a few words, {_LONGEST} letters at most.")
        )
    return words


def _unknown_code(typed: str, known: frozenset[str]) -> Problem:
    found = " or ".join(guesses(typed, known))
    return Problem(
        "edition-unknown",
        f"no edition has the code {as_typed(typed)}",
        f"Did you mean {found}?"
        if found
        else "Read the code at the foot of the paper again. Build first, then print: what was built is known.",
    )


def _role(typed: str) -> str:
    """Who printed, as a word for a role: names of people are not kept."""
    if not is_key(typed):
        raise UsageError(
            Problem(
                "usage",
                f"{typed!r} is not noted: who printed is kept as a role, never as a name.",
                "Write the role in small letters a-z with hyphens, such as `--by clerk` or `--by ward-clerk`.",
            )
        )
    return typed


def _format(typed: str, said: Snapshot) -> str:
    """The key of the format somebody typed, by its key or by the name that the build shows."""
    keys = {one.key for one in said.formats}
    names = {" ".join(one.name.casefold().split()): one.key for one in said.formats}
    found = typed if typed in keys or not typed else names.get(" ".join(typed.casefold().split()))
    if found is None:
        raise UsageError(Problem("usage", f"{said.code} is not made as {typed!r}.", did_you_mean(typed, keys)))
    return found


def _refuse_repeated(new: PrintRun, runs: Sequence[PrintRun]) -> None:
    """Raise ContentError where the very same run is noted as being out: mostly it was typed twice."""
    for one in runs:
        same = (one.code, one.copies, one.format, one.on) == (new.code, new.copies, new.format, new.on)
        if same and one.gone is None and is_at(one, new.where):
            raise ContentError(
                Problem(
                    "run-repeated",
                    f"the same is noted already: {new.copies} copies of {new.code} at {one.where}, printed on "
                    f"{new.on}; nothing was noted",
                    "Were so many printed a second time? Type the same once more, with --again at its end.",
                    Place(FILE),
                )
            )


def _unapproved(known: Editions, said: Snapshot) -> Iterator[Problem]:
    """A warning where the clinic wants the words approved first; papers that are out are noted all the same."""
    roles = known.hindrances(said, known.successor(said)).unapproved
    if roles:
        typed = " and ".join(commands(said.leaflet, said.language, roles))
        yield Problem(
            "edition-not-approved",
            f"it was noted, but the clinic’s rules want an approval of the words of {said.code} first; what is "
            f"missing: {', '.join(roles)}",
            f"Put the copies aside. When the words are approved, type: {typed}. Papers that say DRAFT are not for "
            "handing out; take them away.",
            warning=True,
        )


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
        left = sum(one.copies for one in runs if one.is_out(date.today()))
        print(f"\n{left} copies are out. Which of them to pull: ./run ledger recall")
    return ExitCode.DONE


def _row(one: PrintRun, titles: Mapping[str, str]) -> list[str]:
    gone = str(one.gone or "")
    words = (one.code, titles[one.code], one.format or "", str(one.copies), one.where, one.by, str(one.on), gone)
    return [plain(word) for word in words]


def _title(root: Path, code: str) -> str:
    said = _printed(root, code)
    return name_of(said) if said else "?"


def _printed(root: Path, code: str) -> Snapshot | None:
    """What was printed; None where its file is lost or broken."""
    try:
        return archive.read(root / archive.PRINTED, code)
    except ContentError:
        return None


# pulled -----------------------------------------------------------------------------------------------------


def _pulled(options: Options, root: Path) -> ExitCode:
    wish, today = wish_of(options, LedgerWish), date.today()
    refuse_future(wish.on or today, today, _AFTER)
    code, runs = tidy(wish.code), read_ledger(root).runs
    there = {number: one for number, one in enumerate(runs) if one.code == code and one.is_out(today)}
    wanted = {number: one for number, one in there.items() if not wish.where or is_at(one, wish.where)}
    if not wanted:
        raise UsageError(_no_run(wish.code, wish.where, tuple(there.values()), runs))
    wanted = _on_format(wanted, wish.format, _printed(root, code))
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


def _on_format(there: Mapping[int, PrintRun], typed: str, said: Snapshot | None) -> dict[int, PrintRun]:
    """Those of the runs on a format; without one several formats at one place are a question."""
    out = tuple(there.values())
    if not typed:
        _refuse_several_formats(out)
        return dict(there)
    is_noted = typed == NO_FORMAT or any(one.format == typed for one in out)
    format = typed if is_noted or said is None else _format(typed, said)
    found = {number: one for number, one in there.items() if (one.format or NO_FORMAT) == format}
    if not found:
        raise UsageError(
            Problem("run-unknown", f"no copies are noted there as {typed!r}", _ways(out), Place(FILE)),
        )
    return found


def _refuse_several_formats(out: Sequence[PrintRun]) -> None:
    for place in dict.fromkeys(one.where.casefold() for one in out):
        here = [one for one in out if is_at(one, place)]
        if len({one.format for one in here}) > 1:
            raise UsageError(
                Problem(
                    "run-which-format",
                    f"{here[0].code} lies at {here[0].where} on several formats; which of them are gone?",
                    _ways(here),
                    Place(FILE),
                )
            )


def _ways(out: Sequence[PrintRun]) -> str:
    """What can be typed, with the number of copies."""
    found: dict[str, int] = {}
    for one in out:
        words = pulled_words(one, out)
        found[words] = found.get(words, 0) + one.copies
    told = "; ".join(f"`{words}` ({copies} {'copy' if copies == 1 else 'copies'})" for words, copies in found.items())
    return f"Type one after the other what is gone: {told}."


def _no_run(typed: str, where: str, there: Sequence[PrintRun], runs: Sequence[PrintRun]) -> Problem:
    code = as_typed(typed)
    if there:
        places = ", ".join(dict.fromkeys(one.where for one in there))
        return Problem(
            "run-unknown", f"no copies of {code} are noted at {where!r}", f"They are noted at: {places}.", Place(FILE)
        )
    found = " or ".join(guesses(typed, {one.code for one in runs if one.is_out(date.today())}))
    remedy = f"Did you mean {found}?" if found else "`./run ledger list` shows all print runs."
    return Problem("run-unknown", f"no copies of {code} are noted as being out", remedy, Place(FILE))


# recall -----------------------------------------------------------------------------------------------------


def _recall(options: Options, root: Path) -> ExitCode:
    today, grade = options.today or date.today(), Grade[wish_of(options, LedgerWish).grade.upper()]
    ledger = read_ledger(root)
    try:
        known = editions(root, options.output, today)
    except ContentError:
        if not options.as_json:
            print("\n".join(unknown_lines(ledger, today)), flush=True)
        raise
    found = recall(known, ledger, today, grade)
    if options.as_json:
        tell_data(recall_data(found))
    else:
        print("\n".join(recall_lines(found)))
    return ExitCode.PROBLEMS if found.asks else ExitCode.DONE


def _day(day: date) -> str:
    return wording.day(day, "en")


_VERBS: Mapping[str, Callable[[Options, Path], ExitCode]] = {
    "add": _add,
    "list": _list,
    "pulled": _pulled,
    "recall": _recall,
}
