"""A format: the paper, how it is folded or cut, its panels and its type scale."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from press.model.base import Key, Language, Millimetres, Names, Points, Record, YesNo


class FoldKind(StrEnum):
    """How the sheet closes."""

    NONE = "none"
    LETTER = "letter"
    Z = "z"
    GATE = "gate"
    HALF = "half"


class Size(Record):
    """Width and height in mm, as the paper is read."""

    width: Millimetres
    height: Millimetres


class Margins(Record):
    """mm between the edge of a panel and its words."""

    top: Millimetres
    right: Millimetres
    bottom: Millimetres
    left: Millimetres


class Fold(Record):
    """A fold and the mm by which a panel that tucks in (or a gate's gap) is kept free."""

    kind: FoldKind = FoldKind.NONE
    allowance: Millimetres = 0


class NUp(Record):
    """How many copies lie on one sheet."""

    columns: Annotated[int, Field(ge=1, le=10)] = 1
    rows: Annotated[int, Field(ge=1, le=20)] = 1
    gutter: Millimetres = 0


class TypeStep(Record):
    """Size and line height of one level of the type scale, in pt."""

    size: Points
    line: Points


class FormatPanel(Record):
    """One face of the finished leaflet: its key, its name for people, and whether it is seen before unfolding."""

    key: Key
    names: Names
    outer: YesNo = Field(default=False, description="true: seen without opening the last fold")
    margins: Margins | None = Field(default=None, description="where this panel needs its own")


class Format(Record):
    """templates/formats/<key>.yaml."""

    key: Key
    names: Names
    sheet: Size = Field(description="the office paper, as it leaves the printer")
    trim: Size = Field(description="one finished copy before folding")
    fold: Fold = Fold()
    nup: NUp = NUp()
    panels: tuple[FormatPanel, ...] = Field(min_length=1, description="in reading order")
    margins: Margins
    safe: Millimetres = Field(description="mm between the words and any trimmed edge or fold")
    floor: Points = Field(description="no words smaller than this, small print apart")
    small_print_floor: Points = 8
    emergency_floor: Points = Field(default=15, description="no emergency number smaller than this")
    scale: dict[Key, TypeStep]
    scale_for: dict[Language, dict[Key, TypeStep]] = Field(default_factory=dict)

    def type_scale(self, language: str) -> dict[str, TypeStep]:
        """The type scale in `language`."""
        return {**self.scale, **self.scale_for.get(language, {})}
