"""How well the checks of words agree with a careful editor: precision and recall."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from tests.labelled import CODES, Labelled

#: The codes that the checks tell of a sentence.
Judge: TypeAlias = Callable[[Labelled], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence with the codes that were told of it."""

    sentence: Labelled
    told: frozenset[str]

    @property
    def missed(self) -> frozenset[str]:
        """What the editor would have marked and no check did."""
        return self.sentence.expect - self.told

    @property
    def wrong(self) -> frozenset[str]:
        """What was told without need."""
        return self.told - self.sentence.expect

    def __str__(self) -> str:
        missed = (f"missed {code}" for code in sorted(self.missed))
        wrong = (f"wrongly told {code}" for code in sorted(self.wrong))
        return f"{self.sentence.language} {self.sentence.half}: {', '.join((*missed, *wrong))}: {self.sentence.text}"


@dataclass(frozen=True, slots=True)
class Score:
    """How many faults were rightly told, wrongly told and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def faults(self) -> int:
        """How many faults there are to find."""
        return self.right + self.missed

    @property
    def precision(self) -> float:
        """Which part of what was told is right; 1 where nothing was told."""
        return _part(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Which part of the faults was told; 1 where there are none."""
        return _part(self.right, self.faults)


def judged(sentences: Iterable[Labelled], judge: Judge) -> tuple[Judged, ...]:
    """Each sentence with what `judge` tells of it."""
    return tuple(Judged(sentence, judge(sentence)) for sentence in sentences)


def score(of: Iterable[Judged], codes: Collection[str] = CODES) -> Score:
    """The score over all sentences, for `codes` alone."""
    wanted = frozenset(codes)
    pairs = [(one.sentence.expect & wanted, one.told & wanted) for one in of]
    return Score(
        sum(len(expect & told) for expect, told in pairs),
        sum(len(told - expect) for expect, told in pairs),
        sum(len(expect - told) for expect, told in pairs),
    )


def misjudged(of: Iterable[Judged]) -> tuple[Judged, ...]:
    """The sentences on which the checks and the editor disagree."""
    return tuple(one for one in of if one.missed or one.wrong)


def left_alone(of: Iterable[Judged]) -> tuple[int, int]:
    """(fine sentences of which nothing was told, all fine sentences)."""
    fine = [one for one in of if not one.sentence.expect]
    return sum(not one.told for one in fine), len(fine)


def _part(some: int, of: int) -> float:
    return some / of if of else 1.0
