"""BALD, the Baker Able Leaflet Design criteria: 16 criteria of layout.

The original is out of print; the criteria are known from studies that used them, which leave some limits open.
The numbers are our own, in the order in which those studies tell the criteria; points are not given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from press.scores.actions import actions, negative
from press.scores.evidence import visuals
from press.scores.item import Answer, Instrument, Item, person, settled, share
from press.scores.subject import Subject

SHORTEST_LINE, LONGEST_LINE = 50.0, 89.0  # mm
LEAST_SIZE = 12.0  # pt
LEAST_LEADING = 1.2  # line height: size; our own limit
HEADING_RATIO = 1.15  # size of a heading: size of the body; our own limit
NEGATIVE_SHARE = 0.25  # of the advice; our own limit
COLOURS = 4
AVERAGE_LETTER = 0.5  # em, a letter or space of the body face
MM_PER_POINT = 25.4 / 72

_SERIF = re.compile(r"(?i)serif|georgia|times|garamond|charter|source serif|pt serif|noto serif")
_FAMILY = re.compile(r'font(?:-family)?:[^;{}]*?"([^"]+)"')
#: Two signs or more, from II to XXXIX: one sign, CV and XL are words. IV in English is a drip, unless it numbers.
_ROMAN = re.compile(r"\b(?=[IVX]{2,}\b)X{0,3}(?:IX|IV|V?I{0,3})\b")
_NUMBERED = re.compile(r"(?i)\b(?:chapter|class|figure|grade|group|level|part|phase|stage|step|table|type)s? \Z")


def _line_length(subject: Subject) -> Answer:
    told, shortest, longest = [], LONGEST_LINE, SHORTEST_LINE
    for setting in subject.settings:
        size = setting.step("body", subject.language).size * MM_PER_POINT * AVERAGE_LETTER
        least, most = min(setting.widths.values()), max(setting.widths.values())
        shortest, longest = min(shortest, least), max(longest, most)
        told.append(
            f"{setting.format.key} {_range(least, most)} mm (about {_range(least / size, most / size)} letters)"
        )
    if shortest >= SHORTEST_LINE and longest > LONGEST_LINE:  # a style sheet may set columns in a wide panel
        return person(f"measure the longest line of running text; between the margins: {', '.join(told)}")
    return settled(shortest >= SHORTEST_LINE, f"between the margins: {', '.join(told)}")


def _leading(subject: Subject) -> Answer:
    steps = {setting.format.key: setting.step("body", subject.language) for setting in subject.settings}
    low = {key: step for key, step in steps.items() if step.line / step.size < LEAST_LEADING}
    told = [f"{key} {step.line / step.size:.2f}" for key, step in (low or steps).items()]
    return settled(not low, f"line height to type size: {', '.join(told)}")


def _ragged(subject: Subject) -> Answer:
    justified = re.search(r"text-align:\s*justify", subject.styles)
    return settled(not justified, "justified somewhere" if justified else "ragged on the right everywhere")


def _serifs(subject: Subject) -> Answer:
    families = tuple(dict.fromkeys(_FAMILY.findall(subject.styles)))
    return settled(any(map(_SERIF.search, families)), f"set in {' and '.join(families)}")


def _type_size(subject: Subject) -> Answer:
    sizes = {setting.format.key: setting.step("body", subject.language).size for setting in subject.settings}
    small = {key: size for key, size in sizes.items() if size < LEAST_SIZE}
    if small:
        return settled(False, f"body below {LEAST_SIZE:g} pt: {_sizes(small)}")
    return settled(True, f"body {_sizes(sizes)}")


def _indent(subject: Subject) -> Answer:
    found = re.search(r"text-indent:\s*[1-9.]", subject.styles)
    return settled(bool(found), "first lines set in" if found else "first lines are not set in")


def _lower_case(subject: Subject) -> Answer:
    shouting = [passage.text for passage in subject.passages if _is_shouted(passage.text)]
    if "text-transform: uppercase" in subject.styles:
        return settled(False, "a style sheet sets capitals")
    return settled(not shouting, f"in capitals: {shouting[0]}" if shouting else "no title in capitals")


def _italics(subject: Subject) -> Answer:
    found = re.search(r"font(?:-style)?:[^;{}]*\b(?:italic|oblique)\b", subject.styles)
    return settled(not found, "a style sheet sets italics" if found else "no word in italics")


def _positive(subject: Subject) -> Answer:
    advice = actions(subject)
    count = negative(advice, subject.language)
    told = f"{count} of {len(advice)} pieces of advice say what not to do ({share(count, len(advice))})"
    return settled(bool(advice) and count <= NEGATIVE_SHARE * len(advice), told)


def _headings(subject: Subject) -> Answer:
    ratios = {
        setting.format.key: setting.step("heading", subject.language).size / setting.step("body", subject.language).size
        for setting in subject.settings
    }
    weakest = min(ratios, key=lambda key: ratios[key])
    return settled(
        ratios[weakest] >= HEADING_RATIO, f"headings at least {ratios[weakest]:.2f} times the body, bold ({weakest})"
    )


def _arabic(subject: Subject) -> Answer:
    roman = [number for passage in subject.passages for number in _roman(passage.text, subject.language)]
    return settled(not roman, f"Roman numbers: {', '.join(roman)}" if roman else "no Roman numbers")


def _colours(subject: Subject) -> Answer:
    used = set(re.findall(r"var\((--[a-z0-9]+)\)", subject.styles))
    named = {name for name in re.findall(r"(--[a-z0-9]+):\s*#[0-9A-Fa-f]{6}", subject.styles) if name in used}
    return settled(len(named) >= COLOURS, f"{len(named)} named colours in the style sheets")


def _roman(text: str, language: str) -> Iterator[str]:
    for found in _ROMAN.finditer(text):
        is_route = found.group() == "IV" and language.startswith("en") and not _NUMBERED.search(text[: found.start()])
        if not is_route:
            yield found.group()


def _is_shouted(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 6 and all(letter.isupper() for letter in letters)


def _range(least: float, most: float) -> str:
    low, high = round(least), round(most)
    return f"{low}" if low == high else f"{low}–{high}"


def _sizes(sizes: Mapping[str, float]) -> str:
    return ", ".join(f"{size:g} pt on {key}" for key, size in sizes.items())


BALD = Instrument(
    "bald",
    "BALD (Baker Able Leaflet Design criteria)",
    "known from studies that used them; limits marked as our own are ours",
    (
        Item("1", f"lines {SHORTEST_LINE:g} to {LONGEST_LINE:g} mm long", "", _line_length),
        Item("2", f"room between lines (at least {LEAST_LEADING:g} of the type size, our own limit)", "", _leading),
        Item("3", "lines ragged on the right", "", _ragged),
        Item("4", "a typeface with serifs", "", _serifs),
        Item("5", f"body type at least {LEAST_SIZE:g} pt", "", _type_size),
        Item("6", "first lines set in", "", _indent),
        Item("7", "titles in small letters", "", _lower_case),
        Item("8", "no words in italics", "", _italics),
        Item("9", "advice says what to do (at most a quarter says what not to do, our own limit)", "", _positive),
        Item("10", "headings stand out (at least 1.15 times the body, our own limit)", "", _headings),
        Item("11", "numbers in figures, not Roman", "", _arabic),
        Item("12", "boxes only for what matters", "count the boxes on each page: does each hold what matters most?"),
        Item("13", "pictures", "", visuals),
        Item("14", f"at least {COLOURS} colours", "", _colours),
        Item(
            "15", "white space, about two fifths of the page", "hold a page at arm’s length: how much of it is empty?"
        ),
        Item("16", "good paper (more than 90 g/m²)", "look at the packet of paper before printing"),
    ),
)
