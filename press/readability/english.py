"""Syllables of English words: hyphenation patterns, corrected by what is spoken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from pyphen import LANGUAGES

#: Words whose spelling says nothing of how they are spoken.
EXCEPTIONS: Mapping[str, int] = MappingProxyType(
    {
        "area": 3,
        "areas": 3,
        "being": 2,
        "biscuit": 2,
        "business": 2,
        "catastrophe": 4,
        "create": 2,
        "created": 3,
        "diarrhoea": 4,
        "diarrhea": 4,
        "epitome": 4,
        "evening": 2,
        "everybody": 4,
        "everyday": 3,
        "everyone": 3,
        "everything": 3,
        "everywhere": 3,
        "genuine": 3,
        "heroine": 3,
        "hundred": 2,
        "hundreds": 2,
        "idea": 3,
        "ideas": 3,
        "naked": 2,
        "nausea": 3,
        "people": 2,
        "ragged": 2,
        "ratio": 3,
        "ratios": 3,
        "recipe": 3,
        "recipes": 3,
        "rhythm": 2,
        "sacred": 2,
        "sesame": 3,
        "something": 2,
        "triage": 2,
        "union": 2,
        "unique": 2,
        "wicked": 2,
        "wretched": 2,
    }
)
_VOWELS = re.compile("[aeiouy]+")
#: Two vowels in one group that are spoken apart.
_APART = re.compile(
    "ia(?!ge)(?<![cst]ia)"  # di-al, but not spe-cial, nor carriage
    "|(?<![cstgxn])io(?!us)"  # vi-o-let, but not nation, gracious
    "|(?<![cstg])iu"  # stadi-um
    "|(?<![qg])ua(?=[lt])"  # usu-al
    "|(?<!q)ue(?=[nl]t)"  # flu-ent
    "|(?<=[aeouy])ing"  # be-ing
    "|(?<!q)ui(?=ci)"  # su-icide
    "|eo(?=l|s$|g)"  # vide-os, ge-ography
    "|ii"
    "|ie(?=t)"  # qui-et
    "|(?<=[aeiouy]o)i(?=[dc])"  # opi-oid needs its i apart
    "|ea(?=t[eio])"  # cre-ation
    "|uity|uou"  # continu-ous
)
_MUTE_ED = re.compile("(?<=[^aeiouytd])ed$|(?<=[aeiouy])ed$")
_MUTE_ES = re.compile("(?<![sxzcg])(?<!ch)(?<!sh)es$")
_SPOKEN_LE = re.compile("[^aeiouyrlw]les?$")
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
    count = sum(_in_part(sounded[start:end]) for start, end in zip(cuts, cuts[1:], strict=False))
    return max(1, count + _sm(sounded))


def _without_mute_ending(word: str) -> str:
    """The word without the e of -ed and -es where nobody speaks it."""
    if not _VOWELS.search(word[:-2]):
        return word
    if word.endswith("ed"):
        return _MUTE_ED.sub("d", word)
    return word if _SPOKEN_LE.search(word) else _MUTE_ES.sub("s", word)


def _in_part(part: str) -> int:
    """Syllables between two hyphens: groups of vowels, those spoken apart, without a mute e at the end."""
    plain = part.replace("qu", "q")
    count = len(_VOWELS.findall(plain)) + len(_APART.findall(part))
    mute = re.search("[aeiouy].*[^aeiouy]e$", plain) is not None and not _SPOKEN_LE.search(part)
    return count - mute


def _sm(word: str) -> int:
    """1 for the last syllable of alcoholism, which has no vowel."""
    return int(re.search("[aeiouy].*[st]hm$|[aeiouy].*[aeiouy]sms?$", word) is not None)


def hyphens(word: str) -> list[int]:
    """Where pyphen's American patterns divide the word, by Liang's algorithm; no part is shorter than 2 letters."""
    pointed = f".{word.lower()}."
    patterns, longest = _patterns()
    weights = [0] * (len(pointed) + 1)
    for start in range(len(pointed) - 1):
        for end in range(start + 1, min(start + longest, len(pointed)) + 1):
            for offset, weight in patterns.get(pointed[start:end], ()):
                weights[start + offset] = max(weights[start + offset], weight)
    return [at - 1 for at, weight in enumerate(weights) if weight % 2 and 2 <= at - 1 <= len(word) - 2]


class _Patterns(dict[str, tuple[tuple[int, int], ...]]):
    """Pattern → (offset, weight) of its figures; read when first asked for, since most are never met.

    pyphen itself reads all eleven thousand at once, which takes longer than everything else about a leaflet.
    """

    def __init__(self, lines: Mapping[str, str]) -> None:
        super().__init__()
        self._lines = lines

    def get(self, letters: str, default: object = ()) -> tuple[tuple[int, int], ...]:  # type: ignore[override]
        """The weights of the pattern; empty if there is none."""
        line = self._lines.get(letters)
        if line is None:
            return ()
        if letters not in self:
            self[letters] = tuple(_weights(line))
        return self[letters]


def _weights(line: str) -> Iterator[tuple[int, int]]:
    offset = 0
    for sign in line:
        if sign.isdigit():
            yield offset, int(sign)
        else:
            offset += 1


@cache
def _patterns() -> tuple[_Patterns, int]:
    figures = dict.fromkeys(map(ord, "0123456789"))
    lines = LANGUAGES["en_US"].read_text("utf-8").split()
    by_letters = {line.translate(figures): line for line in lines if not line.isupper()}
    return _Patterns(by_letters), max(map(len, by_letters))
