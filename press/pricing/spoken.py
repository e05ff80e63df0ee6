"""How clinics write prices, in English and Russian: signs of currencies, units, "from" and the like.

All patterns are for text that `plain` has made comparable.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from press.model.prices import Unit

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_APOSTROPHES = re.compile("[’ʼ`´]")
_QUOTES = re.compile("[\"'«»“”„‟‘’‚`´]")
_DASH_IN_WORDS = re.compile(r"(?<=[^\W\d_]) ?- ?(?=[^\W\d_])")


def plain(text: str) -> str:
    """The text as it is compared: small letters, one kind of space, dash and apostrophe, nothing invisible."""
    return _comparable(unicodedata.normalize("NFKC", text))


def plain_lines(text: str) -> str:
    """The same with its line ends, which part one number from the next."""
    return "\n".join(filter(None, map(plain, text.splitlines())))


def same_name(text: str) -> str:
    """A name as it is compared with another: quotes, spaces, capitals, ё, dashes between words and what ends it aside.

    Everything else counts: “Drip 1.5 l” is not “Drip 1-5 l”, and “Detox +” is not “Detox”.
    """
    bare = _QUOTES.sub("", _comparable(unicodedata.normalize("NFC", text))).replace("ё", "е")
    return " ".join(_DASH_IN_WORDS.sub(" ", bare).split()).rstrip(" .,:;")


def seen(text: str) -> str:
    """The text without signs that nobody sees."""
    return _UNSEEN.sub("", text)


def has_marks(text: str) -> bool:
    """Whether small or enclosed digits stand in it, such as ² or ①: marks of footnotes, or parts of a number."""
    return any(unicodedata.category(sign) == "No" for sign in text)


def _comparable(text: str) -> str:
    return " ".join(_APOSTROPHES.sub("'", _DASHES.sub("-", seen(text))).split()).casefold()


def _words(*patterns: str) -> str:
    """A pattern for any of these that is not a part of a longer word; fit for a verbose one too."""
    return rf"(?<![^\W\d_])(?:{'|'.join(patterns)})(?![^\W\d_])".replace(" ", r"\ ")


#: What names a currency → its code. Typists take a Latin p for the Russian р.
CURRENCIES: Mapping[str, str] = {
    rf"₽|{_words('руб', 'рубл[а-я]*', 'р', 'p', 'rur', 'rub', 'rubles?', 'roubles?')}\.?": "RUB",
    rf"\$|{_words('usd', 'долл[а-я]*', 'dollars?')}\.?": "USD",
    rf"€|{_words('eur', 'евро', 'euros?')}": "EUR",
    rf"£|{_words('gbp', 'pounds?', 'фунт[а-я]*')}": "GBP",
    rf"₸|{_words('kzt', 'тенге', 'тг')}\.?": "KZT",
    rf"₴|{_words('uah', 'грн', 'гривен', 'гривн[а-я]*')}\.?": "UAH",
    _words("byn", "бел руб", r"бел\. ?руб"): "BYN",
    _words("amd", "драм[а-я]*"): "AMD",
    _words("gel", "лари"): "GEL",
    _words("uzs", "сум", "сўм"): "UZS",
    _words("kgs", "сом"): "KGS",
    _words("cny", "юан[а-я]*"): "CNY",
    _words("у ?е", r"у\. ?е"): "units",
}

UNITS: Mapping[Unit, str] = {
    Unit.VISIT: _words("visits?", "визит[а-я]*", "выезд[а-я]*", "посещени[а-я]*", "при[её]м[а-я]*"),
    Unit.DAY: _words("days?", "24 ?h", "д[её]нь", "дня", "сут", "сутк[а-я]*", "койко-д[а-я]*", "к/д"),
    Unit.MONTH: _words("months?", "мес", "месяц[а-я]*"),
    Unit.COURSE: _words("courses?", "курс[а-я]*"),
    Unit.SESSION: _words("sessions?", "сеанс[а-я]*"),
    Unit.INJECTION: _words("injections?", "инъекци[а-я]*", "укол[а-я]*"),
    Unit.SERVICE: _words("services?", "услуг[а-я]*", "процедур[а-я]*", "шт"),
    Unit.PACKAGE: _words("packages?", "пакет[а-я]*", "комплекс[а-я]*"),
    Unit.UNSTATED: _words("unstated"),
}
ANY_UNIT = "|".join(UNITS.values())

#: «с» says it too, before an amount: «с 4 700» (typists take a Latin c), but not «4 700 с НДС».
LEAST = "|".join(
    (
        _words("от", "from", "начиная (?:с|от)", "starting (?:at|from)", "не менее", "at least"),
        _words("и выше", "и более", "and up", "and above", "and more", "or more"),
        r"(?<![^\W\d_])[сc](?=[\ \n]?[\d\x00])",
    )
)
EXACTLY = _words("ровно", "точно", "фикс(?:ированн[а-я]*)?", "exactly", "fixed")
MOST = _words("до", "up to", "не более", "не выше", "at most")
#: «к» is a thousand too, unless it means "to": «цена к оплате».
THOUSANDS = _words("тыс", "тысяч[а-я]*", "т р", r"т\. ?р", "thousands?", "k", "к(?! [а-я])") + r"\.?"
#: Said in the place of an amount.
NO_AMOUNT = re.compile(
    r"(бесплатно|free|по запросу|on request|договорная|по договор[её]нности|индивидуально|уточняйте|"
    r"звоните|call us|to be confirmed|tbc|n/?a|нет|-+|\?+|\.+|x+|х+)\.?"
)
FREE = re.compile(r"(бесплатно|free)\.?")

TOTAL = re.compile(r"(итого|всего|итог|сумма|общая сумма|total|totals|grand total|subtotal|sum)( .{0,30})?:?")
YES = re.compile(r"(yes|y|true|1|да|от|from|\+|x|х|v|✓|✔)")
NO = re.compile(r"(no|n|false|0|нет|-|ровно|exactly)")


def unit_of(text: str) -> Unit | None:
    """The unit a text names and nothing else: "per day", "в сутки", "day"."""
    bare = re.sub(
        r"^(?:/\s*|(?:за|в|per|a|an|each|every|каждый|каждую)\s)?(?:(?:1|один|одну|одно|one)\s)?", "", plain(text)
    ).strip(" .")
    for unit, pattern in UNITS.items():
        if bare == unit.value or re.fullmatch(pattern, bare):
            return unit
    return None


def currency_of(text: str) -> str | None:
    """The currency a text names and nothing else."""
    for pattern, code in CURRENCIES.items():
        if re.fullmatch(pattern, plain(text)):
            return code
    return None
