"""The sheet plan: which panel lies where on which side of the paper."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FlipEdge(StrEnum):
    """About which edge the printer turns the paper for the second side."""

    NONE = "none"
    SHORT = "short-edge"
    LONG = "long-edge"


@dataclass(frozen=True, slots=True)
class Rectangle:
    """mm from the top left corner, x to the right, y down."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """mm from the left edge of the sheet to the right edge of the rectangle."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """mm from the top edge of the sheet to the bottom edge of the rectangle."""
        return self.y + self.height

    def inset(self, top: float, right: float, bottom: float, left: float) -> Rectangle:
        """The rectangle made smaller by so many mm on each edge."""
        return Rectangle(self.x + left, self.y + top, self.width - left - right, self.height - top - bottom)


@dataclass(frozen=True, slots=True)
class Placement:
    """A panel on a side: where its upright box lies and by how many degrees it is turned clockwise."""

    panel: str
    box: Rectangle
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """A hairline outside the finished edge: where to cut (solid) or to fold (dashed); mm."""

    x1: float
    y1: float
    x2: float
    y2: float
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the sheet."""

    name: str
    placements: tuple[Placement, ...]
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """A whole sheet, mm; `sides[0]` is printed first."""

    width: float
    height: float
    sides: tuple[Side, ...]
    flip: FlipEdge
