"""Codes of words that hurt, mislead or are hard to read."""

from __future__ import annotations

from collections.abc import Mapping

from press.codes.explanation import Explanation

CODES: Mapping[str, Explanation] = {}
