"""The engine under watch: what it says, what it fetches, what does not fit, and the springs between blocks."""

from __future__ import annotations

import logging
import re
import socket
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageChops
from pypdf import PdfReader

from press.errors import LayoutError, Problem
from press.model.job import Job
from press.model.rendering import Rendering
from press.preflight.reading import picture, read_pages, words
from press.render import DATA_LIMIT, FILE_LIMIT, press, print_document, render, style_files
from press.units import pt_to_mm
from tests.workbench import OFFICE, SCREEN, STYLE, WORDS, Workbench

IDENTIFIER = bytes(16)
COVER = "templates/blocks/cover.html"


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever opens a connection fails the test."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("something asked for the network")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)


def rendered(bench: Workbench, job: Job = SCREEN) -> Rendering:
    return render(press(bench.root), bench.task(job).composition, identifier=IDENTIFIER)


def codes(bench: Workbench, job: Job = SCREEN) -> list[str]:
    return [problem.code for problem in rendered(bench, job).problems]


def refused_styles(bench: Workbench) -> list[Problem]:
    with pytest.raises(LayoutError) as caught:
        press(bench.root)
    return list(caught.value.problems)


@pytest.mark.parametrize("job", [SCREEN, OFFICE], ids=["screen", "office"])
def test_a_page_a_panel_and_nothing_to_say(bench: Workbench, job: Job) -> None:
    found = rendered(bench, job)
    assert (found.pages, found.problems) == (2, ())
    assert [(round(page.width), round(page.height)) for page in read_pages(found.pdf)] == [(85, 54), (85, 54)]


def test_only_the_screen_file_has_tags(bench: Workbench) -> None:
    screen, office = (PdfReader(BytesIO(rendered(bench, job).pdf)).root_object for job in (SCREEN, OFFICE))
    assert "/StructTreeRoot" in screen
    assert "/StructTreeRoot" not in office


def test_the_same_input_gives_the_same_bytes(bench: Workbench) -> None:
    assert rendered(bench).pdf == rendered(bench).pdf


# What does not fit ------------------------------------------------------------------------------------------------


def test_thirty_lines_too_many_are_told_with_their_place_and_millimetres(bench: Workbench) -> None:
    lines = "".join(f"          Line {number} of the thirty.\\\n" for number in range(30))
    bench.change(WORDS, "        text: Blue", f"        text: |-\n{lines}          Blue")
    problem, *others = rendered(bench).problems
    assert problem.code == "panel-overfull"
    assert {other.code for other in others} <= {"panel-overfull"}
    assert problem.place
    assert (problem.place.file, problem.place.line) == (WORDS, bench.line_of("text: |-"))
    assert (problem.panel, bool(problem.remedy)) == ("back", True)
    found = re.search(r"is (\d+) mm too long", problem.message)
    assert found
    assert 100 < int(found[1]) < 160  # thirty lines of 12.7 pt are 134 mm; the card has about 14 mm to spare


@pytest.mark.parametrize("more", [4, 10, 16])
def test_the_millimetres_are_those_to_cut(bench: Workbench, more: int) -> None:
    """The last block is made as much higher as there is room, and then by so many mm more."""
    bench.append(STYLE, ".section--foot { background: #00ff00; break-inside: avoid }")
    bench.change("content/leaflets/trial/leaflet.yaml", "[words, fill, foot]", "[words, foot]")
    top, _ = rows_of(rendered(bench, OFFICE).pdf, 1, (0, 255, 0))
    bench.append(STYLE, f".section--foot {{ height: {49 - top - 0.1:.2f}mm }}")
    assert rendered(bench, OFFICE).problems == ()
    bench.append(STYLE, f".section--foot {{ height: {49 - top + more:.2f}mm }}")
    (problem,) = rendered(bench, OFFICE).problems
    told = re.search(r"is (\d+) mm too long", problem.message)
    assert told
    assert abs(int(told[1]) - more) <= 1


def test_the_words_that_ran_on_are_named(bench: Workbench) -> None:
    bench.append(STYLE, ".items { margin-bottom: 20mm }")
    (problem,) = rendered(bench).problems
    assert problem.code == "panel-overfull"
    assert "begins with 'NarMed clinic" in problem.message


def test_a_page_that_belongs_to_no_panel_is_told(bench: Workbench) -> None:
    bench.append("templates/panel.html", '<div style="page: other; break-before: page">x</div>')
    assert "panel-overfull" in codes(bench)


def test_a_panel_without_a_page_is_told(bench: Workbench) -> None:
    bench.append(STYLE, ".panel--back { display: none }")
    (problem,) = rendered(bench).problems
    assert (problem.code, problem.panel) == ("panel-overfull", "back")


# What the engine says ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("css", "code"),
    [
        (".text { colour: red }", "style-broken"),  # no such property
        (".text { color: redd }", "style-broken"),
        (".text { color: var(--no-such-colour) }", None),
        (".text:hoover { color: red }", "style-broken"),
        ("@medium print { p { color: red } }", "style-broken"),
        (".text { color: }", "style-broken"),
        ("} .text { color: red }", "style-broken"),
        ("@import url('http://example.org/a.css');", "style-broken"),
        ("@import url('none.css');", "style-broken"),
        ("@font-face { font-family: Onest; font-weight: 300; src: url('../fonts/none.ttf') }", "font-missing"),
        ("@font-face { font-family: Onest; font-weight: 300; src: url('http://a.org/a.ttf') }", "font-missing"),
    ],
)
def test_every_complaint_about_a_style_becomes_a_problem(bench: Workbench, css: str, code: str | None) -> None:
    bench.append(STYLE, css)
    if code:
        found = refused_styles(bench)
        assert [problem.code for problem in found][:1] == [code]
        assert all(problem.message and problem.remedy for problem in found)
    else:
        assert codes(bench) == ["engine-warning"]


def test_all_complaints_about_styles_are_told_at_once(bench: Workbench) -> None:
    bench.append(STYLE, ".text { colour: red } .text { widht: 3mm }")
    assert len(refused_styles(bench)) == 2


@pytest.mark.parametrize("face", ["IBMPlexSans_500Medium.ttf", "Onest_700Bold.ttf"])
def test_a_missing_font_file_is_told(bench: Workbench, face: str) -> None:
    bench.delete(f"styles/fonts/{face}")
    assert {problem.code for problem in refused_styles(bench)} == {"font-missing"}


def test_a_broken_font_file_is_told(bench: Workbench) -> None:
    bench.write("styles/fonts/IBMPlexSans_500Medium.ttf", b"not a font")
    assert {problem.code for problem in refused_styles(bench)} == {"font-missing"}


@pytest.mark.parametrize("sign", ["\U0001f600", "你", "ا"])
def test_a_sign_no_font_has_is_told(bench: Workbench, sign: str) -> None:
    bench.change(WORDS, "Blue lips?", f"Blue lips? {sign}")
    found = bench.problems()
    assert {problem.code for problem in found} <= {"glyph-missing", "access-order"}
    assert f"U+{ord(sign):04X}" in found[0].message


def test_a_style_that_names_another_font_is_told(bench: Workbench) -> None:
    bench.append(STYLE, ".text { font-family: 'DejaVu Sans' }")
    (problem,) = refused_styles(bench)
    assert problem.code == "font-foreign"
    assert "DejaVu Sans" in problem.message
    assert problem.place
    assert problem.place.file == STYLE


def test_a_letter_from_a_font_of_the_system_is_told(bench: Workbench) -> None:
    """As if the list of fonts had been lost: the engine then takes what our faces lack from another font."""
    folder = bench.root.parent / "fonts of the system"
    folder.mkdir()
    with TTFont(bench.root / "styles/fonts/IBMPlexSans_400Regular.ttf") as font:
        for name in font["name"].names:
            name.string = "Elsewhere"
        for table in font["cmap"].tables:
            table.cmap = {0x4F60: table.cmap.get(ord("n"), ".notdef")}
        font.save(folder / "elsewhere.ttf")
    bench.change(WORDS, "Blue lips?", "Blue lips? \u4f60")
    assert "font-foreign" not in bench.codes()
    bench.change("styles/fonts/fonts.conf", "</fontconfig>", f"<dir>{folder}</dir></fontconfig>")
    assert "font-foreign" in bench.codes()


def test_the_engine_keeps_its_own_log_levels(bench: Workbench) -> None:
    logger = logging.getLogger("weasyprint")
    before = logger.level, logger.propagate, list(logger.handlers)
    rendered(bench)
    assert (logger.level, logger.propagate, list(logger.handlers)) == before


# What it may fetch ------------------------------------------------------------------------------------------------

DOT = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>"


def show(bench: Workbench, address: str) -> list[Problem]:
    """What comes of a template that shows the picture at `address`."""
    bench.change(COVER, '<div class="cover">', f'<div class="cover"><p style="background: url({address!r})"></p>')
    return list(rendered(bench).problems)


@pytest.fixture
def pictures(bench: Workbench) -> Path:
    folder = bench.root / "content" / "pictures"
    folder.mkdir(exist_ok=True)
    Image.new("L", (10, 10)).save(folder / "dot.png")
    return folder


@pytest.mark.parametrize(
    "address",
    [
        "project:content/pictures/dot.png",
        "project:templates/icons/house.svg",
        "project:/content/pictures/dot.png",
        "project:content/pictures/../pictures/dot.png",
        DOT.replace("'", "%27"),
    ],
)
def test_pictures_of_the_project_are_shown(bench: Workbench, pictures: Path, address: str) -> None:
    assert show(bench, address) == []


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/a.png",
        "https://example.org/a.png",
        "ftp://example.org/a.png",
        "//example.org/a.png",
        "file:///etc/passwd",
        "file:///etc/hostname",
        "/etc/passwd",
        "../../etc/passwd",
        "project:../../etc/passwd",
        "project:content/pictures/../../../../../../etc/passwd",
        "project:content/pictures/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "project:content/clinic.yaml",
        "project:content/prices.yaml",
        "project:.git/config",
        "project://example.org/a.png",
        "PROJECT:content/clinic.yaml",
        "javascript:alert(1)",
        "project:content/pictures/none.png",
        "project:content/pictures",
    ],
    ids=lambda address: address[:50],
)
def test_anything_else_is_refused(bench: Workbench, pictures: Path, address: str) -> None:
    (problem,) = show(bench, address)
    assert problem.code == "picture-missing"
    assert len(problem.message) <= 300
    assert "root:" not in problem.message


@pytest.mark.parametrize(("size", "codes"), [(DATA_LIMIT, []), (DATA_LIMIT + 1, ["picture-missing"])])
def test_a_picture_inside_the_page_has_a_limit(bench: Workbench, size: int, codes: list[str]) -> None:
    start, end = "data:image/svg+xml,<svg xmlns=%27http://www.w3.org/2000/svg%27><!--", "--></svg>"
    address = start + "x" * (size - len(start) - len(end)) + end
    assert [problem.code for problem in show(bench, address)] == codes


@pytest.mark.parametrize("target", ["/etc/passwd", "../clinic.yaml", "../../../outside.png"])
def test_a_link_out_of_the_shelves_is_refused(bench: Workbench, pictures: Path, target: str) -> None:
    Image.new("L", (10, 10)).save(bench.root.parent / "outside.png")
    (pictures / "link.png").symlink_to(target)
    assert (pictures / "link.png").exists()
    (problem,) = show(bench, "project:content/pictures/link.png")
    assert problem.code == "picture-missing"
    assert "outside" in problem.message


def test_a_file_of_many_bytes_is_refused(bench: Workbench, pictures: Path) -> None:
    with (pictures / "large.png").open("wb") as file:
        file.truncate(FILE_LIMIT + 1)
    (problem,) = show(bench, "project:content/pictures/large.png")
    assert "too large" in problem.message


@pytest.mark.parametrize(
    "markup",
    [
        '<img alt="x" src="http://example.org/a.png">',
        '<img alt="x" src="file:///etc/passwd">',
        '<object data="file:///etc/passwd"></object>',
        '<embed src="http://example.org/a.svg">',
        '<link rel="stylesheet" href="http://example.org/a.css">',
        '<link rel="attachment" href="file:///etc/passwd">',
        "<style>@import url(file:///etc/passwd);</style>",
    ],
)
def test_no_element_fetches_anything_from_outside(bench: Workbench, markup: str) -> None:
    bench.change(COVER, '<div class="cover">', f'<div class="cover">{markup}')
    found = rendered(bench)
    assert found.problems
    assert b"root:" not in found.pdf


def test_a_picture_inside_a_picture_is_not_fetched_from_outside(bench: Workbench, pictures: Path) -> None:
    svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='{}' width='9' height='9'/></svg>"
    for number, address in enumerate(("http://example.org/a.png", "file:///etc/passwd", "../clinic.yaml")):
        (pictures / f"{number}.svg").write_text(svg.format(address))
        task = bench.task()
        html = task.composition.html.replace(
            '<div class="cover">',
            f'<div class="cover"><p style="height: 1mm; background: url(project:content/pictures/{number}.svg)">',
        )
        found = render(press(bench.root), replace(task.composition, html=html), identifier=IDENTIFIER)
        assert [problem.code for problem in found.problems] == ["picture-missing"], address


# Springs ----------------------------------------------------------------------------------------------------------


def rows_of(pdf: bytes, page: int, colour: tuple[int, int, int]) -> tuple[float, float]:
    """From where to where, mm from the top, a colour stands on a page."""
    scale = 20
    look = picture(pdf, page, scale * 25.4).convert("RGB")
    other = ImageChops.difference(look, Image.new("RGB", look.size, colour)).convert("L")
    box = other.point([255] + [0] * 255).getbbox()
    assert box, "the colour is nowhere"
    return box[1] / scale, box[3] / scale


def test_the_last_block_of_a_panel_with_a_spring_ends_at_the_margin(bench: Workbench) -> None:
    bench.append(STYLE, ".section--foot { background: #00ff00 }")
    pdf = rendered(bench, OFFICE).pdf
    top, bottom = rows_of(pdf, 1, (0, 255, 0))
    assert bottom == pytest.approx(54 - 5, abs=0.2)
    number = next(word for word in words(read_pages(pdf)[1]) if word.text == "103")
    assert top < number.box.y < number.box.bottom < bottom, "the ground stayed behind"


def test_several_springs_share_the_height(bench: Workbench) -> None:
    bench.change("content/leaflets/trial/leaflet.yaml", "[words, fill, foot]", "[fill, words, fill, foot]")
    bench.append(STYLE, ".section--words { background: #00f } .section--foot { background: #0f0 }")
    pdf = rendered(bench, OFFICE).pdf
    first, second = rows_of(pdf, 1, (0, 0, 255)), rows_of(pdf, 1, (0, 255, 0))
    assert second[1] == pytest.approx(49, abs=0.2)
    assert first[0] - 5 == pytest.approx(second[0] - first[1], abs=0.2)
    assert first[0] - 5 > 2


def test_without_a_spring_nothing_moves(bench: Workbench) -> None:
    bench.change("content/leaflets/trial/leaflet.yaml", "[words, fill, foot]", "[words, foot]")
    bench.append(STYLE, ".section--foot { background: #00ff00 }")
    assert rows_of(rendered(bench, OFFICE).pdf, 1, (0, 255, 0))[1] < 45


def test_links_move_with_their_words(bench: Workbench) -> None:
    """The place that can be tapped is where the number stands after it was moved."""
    found = bench.product()
    assert {guard.guard for guard in found.guards if guard.problems} == set()
    links: Any = PdfReader(BytesIO(found.pdf)).pages[1]["/Annots"]
    (box,) = (link.get_object()["/Rect"] for link in links if link.get_object()["/A"]["/URI"] == "tel:103")
    left, one, right, other = (pt_to_mm(float(side)) for side in box)
    number = next(word for word in words(read_pages(found.pdf)[1]) if word.text == "103").box
    assert 54 - max(one, other) < number.y < number.bottom < 54 - min(one, other) + 0.1
    assert left - 0.1 < number.x < number.right < right + 0.1


# Plain documents --------------------------------------------------------------------------------------------------

PAPER = '<html lang="en"><head><title>A paper</title>{}</head><body>{}</body></html>'


def test_a_plain_document_runs_over_as_many_pages_as_it_needs_in_our_fonts(bench: Workbench) -> None:
    style = '<style>@page { size: A5 } p { font: 12pt "IBM Plex Sans" }</style>'
    found = print_document(press(bench.root), PAPER.format(style, "<p>Слово word</p>" * 80), identifier=b"1" * 16)
    reader = PdfReader(BytesIO(found.pdf))
    assert found.problems == ()
    assert found.pages == len(reader.pages) > 1
    assert sum(page.extract_text().count("Слово word") for page in reader.pages) == 80
    resources: list[Any] = [page["/Resources"] for page in reader.pages]
    fonts = {font.get_object()["/BaseFont"] for each in resources for font in each["/Font"].values()}
    assert {str(name).partition("+")[2] for name in fonts} == {"IBM-Plex-Sans"}
    assert (
        print_document(press(bench.root), PAPER.format(style, "<p>Слово word</p>" * 80), identifier=b"1" * 16) == found
    )


@pytest.mark.parametrize(
    ("markup", "code"),
    [("<p>水</p>", "glyph-missing"), ('<img alt="" src="https://example.org/a.png">', "picture-missing")],
)
def test_what_the_engine_says_of_a_plain_document_is_told(bench: Workbench, markup: str, code: str) -> None:
    found = print_document(press(bench.root), PAPER.format("", markup), identifier=b"1" * 16)
    assert [problem.code for problem in found.problems] == [code]


# Styles -----------------------------------------------------------------------------------------------------------


def test_styles_apply_in_the_order_of_their_folders(bench: Workbench) -> None:
    names = [path.relative_to(bench.root / "styles").as_posix() for path in style_files(bench.root)]
    assert names[:3] == ["tokens.css", "fonts.css", "base.css"]
    folders = [name.partition("/")[0] for name in names[3:]]
    assert folders == sorted(folders, key=["blocks", "formats", "media"].index)
    assert len(names) == len(set(names))
    others = {path.relative_to(bench.root / "styles").as_posix() for path in (bench.root / "styles").rglob("*.css")}
    assert others - set(names) == {"evidence.css"}, "a paper of its own, no leaflet"


def test_only_the_style_of_the_format_and_the_medium_applies(bench: Workbench) -> None:
    before = rendered(bench).pdf
    bench.append("styles/formats/a5.css", "p { font-size: 40pt }")
    bench.append("styles/media/office.css", "p { font-size: 40pt }")
    assert rendered(bench).pdf == before
    bench.append("styles/media/screen.css", "p { letter-spacing: 1pt }")
    assert rendered(bench).pdf != before
