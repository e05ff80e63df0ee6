"""Whether a text denies what it says: “no treatment can guarantee”, «гарантий не бывает»."""

from __future__ import annotations

import re
from collections.abc import Mapping

from press.lint.words.phrases import atoms, listed, sentence_around

#: Denies what follows within so many words, up to the next comma.
_NEAR: Mapping[str, Mapping[str, int]] = {
    "en": {
        **dict.fromkeys(
            listed(
                "not never neither nor cannot can't don't doesn't didn't isn't aren't wasn't weren't won't "
                "wouldn't shouldn't couldn't hasn't haven't hardly rarely"
            ),
            5,
        ),
        "no": 12,
        "nothing": 12,
        "without": 2,
    },
    "ru": {
        **dict.fromkeys(listed("не нельзя невозможно вряд никогда"), 5),
        **dict.fromkeys(listed("ни нет ничто ничего никакой никакая никакое никакие никаких"), 12),
        "без": 2,
    },
}
#: Denies or doubts all that follows in the sentence.
_FAR: Mapping[str, frozenset[str]] = {
    "en": listed("nobody none beware whether distrust doubt wary myth untrue wrong false lie"),
    "ru": listed(
        "никто никого никому никем остерегайтесь берегитесь верьте доверяйте сомневайтесь миф неправда неверно ложь"
    ),
}
#: "not only" affirms.
_ONLY = listed("only just merely только просто лишь")
#: What may stand behind and deny: "a cure is not possible", «гарантий не бывает».
_BEHIND: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        "(?:\\s+(?!(?:if|unless|when|and|but|or|because|who|that)\\b)[\\w’']+){0,4}?\\s+(?:(?:is|are|was|were|can|could|does|do|will|has|have)(?:\\s+not|n['’]t)|cannot|"
        "is\\s+(?:impossible|no\\b|a\\s+(?:myth|lie)|never|wrong|false))",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        "(?:\\s+(?!(?:если|когда|пока|и|а|но|или|что)\\b)\\w+){0,3}?\\s+(?:ли\\b|не\\s+(?:быва|быт|буд|существу|да[ёею]|мож|обеща|получ)\\w*|нет\\b|нельзя|невозможн\\w*)|"
        "\\s*[—–-]\\s*(?:это\\s+)?(?:не\\s|миф|неправда|ложь|обман)",
        re.IGNORECASE,
    ),
}
_CLAUSE_END = re.compile("[;:—–(]")
_COMMA = re.compile("[,;:—–()]")


def is_negative(words: str, language: str) -> bool:
    """Whether the words deny by themselves ("no way back"), so that what stands before them does not."""
    return any(atom.text in _NEAR[language] for atom in atoms(words)) if language in _NEAR else False


def denied(text: str, start: int, end: int, language: str) -> bool:
    """Whether the words from `start` to `end` are denied or doubted in their sentence."""
    if language not in _NEAR:
        return False
    sentence = sentence_around(text, start, language)
    before = [atom for atom in atoms(text) if sentence.start <= atom.start and atom.end <= start]
    count = len(before)
    near = _NEAR[language]
    for number, atom in enumerate(before):
        if number + 1 < count and before[number + 1].text in _ONLY:
            continue
        if count - number <= near.get(atom.text, 0) and not _COMMA.search(text, atom.end, start):
            return True
        if atom.text in _FAR[language] and not _CLAUSE_END.search(text, atom.end, start):
            return True
    behind = text[end : sentence.start + len(sentence.text)]
    return _BEHIND[language].match(behind) is not None
