"""Figures that may differ: what an exception (`allow`) takes out of those that are left over, and no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from press.drift.figures import read_figures
from press.drift.number_words import LANGUAGES, is_dose
from press.drift.pairs import Differing, Stands
from press.drift.phrases import Phrase
from press.model.allowance import Allowance

RULE = "translation-figures"


@dataclass(frozen=True, slots=True)
class Excused:
    """What is left when the exceptions of a block have taken theirs, and those that took nothing."""

    left: Differing
    unused: tuple[Allowance, ...]


def excused(found: Differing, original: Sequence[Phrase], translation: Sequence[Phrase]) -> Excused:
    """The figures of one block that no exception excuses, and the exceptions that excuse none.

    An exception takes out the figures that lie inside its words, in whichever language they stand. Words without
    a figure (сутки) stand for one figure of the same string in the other language, which is no dose. Doses in
    another order are excused by the words of one of them.
    """
    ours, theirs, moved, unused = found.original, found.translation, found.moved, []
    for exception in exceptions((*original, *translation)):
        taken = (
            *_inside(exception.words, (*ours, *theirs)),
            *_meant(exception.words, original, theirs),
            *_meant(exception.words, translation, ours),
        )
        looked_at = tuple(one for one in moved if any(_inside(exception.words, (*one.original, *one.translation))))
        moved = tuple(one for one in moved if one not in looked_at)
        if not (taken or looked_at):
            unused.append(exception)
        ours, theirs = (tuple(one for one in side if one not in taken) for side in (ours, theirs))
    return Excused(Differing(ours, theirs, moved), tuple(unused))


def exceptions(phrases: Iterable[Phrase]) -> tuple[Allowance, ...]:
    """The exceptions of a block to the rule of figures, each once."""
    found = (exception for phrase in phrases for exception in phrase.allow)
    return tuple(dict.fromkeys(exception for exception in found if exception.rule == RULE))


def _inside(words: str, figures: Iterable[Stands]) -> Iterator[Stands]:
    said = read_figures(words, "").text
    for stands in figures:
        first, last = stands.figure.start, stands.figure.start + stands.figure.length
        at = stands.text.find(said)
        while at >= 0:
            if at <= first and last <= at + len(said):
                yield stands
                break
            at = stands.text.find(said, at + 1)


def _meant(words: str, phrases: Iterable[Phrase], others: Sequence[Stands]) -> tuple[Stands, ...]:
    """What words without a figure say in place of: the first figure, a range or a day as a whole."""
    keys = {phrase.key for phrase in phrases if words in phrase.words}
    if not keys or any(figure.must for language in LANGUAGES for figure in read_figures(words, language).figures):
        return ()
    figures = [one for one in others if one.phrase.key in keys and not is_dose(one.figure.unit)]
    return tuple(one for one in figures if (one.text, one.figure.begin) == (figures[0].text, figures[0].figure.begin))
