"""Changes YAML that people wrote by hand, and writes YAML that the program keeps.

A change replaces the very characters it is about: comments, order, quotes and all other lines stay byte for
byte. ruamel.yaml tells where each value stands, and reads the result back, which must say exactly what was
wanted. Every single value is text, as in the rest of the program.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn, TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from press.errors import ContentError, Place, Problem

Path: TypeAlias = tuple[str | int, ...]
Tree: TypeAlias = str | dict[str, "Tree"] | list["Tree"]

LONGEST_LINE = 120
_STEP = 2  # columns a level is indented by
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Put:
    """Sets what stands at `path`; a key that is not there yet becomes the last of its mapping."""

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
    """Takes away what stands at `path`, with its key or dash; comments above it stay."""

    path: Path


Change: TypeAlias = Put | Insert | Remove


def edited(text: str, changes: Sequence[Change], file: str = "") -> str:
    """The text with the changes made one after the other; whatever they are not about stays byte for byte.

    Raises `ContentError` (at the place `file`) where the text cannot be read, a path leads nowhere, or the
    result would not read back as exactly what was wanted.
    """
    if not changes:
        return text
    bom = _BOM if text.startswith(_BOM) else ""
    try:
        return bom + _edited(text.removeprefix(_BOM), changes)
    except (YAMLError, LookupError, RecursionError) as error:
        raise ContentError(_refused(file, error)) from None


def written(data: Mapping[str, Any], head: str = "") -> str:
    """A file of our own: the lines of `head` as comments, then `data` in its order, one value a line."""
    tree = plain(data)
    notes = [f"# {line}".rstrip() for line in head.splitlines()]
    text = "\n".join((*notes, *_block(tree, 0))) + "\n"
    if not _same(_tree(_read(text)), tree):
        raise ContentError(_refused("", LookupError("it would not read back as it should")))
    return text


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


def _refused(file: str, error: Exception) -> Problem:
    reason = str(error).strip("'\"").partition("\n")[0]
    return Problem(
        "yaml-not-changed",
        "this file could not be changed safely, so it was left as it is" + (f" ({reason})" if reason else ""),
        "Change it by hand in an editor. `./run check` tells whether the file can be read as it stands.",
        Place(file),
    )


def _edited(text: str, changes: Sequence[Change]) -> str:
    wanted = _tree(_read(text))
    together: dict[Path, Put] = {}  # single values in the place of single values: all in one go
    for change in changes:
        target = _applied(wanted, change.path, change)
        if isinstance(change, Put) and _same(target, wanted):
            continue
        if isinstance(change, Put) and change.path not in together and _swaps_text(wanted, change):
            together[change.path] = change
        else:
            text = _with(_with(text, together.values()), (change,))
            together = {}
        wanted = target
    text = _with(text, together.values())
    if not _same(_tree(_read(text)), wanted):
        raise LookupError("it would not read back as it should")
    return text


# What the text says -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Piece:
    """A value and where it stands; `entries` is None for text.

    `style` is the sign it begins with, where it says how to read the rest: one of ' " > | { [, or nothing.
    `column` is where its entries begin, or for text, where the entry it belongs to begins.
    """

    said: str
    entries: tuple[_Entry, ...] | None
    style: str
    start: int
    end: int
    column: int
    in_flow: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    """A value with its key (in a list: its number); `begin` is its key or dash, `after` follows colon or dash."""

    key: str | int
    begin: int
    after: int
    piece: _Piece


def _read(text: str) -> _Piece:
    root = YAML(typ="safe", pure=True).compose(text)
    if root is None:
        raise LookupError("nothing stands in it")
    return _piece(text, root, root.start_mark.index, 0, False)


def _piece(text: str, node: Node, after: int, column: int, in_flow: bool) -> _Piece:
    """The piece a node stands for; `column` is the one of the entry it belongs to."""
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, ScalarNode):
        style = node.style or ""
        if not style and not node.value:
            start = end = after  # a value left empty has no place of its own
        elif style in "|>" and style:
            end = _last_of_block(text, start, end)
        return _Piece(str(node.value), None, style, start, end, column, in_flow)
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
        return _Piece("", entries, text[start], start, end, column, in_flow)
    return _Piece("", entries, "" if is_mapping else "-", start, entries[-1].piece.end, node.start_mark.column, False)


def _pairs(text: str, node: MappingNode, in_flow: bool) -> Iterator[_Entry]:
    seen: set[str] = set()
    for key, value in node.value:
        if not isinstance(key, ScalarNode) or key.value in seen:
            raise LookupError("a key stands in it twice" if isinstance(key, ScalarNode) else "a key is not a word")
        seen.add(key.value)
        colon = _COLON.match(text, key.end_mark.index)
        after = colon.end() if colon else key.end_mark.index
        yield _Entry(
            key.value, key.start_mark.index, after, _piece(text, value, after, node.start_mark.column, in_flow)
        )


def _items(text: str, node: SequenceNode) -> Iterator[_Entry]:
    for number, item in enumerate(node.value):
        start = item.start_mark.index
        yield _Entry(number, start, start, _piece(text, item, start, node.start_mark.column, True))


def _dashed(text: str, node: SequenceNode) -> Iterator[_Entry]:
    column = node.start_mark.column
    dash = re.compile(rf"^ {{{column}}}-(?!\S)", re.MULTILINE)
    begin = node.start_mark.index
    for number, item in enumerate(node.value):
        piece = _piece(text, item, begin + 1, column, False)
        yield _Entry(number, begin, begin + 1, piece)
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


def _tree(piece: _Piece) -> Tree:
    if piece.entries is None:
        return piece.said
    if piece.style in ("-", "["):
        return [_tree(entry.piece) for entry in piece.entries]
    return {str(entry.key): _tree(entry.piece) for entry in piece.entries}


def _same(one: Tree, other: Tree) -> bool:
    """Whether both say the same in the same order."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(_same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return one == other


# What is wanted, as plain data --------------------------------------------------------------------------------


def _applied(tree: Tree, rest: Path, change: Change) -> Tree:
    """The tree after a change of what `rest` of its path leads to."""
    if not rest:
        if isinstance(change, Put):
            return plain(change.value)
        return _inserted(tree, change) if isinstance(change, Insert) else _lost(change.path)
    step, rest = rest[0], rest[1:]
    if isinstance(change, Remove) and not rest:
        return _without(tree, step, change)
    if isinstance(tree, dict) and isinstance(step, str):
        if step not in tree and (rest or not isinstance(change, Put)):
            _lost(change.path)
        return {**tree, step: _applied(tree.get(step, ""), rest, change)}
    if isinstance(tree, list) and isinstance(step, int) and 0 <= step < len(tree):
        return [*tree[:step], _applied(tree[step], rest, change), *tree[step + 1 :]]
    return _lost(change.path)


def _inserted(tree: Tree, change: Insert) -> Tree:
    value, index = plain(change.value), change.index
    if isinstance(tree, list) and 0 <= index <= len(tree):
        return [*tree[:index], value, *tree[index:]]
    if isinstance(tree, dict) and isinstance(value, dict) and value and 0 <= index <= len(tree):
        if value.keys() & tree.keys():
            raise LookupError(f"{_spoken(change.path)} has one of these keys already")
        pairs = list(tree.items())
        return dict([*pairs[:index], *value.items(), *pairs[index:]])
    return _lost((*change.path, index))


def _without(tree: Tree, step: str | int, change: Remove) -> Tree:
    if isinstance(tree, dict) and step in tree:
        return {key: value for key, value in tree.items() if key != step}
    if isinstance(tree, list) and isinstance(step, int) and 0 <= step < len(tree):
        return [*tree[:step], *tree[step + 1 :]]
    return _lost(change.path)


def _swaps_text(tree: Tree, change: Put) -> bool:
    """Whether one single value takes the place of another."""
    for step in change.path:
        known: Mapping[Any, Tree] = tree if isinstance(tree, dict) else dict(enumerate(tree))
        if isinstance(tree, str) or step not in known:
            return False
        tree = known[step]
    return isinstance(tree, str) and isinstance(plain(change.value), str)


def _lost(path: Path) -> NoReturn:
    raise LookupError(f"there is no {_spoken(path)}")


def _spoken(path: Path) -> str:
    return " > ".join(map(str, path)) or "such thing"


# Changes of the text ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Edit:
    """Puts `text` in the place of the characters from `start` to `end`."""

    start: int
    end: int
    text: str


def _with(text: str, changes: Iterable[Change]) -> str:
    """The text after changes of different places."""
    changes = tuple(changes)
    if not changes:
        return text
    root = _read(text)
    edits = sorted((edit for change in changes for edit in _edits(text, root, change)), key=lambda edit: edit.start)
    parts, end = [], 0
    for edit in edits:
        parts += [text[end : edit.start], _with_line_ends(edit.text, text)]
        end = edit.end
    return "".join((*parts, text[end:]))


def _edits(text: str, root: _Piece, change: Change) -> list[_Edit]:
    way = [_Entry("", root.start, root.start, root)]
    for step in change.path:
        found = next((entry for entry in way[-1].piece.entries or () if entry.key == step), None)
        if found is None:
            break
        way.append(found)
    here, missing = way[-1], change.path[len(way) - 1 :]
    if isinstance(change, Put) and len(missing) == 1 and here.piece.entries is not None:
        return _insertion(text, here, len(here.piece.entries), {str(missing[0]): plain(change.value)})
    if missing:
        _lost(change.path)
    if isinstance(change, Put):
        return _replacement(text, here, plain(change.value))
    if isinstance(change, Insert):
        return _insertion(text, here, change.index, plain(change.value))
    return _removal(text, way[-2], here)


def _replacement(text: str, entry: _Entry, value: Tree) -> list[_Edit]:
    old = entry.piece
    is_block = old.entries is not None and old.style in ("", "-")
    if isinstance(value, str) and not is_block:
        return [_restyled(text, entry, value)]
    beside = _beside(text, old, value)
    if beside is not None and not is_block:
        return [_Edit(old.start, old.end, (" " if old.start == entry.after else "") + beside)]
    if beside is not None:
        return _in_place_of_lines(text, entry, beside)
    if is_block:
        return [_Edit(old.start, old.end, "\n".join(_indented(_block(value, old.column), old.column)))]
    return _as_lines(text, entry, value)


def _beside(text: str, old: _Piece, value: Tree) -> str | None:
    """The value as it can stand on the line of its key, where it should."""
    if isinstance(value, str):
        return _inline(value, "", old.in_flow)
    short = _flow(value)
    if old.in_flow or not value:
        return short
    fits = old.start - _line_start(text, old.start) + len(short) <= LONGEST_LINE
    return short if fits and old.style in ("{", "[") else None


def _in_place_of_lines(text: str, entry: _Entry, beside: str) -> list[_Edit]:
    """One value in the place of a mapping or list that takes lines of its own."""
    old = entry.piece
    if not text[_line_start(text, old.start) : old.start].strip() and old.start > entry.after:
        start, end = _whole_lines(text, old.start, old.end)
        return [_Edit(entry.after, entry.after, f" {beside}"), _Edit(start, end, "")]
    return [_Edit(old.start, old.end, beside)]


def _as_lines(text: str, entry: _Entry, value: Tree) -> list[_Edit]:
    """A mapping or list with lines of its own in the place of one value."""
    old = entry.piece
    column = old.column + _STEP
    lines = _indented(_block(value, column), column)
    if text[entry.begin : entry.after] == "-":
        return [_Edit(entry.after, old.end, " " + "\n".join(lines))]
    line_end = _line_end(text, old.end)
    return [_Edit(entry.after, old.end, ""), _Edit(line_end, line_end, "\n" + " " * column + "\n".join(lines))]


def _insertion(text: str, entry: _Entry, index: int, value: Tree) -> list[_Edit]:
    into = entry.piece
    entries = into.entries
    if entries is None or not 0 <= index <= len(entries):
        _lost(("entry", index))
    is_list = into.style in ("-", "[")
    new: Tree = [value] if is_list else value
    if not entries:
        return _replacement(text, entry, new)
    if into.style in ("{", "["):
        short = _flow(new)[1:-1]
        if index == 0:
            return [_Edit(entries[0].begin, entries[0].begin, f"{short}, ")]
        end = entries[index - 1].piece.end
        return [_Edit(end, end, f", {short}")]
    lines = "\n".join(_indented(_block(new, into.column), into.column))
    indent = " " * into.column
    if index == 0:
        return [_Edit(into.start, into.start, f"{lines}\n{indent}")]
    end = _line_end(text, entries[index - 1].piece.end)
    return [_Edit(end, end, f"\n{indent}{lines}")]


def _removal(text: str, parent: _Entry, entry: _Entry) -> list[_Edit]:
    into = parent.piece
    entries = into.entries or ()
    number = entries.index(entry)
    if len(entries) == 1:
        return _replacement(text, parent, [] if into.style in ("-", "[") else {})
    if into.style in ("{", "["):
        if number == 0:
            return [_Edit(entry.begin, entries[1].begin, "")]
        return [_Edit(entries[number - 1].piece.end, entry.piece.end, "")]
    start, end = _whole_lines(text, entry.begin, entry.piece.end)
    if text[_line_start(text, entry.begin) : entry.begin].strip():  # it begins on the line of a dash
        return [_Edit(entry.begin, end + len(text[end:]) - len(text[end:].lstrip(" ")), "")]
    return [_Edit(start, end, "")]


def _with_line_ends(new: str, text: str) -> str:
    """The new text with the line ends of the old one."""
    return new.replace("\n", "\r\n") if "\r\n" in text else new


def _indented(lines: Sequence[str], column: int) -> list[str]:
    """The lines of a block; the first one goes where the text stands already."""
    return [lines[0], *(" " * column + line if line else line for line in lines[1:])]


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> int:
    """Where the line ends, before its line end."""
    found = re.compile(r"\r?\n|\Z").search(text, at)
    return found.start() if found else len(text)


def _whole_lines(text: str, start: int, end: int) -> tuple[int, int]:
    """From the start of the first line to the start of the line after the last one."""
    start, end = _line_start(text, start), _line_end(text, end)
    after = re.compile(r"\r?\n").match(text, end)
    if after:
        return start, after.end()
    return start - (2 if text[start - 2 : start] == "\r\n" else 1 if start else 0), end


# Words as YAML ------------------------------------------------------------------------------------------------

#: What cannot be seen, or ends a line for some programs only.
_UNPRINTABLE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
#: Signs that mean something at the beginning of a value.
_SIGNS = frozenset("-?:,[]{}#&*!|>'\"%@`=~<")
_NOTHING = frozenset({"null", "Null", "NULL"})
_SHORT_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})


def _restyled(text: str, entry: _Entry, value: str) -> _Edit:
    """The value in the style of the one it replaces, where that can say it."""
    old = entry.piece
    note = ""  # what stands behind > or |
    if old.style in ("|", ">"):
        first, _, rest = text[old.start : old.end].partition("\n")
        note = first.rstrip("\r").lstrip("|>+-0123456789")
        lines = _under_sign(value, old, rest.replace("\r", "").split("\n"))
        if lines:
            return _Edit(old.start, old.end, "\n".join((lines[0] + note, *lines[1:])))
    space = " " if old.start == entry.after and entry.begin < entry.after else ""
    new = _inline(value, old.style, old.in_flow)
    room = LONGEST_LINE - (old.start - _line_start(text, old.start)) - len(space)
    stands_last = not text[old.end : _line_end(text, old.end)].strip() and not note
    if len(new) > room and stands_last and not old.in_flow:
        new = "\n".join(_under_sign(value, old, ())) or new
    return _Edit(old.start, old.end, space + new + note)


def _inline(value: str, style: str, in_flow: bool) -> str:
    """The value on one line, with quotes only where they are needed or stood before."""
    if style not in ("'", '"') and _is_plain(value, in_flow):
        return value
    one_line = not _UNPRINTABLE.search(value) and not set(value) & set("\t\n")
    if one_line and (style == "'" or (style != '"' and set(value) & set('"\\') and "'" not in value)):
        return "'" + value.replace("'", "''") + "'"
    return '"' + _UNPRINTABLE.sub(_escaped, value.translate(_SHORT_ESCAPES)) + '"'


def _is_plain(value: str, in_flow: bool) -> bool:
    """Whether nobody can take the value for anything else, although it has no quotes."""
    return (
        value == value.strip() != ""
        and value[0] not in _SIGNS
        and value not in _NOTHING
        and not value.startswith("...")
        and not value.endswith(":")
        and ": " not in value
        and " #" not in value
        and not set(value) & set(",[]{}:\t\n" if in_flow else "\t\n")
        and not _UNPRINTABLE.search(value)
    )


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"


def _under_sign(value: str, old: _Piece, before: Sequence[str]) -> list[str]:
    """The value under > or |, with the lines of `before` that need not change; empty if it cannot stand so."""
    body = value.removesuffix("\n")
    if not body.strip() or body != body.strip() or "\t" in body or _UNPRINTABLE.search(body):
        return []
    indents = {len(line) - len(line.lstrip(" ")) for line in before if line.strip()}
    column = min(indents) if indents else old.column + _STEP
    if old.style == "|":
        rows = body.split("\n")
        if any(row != row.rstrip() for row in rows):
            return []
    elif "\n" in body:
        return []
    else:
        known = [line.strip(" ") for line in before] if len(indents) == 1 and all(before) else []
        rows = _paragraph(body, known, LONGEST_LINE - column)
    sign = ("|" if old.style == "|" else ">") + ("" if value.endswith("\n") else "-")
    return [sign, *(" " * column + row if row else "" for row in rows)]


def _paragraph(words: str, before: Sequence[str], width: int) -> list[str]:
    """The words in lines; lines of `before` at the beginning and the end stay as they were."""
    head: list[str] = []
    for line in before:
        if words == line:
            return [*head, line]
        if not re.match(re.escape(line) + r" (?! )", words):
            break
        head.append(line)
        words = words[len(line) + 1 :]
    tail: list[str] = []
    for line in reversed(before[len(head) :]):
        if not re.search(r"(?<! ) " + re.escape(line) + r"\Z", words):
            break
        tail.insert(0, line)
        words = words[: -len(line) - 1]
    return [*head, *_filled(words, width), *tail]


def _filled(words: str, width: int) -> list[str]:
    """Lines no longer than `width` where that is possible; only single spaces become line ends."""
    lines: list[str] = []
    for part in re.split(r"(?<! ) (?! )", words):
        if lines and len(lines[-1]) + 1 + len(part) <= width:
            lines[-1] += f" {part}"
        else:
            lines.append(part)
    return lines


def _block(value: Tree, column: int) -> list[str]:
    """The lines of a value that begins in `column`, each without that indent."""
    if isinstance(value, str):
        return _text_lines(value, column, 0)
    if not value:
        return [_flow(value)]
    if isinstance(value, list):
        return [line for item in value for line in _indented_by("- ", _block(item, column + _STEP))]
    return [line for key, item in value.items() for line in _pair_lines(_inline(key, "", True), item, column)]


def _pair_lines(key: str, value: Tree, column: int) -> list[str]:
    if isinstance(value, str):
        first, *more = _text_lines(value, column, len(key) + 2)
        return [f"{key}: {first}", *(f"{' ' * _STEP}{line}" for line in more)]
    if not value:
        return [f"{key}: {_flow(value)}"]
    return [f"{key}:", *(f"{' ' * _STEP}{line}" for line in _block(value, column + _STEP))]


def _indented_by(sign: str, lines: Sequence[str]) -> list[str]:
    return [sign + lines[0], *(" " * len(sign) + line for line in lines[1:])]


def _text_lines(value: str, column: int, used: int) -> list[str]:
    """Text on one line, or folded under >- where it is long; the folded lines without the step they need."""
    inline = _inline(value, "", False)
    if column + used + len(inline) <= LONGEST_LINE:
        return [inline]
    piece = _Piece("", None, ">", 0, 0, -_STEP, False)
    folded = _under_sign(value, piece, ()) if "\n" not in value else []
    if not folded:
        return [inline]
    return [folded[0], *_filled(value, LONGEST_LINE - column - _STEP)]


def _flow(value: Tree) -> str:
    """The value on one line, with brackets."""
    if isinstance(value, str):
        return _inline(value, "", True)
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return "{" + ", ".join(f"{_inline(key, '', True)}: {_flow(item)}" for key, item in value.items()) + "}"
