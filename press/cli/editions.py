"""Every edition anybody can ask about: those of today, those that were built, those that were printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from press import archive
from press.cli.changed import language_name, plain
from press.cli.folders import shown
from press.cli.hindrances import Hindrances, hindrances
from press.cli.keeping import looks_of
from press.edition import resolve
from press.errors import ContentError, Place, Problem, refusals
from press.lint.rules import lint
from press.load.project import load
from press.model.job import Medium
from press.model.project import Project
from press.publish import MANIFEST, read_manifest
from press.snapshot.record import Snapshot
from press.snapshot.taking import Looks, take


@dataclass(frozen=True)
class Editions:
    """The editions of a project, looked up as they are needed."""

    project: Project
    output: Path
    today: date
    problems: tuple[Problem, ...] = ()  # that were met when the content was read

    def find(self, code: str) -> Snapshot | None:
        """The edition with this code, as it was printed if that is known, else as it was built, else of today.

        Raises `ContentError` where it is kept but its file cannot be read, and nobody else knows it.
        """
        unreadable: ContentError | None = None
        for folder in (self.printed_folder, self.built_folder):
            try:
                kept = archive.read(folder, code)
            except ContentError as error:
                unreadable = unreadable or _from_here(error)
                continue
            if kept is not None:
                return kept
        if code in self.of_today:
            return self.of_today[code]
        if unreadable:
            raise unreadable
        return None

    def successor(self, old: Snapshot) -> Snapshot | None:
        """What the leaflet of `old` says today, in its language and for its branch; None if it is gone."""
        project = self.project
        if (old.leaflet, old.language) not in project.texts or old.branch not in project.branches:
            return None
        return self._take(old.leaflet, old.language, old.branch)

    def hindrances(self, old: Snapshot, present: Snapshot | None) -> Hindrances:
        """What keeps today's leaflet from being printed, and what that means for a paper of `old`."""
        return hindrances(self.project, self._faults, old, present)

    def gone(self, old: Snapshot) -> str:
        """Why there is nothing today that replaces `old`, in a sentence."""
        if old.branch not in self.project.branches:
            return plain(f"It is of a branch that is no longer in the content ({old.branch_name or old.branch}).")
        if self.languages(old):
            return f"It is no longer published in {language_name(old.language)}."
        return "It is no longer published."

    def languages(self, old: Snapshot) -> tuple[str, ...]:
        """The languages in which the leaflet of `old` is published today."""
        return tuple(language for leaflet, language in self.project.texts if leaflet == old.leaflet)

    def files(self, present: Snapshot, format: str = "") -> tuple[str, ...]:
        """The files for the printer of this very edition that lie in the output folder, drafts apart."""
        rows = self._manifest.items()
        return tuple(
            path
            for path, row in sorted(rows)
            if row.get("edition") == present.code
            and row.get("medium") == Medium.OFFICE
            and not row.get("draft")
            and format in ("", row.get("format"))
            and (self.output / path).is_file()
        )

    @cached_property
    def looked_through(self) -> Mapping[str, int]:
        """How many editions are known from where; for telling somebody what was looked through."""
        return {
            "of the content as it is today": len(self.of_today),
            "built before": len(archive.codes(self.built_folder)),
            "in the ledger of print runs": len(archive.codes(self.printed_folder)),
        }

    @property
    def known(self) -> frozenset[str]:
        """All codes."""
        kept = archive.codes(self.built_folder) | archive.codes(self.printed_folder)
        return kept | self.of_today.keys()

    @cached_property
    def of_today(self) -> Mapping[str, Snapshot]:
        """What the content says now, by code."""
        return {said.code: said for said in self._all()}

    @property
    def built_folder(self) -> Path:
        """Where every build keeps its editions."""
        return self.output / archive.BUILT

    @property
    def printed_folder(self) -> Path:
        """Where the editions of the ledger are kept."""
        return Path(self.project.root) / archive.PRINTED

    def _all(self) -> Iterator[Snapshot]:
        for leaflet, language in self.project.texts:
            for branch in self.project.branches:
                yield self._take(leaflet, language, branch)

    def _take(self, leaflet: str, language: str, branch: str) -> Snapshot:
        return take(resolve(self.project, leaflet, language, branch).edition, self.project.formats, self._looks)

    @cached_property
    def _faults(self) -> tuple[Problem, ...]:
        """All that the build refuses anything for today."""
        linted = (problem for guard in lint(self.project, self.today) for problem in guard.problems)
        return refusals((*self.problems, *linted))

    @cached_property
    def _looks(self) -> Looks:
        return looks_of(self.project)

    @cached_property
    def _manifest(self) -> Mapping[str, Mapping[str, Any]]:
        return read_manifest(self.output / MANIFEST) or {}


def _from_here(error: ContentError) -> ContentError:
    """The error with its places as people type them."""
    return ContentError(
        *(
            replace(problem, place=Place(shown(Path(problem.place.file)))) if problem.place else problem
            for problem in error.problems
        )
    )


def editions(root: Path, output: Path, today: date) -> Editions:
    """The editions of the project in `root`; raises `ContentError` where its content cannot be read."""
    loaded = load(root, today)
    if loaded.project is None:
        raise ContentError(*loaded.problems)
    return Editions(loaded.project, output, today, loaded.problems)
