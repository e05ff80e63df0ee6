"""Codes of translations that may be older than their original."""

from __future__ import annotations

from collections.abc import Mapping

from press.codes.explanation import Explanation

CODES: Mapping[str, Explanation] = {}
