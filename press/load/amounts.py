"""What to write instead of a wrong amount: a number only where the text can be read in one way.

A false proposal is worse than none, because it is copied: it would be printed as a price. So an amount here is read
as strictly as in a cell of a spreadsheet.
"""

from __future__ import annotations

from collections.abc import Collection

from press.errors import Place
from press.model.grid import Cell
from press.pricing.cells import Priced, priced
from press.pricing.written import amount_text

_LOOKS = "An amount is digits only, no zero first, a point before cents, such as 4500 or 4500.50"
_CURRENCY = "the currency stands once at the top of the price list"
_FROM = " and `from: true` says that it is a lowest price"


def amount_remedy(written: str, known: Collection[str], currency: str) -> str:
    """How to write an amount; `known` are the keys that may stand beside it, `currency` is empty if nobody knows it."""
    read = priced(Cell(written, ""), Place(""), currency)
    beside = _beside(read, known) if isinstance(read, Priced) else None
    if not isinstance(read, Priced) or beside is None:
        return f"{_LOOKS}; {_CURRENCY}{_FROM}."
    own = "in a line of its own" if len(beside) == 1 else "in lines of their own"
    lines = f", and {' and '.join(beside)} {own}; {_CURRENCY}." if beside else f"; {_CURRENCY}{_FROM}."
    return f"An amount is digits only, without spaces or currency: write {amount_text(read.amount)}{lines}"


def _beside(read: Priced, known: Collection[str]) -> list[str] | None:
    """What the text says beside the amount, as lines; None where there is no place for it."""
    said: dict[str, str] = {}
    if read.is_from is not None:
        said["from"] = "true" if read.is_from else "false"
    if read.unit is not None:
        said["unit"] = read.unit.value
    # Without a unit of its own an amount belongs to a record whose lines may not be there at all.
    has_room = not said or {"from", "unit"} <= set(known)
    return [f"`{key}: {value}`" for key, value in said.items()] if has_room else None
