"""Whether a text denies what it says: “no treatment can guarantee”, «гарантий не бывает»."""

from __future__ import annotations

import re
from collections.abc import Mapping

from press.lint.words.phrases import Atom, atoms, listed, sentence_around

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
    "en": listed("beware whether distrust doubt wary myth untrue wrong false lie"),
    "ru": listed("остерегайтесь берегитесь верьте доверяйте сомневайтесь миф неправда неверно ложь"),
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
        "(?:\\s+(?!(?:если|когда|пока|и|а|но|или|что)\\b)\\w+){0,3}?\\s+(?:ли\\b|не\\s+(?:(?:\\w+\\s+)?(?:твор|обеща|сули)|быва|быт|буд|существу|да[ёею]|мож|получ|ждите)\\w*|нет\\b|нельзя|невозможн\\w*)|"
        "\\s*[—–-]\\s*(?:это\\s+)?(?:не\\s|миф|неправда|ложь|обман)|"
        ",\\s+(?:это\\s+)?(?:нельзя|невозможно|неправда|миф|ложь|обман)\\b",
        re.IGNORECASE,
    ),
}
#: Denies all that follows too, but what is negative itself: "nobody comes, there is no hope".
_NOBODY = listed("nobody none никто никого никому никем")
#: Takes back all that follows in the sentence, in more than one word: "it is not true that ...".
_TAKEN_BACK: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        "\\b(?:not|never|don['’]t)\\s+(?:true|means?|believe|think(?!\\s+twice)|trust|say)\\b|"
        "\\bnobody\\s+(?:can|may|will|should)?\\s*(?:says?|knows?|tells?|promises?)\\b",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        "\\bне\\s+(?:правда|значит|означает|верь|верит|верьте|думайте,\\s+что|говори|говорите|скажет|скажут)\\b|"
        "\\bникто\\s+не\\s+(?:знает|скажет|говорит|обещает)\\b",
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
    before = _before(text, start, language)
    near, count = _NEAR[language], len(before)
    return doubted(text, start, end, language) or any(
        (count - number <= near.get(atom.text, 0) and not _COMMA.search(text, atom.end, start))
        or (atom.text in _NOBODY and not _CLAUSE_END.search(text, atom.end, start))
        for number, atom in enumerate(before)
        if not _affirms(before, number)
    )


def doubted(text: str, start: int, end: int, language: str) -> bool:
    """Whether the sentence doubts the words from `start` to `end`, or takes them back; a "not" is not enough."""
    if language not in _NEAR:
        return False
    sentence = sentence_around(text, start, language)
    before = _before(text, start, language)
    if any(
        atom.text in _FAR[language] and not _CLAUSE_END.search(text, atom.end, start)
        for number, atom in enumerate(before)
        if not _affirms(before, number)
    ):
        return True
    taken_back = _TAKEN_BACK[language].finditer(text, sentence.start, start)
    if any(not _CLAUSE_END.search(text, found.end(), start) for found in taken_back):
        return True
    return _BEHIND[language].match(text[end : sentence.start + len(sentence.text)]) is not None


def _before(text: str, start: int, language: str) -> tuple[Atom, ...]:
    """The words of the sentence before `start`."""
    sentence = sentence_around(text, start, language)
    return tuple(atom for atom in atoms(text) if sentence.start <= atom.start and atom.end <= start)


def _affirms(before: tuple[Atom, ...], number: int) -> bool:
    """Whether "only" follows: "not only" denies nothing."""
    return number + 1 < len(before) and before[number + 1].text in _ONLY
