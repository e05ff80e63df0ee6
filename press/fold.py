"""From a format to the paper: how wide each panel is and where each one lies on which side of the sheet.

Every fold kind is one row of `FOLDS`; the code below knows no fold by name. A finished copy (the trim) is a
strip of columns with an outer and an inner face; the copies stand in a grid in the middle of the sheet, and
the second side is the first one turned over its vertical middle line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from press.errors import ContentError, Problem
from press.model.format import FoldKind, Format, Size
from press.model.sheet import FlipEdge, Mark, Placement, Rectangle, SheetPlan, Side

OFFICE_MARGIN = 7.0  # mm of paper that office printers leave white; no mark comes nearer
CUT_GAP = 2.0  # mm between a finished edge and the mark that continues it
CUT_LENGTH = 5.0  # mm
SHORTEST_CUT = 2.0  # mm; less room than this is no room
TICK = 3.0  # mm of cut mark on the cut line itself, where there is no room outside
TICK_WHITE = 2.5  # mm of white paper a tick needs on either side
FOLD_TICK = 2.0  # mm
HAIR = 0.01  # mm, below which two measures are the same


@dataclass(frozen=True, slots=True)
class Turn:
    """One folding step: what lies left or right of an inner fold line goes over or under the rest."""

    line: int  # the fold line after this many columns of the inner side
    left: bool
    over: bool = True


@dataclass(frozen=True, slots=True)
class FoldRule:
    """One kind of fold.

    `widths` gives the columns of the inner side, left to right, from the flat width and the allowance;
    `outer` and `inner` say which panel (counted in reading order) lies where, left to right;
    `turns` are the steps by which the sheet is closed, inner side up.
    """

    widths: Callable[[float, float], tuple[float, ...]]
    outer: tuple[int, ...]
    inner: tuple[int, ...]
    turns: tuple[Turn, ...]


def _letter_widths(width: float, allowance: float) -> tuple[float, ...]:
    wide = (width + allowance) / 3
    return wide, wide, wide - allowance  # the last one tucks in


def _z_widths(width: float, allowance: float) -> tuple[float, ...]:
    return (width / 3,) * 3


def _gate_widths(width: float, allowance: float) -> tuple[float, ...]:
    leaf = (width - allowance) / 4  # the allowance is the gap between the two closed leaves
    return leaf, (width + allowance) / 2, leaf


def _half_widths(width: float, allowance: float) -> tuple[float, ...]:
    return (width / 2,) * 2


FOLDS: Mapping[FoldKind, FoldRule] = {
    # cover, flap, inner left, inner middle, inner right (tucks in), back
    FoldKind.LETTER: FoldRule(
        widths=_letter_widths,
        outer=(1, 5, 0),
        inner=(2, 3, 4),
        turns=(Turn(line=2, left=False), Turn(line=1, left=True)),
    ),
    # cover, the three inside (the last is the back of the closed copy), the two that face each other then
    FoldKind.Z: FoldRule(
        widths=_z_widths,
        outer=(4, 5, 0),
        inner=(1, 2, 3),
        turns=(Turn(line=2, left=False, over=False), Turn(line=1, left=True)),
    ),
    # left and right half of the cover (on the two leaves, swapped on the flat sheet), the three inside, back
    FoldKind.GATE: FoldRule(
        widths=_gate_widths,
        outer=(1, 5, 0),
        inner=(2, 3, 4),
        turns=(Turn(line=2, left=False), Turn(line=1, left=True)),
    ),
    # cover, inner left, inner right, back
    FoldKind.HALF: FoldRule(
        widths=_half_widths,
        outer=(3, 0),
        inner=(1, 2),
        turns=(Turn(line=1, left=True),),
    ),
}


def panel_sizes(format: Format) -> dict[str, Size]:
    """The finished size of each panel, mm."""
    boxes = {placement.panel: placement.box for side in _copy(format) for placement in side}
    return {panel.key: Size(width=boxes[panel.key].width, height=boxes[panel.key].height) for panel in format.panels}


def sheet_plan(format: Format) -> SheetPlan:
    """Which panel lies where on which side of the sheet, with the marks for cutting and folding."""
    first, *second = _copy(format)
    _refuse_small_sheet(format)
    origins = tuple(_origins(format))
    names = ("front", "back") if format.fold.kind is FoldKind.NONE else ("outer", "inner")
    front = Side(names[0], _repeat(first, origins), _cut_marks(format))
    if not second:
        return SheetPlan(format.sheet.width, format.sheet.height, (front,), FlipEdge.NONE)
    turned = tuple((format.sheet.width - x - format.trim.width, y) for x, y in origins)
    back = Side(names[1], _repeat(second[0], turned), _fold_marks(format, turned))
    flip = FlipEdge.SHORT if format.sheet.width > format.sheet.height else FlipEdge.LONG
    return SheetPlan(format.sheet.width, format.sheet.height, (front, back), flip)


# One copy --------------------------------------------------------------------------------------------------


def _copy(format: Format) -> tuple[tuple[Placement, ...], ...]:
    """The faces of one copy, side by side from its own top left corner: outer (front), then inner (back)."""
    rule = FOLDS.get(format.fold.kind)
    keys = tuple(panel.key for panel in format.panels)
    if rule is None:
        _refuse_panel_count(format, len(keys) in (1, 2), "one or two panels (front, and back if there is one)")
        whole = Rectangle(0, 0, format.trim.width, format.trim.height)
        return tuple((Placement(key, whole),) for key in keys)
    wanted = len(rule.outer) + len(rule.inner)
    _refuse_panel_count(format, len(keys) == wanted, f"{wanted} panels, in reading order")
    widths = rule.widths(format.trim.width, format.fold.allowance)
    if min(widths) <= 0:
        raise ContentError(
            Problem(
                "format-fold",
                f"format {format.key}: an allowance of {format.fold.allowance:g} mm leaves no panel "
                f"on {format.trim.width:g} mm of paper",
                "Make the allowance smaller; 3 mm is usual for office paper.",
                format.place("fold"),
            )
        )
    return (
        _strip([keys[place] for place in rule.outer], widths[::-1], format.trim.height),
        _strip([keys[place] for place in rule.inner], widths, format.trim.height),
    )


def _strip(keys: list[str], widths: tuple[float, ...], height: float) -> tuple[Placement, ...]:
    lefts = (sum(widths[:count]) for count in range(len(widths)))
    return tuple(
        Placement(key, Rectangle(left, 0, width, height)) for key, left, width in zip(keys, lefts, widths, strict=True)
    )


def _refuse_panel_count(format: Format, right: bool, wanted: str) -> None:
    if not right:
        raise ContentError(
            Problem(
                "format-panels",
                f"format {format.key} (fold: {format.fold.kind}) has {len(format.panels)} panels but needs {wanted}",
                "List each face of the finished leaflet once under `panels`, or choose another fold.",
                format.place("panels"),
            )
        )


# Copies on a sheet -----------------------------------------------------------------------------------------


def _block(format: Format) -> Rectangle:
    """What all copies take together, in the middle of the sheet."""
    width = format.nup.columns * (format.trim.width + format.nup.gutter) - format.nup.gutter
    height = format.nup.rows * (format.trim.height + format.nup.gutter) - format.nup.gutter
    return Rectangle((format.sheet.width - width) / 2, (format.sheet.height - height) / 2, width, height)


def _refuse_small_sheet(format: Format) -> None:
    block = _block(format)
    if min(block.x, block.y) < -HAIR:
        raise ContentError(
            Problem(
                "format-sheet",
                f"format {format.key}: {format.nup.columns} × {format.nup.rows} copies need "
                f"{block.width:g} × {block.height:g} mm, the sheet has "
                f"{format.sheet.width:g} × {format.sheet.height:g}",
                "Put fewer copies on the sheet (`nup`) or make the gutter smaller.",
                format.place("nup"),
            )
        )


def _origins(format: Format) -> Iterator[tuple[float, float]]:
    """The top left corner of each copy on the first side, row by row."""
    block = _block(format)
    for row in range(format.nup.rows):
        for column in range(format.nup.columns):
            yield (
                block.x + column * (format.trim.width + format.nup.gutter),
                block.y + row * (format.trim.height + format.nup.gutter),
            )


def _repeat(copy: tuple[Placement, ...], origins: tuple[tuple[float, float], ...]) -> tuple[Placement, ...]:
    return tuple(
        replace(placement, box=replace(placement.box, x=placement.box.x + x, y=placement.box.y + y))
        for x, y in origins
        for placement in copy
    )


# Marks -----------------------------------------------------------------------------------------------------


def _cut_marks(format: Format) -> tuple[Mark, ...]:
    """Where to cut, on the first side only: a second set would lie up to 1 mm beside it."""
    block = _block(format)
    sides, ends = _white(format)
    across = _cuts(format.nup.columns, block.x, format.trim.width, format.nup.gutter, format.sheet.width)
    down = _cuts(format.nup.rows, block.y, format.trim.height, format.nup.gutter, format.sheet.height)
    upright = _outside(block.y, format.sheet.height)
    level = _outside(block.x, format.sheet.width)
    if across and not upright and sides:
        upright = _inside(format.sheet.height, TICK, down)
    if down and not level and ends:
        level = _inside(format.sheet.width, TICK, across)
    return (
        *(Mark(x, start, x, end) for x in across for start, end in upright),
        *(Mark(start, y, end, y) for y in down for start, end in level),
    )


def _fold_marks(format: Format, origins: tuple[tuple[float, float], ...]) -> tuple[Mark, ...]:
    """Where to fold, on the inner side only: the folder looks at it, and the cover stays clean."""
    rule = FOLDS.get(format.fold.kind)
    if rule is None:
        return ()
    ends = _outside(_block(format).y, format.sheet.height)
    if not ends and _white(format)[0]:
        ends = _inside(format.sheet.height, FOLD_TICK, ())
    widths = rule.widths(format.trim.width, format.fold.allowance)
    lines = sorted({x + sum(widths[:count]) for x, _ in origins for count in range(1, len(widths))})
    return tuple(Mark(x, start, x, end, dashed=True) for x in lines for start, end in ends)


def _cuts(count: int, start: float, size: float, gutter: float, sheet: float) -> tuple[float, ...]:
    """The cut lines along one axis; a sliver of less than 1 mm at the edge of the sheet is not cut off."""
    edges = {round(start + copy * (size + gutter) + side, 4) for copy in range(count) for side in (0.0, size)}
    return tuple(sorted(edge for edge in edges if 1 <= edge <= sheet - 1))


def _outside(start: float, sheet: float) -> tuple[tuple[float, float], ...]:
    """Where marks run outside the copies, at both ends of the sheet; nowhere if there is no room."""
    near = start - CUT_GAP
    far = max(OFFICE_MARGIN, near - CUT_LENGTH)
    if near - far < SHORTEST_CUT:
        return ()
    return (far, near), (sheet - near, sheet - far)


def _inside(sheet: float, length: float, crossings: tuple[float, ...]) -> tuple[tuple[float, float], ...]:
    """Where ticks run on the line itself: at both ends of the sheet and where other lines cross it."""
    near, far = OFFICE_MARGIN, OFFICE_MARGIN + length
    ends = ((near, far), (sheet - far, sheet - near))
    return ends[:1] + tuple((at - length / 2, at + length / 2) for at in crossings) + ends[1:]


def _white(format: Format) -> tuple[bool, bool]:
    """Whether all panels leave white for a tick along their upright edges, and along their level ones."""
    margins = [panel.margins or format.margins for panel in format.panels]
    return (
        all(min(margin.left, margin.right) >= TICK_WHITE for margin in margins),
        all(min(margin.top, margin.bottom) >= TICK_WHITE for margin in margins),
    )
