"""The closing words of a build: what was made, where it lies, how to print it, what was refused.

Standard library only, as a build with nothing to do prints it too.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from press.cli.tell import printable

#: Rows of the table; thousands of branches are told by the manifest.
MOST_ROWS = 60
_DRAFT = ".draft.pdf"
_MEDIA = {"office": "print", "screen": "screen"}
_ENDS = {"prices": "prices hold until", "review": "review due by"}


def summary(report: Mapping[str, Any]) -> str:
    """The report in words for the people who print and hand out leaflets."""
    parts = (_made(report), _printing(report), _refused(report), _soon(report))
    return printable("\n\n".join("\n".join(lines) for part in parts if (lines := list(part))))


def _made(report: Mapping[str, Any]) -> Iterator[str]:
    files = report["files"]
    if not files:
        yield "No leaflet was made."
        return
    drafts = sum(file["path"].endswith(_DRAFT) for file in files)
    if drafts == len(files):
        yield f"{_counted(drafts, 'draft')} in {report['output']}; every page says DRAFT, {_keep(drafts)}"
    else:
        yield f"{_counted(len(files) - drafts, 'leaflet file')} ready in {report['output']}"
    yield ""
    branches = any(file["branch"] for file in files)
    head = ["Leaflet", *(["Branch"] if branches else []), "Language", "Format", "For", "Sheets", "File"]
    rows = [
        [
            file["title"],
            *([file["branch"] or "main"] if branches else []),
            file["language"],
            file["format"],
            _MEDIA.get(file["medium"], file["medium"]),
            _sheets(file),
            file["path"],
        ]
        for file in files[:MOST_ROWS]
    ]
    yield from _table(head, rows)
    if len(files) > MOST_ROWS:
        yield f"  and {len(files) - MOST_ROWS} more; manifest.json there lists them all"
    if 0 < drafts < len(files):
        yield f"Besides, {_counted(drafts, 'draft')}: every page says DRAFT, {_keep(drafts)}"


def _keep(drafts: int) -> str:
    return f"do not hand {'it' if drafts == 1 else 'them'} out"


def _sheets(file: Mapping[str, Any]) -> str:
    if file["medium"] == "office":
        return f"{file['sheets']} × {file['paper']}"
    return _counted(file["pages"], "page")


def _printing(report: Mapping[str, Any]) -> Iterator[str]:
    if report["printing"]:
        yield "How to print (the files marked print; those marked screen are for telephones and computers)"
    for format in report["printing"]:
        yield f"  {format['format']}"
        for step in format["steps"]:
            yield f"    - {step}"


def _refused(report: Mapping[str, Any]) -> Iterator[str]:
    if report["refused"]:
        yield f"Not made: {_counted(len(report['refused']), 'file')}"
    alike: dict[tuple[str, tuple[str, ...]], list[Mapping[str, Any]]] = {}
    for file in report["refused"]:
        alike.setdefault((file["title"], tuple(file["reasons"])), []).append(file)
    for (title, reasons), files in list(alike.items())[:MOST_ROWS]:
        yield f"  {title}"
        yield from (f"    - {reason}" for reason in reasons)
        for file in files:
            yield f"    {file['path']}{_older(file)}"
    if len(alike) > MOST_ROWS:
        yield f"  and {len(alike) - MOST_ROWS} more"


def _older(file: Mapping[str, Any]) -> str:
    if not file["older_file"]:
        return ""
    if file["older_file"] == file["path"]:
        return ": the older file is still there, do not hand it out"
    looks = " and looks ready, as it does not say DRAFT" if file["path"].endswith(_DRAFT) else ""
    return f": the older file {file['older_file']} is still there{looks}; do not hand it out"


def _soon(report: Mapping[str, Any]) -> Iterator[str]:
    if report["soon"]:
        yield "Ends soon"
    for end in report["soon"]:
        then = f" Then: {end['then'][:1].lower()}{end['then'][1:]}" if end["then"] else ""
        left = f"{_counted(end['days_left'], 'day')} left" if end["days_left"] >= 0 else "over"
        yield f"  {_ENDS[end['what']]} {end['day']} ({left}): {'; '.join(end['titles'])}.{then}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(_width(cell) for cell in column) for column in zip(head, *rows, strict=True)]
    for row in (head, *rows):
        cells = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        yield ("  " + "  ".join(cells)).rstrip()


def _width(text: str) -> int:
    """Columns the text takes in a terminal."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text
    )


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
