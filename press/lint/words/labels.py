"""Numbers that are names: of houses, flats, post codes, licences and orders. They count nothing and need no unit."""

from __future__ import annotations

import re
from collections.abc import Mapping

#: A street and its name, right before the number of the house.
_STREET: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        "(?:[A-Z][\\w'’-]*\\s+(?:St|Street|Ave|Av|Avenue|Rd|Road|Lane|Ln|Sq|Square|Blvd|Boulevard|Embankment|Highway|"
        "Prospekt|Prospect|Alley|Passage|Quay|Drive|Ulitsa|Pereulok|Proezd|Shosse|Naberezhnaya)\\.?|"
        "\\b(?:[Uu]l|[Pp]er|[Nn]ab|[Pp]l|[Pp]r|[Uu]litsa|[Pp]ereulok|[Pp]rospekt|[Nn]aberezhnaya|[Ss]hosse)\\.?"
        "\\s+(?:[A-Z][\\w'’-]*\\s?){1,3}),?\\s*$"
    ),
    "ru": re.compile(
        "(?:\\b(?:[Уу]л|[Пп]р|[Пп]росп|[Пп]р-т|[Пп]ер|[Нн]аб|[Пп]л|[Бб]-р|[Шш]|[Пп]р-д|[Мм]кр|[Тт]уп|[Аа]л)\\.?"
        "\\s*(?:\\d+-\\w+\\s+)?(?:[А-ЯЁ][\\w-]*\\.?\\s?){1,3}|"
        "\\b(?:[Уу]лиц|[Пп]роспект|[Пп]ереул|[Нн]абережн|[Пп]лощад|[Бб]ульвар|[Шш]оссе|[Пп]роезд|[Аа]лле|[Мм]икрорайон)\\w*"
        "\\s+(?:[А-ЯЁ][\\w-]*\\.?\\s?){1,3}|"
        "[А-ЯЁ][\\w-]*\\s+(?:улиц|проспект|переул|набережн|площад|бульвар|шоссе|проезд|алле)\\w*),?\\s*$"
    ),
}
#: Short forms of what is numbered, with a full stop: No. 5, д. 5, корп. 2.
_SHORT: Mapping[str, re.Pattern[str]] = {
    "en": re.compile("\\b(?:nos?|nr|bldg|apt|ste|rm|ext|reg|ref|lic|pp?|fl|tel)\\.\\s*#?$", re.IGNORECASE),
    "ru": re.compile(
        "(?<!т\\.)(?<!т\\.\\s)\\b(?:д|к|корп|стр|вл|кв|оф|каб|эт|пом|подъезд|лит|комн|пал|под|уч|тел|доб|лиц|рег|сер|ст|гл|"
        "рис|табл|прил|п)\\.\\s*$",
        re.IGNORECASE,
    ),
}
#: A name that is told as such: "the number is 7701", «код: 12».
_NAMED: Mapping[str, re.Pattern[str]] = {
    "en": re.compile("\\b(?:number|code|pin)\\s*(?:is|:)\\s*$", re.IGNORECASE),
    "ru": re.compile("\\b(?:номер|код|индекс|инн|огрн)\\s*(?:—|:)\\s*$", re.IGNORECASE),
}
_POST_CODE = re.compile("\\d{5,6}")
#: What an address has besides a post code.
_IN_AN_ADDRESS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        "\\b(?:St|Street|Ave|Avenue|Rd|Road|Lane|Square|Boulevard|Embankment|Prospekt|[Uu]l|[Bb]ldg|[Aa]pt)\\b"
    ),
    "ru": re.compile("\\b(?:г|ул|д|просп|пр|пер|наб|пл|корп|обл)\\.|\\b(?:улица|проспект|переулок|шоссе|бульвар)\\b"),
}


def is_label(sentence: str, start: int, end: int, language: str) -> bool:
    """Whether the number from `start` to `end` names a house or a paper."""
    if language not in _STREET:
        return False
    before = sentence[:start]
    if any(known[language].search(before) for known in (_SHORT, _NAMED, _STREET)):
        return True
    is_post_code = _POST_CODE.fullmatch(sentence, start, end) is not None
    return is_post_code and _IN_AN_ADDRESS[language].search(sentence) is not None
