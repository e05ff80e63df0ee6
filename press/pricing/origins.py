"""Which price list a spreadsheet of ours was made from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from press.errors import Place
from press.model.grid import Workbook
from press.pricing.labels import MADE_FROM, SETTING, VALUE
from press.pricing.reading import own_part


@dataclass(frozen=True, slots=True)
class Origin:
    """The name of the list's file, and the cell that says it."""

    name: str
    place: Place


def origin_of(workbook: Workbook) -> Origin | None:
    """The list that the settings of the workbook name; None where nothing names one."""
    for table in workbook.tables:
        label = value = -1
        for row in table.rows:
            texts = [cell.text.strip() for cell in row]
            if own_part(row) == SETTING:
                label, value = texts.index(SETTING), texts.index(VALUE)
            elif label >= 0 and texts[label] == MADE_FROM and texts[value]:
                return Origin(PurePath(texts[value]).name, table.place(row[value].address))
    return None
