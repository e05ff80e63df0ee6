"""A text with its changes made, and files of our own; both are read back before anybody gets them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ruamel.yaml.error import YAMLError

from press.errors import ContentError, Place, Problem
from press.rewrite.entries import by_entry
from press.rewrite.places import read, tree_of
from press.rewrite.swaps import with_edits
from press.rewrite.trees import Edit, Path, Put, Remove, applied, plain, same, swaps_text
from press.rewrite.words import block

_BOM = "\ufeff"


def edited(text: str, changes: Sequence[Edit], file: str = "") -> str:
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
    text = "\n".join((*notes, *block(tree, 0))) + "\n"
    if not same(tree_of(read(text)), tree):
        raise ContentError(_refused("", LookupError("it would not read back as it should")))
    return text


def _refused(file: str, error: Exception) -> Problem:
    reason = str(error).strip("'\"").partition("\n")[0]
    return Problem(
        "yaml-not-changed",
        "this file could not be changed safely, so it was left as it is" + (f" ({reason})" if reason else ""),
        "Edit it by hand in an editor. `./run check` tells whether the file can be read as it stands.",
        Place(file),
    )


def _edited(text: str, changes: Sequence[Edit]) -> str:
    wanted = tree_of(read(text))
    together: dict[Path, Put] = {}  # single values in the place of single values: all in one go
    for change in changes:
        for part in by_entry(text, change):
            target = applied(wanted, part.path, part)
            if isinstance(part, Put) and same(target, wanted):
                continue
            if isinstance(part, Put) and part.path not in together and swaps_text(wanted, part):
                together[part.path] = part
            else:
                text = with_edits(with_edits(text, together.values()), (part,), may_lose=isinstance(change, Remove))
                together = {}
            wanted = target
    text = with_edits(text, together.values())
    if not same(tree_of(read(text)), wanted):
        raise LookupError("it would not read back as it should")
    return text
