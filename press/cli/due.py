"""`due`: what ends soon or is over, by owner; as a table, as data, and as a calendar file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from press import __version__
from press.cli.folders import shown
from press.cli.side_file import refuse_side_file, write_side_file
from press.cli.tables import show_table
from press.cli.tell import tell_data
from press.cli.wishes import DueWish
from press.cli.words import Options, wish_of
from press.errors import ContentError, ExitCode
from press.lint.due import Ending, Kind, endings
from press.load.project import load
from press.model.project import Project

#: Days before the end on which a calendar reminds: time to find somebody, and the last call.
REMINDERS = (30, 7)
_WHAT = {Kind.REVIEW: "review", Kind.PRICES: "price list", Kind.OWN_PRICE: "own price"}
_NOBODY = "nobody named"


def run(options: Options, root: Path) -> ExitCode:
    """Tells what ends within the days asked for; exit code 1 where something is over already."""
    today = options.today or date.today()
    wish = wish_of(options, DueWish)
    if wish.ics is not None:
        refuse_side_file(wish.ics, root, (".ics",))
    loaded = load(root, today)
    if loaded.project is None:
        raise ContentError(*loaded.problems)
    project = loaded.project
    every = endings(project)
    within = project.clinic.warn_days if wish.within is None else wish.within
    soon = [ending for ending in every if ending.days_left(today) <= within]
    over = [ending for ending in soon if ending.days_left(today) < 0]
    if wish.ics is not None:
        # A calendar reminds by itself, so it holds every day unless somebody asks for less.
        write_side_file(wish.ics, _calendar(project, every if wish.within is None else soon))
    if options.as_json:
        tell_data(
            {
                "today": today.isoformat(),
                "within": within,
                "overdue": len(over),
                "due": [_data(ending, today) for ending in soon],
            }
        )
    else:
        _tell(soon, within, today)
        if not soon and every:
            print(f"The next to end: {_WHAT[every[0].kind]}, {every[0].title}, on {every[0].day}.")
        if wish.ics is not None:
            print(f"The calendar file is {shown(wish.ics)}: open it, or import it into your calendar.")
    return ExitCode.PROBLEMS if over else ExitCode.DONE


def _tell(soon: Sequence[Ending], within: int, today: date) -> None:
    if not soon:
        print(f"Nothing ends within {_days(within)}.")
    for owner in dict.fromkeys(ending.owner or _NOBODY for ending in soon):  # who is late comes first
        rows = [
            (str(ending.day), _left(ending.days_left(today)), _WHAT[ending.kind], ending.title, ending.then)
            for ending in soon
            if (ending.owner or _NOBODY) == owner
        ]
        show_table(("last day", "left", "what", "which", "then"), rows, title=owner)


def _left(days: int) -> str:
    if days < 0:
        return f"OVER for {_days(-days)}"
    return "today" if days == 0 else _days(days)


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def _data(ending: Ending, today: date) -> dict[str, Any]:
    return {
        "day": ending.day.isoformat(),
        "days_left": ending.days_left(today),
        "what": str(ending.kind),
        "title": ending.title,
        "owner": ending.owner or None,
        "then": ending.then,
        "following": ending.following or None,
        "file": ending.place.file,
        "line": ending.place.line,
    }


def _calendar(project: Project, found: Sequence[Ending]) -> bytes:
    from press.agenda import Entry, calendar  # only where a calendar is wanted

    host = re.sub(r"https://|/.*", "", project.first_branch.web)
    names = project.clinic.names
    entries = [
        Entry(
            uid=f"{ending.name}@{host}",
            day=ending.day,
            title=f"Last day: {_WHAT[ending.kind]}, {ending.title}",
            text=f"{ending.then}\nOwner: {ending.owner or _NOBODY}\n{ending.place.file}",
            changed=ending.since,
            reminders=REMINDERS,  # where something follows too: papers that are out are to be replaced then
        )
        for ending in found
    ]
    return calendar(
        f"Leaflets: {names.get('en') or next(iter(names.values()))}", entries, f"leaflet press {__version__}"
    )
