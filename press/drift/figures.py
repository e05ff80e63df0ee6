"""The figures in a text: numbers in digits and in words, times, shares, telephone and price references."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

from press import markup
from press.drift.number_words import COUNTS, DOSES, MONEY_BEFORE, RATES, Language, Spelled, is_dose, language_of
from press.model.inline import SpanKind

#: References that print a figure; {emergency} prints both emergency numbers.
_FIGURES = frozenset({"phone", "emergency", "price", "valid_from", "valid_until"})
_BOTH = {"emergency": ("emergency:ambulance", "emergency:single")}
_TELEPHONE_DIGITS = 10


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure; `values` are the ways it may be meant, of which a word may have several.

    `must` is false where it may answer a figure of the other language without needing an answer. It stands at
    `start` in the text as it is read, `length` characters long; from `begin` to `end` is the whole range if it is
    one end of it, and to `until` with its unit. `unit` may be a rate: mg/ml, mg/kg/day, or /day for how often.
    `dosed` are the ways it is meant if a unit of doses follows: then it needs an answer.
    """

    values: tuple[str, ...]
    begin: int
    end: int
    start: int
    length: int
    until: int
    unit: str = ""
    must: bool = True
    dosed: tuple[str, ...] = ()


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
    end = start + length
    return [Figure((f"{{{one}}}",), start, end, start, length, end) for one in _BOTH.get(name, (name,))]


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What is looked for in one language, the first that fits first."""

    figure: re.Pattern[str]
    and_half: re.Pattern[str]
    scale: re.Pattern[str]
    plus: re.Pattern[str]
    unit: re.Pattern[str]
    unit_of_part: re.Pattern[str]
    unit_before: re.Pattern[str]
    rate: re.Pattern[str]
    rate_in_a_word: re.Pattern[str]
    inside: tuple[tuple[re.Pattern[str], str], ...]
    to: re.Pattern[str]
    units: tuple[str, ...]
    rates: tuple[str, ...]


_DIGITS = r"(?<![\w.,:])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?(?!\d)|(?<![^\s(+–-])\.\d+|\d+(?:[.,]\d+)*"
_VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_FRACTION = (
    rf"(?:(?<![\w.,:/])\d+[ \u00a0\u202f]?)?[{_VULGAR}]"
    r"|(?<![\w.,:/])(?:\d+[ \u00a0\u202f])?(?:1/(?:[2-9]|10)|2/[35]|3/[458]|[45]/[68])(?![\d/]|[.,]\d)"
)
_TELEPHONE = r"(?<![\w.,])\+?\d(?:[ \u00a0()\u2011-]{0,2}\d){9,14}(?!\d)"
_CLOCK = r"(?<![\d:.,])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?![\d:])"


@cache
def _patterns(language: Language) -> _Patterns:
    half = "|".join(filter(None, (language.afternoon, language.morning)))
    clock = rf"{_CLOCK}(?:\s*(?P<half>{half})(?!\w))?" if half else _CLOCK
    at = rf"(?:(?!1?\d\s*(?:{language.after_at}))|{language.at})"
    at = rf"(?<![\d:.,]){at}(?P<hour_alone>1?\d)(?:{language.hours})?"
    hour = rf"{at}\s*(?P<half_alone>{half})(?!\w)" if half else "(?!)"
    months = "|".join(rf"{month}|{month[:3]}t?\b\.?" for month in language.months) or "(?!)"
    day = r"[ \u00a0]\d{1,2}(?:st|nd|rd|th)?(?!\w|[.,:]\d)"
    percent = rf"\s*(?:{language.percent})"
    digits = (
        rf"(?P<telephone>{_TELEPHONE})",
        rf"(?P<clock>{clock})",
        rf"(?P<alone>{hour})",
        rf"(?P<fraction>{_FRACTION})",
        rf"(?P<digits>{_DIGITS})(?P<ordinal>{language.ending or '(?!)'})?(?P<percent>{percent})?",
    )
    tens, ones = ("|".join(f"(?:{word})" for word in words) or "(?!)" for words in (language.tens, language.ones))
    spelled = "|".join(f"(?:{spelled.pattern})" for spelled in language.spelled) or "(?!)"
    words = (
        rf"(?=(?-i:[A-Z]))(?P<month_first>{months})(?={day})" if language.month_first else "(?P<month_first>(?!))",
        rf"(?P<ten>{tens})(?:[\s‑-]+(?P<one>{ones}))?(?!\w)(?P<share>{percent})?",
        rf"(?P<word>{spelled})(?!\w)(?P<part>{percent})?",
    )
    # What a figure cannot begin with is passed over at once.
    parts = (
        rf"(?<![\w/.,])(?P<always>{language.always})(?![\w/])",
        rf"(?<=\d)[ \u00a0](?P<month>{months})(?!\w)",
        rf"(?=[\d+.{_VULGAR}])(?:{'|'.join(digits)})",
        rf"(?<!\w)(?=[^\W\d])(?:{'|'.join(words)})",
    )
    units, rates = language.units, {name: language.units[name] for name in language.units if name in RATES}
    unit, rate, in_a_word = (_any_of(patterns.values()) for patterns in (units, rates, language.for_each))
    return _Patterns(
        figure=re.compile("|".join(parts), re.I),
        and_half=re.compile(language.and_half, re.I),
        scale=re.compile(rf"[\s‑-]*(?:{_any_of(language.scales)})(?!\w)", re.I),
        plus=re.compile(language.plus, re.I),
        unit=re.compile(rf"[\s‑-]*(?:{unit})(?!\w)", re.I),
        unit_of_part=re.compile(rf"(?:{language.between})(?:{unit})(?!\w)", re.I),
        unit_before=re.compile(
            rf"(?:(?<!\w)(?P<day>{language.day_before or '(?!)'})[\s‑-]+|(?P<money>{MONEY_BEFORE})\s?)\Z", re.I
        ),
        rate=re.compile(rf"(?:{language.each})(?:{rate})(?!\w)", re.I),
        rate_in_a_word=re.compile(rf"[\s‑-]+(?:{in_a_word})(?!\w)", re.I),
        inside=tuple((re.compile(pattern, re.I), name) for pattern, name in language.inside.items()),
        to=re.compile(rf"\s*(?:[–—‑−-]|(?<=\s)(?:{language.to})(?=\s))\s*\Z", re.I),
        units=tuple(units),
        rates=tuple(rates),
    )


def _any_of(patterns: Iterable[str]) -> str:
    """One pattern, in which the group that fits tells by its number which of them it was."""
    return "|".join(f"({pattern})" for pattern in patterns) or "(?!)"


def _which(patterns: tuple[str, ...], word: str) -> int:
    """The number of the first pattern that is all of a word, one of which is."""
    found = _one_of(patterns).fullmatch(word)
    if found is None or found.lastindex is None:
        raise ValueError(f"no pattern for {word!r}")
    return found.lastindex - 1


@cache
def _one_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_any_of(patterns), re.I)


def _spoken(text: str, language: Language) -> list[Figure]:
    patterns = _patterns(language)
    figures: list[Figure] = []
    scales: list[int] = []
    last = 0
    is_words = False  # whether the figure before is written in words
    for match in patterns.figure.finditer(text):
        start, end = match.span()
        if start < last:
            continue  # the half of “two and a half”
        more = patterns.and_half.match(text, end)
        end = more.end() if more else end
        found = match.groupdict()
        scale, end = _scale(text, end, patterns, language) if _may_grow(found) else (1, end)
        unit, until = _unit_of(match, end, patterns, language)
        was_words, is_words = is_words, bool(found["word"] or found["ten"])
        for meant in _values(found, language):
            values = tuple(_times(_and_half(one) if more else one, scale) for one in meant.values)
            figure = Figure(values, start, end, start, end - start, until, unit, meant.must, meant.dosed)
            if was_words and is_words and meant.must and patterns.plus.fullmatch(text[last:start]):
                whole = _sum(figures[-1], figure)
                if whole:
                    figures[-1] = whole
                    continue
            figures.append(figure)
            scales.append(scale)
        last = end
    # In a range the unit stands behind (7–10 days) or before (day 1–2) both of its ends.
    for number in range(1, len(figures)):
        one, other = figures[number - 1], figures[number]
        if patterns.to.fullmatch(text[one.start + one.length : other.start]):
            unit = one.unit or other.unit
            values = (
                tuple(_times(value, scales[number]) for value in one.values) if scales[number - 1] == 1 else one.values
            )
            figures[number - 1] = replace(one, values=values, unit=unit, end=other.end, until=other.until)
            figures[number] = replace(other, unit=other.unit or unit, begin=one.begin)
    return list(map(_dosed, figures))


def _may_grow(found: Mapping[str, str | None]) -> bool:
    return bool(found["word"] or found["ten"] or found["digits"])


def _scale(text: str, end: int, patterns: _Patterns, language: Language) -> tuple[int, int]:
    """By how much a word behind a number makes it larger (12 *thousand*), and where that ends."""
    found = patterns.scale.match(text, end)
    return (tuple(language.scales.values())[(found.lastindex or 1) - 1], found.end()) if found else (1, end)


def _times(number: str, scale: int) -> str:
    return _plain(Fraction(number) * scale) if scale > 1 and re.fullmatch(r"\d+(?:\.\d+)?", number) else number


def _sum(one: Figure, two: Figure) -> Figure | None:
    """Two hundred + fifty, if the second is a part of the same number."""
    if not (one.values[0].isdecimal() and two.values[0].isdecimal()):
        return None
    hundreds, rest = int(one.values[0]), int(two.values[0])
    if not hundreds or hundreds % 100 or not 0 < rest < (1000 if hundreds % 1000 == 0 else 100):
        return None
    until = two.start + two.length
    return replace(two, values=(str(hundreds + rest),), begin=one.begin, start=one.start, length=until - one.start)


def _dosed(figure: Figure) -> Figure:
    """A half may be thirty minutes, but not thirty tablets; and of a tablet it needs an answer."""
    return replace(figure, values=figure.dosed, must=True) if figure.dosed and is_dose(figure.unit) else figure


def _and_half(number: str) -> str:
    return _plain(Fraction(number) + Fraction(1, 2)) if re.fullmatch(r"\d+", number) else number


def _unit_of(match: re.Match[str], end: int, patterns: _Patterns, language: Language) -> tuple[str, int]:
    """The unit of a figure, with what it is counted for, and where it ends."""
    text, word, start = match.string, match[0], match.start()
    within = next((name for pattern, name in patterns.inside if pattern.fullmatch(word)), "")
    found = None if within else patterns.unit.match(text, end)
    if not (within or found) and (match["fraction"] or match["word"]):
        found = patterns.unit_of_part.match(text, end)
    if found:
        within, end = patterns.units[(found.lastindex or 1) - 1], found.end()
    elif not within:
        before = patterns.unit_before.search(text[max(0, start - 12) : start])
        return (_named(before["day"] or before["money"], patterns) if before else "", end)
    if within not in DOSES and within not in COUNTS:
        return within, end
    rate, end = _rate(text, end, patterns, language)
    # How often something is done is the same, whatever it is called: 12 breaths a minute, 12 раз в минуту.
    return (("" if within == "time" or (rate and within in COUNTS) else within) + rate, end)


def _rate(text: str, end: int, patterns: _Patterns, language: Language) -> tuple[str, int]:
    rate = ""
    while found := patterns.rate.match(text, end):
        rate, end = f"{rate}/{patterns.rates[(found.lastindex or 1) - 1]}", found.end()
    if not rate and (found := patterns.rate_in_a_word.match(text, end)):
        rate, end = f"/{tuple(language.for_each)[(found.lastindex or 1) - 1]}", found.end()
    return rate, end


def _named(word: str, patterns: _Patterns) -> str:
    found = patterns.unit.match(word)
    return patterns.units[(found.lastindex or 1) - 1] if found else ""


def _values(found: Mapping[str, Any], language: Language) -> Iterator[Spelled]:
    """What a match may mean, and whether it needs an answer; digits with two separators are several numbers."""
    if found["telephone"]:
        yield Spelled("", (_telephone(found["telephone"]),))
    elif found["clock"]:
        yield Spelled("", (_clock(int(found["hour"]), found["minute"], found.get("half") or "", language),))
    elif found["alone"]:
        yield Spelled("", (_clock(int(found["hour_alone"]), "00", found["half_alone"], language),))
    elif found["always"]:
        yield Spelled("", ("always",), must=False)
    elif found["month"] or found["month_first"]:
        name = (found["month"] or found["month_first"])[:3].casefold()
        place = [month[:3].casefold() for month in language.months].index(name)
        yield Spelled("", (str(place + 1),), must=bool(found["month"]))  # in March 5 people came
    elif found["fraction"]:
        yield Spelled("", (_fraction(found["fraction"]),))
    elif found["digits"]:
        for number in _numbers(found["digits"], language):
            yield Spelled("", (number + ("%" if found["percent"] else ""),))
    elif found["ten"]:
        total = _of(found["ten"], language.tens) + _of(found["one"] or "", language.ones)
        yield Spelled("", (str(total) + ("%" if found["share"] else ""),))
    else:
        word = found["word"]
        spelled = language.spelled[_which(tuple(one.pattern for one in language.spelled), word)]
        yield replace(spelled, values=tuple(f"{value}%" for value in spelled.values)) if found["part"] else spelled


def _fraction(text: str) -> str:
    """½ and 1/2 are 0.5, 1½ is 1.5; a third stays 1/3."""
    parts = unicodedata.normalize("NFKC", re.sub(rf"(?<=\d)(?=[{_VULGAR}])", " ", text)).replace("\u2044", "/").split()
    return _plain(sum(map(Fraction, parts), Fraction()))


def _plain(number: Fraction) -> str:
    decimal = Decimal(number.numerator) / Decimal(number.denominator)
    return _without_zeros(f"{decimal:f}") if Fraction(decimal) == number else str(number)


def _of(word: str, numbers: Mapping[str, int]) -> int:
    return tuple(numbers.values())[_which(tuple(numbers), word)] if word else 0


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
