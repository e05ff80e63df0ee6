"""Words that must stay although they are long, and plainer words for those that need not."""

from __future__ import annotations

from collections.abc import Mapping

#: A word that must stay counts as one of so many syllables, and so never as a long one.
EASY_SYLLABLES = 2
#: Beginnings of words no leaflet of ours can do without; the leaflets say what they mean.
_STAYING: Mapping[str, tuple[str, ...]] = {
    "en": (
        "naloxone",
        "naltrexone",
        "methadone",
        "buprenorphine",
        "disulfiram",
        "opioid",
        "overdose",
        "withdrawal",
    ),
    "ru": (
        "налоксон",
        "налтрексон",
        "метадон",
        "бупренорфин",
        "дисульфирам",
        "опиоид",
        "передозировк",
    ),
}
#: Beginning of a word → plainer words. Only where the plainer ones fit nearly every sentence.
_PLAINER: Mapping[str, Mapping[str, str]] = {
    "en": {
        "additional": "more",
        "administer": "give",
        "alternative": "other",
        "anticipat": "expect",
        "approximately": "about",
        "ascertain": "find out",
        "assistance": "help",
        "cardiac": "heart",
        "cessation": "stopping",
        "commence": "start",
        "consequently": "so",
        "consum": "eat, drink or take",
        "demonstrat": "show",
        "deteriorat": "get worse",
        "determine": "find out",
        "discontinu": "stop",
        "endeavour": "try",
        "excessive": "too much",
        "facilitat": "help",
        "frequently": "often",
        "haemorrhag": "bleeding",
        "immediately": "at once",
        "indicat": "show",
        "individual": "person",
        "initiat": "start",
        "investigat": "look into",
        "location": "place",
        "medication": "medicine",
        "monitor": "watch",
        "nevertheless": "still",
        "numerous": "many",
        "observe": "see, watch",
        "obtain": "get",
        "participat": "take part",
        "physician": "doctor",
        "previously": "before",
        "prior": "before",
        "procedure": "what is done",
        "regarding": "about",
        "relocat": "move",
        "remain": "stay",
        "request": "ask for",
        "require": "need",
        "respiration": "breathing",
        "respiratory": "breathing",
        "subsequent": "later",
        "sufficient": "enough",
        "symptom": "sign",
        "terminat": "end",
        "transport": "take",
        "utilis": "use",
        "utiliz": "use",
    },
    "ru": {
        "абстинентн": "отмена",
        "вследствие": "из-за",
        "госпитализац": "больница",
        "госпитализир": "положить в больницу",
        "данный": "этот",
        "диагностир": "определить",
        "длительн": "долгий",
        "дополнительн": "ещё",
        "интенсивн": "сильный",
        "информир": "сообщить",
        "использова": "применять, брать",
        "констатир": "установить",
        "консультац": "совет",
        "контролир": "следить",
        "медикамент": "лекарство",
        "медицинск": "врачебный",
        "незамедлительно": "сразу",
        "необходимо": "нужно",
        "непосредственно": "прямо",
        "обеспеч": "дать",
        "обратиться": "прийти, позвонить",
        "обращаться": "прийти, позвонить",
        "осуществл": "делать",
        "отсутству": "нет",
        "перечисленн": "этот",
        "получени": "получить",
        "предоставл": "дать",
        "прекращени": "перестать",
        "приблизительно": "около",
        "приобрест": "купить",
        "приобретени": "купить",
        "производи": "делать",
        "проконтролир": "следить",
        "психоэмоциональн": "душевный",
        "рекоменду": "советуем",
        "самостоятельно": "сам",
        "симптом": "признак",
        "следовательно": "значит",
        "сопровожда": "бывает вместе с",
        "специалист": "врач",
        "транспортир": "везти",
        "употреблени": "принимать",
        "функционир": "работать",
    },
}


def stays(word: str, language: str) -> bool:
    """Whether the word must stay in our leaflets, in whatever form it is inflected."""
    return word.lower().startswith(_STAYING.get(language.partition("-")[0], ()))


def staying(language: str) -> tuple[str, ...]:
    """The beginnings of the words that must stay, for the report."""
    return _STAYING.get(language.partition("-")[0], ())


def plainer(word: str, language: str) -> str:
    """Plainer words for a long one, in their dictionary form; empty if none are known."""
    lower = word.lower()
    table = _PLAINER.get(language.partition("-")[0], {})
    return next((better for beginning, better in table.items() if lower.startswith(beginning)), "")
