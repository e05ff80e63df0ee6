"""What has several parts, as the text of one cell and back: lists, instalments, exceptions."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from press.model.allowance import Allowance
from press.model.prices import Instalments
from press.model.validated import NotValidError, validated

_BULLET = "• "


def amount_text(amount: Decimal) -> str:
    """An amount as the price list writes it: 4500, or 4500.50."""
    return f"{amount:.0f}" if amount == amount.to_integral_value() else f"{amount:.2f}"


def instalments_text(parts: Instalments | None) -> str:
    """Paying in parts: 3 x 1500 per month. Not with ×, which a CSV of Windows in Russian cannot hold."""
    return f"{parts.payments} x {amount_text(parts.amount)} per {parts.every}" if parts else ""


def list_text(items: Sequence[str]) -> str:
    """Entries on lines of their own, each with a dot before it."""
    return "\n".join(_BULLET + item.replace("\n", "\n  ") for item in items)


def list_of(text: str) -> tuple[str, ...]:
    """The entries of a cell; without dots each line is one."""
    lines = text.strip("\n").replace("\r", "").split("\n")
    if not lines[0].startswith(_BULLET):
        return tuple(line.strip() for line in lines if line.strip())
    items: list[str] = []
    for line in lines:
        if line.startswith(_BULLET):
            items.append(line.removeprefix(_BULLET))
        else:
            items[-1] += "\n" + line.removeprefix("  ")
    return tuple(stripped for item in items if (stripped := item.strip()))


def keys_of(text: str) -> tuple[str, ...]:
    """The keys in a cell, parted by commas, semicolons, spaces or lines."""
    return tuple(re.findall(r"[^\s,;]+", text))


def allowances_text(allowances: Sequence[Allowance]) -> str:
    """Exceptions, for nobody to change in a spreadsheet."""
    if not allowances:
        return ""
    return json.dumps([one.model_dump() for one in allowances], ensure_ascii=False)


def allowances_of(text: str) -> tuple[Allowance, ...] | None:
    """The exceptions in a cell; None where it was changed in a way that makes no sense."""
    try:
        data: Any = json.loads(text) if text.strip() else []
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, list):
        return None
    try:
        return tuple(validated(Allowance, one) for one in data)
    except NotValidError:
        return None
