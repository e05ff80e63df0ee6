"""Codes of sign-offs and the evidence they rest on."""

from __future__ import annotations

from collections.abc import Mapping

from press.codes.explanation import Explanation

CODES: Mapping[str, Explanation] = {}
