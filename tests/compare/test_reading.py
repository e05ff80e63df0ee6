"""PDF → pages, words and looks."""

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from press.compare.reading import read_paper
from press.errors import ContentError
from tests.papers import patch, pdf_of, text


def test_words_have_their_places() -> None:
    paper = read_paper(pdf_of((100, 50, (text("Call 103 now", 10, 20),))), "a.pdf")
    (page,) = paper.pages
    assert page.text == ("Call", "103", "now")
    assert (round(page.width), round(page.height)) == (100, 50)
    first = page.words[0].box
    assert 9.5 < first.x < 11
    assert 16 < first.y < 18
    assert 19.5 < first.bottom < 20.5
    assert page.words[1].box.x > first.right


def test_the_edition_code_and_the_headings_are_read() -> None:
    writer = PdfWriter(BytesIO(pdf_of((50, 50, ()), (50, 50, ()))))
    writer.add_metadata({"/Keywords": "3GRP-4FD"})
    writer.add_outline_item(title="Help", page_number=1)
    writer.add_outline_item(title="More help", page_number=1)
    data = BytesIO()
    writer.write(data)
    paper = read_paper(data.getvalue(), "a.pdf")
    assert paper.code == "3GRP-4FD"
    assert [page.heading for page in paper.pages] == ["", "Help"]


def test_a_page_looks_as_it_is_drawn() -> None:
    (page,) = read_paper(pdf_of((25.4, 25.4, (patch("R", 0, 0, 12.7, 25.4),))), "a.pdf").pages
    assert (page.look.getpixel((20, 50)), page.look.getpixel((80, 50))) == ((255, 0, 0), (255, 255, 255))


@pytest.mark.parametrize("data", [b"", b"no PDF", b"%PDF-1.7\n"])
def test_what_is_no_pdf_is_told_by_its_name(data: bytes) -> None:
    with pytest.raises(ContentError) as told:
        read_paper(data, "broken.pdf")
    (problem,) = told.value.problems
    assert (problem.code, str(problem.place)) == ("compare-unreadable", "broken.pdf")


def test_a_locked_file_is_told_as_such() -> None:
    writer = PdfWriter()
    writer.append(PdfReader(BytesIO(pdf_of((50, 50, ())))))
    writer.encrypt("secret", algorithm="RC4-128")
    data = BytesIO()
    writer.write(data)
    with pytest.raises(ContentError) as told:
        read_paper(data.getvalue(), "locked.pdf")
    assert "password" in told.value.problems[0].message
