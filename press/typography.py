"""No-break spaces where a line must not end, by language; for text between tags, never for addresses."""

from __future__ import annotations

import re
from collections.abc import Callable

NBSP = "\u00a0"
#: A line shorter than this many characters may hold one bound group; longer groups stay breakable.
_LONGEST_GROUP = 24
_LAST_WORD = 8

_RUSSIAN_SHORT = (
    r"в|к|с|о|у|и|а|я|на|по|за|от|до|из|ко|во|со|об|не|ни|но|да|или|для|при|без|под|над|про|то|что|как|это|мы|вы|он|"
    r"её|их"
)


def bind(text: str, language: str, *, last_word: bool = True) -> str:
    """`text` with no-break spaces after short words, between number and unit, before a dash.

    `last_word` keeps a short last word with the one before it; headings are balanced instead.
    As long as it was, so that it can be cut where `text` could; a line feed ends a line for good.
    """
    text = re.sub(r" (?=[—–] )", NBSP, text)
    text = re.sub(r"(?<=\d) (?=[^\W\d]|°|%)", NBSP, text)  # a figure never ends a line before what it counts
    text = _RULES.get(language, _any_language)(text)
    return _bind_last_word(text) if last_word else text


def _english(text: str) -> str:
    return _after_short_words(text, r"[A-Za-z]{1,2}")


def _russian(text: str) -> str:
    text = re.sub(r"и т\. ([дп])\.", rf"и{NBSP}т.{NBSP}\1.", text)
    text = _after_short_words(text, _RUSSIAN_SHORT)
    text = re.sub(r" (?=(?:же|ли|бы)(?!\w))", NBSP, text)
    text = re.sub(r"(?<=[№§]) (?=\d)", NBSP, text)
    return re.sub(r"\b(г|ул|д|стр|им|тел)\. (?=[\w№«])", rf"\1.{NBSP}", text)


def _any_language(text: str) -> str:
    return _after_short_words(text, r"\w")


_RULES: dict[str, Callable[[str], str]] = {"en": _english, "ru": _russian}


def _after_short_words(text: str, words: str) -> str:
    pattern = re.compile(rf"(?<![\w-])({words}) (?=\S)", re.IGNORECASE)
    return pattern.sub(rf"\1{NBSP}", pattern.sub(rf"\1{NBSP}", text))


def _bind_last_word(text: str) -> str:
    """A last line of one short word looks lost: bind it to the word before, unless the pair grows too long."""
    head, space, last = text.rpartition(" ")
    if not space or not last or len(last) > _LAST_WORD or NBSP in last:
        return text
    before = re.split(r"[ \n]", head)[-1]
    return f"{head}{NBSP}{last}" if len(before) + len(last) < _LONGEST_GROUP else text
