"""Lengths: millimetres for paper, points for type and PDF, CSS pixels for the layout engine."""

from __future__ import annotations

MM_PER_INCH = 25.4
PT_PER_INCH = 72.0
PX_PER_INCH = 96.0


def mm_to_pt(mm: float) -> float:
    """Millimetres to PostScript points (1/72 inch)."""
    return mm * PT_PER_INCH / MM_PER_INCH


def pt_to_mm(pt: float) -> float:
    """PostScript points to millimetres."""
    return pt * MM_PER_INCH / PT_PER_INCH


def px_to_mm(px: float) -> float:
    """CSS pixels (1/96 inch) to millimetres."""
    return px * MM_PER_INCH / PX_PER_INCH
