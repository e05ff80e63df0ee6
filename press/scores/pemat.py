"""PEMAT-P: the 24 items for printed material, with the numbers of the instrument (13 and 14 are for films)."""

from __future__ import annotations

from functools import partial

from press.readability.vocabulary import staying
from press.scores import evidence
from press.scores.item import Answer, Instrument, Item, not_applicable, person
from press.scores.subject import Subject


def _medical_words(subject: Subject) -> Answer:
    found = evidence.long_medical_words(staying(subject.language), subject)
    if not found:
        return person("is every medical word explained where it is first used?")
    return person(f"are they explained where they first stand: {', '.join(found[:8])}?")


def _chart_to_act(subject: Subject) -> Answer:
    tables = evidence.tables(subject)
    return tables if tables.evidence == "no tables" else person("is it said what to do with the price table?")


def _sums(subject: Subject) -> Answer:
    if evidence.chances(subject):
        return person(f"must the reader work anything out from {', '.join(evidence.chances(subject))}?")
    return not_applicable("nothing to work out was found")


UNDERSTANDABILITY = (
    Item("1", "it is plain at once what the leaflet is for", "read title and first lines: who is it for, and why?"),
    Item("2", "nothing leads away from the purpose", "strike out what the family does not need"),
    Item("3", "everyday words", "read it to somebody of the family", evidence.everyday_words),
    Item("4", "medical words only where needed, and explained", "medical words", _medical_words),
    Item("5", "people do things: active voice", "", evidence.active_voice),
    Item("6", "numbers are plain", "", evidence.plain_numbers),
    Item("7", "the reader need not calculate", "are prices, days and hours ready to use as they are?"),
    Item("8", "cut into short pieces", "", evidence.short_sections),
    Item("9", "headings say what follows", "does each heading say what stands under it?", evidence.titled_sections),
    Item("10", "the order makes sense", "is it the order in which a family needs it?"),
    Item("11", "the main points are summed up", "is the most important said once more, in short?"),
    Item("12", "key points catch the eye", "", evidence.cues),
    Item("15", "pictures wherever they would help", "what would be clearer with a picture?"),
    Item(
        "16",
        "pictures support the words",
        "",
        partial(evidence.about_pictures, "does each picture say the same as the words beside it?"),
    ),
    Item("17", "pictures have titles or captions", "", evidence.captions),
    Item(
        "18",
        "pictures are clear",
        "",
        partial(evidence.about_pictures, "can each picture be understood at arm’s length, in black and white?"),
    ),
    Item("19", "tables are simple, with short headings", "", evidence.tables),
)
ACTIONABILITY = (
    Item("20", "at least one thing to do", "", evidence.acting),
    Item("21", "advice speaks to the reader", "", evidence.speaking),
    Item("22", "what to do is cut into clear steps", "", evidence.numbered_steps),
    Item("23", "something to use: a checklist, a card, lines", "", evidence.tool),
    Item("24", "sums are explained", "", _sums),
    Item("25", "it is said how to use tables and charts", "", _chart_to_act),
    Item("26", "pictures wherever they help to act", "", evidence.step_icons),
)
PEMAT_P = Instrument(
    "pemat-p",
    "PEMAT-P (understandability 1–19, actionability 20–26)",
    "AHRQ, Patient Education Materials Assessment Tool, 2013, updated 2014",
    (*UNDERSTANDABILITY, *ACTIONABILITY),
)
