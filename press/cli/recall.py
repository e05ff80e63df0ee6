"""Which stock to pull now, and where: every print run that is still out, judged by what is said today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from press import archive, wording
from press.cli.changed import change_data, change_lines, format_name, in_short, name_of, plain
from press.cli.editions import Editions
from press.cli.hindrances import Hindrances, commands, in_a_line
from press.cli.instead import instead
from press.cli.runs import pulled_words, runs_out
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
class Hindered:
    """A print run that need not be pulled, but whose leaflet could not be printed as it is today."""

    run: PrintRun
    said: Snapshot
    found: Hindrances


@dataclass(frozen=True, slots=True)
class Recall:
    """What to pull, the gravest first; `unsure` are runs of which nobody knows what they said.

    `aside` are runs whose words the clinic wants approved first, `once` those that may be used up.
    """

    pull: tuple[Pull, ...]
    unsure: tuple[PrintRun, ...]
    aside: tuple[Hindered, ...]
    once: tuple[Hindered, ...]
    out: tuple[PrintRun, ...]  # all that are out
    noted: int  # all that were ever noted

    @property
    def good(self) -> int:
        """How many runs may stay, those of `once` among them."""
        return len(self.out) - len(self.pull) - len(self.unsure) - len(self.aside)

    @property
    def asks(self) -> bool:
        """Whether somebody has to go and do something."""
        return bool(self.pull or self.unsure or self.aside)


def recall(known: Editions, ledger: Ledger, today: date, at_least: Grade) -> Recall:
    """Judges every run that is still out."""
    pull: list[Pull] = []
    unsure: list[PrintRun] = []
    aside: list[Hindered] = []
    once: list[Hindered] = []
    out = runs_out(ledger, today)
    for run in out:
        said = _found(known, run.code)
        if said is None:
            unsure.append(run)
            continue
        present = known.successor(said)
        found = known.hindrances(said, present)
        verdict = judge(said, present, today, at_least, run.format or "", known.gone(said), found.reasons)
        if found.unapproved and (verdict.is_good or verdict.begins):
            aside.append(Hindered(run, said, found))
        elif verdict.is_good and found.refused:
            once.append(Hindered(run, said, found))
        elif not verdict.is_good:
            grave = tuple(change for change in verdict.changes if change.grade >= at_least)
            pull.append(Pull(run, said, verdict, grave, instead(known, said, present, today, run.format or "")))
    pull.sort(key=lambda one: (-(one.verdict.grade or 0), one.run.where.casefold(), one.run.code))
    return Recall(tuple(pull), tuple(unsure), tuple(aside), tuple(once), out, len(ledger.runs))


def recall_lines(found: Recall) -> Iterator[str]:
    """The recall for people, place by place; the place with the gravest run comes first."""
    if not found.asks:
        yield from _nothing_lines(found)
        yield from _once_lines(found.once)
        return
    runs = (*(one.run for one in found.pull), *found.unsure)
    if runs:
        yield f"PULL NOW: {_copies(sum(run.copies for run in runs))} of {_runs(len(runs))}"
    else:
        yield "Nothing has to be pulled, but some has to be put aside."
    for place in dict.fromkeys(one.run.where for one in found.pull):
        yield ""
        yield plain(place)
        for one in found.pull:
            if one.run.where == place:
                yield from _pull_lines(one, found.out)
    if found.unsure:
        yield ""
        yield f"Nobody knows what these say: their files in {archive.PRINTED} are missing or broken. Bring them back"
        yield "from your backup and ask again. If there is no backup, pull these copies too:"
        for run in found.unsure:
            yield plain(f"  {run.code}: {_copies(run.copies)} at {run.where} (printed {run.on} by {run.by})")
            yield plain(f"    Then:    {pulled_words(run, found.out)}")
    yield from _aside_lines(found.aside)
    yield from _once_lines(found.once)
    yield ""
    others = f"May stay: {_runs(found.good)}. " if found.good else ""
    yield f"{others}More about a paper: ./run identify CODE"


def unknown_lines(ledger: Ledger, today: date) -> Iterator[str]:
    """What to tell where the content cannot be read."""
    out = runs_out(ledger, today)
    yield "Nobody can say now what has to be pulled: a file of the content cannot be read, see below."
    yield "Mend it and ask again. Until then hand out nothing of which anything may have changed: steps, warning signs,"
    yield "emergency numbers, telephones, prices."
    if out:
        yield plain(
            f"Out are {_copies(sum(run.copies for run in out))}: {', '.join(dict.fromkeys(r.where for r in out))}."
        )
    yield ""


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
        "not_approved": [{**_run_data(one.run), "roles": list(one.found.unapproved)} for one in found.aside],
        "not_printable_again": [
            {**_run_data(one.run), "problems": [problem.as_data() for problem in one.found.refused]}
            for one in found.once
        ],
        "good": found.good,
    }


def _copies(count: int) -> str:
    return "1 copy" if count == 1 else f"{count} copies"


def _runs(count: int) -> str:
    return "1 print run" if count == 1 else f"{count} print runs"


def _found(known: Editions, code: str) -> Snapshot | None:
    try:
        return known.find(code)
    except ContentError:  # its file is broken: as good as lost
        return None


def _aside_lines(aside: Sequence[Hindered]) -> Iterator[str]:
    """Runs whose words the clinic wants approved before they are handed out."""
    if not aside:
        return
    yield ""
    yield "NOT APPROVED: put these aside until their words are approved, as the clinic’s rules want it:"
    for one in aside:
        yield plain(f"  {_copies(one.run.copies)} at {one.run.where}: {one.run.code}, {name_of(one.said)}")
    yield "When they are approved:"
    yield from dict.fromkeys(
        f"  {command}"
        for one in aside
        for command in commands(one.said.leaflet, one.said.language, one.found.unapproved)
    )


def _once_lines(once: Sequence[Hindered]) -> Iterator[str]:
    """Runs that may be used up, and why no more of them could be printed today."""
    if not once:
        return
    yield ""
    yield "These may be used up, but could not be printed again as they are:"
    for one in {one.run.code: one for one in once}.values():
        yield plain(f"  {one.run.code}, {name_of(one.said)}: {in_a_line(one.found.refused[0])}")
        for run in (other.run for other in once if other.run.code == one.run.code):
            format = format_name(one.said, run.format)
            yield plain(f"    {_copies(run.copies)} at {run.where}{f' ({format})' if format else ''}")


def _nothing_lines(found: Recall) -> Iterator[str]:
    if not found.noted:
        yield "No print run has been noted, so nothing is known about stock. After printing, note it:"
        yield "  ./run ledger add CODE --copies 100 --where reception --by clerk"
        return
    said = f"Out {'is' if found.good == 1 else 'are'} {_runs(found.good)}, and what is printed still holds."
    yield f"Nothing has to be pulled. {said if found.good else 'No print run is noted as being out.'}"


def _pull_lines(one: Pull, out: Sequence[PrintRun]) -> Iterator[str]:
    run, format = one.run, format_name(one.said, one.run.format)
    yield plain(
        f"  {run.copies} × {run.code}  {name_of(one.said)}{f', {format}' if format else ''} "
        f"(printed {run.on} by {run.by})"
    )
    for reason in one.verdict.reasons:
        yield plain(f"    {reason.sentence}")
    yield from change_lines(one.grave[:_CHANGES_SHOWN], "    ")
    if len(one.grave) > _CHANGES_SHOWN:
        yield f"      and more: {in_short(one.grave[_CHANGES_SHOWN:])}"
    if one.verdict.begins:
        yield plain(f"    Put them aside; from {wording.day(one.verdict.begins, 'en')} on they may be handed out.")
        return
    yield plain(f"    Instead: {one.instead}")
    yield plain(f"    Then:    {pulled_words(run, out)}")


def _run_data(run: PrintRun) -> dict[str, Any]:
    return run.model_dump(mode="json", exclude_none=True)
