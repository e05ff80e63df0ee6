"""What the format of a number shows: around it (`"from "#,##0" ₽"` shows "from " and " ₽"), and of its digits."""

from __future__ import annotations

import re
from decimal import Decimal

_PIECE = re.compile(
    r"""
      "(?P<quoted>[^"]*)"          # words in quotes
    | \\(?P<escaped>.)             # one sign, escaped
    | \[\$(?P<currency>[^\]\-]*)[^\]]*\]   # a currency with its country
    | \[[^\]]*\]                   # a colour or a condition
    | [_*].                        # space as wide as a sign; a sign that fills the cell
    | (?P<digits>General|@|[0#?](?:[.,\ /]*[0#?])*[.,]*(?:E[+-]0+)?)
    | (?P<sign>.)
    """,
    re.VERBOSE | re.IGNORECASE,
)


_CONDITION = re.compile(r"\[[<>=]")


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


def hidden_by(code: str, number: Decimal) -> str:
    """What a person does not see of a positive number in the format `code`, in words; empty where all is seen."""
    section = _first_section(code)
    digits = next((piece["digits"] for piece in _PIECE.finditer(section) if piece["digits"] is not None), "")
    if _CONDITION.search(_without_quoted(code)):
        return "the format of the cell shows different amounts in different ways"
    if not digits:
        return "the format of the cell hides the number in it"
    if digits.casefold() == "general" or digits == "@":
        return ""
    if "E" in digits.upper() or "/" in digits:
        return "the format of the cell shows the number as a power or a fraction"
    whole, _, parts = digits.partition(".")
    if whole.endswith(",") or parts.endswith(","):
        return f"the cell holds {number:f}, and its format shows it divided by 1000"
    if number != round(number, sum(sign in "0#?" for sign in parts)):
        return f"the cell holds {number:f}, and its format shows fewer digits"
    return ""


def _without_quoted(code: str) -> str:
    return re.sub(r'"[^"]*"|\\.', "", code)


def _first_section(code: str) -> str:
    """Sections for positive, negative and other values are parted by semicolons outside quotes."""
    section = re.match(r'(?:"[^"]*"|\\.|[^;"\\])*', code)
    return section.group() if section else ""
