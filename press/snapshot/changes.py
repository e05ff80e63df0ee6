"""Two snapshots of one leaflet → what has changed, each change with how grave it is for somebody who holds the old one.

safety   what to do when life is at risk, and whom to reach: critical sections, warning signs, steps, every telephone
         number, hours in which nobody answers any more, another site on the web
price    what something costs, until when, what is included
wording  every other word, sources, dates, longer hours, another page of the same site, the street
layout   which section stands where, and how it looks
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from typing import TypeVar

from press import wording
from press.snapshot.record import (
    LOUD,
    BlockSaid,
    FormatSaid,
    PhoneSaid,
    PriceSaid,
    SectionSaid,
    Snapshot,
    printed,
)

Key = TypeVar("Key")


class Grade(IntEnum):
    """How grave a change is; the greater, the graver."""

    LAYOUT = 1
    WORDING = 2
    PRICE = 3
    SAFETY = 4

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Change:
    """One change: where in plain words, what was printed before ("": nothing) and what is printed now.

    Without either nobody can say more than that it looks different.
    `sections` are those it stands in (none: the whole leaflet), `format` the only format it is about ("": all).
    """

    grade: Grade
    where: str
    before: str
    after: str
    sections: frozenset[str] = frozenset()
    format: str = ""


#: Kinds of block that say what to do or what to look for when life is at risk.
_SAFETY_KINDS = frozenset({"steps", "triage", "call", "eyes", "dose-bars"})
_NUMBER = re.compile(r"\{([^}]*)\}")
_HOURS = re.compile(r"(\d\d):(\d\d)-(\d\d):(\d\d)")
_DAY = 24 * 60  # minutes

_KINDS: Mapping[str, str] = {
    "cover": "title",
    "text": "text",
    "list": "list",
    "steps": "steps",
    "timeline": "timeline",
    "triage": "warning signs",
    "dose-bars": "picture of the dose",
    "eyes": "picture of the eyes",
    "pills": "short words",
    "call": "whom to ring",
    "contact": "how to reach the clinic",
    "publisher": "line of the publisher",
    "card": "box",
    "validity": "until when the prices hold",
    "prices": "price table",
    "package": "what a package holds",
    "questions": "lines to write on",
    "stamp": "room for a stamp",
    "imprint": "small print",
    "picture": "picture",
}


def changes(old: Snapshot, new: Snapshot) -> tuple[Change, ...]:
    """Everything that differs, the gravest first; within a grade in the order of the leaflet."""
    found = (*_facts(old, new), *_priced(old, new), *_worded(old, new), *_laid_out(old, new))
    return tuple(sorted(dict.fromkeys(found), key=lambda change: -change.grade))


def on_format(found: Iterable[Change], old: Snapshot, new: Snapshot, key: str) -> tuple[Change, ...]:
    """Those of the changes that a paper of this format shows; "" or a format nobody knows: all of them."""
    if not any(format.key == key for format in old.formats):
        return tuple(found)
    there = old.on_format(key) | (new.on_format(key) if key in {format.key for format in new.formats} else frozenset())
    return tuple(
        change for change in found if change.format in ("", key) and (not change.sections or change.sections & there)
    )


def gravest(found: Iterable[Change]) -> Grade | None:
    """The grade of the gravest of the changes."""
    return max((change.grade for change in found), default=None)


# Numbers, dates, names: what stands once for the whole leaflet ------------------------------------------------


def _facts(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    for number, name in enumerate(("number of the ambulance", "second emergency number")):
        yield from _changed(Grade.SAFETY, name, _at(old.emergency, number), _at(new.emergency, number))
    yield from _phones(old, new)
    contact = _showing(old, new, lambda block: block.kind == "contact")
    yield from _changed(Grade.WORDING, "address", old.address, new.address, contact)
    yield from _web(old, new)
    for name, before, after in (
        ("name of the clinic", old.clinic, new.clinic),
        ("day it was written", _day(old.written_on), _day(new.written_on)),
        ("day a clinician approved it", _day(old.reviewed_on), _day(new.reviewed_on)),
        ("next review by", _day(old.review_by), _day(new.review_by)),
    ):
        yield from _changed(Grade.WORDING, name, before, after)
    for number in range(max(len(old.small_print), len(new.small_print))):
        yield from _changed(Grade.WORDING, "small print", _at(old.small_print, number), _at(new.small_print, number))
    for key in (key for key in new.labels if key in old.labels):  # one that comes or goes does so with other words
        yield from _changed(Grade.WORDING, "fixed words", old.labels[key], new.labels[key])
    listed, lists = list(old.sources.values()), list(new.sources.values())
    gone, come = ([one for one in mine if one not in other] for mine, other in ((listed, lists), (lists, listed)))
    yield from _changed(Grade.WORDING, "sources", "; ".join(gone), "; ".join(come))


def _phones(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    before, after = ({phone.key: phone for phone in one.phones} for one in (old, new))
    nothing = PhoneSaid(key="", number="")
    for key in _keys(before, after):
        was, now = before.get(key, nothing), after.get(key, nothing)
        name = "telephone of the clinic" if key == "main" else f"telephone “{key}”"
        where = frozenset((*was.sections, *now.sections))
        yield from _changed(Grade.SAFETY, name, was.number, now.number, where)
        if key == "main" and was.hours and now.hours:  # those of other numbers are not printed
            where = _showing(old, new, lambda block: block.kind == "contact")
            grade = Grade.WORDING if _covers(now.hours, was.hours) else Grade.SAFETY
            yield from _changed(grade, f"{name}, when it is answered", _hours(was.hours), _hours(now.hours), where)


def _web(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    """Another site may be anybody's tomorrow, like another telephone number; another page is on the clinic's own."""
    sites = {web.partition("/")[0] for web in (old.web, new.web)}
    addresses = {f"{{{web}}}" for web in (old.web, new.web)}
    where = _showing(
        old,
        new,
        lambda block: block.kind == "contact" or any(one in words for one in addresses for words in block.words),
    )
    grade = Grade.SAFETY if old.web and new.web and len(sites) > 1 else Grade.WORDING
    yield from _changed(grade, "web address", old.web, new.web, where)


def _showing(old: Snapshot, new: Snapshot, test: Callable[[BlockSaid], bool]) -> frozenset[str]:
    """The sections with a block that passes the test."""
    return frozenset(
        section.key for one in (old, new) for section in one.sections if any(test(block) for block in section.blocks)
    )


def _covers(hours: str, others: str) -> bool:
    """Whether whoever rings within the `others` is answered within the `hours` too."""
    return hours == others or _minutes(hours) >= _minutes(others) > frozenset()


def _minutes(hours: str) -> frozenset[int]:
    """The minutes of the day: 22:00-06:00 goes over midnight. None for what cannot be read."""
    if hours == "always":
        return frozenset(range(_DAY))
    found = _HOURS.fullmatch(hours)
    if not found:
        return frozenset()
    opens, closes = (int(hour) * 60 + int(minute) for hour, minute in (found.group(1, 2), found.group(3, 4)))
    last = closes if closes > opens else closes + _DAY
    return frozenset(minute % _DAY for minute in range(opens, last))


def _hours(hours: str) -> str:
    return "day and night" if hours == "always" else hours


def _priced(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    yield from _changed(Grade.PRICE, "prices hold until", _day(old.valid_until), _day(new.valid_until))
    yield from _changed(Grade.PRICE, "what is said of tax", old.tax, new.tax)
    before, after = ({price.key: price for price in one.prices} for one in (old, new))
    for key in _keys(before, after):
        was, now = before.get(key), after.get(key)
        name = f"price of “{printed((now or was or _NO_PRICE).name)}”"
        where = frozenset((*(was.sections if was else ()), *(now.sections if now else ())))
        if was is None or now is None:
            yield from _changed(Grade.PRICE, name, _row(was), _row(now), where)
            continue
        is_named = was.is_named and now.is_named
        for part, one, other in (
            (name, _amount(was), _amount(now)),
            ("name of a service in the price table", was.name if is_named else "", now.name if is_named else ""),
            (f"{name}, note", was.note, now.note),
            (f"{name}, in parts", was.instalments, now.instalments),
            (f"{name}, what it includes", "; ".join(was.includes), "; ".join(now.includes)),
        ):
            yield from _changed(Grade.PRICE, part, one, other, where)
    common = [key for key in before if key in after]
    if common != [key for key in after if key in before]:
        yield Change(Grade.LAYOUT, "order of the prices", "", "")


_NO_PRICE = PriceSaid(key="", name="", words="")


def _amount(price: PriceSaid) -> str:
    return f"{price.words} {price.unit}".strip()


def _row(price: PriceSaid | None) -> str:
    if price is None:
        return ""
    return ", ".join(part for part in (price.name, _amount(price), price.note, price.instalments) if part)


# Sections and blocks ----------------------------------------------------------------------------------------


def _worded(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    known = _told_elsewhere(old, new)
    before, after = ({section.key: section for section in one.sections} for one in (old, new))
    for key in _keys(before, after):
        was, now = before.get(key), after.get(key)
        if was is None or now is None:
            yield _whole_section(was, now)
        else:
            yield from _section(was, now, known)
            yield from _pictures(old, new, was, now)


def _whole_section(was: SectionSaid | None, now: SectionSaid | None) -> Change:
    section = now or was
    if section is None:
        raise ValueError("a section that is in neither")
    grade = max(_grade(section.critical, block) for block in section.blocks)
    return Change(
        grade, f"section {_section_name(section)}", _all_words(was), _all_words(now), frozenset({section.key})
    )


def _all_words(section: SectionSaid | None) -> str:
    if section is None:
        return ""
    return printed(" / ".join(part for part in (section.title, *(_words(block) for block in section.blocks)) if part))


def _section(was: SectionSaid, now: SectionSaid, known: frozenset[tuple[str, str]]) -> Iterator[Change]:
    where, critical = frozenset({now.key}), was.critical or now.critical
    name = _section_name(now)
    loud = Grade.SAFETY if critical else Grade.WORDING
    if was.critical != now.critical:
        before, after = ("must be on every copy" if one.critical else "need not be on every copy" for one in (was, now))
        yield Change(Grade.SAFETY, f"section {name}", before, after, where)
    yield from _changed(loud, f"title of section {name}", was.title, now.title, where)
    before_blocks, after_blocks = ({(block.key, block.kind): block for block in one.blocks} for one in (was, now))
    for key in _keys(before_blocks, after_blocks):
        old, new = before_blocks.get(key), after_blocks.get(key)
        for change in _block(old, new, name, critical, known):
            yield replace(change, sections=where)
    common = [key for key in before_blocks if key in after_blocks]
    if common != [key for key in after_blocks if key in before_blocks]:
        before, after = (" / ".join(_KINDS.get(b.kind, b.kind) for b in one.blocks) for one in (was, now))
        yield Change(Grade.SAFETY if critical else Grade.LAYOUT, f"order in section {name}", before, after, where)


def _pictures(old: Snapshot, new: Snapshot, was: SectionSaid, now: SectionSaid) -> Iterator[Change]:
    """Another file may show the same, and the same file another picture: what counts is what is in it."""
    before = {block.key: old.pictures.get(block.picture, "") for block in was.blocks if block.picture}
    for block in now.blocks:
        if block.key in before and before[block.key] != new.pictures.get(block.picture, ""):
            grade = _grade(was.critical or now.critical, block)
            yield Change(grade, f"{_section_name(now)}, picture {block.picture}", "", "", frozenset({now.key}))


def _block(
    was: BlockSaid | None, now: BlockSaid | None, section: str, critical: bool, known: frozenset[tuple[str, str]]
) -> Iterator[Change]:
    block = now or was
    if block is None:
        return
    name = f"{section}, {_KINDS.get(block.kind, block.kind)}"
    grade = max(_grade(critical, one) for one in (was, now) if one is not None)
    if was is None or now is None:
        yield from _changed(
            grade, name, _words(was) or "(no words)" if was else "", _words(now) or "(no words)" if now else ""
        )
        return
    yield from _words_changed(was, now, name, grade, known)
    if was.line != now.line:
        yield Change(Grade.SAFETY, f"{name}, whom it says to ring", was.line or "nobody", now.line or "nobody")
    if was.level != now.level:
        loud = {was.level, now.level} & LOUD or block.kind == "triage"
        yield Change(Grade.SAFETY if loud else Grade.LAYOUT, f"{name}, how loud", was.level, now.level)
    yield from _changed(grade, f"{name}, where its links lead", ", ".join(was.links), ", ".join(now.links))
    if was.look != now.look:
        yield Change(Grade.LAYOUT, f"{name}, icons or style", "", "")


def _words_changed(
    was: BlockSaid, now: BlockSaid, name: str, grade: Grade, known: frozenset[tuple[str, str]]
) -> Iterator[Change]:
    before, after = _words(was), _words(now)
    if _NUMBER.sub("{}", before) != _NUMBER.sub("{}", after):
        yield from _changed(grade, name, before, after)
        return
    pairs = zip(_NUMBER.findall(before), _NUMBER.findall(after), strict=True)
    if any(old != new and (old, new) not in known for old, new in pairs):
        yield from _changed(max(grade, Grade.PRICE), name, before, after)


def _told_elsewhere(old: Snapshot, new: Snapshot) -> frozenset[tuple[str, str]]:
    """Changes of a number that are told once for the leaflet, so that not every block tells them again."""
    before, after = _numbers(old), _numbers(new)
    return frozenset((before[name], after[name]) for name in before.keys() & after.keys())


def _numbers(said: Snapshot) -> dict[str, str]:
    return {
        **{f"emergency {number}": dialled for number, dialled in enumerate(said.emergency)},
        **{f"phone {phone.key}": phone.number for phone in said.phones},
        **{f"price {price.key}": price.words for price in said.prices},
        **({"valid_until": wording.day(said.valid_until, said.language)} if said.valid_until else {}),
        "web": said.web,
    }


def _grade(critical: bool, block: BlockSaid) -> Grade:
    if critical or block.kind in _SAFETY_KINDS or block.level in LOUD:
        return Grade.SAFETY
    return Grade.WORDING


def _words(block: BlockSaid) -> str:
    return " / ".join(block.words)


def _section_name(section: SectionSaid) -> str:
    return f"“{printed(section.title)}”" if section.title else f"“{section.key}”"


# Layout -----------------------------------------------------------------------------------------------------


def _laid_out(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    yield from _looks("templates or styles", old.look, new.look)
    before, after = ({format.key: format for format in one.formats} for one in (old, new))
    names = {section.key: section for one in (old, new) for section in one.sections}
    for key in _keys(before, after):
        was, now = before.get(key), after.get(key)
        if was is None or now is None:
            yield from _changed(Grade.LAYOUT, "formats it is made in", was.name if was else "", now.name if now else "")
            continue
        for change in _format(was, now, names):
            yield replace(change, format=key)


def _format(was: FormatSaid, now: FormatSaid, names: Mapping[str, SectionSaid]) -> Iterator[Change]:
    yield from _looks(f"{now.name}, measures or style", was.look, now.look)
    moved = was.sections ^ now.sections
    for key in (key for key in names if key in moved):
        grade = Grade.SAFETY if names[key].critical else Grade.WORDING
        on, off = "is on this format", "is not on this format"
        before, after = (on, off) if key in was.sections else (off, on)
        yield Change(grade, f"{now.name}, section {_section_name(names[key])}", before, after, frozenset({key}))
    before_panels, after_panels = ({panel.key: panel for panel in one.panels} for one in (was, now))
    both = was.sections & now.sections & names.keys()
    for key in _keys(before_panels, after_panels):
        old, new = before_panels.get(key), after_panels.get(key)
        stood, stands = (
            " / ".join(_section_name(names[section]) for section in panel.sections if section in both) if panel else ""
            for panel in (old, new)
        )
        panel_name = new.name if new else old.name if old else key
        yield from _changed(Grade.LAYOUT, f"{now.name}, panel “{panel_name}”, what stands on it", stood, stands)
        if old and new:
            yield from _looks(f"{now.name}, panel “{panel_name}”, its ground", old.look, new.look)


def _looks(where: str, before: str, after: str) -> Iterator[Change]:
    """A digest says that something differs, not what; one that was never taken says nothing."""
    if before and after and before != after:
        yield Change(Grade.LAYOUT, where, "", "")


# Small things -----------------------------------------------------------------------------------------------


def _changed(
    grade: Grade, where: str, before: str, after: str, sections: frozenset[str] = frozenset()
) -> Iterator[Change]:
    if before != after:
        yield Change(grade, where, printed(before), printed(after), sections)


def _keys(before: Iterable[Key], after: Iterable[Key]) -> tuple[Key, ...]:
    """Every key once, in the order of what is printed now."""
    return tuple(dict.fromkeys((*after, *before)))


def _at(words: Sequence[str], number: int) -> str:
    return words[number] if number < len(words) else ""


def _day(day: date | None) -> str:
    return wording.day(day, "en") if day else ""
