"""Words that stand in a translation as they do in the original, where the two are written in different letters."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache

from press import markup
from press.drift.phrases import Phrase
from press.model.inline import SpanKind

RULE = "translation-untranslated"
_LENGTH = 3
#: An address is the same in every language.
_ADDRESS = re.compile(r"\S*\w[.@/:]\w\S*")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def script_of(phrases: Iterable[Phrase]) -> str:
    """The letters in which most words are written, such as CYRILLIC; empty where there are no letters."""
    counted = Counter(_script(letter) for phrase in phrases for letter in _said(phrase.words) if letter.isalpha())
    return max(counted, key=lambda script: counted[script], default="")


def untranslated(original: str, translation: str, script: str, own: str) -> str:
    """What of a translation is in the letters of its original (`script`) and not in its `own`; empty where nothing is.

    A word or a whole text. A word beside translated ones counts if the original has it too and writes it small:
    NICE and Vivitrol are names.
    """
    if script == own:
        return ""
    said = _said(translation)
    words = _words(said)
    foreign = [word for word in words if _script(word[0]) == script and len(word) >= _LENGTH]
    if foreign and all(_script(word[0]) != own for word in words):
        return " ".join(said.split())
    ours = set(_words(_said(original)))
    return next((word for word in foreign if word[0].islower() and word in ours), "")


def _words(text: str) -> list[str]:
    return _WORD.findall(_ADDRESS.sub(" ", text))


def _said(words: str) -> str:
    return " ".join(
        span.text
        for part in markup.paragraphs(words)
        for span in markup.parse(part).spans
        if span.kind is not SpanKind.REFERENCE
    )


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]
