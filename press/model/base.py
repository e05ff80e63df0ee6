"""What every record read from YAML has in common."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    StringConstraints,
)

from press.errors import Place

NOWHERE = Place("")


class Record(BaseModel):
    """A frozen record; `places` knows the line and column of each of its fields ("" is the record itself).

    `places` is filled by the room `load`, is not part of what the record says (two records with the same
    words are equal wherever they stand) and cannot be written in YAML.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    _places: dict[str, Place] = PrivateAttr(default_factory=dict)

    def place(self, field: str = "") -> Place:
        """Where `field` ("items.2" for the third item) stands; the nearest enclosing place if unknown."""
        name = field
        while name:
            if name in self._places:
                return self._places[name]
            name = name.rpartition(".")[0]
        return self._places.get("", NOWHERE)

    def place_at(self, places: dict[str, Place]) -> None:
        """Tell the record where it was read; for the room `load` only."""
        self._places = places

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((type(self), self.model_dump_json()))


def _yes_or_no(value: Any) -> Any:
    if isinstance(value, str):
        if value not in ("true", "false"):
            raise ValueError(f"write true or false, not {value!r}")
        return value == "true"
    return value


def _calendar_day(value: Any) -> Any:
    if isinstance(value, str):
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            raise ValueError(f"write the day as 2027-12-31 (year-month-day), not {value!r}")
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise ValueError(f"there is no day {value}") from None
    return value


def is_key(text: str) -> bool:
    """Whether the text can be a key, or the word for a role."""
    return bool(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", text))


def _key(value: str) -> str:
    if not is_key(value):
        raise ValueError(f"a key is lower-case letters a-z, digits and hyphens, such as home-visit; not {value!r}")
    return value


def _language(value: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}(?:-[A-Z]{2})?", value):
        raise ValueError(f"a language is a code such as en, ru or en-GB; not {value!r}")
    return value


YesNo = Annotated[bool, BeforeValidator(_yes_or_no)]
Day = Annotated[date, BeforeValidator(_calendar_day)]
Key = Annotated[str, AfterValidator(_key)]
Language = Annotated[str, AfterValidator(_language)]


class ReaderWords(str):
    """Words a reader will see; the type tells them from keys and settings, which nobody prints."""

    __slots__ = ()


#: Words a reader will see: inline markup and references allowed, never empty.
Words = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000), AfterValidator(ReaderWords)
]
#: The same words in each language.
Names = dict[Language, Words]
Millimetres = Annotated[float, Field(ge=0, le=2000)]
Points = Annotated[float, Field(gt=0, le=400)]


def reader_words(record: Record) -> Iterator[tuple[str, str, Record]]:
    """Every string of `record` that a reader will see: (field, words, the record it stands in)."""
    return ((field, words, owner) for _, field, words, owner in reader_words_by_path(record))


def reader_words_by_path(record: Record, before: str = "") -> Iterator[tuple[str, str, str, Record]]:
    """The same with the way to each field from `record` on, such as steps.2.title, in front."""
    for name in type(record).model_fields:
        yield from _words_in(f"{before}{name}", name, getattr(record, name), record)


def _words_in(path: str, field: str, value: Any, owner: Record) -> Iterator[tuple[str, str, str, Record]]:
    if isinstance(value, ReaderWords):
        yield path, field, value, owner
    elif isinstance(value, Record):
        yield from reader_words_by_path(value, f"{path}.")
    elif isinstance(value, tuple | dict):
        for step, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _words_in(f"{path}.{step}", f"{field}.{step}", item, owner)
