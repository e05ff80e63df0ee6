"""The whole job as one HTML text: content is never more than words, and templates fail with their place."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from PIL import Image

from press import pipeline
from press.errors import ContentError, Problem
from press.model.composition import Composition
from press.model.job import Job, Medium
from tests.workbench import OFFICE, SCREEN, TODAY, WORDS, Workbench

TEMPLATE = "templates/blocks/text.html"
LEAFLET = "content/leaflets/trial/leaflet.yaml"


class Tags(HTMLParser):
    """Counts the elements of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: dict[str, int] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names[tag] = self.names.get(tag, 0) + 1


def composed(bench: Workbench, job: Job = SCREEN) -> Composition:
    return bench.task(job).composition


def refused(bench: Workbench, job: Job = SCREEN) -> tuple[Problem, ...]:
    with pytest.raises(ContentError) as caught:
        bench.task(job)
    return caught.value.problems


# What comes out -------------------------------------------------------------------------------------------------------


def test_one_page_for_each_panel_in_reading_order(bench: Workbench) -> None:
    found = composed(bench)
    assert re.findall(r'data-panel="(\w+)"', found.html) == ["front", "back"]
    assert [panel.key for panel in found.panels] == ["front", "back"]
    assert (found.title, found.language) == ("A trial", "en")
    assert found.edition_code in found.html


def test_measures_come_from_the_format(bench: Workbench) -> None:
    bench.change("templates/formats/wallet-card.yaml", "trim: {width: 85, height: 54}", "trim: {width: 90, height: 50}")
    bench.change("templates/formats/wallet-card.yaml", "body: {size: 11, line: 12.7}", "body: {size: 12.5, line: 13}")
    html = composed(bench).html
    assert "size: 90mm 50mm;" in html
    assert "--body: 12.5pt; --body-line: 13pt;" in html


def test_a_screen_file_has_links_and_paper_has_none(bench: Workbench) -> None:
    screen, office = composed(bench), composed(bench, OFFICE)
    assert screen.links == ("tel:+74951270203", "https://narmed.example", "tel:103", "tel:112")
    assert office.links == ()
    assert "href" not in office.html
    assert [panel.words for panel in screen.panels] == [panel.words for panel in office.panels]


def test_critical_words_are_marked(bench: Workbench) -> None:
    (back,) = (panel for panel in composed(bench).panels if panel.key == "back")
    assert {passage.section for passage in back.passages if passage.critical} == {"words"}


def test_a_draft_says_so_on_every_page_in_its_language(bench: Workbench) -> None:
    word = bench.project.vocabularies["ru"].draft
    draft = composed(bench, replace(SCREEN, language="ru", draft=True))
    assert [word in panel.words for panel in draft.panels] == [True, True]
    assert not any(word in panel.words for panel in composed(bench, replace(SCREEN, language="ru")).panels)


def test_the_stamp_of_a_draft_keeps_off_the_edge_of_the_panel_and_that_of_the_sheet(bench: Workbench) -> None:
    stamp = re.compile(r'class="draft" style="top: (\S+)mm"')
    draft = replace(OFFICE, draft=True)
    assert stamp.findall(composed(bench, draft).html) == ["-1", "-1"]  # 4 mm below the edge, words begin at 5
    card = "templates/formats/wallet-card.yaml"
    bench.change(card, "sheet: {width: 210, height: 297}", "sheet: {width: 85, height: 54}")
    bench.change(card, "nup: {columns: 2, rows: 5}", "nup: {columns: 1, rows: 1}")
    assert stamp.findall(composed(bench, draft).html) == ["2", "2"]  # printers leave 7 mm


def test_the_same_words_give_the_same_text(bench: Workbench) -> None:
    assert composed(bench).html == composed(bench).html


# Content is words -----------------------------------------------------------------------------------------------------

NASTY = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</title><script>alert(1)</script>",
    "</article><article data-panel='other'>",
    "</style><style>*",
    "<!-- hidden",
    "<![CDATA[ hidden",
    "&lt;b&gt; &#60;script&#62;",
    '" onmouseover="alert(1)',
    "' style='color: red",
]


@pytest.mark.parametrize("nasty", NASTY)
def test_html_in_any_words_stays_words(bench: Workbench, nasty: str) -> None:
    plain = Tags(composed(bench).html).names
    quoted = nasty.replace("'", "''")
    text = bench.read(WORDS)
    for key in ("title", "summary", "lead", "scan", "alt", "text"):
        text = re.sub(rf"^( *(?:- )?{key}: )(.+)$", rf"\1'{quoted}'".replace("\\1'", "\\g<1>'"), text, flags=re.M)
    bench.write(WORDS, text)
    found = composed(bench)
    tags = Tags(found.html).names
    tags.pop("br", None), plain.pop("br", None)  # headings are balanced anew
    tags.pop("span", None), plain.pop("span", None)
    tags.pop("a", None), plain.pop("a", None)
    assert tags == plain
    assert not re.search(r"<[^>]*\bon(mouseover|error)\s*=", re.sub(r'"[^"]*"', "", found.html))
    for panel in found.panels:
        for passage in panel.passages:
            assert " ".join(passage.words) in " ".join(panel.words)


@pytest.mark.parametrize("nasty", ["{{ 7*7 }}", "{% raw %}", "{# gone #}", "${7*7}", "{{ clinic.owner }}"])
def test_templates_in_words_are_refused_with_their_place(bench: Workbench, nasty: str) -> None:
    bench.change(WORDS, "title: Look and act", f'title: "{nasty}"')
    (problem,) = refused(bench)
    assert problem.code == "reference-syntax"
    assert problem.place
    assert (problem.place.file, problem.place.line) == (WORDS, bench.line_of(nasty))


@pytest.mark.parametrize("nasty", ["{{ 7*7 }}", "{% raw %}", "{{ clinic.owner }}"])
def test_in_a_draft_they_stay_as_they_were_written(bench: Workbench, nasty: str) -> None:
    bench.change(WORDS, "title: Look and act", f'title: "Look {nasty}"')
    task = pipeline.prepare(bench.project, replace(SCREEN, draft=True), TODAY, lenient=True)
    words = " ".join(task.composition.panels[1].words)
    assert f"Look {nasty}".replace("  ", " ") in words
    assert "49" not in words


def test_an_unknown_reference_is_told_with_what_was_meant(bench: Workbench) -> None:
    bench.change(WORDS, "{price:home-visit}", "{price:home-vist}")
    (problem,) = refused(bench)
    assert (problem.code, problem.remedy) == ("price-unknown", "did you mean home-visit?")
    assert problem.place
    assert (problem.place.file, problem.place.line) == (WORDS, bench.line_of("home-vist"))


# Words that a template leaves out -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "printed", "words"),
    [
        ("blocks/text.html", "{{ paragraph }}", "Blue lips?"),
        ("blocks/cover.html", "{{ heading(block.title, panel.measure, 800, scale.title.size) }}", "Help is near"),
        ("blocks/contact.html", "{{ inline(block.scan) }}", "Scan for help"),
        ("panel.html", "{{ heading(section.title, panel.measure, 700, scale.heading.size) }}", "Look and act"),
    ],
)
def test_a_field_that_a_template_leaves_out_is_told_with_its_place(
    bench: Workbench, file: str, printed: str, words: str
) -> None:
    bench.change(f"templates/{file}", printed, "")
    (problem,) = refused(bench)
    assert problem.code == "words-lost"
    assert problem.place
    assert (problem.place.file, problem.place.line) == (WORDS, bench.line_of(words))
    assert words in problem.message


def test_every_item_that_is_left_out_is_told(bench: Workbench) -> None:
    bench.change("templates/blocks/_items.html", "{% for item in items %}", "{% for item in items[:0] %}")
    assert [problem.place and problem.place.line for problem in refused(bench)] == [
        bench.line_of("Shake the shoulders"),
        bench.line_of("Stay beside"),
    ]


# Templates and what they use ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "mistake",
    [
        "{{ block.texts }}",
        "{{ nothing }}",
        "{{ clinic.names['de'] }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ block.text.__globals__ }}",
        "{% if %}",
        "{% include 'blocks/none.html' %}",
        "{{ 'x' | unknown }}",
    ],
)
def test_a_broken_template_is_told_with_its_line(bench: Workbench, mistake: str) -> None:
    lines = bench.read(TEMPLATE).splitlines()
    bench.write(TEMPLATE, "\n".join([*lines, mistake]))
    (problem,) = refused(bench)
    assert problem.code == "template-broken"
    assert problem.place
    assert (problem.place.file, problem.place.line) == (TEMPLATE, len(lines) + 1)


def test_a_template_cannot_read_files(bench: Workbench) -> None:
    bench.append(TEMPLATE, "{% include '../content/clinic.yaml' %}")
    assert [problem.code for problem in refused(bench)] == ["template-broken"]


@pytest.mark.parametrize(
    ("name", "remedy"), [("heart-puls", "did you mean heart-pulse?"), ("xyzzy", "known icons: bed, ")]
)
def test_an_unknown_icon_is_told_with_its_place(bench: Workbench, name: str, remedy: str) -> None:
    bench.change(WORDS, "        key: list\n", "        key: list\n        marker: icon\n")
    bench.change(
        WORDS,
        "          - text: Stay beside the person\n",
        f"          - text: Stay beside the person\n            icon: {name}\n",
    )
    (problem,) = refused(bench)
    assert problem.code == "icon-unknown"
    assert problem.remedy.startswith(remedy)
    assert problem.place
    assert (problem.place.file, problem.place.line) == (WORDS, bench.line_of(f"icon: {name}"))


@pytest.mark.parametrize(
    ("name", "remedy"), [("sunrize", "did you mean sunrise?"), ("xyzzy", "known pictures: emblem-amber, ")]
)
def test_an_unknown_picture_behind_a_panel_is_told_with_its_place(bench: Workbench, name: str, remedy: str) -> None:
    bench.change(LEAFLET, "        tone: red\n", f"        tone: red\n        art: {name}\n")
    (problem,) = refused(bench)
    assert problem.code == "art-unknown"
    assert problem.remedy.startswith(remedy)
    assert problem.place
    assert (problem.place.file, problem.place.line) == (LEAFLET, bench.line_of(name, LEAFLET))


def test_a_picture_of_the_content_is_shown_with_its_words(bench: Workbench) -> None:
    folder = bench.root / "content" / "pictures"
    folder.mkdir(exist_ok=True)
    Image.new("L", (400, 100), 90).save(folder / "way.png")
    block = "      - {kind: picture, key: way, file: way.png, alt: 'The \"way\" in', width: 20}\n"
    bench.change(WORDS, "      - kind: publisher\n", f"{block}      - kind: publisher\n")
    assert 'src="project:content/pictures/way.png" alt="The &#34;way&#34; in"' in composed(bench).html
    assert bench.codes() == set()


@pytest.mark.parametrize("medium", list(Medium))
def test_all_formats_of_the_project_can_be_composed(bench: Workbench, medium: Medium) -> None:
    project = bench.project
    for key, format in project.formats.items():
        layout = "".join(
            f"      {panel.key}: {{sections: [{'cover, words, foot' if number == 0 else 'foot'}]}}\n"
            for number, panel in enumerate(format.panels)
        )
        text = bench.read(LEAFLET).partition("formats:\n")[0] + f"formats:\n  {key}:\n    panels:\n{layout}"
        bench.write(LEAFLET, text)
        job = Job("trial", "en", "", key, medium)
        task = pipeline.prepare(bench.project, job, TODAY)
        assert len(task.composition.panels) == len(format.panels)
