"""Numbers and units as words, in the languages that are known; another language is compared by its digits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

#: Units in which medicine is given, and temperatures: a figure with one is answered only by the same unit.
DOSES = frozenset(
    {
        *("ng", "mcg", "mg", "g", "kg", "ml", "litre", "unit", "mmol", "per mille", "degree", "fahrenheit"),
        *("drop", "tablet", "capsule", "ampoule", "vial", "dose", "spray", "patch", "syringe", "injection", "sachet"),
        *("teaspoon", "tablespoon"),
    }
)
#: What is counted and needs no name of its own before a rate: 12 breaths a minute, 12 times a minute.
COUNTS = frozenset({"time", "breath", "compression"})
#: What a dose may be counted for.
RATES = frozenset(
    {
        *("second", "minute", "hour", "day", "week", "month"),
        *("kg", "mg", "ml", "litre", "drop", "tablet", "capsule", "ampoule", "vial", "dose", "spray", "patch"),
    }
)
#: Abbreviations that are the same in every language.
_LATIN = {
    "ng": "ng",
    "mcg": "mcg|[µμ]g|ug",
    "mg": "mg",
    "kg": "kg",
    "ml": "ml",
    "unit": "IU",
    "mmol": "mmol",
    "per mille": "‰",
    "fahrenheit": "°\\s?F",
    "degree": "°\\s?[CС]?",
    "rouble": "₽|RUB",
    "euro": "€|EUR",
    "dollar": "\\$|USD",
    "km": "km",
    "cm": "cm",
    "mm": "mm",
}


def is_dose(unit: str) -> bool:
    """Whether figures with this unit say how much is given, or how often: 5 mg, 5 mg/day, 2 a day."""
    return "/" in unit or unit in DOSES


def _units(own: Mapping[str, str]) -> dict[str, str]:
    """The patterns of a language, with the abbreviations that all languages share."""
    names = dict.fromkeys((*_LATIN, *own))
    return {name: "|".join(filter(None, (own.get(name), _LATIN.get(name)))) for name in names}


@dataclass(frozen=True, slots=True)
class Spelled:
    """A pattern of words and the numbers it may stand for.

    `must` is false for words that often are no number (one, a second, once): they may answer a digit in the
    other language, but need no answer themselves. `dosed` are the numbers it stands for before a unit of doses,
    where it always needs an answer: half a tablet.
    """

    pattern: str
    values: tuple[str, ...]
    must: bool = True
    dosed: tuple[str, ...] = ()


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
    after_at: str = "(?!)"  # those of both that name an hour without minutes only after “at”: в 2 дня, not 2 дня
    at: str = ""
    hours: str = "(?!)"  # between an hour of the clock and both of them: в 2 часа дня
    ending: str = ""  # of an ordinal number in digits
    comma_is_decimal: bool = True
    day_before: str = ""  # words that name the unit before the number
    months: tuple[str, ...] = ()
    inside: Mapping[str, str] = field(default_factory=dict)  # units within a number word: полчаса, twice
    between: str = "(?!)"  # a number and its unit, other than a space: half *a* tablet
    and_half: str = "(?!)"  # behind a number: two *and a half*
    scales: Mapping[str, int] = field(default_factory=dict)  # behind a number: 12 *thousand*
    plus: str = "(?!)"  # between the parts of a number in words: two hundred *and* fifty
    always: str = "(?!)"  # around the clock, which has a figure in one language and none in the other
    month_first: bool = False  # December 31
    each: str = "/"  # between a unit and what it is counted for: 5 mg *a* day
    for_each: Mapping[str, str] = field(default_factory=dict)  # such a unit in one word: daily


#: Before an amount: €5, RUB 4500.
MONEY_BEFORE = "[€$₽]|(?<!\\w)(?:RUB|EUR|USD)"


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
_ENGLISH_TENS = {
    word: number
    for number, word in zip(
        range(20, 100, 10),
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
        strict=True,
    )
}
_PERIODS = ("hour", "day", "week", "month", "year")
ENGLISH = Language(
    spelled=(
        *(Spelled(f"(?:an?|one)\\s+{period}\\s+and\\s+a\\s+half", ("1.5",)) for period in _PERIODS),
        *_spelled(_ENGLISH_ONES),
        *_spelled(_ENGLISH_TEENS),
        Spelled("thirds?", ("3", "1/3")),
        *(Spelled(f"{word}s?", (str(number),)) for word, number in _ENGLISH_ORDINALS.items()),
        *(Spelled(f"{word[:-1]}ieth", (str(number),)) for word, number in _ENGLISH_TENS.items() if number > 20),
        Spelled("twice", ("2",)),
        Spelled("thrice", ("3",)),
        Spelled("one|once|first|single", ("1",), must=False),
        Spelled("double", ("2",), must=False, dosed=("2",)),
        Spelled("second|both|pair|couple", ("2",), must=False),
        Spelled("half\\s+an?\\s+year", ("0.5", "6"), must=False),
        Spelled("half", ("0.5", "50%", "30"), must=False, dosed=("0.5", "50%")),
        Spelled("quarters?", ("0.25", "25%", "4", "15"), must=False, dosed=("0.25", "25%")),
        Spelled("hundred", ("100",), must=False, dosed=("100",)),
        Spelled("thousand", ("1000",), must=False, dosed=("1000",)),
        Spelled("dozen", ("12",), must=False, dosed=("12",)),
        Spelled("fortnight", ("14", "2"), must=False),
        Spelled("noon|midday", ("12",)),
        Spelled("midnight", ("0", "24")),
        Spelled("zero", ("0",), must=False),
    ),
    tens=_ENGLISH_TENS,
    ones={
        "one|first": 1,
        **_ENGLISH_ONES,
        **{word: number for word, number in _ENGLISH_ORDINALS.items() if number < 10},
    },
    units=_units(
        {
            "second": "seconds?|secs?|s(?!['’\\w])",
            "minute": "minutes?|mins?",
            "hour": "hours?|hrs?|h(?!['’\\w])",
            "day": "days?",
            "night": "nights?",
            "week": "weeks?|wks?",
            "month": "months?",
            "year": "years?|yrs?",
            "ng": "nanograms?",
            "mcg": "mcgs?|micrograms?",
            "mg": "mgs|milligrams?",
            "g": "gms?|gr?ams?|g(?!['’\\w])",
            "kg": "kgs|kilos?|kilograms?",
            "ml": "mls|cc|millilit(?:re|er)s?",
            "litre": "lit(?:re|er)s?|l(?!['’\\w])",
            "unit": "I\\.U\\.|international\\s+units?|units?|u(?!['’\\w])",
            "drop": "drops?",
            "tablet": "tablets?|tabs?|pills?",
            "capsule": "capsules?|caps?",
            "ampoule": "ampoules?|ampules?|amps?",
            "vial": "vials?",
            "dose": "doses?",
            "spray": "sprays?|puffs?|squirts?",
            "patch": "patch(?:es)?",
            "syringe": "syringes?",
            "injection": "injections?|shots?",
            "sachet": "sachets?",
            "teaspoon": "teaspoons?|tsp",
            "tablespoon": "tablespoons?|tbsp",
            "fahrenheit": "degrees?\\s+F(?:ahrenheit)?",
            "degree": "degrees?(?:\\s+C(?:elsius)?)?",
            "rouble": "rou?bles?",
            "euro": "euros?",
            "dollar": "dollars?",
            "breath": "breaths?",
            "compression": "compressions?",
            "time": "times",
            "cm": "centimet(?:re|er)s?",
            "mm": "millimet(?:re|er)s?",
            "km": "kilomet(?:re|er)s?",
            "metre": "met(?:re|er)s?",
        }
    ),
    percent="%|per\\s?cent",
    to="to|or",
    afternoon="pm|p\\.m\\.|noon",
    morning="am|a\\.m\\.|midnight",
    ending="(?:st|nd|rd|th)\\b",
    comma_is_decimal=False,
    day_before="days?|nights?|weeks?|months?|years?",
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    inside={
        "twice|thrice|once": "time",
        "half\\s+an?\\s+year": "year",
        **{f"\\w+\\s+{period}\\s+and\\s.*": period for period in _PERIODS},
    },
    between="\\s+(?:of\\s+)?(?:an?|the|one)\\s+",
    and_half="\\s+and\\s+a\\s+half(?!\\w)",
    scales={"hundred": 100, "thousand": 1000, "million": 1_000_000},
    plus="\\s+(?:and\\s+)?",
    always=(
        "24\\s?/\\s?7|24[\\s‑-]hour(?=\\s+(?:help|line|phone|service|hotline))"
        "|(?:24\\s+hours?\\s+a\\s+day|a?round[\\s‑-]the[\\s‑-]clock|day\\s+and\\s+night)"
        "(?:,?\\s+(?:7|seven)\\s+days\\s+a\\s+week)?"
    ),
    month_first=True,
    each="\\s*/\\s*|\\s+(?:per|an?|every|each)\\s+",
    for_each={"hour": "hourly", "day": "daily", "week": "weekly", "month": "monthly"},
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
_RUSSIAN_HUNDREDS = {
    "двести|двухсот": 200,
    "триста|тр[её]хсот": 300,
    "четыреста|четыр[её]хсот": 400,
    **{
        f"{stem}сот|{stem[:-1]}исот": number
        for number, stem in zip(range(500, 1000, 100), ("пять", "шесть", "семь", "восемь", "девять"), strict=True)
    },
}
_ADJECTIVE = "(?:ый|ий|ой|ая|ое|ые|ого|ому|ую|ым|ом|ых|ыми)"
_RUSSIAN_ORDINALS = {
    "трет(?:ий|ья|ье|ьи|ьего|ьей|ьему|ьим|ьем|ьих|ьими)": 3,
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
_RUSSIAN_TENTHS = {
    f"{stem}{_ADJECTIVE}": number
    for number, stem in zip(
        range(30, 100, 10),
        ("тридцат", "сороков", "пятидесят", "шестидесят", "семидесят", "восьмидесят", "девяност"),
        strict=True,
    )
}
#: двухнедельный, пятидневный: the number is the beginning of a longer word.
_IN_A_WORD = {"двух": 2, "тр[её]х": 3, "четыр[её]х": 4, "пяти": 5, "шести": 6, "семи": 7, "восьми": 8, "десяти": 10}
_MEASURED = "(?=секунд|минут|час|дневн|суточн|ночн|недель|месячн|летн|годичн|кратн|разов)"
_END = "\\s*(?:[.,;:!?)/]|$)"
RUSSIAN = Language(
    spelled=(
        *_spelled(_RUSSIAN_ONES),
        *_spelled(_RUSSIAN_TEENS),
        *_spelled(_RUSSIAN_ORDINALS),
        *_spelled(_RUSSIAN_TENTHS),
        *_spelled(_RUSSIAN_HUNDREDS),
        *(Spelled(f"{stem}{_MEASURED}\\w+", (str(number),)) for stem, number in _IN_A_WORD.items()),
        Spelled("трет(?:ь|и|ью)", ("3", "1/3")),
        Spelled("дважды", ("2",)),
        Spelled("трижды", ("3",)),
        Spelled("полтора|полторы|полутора", ("1.5",)),
        Spelled(
            f"один|одна|одно|одни|одного|одной|одних|одному|одну|одним|одном|раз|разу|однажды|перв{_ADJECTIVE}",
            ("1",),
            False,
        ),
        Spelled("вдво[её]м", ("2",), must=False),
        Spelled("втро[её]м", ("3",), must=False),
        Spelled("вдвое|двойн\\w+", ("2",), must=False, dosed=("2",)),
        Spelled(f"втор{_ADJECTIVE}|оба|обе|обоих|обеих|пара|пару|пары", ("2",), must=False),
        Spelled("полгода", ("0.5", "6"), must=False),
        Spelled("полдень|полудн[яюе]", ("12",)),
        Spelled("полноч(?:ь|и|ью)", ("0", "24")),
        Spelled("ноль|нуля|нулю", ("0",), must=False),
        Spelled(
            "пол(?=час|дня|ночи|литр|таблет|доз|ампул|мл|миллилитр)\\w+|половин\\w*",
            ("0.5", "50%", "30"),
            must=False,
            dosed=("0.5", "50%"),
        ),
        Spelled("четверт(?:ь|и|ью)", ("0.25", "25%", "4", "15"), must=False, dosed=("0.25", "25%")),
        Spelled("сто|сотн\\w+", ("100",), must=False, dosed=("100",)),
        Spelled("тысяч\\w*", ("1000",), must=False, dosed=("1000",)),
        Spelled("дюжин\\w*", ("12",), must=False, dosed=("12",)),
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
    ones={
        f"один|одна|одно|одного|одной|одну|перв{_ADJECTIVE}": 1,
        **_RUSSIAN_ONES,
        f"втор{_ADJECTIVE}": 2,
        **{word: number for word, number in _RUSSIAN_ORDINALS.items() if number < 10},
    },
    units=_units(
        {
            "second": f"секунд\\w*|сек|с(?={_END})|(?<=/)с",
            "minute": "минут\\w*|мин",
            "hour": f"час\\w*|ч(?!\\.\\s*л)(?={_END})|(?<=/)ч",
            "day": "дней|день|дня|дню|дн[её]м|дни|дн|сут(?:ки|ок|кам)|сут",
            "night": "ноч\\w+",
            "week": "недел\\w+|нед",
            "month": "месяц\\w*|мес",
            "year": "год(?:а|у|ом|ы|ов)?|лет|(?<=(?:19|20)\\d\\d[ \u00a0])г",
            "ng": "нг|нанограмм\\w*",
            "mcg": "мкг|микрограмм\\w*",
            "mg": "мг|миллиграмм\\w*",
            "g": "гр?|грамм\\w*",
            "kg": "кг|кило|килограмм\\w*",
            "ml": "мл|миллилитр\\w*|кубик\\w*",
            "litre": "л|литр\\w*",
            "unit": "МЕ|ЕД|международн\\w+\\s+единиц\\w*|единиц\\w*",
            "mmol": "ммоль",
            "per mille": "промилле",
            "drop": "капл\\w+|капель|кап",
            "tablet": "таблет\\w+|табл?",
            "capsule": "капсул\\w*|капс",
            "ampoule": "ампул\\w*|амп",
            "vial": "флакон\\w*|фл",
            "dose": "доз(?:а|ы|у|е|ой|ам|ами|ах)?",
            "spray": "спре\\w+|впрыск\\w*|пшик\\w*",
            "patch": "пластыр\\w+",
            "syringe": "шприц\\w*",
            "injection": "укол\\w*|инъекци\\w+",
            "sachet": "пакетик\\w*|саше",
            "teaspoon": "чайн\\w+\\s+лож\\w+|ч\\.\\s*л",
            "tablespoon": "столов\\w+\\s+лож\\w+|ст\\.\\s*л",
            "fahrenheit": "градус\\w*\\s+(?:по\\s+)?Фаренгейт\\w*",
            "degree": "градус\\w*(?:\\s+(?:по\\s+)?Цельси\\w*)?",
            "rouble": "рубл\\w+|руб|р(?=\\.)",
            "euro": "евро",
            "dollar": "доллар\\w*",
            "breath": "вдох\\w*|вдувани\\w*",
            "compression": "нажати\\w*|компресси\\w*",
            "time": "раза?",
            "cm": "см|сантиметр\\w*",
            "mm": "мм|миллиметр\\w*",
            "km": "км|километр\\w*",
            "metre": "метр\\w*",
        }
    ),
    percent="%|процент\\w*",
    to="до|или",
    morning="утра|ночи",
    afternoon="дня|вечера",
    after_at="дня|ночи",
    at="(?:(?<=\\bв\\s)|(?<=\\bк\\s)|(?<=\\bдо\\s))",
    hours="\\s+час(?:а|ов)?",
    ending="[‑-]?(?:й|го|му|ю|я|е|м|х|ый|ой|ая|ое|ые|ого|ому|ых)\\b",
    day_before="день|дня|дни|ночь|неделя|месяц|год",
    months=(
        *("января", "февраля", "марта", "апреля", "мая", "июня"),
        *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
    ),
    inside={
        "дважды|трижды|однажды|раз": "time",
        "\\w+(?:секунд)\\w+": "second",
        "\\w+(?:минут)\\w+": "minute",
        "\\w+(?:час)\\w+|полчаса": "hour",
        "\\w+(?:дневн|суточн)\\w+|полдня": "day",
        "\\w+(?:ночн)\\w+|полночи": "night",
        "\\w+(?:недель)\\w+": "week",
        "\\w+(?:месячн)\\w+": "month",
        "\\w+(?:летн|годичн)\\w+|полгода": "year",
        "полтаблет\\w+": "tablet",
        "полдоз\\w+": "dose",
        "полампул\\w+": "ampoule",
        "поллитр\\w+": "litre",
        "полмиллилитр\\w+|полмл": "ml",
    },
    and_half="\\s+с\\s+половиной",
    scales={"тысяч\\w*|тыс\\.?": 1000, "миллион\\w*|млн\\.?": 1_000_000},
    plus="\\s+",
    always=(
        "24\\s?/\\s?7|24[\\s‑-]часов\\w+(?=\\s+(?:лини|служб|телефон))"
        "|(?:круглосуточн\\w+|круглые\\s+сутки|24\\s+часа\\s+в\\s+(?:сутки|день))"
        "(?:,?\\s+(?:7|семь)\\s+дней\\s+в\\s+неделю)?"
    ),
    each="\\s*/\\s*|\\s+(?:в|на|за|кажд(?:ый|ую|ое|ые))\\s+",
    for_each={"hour": "ежечасно", "day": "ежедневно", "week": "еженедельно", "month": "ежемесячно"},
)
#: Digits alone.
OTHER = Language((), {}, {}, _units({"unit": "I\\.U\\."}), "%", "(?!)")


LANGUAGES: Mapping[str, Language] = {"en": ENGLISH, "ru": RUSSIAN}


def language_of(code: str) -> Language:
    """How the language with this code (such as en-GB) writes numbers."""
    return LANGUAGES.get(code.partition("-")[0], OTHER)
