"""Sentences that are too long for who reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from press.lint.words.passages import Passage, Role
from press.lint.words.rule import Example, Finding, WordRule
from press.lint.words.targets import longest
from press.model.project import Project
from press.sentences import Sentence, sentences, words

_KINDS = {
    Role.EMERGENCY: "text for an emergency",
    Role.BODY: "running text",
    Role.TITLE: "a title",
    Role.LABEL: "a label",
    Role.PRICE: "a price list",
    Role.SMALL: "small print",
}
#: Where a sentence can be cut, the best places first.
_SEAMS = (
    re.compile(r"[;:—–](?=\s)"),
    re.compile(r",(?=\s(?:and|but|or|so|и|но|а|или|поэтому)\s)"),
    re.compile(r",(?=\s)"),
    re.compile(r"(?=\s(?:and|but|or|so|because|when|if|и|но|а|или|когда|если|чтобы)\s)"),
)
#: A sign so near to the edge (a share of the sentence) leaves one half too long.
_EDGE = 0.2
_LIST_COMMAS = 3


def _find(passage: Passage, project: Project) -> Iterator[Finding]:
    most = longest(passage.language, passage.role)
    for sentence in sentences(passage.text, passage.language) if most else ():
        count = len(words(sentence.text))
        if most and count > most:
            message = f"{count} words in one sentence; in {_KINDS[passage.role]} {most} are the most"
            yield Finding(sentence.start, len(sentence.text), message, _idea(sentence))


def _idea(sentence: Sentence) -> str:
    """How to cut it: item by item, or at the sign or joining word nearest to the middle."""
    text = sentence.text
    if text.count(",") >= _LIST_COMMAS:
        return "It is a list: let each item be a short sentence of its own, or make a list of it."
    for seam in _SEAMS:
        cuts = [found.start() for found in seam.finditer(text) if _EDGE <= found.start() / len(text) <= 1 - _EDGE]
        if cuts:
            cut = min(cuts, key=lambda at: abs(at - len(text) / 2))
            return f"Make two sentences of it: a full stop fits after “{' '.join(text[:cut].split()[-3:])}”."
    return "Say it in two sentences, or leave out what the reader does not need."


RULE = WordRule(
    code="words-long-sentence",
    sources=("pif-plain-language", "plain-language guides of UK and US governments: 15 to 20 words on average"),
    languages=("en", "ru"),
    find=_find,
    must_fail={
        "en": (
            Example(
                "If the person does not wake up when you shake them, call an ambulance and stay until it comes.",
                Role.EMERGENCY,
            ),
            "After some days without opioids the body can take far less than it took before, so that a dose which was "
            "usual is now too much.",
            Example("What you and your family should know about the first days at home after a stay", Role.TITLE),
        ),
        "ru": (
            Example(
                "Если человек не просыпается, когда вы его трясёте, вызовите скорую и будьте рядом до её приезда.",
                Role.EMERGENCY,
            ),
            "После нескольких дней без опиоидов организм выдерживает гораздо меньше, чем раньше, и поэтому прежняя "
            "доза теперь может оказаться слишком большой.",
            Example("Что нужно знать вам и вашей семье о первых днях дома после больницы", Role.TITLE),
        ),
    },
    must_pass={
        "en": (
            Example("Does not wake? Call an ambulance. Stay until it comes.", Role.EMERGENCY),
            "After days without opioids the body can take far less. The usual dose is now too much.",
            "Water, tea, soup.",
        ),
        "ru": (
            Example("Не просыпается? Вызовите скорую. Будьте рядом.", Role.EMERGENCY),
            "После перерыва организм выдерживает гораздо меньше. Прежняя доза теперь слишком велика.",
            "Вода, чай, суп.",
        ),
    },
)
