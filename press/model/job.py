"""A job: one edition on one format for one medium, which is one PDF."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Medium(StrEnum):
    """For whom the file is made."""

    SCREEN = "screen"
    OFFICE = "office"


@dataclass(frozen=True, slots=True, order=True)
class Job:
    """leaflet × language × branch × format × medium, all by their keys; `branch` is "" for the main one."""

    leaflet: str
    language: str
    branch: str
    format: str
    medium: Medium
    draft: bool = False

    @property
    def path(self) -> str:
        """Where the PDF lies in the output folder, with `/`."""
        folder = f"{self.branch}/" if self.branch else ""
        draft = ".draft" if self.draft else ""
        return f"{folder}{self.language}/{self.leaflet}.{self.format}.{self.medium}{draft}.pdf"

    @property
    def twin(self) -> Job:
        """The clean file of a draft, the draft of a clean file: of two twins only one is good at a time."""
        return replace(self, draft=not self.draft)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which of all jobs are wanted; an empty tuple leaves that side open.

    `branches` are keys as in content/branches/, the main branch by its own key.
    """

    leaflets: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    branches: tuple[str, ...] = ()
    draft: bool = False

    @property
    def is_everything(self) -> bool:
        """Whether nothing is left out."""
        return not (self.leaflets or self.languages or self.formats or self.media or self.branches)
