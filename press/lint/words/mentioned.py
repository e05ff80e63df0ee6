"""Whether a word is spoken about rather than used: do not say “addict”; calling someone a junkie hurts.

A word in quotes is, where the sentence speaks of words. Without quotes it is only where it is a name that somebody
is called, and the sentence says that this does harm.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from press.lint.words.phrases import sentence_around

_QUOTED = re.compile('“[^”]*”|«[^»]*»|„[^“]*“|"[^"]*"|‘[^’]*’')
#: Words between a naming word and the quote; a clause of its own does not fit in.
_FEW = "(?:\\s+[\\w’'-]+){0,%d}[\\s:,—–-]*$"
#: What stands close before a quote that tells how something is called.
_NAMING: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        "(?:\\b(?:words?|terms?|slang|nicknam\\w*|street\\s+names?|names?\\s+(?:such\\s+as|like)|colloquial\\w*|insult\\w*|name-calling|"
        "expressions?|phrases?|label(?:s|led|ling)?)(?:\\s+(?!(?:he|she|they|you|we|i|who|that)\\b)[\\w’'-]+){0,3}[\\s:,—–-]*$|"
        "\\b(?:known\\s+as|things\\s+like|sentences\\s+(?:such\\s+as|like)|instead\\s+of|rather\\s+than)"
        + _FEW
        % 2
        + "|"
        "\\b(?:in|on)\\s+the\\s+street,?(?:\\s+(?:it|this|that|is|they|people|just|call|say|called))*[\\s:,—–-]*$|"
        "\\b(?:(?:is|are|also|often|sometimes)\\s+called|calls?\\s+(?:it|this|that)|"
        "call(?:ed|ing)(?!\\s+(?:about|for|us|back|in|on|the|an?\\s+ambulance)\\b)|"
        "(?:people|some|many|they|not|never|n['’]t)\\s+say|(?:may|might|will|often|sometimes)\\s+(?:often\\s+)?hear|"
        "(?:avoid|not|never|n['’]t)\\s+(?:\\w+\\s+){0,3}?(?:say|saying|tell|telling))" + _FEW % 4 + ")",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        "(?:\\b(?:слов(?:о|а|ом|е|у|ами)|термин\\w*|жаргон\\w*|сленг\\w*|прозвищ\\w*|ярлык\\w*|кличк\\w*|клейм\\w*|оскорблени\\w*|"
        "выражени\\w*|фраз\\w*|совет\\w*\\s+вроде)(?:\\s+(?!(?:он|она|они|вы|мы|я|кто|что)\\b)[\\w-]+){0,3}(?:,\\s+такие,?\\s+как)?[\\s:,—–-]*$|"
        "\\bчто\\s+(?:значит|означает)\\s*$|"
        "\\b(?:вместо|а\\s+не)(?:\\s+слов[ао]?)?\\s*$|"
        "\\b(?:в\\s+народе|в\\s+быту|на\\s+улице|по-простому),?(?:\\s+(?:это|его|её|такое|так|просто|называют|зовут|говорят))*[\\s:,—–-]*$|"
        "\\b(?:обзыва\\w*|обозва\\w*|назва(?:ть|в|ли|л|ла)|называ(?:ть|я|ют|ем|ете|йте)|называется|"
        "(?:это|его|её)\\s+(?:\\w+\\s+)?(?:называют|зовут)|(?:люди|врачи|часто|не)\\s+(?:говорят|говорите|говори)|"
        "(?:не|избегайте)\\s+(?:\\w+\\s+){0,2}?(?:говор|произнос|повторя)\\w+)" + _FEW % 4 + ")",
        re.IGNORECASE,
    ),
}
#: What stands close behind a quote that tells what it means, or what kind of word it is.
_NAMED: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        "[\\s,—–-]*(?:(?:also|often|usually|here|just|only)\\s+)?(?:means?|stands\\s+for|(?:(?:is|are|was|as)\\s+)?(?:an?\\s+|the\\s+)?"
        "(?:\\w+\\s+){0,2}?(?:words?|terms?|slang|nicknam\\w+|street\\s+names?|insult(?!\\s+to)|label|expression|phrase|colloquial)|"
        "(?:and|or)\\s+(?:other|similar|such)\\s+(?:\\w+\\s+)?(?:words|names|labels|terms))\\b",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        "(?:\\s*[:,—–-]?\\s*(?:значит|означает|по-простому|в\\s+народе|на\\s+жаргоне|в\\s+быту)|\\s*[:,—–-]?\\s*(?:это|так\\w*)\\s+(?:\\w+\\s+){0,2}?"
        "(?:слов[оа]|термин|жаргон\\w*|сленг\\w*|прозвищ\\w+|ярлык|кличка|клеймо|оскорбление|выражение|фраза)|"
        "\\s*[—–-]\\s*\\w+(?:ое|ая|ий|ый)\\s+(?:слово|термин|прозвище|ярлык|кличка|выражение|фраза)|"
        "\\s*(?:и|или)\\s+(?:другие|подобные|похожие|такие)\\s+(?:\\w+\\s+)?(?:слова|клички|ярлыки|прозвища))\\b",
        re.IGNORECASE,
    ),
}
#: What links the quotes of a list: “addict”, “junkie” or “alcoholic”.
_LIST = re.compile(f"(?:(?:{_QUOTED.pattern})\\s*,?\\s*(?:(?:and|or|nor|и|или|либо)\\s+)?)+$")
_LISTED = re.compile(f"(?:\\s*,?\\s*(?:(?:and|or|nor|и|или|либо)\\s+)?(?:{_QUOTED.pattern}))+")
#: Stands for a quote that is no part of such a list.
_OTHER_QUOTE = "§"

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
#: What stands right before the calling, and forbids it.
_FORBIDDEN: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        "\\b(?:not|never|n['’]t|cannot|nobody|no\\s+one|avoid|stop|(?:wrong|cruel|unkind|hurtful|offensive)\\s+to|"
        "(?:hurts?|harms?)(?:\\s+\\w+)?\\s+(?:to|when)|instead\\s+of|rather\\s+than)"
        "(?:\\s+(?!(?:afraid|hesitate|wrong|cruel|unkind|shy|only|just|but|help|mind|forget|fear|hurt|harm)\\b)[\\w’']+){0,4}\\s+$",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        "(?:(?<!нельзя )\\bне|\\b(?:нельзя|никогда|перестаньте|хватит|избегайте|"
        "(?:больно|обидно|стыдно|вредно|жестоко),?(?:\\s+когда)?))"
        "(?:\\s+(?!(?:бойтесь|стесняйтесь|стыдитесь|только|просто|не|ошибка|больно|стыдно|забудьте)\\b)\\w+){0,3}\\s+$",
        re.IGNORECASE,
    ),
}
#: The calling as what a sentence is about: calling someone …, when she is called …
_THE_CALLING: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        "(?:calling|labell?ing|branding|to\\s+(?:call|label|brand)|being\\s+\\w+|(?:when|if)\\b[^,;:]*)\\b",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        "(?:назвать|называть|обзывать|клеймить|считать|назвав|называя|(?:когда|если)\\b[^,;:]*)\\b", re.IGNORECASE
    ),
}
_HURTS_EN = (
    "(?:hurt(?:s|ful)?|harm(?:s|ful)?|does\\s+harm|makes\\s+(?:it|things|everything)\\s+(?:\\w+\\s+)?(?:harder|worse)|harder|"
    "sham(?:es?|ed|ing|eful)|asham\\w+|wrong|offen[cds]\\w*|insult\\w*|stigma\\w*|cruel|unkind|pain(?:s|ful)?|wounds?|"
    "(?:keeps?|drives?|pushes)\\s+(?:people|them|someone|somebody|patients|families)\\s+away|"
    "keeps?\\s+(?:\\w+\\s+){1,2}?(?:away\\s+)?from\\s+(?:\\w+\\s+)?(?:help|treatment|care|asking|seeking|doctors?))\\b"
)
_HURTS_RU = (
    "(?:вредит|вредно|ран[ия]\\w+|обид\\w+|обиж\\w+|оскорб\\w+|больно|стыд\\w*|стигм\\w+|отталкива\\w+|отдаля\\w+|труднее|тяжелее|"
    "унижа\\w+|унизит\\w+|жесток\\w*|мешает|нельзя|неправильно|ошибк\\w*|не\\s+(?:надо|нужно|стоит|следует))"
)
#: What says right behind the name that the calling does harm.
_HARM: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        "[\\s,—–-]*(?:(?!(?:not|never|and|but)\\b|\\w+n['’]t\\b)[\\w’']+[\\s,]+){0,4}?" + _HURTS_EN, re.IGNORECASE
    ),
    "ru": re.compile("[\\s,—–-]*(?:(?!(?:не|и|но|а|никогда)\\b)\\w+[\\s,]+){0,4}?" + _HURTS_RU, re.IGNORECASE),
}
#: The same of the name itself, in a clause of its own: “…, and it hurts”, «…: это слово ранит».
_IT_HARMS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        "[\\s,;:—–-]*(?:and\\s+)?(?:it|this|that|which|(?:the|this)\\s+(?:word|name|label))\\s+(?:(?!not\\b|never\\b)\\w+\\s+){0,2}?"
        + _HURTS_EN,
        re.IGNORECASE,
    ),
    "ru": re.compile(
        "[\\s,;:—–-]*(?:[иа]\\s+)?(?:это(?:\\s+слово)?|ему|ей|им|человеку)\\s+(?:(?!не\\b|никогда\\b)\\w+\\s+){0,2}?"
        + _HURTS_RU,
        re.IGNORECASE,
    ),
}


def mentioned(text: str, start: int, end: int, language: str) -> bool:
    """Whether the words from `start` to `end` are spoken about, in quotes or as a name that does harm."""
    if language not in _NAMING:
        return False
    sentence = sentence_around(text, start, language)
    quote = _quote_around(text, start, end)
    if not quote:
        return _is_harmful(text[sentence.start : start], text[end : sentence.start + len(sentence.text)], language)
    before = _QUOTED.sub(_OTHER_QUOTE, _LIST.sub("", text[sentence.start : quote.start()]))
    behind = text[quote.end() : sentence.start + len(sentence.text)]
    listed = _LISTED.match(behind)
    behind = _QUOTED.sub(_OTHER_QUOTE, behind[listed.end() :] if listed else behind)
    return bool(
        _NAMING[language].search(before) or _NAMED[language].match(behind) or _is_harmful(before, behind, language)
    )


def _is_harmful(before: str, behind: str, language: str) -> bool:
    """Whether somebody is called what stands between, and the sentence forbids that or says that it does harm."""
    called = _CALLED[language].search(before)
    if not called:
        return False
    if _FORBIDDEN[language].search(before[: called.start()]) or _IT_HARMS[language].match(behind):
        return True
    return bool(_THE_CALLING[language].match(before) and _HARM[language].match(behind))


def _quote_around(text: str, start: int, end: int) -> re.Match[str] | None:
    return next((found for found in _QUOTED.finditer(text) if found.start() < start and end < found.end()), None)
