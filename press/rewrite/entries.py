"""A changed list or mapping as changes of its entries, so that what stays keeps its lines and comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from press.rewrite.places import Entry, Piece, piece_at, read, tree_of
from press.rewrite.trees import Edit, Insert, Path, Put, Remove, Tree, plain, same


def by_entry(text: str, change: Edit) -> Iterator[Edit]:
    """The change; that of a list or mapping with lines of its own as changes of its entries."""
    piece = piece_at(read(text), change.path) if isinstance(change, Put) else None
    if isinstance(change, Put) and piece is not None:
        yield from _entries_of(change, piece, plain(change.value))
    else:
        yield change


def _entries_of(change: Put, old: Piece, new: Tree) -> Iterator[Edit]:
    """The changes that make the new value of the old one."""
    if isinstance(new, dict) and old.entries and old.style == "" and _in_order(old.entries, new):
        yield from _pairs_of(change.path, old.entries, new)
    elif isinstance(new, list) and new and old.entries and old.style == "-":
        yield from _items_of(change.path, old.entries, new)
    else:
        yield change


def _in_order(old: Sequence[Entry], new: Mapping[str, Tree]) -> bool:
    """Whether keys stay, and in the same order."""
    staying = [entry.key for entry in old if entry.key in new]
    return bool(staying) and staying == [key for key in new if key in staying]


def _pairs_of(path: Path, old: Sequence[Entry], new: Mapping[str, Tree]) -> Iterator[Edit]:
    known = {str(entry.key): entry.piece for entry in old}
    for key in known:
        if key not in new:
            yield Remove((*path, key))
    for number, (key, value) in enumerate(new.items()):
        if key not in known:
            yield Insert(path, number, {key: value})
        elif not same(tree_of(known[key]), value):
            yield from _entries_of(Put((*path, key), value), known[key], value)


def _items_of(path: Path, old: Sequence[Entry], new: Sequence[Tree]) -> Iterator[Edit]:
    """Entries that are the same stay; of the others as many as possible change, the rest comes or goes."""
    before, after = [repr(tree_of(entry.piece)) for entry in old], [repr(item) for item in new]
    for _, start, end, begin, stop in reversed(SequenceMatcher(None, before, after, autojunk=False).get_opcodes()):
        if before[start:end] == after[begin:stop]:
            continue
        common = min(end - start, stop - begin)
        for number in reversed(range(start + common, end)):
            yield Remove((*path, number))
        for number in range(begin + common, stop):
            yield Insert(path, start + number - begin, new[number])
        for number in range(common):
            item = new[begin + number]
            yield from _entries_of(Put((*path, start + number), item), old[start + number].piece, item)
