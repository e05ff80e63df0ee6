"""A leaflet has the same sections and blocks in every language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from press.errors import Problem
from press.lint.walk import sections
from press.model.blocks import Block
from press.model.leaflet import LeafletText, Section
from press.model.project import Project


def different_languages(project: Project, _today: date) -> tuple[Problem, ...]:
    """Sections and blocks that one language has and another lacks, or has in another kind or order."""
    return tuple(
        problem
        for leaflet in project.leaflets
        for key, (language, section) in sections(project, leaflet).items()
        for other in project.clinic.languages
        if other != language
        for problem in _compared(key, language, section, project.texts[leaflet, other])
    )


def _compared(key: str, language: str, section: Section, other: LeafletText) -> Iterator[Problem]:
    file = section.place().file
    if key not in other.sections:
        yield Problem(
            "translation-differs",
            f"the section “{key}” is missing here; it is in “{language}”",
            f"Translate the section from {file}:{section.place().line}.",
            other.place("sections"),
        )
        return
    twin = other.sections[key]
    ours = {block.key: _kind(block) for block in section.blocks}
    theirs = {block.key: _kind(block) for block in twin.blocks}
    for block in section.blocks:
        if block.key not in theirs:
            yield Problem(
                "translation-differs",
                f"the block “{block.key}” is missing in the section “{key}”; it is in “{language}”",
                f"Translate the block from {file}:{block.place().line}.",
                other.place(f"sections.{key}:key"),
            )
    for block in twin.blocks:
        if block.key not in ours:
            yield Problem(
                "translation-differs",
                f"the block “{block.key}” stands only here; “{language}” does not have it",
                f"Add it to {file}:{section.place().line}, or delete it here.",
                block.place("key"),
            )
        elif _kind(block) != (kind := ours[block.key]):
            yield Problem(
                "translation-differs",
                f"the block “{block.key}” is a “{_kind(block)}” here and a “{kind}” in “{language}”",
                "Give both the same kind.",
                block.place("kind"),
            )
    if ours.keys() == theirs.keys() and list(ours) != list(theirs):
        yield Problem(
            "translation-differs",
            f"the blocks of the section “{key}” stand in another order than in “{language}”",
            f"Put them in this order: {', '.join(ours)}.",
            other.place(f"sections.{key}:key"),
        )


def _kind(block: Block) -> str:
    return str(getattr(block, "kind", ""))
