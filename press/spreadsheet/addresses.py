"""Names of cells: the third column of the seventh row is C7."""

from __future__ import annotations


def address(row: int, column: int) -> str:
    """The name of a cell; both are counted from 0."""
    return f"{letters(column)}{row + 1}"


def letters(column: int) -> str:
    """The name of a column, counted from 0."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
