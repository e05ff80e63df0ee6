"""The geometry of folded, cut and flat sheets."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from press import fold
from press.errors import ContentError
from press.fold import FOLDS, panel_sizes, sheet_plan
from press.model.format import FoldKind, Format
from press.model.sheet import FlipEdge, SheetPlan, Side
from tests.folding import folded_order
from tests.papers import PANELS, a_format

FORMATS = sorted((Path(__file__).parents[1] / "templates" / "formats").glob("*.yaml"))
FOLDED = [kind.value for kind in FOLDS]
INCH = 25.4

widths = st.floats(150, 450)
allowances = st.floats(0.8, 3.2)
kinds = st.sampled_from(FOLDED)


def keys(side: Side) -> list[str]:
    return [placement.panel for placement in side.placements]


def columns(side: Side) -> list[float]:
    return [placement.box.width for placement in side.placements]


@pytest.mark.parametrize(
    ("kind", "width", "allowance", "inner"),
    [
        ("letter", 297, 3, (100, 100, 97)),
        ("letter", 297, 1.5, (99.5, 99.5, 98)),
        ("letter", 11 * INCH, INCH / 16, (3.6875 * INCH, 3.6875 * INCH, 3.625 * INCH)),
        ("z", 297, 0, (99, 99, 99)),
        ("z", 11 * INCH, 0, (93.1333, 93.1333, 93.1333)),
        ("gate", 297, 3, (73.5, 150, 73.5)),
        ("gate", 11 * INCH, INCH / 8, (2.71875 * INCH, 5.5625 * INCH, 2.71875 * INCH)),
        ("half", 297, 0, (148.5, 148.5)),
        ("half", 420, 0, (210, 210)),
    ],
)
def test_panel_widths(kind: str, width: float, allowance: float, inner: tuple[float, ...]) -> None:
    plan = sheet_plan(a_format(kind, width, allowance=allowance))
    assert columns(plan.sides[1]) == pytest.approx(inner, abs=1e-4)
    assert columns(plan.sides[0]) == pytest.approx(inner[::-1], abs=1e-4)


@pytest.mark.parametrize(
    ("kind", "outer", "inner"),
    [
        ("letter", ["flap", "back", "cover"], ["inner-left", "inner-middle", "inner-right"]),
        ("z", ["turned-left", "turned-right", "cover"], ["inner-left", "inner-middle", "inner-right"]),
        ("gate", ["cover-right", "back", "cover-left"], ["inner-left", "inner-middle", "inner-right"]),
        ("half", ["back", "cover"], ["inner-left", "inner-right"]),
    ],
)
def test_each_panel_lies_on_its_side(kind: str, outer: list[str], inner: list[str]) -> None:
    plan = sheet_plan(a_format(kind, allowance=3))
    assert [side.name for side in plan.sides] == ["outer", "inner"]
    assert keys(plan.sides[0]) == outer
    assert keys(plan.sides[1]) == inner


@given(kind=kinds, width=widths, allowance=allowances)
def test_both_sides_of_a_fold_fill_the_sheet_and_mirror_each_other(kind: str, width: float, allowance: float) -> None:
    format = a_format(kind, width, allowance=allowance)
    plan = sheet_plan(format)
    for side in plan.sides:
        edges = [(placement.box.x, placement.box.right) for placement in side.placements]
        assert edges[0][0] == 0
        assert edges[-1][1] == pytest.approx(width, abs=0.01)
        assert all(left[1] == pytest.approx(right[0]) for left, right in pairwise(edges))
        assert all(
            (placement.box.y, placement.box.height, placement.turn) == (0, 210, 0) for placement in side.placements
        )
    outer, inner = plan.sides
    assert columns(outer) == pytest.approx(columns(inner)[::-1])
    assert sorted(keys(outer) + keys(inner)) == sorted(PANELS[kind])
    assert_backs_meet_fronts(plan)


@given(width=widths, allowance=allowances)
def test_the_panel_that_tucks_in_is_narrower_by_the_allowance(width: float, allowance: float) -> None:
    plan = sheet_plan(a_format("letter", width, allowance=allowance))
    outer, inner = map(columns, plan.sides)
    assert min(outer) == outer[0]
    assert min(inner) == inner[-1]
    assert inner[0] - inner[-1] == pytest.approx(allowance)


@given(width=widths, allowance=allowances)
def test_closed_gate_leaves_keep_the_gap(width: float, allowance: float) -> None:
    left, middle, right = columns(sheet_plan(a_format("gate", width, allowance=allowance)).sides[1])
    assert middle - left - right == pytest.approx(allowance)


@given(kind=kinds, width=widths, allowance=allowances)
def test_a_reader_of_the_folded_sheet_meets_the_panels_in_their_order(
    kind: str, width: float, allowance: float
) -> None:
    assert folded_order(a_format(kind, width, allowance=allowance)) == PANELS[kind]


@pytest.mark.parametrize("kind", FOLDED)
def test_folding_notices_panels_that_changed_places(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rule = FOLDS[FoldKind(kind)]
    format = a_format(kind, allowance=3)
    for swapped in (replace(rule, outer=rule.outer[::-1]), replace(rule, inner=rule.inner[::-1])):
        monkeypatch.setattr(fold, "FOLDS", {FoldKind(kind): swapped})
        assert folded_order(format) != PANELS[kind]
        assert sorted(folded_order(format)) == sorted(PANELS[kind])


def test_sizes_come_in_reading_order() -> None:
    sizes = panel_sizes(a_format("letter", allowance=3))
    assert tuple(sizes) == PANELS["letter"]
    assert {key: size.width for key, size in sizes.items() if size.width != 100} == {
        "flap": 97,
        "inner-right": 97,
    }
    assert {size.height for size in sizes.values()} == {210}


def test_sizes_of_a_card() -> None:
    sizes = panel_sizes(wallet_card())
    assert [(key, size.width, size.height) for key, size in sizes.items()] == [
        ("front", 85, 54),
        ("back", 85, 54),
    ]


# Cards --------------------------------------------------------------------------------------------------


def wallet_card(**more: object) -> Format:
    size = {"trim": {"width": 85, "height": 54}, "nup": {"columns": 2, "rows": 5}}
    return a_format("none", 210, 297, **(size | more))


def test_ten_cards_stand_in_the_middle_of_the_sheet() -> None:
    front = sheet_plan(wallet_card()).sides[0]
    assert len(front.placements) == 10
    assert [(placement.box.x, placement.box.y) for placement in front.placements[:3]] == [
        (20, 13.5),
        (105, 13.5),
        (20, 67.5),
    ]
    last = front.placements[-1].box
    assert (last.right, last.bottom) == (190, 283.5)


@given(
    columns=st.integers(1, 3),
    rows=st.integers(1, 4),
    gutter=st.floats(0, 8),
    width=st.floats(30, 62),
    height=st.floats(20, 60),
)
def test_the_back_of_each_card_lies_behind_its_front(
    columns: int, rows: int, gutter: float, width: float, height: float
) -> None:
    format = wallet_card(
        trim={"width": width, "height": height}, nup={"columns": columns, "rows": rows, "gutter": gutter}
    )
    plan = sheet_plan(format)
    assert [len(side.placements) for side in plan.sides] == [columns * rows] * 2
    assert {placement.panel for placement in plan.sides[1].placements} == {"back"}
    assert_backs_meet_fronts(plan)


def assert_backs_meet_fronts(plan: SheetPlan) -> None:
    front, back = (
        [(placement.box.x, placement.box.y, placement.box.width) for placement in side.placements]
        for side in plan.sides
    )
    mirrored = sorted((plan.width - x - width, y, width) for x, y, width in front)
    for expected, found in zip(mirrored, sorted(back), strict=True):
        assert found == pytest.approx(expected, abs=1e-6)


def test_a_folded_card_can_stand_four_to_a_sheet() -> None:
    format = a_format(
        "half",
        210,
        297,
        trim={"width": 100, "height": 140},
        nup={"columns": 2, "rows": 2},
    )
    plan = sheet_plan(format)
    assert keys(plan.sides[0]) == ["back", "cover"] * 4
    assert_backs_meet_fronts(plan)
    assert folded_order(format) == PANELS["half"]
    assert {mark.x1 for mark in plan.sides[1].marks} == {55, 155}


@pytest.mark.parametrize(
    ("format", "flip", "names"),
    [
        (a_format("letter", allowance=3), FlipEdge.SHORT, ["outer", "inner"]),
        (a_format("none", 297, 210), FlipEdge.SHORT, ["front", "back"]),
        (a_format("none", 210, 297), FlipEdge.LONG, ["front", "back"]),
        (a_format("none", 210, 297, panels=("front",)), FlipEdge.NONE, ["front"]),
    ],
    ids=["fold", "landscape", "portrait", "one side"],
)
def test_how_the_printer_turns_the_paper(format: Format, flip: FlipEdge, names: list[str]) -> None:
    plan = sheet_plan(format)
    assert plan.flip is flip
    assert [side.name for side in plan.sides] == names


# Marks --------------------------------------------------------------------------------------------------


def marks(side: Side) -> set[tuple[float, float, float, float]]:
    return {(mark.x1, mark.y1, mark.x2, mark.y2) for mark in side.marks}


def test_folds_are_marked_on_the_inner_side() -> None:
    outer, inner = sheet_plan(a_format("letter", allowance=3)).sides
    assert outer.marks == ()
    assert marks(inner) == {(100, 7, 100, 9), (100, 201, 100, 203), (200, 7, 200, 9), (200, 201, 200, 203)}
    assert all(mark.dashed for mark in inner.marks)


def test_cards_are_cut_along_marks_outside_the_block() -> None:
    front, back = sheet_plan(wallet_card()).sides
    found = marks(front)
    assert {
        (20, 7, 20, 11.5),
        (105, 285.5, 105, 290),
        (13, 13.5, 18, 13.5),
        (192, 283.5, 197, 283.5),
    } <= found
    assert len(found) == 2 * 3 + 2 * 6
    assert not any(mark.dashed for mark in front.marks)
    assert back.marks == ()


def test_without_room_outside_the_ticks_stand_on_the_cut_line() -> None:
    a6 = a_format("none", 210, 297, trim={"width": 105, "height": 148}, nup={"columns": 2, "rows": 2})
    assert marks(sheet_plan(a6).sides[0]) == {
        (105, 7, 105, 10),
        (105, 147, 105, 150),
        (105, 287, 105, 290),
        (7, 148.5, 10, 148.5),
        (103.5, 148.5, 106.5, 148.5),
        (200, 148.5, 203, 148.5),
    }


def test_no_tick_where_the_panels_leave_no_white() -> None:
    narrow = {"top": 10, "right": 2, "bottom": 10, "left": 2}
    a5 = a_format(
        "none",
        297,
        210,
        panels=("front",),
        trim={"width": 148, "height": 210},
        nup={"columns": 2, "rows": 1},
        margins=narrow,
    )
    assert sheet_plan(a5).sides[0].marks == ()


@pytest.mark.parametrize("path", FORMATS, ids=lambda path: path.stem)
def test_formats_of_the_project_keep_their_marks_off_the_edge_and_the_words(path: Path) -> None:
    format = Format.model_validate(yaml.safe_load(path.read_text("utf-8")))
    plan = sheet_plan(format)
    assert folded_order(format) == tuple(panel.key for panel in format.panels)
    for side in plan.sides:
        for mark in side.marks:
            for x, y in ((mark.x1, mark.y1), (mark.x2, mark.y2)):
                assert 7 <= x <= plan.width - 7
                assert 7 <= y <= plan.height - 7
                for placement in side.placements:
                    margins = next(panel for panel in format.panels if panel.key == placement.panel).margins
                    margins = margins or format.margins
                    words = placement.box.inset(margins.top, margins.right, margins.bottom, margins.left)
                    assert not (words.x < x < words.right and words.y < y < words.bottom)


def test_there_are_formats_to_try() -> None:
    assert FORMATS


# Refusals -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("format", "code", "says"),
    [
        (a_format("letter", panels=("cover", "back")), "format-panels", "2 panels but needs 6"),
        (a_format("none", panels=("a", "b", "c")), "format-panels", "3 panels but needs one or two"),
        (a_format("letter", 200, allowance=150), "format-fold", "150 mm leaves no panel"),
        (wallet_card(nup={"columns": 2, "rows": 6}), "format-sheet", "170 × 324 mm, the sheet has 210 × 297"),
    ],
)
def test_impossible_formats_are_refused(format: Format, code: str, says: str) -> None:
    with pytest.raises(ContentError) as refusal:
        sheet_plan(format)
    (problem,) = refusal.value.problems
    assert problem.code == code
    assert says in problem.message
    assert problem.remedy
