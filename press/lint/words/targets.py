"""How easy each kind of text has to be, and how long its sentences may get."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from press.lint.words.passages import Role

#: Fewer words or sentences than these say nothing: one long word would decide.
ENOUGH_WORDS = 30
ENOUGH_SENTENCES = 3
#: SMOG was made for thirty sentences; for fewer it is shown, not judged.
ENOUGH_FOR_SMOG = 30


@dataclass(frozen=True, slots=True)
class Target:
    """What a text is asked for, by the keys of formulas; `source` says who asks it."""

    figures: Mapping[str, float]
    source: str


_AMA_NIH = "American Medical Association: grade 6; US National Institutes of Health: grade 8 at most"
_UK = "UK practice for what must be understood at once: reading age 9 to 11, which is grades 4 and 5"
_FLOOR = "Flesch, Oborneva variant A: 60 at least (grades 8 and 9), 70 is the aim"

#: Roles that are not here are not judged: the formulas were made for sentences, not for names and labels.
TARGETS: Mapping[str, Mapping[Role, Target]] = {
    "en": {
        Role.EMERGENCY: Target({"flesch-kincaid": 5, "smog": 6}, _UK),
        Role.BODY: Target({"flesch-kincaid": 6, "smog": 8}, _AMA_NIH),
        Role.SMALL: Target({"flesch-kincaid": 8}, _AMA_NIH),
    },
    "ru": {
        Role.EMERGENCY: Target({"flesch-ru-a": 70}, _FLOOR),
        Role.BODY: Target({"flesch-ru-a": 60}, _FLOOR),
        Role.SMALL: Target({"flesch-ru-a": 60}, _FLOOR),
    },
}
#: The most words of a sentence. Our leaflets need a fifth fewer words in Russian than in English for the same.
LONGEST: Mapping[str, Mapping[Role, int]] = {
    "en": {
        Role.EMERGENCY: 12,
        Role.BODY: 20,
        Role.TITLE: 12,
        Role.LABEL: 12,
        Role.PRICE: 15,
        Role.SMALL: 20,
    },
    "ru": {
        Role.EMERGENCY: 10,
        Role.BODY: 16,
        Role.TITLE: 10,
        Role.LABEL: 10,
        Role.PRICE: 12,
        Role.SMALL: 16,
    },
}


def target(language: str, role: Role) -> Target | None:
    """What a text of this role is asked for, if anything."""
    return TARGETS.get(_base(language), {}).get(role)


def longest(language: str, role: Role) -> int | None:
    """The most words a sentence of this role may have; None: no rule for the language."""
    return LONGEST.get(_base(language), {}).get(role)


def _base(language: str) -> str:
    return language.partition("-")[0]
