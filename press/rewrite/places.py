"""Where each value of a file stands: ruamel.yaml tells it, to the character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from press.rewrite.trees import Path, Tree


@dataclass(frozen=True, slots=True)
class Piece:
    """A value and where it stands; `entries` is None for text.

    `style` is the sign it begins with, where it says how to read the rest: one of ' " > | { [, or nothing.
    `column` is where its entries begin, or for text, where the entry it belongs to begins.
    """

    said: str
    entries: tuple[Entry, ...] | None
    style: str
    start: int
    end: int
    column: int
    in_flow: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A value with its key (in a list: its number); `begin` is its key or dash, `after` follows colon or dash."""

    key: str | int
    begin: int
    after: int
    piece: Piece


@lru_cache(maxsize=4)
def read(text: str) -> Piece:
    """The whole text as one piece; raises `LookupError` or `YAMLError` where it cannot be changed safely."""
    root = YAML(typ="safe", pure=True).compose(text)
    if root is None:
        raise LookupError("nothing stands in it")
    return _piece(text, root, root.start_mark.index, 0, False)


def _piece(text: str, node: Node, after: int, column: int, in_flow: bool) -> Piece:
    """The piece a node stands for; `column` is the one of the entry it belongs to."""
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, ScalarNode):
        style = node.style or ""
        if not style and not node.value:
            start = end = after  # a value left empty has no place of its own
        elif style in "|>" and style:
            end = _last_of_block(text, start, end)
        return Piece(str(node.value), None, style, start, end, column, in_flow)
    is_mapping = isinstance(node, MappingNode)
    if isinstance(node, MappingNode):
        flows = in_flow or bool(node.flow_style)
        entries = tuple(_pairs(text, node, flows))
    elif isinstance(node, SequenceNode):
        flows = in_flow or bool(node.flow_style)
        entries = tuple(_items(text, node) if flows else _dashed(text, node))
    else:
        raise LookupError("something in it is neither text nor list")
    if flows:
        return Piece("", entries, text[start], start, end, column, in_flow)
    return Piece("", entries, "" if is_mapping else "-", start, entries[-1].piece.end, node.start_mark.column, False)


def _pairs(text: str, node: MappingNode, in_flow: bool) -> Iterator[Entry]:
    seen: set[str] = set()
    for key, value in node.value:
        if not isinstance(key, ScalarNode) or key.value in seen:
            raise LookupError("a key stands in it twice" if isinstance(key, ScalarNode) else "a key is not a word")
        seen.add(key.value)
        colon = _COLON.match(text, key.end_mark.index)
        after = colon.end() if colon else key.end_mark.index
        yield Entry(key.value, key.start_mark.index, after, _piece(text, value, after, node.start_mark.column, in_flow))


def _items(text: str, node: SequenceNode) -> Iterator[Entry]:
    for number, item in enumerate(node.value):
        start = item.start_mark.index
        yield Entry(number, start, start, _piece(text, item, start, node.start_mark.column, True))


def _dashed(text: str, node: SequenceNode) -> Iterator[Entry]:
    column = node.start_mark.column
    dash = re.compile(rf"^ {{{column}}}-(?!\S)", re.MULTILINE)
    begin = node.start_mark.index
    for number, item in enumerate(node.value):
        piece = _piece(text, item, begin + 1, column, False)
        yield Entry(number, begin, begin + 1, piece)
        following = dash.search(text, piece.end)
        begin = following.end() - 1 if following else len(text)


_COLON = re.compile(r"\s*:")


_BLANK_LINES = re.compile(r"(?:\r?\n[ \t]*)+\Z")


_KEPT = re.compile(r"[|>]\d*\+")


def _last_of_block(text: str, start: int, end: int) -> int:
    """Where the last line of a text under > or | ends; blank lines after it count only under >+ and |+."""
    if _KEPT.match(text, start):
        return start + len(re.sub(r"\r?\n\Z", "", text[start:end]))
    return start + len(_BLANK_LINES.sub("", text[start:end]))


def tree_of(piece: Piece) -> Tree:
    """What a piece says, as plain data."""
    if piece.entries is None:
        return piece.said
    if piece.style in ("-", "["):
        return [tree_of(entry.piece) for entry in piece.entries]
    return {str(entry.key): tree_of(entry.piece) for entry in piece.entries}


def piece_at(piece: Piece, path: Path) -> Piece | None:
    """What stands at the path; None where nothing does."""
    for step in path:
        found = next((entry.piece for entry in piece.entries or () if entry.key == step), None)
        if found is None:
            return None
        piece = found
    return piece


def line_start(text: str, at: int) -> int:
    """Where the line begins."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Where the line ends, before its line end."""
    found = re.compile(r"\r?\n|\Z").search(text, at)
    return found.start() if found else len(text)


def whole_lines(text: str, start: int, end: int) -> tuple[int, int]:
    """From the start of the first line to the start of the line after the last one."""
    start, end = line_start(text, start), line_end(text, end)
    after = re.compile(r"\r?\n").match(text, end)
    if after:
        return start, after.end()
    return start - (2 if text[start - 2 : start] == "\r\n" else 1 if start else 0), end
