"""Plain data to a record, for rooms that read no files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError

from press.model.base import Record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong, in words, and the path to it."""

    location: tuple[str | int, ...]
    message: str


class NotValidError(ValueError):
    """The data makes no record; `mistakes` has the reasons, at least one."""

    def __init__(self, mistakes: tuple[Mistake, ...]) -> None:
        super().__init__("; ".join(mistake.message for mistake in mistakes))
        self.mistakes = mistakes


def validated(kind: type[R], data: Mapping[str, Any]) -> R:
    """The record that `data` describes, as a file would. Raises `NotValidError`."""
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        raise NotValidError(
            tuple(
                Mistake(tuple(one["loc"]), one["msg"].removeprefix("Value error, "))
                for one in error.errors(include_url=False)
            )
        ) from None
