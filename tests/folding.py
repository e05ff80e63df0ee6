"""Folds a planned sheet as a hand would, and opens it again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from press import fold
from press.fold import Turn
from press.model.format import Format


def folded_order(format: Format) -> tuple[str, ...]:
    """The panels as a reader meets them, found by closing the planned sheet and opening it again.

    Each time the reader opens a fold, the faces that this will turn away are read first; then the flat inner
    side from left to right, then what is left on the other side.
    """
    columns = _columns(format)
    if not columns:
        return tuple(panel.key for panel in format.panels)
    states = [columns]
    for turn in fold.FOLDS[format.fold.kind].turns:
        states.append(_turned(states[-1], turn, columns[turn.line].left))
    states.reverse()
    met: list[str] = []
    for closed, opened in pairwise(states):
        staying = _seen(opened)
        met += [panel for panel in _seen(closed) if panel not in staying and panel not in met]
    met += _seen(columns)
    met += [column.outer for column in reversed(columns) if column.outer not in met]
    return tuple(met)


@dataclass(frozen=True, slots=True)
class _Column:
    """A strip of paper between two folds, as it lies while folding: its two faces, its edges, its layer."""

    inner: str
    outer: str
    left: float
    right: float
    layer: int = 0
    inner_up: bool = True

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def face(self) -> str:
        return self.inner if self.inner_up else self.outer


def _columns(format: Format) -> tuple[_Column, ...]:
    """The columns of the first copy, left to right, the paper lying flat with its inner side up."""
    rule = fold.FOLDS.get(format.fold.kind)
    if rule is None:
        return ()
    plan = fold.sheet_plan(format)
    outer, inner = (side.placements[: len(rule.inner)] for side in plan.sides)
    behind = {round(plan.width - placement.box.right, 4): placement.panel for placement in outer}
    origin = min(placement.box.x for placement in inner)
    return tuple(
        _Column(
            inner=placement.panel,
            outer=behind[round(placement.box.x, 4)],
            left=placement.box.x - origin,
            right=placement.box.right - origin,
        )
        for placement in sorted(inner, key=lambda placement: placement.box.x)
    )


def _turned(columns: tuple[_Column, ...], turn: Turn, line: float) -> tuple[_Column, ...]:
    """The columns after one folding step about the fold line at `line` mm."""
    highest, lowest = max(column.layer for column in columns), min(column.layer for column in columns)

    def folded(column: _Column) -> _Column:
        if (column.middle < line) is not turn.left:
            return column
        # what moves is turned over, so its own layers change places
        layer = highest + 1 + (highest - column.layer) if turn.over else lowest - 1 - (column.layer - lowest)
        return replace(
            column,
            left=2 * line - column.right,
            right=2 * line - column.left,
            layer=layer,
            inner_up=not column.inner_up,
        )

    return tuple(folded(column) for column in columns)


def _seen(columns: tuple[_Column, ...]) -> list[str]:
    """The faces a reader sees from above, left to right."""
    return [
        column.face
        for column in sorted(columns, key=lambda column: column.middle)
        if not any(other.layer > column.layer and other.left < column.middle < other.right for other in columns)
    ]
