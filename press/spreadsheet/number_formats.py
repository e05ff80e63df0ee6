"""What the format of a number shows around it: `"from "#,##0" ₽"` shows "from " and " ₽"."""

from __future__ import annotations

import re

_PIECE = re.compile(
    r"""
      "(?P<quoted>[^"]*)"          # words in quotes
    | \\(?P<escaped>.)             # one sign, escaped
    | \[\$(?P<currency>[^\]\-]*)[^\]]*\]   # a currency with its country
    | \[[^\]]*\]                   # a colour or a condition
    | [_*].                        # space as wide as a sign; a sign that fills the cell
    | (?P<digits>General|[0#?](?:[.,\ /]*[0#?])*[.,]*(?:E[+-]0+)?)
    | (?P<sign>.)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def around(code: str) -> tuple[str, str]:
    """What stands before and after a positive number shown in the format `code`."""
    before, after, seen = "", "", False
    for piece in _PIECE.finditer(_first_section(code)):
        if piece["digits"] is not None:
            seen = True
            continue
        shown = piece["quoted"] or piece["escaped"] or piece["currency"] or piece["sign"] or ""
        if seen:
            after += shown
        else:
            before += shown
    return before.lstrip(), after.rstrip()


def _first_section(code: str) -> str:
    """Sections for positive, negative and other values are parted by semicolons outside quotes."""
    section = re.match(r'(?:"[^"]*"|\\.|[^;"\\])*', code)
    return section.group() if section else ""
