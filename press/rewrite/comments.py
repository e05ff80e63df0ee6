"""The comments of a file, of which none may be lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from press.rewrite.places import Piece, line_end, read

_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\n\0]*")


def keep_comments(text: str, root: Piece, new: str, gone: Sequence[tuple[int, int]]) -> None:
    """Refuses a change that would lose a comment, unless it stands within what is taken away on purpose."""
    kept = Counter(
        words for place, words in comments_of(text, root) if not any(start <= place < end for start, end in gone)
    )
    lost = kept - Counter(words for _, words in comments_of(new, read(new)))
    if lost:
        raise LookupError(f"the comment “{next(iter(lost))}” would be lost")


def comments_of(text: str, root: Piece) -> list[tuple[int, str]]:
    """Where each comment begins, and what it says."""
    signs = list(text)
    for start, end in _spans(text, root):
        signs[start:end] = "\0" * (end - start)
    bare = "".join(signs)
    return [(found.start(), text[found.start() : found.end()].strip()) for found in _COMMENT.finditer(bare)]


def _spans(text: str, piece: Piece) -> Iterator[tuple[int, int]]:
    """From where to where keys and texts stand, in which no comment can begin."""
    if piece.entries is None:
        header = line_end(text, piece.start) if piece.style in ("|", ">") else piece.start
        yield header, max(header, piece.end)
        return
    for entry in piece.entries:
        if isinstance(entry.key, str):
            yield entry.begin, entry.after
        yield from _spans(text, entry.piece)
