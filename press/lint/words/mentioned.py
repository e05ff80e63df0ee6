"""Whether a word in quotes is spoken about rather than used: people call it “cold turkey”; do not say “addict”."""

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
        "(?:people|some|many|they|not|never|n['’]t)\\s+say|instead\\s+of|rather\\s+than|label(?:s|led)?)\\b",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        "\\b(?:слов(?:о|а|ом|е|у|ами)|термин\\w*|жаргон\\w*|сленг\\w*|прозвищ\\w*|ярлык\\w*|"
        "(?:это|его|её)\\s+(?:\\w+\\s+)?(?:называют|зовут)|называется|в\\s+народе|в\\s+быту|на\\s+улице|по-простому|"
        "(?:люди|врачи|часто|не)\\s+(?:говорят|говорите|говори)|означает|значит|вместо|а\\s+не)\\b",
        re.IGNORECASE,
    ),
}


def mentioned(text: str, start: int, end: int, language: str) -> bool:
    """Whether the words from `start` to `end` stand in quotes, in a sentence that speaks of words."""
    if language not in _NAMING or not _is_quoted(text, start, end):
        return False
    sentence = sentence_around(text, start, language)
    outside = _QUOTED.sub("", sentence.text)
    return _NAMING[language].search(outside) is not None


def _is_quoted(text: str, start: int, end: int) -> bool:
    return any(found.start() < start and end < found.end() for found in _QUOTED.finditer(text))
