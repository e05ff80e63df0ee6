"""Every way in which a sheet can go wrong, once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject

from press.errors import Problem
from press.fold import sheet_plan
from press.impose import SheetInfo, impose
from press.model.composition import Composition, PanelCopy
from press.model.format import Format
from press.model.guard import GuardState
from press.model.job import Job, Medium
from press.model.sheet import FlipEdge, Placement, Rectangle, SheetPlan, Side
from press.preflight.reading import read_pages
from press.preflight.sheet import check_sheet
from tests.papers import PANELS, Drawing, a_format, patch, pdf_of, text

LETTER = a_format("letter", allowance=3)
CARDS = a_format("none", 210, 297, trim={"width": 85, "height": 54}, nup={"columns": 2, "rows": 5})
INFO = SheetInfo("t", "a", "s", "en", "7K3-M9Q2", date(2026, 1, 1))


@dataclass
class Case:
    """A sheet with two words and a number on each panel; tests spoil one thing of it."""

    format: Format = field(default_factory=lambda: LETTER)
    drawn: Mapping[str, tuple[Drawing, ...]] = field(default_factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.plan = sheet_plan(self.format)
        self.keys = tuple(panel.key for panel in self.format.panels)
        self.boxes = {placement.panel: placement.box for side in self.plan.sides for placement in side.placements}
        self.drawn = {key: (text(f"Call {key} 112", 10, 20),) for key in self.keys} | dict(self.drawn)
        self.words = {key: ("Call", key, "112") for key in self.keys} | dict(self.words)

    @property
    def pages(self) -> bytes:
        boxes = ((key, self.boxes[key]) for key in self.keys)
        return pdf_of(*((box.width, box.height, self.drawn[key]) for key, box in boxes))

    @property
    def composition(self) -> Composition:
        copies = tuple(
            PanelCopy(
                key=key,
                name=f"panel {key}",
                width=self.boxes[key].width,
                height=self.boxes[key].height,
                safe=Rectangle(0, 0, self.boxes[key].width, self.boxes[key].height).inset(5, 5, 5, 5),
                outer=True,
                words=self.words[key],
                passages=(),
            )
            for key in self.keys
        )
        job = Job("call", "en", "", "test", Medium.OFFICE)
        return Composition(job, "", "t", "en", "7K3-M9Q2", copies, (), ())

    def imposed(self, plan: SheetPlan | None = None) -> bytes:
        return impose(self.pages, plan or self.plan, self.keys, INFO)

    def problems(
        self, guard: str, sheet: bytes | None = None, pages: bytes | None = None, *, alone: bool = True
    ) -> list[Problem]:
        """What the guard says; the other guard must have nothing to say, if `alone`."""
        results = check_sheet(self.composition, self.plan, sheet or self.imposed(), read_pages(pages or self.pages))
        assert [result.guard for result in results] == ["fit", "print"]
        (result,) = (result for result in results if result.guard == guard)
        other = next(result for result in results if result.guard != guard)
        assert result.state is (GuardState.FAILED if result.problems else GuardState.PASSED)
        assert not alone or other.state is GuardState.PASSED, other.problems
        assert all(problem.remedy for problem in result.problems)
        return list(result.problems)


def told(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(problem.code, problem.panel) for problem in problems]


@pytest.mark.parametrize(
    "format", [LETTER, a_format("z"), a_format("half"), CARDS], ids=["letter", "z", "half", "cards"]
)
def test_a_good_sheet_passes(format: Format) -> None:
    assert Case(format).problems("fit") == []
    assert Case(format).problems("print") == []


# Words --------------------------------------------------------------------------------------------------


def test_a_lost_word_is_named() -> None:
    case = Case(words={"flap": ("Call", "flap", "112", "now")})
    (problem,) = case.problems("fit")
    assert (problem.code, problem.panel) == ("words-lost", "flap")
    assert problem.message == "panel flap: not on the outer side of the sheet: “now”"


def test_a_word_too_much_is_named() -> None:
    (problem,) = Case(words={"back": ("Call", "back")}).problems("fit")
    assert (problem.code, problem.panel) == ("words-extra", "back")
    assert problem.message == "panel back: on the outer side of the sheet, but not in the text: “112”"


def test_many_words_are_counted() -> None:
    words = ("Call", "flap", "112", *(f"w{number}" for number in range(20)))
    (problem,) = Case(words={"flap": words}).problems("fit")
    assert problem.message.endswith("“w7” and 12 more")


def test_a_panel_on_the_wrong_place_is_noticed() -> None:
    case = Case()
    outer, inner = case.plan.sides
    moved = [
        replace(placement, panel={"back": "cover", "cover": "back"}.get(placement.panel, placement.panel))
        for placement in outer.placements
    ]
    wrong = replace(case.plan, sides=(replace(outer, placements=tuple(moved)), inner))
    found = told(case.problems("fit", case.imposed(wrong)))
    assert {("words-lost", "back"), ("words-extra", "cover")} <= set(found)


def test_one_blank_card_of_ten_is_noticed() -> None:
    case = Case(CARDS)
    front, back = case.plan.sides
    wrong = replace(case.plan, sides=(replace(front, placements=front.placements[:-1]), back))
    assert told(case.problems("fit", case.imposed(wrong))) == [("words-lost", "front")]


def test_the_same_fault_of_ten_cards_is_told_once() -> None:
    case = Case(CARDS, words={"front": ("Call", "front", "112", "now")})
    assert told(case.problems("fit")) == [("words-lost", "front")]


def test_words_beside_the_panels_are_noticed() -> None:
    case = Case(CARDS, drawn={"front": (text("Call front 112", 10, 20), text("lost", 10, 120))})
    case.plan = SheetPlan(210, 297, (Side("front", (Placement("front", Rectangle(20, 20, 85, 54)),)),), FlipEdge.NONE)
    problems = case.problems("fit")
    assert [problem.code for problem in problems] == ["words-extra"]
    assert problems[0].message == "the front side has words that stand in no panel: “lost”"


def test_a_missing_side_is_noticed() -> None:
    case = Case()
    one_side = replace(case.plan, sides=case.plan.sides[:1])
    problems = case.problems("fit", case.imposed(one_side))
    assert told(problems) == [("sheet-place", "")]
    assert problems[0].message == "sides in the file: 1, sides of the sheet: 2"


def test_another_paper_is_noticed() -> None:
    case = Case()
    larger = replace(case.plan, width=case.plan.width + 1)
    (problem, again) = case.problems("fit", case.imposed(larger))
    assert problem.code == again.code == "sheet-place"
    assert "298.0 × 210.0 mm, the paper 297 × 210 mm" in problem.message


def test_a_panel_without_a_text_is_noticed() -> None:
    case = Case(CARDS)
    sheet, pages = case.imposed(), read_pages(case.pages)
    composition = replace(case.composition, panels=case.composition.panels[:1])
    fit, _ = check_sheet(composition, case.plan, sheet, pages)
    assert told(list(fit.problems)) == [("sheet-place", "")]


# Place and turn -----------------------------------------------------------------------------------------


def test_a_panel_moved_by_a_fifth_of_a_millimetre_is_noticed() -> None:
    case = Case()
    outer, inner = case.plan.sides
    first, *others = outer.placements
    for offset, codes in ((0.05, []), (0.2, [("sheet-place", "flap")])):
        moved = replace(first, box=replace(first.box, y=offset))
        wrong = replace(case.plan, sides=(replace(outer, placements=(moved, *others)), inner))
        found = case.problems("fit", case.imposed(wrong))
        assert told(found) == codes
    assert "lies 0.2 mm from its place" in found[0].message


def test_a_panel_of_another_scale_is_noticed() -> None:
    case = Case()
    larger = Case(drawn={"flap": (text("Call flap 112", 10, 20, 12.5),)})
    assert told(case.problems("fit", case.imposed(), larger.pages)) == [("sheet-place", "flap")]


def test_a_panel_standing_on_its_head_is_noticed() -> None:
    case = Case()
    outer, inner = case.plan.sides
    wrong = replace(
        case.plan,
        sides=(outer, replace(inner, placements=tuple(replace(item, turn=180) for item in inner.placements))),
    )
    problems = case.problems("fit", case.imposed(wrong))
    assert told(problems) == [
        ("sheet-turned", "inner-left"),
        ("sheet-turned", "inner-middle"),
        ("sheet-turned", "inner-right"),
    ]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_panel_that_should_be_turned_may_be(turn: int) -> None:
    case = Case(CARDS, drawn={"front": (text("Call front 112", 6, 10),)})
    box = Rectangle(30, 40, 85, 54) if turn == 180 else Rectangle(30, 40, 54, 85)
    case.plan = SheetPlan(210, 297, (Side("front", (Placement("front", box, turn),)),), FlipEdge.NONE)
    assert case.problems("fit") == []
    upright = replace(case.plan, sides=(Side("front", (Placement("front", Rectangle(30, 40, 85, 54)),)),))
    assert ("sheet-turned", "front") in told(case.problems("fit", case.imposed(upright)))


# The safe area ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("x", "y", "edge"), [(3, 20, "left"), (10, 6, "top"), (92, 20, "right"), (10, 207, "bottom")])
def test_words_beyond_the_safe_area_are_measured(x: float, y: float, edge: str) -> None:
    case = Case(
        drawn={"inner-middle": (text("112", x, y),)},
        words={"inner-middle": ("112",)},
    )
    (problem,) = case.problems("fit", alone=edge in ("left", "right"))
    assert (problem.code, problem.panel) == ("outside-safe-area", "inner-middle")
    (box,) = (run.box for run in read_pages(case.pages)[3].runs)
    beyond = {"left": 5 - box.x, "top": 5 - box.y, "right": box.right - 95, "bottom": box.bottom - 205}[edge]
    assert 1 < beyond < 5
    assert problem.message == (f"panel inner-middle: “112” reaches {beyond:.1f} mm beyond the safe area at the {edge}")


# Print --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("x", "y", "says"),
    [
        (5, 100, "the inner side has ink only 5.0 mm from the left edge"),
        (50, 3, "the inner side has ink only 3.0 mm from the top edge"),
        (50, 206, "the inner side has ink only 3.0 mm from the bottom edge"),
    ],
)
def test_ink_near_the_edge_of_the_paper_is_noticed(x: float, y: float, says: str) -> None:
    drawn = (text("Call inner-left 112", 10, 20), patch("K", x, y, 1, 1))
    (problem,) = Case(drawn={"inner-left": drawn}).problems("print")
    assert (problem.code, problem.message) == ("ink-at-edge", says)


def test_ink_at_the_right_edge_is_noticed() -> None:
    drawn = (text("Call inner-right 112", 10, 20), patch("K", 90, 100, 3, 3))
    (problem,) = Case(drawn={"inner-right": drawn}).problems("print")
    assert problem.message == "the inner side has ink only 4.0 mm from the right edge"


def test_ink_at_seven_millimetres_and_at_a_fold_is_allowed() -> None:
    drawn = (text("Call inner-left 112", 10, 20), patch("K", 7, 7, 93, 196))
    case = Case(drawn={"inner-left": drawn})
    assert case.problems("print") == []


def test_a_dark_side_is_refused() -> None:
    drawn = {
        key: (patch("K", 8, 8, 80, 190), text(f"Call {key} 112", 10, 20)) for key in ("inner-left", "inner-middle")
    }
    (problem,) = Case(drawn=drawn).problems("print")
    assert problem.code == "too-dark"
    assert problem.message.startswith("the inner side is 49 % ink")


def test_the_limit_of_darkness_can_be_set() -> None:
    case = Case(drawn={"cover": (patch("K", 10, 10, 30, 30), text("Call cover 112", 10, 20))})
    for limit, codes in ((5, []), (1, ["too-dark"])):
        _, print_guard = check_sheet(
            case.composition, case.plan, case.imposed(), read_pages(case.pages), cover_limit=limit
        )
        assert [problem.code for problem in print_guard.problems] == codes


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("/PrintScaling", "/AppDefault", "lets the printer change the size"),
        (
            "/Duplex",
            "/DuplexFlipLongEdge",
            "flip on long edge; the sheet needs both sides, flip on short edge",
        ),
        ("/Duplex", "/Simplex", "asks the printer for one side only"),
        ("/Duplex", None, "asks the printer for nothing"),
    ],
)
def test_wrong_wishes_for_the_printer_are_noticed(key: str, value: str | None, says: str) -> None:
    case = Case()
    writer = PdfWriter(clone_from=PdfReader(BytesIO(case.imposed())))
    wishes = writer.root_object["/ViewerPreferences"]
    assert isinstance(wishes, DictionaryObject)
    if value:
        wishes[NameObject(key)] = NameObject(value)
    else:
        del wishes[key]
    output = BytesIO()
    writer.write(output)
    (problem,) = case.problems("print", output.getvalue())
    assert problem.code == "print-settings"
    assert says in problem.message


def test_a_broken_file_could_not_be_checked() -> None:
    case = Case()
    results = check_sheet(case.composition, case.plan, b"nothing", read_pages(case.pages))
    assert [result.state for result in results] == [GuardState.COULD_NOT_RUN] * 2
    assert {problem.code for result in results for problem in result.problems} == {"sheet-unreadable"}


def test_every_fold_has_panels_to_try() -> None:
    assert set(PANELS) == {"none", "letter", "z", "gate", "half"}
