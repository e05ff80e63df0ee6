"""What has become of each page."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfWriter

from press.compare.pages import Fate, compare
from press.compare.reading import Paper, read_paper
from tests.papers import Drawing, patch, pdf_of, text

LINE = "Give 1 breath every 5 seconds and stay beside the person"


def paper(*pages: tuple[Drawing, ...], code: str = "", width: float = 150) -> Paper:
    writer = PdfWriter(BytesIO(pdf_of(*((width, 60, drawings) for drawings in pages))))
    writer.add_metadata({"/Keywords": code})
    data = BytesIO()
    writer.write(data)
    return read_paper(data.getvalue(), "paper.pdf")


def words(*lines: str) -> tuple[Drawing, ...]:
    return tuple(text(line, 10, 10 + 8 * number) for number, line in enumerate(lines))


def fates(old: Paper, new: Paper) -> list[tuple[int | None, int | None, Fate]]:
    return [(pair.old, pair.new, pair.fate) for pair in compare(old, new)]


def test_equal_pages_are_the_same() -> None:
    assert fates(paper(words(LINE)), paper(words(LINE))) == [(0, 0, Fate.SAME)]


def test_a_changed_word_is_boxed_on_both_sides() -> None:
    (pair,) = compare(paper(words(LINE)), paper(words(LINE.replace("5", "6"))))
    assert pair.fate is Fate.WORDS
    (passage,) = pair.passages
    assert (passage.old, passage.new) == ("5", "6")
    assert (passage.lead, passage.tail) == ("Give 1 breath every", "seconds and stay beside the")
    (was,), (now,) = pair.old_boxes, pair.new_boxes
    assert abs(was.x - now.x) < 0.2
    assert 45 < was.x < 55
    assert was.width < 3


def test_words_in_a_row_share_a_box_and_lines_do_not() -> None:
    old = paper(words(LINE, "Call 103"))
    new = paper(words(LINE.replace("stay beside", "remain near"), "Ring 103"))
    (pair,) = compare(old, new)
    assert len(pair.new_boxes) == 2
    assert [passage.new for passage in pair.passages] == ["remain near", "Ring"]


def test_new_words_have_no_box_on_the_old_page() -> None:
    (pair,) = compare(paper(words("Stay here")), paper(words("Stay right here")))
    assert (len(pair.old_boxes), len(pair.new_boxes)) == (0, 1)


def test_the_edition_code_alone_says_nothing() -> None:
    old = paper(words(LINE, "Code: 3GRP-4FD"), code="3GRP-4FD")
    new = paper(words(LINE, "Code: 9898-WGY"), code="9898-WGY")
    assert fates(old, new) == [(0, 0, Fate.CODE)]
    assert fates(old, paper(words(LINE, "Code: 9898-WGY"))) == [(0, 0, Fate.WORDS)]


def test_words_that_a_wider_code_has_moved_say_nothing() -> None:
    def page(code: str, x: float, y: float) -> Paper:
        line = (text("Next review", 10, 30), text("Code:", x, y), text(code, x + 12, y), text("Licence 7", 10, y + 8))
        return paper((*words(LINE), *line), code=code)

    old = page("3GRP-4FD", 40, 30)
    assert fates(old, page("WWMW-WGY", 10, 38)) == [(0, 0, Fate.CODE)]
    assert fates(old, page("3GRP-4FD", 10, 38)) == [(0, 0, Fate.LOOK)]  # the same code moves nothing


def test_what_moved_far_from_the_code_is_another_look() -> None:
    def page(code: str, y: float) -> Paper:
        return paper((text(LINE, 10, y), text(f"Code: {code}", 10, 50)), code=code)

    assert fates(page("3GRP-4FD", 10), page("9898-WGY", 12)) == [(0, 0, Fate.LOOK)]


def test_the_stamp_of_a_draft_says_nothing() -> None:
    clean, draft = paper(words(LINE)), paper((*words(LINE), text("DRAFT", 120, 3)))
    assert [pair.fate for pair in compare(clean, draft, "DRAFT")] == [Fate.SAME]
    assert [pair.fate for pair in compare(draft, clean, "DRAFT")] == [Fate.SAME]
    assert [pair.fate for pair in compare(clean, draft)] == [Fate.WORDS]
    changed = paper((*words(LINE.replace("5", "6")), text("DRAFT", 120, 3)))
    ((passage,),) = [pair.passages for pair in compare(clean, changed, "DRAFT")]
    assert (passage.old, passage.new) == ("5", "6")


def test_another_look_with_the_same_words() -> None:
    old = paper((*words(LINE), patch("R", 20, 30, 10, 5)))
    new = paper((*words(LINE), patch("B", 20, 30, 10, 5)))
    (pair,) = compare(old, new)
    assert pair.fate is Fate.LOOK
    (region,) = pair.new_boxes
    assert (round(region.x), round(region.y), round(region.width), round(region.height)) == (20, 30, 10, 5)


def test_two_places_far_from_each_other_are_two_regions() -> None:
    old = paper((*words(LINE), patch("R", 20, 30, 10, 5), patch("R", 100, 30, 10, 5)))
    (pair,) = compare(old, paper(words(LINE)))
    assert [round(region.x) for region in pair.old_boxes] == [20, 100]


def test_dust_is_no_change() -> None:
    old = paper((*words(LINE), patch("R", 20, 30, 0.3, 0.3)))
    assert fates(old, paper(words(LINE))) == [(0, 0, Fate.SAME)]


def test_another_size_is_another_look() -> None:
    assert fates(paper(words(LINE)), paper(words(LINE), width=160)) == [(0, 0, Fate.LOOK)]


def test_a_page_in_between_is_new_and_the_others_stay_together() -> None:
    one, two = words("first page of the leaflet"), words("second page with other words")
    extra = words("nothing of this was there before")
    assert fates(paper(one, two), paper(one, extra, two)) == [
        (0, 0, Fate.SAME),
        (None, 1, Fate.NEW),
        (1, 2, Fate.SAME),
    ]
    assert fates(paper(one, extra, two), paper(one, two)) == [
        (0, 0, Fate.SAME),
        (1, None, Fate.GONE),
        (2, 1, Fate.SAME),
    ]
