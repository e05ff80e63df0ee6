"""`words`: how easy each leaflet is to read, what it scores, and what a person must still judge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from press.cli.choices import refuse_nothing, refuse_unknown
from press.cli.scorecard import Card, Longest, as_data, closing, in_words
from press.cli.tell import printable, tell_data
from press.cli.words import Options
from press.errors import ContentError, ExitCode
from press.fold import panel_sizes
from press.lint.words.passages import Passage, passages
from press.lint.words.passive import passives
from press.lint.words.reading_level import Reading, easy_words, readings
from press.load.project import load
from press.model.job import Choice
from press.model.project import Project
from press.readability.formulas import formulas
from press.scores.bald import BALD
from press.scores.cdc import CDC
from press.scores.item import score
from press.scores.pemat import PEMAT_P
from press.scores.subject import Level, Setting, Subject
from press.sentences import sentences, words

INSTRUMENTS = (PEMAT_P, CDC, BALD)


def run(options: Options, root: Path) -> ExitCode:
    """Tells the reading level and the scores of each leaflet that is asked for."""
    loaded = load(root, options.today or date.today())
    if loaded.project is None:
        raise ContentError(*loaded.problems)
    project = loaded.project
    refuse_unknown(options.choice, project)
    styles = "\n".join(path.read_text("utf-8") for path in sorted((root / "styles").rglob("*.css")))
    cards = [_card(project, key, language, styles) for key, language in _chosen(project, options.choice)]
    refuse_nothing(cards)
    if options.as_json:
        tell_data({"leaflets": [as_data(card) for card in cards]})
        return ExitCode.DONE
    for card in cards:
        print("\n".join(map(printable, in_words(card))), end="\n\n")
    print(closing(INSTRUMENTS))
    return ExitCode.DONE


def _chosen(project: Project, choice: Choice) -> Iterator[tuple[str, str]]:
    for key, language in sorted(project.texts):
        if (not choice.leaflets or key in choice.leaflets) and (not choice.languages or language in choice.languages):
            yield key, language


def _card(project: Project, leaflet: str, language: str, styles: str) -> Card:
    text, about = project.texts[leaflet, language], project.leaflets[leaflet]
    said = passages(project, leaflet, language)
    found = [(one.text, passives(one.text, language)) for passage in said for one in sentences(passage.text, language)]
    passive = tuple(text for text, some in found if some)
    eased = readings(said, language)
    subject = Subject(
        leaflet=about,
        text=text,
        passages=said,
        settings=tuple(_setting(project, leaflet, key) for key in about.formats),
        styles=styles,
        levels=tuple(map(_level, eased)),
        passive=passive,
        unclear_orders=tuple(text for text, some in found if any(one.orders for one in some)),
    )
    return Card(
        leaflet=leaflet,
        language=language,
        title=str(text.title),
        eased=eased,
        strict=readings(said, language, strict=True),
        easy=easy_words(said, language),
        longest=_longest(said, language),
        passive=passive,
        sentences=len(found),
        scores=tuple((instrument, score(instrument, subject)) for instrument in INSTRUMENTS),
    )


def _setting(project: Project, leaflet: str, key: str) -> Setting:
    """The format with the width between the margins of each panel the leaflet uses."""
    paper = project.formats[key]
    sizes = panel_sizes(paper)
    used = project.leaflets[leaflet].formats[key].panels
    margins = {panel.key: panel.margins or paper.margins for panel in paper.panels}
    widths = {
        panel: sizes[panel].width - margins[panel].left - margins[panel].right for panel in used if panel in sizes
    }
    return Setting(paper, widths)


def _longest(said: Sequence[Passage], language: str) -> Longest:
    every = (
        Longest(len(words(one.text)), one.text, passage.section)
        for passage in said
        for one in sentences(passage.text, language)
    )
    return max(every, key=lambda one: one.words)


def _level(reading: Reading) -> Level:
    """The figures that have a target; None where there is too little text."""
    asked = reading.targets
    if not asked:
        return Level(reading.role, f"{reading.role}: too short to judge", None)
    told = [
        f"{formula.name} {formula.figure(reading.counts):.1f} ({formula.limit} {asked[formula.key]:g})"
        for formula in formulas(reading.language)
        if formula.key in asked
    ]
    return Level(reading.role, f"{reading.role}: {', '.join(told)}", not reading.missed())
