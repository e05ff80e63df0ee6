"""Words that stand in a translation as they do in the original, where the two are written in different letters."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from press.drift.phrases import Phrase, said_words

RULE = "translation-untranslated"
_LENGTH = 3
#: An address is the same in every language.
_ADDRESS = re.compile(r"https?://.+|www\..+|[^@]+@[^@]+\.[^@]+|[a-z0-9-]+(?:\.[a-z0-9-]+)?\.[a-z]{2,}(?:/.*)?")
_AROUND = "«»“”\"'()[],;:.!?"
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of an original and of its translation, and the words that the original writes small anywhere."""

    script: str
    own: str
    small: frozenset[str] = frozenset()


def letters_of(original: Sequence[Phrase], translation: Sequence[Phrase]) -> Letters:
    """Those of two texts."""
    small = frozenset(word for phrase in original for word in _words(said_words(phrase.words)) if word.islower())
    return Letters(script_of(original), script_of(translation), small)


def script_of(phrases: Iterable[Phrase]) -> str:
    """The letters in which most words are written, such as CYRILLIC; empty where there are no letters."""
    counted = Counter(_script(letter) for phrase in phrases for letter in said_words(phrase.words) if letter.isalpha())
    return max(counted, key=lambda script: counted[script], default="")


def untranslated(original: str, translation: str, letters: Letters) -> tuple[str, ...]:
    """What of a translation is in the letters of its original and not in its own.

    Words, or the whole text. A word beside translated ones counts if the original has it too, unless both write it
    with the same capitals and it is written small nowhere: NICE and Vivitrol are names, Naloxone is not.
    """
    script, own = letters.script, letters.own
    if script == own:
        return ()
    said = said_words(translation)
    words = _words(said)
    foreign = [word for word in words if _script(word[0]) == script and len(word) >= _LENGTH]
    if foreign and all(_script(word[0]) != own for word in words):
        return (" ".join(said.split()),)
    ours = set(_words(said_words(original)))
    known = {word.casefold() for word in ours}
    return tuple(
        word
        for word in foreign
        if word.casefold() in known and (word.islower() or word not in ours or word.casefold() in letters.small)
    )


def _words(text: str) -> list[str]:
    tokens = (token.strip(_AROUND) for token in text.split())
    return [word for token in tokens if not _ADDRESS.fullmatch(token) for word in _WORD.findall(token)]


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]
