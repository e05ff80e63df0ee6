"""Figures of an original and of its translation, matched: what is left over on either side."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from press.drift.figures import Figure, read_figures
from press.drift.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Stands:
    """A figure with the phrase it stands in and that phrase as it is read."""

    figure: Figure
    phrase: Phrase
    text: str


@dataclass(frozen=True, slots=True)
class Differing:
    """Figures without an answer, in the original and in the translation.

    The same number with another unit is on both sides.
    """

    original: tuple[Stands, ...] = ()
    translation: tuple[Stands, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.original or self.translation)


def differing_figures(
    original: Iterable[Phrase], language: str, translation: Iterable[Phrase], other: str
) -> Differing:
    """The figures of a block's strings in `language` that those in `other` lack, and the reverse."""
    pool = _Pool(_standing(original, language), _standing(translation, other))
    pool.match(lambda one, two: _alike(one, two) and one.unit == two.unit and one.must and two.must)
    pool.match(lambda one, two: _alike(one, two) and not (one.unit and two.unit) and one.must and two.must)
    pool.match(lambda one, two: _alike(one, two) and one.must != two.must and _fit(one, two))
    return Differing(*(tuple(one for one in side if one.figure.must) for side in (pool.ours, pool.theirs)))


def _standing(phrases: Iterable[Phrase], language: str) -> list[Stands]:
    found = []
    for phrase in phrases:
        read = read_figures(phrase.words, language)
        found += [Stands(figure, phrase, read.text) for figure in read.figures]
    return found


@dataclass(slots=True)
class _Pool:
    """What has not been matched yet."""

    ours: list[Stands]
    theirs: list[Stands] = field(default_factory=list)

    def match(self, fits: Callable[[Figure, Figure], bool]) -> None:
        left: list[Stands] = []
        for one in self.ours:
            answer = next((two for two in self.theirs if fits(one.figure, two.figure)), None)
            if answer is None:
                left.append(one)
            else:
                self.theirs.remove(answer)
        self.ours = left


def _alike(one: Figure, two: Figure) -> bool:
    return bool(set(one.values) & set(two.values))


def _fit(one: Figure, two: Figure) -> bool:
    """Whether the units agree; half an hour may be thirty minutes, which is why half has several values."""
    return not (one.unit and two.unit) or one.unit == two.unit or max(len(one.values), len(two.values)) > 1


def shown(figures: Sequence[Stands]) -> str:
    """The figures as a person would name them: “2–3 min”, “5”."""
    return ", ".join(dict.fromkeys(f"“{_with_unit(stands)}”" for stands in figures)) or "nothing of the kind"


def _with_unit(stands: Stands) -> str:
    """The figure, or the range it ends, with the word behind it if that is a unit."""
    figure, text = stands.figure, stands.text
    words = text[figure.begin : figure.end].strip()
    unit = re.match(r"[ \u00a0]([^\s.,;:!?)]+)", text[figure.end :])
    return f"{words} {unit[1]}" if figure.unit and unit else words
