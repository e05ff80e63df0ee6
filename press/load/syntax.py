"""Says in plain words what a YAML parser stumbled over, and where."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from press.errors import Place, Problem
from press.load.text import lines_of

_QUOTE = "Put the whole text in quotes, such as"


class _Stumble(NamedTuple):
    """`pattern` is found in the parser's words; the place is where it began to read, or where it stopped."""

    pattern: str
    began: bool
    message: str
    remedy: str


#: The first that fits is taken. Both parsers of PyYAML are understood; they word some mistakes differently.
_STUMBLES = (
    _Stumble(
        "tab character|character '\\\\t'",
        False,
        "a tab stands at the beginning of this line",
        "Replace the tab with spaces; two for each level.",
    ),
    _Stumble(
        "(?:quoted scalar.*end of (?:stream|file))|(?:quoted scalar.*document)",
        True,
        "the quotes that open here are never closed",
        "Close them with the same mark. Quotes inside a text in quotes are written twice: 'it''s'.",
    ),
    _Stumble(
        "escape",
        True,
        "the backslash in this text is not understood",
        "Use single quotes, in which a backslash is a plain letter: 'a\\b'.",
    ),
    _Stumble(
        "scanning an? (?:alias|anchor|tag)|directive",
        True,
        "words that begin with *, &, ! or % need quotes",
        f'{_QUOTE} "**bold** words".',
    ),
    _Stumble(
        "block scalar",
        True,
        "words that begin with > or | need quotes",
        f'{_QUOTE} "> 5 days"; or begin the words on the next line, further to the right.',
    ),
    _Stumble(
        "expected ',' or '[]}]'",
        True,
        "the bracket that opens here is never closed, or a comma is missing inside",
        f'Close it or add the comma; words that begin so need quotes. {_QUOTE} "{{phone}}, always".',
    ),
    _Stumble(
        "node content",
        False,
        "something is missing here, or a bracket was closed that never opened",
        f'{_QUOTE} "}}" if these are words.',
    ),
    _Stumble(
        "sequence entries are not allowed",
        False,
        "an entry of a list cannot begin on the line of its key",
        "Begin each entry on a line of its own, two spaces further to the right than the key: `- words`.",
    ),
    _Stumble(
        "mapping keys are not allowed",
        False,
        "words that begin with a question mark and a space need quotes",
        f'{_QUOTE} "? words".',
    ),
    _Stumble(
        "document start|incompatible YAML",
        False,
        "one file says one thing",
        "Delete the line `---` or `...`, and the line that begins with %.",
    ),
)
_FALLBACK = _Stumble(
    "",
    False,
    "this is not written as the file needs it",
    "Compare the line, and the one above, with another file: spaces at the beginning, colons, quotes.",
)


def syntax_problem(error: Any, text: str, file: str) -> Problem:
    """The problem behind a parser's `MarkedYAMLError`, at the place an author has to look at."""
    words = f"{error.context} {error.problem}"
    stop = error.problem_mark or error.context_mark
    line, column = stop.line, stop.column
    lines = lines_of(text)
    here = lines[line] if line < len(lines) else ""
    above = lines[line - 1] if line else ""
    if "mapping values" in words:
        return _colon(here, above, Place(file, line + 1, column + 1))
    if "could not find expected ':'" in words:
        return _without_colon(Place(file, error.context_mark.line + 1, error.context_mark.column + 1))
    if "expected key" in words or "<block end>" in words:
        return _alignment(here, Place(file, line + 1, column + 1))
    if "cannot start any token" in words and here[column : column + 1] != "\t":
        return Problem(
            "yaml-syntax",
            f"words that begin with {here[column : column + 1]} need quotes",
            f'{_QUOTE} "{here[column : column + 12]}".',
            Place(file, line + 1, column + 1),
        )
    if "cannot start any token" in words:
        words = "tab character"
    stumble = next((known for known in _STUMBLES if re.search(known.pattern, words)), _FALLBACK)
    mark = error.context_mark if stumble.began and error.context_mark else stop
    return Problem("yaml-syntax", stumble.message, stumble.remedy, Place(file, mark.line + 1, mark.column + 1))


def _colon(here: str, above: str, place: Place) -> Problem:
    before = here[: place.column - 1]
    if ":" in before:
        return Problem(
            "yaml-syntax",
            "a second colon stands on this line",
            f'{_QUOTE} "Ring now: 103": words that hold a colon and a space need them.',
            place,
        )
    if above.strip() and ":" not in above:
        words = len(above) - len(above.lstrip())
        return _without_colon(Place(place.file, place.line - 1, words + 1))
    glued = re.match(r"\s*(?:- )?([\w-]+):\S", above)
    if glued:
        return Problem(
            "yaml-syntax",
            f"a space is missing after `{glued[1]}:`",
            "After a key comes a colon and a space, as in `title: Words`.",
            Place(place.file, place.line - 1, glued.end(1) + 1),
        )
    return Problem(
        "yaml-syntax",
        "this key does not belong to the line above",
        "Begin both lines in the same column; or put the words of the line above in quotes, with this one.",
        Place(place.file, place.line, len(here) - len(here.lstrip()) + 1),
    )


def _without_colon(place: Place) -> Problem:
    return Problem(
        "yaml-syntax",
        "a colon is missing on this line",
        "After a key comes a colon and a space, as in `title: Words`; an entry of a list begins with `- `.",
        place,
    )


def _alignment(here: str, place: Place) -> Problem:
    before = here[: place.column - 1]
    if before.strip():
        return Problem(
            "yaml-syntax",
            "words go on after closing quotes or brackets",
            "Put the whole text in quotes and write quotes inside it twice ('it''s'); "
            'words that begin with { or [ need quotes too, such as "{phone}, day and night".',
            place,
        )
    return Problem(
        "yaml-syntax",
        "this line does not begin in the column of the lines it belongs to",
        "Begin lines that belong together in the same column; two spaces more for each level.",
        place,
    )
