"""What one code means."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a code means; `example` is a piece of a file, wrong and then right, where that helps."""

    title: str
    meaning: str
    remedy: str
    example: str = ""
