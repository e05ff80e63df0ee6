"""What `render` hands on: the laid-out panels as one PDF, and what the engine had to say."""

from __future__ import annotations

from dataclasses import dataclass

from press.errors import Problem


@dataclass(frozen=True, slots=True)
class Rendering:
    """One page a panel, in reading order; `excess` is the mm a panel needs beyond its page, by its key."""

    pdf: bytes
    pages: int
    problems: tuple[Problem, ...]
