"""Codes of editions on paper: identify, recall, compare."""

from __future__ import annotations

from collections.abc import Mapping

from press.codes.explanation import Explanation

CODES: Mapping[str, Explanation] = {}
