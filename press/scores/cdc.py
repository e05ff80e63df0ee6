"""CDC Clear Communication Index: its 20 items, with the numbers of the score sheet."""

from __future__ import annotations

import re

from press.scores import evidence
from press.scores.item import Answer, Instrument, Item, not_applicable, person
from press.scores.subject import Subject


def _explained_numbers(subject: Subject) -> Answer:
    if any(re.search(r"\d", passage.text) for passage in subject.passages):
        return person("is it said what each number means to the family?")
    return not_applicable("no numbers")


def _chances(subject: Subject) -> Answer:
    found = evidence.chances(subject)
    if not found:
        return not_applicable("no chances in figures")
    return person(f"are these said in words or shown in a picture too: {', '.join(found)}?")


CDC = Instrument(
    "cdc-cci",
    "CDC Clear Communication Index",
    "Centers for Disease Control and Prevention, user guide and score sheet",
    (
        Item("1", "one main message", "can you say the main message in one sentence? Is there only one?"),
        Item("2", "the main message comes first", "", evidence.first_panel),
        Item("3", "the main message catches the eye", "", evidence.urgent_cues),
        Item("4", "at least one picture supports it", "", evidence.visuals),
        Item("5", "at least one call to act", "", evidence.acting),
        Item("6", "main message and call to act in the active voice", "", evidence.active_calls),
        Item("7", "the words of the readers", "does the family use these very words? Ask some of them"),
        Item("8", "lists", "", evidence.listed),
        Item("9", "pieces with headings", "", evidence.titled_sections),
        Item("10", "the most important is summed up in the first part", "is it, for this family?"),
        Item("11", "what is known, and what is not", "is it said where nobody knows for certain?"),
        Item("12", "at least one thing to do", "", evidence.acting),
        Item("13", "why it matters to do it", "is a reason given beside each piece of advice?"),
        Item("14", "how to do it", "", evidence.numbered_steps),
        Item("15", "numbers as the readers use them", "", evidence.plain_numbers),
        Item("16", "what the numbers mean", "", _explained_numbers),
        Item("17", "no sums for the reader", "are prices, days and hours ready to use as they are?"),
        Item("18", "what the danger is", "is it said what can happen, and how grave it is?"),
        Item("19", "what speaks for and against", "are risks and benefits of the advice both named?"),
        Item("20", "chances in figures are explained", "", _chances),
    ),
)
