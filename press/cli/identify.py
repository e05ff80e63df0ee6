"""`identify CODE`: somebody holds a paper and asks whether it may still be handed out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from press import wording
from press.cli.changed import change_data, change_lines, language_name, name_of, plain
from press.cli.editions import Editions, editions
from press.cli.instead import instead
from press.cli.runs import pulled_words, read_ledger
from press.cli.tell import tell_data
from press.cli.wishes import IdentifyWish
from press.cli.words import Options, wish_of
from press.errors import ExitCode
from press.model.ledger import PrintRun
from press.snapshot.changes import Grade, gravest
from press.snapshot.codes import meant, tidy
from press.snapshot.record import Snapshot
from press.snapshot.verdict import Verdict, judge

GOOD = "STILL GOOD"
BAD = "DO NOT HAND OUT"
UNKNOWN = "UNKNOWN"
_GUESSES = 5


def run(options: Options, root: Path) -> ExitCode:
    """Tells which edition the code stands for, whether it still holds, what has changed and what to do."""
    today = options.today or date.today()
    code = tidy(wish_of(options, IdentifyWish).code)
    known = editions(root, options.output, today)
    said = known.find(code)
    if said is None:
        _tell_unknown(code, known, options.as_json)
        return ExitCode.PROBLEMS
    present = known.successor(said)
    verdict = judge(said, present, today)
    stock = [run for run in read_ledger(root).runs if run.code == code and run.gone is None]
    if options.as_json:
        tell_data(_data(said, present, verdict, stock))
    else:
        replacement = instead(known, said, present, today)
        print("\n\n".join("\n".join(part) for part in _parts(said, verdict, stock, replacement) if part))
    return ExitCode.DONE if verdict.is_good else ExitCode.PROBLEMS


# A known code -----------------------------------------------------------------------------------------------


def _parts(said: Snapshot, verdict: Verdict, stock: Sequence[PrintRun], replacement: str) -> Iterator[list[str]]:
    yield [f"{said.code}: {GOOD if verdict.is_good else BAD}"]
    yield list(_about(said))
    yield ["Why", *(f"  - {plain(reason.sentence)}" for reason in verdict.reasons)] if verdict.reasons else []
    if verdict.changes:
        yield [
            "What has changed since (the words that differ stand in brackets)",
            *change_lines(verdict.changes, old=said),
        ]
    yield [
        "What to do",
        *(f"  {number}. {plain(step)}" for number, step in enumerate(_steps(said, verdict, stock, replacement), 1)),
    ]


def _about(said: Snapshot) -> Iterator[str]:
    yield plain(f"  {said.title}")
    yield plain(
        f"  {language_name(said.language)}, {said.branch_name}; made as {', '.join(f.name for f in said.formats)}"
    )
    reviewed = (
        f"approved by a clinician on {_day(said.reviewed_on)}"
        if said.reviewed_on
        else "not yet approved by a clinician"
    )
    yield plain(f"  written on {_day(said.written_on)}, {reviewed}, next review by {_day(said.review_by)}")
    if said.prices_end:
        yield plain(f"  prices hold until {_day(said.prices_end)}")


def _steps(said: Snapshot, verdict: Verdict, stock: Sequence[PrintRun], replacement: str) -> Iterator[str]:
    if not verdict.is_good:
        yield "Take all copies away, also from leaflet racks and bags, and put them into the waste paper."
        for run in stock:
            yield f"By the ledger {run.copies} lie here: {run.where}. When they are gone: {pulled_words(run)}"
        yield f"Instead: {replacement}."
        return
    last = _day(min(day for day in (said.review_by, said.prices_end) if day))
    worst = gravest(verdict.changes)
    if worst is Grade.WORDING:
        yield f"Use up these copies, until {last} at the latest. Nothing about safety or prices has changed."
        yield f"Then {replacement}."
        return
    yield f"Hand it out, until {last} at the latest. It says what the leaflet says today."
    if worst:
        yield "New copies look a little different; that does not matter."
    elif verdict.replaced_by:
        yield f"New copies carry the code {verdict.replaced_by}; nothing that is printed has changed."


# An unknown code --------------------------------------------------------------------------------------------


def _tell_unknown(code: str, known: Editions, as_json: bool) -> None:
    guesses = meant(code, known.known)[:_GUESSES]
    if as_json:
        tell_data({"code": code, "known": False, "good": False, "did_you_mean": list(guesses)})
        return
    print(f"{code}: {UNKNOWN}\n")
    looked = ", ".join(f"{count} {where}" for where, count in known.looked_through.items())
    print(f"No edition has this code. Looked through: {looked}.")
    for guess in guesses:
        found = known.find(guess)
        print(f"Did you mean {guess}?" + (f" That is {name_of(found)}." if found else ""))
    print("\nWhat to do")
    for number, step in enumerate(_steps_if_unknown(known), 1):
        print(f"  {number}. {plain(step)}")


def _steps_if_unknown(known: Editions) -> Iterator[str]:
    yield "Read the code again: seven signs in the small print at the foot. There is no 0 O 1 I L U V 2 Z 5 S B in it."
    yield "Until you know more, do not hand the paper out."
    yield "Lay it beside a new copy and compare emergency numbers, telephones, steps, prices and dates."
    yield f"Still in doubt? Ask the owner of the texts ({known.project.clinic.owner}), and print anew."


# As data ----------------------------------------------------------------------------------------------------


def _data(said: Snapshot, present: Snapshot | None, verdict: Verdict, stock: Iterable[PrintRun]) -> dict[str, Any]:
    return {
        "code": said.code,
        "known": True,
        "good": verdict.is_good,
        "leaflet": said.leaflet,
        "title": said.title,
        "language": said.language,
        "branch": said.branch,
        "written_on": said.written_on.isoformat(),
        "review_by": said.review_by.isoformat(),
        "prices_until": said.prices_end.isoformat() if said.prices_end else None,
        "reasons": [{"grade": str(reason.grade), "sentence": reason.sentence} for reason in verdict.reasons],
        "replaced_by": verdict.replaced_by or None,
        "still_published": present is not None,
        "changes": change_data(verdict.changes),
        "stock": [run.model_dump(mode="json", exclude_none=True) for run in stock],
    }


def _day(day: date) -> str:
    return wording.day(day, "en")
