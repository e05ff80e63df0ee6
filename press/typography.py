"""No-break spaces where a line must not end, by language; and the characters that nobody sees.

For text between tags, never for addresses.
"""

from __future__ import annotations

import re
from collections.abc import Callable

NBSP = "\u00a0"
#: Characters that nobody sees, as a pattern. Not among them: no-break spaces, soft hyphens, and the marks of
#: direction (left, right) that Arabic needs; joiners after letters other than Latin, Greek and Cyrillic; selectors
#: after a sign whose look they choose (☎).
UNSEEN = (
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters; tab and line ends are none here
    "\u2028\u2029"  # line and paragraph separator
    "\u202a-\u202e\u2066-\u2069"  # turn the direction of writing around
    "\u200b-\u200d\u180e\u034f\u2060-\u2065\u206a-\u206f"  # without width
    "\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufff9-\ufffb"  # fillers
    "\ufe00-\ufe0f\U000e0000-\U000e0fff"  # selectors and tags
    "\ud800-\udfff\ufeff\ufffe\uffff"  # halves of characters, byte order marks, codes that are no characters
    "]"
    "(?<![^\\s\\dA-Za-z\u00aa-\u052f][\u200c\u200d])"
    "(?<![\u00a9\u00ae\u2000-\u2bff\u3000-\u33ff\U0001f000-\U0001faff][\ufe00-\ufe0f])"
)
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
