"""The figures in a text: numbers in digits and in words, times, shares, telephone and price references."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from press import markup
from press.drift.number_words import Language, language_of, unit_named
from press.model.inline import SpanKind

#: References that print a figure; {emergency} prints both emergency numbers.
_FIGURES = frozenset({"phone", "emergency", "price", "valid_from", "valid_until"})
_BOTH = {"emergency": ("emergency:ambulance", "emergency:single")}
_TELEPHONE_DIGITS = 10


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure; `values` are the ways it may be meant, of which a word may have several.

    `must` is false where it may answer a figure of the other language without needing an answer. It stands at
    `start` in the text as it is read, `length` characters long; `shown` from `begin` to `end` is the whole range
    if it is one end of it.
    """

    values: tuple[str, ...]
    begin: int
    end: int
    start: int
    length: int
    unit: str = ""
    must: bool = True


@dataclass(frozen=True, slots=True)
class Read:
    """A text as it is read, without markup, and its figures in order."""

    text: str
    figures: tuple[Figure, ...]


def read_figures(words: str, language: str) -> Read:
    """All figures of `words`, which may have markup."""
    text, found = "", []
    for number, part in enumerate(markup.paragraphs(words)):
        text += "\n\n" if number else ""
        for span in markup.parse(part).spans:
            if span.kind is SpanKind.REFERENCE:
                shown = f"{{{span.text}}}"
                found += _referred(span.text, len(text), len(shown))
                text += shown
            else:
                text += "\n" if span.kind is SpanKind.BREAK else span.text
    # A reference is no text of its own: its key must not be read as numbers.
    hidden = re.sub(r"\{[^{}]*\}", lambda match: "\ufffc" * len(match[0]), text)
    found += _spoken(hidden, language_of(language))
    return Read(text, tuple(sorted(found, key=lambda figure: figure.start)))


def references(words: str) -> tuple[str, ...]:
    """Every reference of `words`, sorted; one that prints two numbers counts as two."""
    spans = (span for part in markup.paragraphs(words) for span in markup.parse(part).spans)
    named = (span.text for span in spans if span.kind is SpanKind.REFERENCE)
    return tuple(sorted(one for name in named for one in _BOTH.get(name, (name,))))


def as_written(names: Iterable[str]) -> tuple[str, ...]:
    """References as an author writes them: each once, and both emergency numbers as one."""
    found = dict.fromkeys(names)
    for name, parts in _BOTH.items():
        if all(part in found for part in parts):
            found = {one: None for one in (name, *found) if one not in parts}
    return tuple(found)


def _referred(name: str, start: int, length: int) -> list[Figure]:
    if name.partition(":")[0] not in _FIGURES:
        return []
    return [Figure((f"{{{one}}}",), start, start + length, start, length) for one in _BOTH.get(name, (name,))]


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What is looked for in one language, the first that fits first."""

    figure: re.Pattern[str]
    unit: re.Pattern[str]
    unit_before: re.Pattern[str]
    to: re.Pattern[str]


_DIGITS = r"(?<![\w.,:])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*"
_TELEPHONE = r"(?<![\w.,])\+?\d(?:[ \u00a0()\u2011-]{0,2}\d){9,14}(?!\d)"
_CLOCK = r"(?<![\d:.,])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?![\d:])"


@cache
def _patterns(language: Language) -> _Patterns:
    half = "|".join(filter(None, (language.afternoon, language.morning)))
    clock = rf"{_CLOCK}(?:\s*(?P<half>{half})(?!\w))?" if half else _CLOCK
    hour = rf"(?<![\d:.,])(?P<hour_alone>1?\d)\s*(?P<half_alone>{half})(?!\w)" if half else "(?!)"
    months = "|".join(language.months) or "(?!)"
    parts = [
        rf"(?P<telephone>{_TELEPHONE})",
        rf"(?P<clock>{clock})",
        rf"(?P<alone>{hour})",
        rf"(?<=\d)[ \u00a0](?P<month>{months})(?!\w)",
        rf"(?P<digits>{_DIGITS})(?P<ordinal>{language.ending or '(?!)'})?(?P<percent>\s*(?:{language.percent}))?",
    ]
    tens, ones = ("|".join(f"(?:{word})" for word in words) for words in (language.tens, language.ones))
    if tens:
        parts.append(rf"(?<!\w)(?P<ten>{tens})(?:[\s‑-]+(?P<one>{ones}))?(?!\w)(?P<share>\s*(?:{language.percent}))?")
    if language.spelled:
        words = "|".join(f"(?:{spelled.pattern})" for spelled in language.spelled)
        parts.append(rf"(?<!\w)(?P<word>{words})(?!\w)(?P<part>\s*(?:{language.percent}))?")
    units = "|".join(f"(?:{pattern})" for pattern in language.units.values())
    return _Patterns(
        re.compile("|".join(parts), re.I),
        re.compile(rf"[\s‑-]*({units})(?!\w)", re.I),
        re.compile(rf"(?<!\w)({language.day_before or '(?!)'})[\s‑-]+\Z", re.I),
        re.compile(rf"\s*(?:[–—‑−-]|(?<=\s)(?:{language.to})(?=\s))\s*\Z", re.I),
    )


def _spoken(text: str, language: Language) -> list[Figure]:
    patterns = _patterns(language)
    figures: list[Figure] = []
    for match in patterns.figure.finditer(text):
        start, end = match.span()
        before = patterns.unit_before.search(text[max(0, start - 12) : start])
        unit = _unit_after(text, end, patterns, language) or (unit_named(before[1], language) if before else "")
        figures += [
            Figure(values, start, end, start, end - start, unit, must) for values, must in _values(match, language)
        ]
    # In a range the unit stands behind (7–10 days) or before (day 1–2) both of its ends.
    for number in range(1, len(figures)):
        one, other = figures[number - 1], figures[number]
        if patterns.to.fullmatch(text[one.start + one.length : other.start]):
            unit = one.unit or other.unit
            figures[number - 1] = replace(one, unit=unit, end=other.end)
            figures[number] = replace(other, unit=other.unit or unit, begin=one.begin)
    return figures


def _unit_after(text: str, end: int, patterns: _Patterns, language: Language) -> str:
    found = patterns.unit.match(text, end)
    return unit_named(found[1], language) if found else ""


def _values(match: re.Match[str], language: Language) -> Iterator[tuple[tuple[str, ...], bool]]:
    """What a match may mean, and whether it needs an answer; digits with two separators are several numbers."""
    found = match.groupdict()
    if found["telephone"]:
        yield (_telephone(found["telephone"]),), True
    elif found["clock"]:
        yield (_clock(int(found["hour"]), found["minute"], found.get("half") or "", language),), True
    elif found["alone"]:
        yield (_clock(int(found["hour_alone"]), "00", found["half_alone"], language),), True
    elif found["month"]:
        months = [month.casefold() for month in language.months]
        yield (str(months.index(found["month"].casefold()) + 1),), True
    elif found["digits"]:
        for number in _numbers(found["digits"], language):
            yield (number + ("%" if found["percent"] else ""),), True
    elif found.get("ten"):
        total = _of(found["ten"], language.tens) + _of(found["one"] or "", language.ones)
        yield (str(total) + ("%" if found["share"] else ""),), True
    else:
        word = found["word"]
        spelled = next(one for one in language.spelled if re.fullmatch(one.pattern, word, re.I))
        yield tuple(f"{value}%" if found["part"] else value for value in spelled.values), spelled.must


def _of(word: str, numbers: Mapping[str, int]) -> int:
    return next((number for pattern, number in numbers.items() if word and re.fullmatch(pattern, word, re.I)), 0)


def _telephone(text: str) -> str:
    digits = re.sub(r"\D", "", text)
    return "☎" + (f"7{digits[1:]}" if len(digits) == 11 and digits.startswith("8") else digits)


def _clock(hour: int, minute: str, half: str, language: Language) -> str:
    if half and language.afternoon and re.fullmatch(language.afternoon, half, re.I) and hour < 12:
        hour += 12
    if half and language.morning and re.fullmatch(language.morning, half, re.I) and hour == 12:
        hour = 0
    return f"{hour}:{minute}" if minute != "00" else str(hour)


def _numbers(digits: str, language: Language) -> tuple[str, ...]:
    """The plain numbers: 1,500 and 1 500 are 1500, 5,5 and 5.5 are 5.5, 12.05.2026 are three."""
    text = re.sub(r"[ \u00a0\u202f]", "", digits)
    thousands, decimal = (".", ",") if language.comma_is_decimal else (",", ".")
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+(?:{re.escape(decimal)}\d+)?", text):
        text = text.replace(thousands, "")
    text = text.replace(",", ".")
    parts = (text,) if text.count(".") <= 1 else tuple(text.split("."))
    return tuple(_without_zeros(part) for part in parts)


def _without_zeros(number: str) -> str:
    whole, _, fraction = number.partition(".")
    fraction = fraction.rstrip("0")
    return (whole.lstrip("0") or "0") + (f".{fraction}" if fraction else "")
