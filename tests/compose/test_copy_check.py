"""Whether the markup says what the content says, and what the finished pages must show."""

from __future__ import annotations

import pytest

from press.compose.copy_check import panel_copies
from press.edition import resolve
from press.errors import ContentError, Problem
from press.fold import panel_sizes
from press.load.project import load
from press.model.composition import PanelCopy
from press.model.sheet import Rectangle
from tests.conftest import Sample
from tests.workbench import WORDS, Workbench

TEXT = "content/leaflets/when-to-call/en.yaml"
#: All that the sample's one panel says, as a template might print it.
WHOLE = (
    "<h1>When to call</h1><h2>Call now</h2><h3>Call an ambulance</h3><p>103 or 112</p>"
    "<li>The person cannot be woken.</li><li>Breathing is slow or has stopped.</li>"
    "<table><th>Price</th></table>"
)


def checked(sample: Sample, html: str) -> tuple[PanelCopy, tuple[Problem, ...]]:
    """The copy of the one panel marked up as `html`, and what is wrong with it."""
    project = load(sample.root).project
    assert project
    edition = resolve(project, "when-to-call", "en", "main").edition
    format = project.formats["a5"]
    layout = edition.leaflet.formats["a5"]
    page = f'<article data-panel="front">{html}</article>'
    (copy,), problems = panel_copies(page, edition, format, layout, panel_sizes(format))
    return copy, problems


def test_markup_that_says_everything(sample: Sample) -> None:
    copy, problems = checked(sample, WHOLE)
    assert problems == ()
    assert " ".join(copy.words).startswith("When to call Call now Call an ambulance 103 or 112 The person")


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("When to call", "        title: When to call"),
        ("Call now", "    title: Call now"),
        ("Call an ambulance", "        title: Call an ambulance"),
        ("Breathing is slow or has stopped.", "          - Breathing is slow or has stopped."),
        ("Price", "        column: Price"),
    ],
)
def test_words_left_out_are_told_with_their_place(sample: Sample, words: str, line: str) -> None:
    _, (problem,) = checked(sample, WHOLE.replace(words, "", 1))
    assert problem.code == "words-lost"
    assert problem.panel == "front"
    assert repr(words) in problem.message
    lines = (sample.root / TEXT).read_text("utf-8").splitlines()
    assert problem.place
    assert (problem.place.file, lines[problem.place.line - 1]) == (TEXT, line)


def test_each_loss_is_told(sample: Sample) -> None:
    assert len(checked(sample, "")[1]) == 6


def test_words_must_stand_together_and_in_order(sample: Sample) -> None:
    assert len(checked(sample, WHOLE.replace("cannot be woken.", "cannot be ever woken."))[1]) == 1
    assert len(checked(sample, WHOLE.replace("cannot be woken.", "woken be cannot."))[1]) == 1


def test_a_panel_without_markup_loses_everything(sample: Sample) -> None:
    copy, problems = checked(sample, "</article><article data-panel='other'>" + WHOLE)
    assert copy.words == ()
    assert len(problems) == 6


def test_words_for_the_ear_need_not_be_printed(sample: Sample) -> None:
    sample.change(
        TEXT,
        "  prices:\n    blocks:\n",
        "  prices:\n    blocks:\n"
        "      - {kind: picture, key: way, file: a.png, alt: The way to us, caption: The way}\n",
    )
    assert [problem.message for problem in checked(sample, WHOLE)[1]] == [
        "the template leaves out words of section 'prices': 'The way'"
    ]
    assert checked(sample, WHOLE + "<p>The way</p>")[1] == ()


def test_what_must_be_found_on_the_page(sample: Sample) -> None:
    copy, _ = checked(sample, WHOLE)
    assert (copy.key, copy.name, copy.outer) == ("front", "front", True)
    assert (copy.width, copy.height) == (148, 210)
    assert copy.safe == Rectangle(5, 5, 138, 200)
    assert copy.emergency == ("103", "112")
    assert (copy.floor, copy.emergency_floor, copy.small_print_floor) == (10, 15, 8)
    assert copy.codes == ()


def test_passages_know_their_section_and_whether_they_are_critical(sample: Sample) -> None:
    copy, _ = checked(sample, WHOLE)
    critical = {" ".join(passage.words): (passage.section, passage.critical) for passage in copy.passages}
    assert critical == {
        "When to call": ("cover", False),
        "Call now": ("red", True),
        "Call an ambulance": ("red", True),
        "The person cannot be woken.": ("red", True),
        "Breathing is slow or has stopped.": ("red", True),
        "Price": ("prices", False),
    }


def test_emergency_numbers_are_wanted_where_a_block_names_them(sample: Sample) -> None:
    sample.change(TEXT, "        line: emergency\n", "        line: clinic\n")
    assert checked(sample, WHOLE)[0].emergency == ()


def test_a_contact_wants_its_code(sample: Sample) -> None:
    block = "      - {kind: contact, key: contact, scan: Scan, alt: A code}\n"
    sample.change(TEXT, "  prices:\n    blocks:\n", f"  prices:\n    blocks:\n{block}")
    (code,) = checked(sample, WHOLE + "<p>Scan</p>")[0].codes
    assert code.payload == "https://example.org/help"
    assert code.modules == 25  # version 2: 24 bytes fit, with a quarter of them to mend it


def test_references_are_compared_as_they_are_printed(sample: Sample) -> None:
    sample.change(
        TEXT, "          - Breathing is slow or has stopped.\n", '          - "Ring {emergency:single} now"\n'
    )
    html = WHOLE.replace("Breathing is slow or has stopped.", "Ring&nbsp;112 now")
    copy, problems = checked(sample, html)
    assert problems == ()
    assert copy.passages[4].words == ("Ring", "112", "now")


def test_a_title_that_says_what_the_text_says_must_stand_twice(bench: Workbench) -> None:
    bench.write(WORDS, bench.read(WORDS).replace("title: Look and act", "title: Blue lips?"))
    bench.task()  # both are there
    panel = bench.read("templates/panel.html")
    assert panel.count("{{ title(section) }}") > 0
    bench.write("templates/panel.html", panel.replace("{{ title(section) }}", ""))
    with pytest.raises(ContentError) as told:
        bench.task()
    assert {problem.code for problem in told.value.problems} == {"words-lost"}
