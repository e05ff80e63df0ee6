"""What `diff` has to tell: the pages that changed with their words, for people and as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from press.cli.changed import plain
from press.cli.folders import shown
from press.compare.pages import Fate, Pair, Passage
from press.compare.reading import Paper
from press.model.job import Job, Medium
from press.model.project import Project

WHAT: Mapping[Fate, str] = {
    Fate.WORDS: "words changed",
    Fate.LOOK: "looks different, the words are the same",
    Fate.CODE: "only the code at the foot differs",
    Fate.NEW: "new",
    Fate.GONE: "no longer there",
    Fate.SAME: "the same",
}
_TOLD = (Fate.WORDS, Fate.LOOK, Fate.NEW, Fate.GONE)
_SIDES = ("front of the sheet", "back of the sheet")


@dataclass(frozen=True, slots=True)
class Compared:
    """A file that is on both sides, with its pages."""

    name: str
    old: Paper
    new: Paper
    pairs: tuple[Pair, ...]

    @property
    def told(self) -> tuple[Pair, ...]:
        """The pages that differ by more than the code."""
        return tuple(pair for pair in self.pairs if pair.fate in _TOLD)


def page_name(project: Project | None, job: Job | None, one: Compared, pair: Pair) -> str:
    """What to call a page: its panel or side if the job is known, else its number and the heading on it."""
    paper, number = (one.old, pair.old) if pair.new is None else (one.new, pair.new)
    number = number or 0
    names = _panels(project, job) if project and job else ()
    if len(names) == len(paper.pages):
        return names[number]
    heading = paper.pages[number].heading
    return f"page {number + 1}" + (f" (“{plain(heading)}”)" if heading else "")


def _panels(project: Project, job: Job) -> tuple[str, ...]:
    format = project.formats.get(job.format)
    layout = project.leaflets[job.leaflet].formats.get(job.format) if job.leaflet in project.leaflets else None
    if format is None or layout is None:
        return ()
    if job.medium is not Medium.SCREEN:
        return _SIDES
    panels = [panel for panel in format.panels if panel.key in layout.panels]
    return tuple(str(panel.names.get("en") or next(iter(panel.names.values()))) for panel in panels)


@dataclass(frozen=True, slots=True)
class Changed:
    """A file with changed pages, and the names of these pages."""

    compared: Compared
    pages: tuple[tuple[str, Pair], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All that there is to tell."""

    changed: tuple[Changed, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]
    twins: int  # changed sheets for the printer, whose panels are told with the screen file
    only_code: int
    same: int
    refused: Mapping[str, tuple[str, ...]]

    @property
    def differs(self) -> bool:
        """Whether there is anything to look at."""
        return bool(self.changed or self.new or self.gone or self.refused)

    def lines(self, to: Path | None) -> Iterator[str]:
        """In words for people."""
        for one in self.changed:
            yield plain(f"{one.compared.name}   {_codes(one.compared)}")
            for name, pair in one.pages:
                yield plain(f"  {name}: {WHAT[pair.fate]}")
                for passage in dict.fromkeys(pair.passages):
                    yield from (plain(f"    {line}") for line in _in_words(passage))
            yield ""
        for head, names in (("New", self.new), ("No longer there", self.gone)):
            if names:
                yield head
                yield from (plain(f"  {name}") for name in names)
                yield ""
        for name, reasons in self.refused.items():
            yield plain(f"Not compared, as it cannot be made today: {name}: {'; '.join(reasons)}")
        yield self._count()
        if to and self.changed:
            yield f"Side by side: {shown(to)}"
        elif to:
            yield f"There are no two pages to lay side by side, so {shown(to)} was not written."

    def _count(self) -> str:
        counts = (
            (len(self.changed) + self.twins, "changed"),
            (self.only_code, "differ only in the code at the foot"),
            (self.same, "the same"),
        )
        told = ", ".join(f"{count} {what}" for count, what in counts if count)
        once = ""
        if self.twins:
            once = " Screen file and printer's sheet have the same panels; they are shown once."
        return f"Files: {told or 'none on both sides'}.{once}"

    def data(self, to: Path | None) -> dict[str, Any]:
        """The same as plain data."""
        return {
            "changed": [
                {
                    "file": one.compared.name,
                    "old_code": one.compared.old.code or None,
                    "new_code": one.compared.new.code or None,
                    "pages": [
                        {
                            "name": name,
                            "what": str(pair.fate),
                            "passages": [{"was": p.old, "now": p.new} for p in dict.fromkeys(pair.passages)],
                        }
                        for name, pair in one.pages
                    ],
                }
                for one in self.changed
            ],
            "new": list(self.new),
            "gone": list(self.gone),
            "refused": {name: list(reasons) for name, reasons in self.refused.items()},
            "twins": self.twins,
            "only_code": self.only_code,
            "same": self.same,
            "side_by_side": shown(to) if to and self.changed else None,
        }


def _codes(one: Compared) -> str:
    old, new = (paper.code or "no code" for paper in (one.old, one.new))
    return old if old == new else f"{old} → {new}"


def _in_words(passage: Passage) -> Iterator[str]:
    lead = f"… {passage.lead} " if passage.lead else ""
    tail = f" {passage.tail} …" if passage.tail else ""
    for word, words in (("was", passage.old), ("now", passage.new)):
        yield f"{word}: {lead}{f'[{words}]' if words else '[nothing]'}{tail}"
