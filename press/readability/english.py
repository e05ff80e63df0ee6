"""Syllables of English words: hyphenation patterns, corrected by what is spoken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from types import MappingProxyType

from pyphen import LANGUAGES

#: Words whose spelling says nothing of how they are spoken.
EXCEPTIONS: Mapping[str, int] = MappingProxyType(
    {
        "aches": 1,
        "area": 3,
        "areas": 3,
        "business": 2,
        "diabetes": 4,
        "diarrhea": 4,
        "diarrhoea": 4,
        "evening": 2,
        "everybody": 4,
        "everyday": 3,
        "everyone": 3,
        "everything": 3,
        "everywhere": 3,
        "genuine": 3,
        "hatred": 2,
        "headaches": 2,
        "hundred": 2,
        "idea": 3,
        "ideas": 3,
        "linear": 3,
        "maybe": 2,
        "naked": 2,
        "nausea": 3,
        "obesity": 4,
        "placebo": 3,
        "ragged": 2,
        "ratio": 3,
        "ratios": 3,
        "recipe": 3,
        "recipes": 3,
        "sacred": 2,
        "sesame": 3,
        "triage": 2,
        "wicked": 2,
        "wretched": 2,
    }
)
_VOWELS = re.compile("[aeiouy]+")
#: The first of two vowels in one group that are spoken apart; what decides stands around it.
_APART = re.compile(
    "i(?=a(?!ge))(?<![cst]i)"  # di-al, but not special, nor carriage
    "|i(?=o(?!us|ur))(?<![cstgxnl]i)(?<!shi)"  # vi-olet, but not nation, million, cushion, gracious
    "|i(?=u)(?<![cstg]i)"  # stadi-um
    "|i(?=ety?|i)"  # qui-et
    "|i(?=ent)(?<![ct]i)"  # cli-ent, but not patient
    "|(?<=[aeiouy][^aeiouy])i(?=ers?$|est$)"  # easi-er
    "|u(?=a[lt])(?<![qg]u)"  # usu-al
    "|u(?=e[nl]t|ou|ity|ici)(?<![q]u)"  # flu-ent, su-icide
    "|[aeouy](?=ings?$)(?<!qu)"  # be-ing
    "|e(?=o(?:l|s?$|g))"  # vide-os, ge-ography
    "|(?<=cr)e(?=at[eio])"  # cre-ation
)
_MUTE_UE = re.compile("(?<=[aeioun]g)ue(?=s?$)")
_MUTE_BEFORE_LY = re.compile("(?<=ic)al(?=ly$)|(?<=[aeiou][^aeiouy])e(?=ly$)")
_MUTE_ED = re.compile("(?<=[^aeiouytd])ed$|(?<=[aeiouy])ed$")
_MUTE_ES = re.compile("(?<![sxzcg])(?<!ch)(?<!sh)es$")
_MUTE_E = re.compile("[aeiouy].*[^aeiouy]e(?<!tele)$")
_SPOKEN_LE = re.compile("[^aeiouyrlw]le[sd]?$")
_SPOKEN_NOT = re.compile("(?:[sd]|ve)n't$")


@cache
def syllables(word: str) -> int:
    """How many syllables the word has, spoken; at least 1. A number in figures counts as 1."""
    parts = re.findall("[a-z']+", word.lower().replace("\u2019", "'"))
    return max(1, sum(map(_spoken, parts)))


def _spoken(word: str) -> int:
    if _SPOKEN_NOT.search(word):
        return _spoken(word[:-3]) + 1
    stem = re.sub("'.*", "", word)
    if stem in EXCEPTIONS:
        return EXCEPTIONS[stem]
    if not stem:
        return 0
    sounded = _without_mute_ending(stem)
    cuts = [0, *(cut for cut in hyphens(stem) if cut < len(sounded)), len(sounded)]
    heard = sum(_in_part(sounded[start:end]) for start, end in pairwise(cuts))
    apart = sum(found.end() not in cuts for found in _APART.finditer(sounded))
    return max(1, heard + apart + _sm(sounded))


def _without_mute_ending(word: str) -> str:
    """The word without the e of -ed, -es and -ely, the ue of -gue, where nobody speaks them."""
    if not _VOWELS.search(word[:-2]):
        return word
    word = _MUTE_BEFORE_LY.sub("", _MUTE_UE.sub("", word))
    return word if _SPOKEN_LE.search(word) else _MUTE_ES.sub("s", _MUTE_ED.sub("d", word))


def _in_part(part: str) -> int:
    """Syllables between two hyphens: groups of vowels, without a mute e at the end."""
    plain = part.replace("qu", "q")
    mute = _MUTE_E.search(plain) is not None and not _SPOKEN_LE.search(part)
    return len(_VOWELS.findall(plain)) - mute


def _sm(word: str) -> int:
    """1 for the last syllable of alcoholism, which has no vowel."""
    return int(re.search("[aeiouy].*[st]hm$|[aeiouy].*[aeiouy]sms?$", word) is not None)


def hyphens(word: str) -> list[int]:
    """Where pyphen's American patterns divide the word, by Liang's algorithm; no part is shorter than 2 letters."""
    pointed = f".{word.lower()}."
    patterns = _patterns()
    weights = [0] * (len(pointed) + 1)
    for start in range(len(pointed) - 1):
        for end in range(start + 1, min(start + patterns.longest, len(pointed)) + 1):
            for offset, weight in patterns.weights(pointed[start:end]):
                weights[start + offset] = max(weights[start + offset], weight)
    return [at - 1 for at, weight in enumerate(weights) if weight % 2 and 2 <= at - 1 <= len(word) - 2]


class _Patterns:
    """pyphen's patterns by their letters, each taken apart when it is first met, since most never are.

    pyphen itself takes apart all eleven thousand at once, which takes longer than all else about a leaflet.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        figures = dict.fromkeys(map(ord, "0123456789"))
        self._lines = {line.translate(figures): line for line in lines}
        self._read: dict[str, tuple[tuple[int, int], ...]] = {}
        self.longest = max(map(len, self._lines))

    def weights(self, letters: str) -> tuple[tuple[int, int], ...]:
        """(offset, weight) of the figures of the pattern; empty if there is none."""
        if letters not in self._lines:
            return ()
        if letters not in self._read:
            self._read[letters] = tuple(_figures(self._lines[letters]))
        return self._read[letters]


def _figures(line: str) -> Iterator[tuple[int, int]]:
    offset = 0
    for sign in line:
        if sign.isdigit():
            yield offset, int(sign)
        else:
            offset += 1


@cache
def _patterns() -> _Patterns:
    lines = LANGUAGES["en_US"].read_text("utf-8").splitlines()
    return _Patterns(line for line in lines if line and not line[0].isupper())  # not the settings at its head
