"""Checks the imposed sheet: every panel complete, upright and in its place, and printable in any office."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from PIL import Image

from press.errors import Problem
from press.fold import OFFICE_MARGIN
from press.model.composition import Composition, PanelCopy
from press.model.guard import GuardResult, GuardState
from press.model.sheet import FlipEdge, Placement, Rectangle, SheetPlan, Side
from press.preflight.reading import (
    PageReading,
    Unreadable,
    Word,
    compare_words,
    normal,
    pictures,
    print_wishes,
    read_pages,
    words,
)

COVER_LIMIT = 35.0  # % of black that an office printer lays on without trouble
PLACE_TOLERANCE = 0.1  # mm
EDGE_TOLERANCE = 0.05  # mm by which ink may touch a border without being called out
TURN_TOLERANCE = 1.0  # degrees
PIXELS_PER_MM = 3
DPI = PIXELS_PER_MM * 25.4
WHITE = 250  # of 255; anything darker is ink
SHOWN = 8  # words named in a message

OURS = "If the panel itself is complete, the press is at fault, not the text: please report it."
FLIP_WORDS = {
    FlipEdge.NONE: "one side only",
    FlipEdge.SHORT: "both sides, flip on short edge",
    FlipEdge.LONG: "both sides, flip on long edge",
}


def check_sheet(
    composition: Composition,
    plan: SheetPlan,
    sheet_pdf: bytes,
    panels: Sequence[PageReading],
    *,
    cover_limit: float = COVER_LIMIT,
) -> tuple[GuardResult, ...]:
    """The guards "fit" and "print" for the imposed file; `panels` are the panel pages as they were read.

    The panel pages come in the order of `composition.panels`.
    """
    try:
        sides = read_pages(sheet_pdf)
        looks = pictures(sheet_pdf, DPI, grey=True)
        wishes = tuple(_wish_problems(sheet_pdf, plan))
    except Unreadable as error:
        unreadable = Problem("sheet-unreadable", f"the imposed sheet cannot be read back ({error})", OURS)
        return tuple(GuardResult(guard, GuardState.COULD_NOT_RUN, (unreadable,)) for guard in ("fit", "print"))
    copies = {copy.key: copy for copy in composition.panels}
    pages = {copy.key: page for copy, page in zip(composition.panels, panels, strict=False)}
    fit = [*_side_count_problems(plan, sides)]
    inks = [*wishes]
    for side, reading, look in zip(plan.sides, sides, looks, strict=False):
        fit += _side_problems(side, reading, copies, pages)
        inks += _edge_problems(side, look)
        inks += _cover_problems(side, look, cover_limit)
    # copies of one card say the same
    return (
        GuardResult.of("fit", tuple(dict.fromkeys(fit))),
        GuardResult.of("print", tuple(dict.fromkeys(inks))),
    )


# Words in their places --------------------------------------------------------------------------------------


def _side_count_problems(plan: SheetPlan, sides: Sequence[PageReading]) -> Iterator[Problem]:
    if len(sides) != len(plan.sides):
        yield _misplaced(f"sides in the file: {len(sides)}, sides of the sheet: {len(plan.sides)}")
    for side, reading in zip(plan.sides, sides, strict=False):
        if max(abs(reading.width - plan.width), abs(reading.height - plan.height)) > PLACE_TOLERANCE:
            yield _misplaced(
                f"the {side.name} side is {reading.width:.1f} × {reading.height:.1f} mm, "
                f"the paper {plan.width:g} × {plan.height:g} mm"
            )


def _side_problems(
    side: Side, reading: PageReading, copies: Mapping[str, PanelCopy], pages: Mapping[str, PageReading]
) -> Iterator[Problem]:
    found: dict[int, list[Word]] = defaultdict(list)
    for word in words(reading):
        found[_place_of(word, side)].append(word)
    if found[-1]:
        strays = _named([word.text for word in found[-1]])
        yield Problem("words-extra", f"the {side.name} side has words that stand in no panel: {strays}", OURS)
    for number, placement in enumerate(side.placements):
        copy, page = copies.get(placement.panel), pages.get(placement.panel)
        if copy is None or page is None:
            yield _misplaced(f"the {side.name} side has a place for a missing panel, {placement.panel}")
            continue
        yield from _word_problems(copy, side, found[number])
        pairs = tuple(_pairs(words(page), found[number]))
        turned = tuple(_turn_problems(copy, placement, pairs))
        yield from turned or _offset_problems(copy, placement, page, pairs)
        if not turned:
            yield from _safe_area_problems(copy, placement, found[number])


def _place_of(word: Word, side: Side) -> int:
    """The number of the placement in which the middle of the word lies; -1 if in none."""
    x, y = word.box.x + word.box.width / 2, word.box.y + word.box.height / 2
    for number, placement in enumerate(side.placements):
        box = placement.box
        if box.x <= x < box.right and box.y <= y < box.bottom:
            return number
    return -1


def _word_problems(copy: PanelCopy, side: Side, found: Sequence[Word]) -> Iterator[Problem]:
    lost, extra = compare_words(copy.words, found)
    if lost:
        message = f"{copy.name}: not on the {side.name} side of the sheet: {_named(lost)}"
        yield Problem("words-lost", message, OURS, panel=copy.key)
    if extra:
        message = f"{copy.name}: on the {side.name} side of the sheet, but not in the text: "
        yield Problem("words-extra", message + _named([word.text for word in extra]), OURS, panel=copy.key)


def _pairs(panel: Sequence[Word], sheet: Sequence[Word]) -> Iterator[tuple[Word, Word]]:
    """Each word of the panel page with the same word on the sheet; words of one text in drawing order."""
    waiting: dict[str, list[Word]] = defaultdict(list)
    for word in reversed(sheet):
        waiting[normal(word.text)].append(word)
    for word in panel:
        others = waiting[normal(word.text)]
        if others:
            yield word, others.pop()


def _turn_problems(copy: PanelCopy, placement: Placement, pairs: Sequence[tuple[Word, Word]]) -> Iterator[Problem]:
    for word, there in pairs:
        off = (there.angle - word.angle - placement.turn + 180) % 360 - 180
        if abs(off) > TURN_TOLERANCE:
            message = f"{copy.name}: stands turned by {off:.0f}° on the sheet, as at “{there.text}”"
            yield Problem("sheet-turned", message, OURS, panel=copy.key)
            return


def _offset_problems(
    copy: PanelCopy, placement: Placement, page: PageReading, pairs: Sequence[tuple[Word, Word]]
) -> Iterator[Problem]:
    worst, where = 0.0, ""
    for word, there in pairs:
        wanted = _on_sheet(word.box, placement, page.width, page.height)
        off = max(
            abs(there.box.x - wanted.x),
            abs(there.box.y - wanted.y),
            abs(there.box.right - wanted.right),
            abs(there.box.bottom - wanted.bottom),
        )
        if off > worst:
            worst, where = off, there.text
    if worst > PLACE_TOLERANCE:
        yield _misplaced(f"{copy.name}: “{where}” lies {worst:.1f} mm from its place on the sheet", copy.key)


def _safe_area_problems(copy: PanelCopy, placement: Placement, found: Sequence[Word]) -> Iterator[Problem]:
    safe = _on_sheet(copy.safe, placement, copy.width, copy.height)
    worst: dict[str, tuple[float, str]] = {}
    for word in found:
        for edge, beyond in (
            ("left", safe.x - word.box.x),
            ("top", safe.y - word.box.y),
            ("right", word.box.right - safe.right),
            ("bottom", word.box.bottom - safe.bottom),
        ):
            if beyond > max(EDGE_TOLERANCE, worst.get(edge, (0.0, ""))[0]):
                worst[edge] = beyond, word.text
    for edge, (beyond, text) in worst.items():
        yield Problem(
            "outside-safe-area",
            f"{copy.name}: “{text}” reaches {beyond:.1f} mm beyond the safe area at the {edge}",
            "Shorten the text of this panel or give it a wider one.",
            panel=copy.key,
        )


def _on_sheet(box: Rectangle, placement: Placement, width: float, height: float) -> Rectangle:
    """A rectangle of a panel of `width` × `height` mm where it lies on the sheet."""
    x, y = placement.box.x, placement.box.y
    match placement.turn % 360:
        case 90:
            return Rectangle(x + height - box.bottom, y + box.x, box.height, box.width)
        case 180:
            return Rectangle(x + width - box.right, y + height - box.bottom, box.width, box.height)
        case 270:
            return Rectangle(x + box.y, y + width - box.right, box.height, box.width)
        case _:
            return Rectangle(x + box.x, y + box.y, box.width, box.height)


def _misplaced(message: str, panel: str = "") -> Problem:
    return Problem("sheet-place", message, OURS, panel=panel)


def _named(texts: Sequence[str]) -> str:
    named = " ".join(f"“{text}”" for text in texts[:SHOWN])
    return named if len(texts) <= SHOWN else f"{named} and {len(texts) - SHOWN} more"


# Ink --------------------------------------------------------------------------------------------------------


def _edge_problems(side: Side, look: Image.Image) -> Iterator[Problem]:
    ink = look.point([255 if grey < WHITE else 0 for grey in range(256)]).getbbox()
    if ink is None:
        return
    left, top, right, bottom = ink
    for edge, pixels in (
        ("left", left),
        ("top", top),
        ("right", look.width - right),
        ("bottom", look.height - bottom),
    ):
        if pixels < OFFICE_MARGIN * PIXELS_PER_MM - 1:  # a pixel counts if ink touches it
            yield Problem(
                "ink-at-edge",
                f"the {side.name} side has ink only {pixels / PIXELS_PER_MM:.1f} mm from the {edge} edge",
                f"Office printers cannot reach the edge: keep {OFFICE_MARGIN:g} mm white.",
            )


def _cover_problems(side: Side, look: Image.Image, limit: float) -> Iterator[Problem]:
    cover = _cover(look)
    if cover > limit:
        yield Problem(
            "too-dark",
            f"the {side.name} side is {cover:.0f} % ink; above {limit:g} % paper curls and toner runs out",
            "Use lighter backgrounds or smaller dark areas.",
        )


def _cover(look: Image.Image) -> float:
    counts = look.histogram()
    light = sum(grey * count for grey, count in enumerate(counts)) / sum(counts)
    return 100 * (255 - light) / 255


def _wish_problems(pdf: bytes, plan: SheetPlan) -> Iterator[Problem]:
    wishes = print_wishes(pdf)
    if not wishes.actual_size:
        message = "the file lets the printer change the size, which would break panels and cards"
        yield Problem("print-settings", message, OURS)
    if wishes.flip is not plan.flip:
        asked = FLIP_WORDS[wishes.flip] if wishes.flip else "nothing"
        message = f"the file asks the printer for {asked}; the sheet needs {FLIP_WORDS[plan.flip]}"
        yield Problem("print-settings", message, OURS)
