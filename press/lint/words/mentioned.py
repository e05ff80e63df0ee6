"""Whether a word is spoken about rather than used: do not say “addict”; calling someone a junkie hurts.

A word in quotes is, where the sentence speaks of words. Without quotes it is only where it is a name that somebody
is called, and the sentence says that this does harm.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from press.lint.words.phrases import sentence_around

_QUOTED = re.compile('“[^”]*”|«[^»]*»|„[^“]*“|"[^"]*"|‘[^’]*’')
#: What stands in a sentence that tells how something is called.
_NAMING: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        "\\b(?:words?|terms?|slang|nicknam\\w*|street\\s+names?|in\\s+the\\s+street|on\\s+the\\s+street|colloquial\\w*|"
        "(?:is|are|also|often|sometimes)\\s+called|calls?\\s+(?:it|this|that)|known\\s+as|means?|stands\\s+for|"
        "(?:people|some|many|they|not|never|n['’]t)\\s+say|(?:may|might|will|often|sometimes)\\s+hear|call(?:ed|ing)|name-calling|insult\\w*|expressions?|phrases?|instead\\s+of|rather\\s+than|label(?:s|led)?|"
        "(?:avoid|not|never|n['’]t)\\s+(?:\\w+\\s+){0,3}?(?:say|saying|tell|telling)|things\\s+like|sentences\\s+(?:such\\s+as|like))\\b",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        "\\b(?:слов(?:о|а|ом|е|у|ами)|термин\\w*|жаргон\\w*|сленг\\w*|прозвищ\\w*|ярлык\\w*|кличк\\w*|клейм\\w*|"
        "обзыва\\w*|обозва\\w*|оскорблени\\w*|выражени\\w*|фраз\\w*|назва(?:ть|в|ли|л|ла)|называ(?:ть|я|ют|ем|ете|йте)|"
        "(?:это|его|её)\\s+(?:\\w+\\s+)?(?:называют|зовут)|называется|в\\s+народе|в\\s+быту|на\\s+улице|по-простому|"
        "(?:люди|врачи|часто|не)\\s+(?:говорят|говорите|говори)|означает|значит|вместо|а\\s+не|"
        "(?:не|избегайте)\\s+(?:\\w+\\s+){0,2}?(?:говор|произнос|повторя)\\w+|вроде)\\b",
        re.IGNORECASE,
    ),
}

#: What stands right before a name that somebody is called.
_CALLED: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        "\\b(?:call(?:s|ed|ing)?|label(?:s|l?ed|l?ing)?|brand(?:s|ed|ing)?)\\s+(?:(?!about\\b|for\\b|with\\b|if\\b|when\\b)[\\w’']+\\s+){0,3}?(?:as\\s+)?(?:an?\\s+)?$",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        "\\b(?:назва(?:ть|в|ли|л|ла|н|ны)|назов\\w+|называ\\w+|обзыва\\w+|обозва\\w+|клейм\\w+|считать)\\s+(?:\\w+\\s+){0,3}?$",
        re.IGNORECASE,
    ),
}
#: What says that a name does harm, or is not to be used.
_HARM: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        "\\b(?:not|never|n['’]t|nobody|no\\s+one|avoid|stop|hurts?|hurtful|harms?|harmful|harder|shames?|shameful|asham\\w+|wrong|"
        "offen[cds]\\w*|insult\\w*|stigma\\w*|cruel|unkind|instead|rather|pain|painful|wounds?|keeps?|away|worse)\\b",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        "\\b(?:не|нельзя|никто|никого|никогда|вредит|вредно|вместо|перестаньте|хватит|избегайте|ран[ия]\\w+|обид\\w+|обиж\\w+|оскорб\\w+|"
        "больно|стыд\\w*|стигм\\w+|отталкива\\w+|отдаля\\w+|труднее|тяжелее|унижа\\w+|унизит\\w+|жесток\\w*|хуже|мешает|ошибк\\w*)\\b",
        re.IGNORECASE,
    ),
}


def mentioned(text: str, start: int, end: int, language: str) -> bool:
    """Whether the words from `start` to `end` are spoken about, in quotes or as a name that does harm."""
    if language not in _NAMING:
        return False
    sentence = sentence_around(text, start, language)
    if _is_quoted(text, start, end):
        return _NAMING[language].search(_QUOTED.sub("", sentence.text)) is not None
    return bool(_CALLED[language].search(text[sentence.start : start]) and _HARM[language].search(sentence.text))


def _is_quoted(text: str, start: int, end: int) -> bool:
    return any(found.start() < start and end < found.end() for found in _QUOTED.finditer(text))
