"""What a file says, as plain data, and what changes of it are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn, TypeAlias

Path: TypeAlias = tuple[str | int, ...]


Tree: TypeAlias = str | dict[str, "Tree"] | list["Tree"]


@dataclass(frozen=True, slots=True)
class Put:
    """Sets what stands at `path`; a key that is not there yet becomes the last of its mapping.

    A list or mapping is changed entry by entry, so that whatever stays keeps its comments and style."""

    path: Path
    value: Any


@dataclass(frozen=True, slots=True)
class Insert:
    """Makes `value` the entry number `index` of the list at `path`; in a mapping, puts in the keys of `value`."""

    path: Path
    index: int
    value: Any


@dataclass(frozen=True, slots=True)
class Remove:
    """Takes away what stands at `path`, with its key or dash and comments beside or in it; those above it stay."""

    path: Path


Edit: TypeAlias = Put | Insert | Remove


def plain(value: Any) -> Tree:
    """Any data of mappings and lists with every single value as the text that stands for it in a file."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None or isinstance(value, (bytes, set, frozenset)):
        raise TypeError(f"nothing that stands in a file: {value!r}")
    return str(value)


def applied(tree: Tree, rest: Path, change: Edit) -> Tree:
    """The tree after a change of what `rest` of its path leads to."""
    if not rest:
        if isinstance(change, Put):
            return plain(change.value)
        return _inserted(tree, change) if isinstance(change, Insert) else not_there(change.path)
    step, rest = rest[0], rest[1:]
    if isinstance(change, Remove) and not rest:
        return _without(tree, step, change)
    if isinstance(tree, dict) and isinstance(step, str):
        if step not in tree and (rest or not isinstance(change, Put)):
            not_there(change.path)
        return {**tree, step: applied(tree.get(step, ""), rest, change)}
    if isinstance(tree, list) and isinstance(step, int) and 0 <= step < len(tree):
        return [*tree[:step], applied(tree[step], rest, change), *tree[step + 1 :]]
    return not_there(change.path)


def _inserted(tree: Tree, change: Insert) -> Tree:
    value, index = plain(change.value), change.index
    if isinstance(tree, list) and 0 <= index <= len(tree):
        return [*tree[:index], value, *tree[index:]]
    if isinstance(tree, dict) and isinstance(value, dict) and value and 0 <= index <= len(tree):
        if value.keys() & tree.keys():
            raise LookupError(f"{_spoken(change.path)} has one of these keys already")
        pairs = list(tree.items())
        return dict([*pairs[:index], *value.items(), *pairs[index:]])
    return not_there((*change.path, index))


def _without(tree: Tree, step: str | int, change: Remove) -> Tree:
    if isinstance(tree, dict) and step in tree:
        return {key: value for key, value in tree.items() if key != step}
    if isinstance(tree, list) and isinstance(step, int) and 0 <= step < len(tree):
        return [*tree[:step], *tree[step + 1 :]]
    return not_there(change.path)


def same(one: Tree, other: Tree) -> bool:
    """Whether both say the same in the same order."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return one == other


def value_at(tree: Tree, path: Path) -> Tree | None:
    """What stands at the path; None where nothing does."""
    for step in path:
        known: Mapping[Any, Tree] = tree if isinstance(tree, dict) else dict(enumerate(tree))
        if isinstance(tree, str) or step not in known:
            return None
        tree = known[step]
    return tree


def swaps_text(tree: Tree, change: Put) -> bool:
    """Whether one single value takes the place of another."""
    return isinstance(value_at(tree, change.path), str) and isinstance(plain(change.value), str)


def not_there(path: Path) -> NoReturn:
    """Refuses a path that leads nowhere."""
    raise LookupError(f"there is no {_spoken(path)}")


def _spoken(path: Path) -> str:
    return " > ".join(map(str, path)) or "such thing"
