"""Every way in which a panel can go wrong: first on drawn pages, then by a designer's or an author's hand."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from press.errors import Place, Problem
from press.model.composition import Composition, PanelCopy, Passage
from press.model.guard import GuardState
from press.model.job import Job, Medium
from press.model.sheet import Rectangle
from press.preflight.panels import check_panels
from press.preflight.reading import read_pages
from press.units import mm_to_pt
from tests.papers import Drawing, patch, pdf_of, text
from tests.workbench import OFFICE, SCREEN, STYLE, WORDS, Workbench

PLACE = Place("content/leaflets/a/en.yaml", 7, 3)
PANEL = PanelCopy(
    key="back",
    name="the back",
    width=100,
    height=60,
    safe=Rectangle(5, 5, 90, 50),
    outer=True,
    words=("Call", "112", "now"),
    passages=(Passage("red", ("Call", "112", "now"), PLACE, critical=True),),
    emergency=("112",),
    floor=11,
    emergency_floor=15,
    small_print_floor=8,
)
GOOD = (text("Call", 10, 20), text("112", 30, 20, 16), text("now", 45, 20))


def coloured(words: str, x: float, y: float, grey: float) -> Drawing:
    """Words in a grey between 0, black, and 1, white."""
    return lambda height: f"BT /F 12 Tf {grey} g {mm_to_pt(x):.4f} {mm_to_pt(height - y):.4f} Td ({words}) Tj ET"


@dataclass(frozen=True)
class Told:
    """What the three guards had to say about one drawn panel."""

    problems: dict[str, tuple[Problem, ...]]

    @property
    def codes(self) -> dict[str, list[str]]:
        return {guard: [problem.code for problem in found] for guard, found in self.problems.items() if found}


def told(
    *drawings: Drawing,
    panel: PanelCopy = PANEL,
    fonts: tuple[str, ...] = ("Helvetica",),
    said: tuple[Problem, ...] = (),
    pages: int = 1,
) -> Told:
    pdf = pdf_of(*[(panel.width, panel.height, drawings)] * pages)
    job = Job("a", "en", "", "card", Medium.SCREEN)
    composition = Composition(job, "", "t", "en", "7K3M-9QW", (panel,), (), fonts)
    results = check_panels(composition, pdf, read_pages(pdf), said)
    assert [result.guard for result in results] == ["fit", "critical", "picture"]
    for result in results:
        assert result.state is (GuardState.FAILED if result.problems else GuardState.PASSED)
        assert all(problem.remedy for problem in result.problems)
    return Told({result.guard: result.problems for result in results})


def test_a_good_panel_passes() -> None:
    assert told(*GOOD).codes == {}


# Words ------------------------------------------------------------------------------------------------------------


def test_a_lost_word_is_named_with_the_line_that_says_it() -> None:
    (problem,) = told(*GOOD[:2]).problems["fit"]
    assert (problem.code, problem.place, problem.panel) == ("words-lost", PLACE, "the back")
    assert "'now'" in problem.message


def test_a_word_too_much_is_named() -> None:
    (problem,) = told(*GOOD, text("hello", 60, 20)).problems["fit"]
    assert problem.code == "words-extra"
    assert "'hello'" in problem.message


def test_a_word_said_twice_must_be_there_twice() -> None:
    twice = replace(PANEL, words=(*PANEL.words, "now"))
    assert told(*GOOD, panel=twice).codes == {"fit": ["words-lost"]}
    assert told(*GOOD, text("now", 60, 20), panel=twice).codes == {}


# Places -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("x", "y", "edge"), [(2, 30, "left"), (88, 30, "right"), (40, 6, "top"), (40, 57, "bottom"), (120, 30, "right")]
)
def test_a_word_beyond_the_safe_area_is_told_with_its_edge(x: float, y: float, edge: str) -> None:
    (problem, *_) = told(*GOOD[:2], text("now", x, y)).problems["fit"]
    assert problem.code == "outside-safe-area"
    assert problem.message.endswith(f"at its {edge}")
    assert problem.place == PLACE


def test_the_edge_of_the_safe_area_is_safe() -> None:
    # the ink of an "n" begins 0.28 mm right of its origin and ends on the base line
    assert told(*GOOD[:2], text("now", 5, 54.9)).codes == {}
    assert told(*GOOD[:2], text("now", 4, 54.9)).codes == {"fit": ["outside-safe-area"]}


def test_a_word_wider_than_the_safe_area_cannot_be_moved_in() -> None:
    long = "now" * 20
    panel = replace(PANEL, words=("Call", "112", long), passages=(Passage("red", (long,), PLACE, critical=True),))
    (problem,) = told(*GOOD[:2], text(long, 3, 40), panel=panel).problems["fit"]
    assert (problem.code, problem.place) == ("word-too-wide", PLACE)


def test_words_on_each_other_are_told() -> None:
    (problem,) = told(*GOOD[:2], text("now", 31, 21)).problems["fit"]
    assert problem.code == "text-overlaps"
    assert "'112' and 'now'" in problem.message or "'now' and '112'" in problem.message


@pytest.mark.parametrize("y", [24.5, 26])
def test_lines_may_stand_close(y: float) -> None:
    assert told(*GOOD[:2], text("now", 31, y)).codes == {}


# What eyes see ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("colour", ["_", "K", "R"])
def test_a_word_under_a_box_is_told(colour: str) -> None:
    (problem,) = told(*GOOD, patch(colour, 44, 15, 20, 8)).problems["fit"]
    assert (problem.code, problem.place) == ("text-hidden", PLACE)
    assert "'now'" in problem.message


def test_a_word_on_a_box_is_seen() -> None:
    assert told(*GOOD[:2], patch("K", 44, 15, 20, 8), coloured("now", 45, 20, 1)).codes == {}


def test_white_words_on_white_are_told() -> None:
    assert told(*GOOD[:2], coloured("now", 45, 20, 1)).codes == {"fit": ["text-hidden"], "critical": ["low-contrast"]}


@pytest.mark.parametrize(
    ("grey", "codes"),
    [
        (0.42, {}),  # #6B6B6B on white: 5.3:1
        (0.5, {"critical": ["low-contrast"]}),  # #808080: 3.9:1
        (0.8, {"critical": ["low-contrast"]}),
    ],
)
def test_pale_words_are_told(grey: float, codes: dict[str, list[str]]) -> None:
    assert told(*GOOD[:2], coloured("now", 45, 20, grey)).codes == codes


def test_half_a_word_on_a_ground_too_near_is_told() -> None:
    (problem,) = told(patch("R", 48, 15, 10, 8), *GOOD[:2], coloured("now", 45, 20, 0.3)).problems["critical"]
    assert (problem.code, problem.place) == ("low-contrast", PLACE)
    assert "contrast of 2." in problem.message


# Sizes ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("size", "codes"), [(11, {}), (10.5, {"critical": ["too-small"]})])
def test_critical_words_keep_their_floor(size: float, codes: dict[str, list[str]]) -> None:
    assert told(*GOOD[:2], text("now", 45, 20, size)).codes == codes


def test_other_words_keep_the_floor_of_small_print() -> None:
    quiet = replace(PANEL, passages=(replace(PANEL.passages[0], critical=False),))
    assert told(*GOOD[:2], text("now", 45, 20, 8), panel=quiet).codes == {}
    (problem,) = told(*GOOD[:2], text("now", 45, 20, 7.5), panel=quiet).problems["critical"]
    assert problem.code == "too-small"
    assert problem.message == "'now' on panel 'the back' is set in 7.5 pt; 8 pt is the least there"


def test_an_emergency_number_is_large() -> None:
    (problem,) = told(GOOD[0], text("112", 30, 20, 14), GOOD[2]).problems["critical"]
    assert problem.code == "too-small"
    assert "emergency number 112" in problem.message


def test_an_emergency_number_is_large_once_at_least() -> None:
    twice = replace(PANEL, words=(*PANEL.words, "112"))
    assert told(*GOOD, text("112", 60, 20, 12), panel=twice).codes == {}


def test_an_emergency_number_with_a_comma_behind_it_counts() -> None:
    panel = replace(PANEL, words=("Call", "112,", "now"), passages=())
    assert told(GOOD[0], text("112,", 30, 20, 16), GOOD[2], panel=panel).codes == {}


def test_a_missing_emergency_number_is_told() -> None:
    panel = replace(PANEL, emergency=("112", "103"))
    (problem,) = told(*GOOD, panel=panel).problems["critical"]
    assert "103" in problem.message


# Fonts and the engine's own words ---------------------------------------------------------------------------------


def test_a_foreign_font_is_named() -> None:
    (problem,) = told(*GOOD, fonts=("Onest", "IBM Plex Sans")).problems["picture"]
    assert problem.code == "font-foreign"
    assert "'Helvetica'" in problem.message


@pytest.mark.parametrize(
    ("code", "guard"), [("panel-overfull", "fit"), ("picture-missing", "picture"), ("engine-warning", "picture")]
)
def test_what_the_engine_said_goes_to_the_guard_that_answers_for_it(code: str, guard: str) -> None:
    assert told(*GOOD, said=(Problem(code, "x", "y"),)).codes == {guard: [code]}


def test_a_file_with_other_pages_is_judged_by_what_the_engine_said() -> None:
    overfull = Problem("panel-overfull", "x", "y")
    assert told(*GOOD, said=(overfull,), pages=2).codes == {"fit": ["panel-overfull"]}


# A designer's mistakes --------------------------------------------------------------------------------------------

#: What a designer writes at the end of a style, and the code that refuses it on the wallet card.
MISTAKES = {
    "a flex column of fixed height": (
        ".text { display: flex; flex-direction: column; height: 4mm } .text p { font-size: 22pt }",
        "text-overlaps",
    ),
    "a float": (".section--words { float: left; width: 20mm }", "words-lost"),
    "a float on its neighbour": (".items { float: left; width: 18mm }", "text-overlaps"),
    "an absolute box": (".text { position: absolute; top: 40mm; width: 20mm }", "words-lost"),
    "a fixed height": (".section--words { height: 8mm } .fill { display: none }", "text-overlaps"),
    "a box that hides what is too much": (".items { height: 3mm; overflow: hidden }", "text-hidden"),
    "white on white": (".text { color: #fff }", "text-hidden"),
    "an opaque box on top": (
        ".items { position: relative } .items::after { content: ''; position: absolute; inset: 0; background: #fff }",
        "text-hidden",
    ),
    "two blocks on each other": (".items { margin-top: -5mm }", "text-overlaps"),
    "moved out": (".text { transform: translate(40mm, 0) }", "outside-safe-area"),
    "on one line": (".text p { white-space: nowrap; font-size: 20pt }", "outside-safe-area"),
    "not shown": (".text { display: none }", "words-lost"),
    "invisible": (".text { visibility: hidden }", "words-lost"),
    "transparent": (".text { color: transparent }", "text-hidden"),
    "words in the style": (".text::after { content: ' Buy now' }", "words-extra"),
    "a footer": ("@page { @bottom-left { content: 'Page' } }", "words-extra"),
    "capitals": (".text { text-transform: uppercase }", "words-lost"),
    "pale": (".text { color: #999 }", "low-contrast"),
    "small": (".items { font-size: 8pt }", "too-small"),
    "a small emergency number": (".publisher__phone { font-size: 12pt }", "too-small"),
    "tiny": (".contact__hours { font-size: 6pt }", "too-small"),
}


@pytest.mark.parametrize("medium", [SCREEN, OFFICE], ids=["screen", "office"])
def test_the_small_card_is_good(bench: Workbench, medium: Job) -> None:
    assert bench.problems(medium) == []


@pytest.mark.parametrize(("css", "code"), MISTAKES.values(), ids=MISTAKES)
def test_a_designers_mistake_is_refused(bench: Workbench, css: str, code: str) -> None:
    bench.append(STYLE, css)
    problems = [problem for problem in bench.problems(OFFICE) if problem.code == code]
    assert problems, "passed unnoticed"
    assert problems[0].panel
    assert all(problem.remedy for problem in problems)


def test_a_mistake_names_the_line_of_the_words_it_concerns(bench: Workbench) -> None:
    bench.append(STYLE, MISTAKES["white on white"][0])
    (problem,) = (problem for problem in bench.problems() if problem.code == "text-hidden")
    assert problem.place
    assert (problem.place.file, problem.place.line) == (WORDS, bench.line_of("Blue lips?"))


#: Boxes from which the engine drops what does not fit on the page, without a word.
BOXES = {
    "none": "",
    "flex": "display: flex; flex-direction: column",
    "flex of fixed height": "display: flex; flex-direction: column; height: 30mm",
    "grid": "display: grid",
    "float": "float: left",
    "absolute": "position: absolute; top: 0; left: 0; width: 70mm",
    "fixed height": "height: 30mm",
    "hidden": "height: 30mm; overflow: hidden",
    "at most": "max-height: 30mm; overflow: hidden",
    "inline block": "display: inline-block",
    "table": "display: table",
    "cell": "display: table-cell",
    "columns": "columns: 2",
    "unbreakable": "break-inside: avoid",
}


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_thirty_lines_too_many_are_never_dropped_unnoticed(bench: Workbench, box: str) -> None:
    items = "".join(f"          - text: One more of the thirty lines, number {n}\n" for n in range(30))
    bench.change(WORDS, "          - text: Stay beside the person\n", items)
    bench.append(STYLE, f".section--words, .text, .items {{ {box} }}")
    assert bench.codes(OFFICE) & {"panel-overfull", "words-lost"}


# An author's mistakes ---------------------------------------------------------------------------------------------


def test_a_word_too_wide_for_the_card_names_its_line(bench: Workbench) -> None:
    bench.change(WORDS, "Blue lips?", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk")
    (problem,) = bench.problems()
    assert problem.code == "word-too-wide"
    assert problem.place
    assert (problem.place.file, problem.place.line) == (WORDS, bench.line_of("Donau"))
    assert " mm beyond" in problem.message
