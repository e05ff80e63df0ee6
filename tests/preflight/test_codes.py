"""QR codes drawn well and badly, as they are read back from the page."""

from __future__ import annotations

import re

import pytest

from press.barcode import QUIET_ZONE, qr_code
from press.errors import Problem
from press.model.composition import Code, Composition, PanelCopy
from press.model.guard import GuardState
from press.model.job import Job, Medium
from press.model.sheet import Rectangle
from press.preflight.codes import check_codes
from tests.papers import Drawing, patch, pdf_of
from tests.workbench import OFFICE, SCREEN, STYLE, Workbench

ADDRESS = "https://example.org/help"
SIDE = qr_code(ADDRESS).side - 2 * QUIET_ZONE


def drawn(payload: str = ADDRESS, module: float = 0.6, dark: str = "K", light: str = "_") -> list[Drawing]:
    """A code of `module` mm whose quiet zone begins at 10, 10."""
    code = qr_code(payload)
    runs = re.findall(r"M(\d+) (\d+)h(\d+)", code.path)
    side = code.side * module
    return [
        patch(light, 10, 10, side, side),
        *(patch(dark, 10 + int(x) * module, 10 + int(y) * module, int(n) * module, module) for x, y, n in runs),
    ]


def problems(*drawings: Drawing, wanted: str = ADDRESS, pages: int = 1) -> list[Problem]:
    """What the guard says about a page with one code on it (and blank pages before)."""
    pdf = pdf_of(*[(60.0, 60.0, ())] * (pages - 1), (60, 60, drawings))
    copies = [
        PanelCopy(
            key=f"p{number}",
            name=f"panel {number}",
            width=60,
            height=60,
            safe=Rectangle(0, 0, 60, 60),
            outer=True,
            words=(),
            passages=(),
            codes=(Code(wanted, SIDE),) if number == pages else (),
        )
        for number in range(1, pages + 1)
    ]
    job = Job("a", "en", "", "card", Medium.SCREEN)
    result = check_codes(Composition(job, "", "t", "en", "7K3M-9QW", tuple(copies), (), ()), pdf)
    assert result.guard == "qr"
    assert result.state is (GuardState.FAILED if result.problems else GuardState.PASSED)
    assert all(problem.remedy and problem.panel == f"panel {pages}" for problem in result.problems)
    return list(result.problems)


def codes(*drawings: Drawing, wanted: str = ADDRESS) -> list[str]:
    return [problem.code for problem in problems(*drawings, wanted=wanted)]


def test_a_good_code_passes() -> None:
    assert problems(*drawn()) == []


def test_the_page_of_the_panel_is_read() -> None:
    assert problems(*drawn(), pages=3) == []


def test_a_page_without_its_code_is_told() -> None:
    (problem,) = problems()
    assert problem.code == "qr-unreadable"
    assert ADDRESS in problem.message


def test_another_address_is_told_with_what_it_says() -> None:
    (problem,) = problems(*drawn("https://example.net"))
    assert problem.code == "qr-unreadable"
    assert "it reads https://example.net" in problem.message


@pytest.mark.parametrize("end", ["x", "/", ""])
def test_the_whole_address_counts(end: str) -> None:
    assert codes(*drawn(ADDRESS + end)) == ([] if not end else ["qr-unreadable"])


@pytest.mark.parametrize(("module", "wanted"), [(0.5, []), (0.47, ["qr-too-small"]), (0.35, ["qr-too-small"])])
def test_modules_have_a_least_size(module: float, wanted: list[str]) -> None:
    assert codes(*drawn(module=module)) == wanted


def test_the_size_that_was_found_is_told() -> None:
    (problem,) = problems(*drawn(module=0.4))
    found = re.search(r"is (\d\.\d\d) mm", problem.message)
    assert found
    assert float(found[1]) == pytest.approx(0.4, abs=0.02)


def test_white_on_black_is_refused_as_many_telephones_do_not_read_it() -> None:
    assert codes(*drawn(dark="_", light="K")) == ["qr-unreadable"]


@pytest.mark.parametrize("colour", ["_", "K", "G"])
def test_a_covered_code_is_refused(colour: str) -> None:
    assert codes(*drawn(), patch(colour, 12, 12, 6, 14)) == ["qr-unreadable"]


# In the project's own templates -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("qr(branch.web)", 'qr(branch.web ~ "x")'),
        ('<path d="{{ code.path }}" fill="#000000"/>', ""),
        (
            'fill="#FFFFFF"/><path d="{{ code.path }}" fill="#000000"',
            'fill="#000"/><path d="{{ code.path }}" fill="#fff"',
        ),
    ],
    ids=["another address", "no code", "inverted"],
)
@pytest.mark.parametrize("job", [SCREEN, OFFICE], ids=["screen", "office"])
def test_a_template_that_spoils_the_code_is_refused(bench: Workbench, job: Job, old: str, new: str) -> None:
    bench.change("templates/blocks/contact.html", old, new)
    assert bench.codes(job) == {"qr-unreadable"}


@pytest.mark.parametrize(
    ("css", "code"),
    [
        (".qr { width: 12mm; height: 12mm }", "qr-too-small"),
        (
            ".contact__code::after { content: ''; position: absolute; inset: 2mm; background: #fff }",
            "qr-unreadable",
        ),
        (".contact__code { display: none }", "qr-unreadable"),
        (".contact__code { left: -14mm }", "qr-unreadable"),
    ],
    ids=["small", "covered", "left out", "off the page"],
)
def test_a_style_that_spoils_the_code_is_refused(bench: Workbench, css: str, code: str) -> None:
    bench.append(STYLE, css)
    assert code in bench.codes()
