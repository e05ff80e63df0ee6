"""QR codes as vector paths (segno)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import segno

#: Modules of white around the code; ISO 18004 asks for four.
QUIET_ZONE = 4


@dataclass(frozen=True, slots=True)
class Barcode:
    """A code in units of one module: its side with the quiet zone, and the dark modules as one SVG path."""

    side: int
    path: str


@cache
def qr_code(payload: str) -> Barcode:
    """The QR code that says `payload`, error level M."""
    code = segno.make(payload, error="m", boost_error=False, micro=False)
    rows = [bytes(row) for row in code.matrix]
    path = "".join(
        f"M{x + QUIET_ZONE} {y + QUIET_ZONE}h{length}v1h-{length}z"
        for y, row in enumerate(rows)
        for x, length in _runs(row)
    )
    return Barcode(len(rows) + 2 * QUIET_ZONE, path)


def _runs(row: bytes) -> list[tuple[int, int]]:
    """Where dark modules stand side by side: (first, how many)."""
    runs: list[tuple[int, int]] = []
    for x, dark in enumerate(row):
        if dark and runs and sum(runs[-1]) == x:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif dark:
            runs.append((x, 1))
    return runs
