"""Numbers, times, telephones and prices are the same in every language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

from press.drift.excused import RULE as RULE
from press.drift.excused import excused
from press.drift.pairs import Differing, Moved, Stands, differing_figures, in_another_order, shown
from press.drift.phrases import Phrase, phrases
from press.errors import Problem
from press.lint.walk import in_translations
from press.model.allowance import Allowance
from press.model.project import Project
from press.model.translation import FRONT


def different_figures(project: Project, _today: date) -> tuple[Problem, ...]:
    """Blocks whose figures differ from those of the original, and exceptions that nothing needs."""
    return in_translations(project, lambda *text: chain.from_iterable(figures_by_section(*text).values()))


def figures_by_section(project: Project, leaflet: str, language: str) -> dict[str, tuple[Problem, ...]]:
    """What is to be said of the figures of a translation, by section; nothing of those where all is well."""
    found: dict[str, list[Problem]] = {}
    for section, problem in _of(project, leaflet, language):
        found.setdefault(section, []).append(problem)
    return {section: tuple(problems) for section, problems in found.items()}


def _of(project: Project, leaflet: str, language: str) -> Iterator[tuple[str, Problem]]:
    original = project.original(leaflet)
    ours = _by_block(phrases(project.texts[leaflet, original]))
    theirs = _by_block(phrases(project.texts[leaflet, language]))
    for block in (block for block in ours if block in theirs):
        found = differing_figures(ours[block], original, theirs[block], language)
        told = excused(found, ours[block], theirs[block])
        if told.left:
            yield block[0], _differing(told.left, theirs[block], ours[block], original)
        for moved in told.left.moved:
            yield block[0], _in_another_order(moved)
        if not (told.left or told.left.moved):
            for problem in _not_needed(told.unused, ours[block][0].block):
                yield block[0], problem


def _by_block(found: Sequence[Phrase]) -> dict[tuple[str, str], list[Phrase]]:
    """The strings of each block; titles of sections, and the title and summary, stand for themselves."""
    blocks: dict[tuple[str, str], list[Phrase]] = {}
    for phrase in found:
        blocks.setdefault((phrase.section, phrase.block), []).append(phrase)
    return blocks


def _not_needed(unused: Iterable[Allowance], block: str) -> Iterator[Problem]:
    """Exceptions of a block that excuse nothing; those of titles may be meant for another title."""
    if not block:
        return
    for exception in unused:
        yield Problem(
            "allowance-unused",
            f"this exception is not needed: the figures of “{block}” agree without it",
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
        RULE,
        f"the figures in {_named(phrase)} differ: “{original}” says {shown(found.original)}, "
        f"here it says {shown(found.translation)}",
        f"Compare with {source.place.file}:{source.place.line}:{source.place.column} and correct whichever is wrong. "
        f"If both are right, add `allow` with the rule {RULE}, the words with the figure, and the reason.",
        phrase.place,
        sentence=here.text if here else "",
        start=here.figure.start if here else 0,
        length=here.figure.length if here else 0,
    )


def _in_another_order(moved: Moved) -> Problem:
    here, there = moved.translation[0], moved.original[0].phrase.place
    return Problem(
        "translation-order",
        f"{in_another_order(moved)} in {_named(here.phrase)}",
        "This may be right, because the order of words is free. Please look whether each dose stands with whom it is "
        f"for; the original is at {there.file}:{there.line}:{there.column}. If all is well, add `allow` with the rule "
        f"{RULE}, one of the doses, and the reason.",
        here.phrase.place,
        warning=True,
        sentence=here.text,
        start=here.figure.start,
        length=here.figure.length,
    )


def _twin(stands: Stands | None, others: Sequence[Phrase]) -> Phrase:
    """The string in the other language that has the same key, or the first one of the block."""
    key = stands.phrase.key if stands else ""
    return next((phrase for phrase in others if phrase.key == key), others[0])


def _named(phrase: Phrase) -> str:
    if phrase.block:
        return f"the block “{phrase.block}” of the section “{phrase.section}”"
    return "the title and summary" if phrase.section == FRONT else f"the title of the section “{phrase.section}”"
