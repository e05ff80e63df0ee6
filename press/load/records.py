"""A tree to a record that knows the place of each of its fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from press.errors import Place, Problem
from press.load.mistakes import problems_of
from press.load.tree import Mapping, Node, Scalar, Sequence, plain
from press.model.base import ReaderWords, Record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Read(Generic[R]):
    """A record, or None where the tree does not make one, and what is wrong."""

    record: R | None
    problems: tuple[Problem, ...] = ()


def record_of(kind: type[R], node: Node, file: str) -> Read[R]:
    """The record a tree stands for, with the places of its fields."""
    try:
        record = kind.model_validate(plain(node))
    except ValidationError as error:
        return Read(None, problems_of(error, kind, node, file))
    walk = _Walk(file)
    walk.record(record, node)
    return Read(record, tuple(walk.problems))


class _Walk:
    """Goes through record and tree side by side; tells the record its places and finds what needs both."""

    def __init__(self, file: str) -> None:
        self.problems: list[Problem] = []
        self._file = file

    def record(self, record: Record, node: Node) -> None:
        """Give `record` and the records in it their places; "names.en:key" is where the key stands."""
        places = {"": self._place(node)}
        if isinstance(node, Mapping):
            for name, field in type(record).model_fields.items():
                entry = node.entries.get(field.alias or name) or node.entries.get(name)
                if entry is not None:
                    self._value(name, getattr(record, name), entry.value, places)
        record.place_at(places)

    def _value(self, field: str, value: Any, node: Node, places: dict[str, Place]) -> None:
        places[field] = self._place(node)
        if isinstance(value, Record):
            self.record(value, node)
        elif isinstance(value, tuple) and isinstance(node, Sequence):
            for number, (item, child) in enumerate(zip(value, node.items, strict=True)):
                self._value(f"{field}.{number}", item, child, places)
            self._keys_once(value)
        elif isinstance(value, dict) and isinstance(node, Mapping):
            for key, item in value.items():
                entry = node.entries[key]
                places[f"{field}.{key}:key"] = Place(self._file, entry.line, entry.column)
                self._value(f"{field}.{key}", item, entry.value, places)
        elif isinstance(value, ReaderWords) and isinstance(node, Scalar) and node.cut:
            self.problems.append(
                Problem(
                    "words-after-hash",
                    "the words after # on this line would be left out",
                    "Put the whole text in quotes; or move the note to a line of its own.",
                    places[field],
                )
            )

    def _keys_once(self, records: tuple[Any, ...]) -> None:
        first: dict[str, Place] = {}
        for record in records:
            key = getattr(record, "key", None)
            if not isinstance(record, Record) or not isinstance(key, str):
                continue
            place = record.place("key")
            if key in first:
                self.problems.append(
                    Problem(
                        "key-repeated",
                        f"the key `{key}` is used a second time; it already stands on line {first[key].line}",
                        "Give one of the two another key.",
                        place,
                    )
                )
            first.setdefault(key, place)

    def _place(self, node: Node) -> Place:
        return Place(self._file, node.line, node.column)
