"""Which stock to pull now, and where: every print run that is still out, judged by what is said today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from press.cli.changed import change_data, change_lines, in_short, name_of, plain
from press.cli.editions import Editions
from press.cli.instead import instead
from press.cli.runs import pulled_words
from press.errors import ContentError
from press.model.ledger import Ledger, PrintRun
from press.snapshot.changes import Change, Grade
from press.snapshot.record import Snapshot
from press.snapshot.verdict import Verdict, judge

#: Changes shown for each run; `identify` shows them all.
_CHANGES_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Pull:
    """A print run to pull: why, and what to do instead."""

    run: PrintRun
    said: Snapshot
    verdict: Verdict
    grave: tuple[Change, ...]
    instead: str


@dataclass(frozen=True, slots=True)
class Recall:
    """What to pull, the gravest first; `unsure` are runs of which nobody knows what they said."""

    pull: tuple[Pull, ...]
    unsure: tuple[PrintRun, ...]
    good: int  # runs that may stay


def recall(known: Editions, ledger: Ledger, today: date, at_least: Grade) -> Recall:
    """Judges every run that is still out."""
    pull: list[Pull] = []
    unsure: list[PrintRun] = []
    out = [run for run in ledger.runs if run.gone is None]
    for run in out:
        said = _found(known, run.code)
        if said is None:
            unsure.append(run)
            continue
        present = known.successor(said)
        verdict = judge(said, present, today, at_least, run.format or "")
        if not verdict.is_good:
            grave = tuple(change for change in verdict.changes if change.grade >= at_least)
            pull.append(Pull(run, said, verdict, grave, instead(known, said, present, today, run.format or "")))
    pull.sort(key=lambda one: (-(one.verdict.grade or 0), one.run.where.casefold(), one.run.code))
    return Recall(tuple(pull), tuple(unsure), len(out) - len(pull) - len(unsure))


def recall_lines(found: Recall) -> Iterator[str]:
    """The recall for people, place by place; the place with the gravest run comes first."""
    if not found.pull and not found.unsure:
        yield f"Nothing has to be pulled. Out are {_runs(found.good)}, and what they say still holds."
        return
    copies = sum(one.run.copies for one in found.pull)
    yield f"PULL NOW: {copies} copies of {_runs(len(found.pull))}"
    for place in dict.fromkeys(one.run.where for one in found.pull):
        yield ""
        yield plain(place)
        for one in found.pull:
            if one.run.where == place:
                yield from _pull_lines(one)
    if found.unsure:
        yield ""
        yield "Nobody knows what these said; pull them too, or bring back the files of content/ledger/editions:"
        yield from (plain(f"  {run.code}: {run.copies} copies at {run.where}") for run in found.unsure)
    yield ""
    others = f"May stay: {_runs(found.good)}. " if found.good else ""
    yield f"{others}More about a paper: ./run identify CODE"


def recall_data(found: Recall) -> dict[str, Any]:
    """The recall as plain data."""
    return {
        "pull": [
            {
                **_run_data(one.run),
                "leaflet": one.said.leaflet,
                "language": one.said.language,
                "branch": one.said.branch,
                "title": one.said.title,
                "grade": str(one.verdict.grade),
                "reasons": [reason.sentence for reason in one.verdict.reasons],
                "changes": change_data(one.grave),
                "replaced_by": one.verdict.replaced_by or None,
                "instead": one.instead,
            }
            for one in found.pull
        ],
        "unsure": [_run_data(run) for run in found.unsure],
        "good": found.good,
    }


def _runs(count: int) -> str:
    return "1 print run" if count == 1 else f"{count} print runs"


def _found(known: Editions, code: str) -> Snapshot | None:
    try:
        return known.find(code)
    except ContentError:  # its file is broken: as good as lost
        return None


def _pull_lines(one: Pull) -> Iterator[str]:
    run = one.run
    format = next((format.name for format in one.said.formats if format.key == run.format), "")
    yield plain(
        f"  {run.copies} × {run.code}  {name_of(one.said)}{f', {format}' if format else ''} "
        f"(printed {run.on} by {run.by})"
    )
    for reason in one.verdict.reasons:
        yield plain(f"    {reason.sentence}")
    yield from change_lines(one.grave[:_CHANGES_SHOWN], "    ")
    if len(one.grave) > _CHANGES_SHOWN:
        yield f"      and more: {in_short(one.grave[_CHANGES_SHOWN:])}"
    yield plain(f"    Instead: {one.instead}")
    yield plain(f"    Then:    {pulled_words(run)}")


def _run_data(run: PrintRun) -> dict[str, Any]:
    return run.model_dump(mode="json", exclude_none=True)
