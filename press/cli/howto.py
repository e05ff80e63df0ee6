"""How to print, fold and cut, in words for whoever stands at the printer."""

from __future__ import annotations

from collections.abc import Iterator

from press.fold import FOLDS, Turn, sheet_plan
from press.model.format import Format
from press.model.sheet import FlipEdge

#: Short and long side in mm.
PAPERS = {(297, 420): "A3", (210, 297): "A4", (148, 210): "A5", (105, 148): "A6", (216, 279): "Letter"}
_FLIPS = {
    FlipEdge.NONE: "Print on one side.",
    FlipEdge.SHORT: "Print on both sides, flip on the short edge.",
    FlipEdge.LONG: "Print on both sides, flip on the long edge.",
}
_SCALE = 'Choose "Actual size" or 100 %, never "Fit to page".'


def how_to_print(format: Format) -> tuple[str, ...]:
    """What to do, step by step, to get from the office PDF to the finished leaflet."""
    plan = sheet_plan(format)
    lies = "landscape" if plan.width > plan.height else "portrait"
    return (
        f"Paper: {paper_name(plan.width, plan.height)}, {lies}. {_FLIPS[plan.flip]} {_SCALE}",
        *_cutting(format),
        *_folding(format),
    )


def paper_name(width: float, height: float) -> str:
    """What the paper is called, or its size."""
    short, long = sorted((round(width), round(height)))
    return PAPERS.get((short, long), f"{width:g} × {height:g} mm")


def _cutting(format: Format) -> Iterator[str]:
    copies = format.nup.columns * format.nup.rows
    if copies > 1:
        yield f"Cut along the marks: {copies} copies on each sheet."
    elif format.trim != format.sheet:
        yield "Cut along the marks at the edges."


def _folding(format: Format) -> Iterator[str]:
    rule = FOLDS.get(format.fold.kind)
    if rule is None:
        return
    steps = [_turn(turn) for turn in rule.turns]
    yield f"Lay it down with the inner side up (the one with the dashed marks); {', then '.join(steps)}."


def _turn(turn: Turn) -> str:
    part, towards = ("left", "right") if turn.left else ("right", "left")
    return f"fold the {part} part over to the {towards}" if turn.over else f"fold the {part} part behind"
