"""Values as the characters that stand for them in YAML: plain, in quotes, folded, on lines, in brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from press.rewrite.places import Piece
from press.rewrite.trees import Tree

LONGEST_LINE = 120


STEP = 2  # columns a level is indented by


#: What cannot be seen, or ends a line for some programs only.
_UNPRINTABLE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


#: Signs that mean something at the beginning of a value.
_SIGNS = frozenset("-?:,[]{}#&*!|>'\"%@`=~<")


_NOTHING = frozenset({"null", "Null", "NULL"})


_SHORT_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})


def inline(value: str, style: str, in_flow: bool) -> str:
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


def under_sign(value: str, old: Piece, before: Sequence[str]) -> list[str]:
    """The value under > or |, with the lines of `before` that need not change; empty if it cannot stand so."""
    body = value.removesuffix("\n")
    if not body.strip() or body != body.strip() or "\t" in body or _UNPRINTABLE.search(body):
        return []
    indents = {len(line) - len(line.lstrip(" ")) for line in before if line.strip()}
    column = min(indents) if indents else old.column + STEP
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


def block(value: Tree, column: int) -> list[str]:
    """The lines of a value that begins in `column`, each without that indent."""
    if isinstance(value, str):
        return _text_lines(value, column, 0)
    if not value:
        return [flow(value)]
    if isinstance(value, list):
        return [line for item in value for line in _indented_by("- ", block(item, column + STEP))]
    return [line for key, item in value.items() for line in _pair_lines(inline(key, "", True), item, column)]


def _pair_lines(key: str, value: Tree, column: int) -> list[str]:
    if isinstance(value, str):
        first, *more = _text_lines(value, column, len(key) + 2)
        return [f"{key}: {first}", *(f"{' ' * STEP}{line}" for line in more)]
    if not value:
        return [f"{key}: {flow(value)}"]
    return [f"{key}:", *(f"{' ' * STEP}{line}" for line in block(value, column + STEP))]


def _indented_by(sign: str, lines: Sequence[str]) -> list[str]:
    return [sign + lines[0], *(" " * len(sign) + line for line in lines[1:])]


def _text_lines(value: str, column: int, used: int) -> list[str]:
    """Text on one line, or folded under >- where it is long; the folded lines without the step they need."""
    short = inline(value, "", False)
    if column + used + len(short) <= LONGEST_LINE:
        return [short]
    piece = Piece("", None, ">", 0, 0, -STEP, False)
    folded = under_sign(value, piece, ()) if "\n" not in value else []
    if not folded:
        return [short]
    return [folded[0], *_filled(value, LONGEST_LINE - column - STEP)]


def flow(value: Tree) -> str:
    """The value on one line, with brackets."""
    if isinstance(value, str):
        return inline(value, "", True)
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return "{" + ", ".join(f"{inline(key, '', True)}: {flow(item)}" for key, item in value.items()) + "}"
