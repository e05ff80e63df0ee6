"""What to hand out in the place of a paper that is no longer good."""

from __future__ import annotations

from datetime import date

from press.cli.changed import plain
from press.cli.editions import Editions
from press.cli.folders import shown
from press.snapshot.record import Snapshot
from press.snapshot.verdict import judge


def instead(known: Editions, said: Snapshot, present: Snapshot | None, today: date, format: str = "") -> str:
    """In words: what to print instead of `said`; `present` is what its leaflet says today."""
    if present is None:
        return "nothing, the leaflet is no longer published; `./run list` shows which there are"
    if not judge(present, present, today).is_good:
        owner = known.project.leaflets[said.leaflet].owner
        return plain(f"nothing yet; ask the owner of the leaflet ({owner}) for new prices or a review")
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
