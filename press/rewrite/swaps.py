"""Which characters take the place of which, for a change to be made and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from press.rewrite.comments import keep_comments
from press.rewrite.places import Entry, Piece, line_end, line_start, read, whole_lines
from press.rewrite.trees import Edit, Insert, Put, Tree, not_there, plain
from press.rewrite.words import LONGEST_LINE, STEP, block, flow, inline, under_sign


@dataclass(frozen=True, slots=True)
class Swap:
    """Puts `text` in the place of the characters from `start` to `end`."""

    start: int
    end: int
    text: str


def with_edits(text: str, changes: Iterable[Edit], *, may_lose: bool = False) -> str:
    """The text after changes of different places; `may_lose`: a comment in what is taken away goes with it."""
    changes = tuple(changes)
    if not changes:
        return text
    root = read(text)
    swaps = sorted((swap for change in changes for swap in _edits(text, root, change)), key=lambda swap: swap.start)
    parts, end = [], 0
    for swap in swaps:
        parts += [text[end : swap.start], _with_line_ends(swap.text, text)]
        end = swap.end
    new = "".join((*parts, text[end:]))
    keep_comments(text, root, new, [(swap.start, swap.end) for swap in swaps if may_lose])
    return new


def _edits(text: str, root: Piece, change: Edit) -> list[Swap]:
    way = [Entry("", root.start, root.start, root)]
    for step in change.path:
        found = next((entry for entry in way[-1].piece.entries or () if entry.key == step), None)
        if found is None:
            break
        way.append(found)
    here, missing = way[-1], change.path[len(way) - 1 :]
    if isinstance(change, Put) and len(missing) == 1 and here.piece.entries is not None:
        return _insertion(text, here, len(here.piece.entries), {str(missing[0]): plain(change.value)})
    if missing:
        not_there(change.path)
    if isinstance(change, Put):
        return _replacement(text, here, plain(change.value))
    if isinstance(change, Insert):
        return _insertion(text, here, change.index, plain(change.value))
    return _removal(text, way[-2], here)


def _replacement(text: str, entry: Entry, value: Tree) -> list[Swap]:
    old = entry.piece
    is_block = old.entries is not None and old.style in ("", "-")
    if isinstance(value, str) and not is_block:
        return [_restyled(text, entry, value)]
    beside = _beside(text, old, value)
    if beside is not None and not is_block:
        return [Swap(old.start, old.end, (" " if old.start == entry.after else "") + beside)]
    if beside is not None:
        return _in_place_of_lines(text, entry, beside)
    if is_block:
        return [Swap(old.start, old.end, "\n".join(_indented(block(value, old.column), old.column)))]
    return _as_lines(text, entry, value)


def _restyled(text: str, entry: Entry, value: str) -> Swap:
    """The value in the style of the one it replaces, where that can say it."""
    old = entry.piece
    note = ""  # what stands behind > or |
    if old.style in ("|", ">"):
        first, _, rest = text[old.start : old.end].partition("\n")
        note = first.rstrip("\r").lstrip("|>+-0123456789")
        lines = under_sign(value, old, rest.replace("\r", "").split("\n"))
        if lines:
            return Swap(old.start, old.end, "\n".join((lines[0] + note, *lines[1:])))
    space = " " if old.start == entry.after and entry.begin < entry.after else ""
    new = inline(value, old.style, old.in_flow)
    room = LONGEST_LINE - (old.start - line_start(text, old.start)) - len(space)
    stands_last = not text[old.end : line_end(text, old.end)].strip() and not note
    if len(new) > room and stands_last and not old.in_flow:
        new = "\n".join(under_sign(value, old, ())) or new
    return Swap(old.start, old.end, space + new + note)


def _beside(text: str, old: Piece, value: Tree) -> str | None:
    """The value as it can stand on the line of its key, where it should."""
    if isinstance(value, str):
        return inline(value, "", old.in_flow)
    short = flow(value)
    if old.in_flow or not value:
        return short
    fits = old.start - line_start(text, old.start) + len(short) <= LONGEST_LINE
    return short if fits and old.style in ("{", "[") else None


def _in_place_of_lines(text: str, entry: Entry, beside: str) -> list[Swap]:
    """One value in the place of a mapping or list that takes lines of its own."""
    old = entry.piece
    if not text[line_start(text, old.start) : old.start].strip() and old.start > entry.after:
        start, end = whole_lines(text, old.start, old.end)
        return [Swap(entry.after, entry.after, f" {beside}"), Swap(start, end, "")]
    return [Swap(old.start, old.end, beside)]


def _as_lines(text: str, entry: Entry, value: Tree) -> list[Swap]:
    """A mapping or list with lines of its own in the place of one value."""
    old = entry.piece
    column = old.column + STEP
    lines = _indented(block(value, column), column)
    if text[entry.begin : entry.after] == "-":
        return [Swap(entry.after, old.end, " " + "\n".join(lines))]
    end = line_end(text, old.end)
    return [Swap(entry.after, old.end, ""), Swap(end, end, "\n" + " " * column + "\n".join(lines))]


def _insertion(text: str, entry: Entry, index: int, value: Tree) -> list[Swap]:
    into = entry.piece
    entries = into.entries
    if entries is None or not 0 <= index <= len(entries):
        not_there(("entry", index))
    is_list = into.style in ("-", "[")
    new: Tree = [value] if is_list else value
    if not entries:
        return _replacement(text, entry, new)
    if into.style in ("{", "["):
        short = flow(new)[1:-1]
        if index == 0:
            return [Swap(entries[0].begin, entries[0].begin, f"{short}, ")]
        end = entries[index - 1].piece.end
        return [Swap(end, end, f", {short}")]
    lines = "\n".join(_indented(block(new, into.column), into.column))
    indent = " " * into.column
    if index == 0:
        return [Swap(into.start, into.start, f"{lines}\n{indent}")]
    end = line_end(text, entries[index - 1].piece.end)
    return [Swap(end, end, f"\n{indent}{lines}")]


def _removal(text: str, parent: Entry, entry: Entry) -> list[Swap]:
    into = parent.piece
    entries = into.entries or ()
    number = entries.index(entry)
    if len(entries) == 1:
        return _replacement(text, parent, [] if into.style in ("-", "[") else {})
    if into.style in ("{", "["):
        if number == 0:
            return [Swap(entry.begin, entries[1].begin, "")]
        return [Swap(entries[number - 1].piece.end, entry.piece.end, "")]
    start, end = whole_lines(text, entry.begin, entry.piece.end)
    if text[line_start(text, entry.begin) : entry.begin].strip():  # it begins on the line of a dash
        return [Swap(entry.begin, end + len(text[end:]) - len(text[end:].lstrip(" ")), "")]
    return [Swap(start, end, "")]


def _with_line_ends(new: str, text: str) -> str:
    """The new text with the line ends of the old one."""
    return new.replace("\n", "\r\n") if "\r\n" in text else new


def _indented(lines: Sequence[str], column: int) -> list[str]:
    """The lines of a block; the first one goes where the text stands already."""
    return [lines[0], *(" " * column + line if line else line for line in lines[1:])]
