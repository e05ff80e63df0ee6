"""Sentences that tell the reader what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable

from press.scores.subject import Subject
from press.sentences import Sentence, words

#: Verbs that open an English sentence of advice.
_OPENING = (
    "agree ask begin bring call check clear come count do eat get give go keep know lay leave let look open phone "
    "press put read ring rub say scan see shake shout show sleep speak start stay stop take talk tell tilt try turn "
    "use wait watch write"
)
#: Words before the verb that leave it advice.
_BEFORE = frozenset(("please", "first", "then", "now", "always", "never", "also", "only"))
_VERBS = frozenset((*_OPENING.split(), "don’t", "don't"))
_YOU = {
    "en": re.compile(r"\b(?:you|your|yours|yourself)\b", re.I),
    "ru": re.compile(r"\b(?:вы|вас|вам|ваш\w*)\b", re.I),
}
_RUSSIAN_ADVICE = re.compile(r"\b\w{2,}(?:[йь]те|ите)(?:сь)?\b", re.I)
#: Russian nouns that end like advice: о гепатите, в аппетите.
_NOUNS = re.compile(r"\b(?:гепат|аппет|дефиц|лим|брон|артр|гастр|отит|визит|кредит|гранит)\w*ите\b", re.I)
_NEGATIVE = {"en": re.compile(r"^(?:please )?(?:do not|don[’']t|never)\b", re.I), "ru": re.compile(r"^не\b", re.I)}


def is_action(sentence: str, language: str) -> bool:
    """Whether the sentence tells the reader to do something, or not to."""
    if _base(language) == "ru":
        return any(not _NOUNS.fullmatch(found) for found in _RUSSIAN_ADVICE.findall(sentence))
    said = [word.text.lower() for word in words(sentence)]
    while said and said[0] in _BEFORE:
        said = said[1:]
    return bool(said) and said[0] in _VERBS and not sentence.rstrip().endswith("?")


def actions(subject: Subject) -> tuple[Sentence, ...]:
    """The sentences of the leaflet that tell the reader what to do."""
    return tuple(one for one in subject.sentences() if is_action(one.text, subject.language))


def negative(of: Iterable[Sentence], language: str) -> int:
    """How many of the sentences of advice say what not to do."""
    pattern = _NEGATIVE.get(_base(language))
    return sum(pattern.search(one.text) is not None for one in of) if pattern else 0


def says_you(subject: Subject) -> int:
    """How many sentences speak to the reader: advice, or with a word such as you."""
    pattern = _YOU.get(_base(subject.language))
    return sum(
        is_action(one.text, subject.language) or bool(pattern and pattern.search(one.text))
        for one in subject.sentences()
    )


def _base(language: str) -> str:
    return language.partition("-")[0]
