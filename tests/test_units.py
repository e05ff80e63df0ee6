from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.units import mm_to_pt, pt_to_mm, px_to_mm

LENGTHS = st.floats(-10_000, 10_000, allow_nan=False)


def test_an_inch_in_every_unit() -> None:
    assert mm_to_pt(25.4) == pytest.approx(72)
    assert pt_to_mm(72) == pytest.approx(25.4)
    assert px_to_mm(96) == pytest.approx(25.4)


def test_a4_is_a4() -> None:
    assert [mm_to_pt(210), mm_to_pt(297)] == pytest.approx([595.276, 841.890], abs=0.001)


@given(LENGTHS)
def test_there_and_back(length: float) -> None:
    assert pt_to_mm(mm_to_pt(length)) == pytest.approx(length)
    assert px_to_mm(length) == pytest.approx(pt_to_mm(length * 0.75))


@given(LENGTHS, LENGTHS)
def test_lengths_add_up(one: float, other: float) -> None:
    assert mm_to_pt(one) + mm_to_pt(other) == pytest.approx(mm_to_pt(one + other), abs=1e-6)
