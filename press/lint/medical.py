"""A medical statement names its source."""

from __future__ import annotations

from datetime import date

from press.errors import Problem
from press.lint.walk import blocks
from press.model.project import Project


def unsourced_statements(project: Project, _today: date) -> tuple[Problem, ...]:
    """Medical blocks without a source."""
    return tuple(
        Problem(
            "source-missing",
            f"the block “{standing.block.key}” makes a medical statement and names no source",
            "Add `sources: [key]` with a key of content/sources.yaml; or, if it states nothing medical, "
            "`medical: false`.",
            standing.block.place("key"),
        )
        for standing in blocks(project)
        if standing.block.medical and not standing.block.sources
    )
