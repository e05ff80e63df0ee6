from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from press.model.sheet import Rectangle

MM = st.integers(-500, 500)


def test_the_corners_of_a_rectangle() -> None:
    box = Rectangle(10, 20, 100, 50)
    assert (box.right, box.bottom) == (110, 70)


def test_an_inset_names_its_edges_as_css_does() -> None:
    assert Rectangle(10, 20, 100, 50).inset(1, 2, 3, 4) == Rectangle(14, 21, 94, 46)


@given(MM, MM, MM, MM, MM, MM, MM, MM)
def test_an_inset_moves_each_edge_alone(x: int, y: int, w: int, h: int, t: int, r: int, b: int, le: int) -> None:
    box = Rectangle(x, y, w, h)
    smaller = box.inset(t, r, b, le)
    assert (smaller.x - box.x, smaller.y - box.y) == (le, t)
    assert (box.right - smaller.right, box.bottom - smaller.bottom) == (r, b)
