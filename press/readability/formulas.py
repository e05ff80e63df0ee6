"""The published formulas: from counts of sentences, words and syllables to a figure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

#: A word of so many syllables is a long one (SMOG).
LONG = 3
ENGLISH, RUSSIAN = "en", "ru"


@dataclass(frozen=True, slots=True)
class Counts:
    """What the formulas want to know of a text; `long_words` have three syllables or more."""

    sentences: int = 0
    words: int = 0
    syllables: int = 0
    long_words: int = 0

    @property
    def words_a_sentence(self) -> float:
        """Average length of a sentence (ASL); 0 for an empty text."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def syllables_a_word(self) -> float:
        """Average length of a word (ASW); 0 for an empty text."""
        return self.syllables / self.words if self.words else 0.0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.sentences + other.sentences,
            self.words + other.words,
            self.syllables + other.syllables,
            self.long_words + other.long_words,
        )


@dataclass(frozen=True, slots=True)
class Formula:
    """One formula; `name` says whose it is, `rising` that a higher figure means an easier text."""

    key: str
    name: str
    rising: bool
    figure: Callable[[Counts], float]

    @property
    def limit(self) -> str:
        """How a target of this formula is told."""
        return "at least" if self.rising else "at most"

    def meets(self, figure: float, target: float) -> bool:
        """Whether a text with this figure is as easy as the target asks, told to one decimal."""
        told = round(figure, 1)
        return told >= target if self.rising else told <= target


def _linear(constant: float, a_sentence: float, a_word: float) -> Callable[[Counts], float]:
    return lambda counts: constant + a_sentence * counts.words_a_sentence + a_word * counts.syllables_a_word


def _smog(counts: Counts) -> float:
    return 1.043 * sqrt(30 * counts.long_words / counts.sentences) + 3.1291 if counts.sentences else 0.0


FLESCH_KINCAID = Formula("flesch-kincaid", "Flesch-Kincaid grade", False, _linear(-15.59, 0.39, 11.8))
SMOG = Formula("smog", "SMOG grade", False, _smog)
FLESCH_EASE = Formula("flesch", "Flesch Reading Ease", True, _linear(206.835, -1.015, -84.6))
OBORNEVA_A = Formula("flesch-ru-a", "Flesch, Oborneva variant A (2005/2006)", True, _linear(206.835, -1.3, -60.1))
OBORNEVA_B = Formula("flesch-ru-b", "Flesch, Oborneva variant B (Kazan group)", True, _linear(206.836, -1.52, -65.14))
OBORNEVA_GRADE = Formula("grade-oborneva", "grade, Oborneva", False, _linear(-15.59, 0.5, 8.4))
SIS_GRADE = Formula("grade-sis", "grade, Solovyev-Ivanov-Solnyshkina (2018)", False, _linear(-11.97, 0.36, 5.76))
PLAIN_GRADE = Formula("grade-plain-russian", "grade, Plain Russian project", False, _linear(-30.5, 0.318, 14.2))

#: For each language all that is told, the one that has the target first.
FORMULAS: Mapping[str, tuple[Formula, ...]] = {
    ENGLISH: (FLESCH_KINCAID, SMOG, FLESCH_EASE),
    RUSSIAN: (OBORNEVA_A, OBORNEVA_B, OBORNEVA_GRADE, SIS_GRADE, PLAIN_GRADE),
}


def formulas(language: str) -> tuple[Formula, ...]:
    """The formulas for a language such as en-GB; none if it has none here."""
    return FORMULAS.get(language.partition("-")[0], ())


def counted(sentences: Iterable[Sequence[str]], syllables: Callable[[str], int]) -> Counts:
    """The counts of sentences given as words; a sentence without words is none."""
    total = Counts()
    for words in sentences:
        if words:
            lengths = [syllables(word) for word in words]
            total += Counts(1, len(words), sum(lengths), sum(length >= LONG for length in lengths))
    return total
