"""How many syllables a word has, by language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from press.readability import english

_RUSSIAN = frozenset("аеёиоуыэюя")
_LATIN = re.compile("[a-zA-Z]")
#: Marks inside a word that nobody speaks: a stress mark, a soft hyphen.
_SILENT = dict.fromkeys((0x0301, 0x00AD))


def syllables(word: str, language: str) -> int:
    """Syllables of `word`, 0 for a Russian word without a vowel; KeyError: no rule for the language."""
    return _RULES[language.partition("-")[0]](word.translate(_SILENT))


def _russian(word: str) -> int:
    """Vowels; a number in figures counts as 1, a word in Latin letters as in English."""
    if word[:1].isdigit() or word[:1] == "+":
        return 1
    if _LATIN.match(word):
        return english.syllables(word)
    return sum(letter in _RUSSIAN for letter in word.lower())


_RULES: Mapping[str, Callable[[str], int]] = {"en": english.syllables, "ru": _russian}
