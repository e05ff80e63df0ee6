"""Every source that is cited is in the bibliography, and the other way round."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from press.errors import Place, Problem
from press.guess import did_you_mean
from press.lint.walk import blocks
from press.lint.words.check import RULES
from press.model.blocks import Block
from press.model.prices import Service
from press.model.project import Project
from press.model.word_list import AvoidedWords


def unknown_sources(project: Project, _today: date) -> tuple[Problem, ...]:
    """Keys that are not in the bibliography."""
    return tuple(
        Problem(
            "source-unknown",
            f"there is no source “{key}” in content/sources.yaml",
            did_you_mean(key, project.sources),
            place,
        )
        for key, place in _cited(project)
        if key not in project.sources
    )


def unused_sources(project: Project, _today: date) -> tuple[Problem, ...]:
    """Sources that nothing cites; only a warning, for the next leaflet may need them."""
    cited = {key for key, _ in _cited(project)} | {key for rule in RULES for key in rule.sources}
    return tuple(
        Problem(
            "source-unused",
            f"nothing cites the source “{key}”",
            "Cite it where it is meant, or delete it.",
            source.place("key"),
            warning=True,
        )
        for key, source in project.sources.items()
        if key not in cited
    )


def _cited(project: Project) -> Iterator[tuple[str, Place]]:
    records: tuple[Block | Service | AvoidedWords, ...] = (
        *(standing.block for standing in blocks(project)),
        *(service for prices in project.price_lists for service in prices.services),
        *(entry for words in project.word_lists.values() for entry in (*words.avoid, *words.promises, *words.fears)),
    )
    for record in records:
        for number, key in enumerate(record.sources):
            yield key, record.place(f"sources.{number}")
