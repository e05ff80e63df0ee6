"""What a screen reader needs, and every way of taking it away."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, BooleanObject, DictionaryObject, NameObject

from press import pipeline
from press.model.composition import Composition
from press.model.guard import GuardState
from press.preflight.access import LARGEST, check_access
from tests.workbench import STYLE, Workbench


@pytest.fixture(scope="module")
def good(originals: Path) -> tuple[Composition, bytes]:
    """The small card as it should be."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("FONTCONFIG_FILE", raising=False)
        task = Workbench(originals).task()
        return task.composition, pipeline.make(task).pdf


def codes(composition: Composition, pdf: bytes) -> set[str]:
    result = check_access(composition, pdf)
    assert result.guard == "access"
    assert result.state is (GuardState.FAILED if result.problems else GuardState.PASSED)
    assert all(problem.remedy and problem.message for problem in result.problems)
    return {problem.code for problem in result.problems}


def spoilt(pdf: bytes, path: str, value: object = None) -> bytes:
    """The file with an entry of its catalogue set, or taken out."""
    writer = PdfWriter(clone_from=BytesIO(pdf))
    *way, last = path.split("/")
    there = writer.root_object
    for step in way:
        next_one = there[f"/{step}"].get_object()
        assert isinstance(next_one, DictionaryObject)
        there = next_one
    if value is None:
        del there[f"/{last}"]
    else:
        there[NameObject(f"/{last}")] = value
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


def test_a_good_file_passes(good: tuple[Composition, bytes]) -> None:
    assert codes(*good) == set()


# The file as a whole ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("Lang", None, "access-language"),
        ("MarkInfo", None, "access-tags"),
        ("MarkInfo/Marked", BooleanObject(False), "access-tags"),
    ],
)
def test_an_entry_that_is_missing(good: tuple[Composition, bytes], path: str, value: object, code: str) -> None:
    composition, pdf = good
    assert code in codes(composition, spoilt(pdf, path, value))


def test_a_file_without_tags_has_no_order_and_no_headings(good: tuple[Composition, bytes]) -> None:
    composition, pdf = good
    assert codes(composition, spoilt(pdf, "StructTreeRoot")) >= {"access-order", "access-heading"}


def test_the_title_and_language_are_those_of_the_leaflet(good: tuple[Composition, bytes]) -> None:
    composition, pdf = good
    assert codes(replace(composition, title="Another"), pdf) == {"access-title"}
    assert codes(replace(composition, language="ru"), pdf) == {"access-language"}


def test_every_address_can_be_tapped(good: tuple[Composition, bytes]) -> None:
    composition, pdf = good
    assert {"tel:+74951270203", "tel:103", "tel:112"} <= set(composition.links)
    assert codes(replace(composition, links=("tel:104",)), pdf) == {"access-link"}
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    for page in writer.pages:
        page[NameObject("/Annots")] = ArrayObject()
    output = BytesIO()
    writer.write(output)
    assert codes(composition, output.getvalue()) == {"access-link"}


def test_the_words_are_read_in_their_order(good: tuple[Composition, bytes]) -> None:
    composition, pdf = good
    front, back = composition.panels
    turned = replace(back, words=back.words[::-1])
    (problem,) = check_access(replace(composition, panels=(front, turned)), pdf).problems
    assert (problem.code, problem.panel) == ("access-order", back.name)


def test_a_heavy_file_is_refused(good: tuple[Composition, bytes]) -> None:
    composition, pdf = good
    assert codes(composition, pdf + b"\n" * LARGEST) == {"file-too-large"}


# A designer's mistakes --------------------------------------------------------------------------------------------

PUBLISHER, DIALLED = "blocks/publisher.html", "{{ speech.phone(clinic.emergency.single) }}"
CONTACT, COVER, PANEL = "blocks/contact.html", "blocks/cover.html", "panel.html"
H1, H1_END = '<h1 class="cover__title">', "</h1>"
ICON = '<img src="project:templates/icons/phone.svg" style="position: absolute; width: 1mm; height: 1mm"{}>'


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("document.html", '<html lang="{{ language }}"', "<html", "access-language"),
        ("document.html", '<html lang="{{ language }}"', '<html lang="xx"', "access-language"),
        ("document.html", "<title>{{ edition.text.title }}</title>", "", "access-title"),
        ("document.html", "<title>{{ edition.text.title }}</title>", "<title>Help</title>", "access-title"),
        (CONTACT, "<title>{{ alt(block.alt) }}</title>", "", "access-picture"),
        (CONTACT, "<title>{{ alt(block.alt) }}</title>", "<title> </title>", "access-picture"),
        (COVER, H1, H1 + ICON.format(' alt=""'), "access-picture"),
        (COVER, H1, H1 + ICON.format(""), "access-picture"),
        (PANEL, '<h2 class="section__title">', '<h4 class="section__title">', "access-heading"),
        (COVER, H1, '<p class="cover__title">', "access-heading"),
        (COVER, H1, '<h2 class="cover__title">', "access-heading"),
        ("blocks/_items.html", '<ul class="items items--{{ marker }}">', "<div>", "access-list"),
        ("blocks/_items.html", '<ul class="items items--{{ marker }}">', "<ul><p>x</p>", "access-list"),
        (
            "blocks/publisher.html",
            "{{ speech.phone(clinic.emergency.single) }}",
            "{{ speech.phone('112') | striptags }}",
            "access-link",
        ),
    ],
)
def test_a_template_that_leaves_out_what_a_screen_reader_needs(
    bench: Workbench, file: str, old: str, new: str, code: str
) -> None:
    bench.change(f"templates/{file}", old, new)
    assert code in bench.codes()


@pytest.mark.parametrize(
    "css",
    [
        ".items { display: flex; flex-direction: column } .items li:first-child { order: 2 }",
        ".items { display: flex; flex-direction: column-reverse }",
        ".items { opacity: 0.9 }",
        ".section--words .text { opacity: 0.99 }",
        ".text::before { content: 'Hm. ' }",
    ],
)
def test_a_style_that_changes_what_is_read(bench: Workbench, css: str) -> None:
    bench.append(STYLE, css)
    problems = [problem for problem in bench.problems() if problem.code == "access-order"]
    assert problems
    assert problems[0].panel == "back"


@pytest.mark.parametrize(
    "css",
    [
        ".section--foot { position: absolute; bottom: 0; left: 0; width: 73mm }",
        ".text { text-transform: none; letter-spacing: 0.01em }",
        ".text { border: 1pt solid; border-radius: 1mm; background: #eee }",
    ],
)
def test_a_style_may_do_other_things(bench: Workbench, css: str) -> None:
    bench.append(STYLE, css)
    assert bench.codes() == set()


def test_a_viewer_must_show_the_title(bench: Workbench) -> None:
    task = bench.task()
    shown = PdfWriter(clone_from=BytesIO(pipeline.make(task).pdf))
    del shown.root_object["/ViewerPreferences"]
    hidden = BytesIO()
    shown.write(hidden)
    found = check_access(task.composition, hidden.getvalue())
    assert "access-title" in {problem.code for problem in found.problems}
