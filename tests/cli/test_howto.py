from pathlib import Path

import pytest

from press.cli.howto import how_to_print, paper_name
from press.load.project import load
from press.model.format import Fold, FoldKind, Format, FormatPanel, NUp, Size
from tests.conftest import Sample


@pytest.fixture
def plain(sample: Sample) -> Format:
    project = load(sample.root).project
    assert project is not None
    return project.formats["a5"]


def panels(count: int) -> tuple[FormatPanel, ...]:
    return tuple(FormatPanel(key=f"p{number}", names={"en": "panel"}) for number in range(count))


def changed(format: Format, **fields: object) -> Format:
    return format.model_copy(update=fields)


A4_WIDE = Size(width=297, height=210)


def test_a_plain_sheet_is_printed_on_one_side_at_full_size(plain: Format) -> None:
    (only,) = how_to_print(plain)
    assert only.startswith("Paper: A5, portrait. Print on one side.")
    assert "100 %" in only
    assert "Fit to page" in only


def test_two_upright_sides_flip_on_the_long_edge(plain: Format) -> None:
    assert "flip on the long edge" in how_to_print(changed(plain, panels=panels(2)))[0]


def test_a_letter_fold_is_folded_right_then_left(plain: Format) -> None:
    fold = Fold(kind=FoldKind.LETTER, allowance=3)
    paper, folding = how_to_print(changed(plain, sheet=A4_WIDE, trim=A4_WIDE, fold=fold, panels=panels(6)))
    assert paper.startswith("Paper: A4, landscape. Print on both sides, flip on the short edge.")
    assert folding.index("right part over") < folding.index("left part over")


def test_a_z_fold_is_folded_behind_and_over(plain: Format) -> None:
    folding = how_to_print(changed(plain, sheet=A4_WIDE, trim=A4_WIDE, fold=Fold(kind=FoldKind.Z), panels=panels(6)))[
        -1
    ]
    assert folding.index("right part behind") < folding.index("left part over")


def test_several_copies_are_cut(plain: Format) -> None:
    size = Size(width=85, height=54)
    steps = how_to_print(changed(plain, sheet=A4_WIDE, trim=size, nup=NUp(columns=2, rows=3)))
    assert "6 copies on each sheet" in steps[1]


def test_a_smaller_finished_size_is_cut(plain: Format) -> None:
    assert "Cut along the marks" in how_to_print(changed(plain, sheet=A4_WIDE))[1]


def test_every_format_of_the_project_can_be_explained() -> None:
    project = load(Path(__file__).parents[2]).project
    assert project is not None
    for format in project.formats.values():
        assert "Paper: A" in how_to_print(format)[0]


@pytest.mark.parametrize(
    ("width", "height", "name"),
    [(297, 210, "A4"), (210, 297, "A4"), (419.9, 297.1, "A3"), (99, 210, "99 × 210 mm")],
)
def test_papers_have_names(width: float, height: float, name: str) -> None:
    assert paper_name(width, height) == name
