"""YAML text to a tree in which every key and every value knows its line and column; every scalar is text.

Built from the parser's events with a stack of our own, so that no depth of nesting can exhaust Python's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeAlias

import yaml

from press.errors import ContentError, Place, Problem
from press.load.syntax import syntax_problem
from press.load.text import UNSEEN_IN_WORDS, invisible_character

MAX_DEPTH = 30
#: Counted as if every alias were written out.
MAX_NODES = 100_000

#: The C parser is some ten times quicker; where PyYAML was built without it the Python one does.
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_BRING_BACK = (
    "Bring back what stood here, from your backup or from the version history (git). If the file is new: write it."
)
_COMMENT = re.compile(r"[ \t]+#")
_NOTHING = frozenset(("null", "Null", "NULL", "~"))


class Scalar(NamedTuple):
    """Words; `cut` where a comment follows unquoted words on the same line."""

    text: str
    line: int
    column: int
    cut: bool = False


class Sequence(NamedTuple):
    """Entries in a row."""

    items: tuple[Node, ...]
    line: int
    column: int


class Entry(NamedTuple):
    """A value and the line and column of its key."""

    line: int
    column: int
    value: Node


class Mapping(NamedTuple):
    """Values by key, in the order of the file."""

    entries: dict[str, Entry]
    line: int
    column: int


Node: TypeAlias = Scalar | Sequence | Mapping


def tree_of(text: str, file: str, problems: list[Problem], loader: Any = LOADER) -> Node:
    """The tree of a YAML text; what can be passed over goes to `problems`.

    Raises `ContentError` for the rest.
    """
    builder = _Builder(text, file, problems)
    for event in _events(text, file, loader):
        if take := _TAKE.get(type(event)):
            take(builder, event)
    if builder.root is None:
        raise ContentError(Problem("file-empty", "this file is empty", _BRING_BACK, Place(file, 1, 1)))
    builder.finish()
    return builder.root


def plain(node: Node) -> Any:
    """The tree as dictionaries, lists and strings."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(entry.value) for key, entry in node.entries.items()}


def _events(text: str, file: str, loader: Any) -> Iterator[Any]:
    try:
        yield from yaml.parse(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        raise ContentError(syntax_problem(error, text, file)) from None
    except (yaml.YAMLError, ValueError, OverflowError):  # the Python parser stumbles over "\U00110000"
        raise ContentError(
            Problem(
                "yaml-syntax",
                "a character code in this file means no character",
                "Look for a `\\U` code.",
                Place(file),
            )
        ) from None


class _Open:
    """A sequence or mapping whose end has not been seen yet."""

    __slots__ = ("anchor", "column", "entries", "height", "items", "key", "line", "size")

    def __init__(self, event: Any, is_mapping: bool) -> None:
        self.line: int = event.start_mark.line + 1
        self.column: int = event.start_mark.column + 1
        self.anchor: str | None = event.anchor
        self.items: list[Node] = []
        self.entries: dict[str, Entry] | None = {} if is_mapping else None
        self.key: Scalar | None = None
        self.size = 1
        self.height = 1

    def closed(self) -> Node:
        if self.entries is None:
            return Sequence(tuple(self.items), self.line, self.column)
        return Mapping(self.entries, self.line, self.column)


class _Anchored(NamedTuple):
    """A node that aliases may repeat, with its number of nodes and of levels."""

    node: Node
    size: int
    height: int
    place: Place


class _Builder:
    """Takes events one by one; `root` is the tree once the document has ended."""

    def __init__(self, text: str, file: str, problems: list[Problem]) -> None:
        self.root: Node | None = None
        self._text = text
        self._file = file
        self._problems = problems
        self._stack: list[_Open] = []
        self._anchors: dict[str, _Anchored] = {}
        self._repeated: set[str] = set()
        self._documents = 0
        self._nodes = 0

    def document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            raise ContentError(
                Problem(
                    "yaml-several-documents",
                    "a second document begins here",
                    "Delete the line `---`: one file says one thing.",
                    self._place(event),
                )
            )

    def scalar(self, event: Any) -> None:
        self._refuse_tag(event)
        self._count(1, event)
        mark = event.start_mark
        words: str = event.value
        unseen = UNSEEN_IN_WORDS.search(words)
        if unseen:
            self._problems.append(invisible_character(unseen.group(), self._place(event)))
            words = UNSEEN_IN_WORDS.sub(" ", words)
        unquoted = event.style is None or event.style == ""
        cut = unquoted and _COMMENT.match(self._text, event.end_mark.index) is not None
        node = Scalar(words, mark.line + 1, mark.column + 1, cut and words != "")
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchored(node, 1, 0, self._place(event))
        if self._awaits_key():
            self._stack[-1].key = node
            return
        if unquoted and words in _NOTHING:
            self._problems.append(
                Problem(
                    "wrong-value",
                    f"`{words}` is no value here",
                    "Leave the whole line out where there is nothing to say.",
                    self._place(event),
                )
            )
        self._put(node)

    def begin_sequence(self, event: Any) -> None:
        self._begin(event, is_mapping=False)

    def begin_mapping(self, event: Any) -> None:
        self._begin(event, is_mapping=True)

    def end(self, event: Any) -> None:
        done = self._stack.pop()
        node = done.closed()
        if done.anchor is not None:
            self._anchors[done.anchor] = _Anchored(
                node, done.size, done.height, Place(self._file, done.line, done.column)
            )
        if self._stack:
            parent = self._stack[-1]
            parent.size += done.size
            parent.height = max(parent.height, done.height + 1)
        self._put(node)

    def alias(self, event: Any) -> None:
        if self._awaits_key():
            self._refuse_key(event)
        found = self._anchors.get(event.anchor)
        if found is None:
            raise ContentError(
                Problem(
                    "yaml-alias",
                    f"`*{event.anchor}` stands for something that was not named before",
                    "If these are words, put the whole text in quotes: words that begin with * need them.",
                    self._place(event),
                )
            )
        self._repeated.add(event.anchor)
        if len(self._stack) + found.height > MAX_DEPTH:
            raise ContentError(self._too_deep(event))
        self._count(found.size, event, "yaml-alias")
        parent = self._stack[-1]  # an alias never stands alone: something must have been anchored before
        parent.size += found.size
        parent.height = max(parent.height, found.height + 1)
        self._put(found.node)

    def finish(self) -> None:
        """Tell of anchors that nothing repeats: they are words somebody meant to be read."""
        for name, anchored in self._anchors.items():
            if name not in self._repeated:
                self._problems.append(
                    Problem(
                        "yaml-alias",
                        f"`&{name[:60]}` would be left out: it names something that nothing repeats",
                        "If these are words, put the whole text in quotes, as words that begin with & need.",
                        anchored.place,
                    )
                )

    def _begin(self, event: Any, *, is_mapping: bool) -> None:
        self._refuse_tag(event)
        if self._awaits_key():
            self._refuse_key(event)
        if len(self._stack) >= MAX_DEPTH:
            raise ContentError(self._too_deep(event))
        self._count(1, event)
        self._stack.append(_Open(event, is_mapping))

    def _awaits_key(self) -> bool:
        return bool(self._stack) and self._stack[-1].entries is not None and self._stack[-1].key is None

    def _put(self, node: Node) -> None:
        if not self._stack:
            self.root = node
            return
        parent = self._stack[-1]
        if isinstance(node, Scalar):
            parent.size += 1
        if parent.entries is None:
            parent.items.append(node)
            return
        key, parent.key = parent.key, None
        assert key is not None  # a value only ever follows its key
        if key.text == "<<":
            self._problems.append(
                Problem(
                    "yaml-merge-key",
                    "`<<` (merge another part) is not understood here",
                    "Write the lines out.",
                    Place(self._file, key.line, key.column),
                )
            )
        elif key.text in parent.entries:
            first = parent.entries[key.text]
            self._problems.append(
                Problem(
                    "yaml-repeated-key",
                    f"`{key.text[:60]}` stands here a second time; it already stands on line {first.line}",
                    f"Keep one of the two: line {first.line} or line {key.line}.",
                    Place(self._file, key.line, key.column),
                )
            )
        else:
            parent.entries[key.text] = Entry(key.line, key.column, node)

    def _count(self, nodes: int, event: Any, code: str = "yaml-too-large") -> None:
        self._nodes += nodes
        if self._nodes > MAX_NODES:
            raise ContentError(
                Problem(
                    code,
                    f"this file says more than {MAX_NODES} things once everything is written out",
                    "A leaflet says a few hundred. Write the words themselves instead of `*` and `&`.",
                    self._place(event),
                )
            )

    def _refuse_tag(self, event: Any) -> None:
        if event.tag is not None:
            self._problems.append(
                Problem(
                    "yaml-tag",
                    f"`{event.tag[:60]}` is not understood here",
                    "If these are words, put the whole text in quotes: words that begin with ! need them.",
                    self._place(event),
                )
            )

    def _refuse_key(self, event: Any) -> None:
        raise ContentError(
            Problem(
                "yaml-key-not-words",
                "a key must be a plain word",
                "If these are words that begin with {, [ or *, put the whole text in quotes.",
                self._place(event),
            )
        )

    def _too_deep(self, event: Any) -> Problem:
        return Problem(
            "yaml-too-deep",
            f"more than {MAX_DEPTH} levels stand inside each other",
            "Leaflets need fewer than ten. Look for brackets that were never closed.",
            self._place(event),
        )

    def _place(self, event: Any) -> Place:
        return Place(self._file, event.start_mark.line + 1, event.start_mark.column + 1)


_TAKE: dict[type, Callable[[_Builder, Any], None]] = {
    yaml.DocumentStartEvent: _Builder.document,
    yaml.ScalarEvent: _Builder.scalar,
    yaml.SequenceStartEvent: _Builder.begin_sequence,
    yaml.MappingStartEvent: _Builder.begin_mapping,
    yaml.SequenceEndEvent: _Builder.end,
    yaml.MappingEndEvent: _Builder.end,
    yaml.AliasEvent: _Builder.alias,
}
