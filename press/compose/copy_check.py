"""Whether the marked-up panels say all that the content says, and what the finished pages must show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from press import barcode
from press.compose.spelled import visible_words
from press.errors import Problem
from press.markup import paragraphs
from press.model.base import Record, reader_words
from press.model.blocks import Call, Contact, Line, Publisher, Steps, Triage
from press.model.composition import Code, PanelCopy, Passage
from press.model.edition import Edition
from press.model.format import Format, FormatPanel, Size
from press.model.inline import plain
from press.model.leaflet import FILL, FormatLayout
from press.model.sheet import Rectangle


def panel_copies(
    html: str, edition: Edition, format: Format, layout: FormatLayout, sizes: Mapping[str, Size]
) -> tuple[tuple[PanelCopy, ...], tuple[Problem, ...]]:
    """What each panel must show, in reading order, and the words of the content its markup leaves out."""
    shown = visible_words(html)
    copies, problems = [], []
    for panel in format.panels:
        words = shown.get(panel.key, ())
        passages = tuple(_passages(edition, layout, panel))
        problems += [_left_out(passage, panel) for passage in _not_found(passages, words)]
        size = sizes[panel.key]
        safe = Rectangle(0, 0, size.width, size.height).inset(*(format.safe,) * 4)
        copies.append(
            PanelCopy(
                key=panel.key,
                name=panel.names.get("en", panel.key),
                width=size.width,
                height=size.height,
                safe=safe,
                outer=panel.outer,
                words=words,
                passages=passages,
                codes=tuple(_codes(edition, layout, panel)),
                emergency=tuple(_emergency(edition, layout, panel)),
                floor=format.floor,
                emergency_floor=format.emergency_floor,
                small_print_floor=format.small_print_floor,
            )
        )
    return tuple(copies), tuple(problems)


def _passages(edition: Edition, layout: FormatLayout, panel: FormatPanel) -> Iterator[Passage]:
    for name in layout.panels[panel.key].sections:
        if name == FILL:
            continue
        section = edition.text.sections[name]
        critical = edition.leaflet.is_critical(name)
        for record in (section, *section.blocks):
            for field, words, owner in _printed(record):
                for part in paragraphs(words):
                    said = tuple(plain(edition.inline[part]).split())
                    yield Passage(name, said, owner.place(field), critical)


def _printed(record: Record) -> Iterator[tuple[str, str, Record]]:
    """The record's own words that are printed: a section's blocks come by themselves, `alt` is for the ear."""
    for field, words, owner in reader_words(record):
        if not field.startswith("alt") and not (owner is not record and hasattr(record, "blocks")):
            yield field, words, owner


def _not_found(passages: Sequence[Passage], words: Sequence[str]) -> Iterator[Passage]:
    """The passages that do not stand among the words; a word stands for one passage only."""
    left = list(words)
    for passage in sorted(passages, key=lambda passage: -len(passage.words)):  # the long ones are the sure ones
        at = _found_at(passage.words, left)
        if at is None:
            yield passage
        else:
            left[at : at + len(passage.words)] = [""] * len(passage.words)


def _found_at(passage: tuple[str, ...], words: Sequence[str]) -> int | None:
    first, length = passage[0], len(passage)
    places = (at for at in range(len(words) - length + 1) if words[at] == first)
    return next((at for at in places if tuple(words[at : at + length]) == passage), None)


def _left_out(passage: Passage, panel: FormatPanel) -> Problem:
    return Problem(
        "words-lost",
        f"the template leaves out words of section {passage.section!r}: {' '.join(passage.words)[:80]!r}",
        "mend the template of this kind of block so that it prints the field",
        passage.place,
        panel=panel.names.get("en", panel.key),
    )


def _blocks(edition: Edition, layout: FormatLayout, panel: FormatPanel) -> Iterator[Record]:
    for name in layout.panels[panel.key].sections:
        if name != FILL:
            yield from edition.text.sections[name].blocks


def _codes(edition: Edition, layout: FormatLayout, panel: FormatPanel) -> Iterator[Code]:
    for block in _blocks(edition, layout, panel):
        if isinstance(block, Contact):
            side = barcode.qr_code(edition.branch.web).side
            yield Code(edition.branch.web, side - 2 * barcode.QUIET_ZONE)


def _emergency(edition: Edition, layout: FormatLayout, panel: FormatPanel) -> Iterator[str]:
    for block in _blocks(edition, layout, panel):
        large = isinstance(block, Call | Triage | Publisher) and block.line is Line.EMERGENCY
        if large or (isinstance(block, Steps) and any("{emergency}" in step.title for step in block.steps)):
            yield edition.clinic.emergency.ambulance
            yield edition.clinic.emergency.single
