"""No words of the original stand in a translation that is written in other letters."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain

from press.drift.phrases import Phrase, phrases
from press.drift.sheet import in_both
from press.drift.untranslated import RULE as RULE
from press.drift.untranslated import Letters, letters_of, untranslated
from press.errors import Problem
from press.lint.walk import in_translations
from press.model.project import Project

_SHOWN = 60


def untranslated_words(project: Project, _today: date) -> tuple[Problem, ...]:
    """Words that somebody still has to translate, and exceptions that nothing needs."""
    return in_translations(project, lambda *text: chain.from_iterable(untranslated_by_section(*text).values()))


def untranslated_by_section(project: Project, leaflet: str, language: str) -> dict[str, tuple[Problem, ...]]:
    """What is to be said of the untranslated words of a translation, by section."""
    found: dict[str, tuple[Problem, ...]] = {}
    original = project.original(leaflet)
    letters = letters_of(*(phrases(project.texts[leaflet, one]) for one in (original, language)))
    used: set[int] = set()
    pairs = in_both(project, leaflet, language)
    for ours, theirs in pairs:
        left = _without_excepted(ours, theirs, letters, used)
        for words in untranslated(ours.words, left, letters)[:1]:
            is_critical = project.leaflets[leaflet].is_critical(theirs.section)
            found[theirs.section] = (*found.get(theirs.section, ()), _problem(words, theirs, is_critical=is_critical))
    for section, problem in _not_needed([theirs for _, theirs in pairs], used):
        found[section] = (*found.get(section, ()), problem)
    return found


def _without_excepted(ours: Phrase, theirs: Phrase, letters: Letters, used: set[int]) -> str:
    left = theirs.words
    for exception in theirs.allow:
        if exception.rule == RULE and exception.words in left:
            without = left.replace(exception.words, " ")
            if untranslated(ours.words, left, letters) != untranslated(ours.words, without, letters):
                used.add(id(exception))
            left = without
    return left


def _problem(words: str, theirs: Phrase, *, is_critical: bool) -> Problem:
    shown = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
    grave = "; it tells when to call for help, so nothing is printed until it is translated" if is_critical else ""
    return Problem(
        RULE,
        f"“{shown}” is not translated{grave}",
        f"Translate it. If it is a name, add `allow` with the rule {RULE}, the words and the reason.",
        theirs.place,
        warning=not is_critical,
        sentence=theirs.words,
        start=max(theirs.words.find(words), 0),
        length=len(words) if words in theirs.words else 0,
    )


def _not_needed(found: list[Phrase], used: set[int]) -> Iterator[tuple[str, Problem]]:
    """Those of titles may be meant for another title, so only those of blocks are told."""
    exceptions = {id(one): (phrase.section, one) for phrase in found if phrase.block for one in phrase.allow}
    for identity, (section, exception) in exceptions.items():
        if exception.rule == RULE and identity not in used:
            yield (
                section,
                Problem(
                    "allowance-unused",
                    f"nothing here needs the exception for “{exception.words}”",
                    "Delete it; or if the words have changed, write them as they stand now.",
                    exception.place("words"),
                    warning=True,
                ),
            )
