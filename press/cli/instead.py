"""What to hand out in the place of a paper that is no longer good."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from press import wording
from press.cli.changed import language_name, plain
from press.cli.editions import Editions
from press.cli.folders import shown
from press.cli.hindrances import commands, in_a_line
from press.snapshot.changes import Grade
from press.snapshot.record import Snapshot
from press.snapshot.verdict import Verdict, judge

#: Refusals for days that are over, which are told with the one to ask.
_DAYS = frozenset({"prices-expired", "prices-not-yet-valid", "review-overdue"})


def instead(known: Editions, said: Snapshot, present: Snapshot | None, today: date, format: str = "") -> str:
    """In words: what to print instead of `said`; `present` is what its leaflet says today."""
    if present is None:
        return _instead_of_what_is_gone(known, said)
    verdict = judge(present, present, today)
    if verdict.begins:
        return f"nothing yet; the prices of today’s leaflet begin on {wording.day(verdict.begins, 'en')}"
    awaited = tuple(_awaited(known, present, verdict))
    if awaited:
        return plain(f"nothing yet; {'; '.join(awaited)}")
    if format and format not in {one.key for one in present.formats}:
        names = ", ".join(one.name for one in present.formats)
        return plain(f"it is no longer made in this format; there is: {names}")
    files = known.files(present, format) if present.code != said.code else ()
    if files:
        return plain("print " + ", ".join(shown(known.output / file) for file in files) + f" ({present.code})")
    branch = "" if said.branch == known.project.clinic.main_branch else f" --branch {said.branch}"
    only = f" --format {format}" if format else ""
    words = f"./run build --leaflet {said.leaflet} --language {said.language}{branch}{only}"
    return f"build and print {present.code}: {words}"


def _awaited(known: Editions, present: Snapshot, verdict: Verdict) -> Iterator[str]:
    """What has to happen before today's leaflet can be printed, and who is to be asked."""
    prices, leaflet = known.project.prices, known.project.leaflets[present.leaflet]
    grades = {reason.grade for reason in verdict.reasons}
    if Grade.PRICE in grades:
        yield f"ask the owner of the prices{f' ({prices.owner})' if prices.owner else ''} for new prices"
    if Grade.WORDING in grades:
        yield f"ask the owner of the leaflet ({leaflet.owner}) for a review"
    found = known.hindrances(present, present)
    faults = [one for one in found.refused if not grades or one.code not in _DAYS]
    if faults:
        more = f" (and {len(faults) - 1} more: ./run check)" if len(faults) > 1 else ""
        yield f"it cannot be printed until this is mended{more}: {in_a_line(faults[0])}"
    if found.unapproved:
        typed = ", ".join(commands(present.leaflet, present.language, found.unapproved))
        roles = ", ".join(found.unapproved)
        yield f"the clinic’s rules want an approval of today’s words first. What is missing for them: {roles}: {typed}"


def _instead_of_what_is_gone(known: Editions, said: Snapshot) -> str:
    others = ", ".join(language_name(language) for language in known.languages(said))
    if said.branch not in known.project.branches:
        return "nothing of this branch; `./run list` shows which leaflets there are"
    if others:
        return f"nothing in {language_name(said.language)}; there is the same leaflet in {others}"
    return "nothing; `./run list` shows which leaflets there are"
