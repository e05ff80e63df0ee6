"""What a translator wrote into the spreadsheet: matched to the leaflet, and every doubt by the name of its cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from press.drift.cells import Proposal, not_read, outdated, proposal_of, wrong
from press.drift.excused import RULE, excused
from press.drift.pairs import Differing, Moved, differing_figures, in_another_order, shown
from press.drift.phrases import Phrase
from press.drift.record import State, states
from press.drift.rows import rows_of, translation_of, unknown_rows
from press.drift.sheet import in_both, key_of
from press.drift.untranslated import letters_of
from press.errors import Place, Problem, refusals
from press.model.grid import Workbook
from press.model.project import Project


@dataclass(frozen=True, slots=True)
class Plan:
    """What came back; `problems` refuse it, `doubts` (the original has changed meanwhile) are asked about.

    `remarks` tell what is passed over and nobody will miss. `confirmed` are the sections that may be noted as up to
    date afterwards.
    """

    leaflet: str
    language: str
    proposals: tuple[Proposal, ...]
    problems: tuple[Problem, ...]
    doubts: tuple[Problem, ...]
    remarks: tuple[Problem, ...]
    confirmed: tuple[str, ...]

    @property
    def changes(self) -> tuple[Proposal, ...]:
        """Those that change a word."""
        return tuple(proposal for proposal in self.proposals if proposal.is_change)


def plan_of(book: Workbook, project: Project) -> Plan:
    """Everything that was filled in; raises `ContentError` where no table was made for a translator."""
    rows = rows_of(book)
    leaflet, language = translation_of(rows, book, project)
    known = {key_of(leaflet, language, ours): (ours, theirs) for ours, theirs in in_both(project, leaflet, language)}
    letters = letters_of([ours for ours, _ in known.values()], [theirs for _, theirs in known.values()])
    unknown = list(unknown_rows(rows, known))
    found = [problem for _, problem in unknown]
    proposals: list[Proposal] = []
    doubts: list[Problem] = []
    for row in rows:
        if any(row is other for other, _ in unknown):
            continue
        found += not_read(row, *known[row.key])
        if row.new.is_empty:
            continue
        proposal = proposal_of(row, *known[row.key])
        faults = list(wrong(row, proposal, letters))
        found += faults
        if not faults:
            proposals.append(proposal)
            doubts += outdated(row, proposal)
    figures = list(_other_figures(project, leaflet, language, proposals))
    found += [problem for _, problem in figures]
    confirmed = _confirmed(project, leaflet, language, proposals, {problem.place for problem in doubts})
    differing = {section for section, problem in figures if problem.code == RULE}
    return Plan(
        leaflet,
        language,
        tuple(proposals),
        refusals(found),
        tuple(doubts),
        tuple(problem for problem in found if problem.warning),
        tuple(section for section in confirmed if section not in differing),
    )


# Figures ----------------------------------------------------------------------------------------------------


def _other_figures(
    project: Project, leaflet: str, language: str, proposals: Sequence[Proposal]
) -> Iterator[tuple[str, Problem]]:
    """Figures that differ, with their section: a warning where no cell that was filled in is to blame.

    An “ok” is to blame as new words are: it says that the figures are right.
    """
    new = {(proposal.translation.section, proposal.translation.key): proposal for proposal in proposals}
    touched = {section for section, _ in new}
    blocks: dict[tuple[str, str], list[tuple[Phrase, Phrase]]] = {}
    for ours, theirs in in_both(project, leaflet, language):
        if ours.section in touched:
            blocks.setdefault((ours.section, ours.block), []).append((ours, theirs))
    for (section, _), pairs in blocks.items():
        renewed = [_renewed(other, new.get((section, other.key))) for _, other in pairs]
        original = [one for one, _ in pairs]
        found = differing_figures(original, project.original(leaflet), renewed, language)
        left = excused(found, original, renewed).left
        if left:
            standing = (*left.translation, *left.original)
            blamed = next((new[section, one.phrase.key] for one in standing if (section, one.phrase.key) in new), None)
            yield section, _differing(left, blamed, standing[0].phrase)
        for moved in left.moved:
            filled = new.get((section, moved.translation[0].phrase.key))
            if filled:
                yield section, _moved(moved, filled)


def _differing(left: Differing, blamed: Proposal | None, phrase: Phrase) -> Problem:
    message = f"the figures differ: the original says {shown(left.original)}, the translation {shown(left.translation)}"
    if blamed is None:
        return Problem(
            RULE,
            f"{message}; so the section “{phrase.section}” is not noted as up to date",
            "Nobody filled in a new translation for these words. `./run check` tells where they stand.",
            phrase.place,
            warning=True,
        )
    return Problem(
        RULE,
        message + ("" if blamed.is_change else ", so it cannot stay as it is"),
        "Correct the number here. If both are right, add `allow` in the leaflet: the words and the reason.",
        blamed.place,
    )


def _moved(moved: Moved, filled: Proposal) -> Problem:
    return Problem(
        "translation-order",
        in_another_order(moved),
        "This may be right, because the order of words is free. Look whether each dose stands with whom it is for.",
        filled.place,
        warning=True,
    )


def _renewed(phrase: Phrase, proposal: Proposal | None) -> Phrase:
    return replace(phrase, words=proposal.words) if proposal else phrase


# Sections ---------------------------------------------------------------------------------------------------


def _confirmed(
    project: Project, leaflet: str, language: str, proposals: Sequence[Proposal], doubted: set[Place | None]
) -> tuple[str, ...]:
    """Sections in which every string that needed it was filled in, with nothing doubtful among them.

    Of a section that was up to date those are noted anew that the translator, who sees both languages, has changed.
    """
    filled = {(one.original.section, one.original.key) for one in proposals if one.place not in doubted}
    touched = {one.original.section for one in proposals}
    changed = {one.original.section for one in proposals if one.is_change}
    doubtful = {one.original.section for one in proposals if one.place in doubted}
    asked: dict[str, set[str]] = {}
    for ours, _ in in_both(project, leaflet, language):
        asked.setdefault(ours.section, set()).add(ours.key)
    confirmed = []
    for state in states(project, leaflet, language):
        if state.section not in (changed if state.state is State.CURRENT else touched) - doubtful:
            continue
        needed = asked[state.section]
        if state.state is not State.UNRECORDED:
            needed = {change.key for change in (*state.changes, *state.reworded) if change.new}
        if all((state.section, key) in filled for key in needed):
            confirmed.append(state.section)
    return tuple(confirmed)
