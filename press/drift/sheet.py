"""A leaflet as a spreadsheet for a translator: one row a string, one column to fill in, a page of advice."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from press.drift.phrases import Phrase, phrases, spoken
from press.drift.record import Changed, State, states
from press.drift.told import told_change
from press.model.grid import NewTable
from press.model.project import Project
from press.model.translation import FRONT

#: How the heads of the columns begin by which an import finds them, wherever they were moved.
ORIGINAL = "Original now"
NOW = "Translation now"
LETTERS = "Letters now"
KEY = "Key (leave)"
NEW = "New translation"
WORDS = "Words"
_WIDTHS = (16, 30, 44, 26, 26, 44, 9, 18, 50)
_ADVICE = """\
Please write into the last column, “New translation”, of the table “Words”. Leave the other columns as they are.
Leave the cell empty where the translation is good and its original has not changed.
Where the original has changed but the translation is still right, write “ok”.
“What has changed” shows what was taken out of the original ⟦–like this⟧ and what was put in ⟦+like this⟧.
Keep everything in curly brackets as it is, such as {emergency} or {price:home-visit}: numbers and prices come in there.
Two stars before and after some words, **like this**, print them bold. Keep as many bold passages as the original has.
Numbers, times and doses must be the same in both languages, with the same unit. They are compared on the way back.
“Letters now” is how long the present translation is. Try not to be longer: there is little room on the paper.
Where a word seems wrong or you are in doubt about the medicine, please say so in your letter. Do not guess.
Short and plain words help a frightened reader. Say “person who uses heroin”, not a word that judges.
Save the file as .xlsx and send it back. Nothing is printed before a person has looked at it.\
"""


def tables_of(project: Project, leaflet: str, language: str) -> tuple[NewTable, ...]:
    """The advice, and all strings that both languages have."""
    original = project.original(leaflet)
    head = (
        "Section",
        "Where",
        f"{ORIGINAL} ({original})",
        "Original when last translated",
        "What has changed",
        f"{NOW} ({language})",
        LETTERS,
        KEY,
        NEW,
    )
    about = project.texts[leaflet, original].title
    advice = [[f"“{about}”, from “{original}” into “{language}”"], *([line] for line in _ADVICE.splitlines())]
    words = NewTable(
        WORDS,
        [head, *_rows(project, leaflet, language)],
        widths=_WIDTHS,
        fixed_columns=2,
        flat=(head.index(KEY),),
        locked=tuple(range(len(head) - 1)),
    )
    return NewTable("Read me", advice, widths=(110,), locked=(0,)), words


def key_of(leaflet: str, language: str, phrase: Phrase) -> str:
    """What finds a string again when the spreadsheet comes back."""
    return f"{leaflet}/{language}/{phrase.section}/{phrase.key}"


def in_both(project: Project, leaflet: str, language: str) -> tuple[tuple[Phrase, Phrase], ...]:
    """Every string of the original with its translation, in the order of the original."""
    theirs = {(phrase.section, phrase.key): phrase for phrase in phrases(project.texts[leaflet, language])}
    ours = phrases(project.texts[leaflet, project.original(leaflet)])
    pairs = ((one, theirs.get((one.section, one.key))) for one in ours)
    return tuple((one, other) for one, other in pairs if other)


def only_in_original(project: Project, leaflet: str, language: str) -> tuple[Phrase, ...]:
    """Strings that have no place in the translation yet."""
    known = {(one.section, one.key) for one, _ in in_both(project, leaflet, language)}
    ours = phrases(project.texts[leaflet, project.original(leaflet)])
    return tuple(phrase for phrase in ours if (phrase.section, phrase.key) not in known)


def _rows(project: Project, leaflet: str, language: str) -> Iterator[tuple[str | Decimal, ...]]:
    known = {state.section: state for state in states(project, leaflet, language)}
    for ours, theirs in in_both(project, leaflet, language):
        state = known[ours.section]
        change = next((one for one in state.changes if one.key == ours.key), None)
        yield (
            "title and summary" if ours.section == FRONT else ours.section,
            spoken(ours.key),
            ours.words,
            change.old if change else "",
            _what(state.state, change, is_reworded=any(one.key == ours.key for one in state.reworded)),
            theirs.words,
            Decimal(len(theirs.words)),
            key_of(leaflet, language, ours),
            "",
        )


def _what(state: State, change: Changed | None, *, is_reworded: bool) -> str:
    if state is State.UNRECORDED:
        return "not noted yet as translated"
    if change is None:
        return "the translation was changed and not compared since" if is_reworded else ""
    return told_change(change.old, change.new) if change.old else "new"
