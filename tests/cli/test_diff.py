"""What has changed between two outputs, or since one."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from press.cli.main import main
from press.seal import sealed
from tests.cli.conftest import Said
from tests.papers import Drawing, patch, pdf_of, text
from tests.workbench import OFFICE, ROOT, SCREEN, Workbench

Diff = Callable[..., Said]

LINE = "Give 1 breath every 5 seconds"
CARD = "en/card.a5.screen.pdf"


def pdf(*lines: str, code: str = "", more: tuple[Drawing, ...] = ()) -> bytes:
    drawings = tuple(text(line, 10, 10 + 8 * number) for number, line in enumerate(lines))
    writer = PdfWriter(BytesIO(pdf_of((120, 60, (*drawings, *more)))))
    writer.add_metadata({"/Keywords": code})
    data = BytesIO()
    writer.write(data)
    return data.getvalue()


def write(folder: Path, **files: bytes) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


@pytest.fixture
def diff(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Diff:
    """Types `diff` in a folder with nothing but a font."""
    font = tmp_path / "styles/fonts/IBMPlexSans_400Regular.ttf"
    font.parent.mkdir(parents=True)
    font.symlink_to(ROOT / "styles/fonts" / font.name)
    monkeypatch.chdir(tmp_path)

    def typed(*words: str) -> Said:
        capsys.readouterr()
        code = main(["diff", *words], tmp_path)
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return typed


# Two outputs ------------------------------------------------------------------------------------------------


def test_equal_folders_are_the_same(tmp_path: Path, diff: Diff) -> None:
    for side in ("old", "new"):
        write(tmp_path / side, **{CARD: pdf(LINE)})
    said = diff("old", "new")
    assert (said.code, said.out) == (0, "Files: 1 the same.\n")


def test_changed_words_are_told_by_file_and_page(tmp_path: Path, diff: Diff) -> None:
    write(tmp_path / "old", **{CARD: pdf(LINE, code="3GRP-4FD")})
    write(tmp_path / "new", **{CARD: pdf(LINE.replace("5", "6"), code="9898-WGY")})
    said = diff("old", "new")
    assert said.code == 1
    for words in (
        f"{CARD}   3GRP-4FD → 9898-WGY",
        "page 1: words changed",
        "was: … Give 1 breath every [5] seconds …",
        "now: … Give 1 breath every [6] seconds …",
        "Files: 1 changed.",
    ):
        assert words in said.out


def test_files_that_came_and_went_are_named(tmp_path: Path, diff: Diff) -> None:
    write(tmp_path / "old", **{CARD: pdf(LINE), "en/gone.a5.screen.pdf": pdf(LINE)})
    write(tmp_path / "new", **{CARD: pdf(LINE), "en/come.a5.screen.pdf": pdf(LINE)})
    said = diff("old", "new")
    assert said.code == 1
    assert said.out.index("New\n  en/come") < said.out.index("No longer there\n  en/gone")


def test_the_printers_sheet_is_told_only_without_its_screen_file(tmp_path: Path, diff: Diff) -> None:
    sheet = CARD.replace("screen", "office")
    write(tmp_path / "old", **{CARD: pdf(LINE), sheet: pdf(LINE)})
    write(tmp_path / "new", **{CARD: pdf("Stay"), sheet: pdf("Stay")})
    said = diff("old", "new")
    assert CARD in said.out
    assert sheet not in said.out
    assert "Files: 2 changed." in said.out
    write(tmp_path / "new", **{CARD: pdf(LINE)})
    assert sheet in diff("old", "new").out


def test_another_code_alone_is_no_change(tmp_path: Path, diff: Diff) -> None:
    write(tmp_path / "old", **{CARD: pdf(LINE, "3GRP-4FD", code="3GRP-4FD")})
    write(tmp_path / "new", **{CARD: pdf(LINE, "9898-WGY", code="9898-WGY")})
    said = diff("old", "new")
    assert (said.code, said.out) == (0, "Files: 1 differ only in the code at the foot.\n")


def test_a_look_is_told_without_words(tmp_path: Path, diff: Diff) -> None:
    write(tmp_path / "old", **{CARD: pdf(LINE, more=(patch("R", 50, 40, 10, 10),))})
    write(tmp_path / "new", **{CARD: pdf(LINE, more=(patch("B", 50, 40, 10, 10),))})
    said = diff("old", "new")
    assert said.code == 1
    assert "page 1: looks different, the words are the same" in said.out
    assert "was:" not in said.out


def test_two_files_of_any_name_can_be_compared(tmp_path: Path, diff: Diff) -> None:
    write(tmp_path, **{"a.pdf": pdf(LINE), "b.pdf": pdf("Stay")})
    assert diff("a.pdf", "b.pdf").code == 1
    assert diff("a.pdf", "a.pdf").code == 0


def test_what_was_put_aside_is_no_leaflet(tmp_path: Path, diff: Diff) -> None:
    write(tmp_path, **{f"old/{CARD}": pdf(LINE), f"new/{CARD}": pdf(LINE), "new/en/card.a5.screen.put-aside.pdf": b"x"})
    assert diff("old", "new").code == 0


@pytest.mark.parametrize("name", ["changes.pdf", "changes.png"])
def test_it_replaces_its_own_picture_and_nobody_else_s(tmp_path: Path, diff: Diff, name: str) -> None:
    write(tmp_path, **{f"old/{CARD}": pdf(LINE), f"new/{CARD}": pdf("Give 2 breaths")})
    for _ in range(2):
        assert diff("old", "new", "--to", name).error == ""
    contract = (tmp_path / name).read_bytes()[:-40]
    (tmp_path / name).write_bytes(contract)
    assert "output-protected" in diff("old", "new", "--to", name).error
    assert (tmp_path / name).read_bytes() == contract


def test_a_leaflet_that_somebody_kept_is_not_replaced_not_even_as_its_own_input(tmp_path: Path, diff: Diff) -> None:
    kept = sealed(pdf(LINE))
    write(tmp_path, **{"kept.pdf": kept, "new.pdf": pdf("Give 2 breaths")})
    assert "output-protected" in diff("kept.pdf", "new.pdf", "--to", "kept.pdf").error
    assert (tmp_path / "kept.pdf").read_bytes() == kept


def test_a_file_finds_its_partner_in_a_folder(tmp_path: Path, diff: Diff) -> None:
    branch = f"north/{CARD}"
    write(tmp_path / "old", **{CARD: pdf(LINE), branch: pdf(LINE)})
    write(tmp_path / "new", **{CARD: pdf(LINE), branch: pdf("Stay")})
    assert diff(f"old/{CARD}", "new").code == 0
    assert diff(f"old/{branch}", "new").code == 1


def test_a_draft_is_laid_beside_the_clean_file(tmp_path: Path, diff: Diff) -> None:
    write(tmp_path / "old", **{CARD: pdf(LINE)})
    write(tmp_path / "new", **{CARD.replace(".pdf", ".draft.pdf"): pdf("DRAFT", LINE)})
    assert diff("old", "new").code == 1  # nobody knows the leaflet's language, so the stamp is a word like others


def test_what_lies_beside_the_leaflets_is_not_compared(tmp_path: Path, diff: Diff) -> None:
    write(
        tmp_path / "old",
        **{CARD: pdf(LINE)} | {f"{folder}/a.pdf": pdf(LINE) for folder in ("evidence", "proofs", "editions")},
    )
    write(tmp_path / "new", **{CARD: pdf(LINE)})
    assert diff("old", "new").out == "Files: 1 the same.\n"
    assert diff("new", "old").out == "Files: 1 the same.\n"
    assert diff("old/evidence", "old/proofs").code == 0


def test_words_that_came_are_shown_beside_nothing(tmp_path: Path, diff: Diff) -> None:
    write(tmp_path / "old", **{CARD: pdf(LINE)})
    write(tmp_path / "new", **{CARD: pdf(LINE.replace("Give 1", "Give just 1"))})
    said = diff("old", "new").out
    assert "was: … Give [nothing] 1" in said
    assert "[just]" in said


def test_the_same_as_data(tmp_path: Path, diff: Diff) -> None:
    write(tmp_path / "old", **{CARD: pdf(LINE)})
    write(tmp_path / "new", **{CARD: pdf(LINE.replace("5", "6"))})
    data = json.loads(diff("old", "new", "--json").out)
    (page,) = data["changed"][0]["pages"]
    assert page == {"name": "page 1", "what": "words", "passages": [{"was": "5", "now": "6"}]}


# Side by side -----------------------------------------------------------------------------------------------


def test_changed_pages_are_drawn_side_by_side(tmp_path: Path, diff: Diff) -> None:
    write(tmp_path / "old", **{CARD: pdf(LINE), "en/same.a5.screen.pdf": pdf(LINE)})
    write(tmp_path / "new", **{CARD: pdf(LINE.replace("5", "6")), "en/same.a5.screen.pdf": pdf(LINE)})
    said = diff("old", "new", "--to", "seen/both.pdf")
    assert "Side by side: seen/both.pdf" in said.out
    (page,) = PdfReader(tmp_path / "seen/both.pdf").pages
    words = page.extract_text()
    for part in (f"{CARD} · page 1 · words changed", f"old/{CARD}", "every 5 seconds", "every 6 seconds"):
        assert part in words
    assert diff("old", "new", "--to", "seen/both.png").code == 1
    with Image.open(tmp_path / "seen/both.png") as picture:
        assert picture.width > 1000


def test_without_a_change_nothing_is_drawn(tmp_path: Path, diff: Diff) -> None:
    write(tmp_path, **{"a.pdf": pdf(LINE)})
    said = diff("a.pdf", "a.pdf", "--to", "both.pdf")
    assert "Side by side" not in said.out
    assert not (tmp_path / "both.pdf").exists()


def test_too_many_pages_for_one_picture(tmp_path: Path, diff: Diff, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("press.cli.diff.MOST_IN_A_PICTURE", 0)
    write(tmp_path, **{"a.pdf": pdf(LINE), "b.pdf": pdf("Stay")})
    said = diff("a.pdf", "b.pdf", "--to", "both.png")
    assert said.code == 2
    assert "--to both.pdf" in said.error


# What cannot be compared ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("nowhere", "a.pdf"), 2, "it is not there"),
        (("a.pdf", "nowhere"), 2, "it is not there"),
        (("styles", "old"), 2, "no PDF lies in it"),
        (("old", "styles"), 2, "no PDF lies in it"),
        (("old", "a.pdf"), 2, "old is a folder"),
        (("a.pdf", "old"), 2, "is not in it"),
        (("a.pdf", "broken.pdf"), 1, "broken.pdf: compare-unreadable"),
        (("a.pdf", "a.pdf", "--to", "both.txt"), 2, "does not end in .pdf or .png"),
        (("a.pdf",), 2, "compare-unclear"),
    ],
)
def test_what_makes_no_sense_is_told_kindly(
    tmp_path: Path, diff: Diff, words: tuple[str, ...], code: int, told: str
) -> None:
    write(tmp_path, **{"a.pdf": pdf(LINE), "broken.pdf": b"broken", f"old/{CARD}": pdf(LINE)})
    said = diff(*words)
    assert said.code == code
    assert told in said.error


# The content of today ---------------------------------------------------------------------------------------


@pytest.fixture
def desk(bench: Workbench, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Diff:
    """Types words in the small project, whose English card lies in the folder `output`."""
    monkeypatch.chdir(bench.root)
    for job in (SCREEN, OFFICE):
        write(bench.root / "output", **{job.path: bench.product(job).pdf})

    def typed(*words: str) -> Said:
        capsys.readouterr()
        code = main(["diff", *words, "--today", "2026-11-23"], bench.root)
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return typed


def test_the_content_of_today_is_laid_beside_an_output(bench: Workbench, desk: Diff) -> None:
    before = {path: path.read_bytes() for path in (bench.root / "output").rglob("*") if path.is_file()}
    assert desk(f"output/{SCREEN.path}").code == 0
    bench.change("content/leaflets/trial/en.yaml", "Stay beside the person", "Stay near the person")
    said = desk(f"output/{SCREEN.path}", "--to", "both.pdf")
    assert said.code == 1
    assert "  back: words changed" in said.out
    assert "Stay [near] the person" in said.out
    (page,) = PdfReader(bench.root / "both.pdf").pages
    assert "today" in page.extract_text()
    assert "back of the sheet" in desk(f"output/{OFFICE.path}").out
    assert {path: path.read_bytes() for path in (bench.root / "output").rglob("*") if path.is_file()} == before


def test_the_stamp_of_a_draft_is_no_change(bench: Workbench, desk: Diff) -> None:
    draft = replace(SCREEN, draft=True)
    write(bench.root / "drafts", **{draft.path: bench.product(draft).pdf})
    assert desk(f"drafts/{draft.path}").out == "Files: 1 the same.\n"


def test_content_that_could_not_be_published_is_shown_too(bench: Workbench, desk: Diff) -> None:
    """Whoever has just changed a word wants to see it, before the other language has followed."""
    bench.change("content/leaflets/trial/en.yaml", "Stay beside the person", "Stay near the junkie")
    said = desk(f"output/{SCREEN.path}")
    assert "Stay [near] the [junkie]" in said.out or "Stay [near the junkie]" in said.out
    assert "DRAFT" not in said.out


def test_what_cannot_even_be_laid_out_is_told_with_the_reason(bench: Workbench, desk: Diff) -> None:
    bench.write("templates/blocks/list.html", "{% broken")
    said = desk(f"output/{SCREEN.path}")
    assert said.code == 1
    assert f"Not compared, as it cannot be made today: {SCREEN.path}: the template cannot be filled in" in said.out


def test_broken_content_is_told(bench: Workbench, desk: Diff) -> None:
    bench.write("content/clinic.yaml", "names: [")
    assert "yaml-syntax" in desk(f"output/{SCREEN.path}").error


def test_without_a_difference_no_picture_is_promised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for side in ("old", "new"):
        write(tmp_path / side, **{CARD: pdf(LINE)})
    assert main(["diff", "old", "new", "--to", "both.pdf"], ROOT) == 0
    assert "both.pdf was not written" in capsys.readouterr().out
    assert not Path("both.pdf").exists()
