"""Cuts running text into sentences and words, English and Russian."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple


class Sentence(NamedTuple):
    """A sentence, and where it begins in the text it was cut from."""

    text: str
    start: int


class Word(NamedTuple):
    """A word or number, and where it begins in the text it was cut from."""

    text: str
    start: int


def _listed(row: str) -> frozenset[str]:
    return frozenset(row.split())


_LETTER = "[^\\W\\d_]"
#: A stress mark or a soft hyphen inside a word does not end it.
_RUN = f"{_LETTER}(?:{_LETTER}|[\u0301\u00ad])*"
_WORD = re.compile(
    f"(?:{_LETTER}\\.){{2,}}"  # e.g., т.е.
    "|\\+?\\d+(?:[\u00a0\u202f.,:/\u2013-]\\d+)*(?:[-\u2011]?" + _RUN + ")?"  # 1,500; 2–3; 28-му; +7 495 127-02-03
    f"|{_RUN}(?:['\u2019\u02bc\u2010\u2011-]?(?:{_RUN}|\\d+))*"  # don’t, по-русски, B12
)

#: What may close a sentence, with the quotes and brackets that belong to it.
_END = re.compile("([.!?\u2026]+)[\"'\u00bb\u201d\u2019)\\]]*(?=\\s|$)")
#: What a sentence begins with: a capital letter or a number, after quotes, brackets and the dash of direct speech.
_BEGIN = re.compile("[\\s\"'\u00ab\u201c\u201e\u2018(\\[\u2014\u2013\u2022-]*(\\S)")

#: Short forms whose full stop never ends a sentence.
_INSIDE: Mapping[str, frozenset[str]] = {
    "en": _listed("dr mr mrs ms prof st ul nab vs e.g i.e cf fig approx"),
    "ru": _listed(
        "ул д корп стр кв оф каб эт пом под вл наб пр просп пер пл обл р-н лиц рег доб тел см рис табл ср напр им проф "
        "акад доц т т.е"
    ),
}
#: Short forms whose full stop ends one only beside a number: 2027 г. Потом; but not No. 5, apt. 7.
_AFTER_NUMBER: Mapping[str, frozenset[str]] = {
    "en": _listed("no nos apt bldg rm ext reg ref lic"),
    "ru": _listed("г гг в вв"),
}
#: и т. д., и т. п.
_ROW_ENDS = frozenset(("д", "п"))
#: A capital letter with a full stop is an initial, unless it is a word or the name of a kind.
_WHOLE_LETTERS: Mapping[str, frozenset[str]] = {"en": frozenset("I"), "ru": frozenset("Я")}
_KINDS = _listed("vitamin hepatitis plan group type витамин гепатит план группа группы тип")


def sentences(text: str, language: str) -> tuple[Sentence, ...]:
    """The sentences of `text`; a blank line ends one, a line break only before a capital letter."""
    found: list[Sentence] = []
    start = 0
    for end in _ends(text, language):
        _add(found, text, start, end)
        start = end
    _add(found, text, start, len(text))
    return tuple(found)


def words(text: str) -> tuple[Word, ...]:
    """The words and numbers of `text`; dashes and signs are none."""
    return tuple(Word(match.group(), match.start()) for match in _WORD.finditer(text))


def _add(found: list[Sentence], text: str, start: int, end: int) -> None:
    part = text[start:end]
    if part.strip():
        found.append(Sentence(part.strip(), start + len(part) - len(part.lstrip())))


def _ends(text: str, language: str) -> list[int]:
    breaks = [
        match.end()
        for match in re.finditer("\\n+", text)
        if len(match.group()) > 1 or _begins(text, match.end(), capitals_only=True)
    ]
    stops = [match.end() for match in _END.finditer(text) if _closes(text, match, language)]
    return sorted({*breaks, *stops})


def _closes(text: str, stop: re.Match[str], language: str) -> bool:
    """Whether the sign ends a sentence rather than a short form, an initial or a question within one."""
    if not _begins(text, stop.end()):
        return False
    if stop.group(1) != ".":
        return True
    before = text[: stop.start()]
    last = re.search("\\S+$", before)
    if last is None:
        return False
    word = last.group().lstrip("\"'\u00ab\u201c\u201e(")
    earlier = before[: last.start()].split()
    if word.isdigit():  # "1. Call" is the number of a step
        return bool(earlier)
    if len(word) == 1 and word.isupper():
        whole = word in _WHOLE_LETTERS.get(language, frozenset())
        return whole or bool(earlier and earlier[-1].lower() in _KINDS)
    lower = word.lower()
    if lower in _AFTER_NUMBER.get(language, frozenset()):
        return _follows_number(earlier, text[stop.end() :], language)
    if lower in _ROW_ENDS and earlier and earlier[-1].lower() == "т.":
        return True
    return lower not in _INSIDE.get(language, frozenset())


def _follows_number(earlier: list[str], after: str, language: str) -> bool:
    if language == "en":  # "No. 5" is a number, "No. Wait." is an answer
        return not after.lstrip()[:1].isdigit()
    return bool(earlier) and any(sign.isdigit() for sign in earlier[-1])


def _begins(text: str, at: int, *, capitals_only: bool = False) -> bool:
    """Whether what stands at `at` can be the beginning of a sentence; the end of the text can."""
    first = _BEGIN.match(text, at)
    if first is None:
        return True
    sign = first.group(1)
    return sign.isupper() or (sign.isdigit() and not capitals_only) or (sign == "{") or (sign == "+")
