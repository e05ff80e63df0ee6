"""Numbers, times, telephones and prices are the same in every language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from press.drift.pairs import Differing, Stands, differing_figures, shown
from press.drift.phrases import Phrase, phrases
from press.errors import Problem
from press.model.project import Project
from press.model.translation import FRONT

RULE = "translation-figures"


def different_figures(project: Project, _today: date) -> tuple[Problem, ...]:
    """Blocks whose figures differ from those of the original, and exceptions that nothing needs."""
    return tuple(
        problem
        for leaflet, language in project.texts
        if language != project.original(leaflet)
        for problem in _of(project, leaflet, language)
    )


def _of(project: Project, leaflet: str, language: str) -> Iterator[Problem]:
    original = project.original(leaflet)
    ours = _by_block(phrases(project.texts[leaflet, original]))
    theirs = _by_block(phrases(project.texts[leaflet, language]))
    for block in (block for block in ours if block in theirs):
        found = differing_figures(ours[block], original, theirs[block], language)
        both = (*ours[block], *theirs[block])
        if not found:
            yield from _not_needed(both)
        elif not _allowed(both):
            yield _differing(found, theirs[block], ours[block], original)


def _by_block(found: Sequence[Phrase]) -> dict[tuple[str, str], list[Phrase]]:
    """The strings of each block; titles of sections, and the title and summary, stand for themselves."""
    blocks: dict[tuple[str, str], list[Phrase]] = {}
    for phrase in found:
        blocks.setdefault((phrase.section, phrase.block), []).append(phrase)
    return blocks


def _allowed(both: Sequence[Phrase]) -> bool:
    """Whether an exception names words that stand in the block."""
    return any(
        exception.rule == RULE and exception.words in phrase.words for phrase in both for exception in phrase.allow
    )


def _not_needed(both: Sequence[Phrase]) -> Iterator[Problem]:
    """Exceptions of a block whose figures agree; those of titles may be meant for another title."""
    if not both[0].block:
        return
    for exception in dict.fromkeys(one for phrase in both for one in phrase.allow):
        if exception.rule == RULE:
            yield Problem(
                "allowance-unused",
                f"this exception is not needed: the figures of “{both[0].block}” agree",
                "Delete the entry of `allow`.",
                exception.place(),
                warning=True,
            )


def _differing(found: Differing, theirs: Sequence[Phrase], ours: Sequence[Phrase], original: str) -> Problem:
    here = found.translation[0] if found.translation else None
    there = found.original[0] if found.original else None
    phrase = here.phrase if here else _twin(there, theirs)
    source = there.phrase if there else _twin(here, ours)
    return Problem(
        "translation-figures",
        f"the figures in {_named(phrase)} differ: “{original}” says {shown(found.original)}, "
        f"here it says {shown(found.translation)}",
        f"Compare with {source.place.file}:{source.place.line}:{source.place.column} and correct whichever is wrong. "
        f"If both are right, add `allow` with the rule {RULE}, the words and the reason.",
        phrase.place,
        sentence=here.text if here else "",
        start=here.figure.start if here else 0,
        length=here.figure.length if here else 0,
    )


def _twin(stands: Stands | None, others: Sequence[Phrase]) -> Phrase:
    """The string in the other language that has the same key, or the first one of the block."""
    key = stands.phrase.key if stands else ""
    return next((phrase for phrase in others if phrase.key == key), others[0])


def _named(phrase: Phrase) -> str:
    if phrase.block:
        return f"the block “{phrase.block}” of the section “{phrase.section}”"
    return "the title and summary" if phrase.section == FRONT else f"the title of the section “{phrase.section}”"
