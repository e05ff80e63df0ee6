"""Tables for people, on standard output."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from press.cli.tell import printable

#: Columns where the words go to a file or to another program.
_WIDTH = 130
#: Columns that the space around a cell takes.
_BETWEEN = 3


def show_table(head: Sequence[str], rows: Sequence[Sequence[str]], title: str = "") -> None:
    """Print the rows below their heads; words are shown as they are, whatever signs stand in them."""
    table = Table(box=SIMPLE_HEAD, title=title or None, title_justify="left", title_style="bold", pad_edge=False)
    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else _WIDTH, highlight=False, soft_wrap=False)
    columns = [[printable(cell) for cell in column] for column in zip(head, *rows, strict=True)]
    for name, width in zip(head, widths_of(columns, console.width), strict=True):
        table.add_column(name, overflow="fold", width=width)
    for cells in rows:
        table.add_row(*(Text(printable(cell)) for cell in cells))
    console.print(table)


def widths_of(columns: Sequence[Sequence[str]], width: int) -> list[int]:
    """How wide each column is, so that lines of `width` end between words where that is possible.

    Where it is not, words in the widest columns are cut, in the first one last: it has the names.
    """
    room = width - _BETWEEN * len(columns) + 1
    least = [max(cell_len(word) for cell in column for word in ["", *cell.split()]) for column in columns]
    wanted = [max(cell_len(line) for cell in column for line in ["", *cell.splitlines()]) for column in columns]
    while sum(least) > room and max(least) > 1:
        others = least[1:] if max(least[1:], default=0) > 1 else least
        least[len(least) - 1 - least[::-1].index(max(others))] -= 1
    found = least[:]
    while sum(found) < min(room, sum(wanted)):
        narrow = [number for number, (has, wants) in enumerate(zip(found, wanted, strict=True)) if has < wants]
        found[min(narrow, key=lambda number: found[number])] += 1
    return found
