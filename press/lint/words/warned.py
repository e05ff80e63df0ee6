"""Whether a text warns of a promise, or tells that others make it: “be wary when an advert promises a cure”.

Only what the clinic itself promises is a promise; where "we" stands before it, no warning helps.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from press.lint.words.phrases import sentence_around

#: Stands somewhere before the promise, and warns of it.
_BEFORE: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        "\\b(?:(?:be|stay|is|are)\\s+(?:careful|wary|cautious|suspicious|sceptical|skeptical)|careful\\s+(?:of|with|when|if)|"
        "watch\\s+out|look\\s+out|(?:walk|keep|stay)\\s+away|steer\\s+clear|think\\s+twice|mistrust|hang\\s+up|"
        "fraudsters?|quacks?|scammers?|crooks?|"
        "avoid\\s+(?:any\\s+)?(?:clinics?|cent(?:er|re)s?|adverts?|anyone|those|places|doctors?|offers?|sites?)|"
        "(?:not|n['’]t|never)\\s+(?:trust|believe|fall\\s+for))\\b",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        "\\b(?:осторожн(?:ее|ей)|осторожно\\s+с|будьте\\s+осторожны|насторожитесь|пусть\\s+вас\\s+насторожит|обходите|"
        "избегайте\\s+(?:\\w+\\s+)?(?:клиник|центров|рекламы|врачей|тех|сайтов)|подумайте\\s+дважды|опасайтесь|"
        "не\\s+(?:верьте|доверяйте|ведитесь)|держитесь\\s+подальше|уходите\\s+(?:от|из)|сомнительн\\w+|подозрительн\\w+|"
        "мошенник\\w*|шарлатан\\w*)\\b",
        re.IGNORECASE,
    ),
}
#: Stands somewhere behind the promise, and warns of it.
_BEHIND: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        "\\b(?:(?:bad|warning|danger|alarm)\\s+(?:sign|signal)|red\\s+flag|misleading|misleads?|"
        "(?:is|are)\\s+(?:lying|false|untrue|forbidden|illegal|a\\s+(?:lie|trick|fraud))|tells?\\s+lies|dishonest|"
        "suspicious|too\\s+good\\s+to\\s+be\\s+true|not\\s+(?:telling|tell)\\s+the\\s+truth|(?:be|is|are)\\s+(?:careful|wary)|"
        "breaks?\\s+the\\s+law|walk\\s+away|hang\\s+up|deceiv(?:es?|ing))\\b",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        "\\b(?:(?:плохой|дурной|тревожный)\\s+(?:знак|признак)|заблуждение|обман(?:ывает|ывают|щик|щики)?|лжёт|лжет|лгут|"
        "неправд[ау]|ложь|нечестн\\w+|подозрительн\\w+|насторож\\w+|мошенник\\w*|запрещен[аоы]?|запрещён|"
        "нарушает\\s+закон|нарушают\\s+закон|уходите|не\\s+верьте|будьте\\s+осторожны)\\b",
        re.IGNORECASE,
    ),
}
#: Others who promise.
_OTHERS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        "\\b(?:(?:some|other|many|most|certain|if\\s+an?|if\\s+any|if)\\s+(?:\\w+\\s+)?(?:clinics?|cent(?:er|re)s?|doctors?|"
        "adverts?|advertisements?|firms?|companies|(?:web)?sites?|healers?|someone|somebody|anyone|anybody)|"
        "(?:anyone|anybody|someone|somebody|those|clinics?|cent(?:er|re)s?|adverts?|advertisements?|doctors?|(?:web)?sites?|"
        "healers?|offers?)\\s+(?:who|that|which)|whoever)\\s+(?:\\w+\\s+){0,2}?"
        "(?:promis|guarante|offer|claim|say|advertis|assur|sell|give)",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        "(?:\\b(?:некоторые|другие|многие|иные|разные)\\s+(?:\\w+\\s+)?(?:клиник|центр|врач|фирм|компани|сайт|целител)\\w*|"
        "\\b(?:тот|те|тех|тем|теми|всех|всем),?\\s+кто|\\b(?:клиник|центр|врач|сайт|реклам|объявлени)\\w*,\\s+котор\\w+|"
        "\\bреклама|\\bобъявления|\\bесли\\s+(?:клиника|центр|врач|кто-то|кто-нибудь|вам)|^кто)\\s+(?:\\w+\\s+){0,2}?"
        "(?:обеща|гарантир|предлага|увер|говор|заявл|пиш|сул|да(?:ёт|ет|ют))",
        re.IGNORECASE,
    ),
}
_OURSELVES: Mapping[str, re.Pattern[str]] = {
    "en": re.compile("\\b(?:we|our|ours|us|my)\\b", re.IGNORECASE),
    "ru": re.compile("\\b(?:мы|наш\\w*|нас|нам|нами)\\b", re.IGNORECASE),
}
#: Ends what a warning before, or one behind, is about.
_ELSEWHERE = re.compile("[;:—(]")
_FURTHER = re.compile("[;:(]|,\\s+(?:but|while|other|others|а|но|другие)\\b", re.IGNORECASE)


def warned(text: str, start: int, end: int, language: str) -> bool:
    """Whether the promise from `start` to `end` is one that the sentence warns of, or that others make."""
    if language not in _BEFORE:
        return False
    sentence = sentence_around(text, start, language)
    before = text[sentence.start : start]
    if _OURSELVES[language].search(before):
        return False
    warning = _BEFORE[language].search(before)
    if warning and not _ELSEWHERE.search(before, warning.end()):
        return True
    behind = _FURTHER.split(text[end : sentence.start + len(sentence.text)], maxsplit=1)[0]
    return bool(_OTHERS[language].search(text[sentence.start : end]) or _BEHIND[language].search(behind))
