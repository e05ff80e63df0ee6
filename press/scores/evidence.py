"""Judgements that several instruments ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from press.model.blocks import (
    Block,
    Call,
    Card,
    Cover,
    DoseBars,
    Eyes,
    List,
    Marker,
    Picture,
    Pills,
    Prices,
    Questions,
    Steps,
    Timeline,
    Triage,
)
from press.model.leaflet import PanelLayout
from press.scores.actions import actions, says_you
from press.scores.item import Answer, not_applicable, not_met, person, settled
from press.scores.subject import Subject
from press.sentences import words

#: At most this share of the sentences may be in the passive.
PASSIVE_SHARE = 0.10
#: A passage of more words is no short section any more.
LONG_PASSAGE = 60
#: A section of more words needs a heading of its own.
UNTITLED_WORDS = 40
#: A number that a reader has to work out: 4.5, 4,5 %, ½, 3/4. A telephone, a day or 10,500 is none.
_HARD_NUMBER = re.compile(
    r"\d+(?:[.,]\d+)?\s*%|[½⅓¼¾⅔]|(?<![\d./])\d+/\d+(?![\d/])|(?<![\d.,])\d+[.,]\d{1,2}(?![\d.,])"
)
_CHANCE = re.compile(r"\b\d+ (?:of|out of|in) (?:every )?\d+\b|\b(?:из|на) \d+ (?:человек|людей)\b|\d+\s*%", re.I)
_PICTURES = (DoseBars, Eyes, Timeline, Picture)


def everyday_words(subject: Subject) -> Answer:
    """The reading level meets its target, where there is enough text to judge."""
    judged = [level for level in subject.levels if level.meets is not None]
    if not judged:
        return person("too little text for a formula: read it to somebody")
    return settled(all(level.meets for level in judged), "; ".join(level.told for level in judged))


def active_voice(subject: Subject) -> Answer:
    """At most a tenth of the sentences is in the passive."""
    total, passive = len(subject.sentences()), len(subject.passive)
    return settled(passive <= PASSIVE_SHARE * total, f"{passive} of {total} sentences in the passive")


def active_calls(subject: Subject) -> Answer:
    """No order of the emergency text is in the passive; a sign, such as “cannot be woken”, is no order."""
    urgent = {sentence.text for sentence in subject.sentences("emergency")}
    if not urgent:
        return person("no emergency text: find the main message and the call to act, and read them")
    unclear = [sentence for sentence in subject.unclear_orders if sentence in urgent]
    return settled(
        not unclear,
        f"does not say who acts: “{unclear[0]}”" if unclear else f"{len(urgent)} sentences, each order active",
    )


def plain_numbers(subject: Subject) -> Answer:
    """No fractions, decimals or per cent."""
    texts = [passage.text for passage in subject.passages]
    if not any(re.search(r"\d", text) for text in texts):
        return not_applicable("no numbers")
    hard = [found.group() for text in texts for found in _HARD_NUMBER.finditer(text)]
    return settled(not hard, f"to work out: {', '.join(hard[:5])}" if hard else "whole numbers only")


def chances(subject: Subject) -> tuple[str, ...]:
    """Probabilities in figures, such as 2 of 75."""
    return tuple(found.group() for passage in subject.passages for found in _CHANCE.finditer(passage.text))


def short_sections(subject: Subject) -> Answer:
    """No passage is long."""
    count, where = subject.longest_passage()
    return settled(count <= LONG_PASSAGE, f"longest passage {count} words ({where})")


def titled_sections(subject: Subject) -> Answer:
    """Every longer section has a title of its own or titled blocks."""
    untitled = [
        key
        for key, section in subject.text.sections.items()
        if section.title is None
        and _words_in(subject, key) > UNTITLED_WORDS
        and not any(map(_is_titled, section.blocks))
    ]
    total = len(subject.text.sections)
    return settled(
        not untitled,
        f"without a heading: {', '.join(untitled)}"
        if untitled
        else f"all longer ones of {total} sections have a heading",
    )


def listed(subject: Subject) -> Answer:
    """There are bulleted or numbered lists."""
    count = sum(1 for _ in subject.blocks(List, Steps, Triage, Timeline, Pills)) + sum(
        bool(card.items) for card in subject.blocks(Card)
    )
    return settled(count > 0, f"{count} lists")


def acting(subject: Subject) -> Answer:
    """The reader is told to do something."""
    found = actions(subject)
    return settled(bool(found), f"{len(found)} calls to act, first “{found[0].text}”" if found else "no call to act")


def speaking(subject: Subject) -> Answer:
    """Advice speaks to the reader."""
    count = says_you(subject)
    return settled(count > 0, f"{count} sentences speak to the reader")


def numbered_steps(subject: Subject) -> Answer:
    """What to do is cut into numbered steps."""
    counts = [len(block.steps) for block in subject.blocks(Steps)]
    counts += [len(block.steps) for block in subject.blocks(Triage) if block.steps]
    if not counts:
        return not_met("no numbered steps")
    return settled(max(counts) <= 10, f"numbered steps: {', '.join(map(str, counts))}")


def tool(subject: Subject) -> Answer:
    """There is something to use: boxes to tick, lines to write on, a card to carry."""
    found = [
        *("boxes to tick" for block in subject.blocks(List) if block.marker is Marker.BOX),
        *("boxes to tick" for block in subject.blocks(Card) if block.marker is Marker.BOX),
        *("lines to write on" for _ in subject.blocks(Questions)),
        *(f"signs to check ({block.level})" for block in subject.blocks(Triage)),
        *("a card to carry" for setting in subject.settings if setting.format.trim.width <= 105),
    ]
    return settled(bool(found), ", ".join(dict.fromkeys(found)) or "no checklist, no lines to write on, no card")


def cues(subject: Subject) -> Answer:
    """Key points are set off: boxes, bold, icons, colours of urgency."""
    kinds = {
        "boxes": (Call, Card, Triage),
        "steps": (Steps,),
        "pictures": _PICTURES,
    }
    found = [f"{name} {count}" for name, of in kinds.items() if (count := sum(1 for _ in subject.blocks(*of)))]
    return settled(bool(found), ", ".join(found) or "nothing is set off")


def urgent_cues(subject: Subject) -> Answer:
    """The critical sections stand in boxes, on colours, or in the title."""
    kinds = (Call, Card, Cover, DoseBars, Eyes, Steps, Triage)
    critical = [key for key in subject.text.sections if subject.leaflet.is_critical(key)]
    if not critical:
        return person("no section is critical: find the main message and see whether it is set off")
    plain = [
        key
        for key in critical
        if not any(isinstance(block, kinds) for block in subject.text.sections[key].blocks)
        and not _on_colour(subject, key)
    ]
    return settled(
        not plain, f"not set off: section {', '.join(plain)}" if plain else f"set off: {', '.join(critical)}"
    )


def first_panel(subject: Subject) -> Answer:
    """A critical section stands on the first panel of every format."""
    if not subject.leaflet.critical:
        return person("no section is critical: find the main message and see whether it comes first")
    without = [
        key
        for key, layout in subject.leaflet.formats.items()
        if not any(map(subject.leaflet.is_critical, next(iter(layout.panels.values())).sections))
    ]
    return settled(
        not without,
        f"none on the first panel of {', '.join(without)}" if without else "on the first panel of every format",
    )


def visuals(subject: Subject) -> Answer:
    """There is at least one picture that says something."""
    count = _count_pictures(subject)
    return settled(count > 0, f"{count} blocks with pictures" if count else "no pictures")


def captions(subject: Subject) -> Answer:
    """Every picture has a title or caption."""
    if not _count_pictures(subject):
        return not_applicable("no pictures")
    bare = [picture.file for picture in subject.blocks(Picture) if picture.caption is None]
    return settled(not bare, f"without a caption: {', '.join(bare)}" if bare else "every picture has its caption")


def about_pictures(look: str, subject: Subject) -> Answer:
    """For a person, if there are pictures at all."""
    return person(look) if _count_pictures(subject) else not_applicable("no pictures")


def tables(subject: Subject) -> Answer:
    """Tables have short headings."""
    columns = [block.column for block in subject.blocks(Prices)]
    if not columns:
        return not_applicable("no tables")
    longest = max(columns, key=lambda column: len(words(column)))
    return settled(len(words(longest)) <= 3, f"{len(columns)} price tables of two columns, heading “{longest}”")


def step_icons(subject: Subject) -> Answer:
    """The steps have icons."""
    steps = [step for block in subject.blocks(Steps) for step in block.steps]
    if not steps:
        return person("would a picture help to do what is asked?")
    count = sum(step.icon is not None for step in steps)
    return settled(count > 0, f"{count} of {len(steps)} steps have an icon")


def long_medical_words(beginnings: tuple[str, ...], subject: Subject) -> tuple[str, ...]:
    """The words of the leaflet that begin so, in the order they come, each once."""
    found = (word.text.lower() for passage in subject.passages for word in words(passage.text))
    return tuple(dict.fromkeys(word for word in found if word.startswith(beginnings)))


def _count_pictures(subject: Subject) -> int:
    return sum(1 for _ in subject.blocks(*_PICTURES))


def _words_in(subject: Subject, section: str) -> int:
    return sum(len(words(passage.text)) for passage in subject.passages if passage.section == section)


def _is_titled(block: Block) -> bool:
    return any(getattr(block, name, None) is not None for name in ("title", "caption", "label"))


def _on_colour(subject: Subject, section: str) -> bool:
    return all(panel.tone != "white" for panel in _panels_with(subject, section))


def _panels_with(subject: Subject, section: str) -> Iterator[PanelLayout]:
    for layout in subject.leaflet.formats.values():
        yield from (panel for panel in layout.panels.values() if section in panel.sections)
