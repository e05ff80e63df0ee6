"""What a translator wrote into the spreadsheet: matched to the leaflet, and every doubt by the name of its cell."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from press import markup
from press.drift.figures import as_written, references
from press.drift.pairs import Stands, differing_figures, shown
from press.drift.phrases import Phrase
from press.drift.record import State, states
from press.drift.sheet import KEY, NEW, ORIGINAL, in_both, key_of
from press.drift.told import told_change
from press.errors import ContentError, Place, Problem
from press.guess import did_you_mean
from press.model.grid import Cell, CellKind, Table, Workbook
from press.model.inline import SpanKind
from press.model.project import Project

MAX_LETTERS = 4000
#: What a translator writes where the translation may stay as it is, in both alphabets.
_STAYS = frozenset({"ok", "ок", "okay", "✓"})
_TURNS_WRITING = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A cell that was filled in: the strings it is about, the words it wants."""

    place: Place
    original: Phrase
    translation: Phrase
    words: str

    @property
    def is_change(self) -> bool:
        """Whether it is anything else than the words that stand there."""
        return self.words != self.translation.words


@dataclass(frozen=True, slots=True)
class Plan:
    """What came back; `problems` refuse it, `doubts` (the original has changed meanwhile) are asked about.

    `confirmed` are the sections that may be noted as up to date afterwards.
    """

    leaflet: str
    language: str
    proposals: tuple[Proposal, ...]
    problems: tuple[Problem, ...]
    doubts: tuple[Problem, ...]
    confirmed: tuple[str, ...]

    @property
    def changes(self) -> tuple[Proposal, ...]:
        """Those that change a word."""
        return tuple(proposal for proposal in self.proposals if proposal.is_change)


@dataclass(frozen=True, slots=True)
class _Row:
    key: str
    place: Place
    original: str
    new: Cell


def plan_of(book: Workbook, project: Project) -> Plan:
    """Everything that was filled in; raises `ContentError` where no table was made for a translator."""
    rows = _rows(book)
    leaflet, language = _of_which(rows, book, project)
    known = {key_of(leaflet, language, ours): (ours, theirs) for ours, theirs in in_both(project, leaflet, language)}
    filled = [row for row in rows if not row.new.is_empty]
    problems = list(_unknown(filled, known))
    proposals: list[Proposal] = []
    doubts: list[Problem] = []
    for row in filled:
        if row.key not in known or any(problem.place == row.place for problem in problems):
            continue
        proposal = _proposal(row, *known[row.key])
        found = list(_wrong(row, proposal))
        problems += found
        if not found:
            proposals.append(proposal)
            doubts += _outdated(row, proposal)
    problems += _other_figures(project, leaflet, language, proposals)
    return Plan(
        leaflet,
        language,
        tuple(proposals),
        tuple(problems),
        tuple(doubts),
        _confirmed(project, leaflet, language, proposals, {problem.place for problem in doubts}),
    )


# Rows -------------------------------------------------------------------------------------------------------


def _rows(book: Workbook) -> list[_Row]:
    for table in book.tables:
        for number, row in enumerate(table.rows):
            columns = _columns(row)
            if columns:
                return list(_filled_rows(table, number + 1, columns))
    raise ContentError(
        Problem(
            "translation-sheet-unknown",
            f"no table of this file has the columns “{ORIGINAL}”, “{KEY}” and “{NEW}”",
            "Make one with `./run translations export LEAFLET LANGUAGE FILE.xlsx`, and let the translator fill it in.",
            Place(book.file),
        )
    )


def _columns(row: Sequence[Cell]) -> Mapping[str, int] | None:
    found = {}
    for name in (ORIGINAL, KEY, NEW):
        column = next((number for number, cell in enumerate(row) if cell.text.strip().startswith(name)), None)
        if column is None:
            return None
        found[name] = column
    return found


def _filled_rows(table: Table, first: int, columns: Mapping[str, int]) -> Iterator[_Row]:
    for row in table.rows[first:]:
        new = row[columns[NEW]]
        key = row[columns[KEY]].text.strip()
        if key or not new.is_empty:
            yield _Row(key, table.place(new.address), row[columns[ORIGINAL]].text, new)


def _of_which(rows: Sequence[_Row], book: Workbook, project: Project) -> tuple[str, str]:
    """The leaflet and the language of most rows; every other row has a changed key."""
    counted: dict[tuple[str, str], int] = {}
    for row in rows:
        leaflet, _, rest = row.key.partition("/")
        language = rest.partition("/")[0]
        if (leaflet, language) in project.texts and language != project.original(leaflet):
            counted[leaflet, language] = counted.get((leaflet, language), 0) + 1
    if len(counted) == 1:
        return next(iter(counted))
    raise ContentError(
        Problem(
            "translation-sheet-unknown",
            "the keys of this table belong to no translation of this project"
            if not counted
            else "the rows of this table belong to several translations: "
            + ", ".join(f"{leaflet} ({language})" for leaflet, language in counted),
            "Use the file that `./run translations export` made; one leaflet and one language a file.",
            Place(book.file),
        )
    )


def _unknown(rows: Iterable[_Row], known: Mapping[str, object]) -> Iterator[Problem]:
    seen: dict[str, _Row] = {}
    for row in rows:
        if row.key not in known:
            yield Problem(
                "translation-row-unknown",
                f"the key “{row.key}” leads to no words of the leaflet"
                if row.key
                else "this row has lost its key, so nobody can tell where its words belong",
                (did_you_mean(row.key, known) + " " if row.key else "")
                + "Copy the key from an untouched spreadsheet, or empty the new translation here.",
                row.place,
            )
        elif row.key in seen:
            yield Problem(
                "translation-row-unknown",
                f"the words for this key stand at {seen[row.key].place.file} already",
                "Keep one of the two.",
                row.place,
            )
        seen.setdefault(row.key, row)


def _proposal(row: _Row, original: Phrase, translation: Phrase) -> Proposal:
    words = "\n".join(row.new.text.replace("\r\n", "\n").replace("\r", "\n").strip().split("\n"))
    if words.casefold() in _STAYS and original.words.casefold() not in _STAYS:
        words = translation.words
    return Proposal(row.place, original, translation, words)


# Doubts -----------------------------------------------------------------------------------------------------


def _wrong(row: _Row, proposal: Proposal) -> Iterator[Problem]:
    """What keeps a cell from being taken."""
    if row.new.kind in (CellKind.DATE, CellKind.ERROR, CellKind.FORMULA, CellKind.TRUTH):
        yield Problem(
            "translation-words",
            f"this cell holds a {row.new.kind} and no words",
            "Set the format of the cell to “Text” and type the words again.",
            row.place,
        )
        return
    if not proposal.is_change:
        return
    yield from _unprintable(proposal)
    yield from _lost(proposal)
    yield from _marked(proposal)


def _unprintable(proposal: Proposal) -> Iterator[Problem]:
    unseen = next((letter for letter in proposal.words if _is_unseen(letter)), "")
    if unseen:
        name = unicodedata.name(unseen, "a control character").lower()
        yield Problem(
            "translation-words",
            f"an invisible character stands among the words: U+{ord(unseen):04X}, {name}",
            "Type the words around it anew; such characters come along when text is pasted.",
            proposal.place,
        )
    if len(proposal.words) > MAX_LETTERS:
        yield Problem(
            "translation-words",
            f"this text has {len(proposal.words)} letters; no text of a leaflet has more than {MAX_LETTERS}",
            "Look whether something was pasted here by mistake.",
            proposal.place,
        )


def _is_unseen(letter: str) -> bool:
    return letter in _TURNS_WRITING or (letter != "\n" and unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp"))


def _lost(proposal: Proposal) -> Iterator[Problem]:
    ours, theirs = Counter(references(proposal.original.words)), Counter(references(proposal.words))
    for lost in as_written(ours - theirs):
        yield Problem(
            "translation-reference",
            f"{{{lost}}} stands in the original and is missing here",
            f"Write {{{lost}}} where the reader needs it, in curly brackets, letter for letter.",
            proposal.place,
        )
    for invented in as_written(theirs - ours):
        known = ", ".join(f"{{{name}}}" for name in as_written(ours))
        yield Problem(
            "translation-reference",
            f"{{{invented}}} stands here and not in the original"
            if invented not in ours
            else f"{{{invented}}} stands here more often than in the original",
            f"Take it out. The original has {known or 'no reference'}.",
            proposal.place,
        )


def _marked(proposal: Proposal) -> Iterator[Problem]:
    for part in markup.paragraphs(proposal.words):
        for fault in markup.parse(part).faults:
            yield Problem(
                "translation-markup", fault.message, f"{fault.remedy[:1].upper()}{fault.remedy[1:]}.", proposal.place
            )
    ours, theirs = _bold(proposal.original.words), _bold(proposal.words)
    if ours != theirs or "**" in _said(proposal.words):
        yield Problem(
            "translation-markup",
            f"the original has {_passages(ours)}, this text has {_passages(theirs)}",
            "Put two stars before and after the words that are bold in the original, without a space inside the stars.",
            proposal.place,
        )


def _bold(words: str) -> int:
    """How many passages in a row are bold."""
    count = 0
    for part in markup.paragraphs(words):
        was_strong = False
        for span in markup.parse(part).spans:
            count += span.strong and not was_strong
            was_strong = span.strong
    return count


def _said(words: str) -> str:
    return "".join(
        span.text
        for part in markup.paragraphs(words)
        for span in markup.parse(part).spans
        if span.kind is not SpanKind.REFERENCE
    )


def _passages(count: int) -> str:
    return f"{count or 'no'} bold passage{'' if count == 1 else 's'}"


def _outdated(row: _Row, proposal: Proposal) -> Iterator[Problem]:
    was, now = " ".join(row.original.split()), " ".join(proposal.original.words.split())
    if was != now:
        yield Problem(
            "translation-original-changed",
            f"the original has changed since this spreadsheet was made: {told_change(was, now)}",
            "Ask the translator whether the new words still fit. They can be taken all the same, but the section is "
            "then not noted as up to date.",
            proposal.place,
            warning=True,
        )


def _other_figures(project: Project, leaflet: str, language: str, proposals: Sequence[Proposal]) -> Iterator[Problem]:
    """Figures that differ in a block, where one of the new texts is to blame."""
    new = {
        (proposal.translation.section, proposal.translation.key): proposal
        for proposal in proposals
        if proposal.is_change
    }
    blocks: dict[tuple[str, str], list[tuple[Phrase, Phrase]]] = {}
    for ours, theirs in in_both(project, leaflet, language):
        blocks.setdefault((ours.section, ours.block), []).append((ours, theirs))
    for (section, _), pairs in blocks.items():
        if not any((section, ours.key) in new for ours, _ in pairs):
            continue
        renewed = [_renewed(other, new.get((section, other.key))) for _, other in pairs]
        found = differing_figures([one for one, _ in pairs], project.original(leaflet), renewed, language)
        left: list[Stands] = [one for one in (*found.translation, *found.original) if (section, one.phrase.key) in new]
        if left and not _allowed(pairs):
            yield Problem(
                "translation-figures",
                f"the figures differ: the original says {shown(found.original)}, "
                f"the translation {shown(found.translation)}",
                "Correct the number here. If both are right, add `allow` in the leaflet, with the reason.",
                new[section, left[0].phrase.key].place,
            )


def _renewed(phrase: Phrase, proposal: Proposal | None) -> Phrase:
    return replace(phrase, words=proposal.words) if proposal else phrase


def _allowed(pairs: Iterable[tuple[Phrase, Phrase]]) -> bool:
    return any(exception.rule == "translation-figures" for pair in pairs for one in pair for exception in one.allow)


# Sections ---------------------------------------------------------------------------------------------------


def _confirmed(
    project: Project, leaflet: str, language: str, proposals: Sequence[Proposal], doubted: set[Place | None]
) -> tuple[str, ...]:
    """Sections in which every string that needed it was filled in, with nothing doubtful among them."""
    filled = {(one.original.section, one.original.key) for one in proposals if one.place not in doubted}
    touched = {one.original.section for one in proposals}
    doubtful = {one.original.section for one in proposals if one.place in doubted}
    asked: dict[str, set[str]] = {}
    for ours, _ in in_both(project, leaflet, language):
        asked.setdefault(ours.section, set()).add(ours.key)
    confirmed = []
    for state in states(project, leaflet, language):
        if state.state is State.CURRENT or state.section not in touched - doubtful:
            continue
        needed = asked[state.section]
        if state.state is State.STALE:
            needed = {change.key for change in state.changes if change.new}
        if all((state.section, key) in filled for key in needed):
            confirmed.append(state.section)
    return tuple(confirmed)
