"""Shouting: words in capitals, exclamation marks in an emergency text, signs that are repeated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from press.lint.words.capitals import Capitals, capitals
from press.lint.words.passages import Passage, Role
from press.lint.words.rule import Example, Finding, WordRule
from press.model.project import Project

_CALM = re.compile("!+")
_REPEATED = re.compile("[!?]{2,}|\\.{4,}|…{2,}|,{2,}")
_ONE_CAPITAL = re.compile("\\s+(?:[A-ZА-ЯЁ]\\s+)?")


def _find(passage: Passage, project: Project) -> Iterator[Finding]:
    yield from _in_capitals(passage, project)
    repeated = tuple(_REPEATED.finditer(passage.text))
    for found in repeated:
        yield Finding(
            found.start(),
            len(found.group()),
            f"“{found.group()}” shouts",
            f"Write “{found.group()[0]}” once, or a full stop.",
        )
    marks = [found for found in _CALM.finditer(passage.text) if not any(_within(found, other) for other in repeated)]
    if passage.role is Role.EMERGENCY:
        for mark in marks:
            yield Finding(
                mark.start(),
                1,
                "an exclamation mark in an emergency text makes people more afraid",
                "Write a full stop.",
            )
    else:
        for mark in marks[1:]:
            yield Finding(mark.start(), 1, "a second exclamation mark in one text shouts", "Write a full stop.")


def _within(inner: re.Match[str], outer: re.Match[str]) -> bool:
    return outer.start() <= inner.start() and inner.end() <= outer.end()


def _in_capitals(passage: Passage, project: Project) -> Iterator[Finding]:
    row: list[Capitals] = []
    for word in capitals(passage, project):
        if row and not _ONE_CAPITAL.fullmatch(passage.text, row[-1].end, word.start):
            yield from _shouted(row, passage.text)
            row = []
        row.append(word)
    yield from _shouted(row, passage.text)


def _shouted(row: list[Capitals], text: str) -> Iterator[Finding]:
    """A row of words in capitals; ordinary words are shouted, and so is whatever stands among them."""
    if any(word.ordinary for word in row):
        start, end = row[0].start, row[-1].end
        said = text[start:end]
        yield Finding(
            start,
            end - start,
            f"“{said}” in capitals shouts, and is hard to read",
            f"Write “{said.lower()}” in small letters; **bold** if it has to stand out.",
        )


RULE = WordRule(
    code="words-shouting",
    sources=("pif-plain-language",),
    languages=("en", "ru"),
    find=_find,
    must_fail={
        "en": (
            "CALL NOW",
            "Do NOT leave them alone.",
            "IMPORTANT: read this first.",
            "NEVER give alcohol.",
            "Call an ambulance!!",
            "What are you waiting for?!",
            Example("Call an ambulance!", Role.EMERGENCY),
            "Stay! Breathe! Call!",
            "Why wait???",
        ),
        "ru": (
            "ЗВОНИТЕ СЕЙЧАС",
            "Ни в коем случае НЕ оставляйте его.",
            "ВАЖНО: прочтите сначала.",
            "НИКОГДА не давайте алкоголь.",
            "Вызывайте скорую!!",
            "Чего вы ждёте?!",
            Example("Вызывайте скорую!", Role.EMERGENCY),
            "Стойте! Дышите! Звоните!",
        ),
    },
    must_pass={
        "en": (
            "Call now.",
            "Thank you for reading!",
            "A British guideline (NICE) says that it must not be offered.",
            "Send an SMS, or scan the QR code.",
            "Hepatitis B and C, stage II.",
            "Ultra-rapid detox under anaesthesia (UROD)",
            "I can wait…",
            "Vitamin B12 and COVID-19.",
        ),
        "ru": (
            "Звоните сейчас.",
            "Спасибо, что прочли!",
            "Британские рекомендации (NICE) запрещают его предлагать.",
            "Отправьте СМС или наведите камеру на код QR.",
            "Ультрабыстрая детоксикация под наркозом (УБОД)",
            "Гепатит B и C, стадия II.",
            "Я подожду…",
            "Анализ на ВИЧ бесплатный.",
        ),
    },
)
