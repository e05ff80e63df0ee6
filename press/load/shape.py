"""Finds the record, the field and the place in the file that a location of pydantic speaks of."""

from __future__ import annotations

import types
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from press.load.tree import Mapping, Node, Sequence
from press.model.base import Record

Location: TypeAlias = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a location leads: the node there, and line and column of the value and of its key.

    `record` is asked for at the spot itself, if one is; `around` holds the last key of the location.
    """

    node: Node
    record: type[Record] | None
    around: type[Record] | None
    line: int
    column: int
    key_line: int
    key_column: int


def spot_at(kind: type[Record], node: Node, location: Location) -> Spot:
    """The spot `location` leads to in `node`, read as a `kind`, or the nearest one around it."""
    wanted: Any = kind
    around: type[Record] | None = None
    key_line, key_column = node.line, node.column
    for piece in location:
        if piece == "[key]":
            break
        wanted = _bare(wanted)
        member = _member(wanted, piece)
        if member is not None:  # a union's own step, which has no place in the file
            wanted = member
            continue
        around = _record(wanted)
        wanted = _within(wanted, piece)
        if isinstance(node, Mapping) and piece in node.entries:
            entry = node.entries[str(piece)]
            node, key_line, key_column = entry.value, entry.line, entry.column
        elif isinstance(node, Sequence) and isinstance(piece, int) and piece < len(node.items):
            node = node.items[piece]
            key_line, key_column = node.line, node.column
        else:
            break
    return Spot(node, _record(_bare(wanted)), around, node.line, node.column, key_line, key_column)


def fields_by_key(record: type[Record]) -> dict[str, FieldInfo]:
    """The fields of a record by the keys they have in a file."""
    return {field.alias or name: field for name, field in record.model_fields.items()}


def _bare(wanted: Any) -> Any:
    """The type without `Annotated` and without `| None`."""
    while True:
        if get_origin(wanted) is Annotated:
            wanted = get_args(wanted)[0]
            continue
        if get_origin(wanted) in (Union, types.UnionType):
            members = [member for member in get_args(wanted) if member is not type(None)]
            if len(members) == 1:
                wanted = members[0]
                continue
        return wanted


def _member(wanted: Any, piece: int | str) -> type[Record] | None:
    """The record of a union whose `kind` is `piece`."""
    if get_origin(wanted) not in (Union, types.UnionType):
        return None
    for member in get_args(wanted):
        record = _record(member)
        if record and "kind" in record.model_fields:
            kind = record.model_fields["kind"].annotation
            if get_origin(kind) is Literal and piece in get_args(kind):
                return record
    return None


def _within(wanted: Any, piece: int | str) -> Any:
    """The type of what lies under `piece`."""
    record = _record(wanted)
    if record:
        field = fields_by_key(record).get(str(piece)) or record.model_fields.get(str(piece))
        return field.annotation if field else None
    if get_origin(wanted) is tuple:
        return get_args(wanted)[0]
    if get_origin(wanted) is dict:
        return get_args(wanted)[1]
    return None


def _record(wanted: Any) -> type[Record] | None:
    return wanted if isinstance(wanted, type) and issubclass(wanted, Record) else None
