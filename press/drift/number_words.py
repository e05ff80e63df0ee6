"""Numbers and units as words, in the languages that are known; another language is compared by its digits."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spelled:
    """A pattern of words and the numbers it may stand for.

    `must` is false for words that often are no number (one, a second, once): they may answer a digit in the
    other language, but need no answer themselves.
    """

    pattern: str
    values: tuple[str, ...]
    must: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """How one language writes numbers; `units` are patterns by the name that all languages share."""

    spelled: tuple[Spelled, ...]
    tens: Mapping[str, int]  # patterns that may be followed by a number below ten
    ones: Mapping[str, int]
    units: Mapping[str, str]
    percent: str
    to: str  # between the ends of a range
    afternoon: str = ""  # after an hour of the clock
    morning: str = ""
    ending: str = ""  # of an ordinal number in digits
    comma_is_decimal: bool = True
    day_before: str = ""  # words that name the unit before the number
    months: tuple[str, ...] = ()


def _plain(*words: str) -> dict[str, int]:
    return {word: number for number, word in enumerate(words, start=2)}


def _spelled(words: Mapping[str, int]) -> tuple[Spelled, ...]:
    return tuple(Spelled(word, (str(number),)) for word, number in words.items())


_ENGLISH_ONES = _plain("two", "three", "four", "five", "six", "seven", "eight", "nine")
_ENGLISH_TEENS = {
    word: number
    for number, word in enumerate(
        ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
        start=10,
    )
}
_ENGLISH_ORDINALS = {
    word: number
    for number, word in enumerate(
        (
            *("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
            *(f"{stem}teenth" for stem in ("thir", "four", "fif", "six", "seven", "eigh", "nine")),
            "twentieth",
        ),
        start=3,
    )
}
ENGLISH = Language(
    spelled=(
        *_spelled(_ENGLISH_ONES),
        *_spelled(_ENGLISH_TEENS),
        *(Spelled(f"{word}s?", (str(number),)) for word, number in _ENGLISH_ORDINALS.items()),
        Spelled("twice", ("2",)),
        Spelled("thrice", ("3",)),
        Spelled("one|once|first|single", ("1",), must=False),
        Spelled("second|both|double|pair|couple", ("2",), must=False),
        Spelled("half", ("0.5", "50%", "30"), must=False),
        Spelled("quarters?", ("0.25", "25%", "4", "15"), must=False),
        Spelled("hundred", ("100",), must=False),
        Spelled("thousand", ("1000",), must=False),
        Spelled("dozen", ("12",), must=False),
        Spelled("fortnight", ("14", "2"), must=False),
    ),
    tens={
        word: number
        for number, word in zip(
            range(20, 100, 10),
            ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
            strict=True,
        )
    },
    ones={"one": 1, **_ENGLISH_ONES},
    units={
        "second": "seconds?|secs?|s(?!['’\\w])",
        "minute": "minutes?|mins?",
        "hour": "hours?|hrs?|h(?!['’\\w])",
        "day": "days?",
        "night": "nights?",
        "week": "weeks?|wks?",
        "month": "months?",
        "year": "years?|yrs?",
        "mg": "mg|milligrams?",
        "g": "grams?",
        "kg": "kg|kilograms?",
        "ml": "ml|millilit(?:re|er)s?",
        "litre": "lit(?:re|er)s?",
        "km": "km|kilomet(?:re|er)s?",
        "metre": "met(?:re|er)s?",
        "degree": "°\\s?[CF]?|degrees?",
    },
    percent="%|per\\s?cent",
    to="to|or",
    afternoon="pm|p\\.m\\.",
    morning="am|a\\.m\\.",
    ending="(?:st|nd|rd|th)\\b",
    comma_is_decimal=False,
    day_before="days?|nights?|weeks?|months?|years?",
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
)

_RUSSIAN_ONES = {
    "два|две|двух|двум|двумя|двое|двоих|двоим": 2,
    "три|тр[её]х|тр[её]м|тремя|трое|троих|троим": 3,
    "четыре|четыр[её]х|четыр[её]м|четырьмя|четверо|четверых": 4,
    "пять|пяти|пятью|пятеро": 5,
    "шесть|шести|шестью": 6,
    "семь|семи": 7,  # not «семью», which is a family too
    "восемь|восьми|восемью": 8,
    "девять|девяти|девятью": 9,
}
_RUSSIAN_TEENS = {
    "десять|десяти|десятью": 10,
    **{
        f"{stem}надцат(?:ь|и|ью)": number
        for number, stem in enumerate(
            ("один", "две", "три", "четыр", "пят", "шест", "сем", "восем", "девят"),
            start=11,
        )
    },
}
_ADJECTIVE = "(?:ый|ий|ой|ая|ое|ые|ого|ому|ую|ым|ом|ых|ыми)"
_RUSSIAN_ORDINALS = {
    "трет(?:ий|ья|ье|ьи|ьего|ьей|ьему|ью|ьим|ьем|ьих|ьими|ь|и)": 3,
    **{
        f"{stem}{_ADJECTIVE}": number
        for number, stem in enumerate(
            (
                *("четв[её]рт", "пят", "шест", "седьм", "восьм", "девят", "десят", "одиннадцат", "двенадцат"),
                *(f"{stem}надцат" for stem in ("три", "четыр", "пят", "шест", "сем", "восем", "девят")),
                "двадцат",
            ),
            start=4,
        )
    },
}
#: двухнедельный, пятидневный: the number is the beginning of a longer word.
_IN_A_WORD = {"двух": 2, "тр[её]х": 3, "четыр[её]х": 4, "пяти": 5, "шести": 6, "семи": 7, "восьми": 8, "десяти": 10}
_MEASURED = "(?=секунд|минут|час|дневн|суточн|ночн|недель|месячн|летн|годичн|кратн|разов)"
RUSSIAN = Language(
    spelled=(
        *_spelled(_RUSSIAN_ONES),
        *_spelled(_RUSSIAN_TEENS),
        *_spelled(_RUSSIAN_ORDINALS),
        *(Spelled(f"{stem}{_MEASURED}\\w+", (str(number),)) for stem, number in _IN_A_WORD.items()),
        Spelled("дважды", ("2",)),
        Spelled("трижды", ("3",)),
        Spelled("полтора|полторы|полутора", ("1.5",)),
        Spelled(
            f"один|одна|одно|одного|одной|одному|одну|одним|одном|раз|разу|однажды|перв{_ADJECTIVE}", ("1",), False
        ),
        Spelled(f"втор{_ADJECTIVE}|оба|обе|обоих|обеих|пара|пару|пары|вдвое", ("2",), must=False),
        Spelled("пол(?=час|год|дня|ночи|литр|таблет|доз)\\w+|половин\\w*", ("0.5", "50%", "30"), must=False),
        Spelled("четверт(?:ь|и|ью)", ("0.25", "25%", "4", "15"), must=False),
        Spelled("сто|сотн\\w+", ("100",), must=False),
        Spelled("тысяч\\w*", ("1000",), must=False),
        Spelled("дюжин\\w*", ("12",), must=False),
    ),
    tens={
        "двадцат(?:ь|и|ью)": 20,
        "тридцат(?:ь|и|ью)": 30,
        "сорок|сорока": 40,
        "пятьдесят|пятидесяти": 50,
        "шестьдесят|шестидесяти": 60,
        "семьдесят|семидесяти": 70,
        "восемьдесят|восьмидесяти": 80,
        "девяносто|девяноста": 90,
    },
    ones={"один|одна|одно|одного|одной|одну": 1, **_RUSSIAN_ONES},
    units={
        "second": "секунд\\w*|сек|с(?=\\s*(?:[.,;:!?)]|$))",
        "minute": "минут\\w*|мин",
        "hour": "час\\w*|ч(?=\\s*(?:[.,;:!?)]|$))",
        "day": "дней|день|дня|дню|дн[её]м|дни|дн|сут(?:ки|ок|кам)",
        "night": "ноч\\w+",
        "week": "недел\\w+|нед",
        "month": "месяц\\w*|мес",
        "year": "год(?:а|у|ом|ы|ов)?|лет",
        "mg": "мг|миллиграмм\\w*",
        "g": "грамм\\w*",
        "kg": "кг|килограмм\\w*",
        "ml": "мл|миллилитр\\w*",
        "litre": "литр\\w*",
        "km": "км|километр\\w*",
        "metre": "метр\\w*",
        "degree": "°\\s?[CСF]?|градус\\w*",
    },
    percent="%|процент\\w*",
    to="до|или",
    morning="утра",
    afternoon="дня|вечера",
    ending="[‑-]?(?:й|го|му|ю|я|е|м|х|ый|ой|ая|ое|ые|ого|ому|ых)\\b",
    day_before="день|дня|дни|ночь|неделя|месяц|год",
    months=(
        *("января", "февраля", "марта", "апреля", "мая", "июня"),
        *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
    ),
)
#: Digits alone.
OTHER = Language((), {}, {}, {"degree": "°\\s?[CСF]?", "mg": "mg", "ml": "ml", "kg": "kg", "km": "km"}, "%", "(?!)")

LANGUAGES: Mapping[str, Language] = {"en": ENGLISH, "ru": RUSSIAN}


def language_of(code: str) -> Language:
    """How the language with this code (such as en-GB) writes numbers."""
    return LANGUAGES.get(code.partition("-")[0], OTHER)


def unit_named(word: str, language: Language) -> str:
    """The shared name of a unit, or nothing."""
    return next((name for name, pattern in language.units.items() if re.fullmatch(pattern, word, re.I)), "")
