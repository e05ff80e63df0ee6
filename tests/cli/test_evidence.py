"""`evidence`: PDF and HTML for each text, apart from what a build publishes."""

from __future__ import annotations

import io
import json
import re
import shlex
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from press.cli.main import main
from press.preflight.reading import read_pages
from press.publish import read_manifest
from tests.workbench import WORDS, Workbench

TODAY = ("--today", "2026-11-23")
FILES = ["trial.en.html", "trial.en.pdf", "trial.ru.html", "trial.ru.pdf"]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.suffix in (".pdf", ".html"))


def made(bench: Workbench, *words: str, code: int = 0) -> Path:
    assert main(["evidence", *TODAY, *words], bench.root) == code
    return bench.root / "output/evidence"


def test_each_text_gets_a_pdf_and_an_html_file(bench: Workbench, capsys: pytest.CaptureFixture[str]) -> None:
    folder = made(bench)
    assert names(folder) == FILES
    told = capsys.readouterr().out
    assert all(name in told for name in FILES)
    pdf = (folder / "trial.ru.pdf").read_bytes()
    pages = [" ".join(run.text for run in page.runs) for page in read_pages(pdf)]
    assert "Губы синие?" in " ".join(pages).replace("\u00a0", " ")
    assert all(f"{number} / {len(pages)}" in page for number, page in enumerate(pages, 1))


def test_notes_in_an_evidence_file_are_put_aside(bench: Workbench, capsys: pytest.CaptureFixture[str]) -> None:
    folder = made(bench)
    made(bench)
    assert "put-aside" not in capsys.readouterr().err
    file = folder / "trial.en.html"
    file.write_text("my notes")
    made(bench, "--language", "en")
    assert (folder / "trial.en.put-aside.html").read_text() == "my notes"
    assert "<html" in file.read_text("utf-8")
    assert "file-put-aside" in capsys.readouterr().err


def test_the_command_it_prints_notes_what_it_shows(bench: Workbench, capsys: pytest.CaptureFixture[str]) -> None:
    for key in ("text", "list"):
        bench.change(WORDS, f"key: {key}\n", f"key: {key}\n        sources: [who-overdose-2014]\n")
    html = (made(bench, "--language", "en") / "trial.en.html").read_text("utf-8")
    (command,) = re.findall(r'<p class="command">(.*?)</p>', html)
    words = shlex.split(unescape(command).replace("…", "Dr A. Ivanova"))[1:]
    bench.change(WORDS, "Stay beside the person", "Stay near the person")
    assert main([*words, *TODAY], bench.root) == 1
    assert "sign-off-other-words" in capsys.readouterr().err
    bench.change(WORDS, "Stay near the person", "Stay beside the person")
    assert main([*words, *TODAY], bench.root) == 0, capsys.readouterr().err


def test_the_pdf_is_a4_tagged_and_says_what_it_is(bench: Workbench) -> None:
    reader = PdfReader(io.BytesIO((made(bench, "--language", "ru") / "trial.ru.pdf").read_bytes()))
    assert reader.metadata
    assert reader.metadata.title == "Evidence: Проба (ru)"
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert "pdfuaid" in root["/Metadata"].get_object().get_data().decode()
    assert [round(float(side) / 72 * 25.4) for side in reader.pages[0].mediabox[2:]] == [210, 297]


def test_the_same_content_gives_the_same_bytes(bench: Workbench) -> None:
    first = (made(bench, "--language", "en") / "trial.en.pdf").read_bytes()
    (bench.root / "output/evidence/trial.en.pdf").unlink()
    assert (made(bench, "--language", "en") / "trial.en.pdf").read_bytes() == first


def test_a_part_leaves_the_rest_alone_and_a_build_leaves_all_of_it(bench: Workbench) -> None:
    for language in ("en", "ru"):
        for key in ("text", "list"):
            file = f"content/leaflets/trial/{language}.yaml"
            bench.change(file, f"key: {key}\n", f"key: {key}\n        sources: [who-overdose-2014]\n")
    bench.change("content/leaflets/trial/leaflet.yaml", "critical: [words]", "critical: []")
    folder = made(bench)
    made(bench, "--language", "en")
    assert names(folder) == FILES
    assert main(["build", *TODAY, "--jobs", "1"], bench.root) == 0
    assert names(folder) == FILES
    rows = read_manifest(bench.root / "output/manifest.json")
    assert rows
    assert not any("evidence" in path for path in rows)


def test_files_of_leaflets_that_are_gone_go_too(bench: Workbench) -> None:
    folder = made(bench)
    (bench.root / "content/leaflets/trial").rename(bench.root / "content/leaflets/second")
    bench.change("content/leaflets/second/leaflet.yaml", "key: trial", "key: second")
    made(bench)
    assert names(folder) == [name.replace("trial", "second") for name in FILES]


def test_as_data_with_the_old_sources(bench: Workbench, capsys: pytest.CaptureFixture[str]) -> None:
    bench.change(WORDS, "key: text\n", "key: text\n        sources: [strang-2003]\n")
    made(bench, "--language", "en", "--json")
    found = json.loads(capsys.readouterr().out)
    assert [one["path"] for one in found["files"]] == ["trial.en.html", "trial.en.pdf"]
    (old,) = found["problems"]
    assert old["code"] == "source-old"
    assert "strang-2003" in old["message"]


def test_another_folder_may_be_named_but_none_with_sources(
    bench: Workbench, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made(bench, "--language", "en", "--output", str(tmp_path / "there"))
    assert names(tmp_path / "there/evidence") == FILES[:2]
    made(bench, "--output", str(bench.root / "content"), code=1)
    assert "output-protected" in capsys.readouterr().err


@pytest.mark.parametrize(("words", "guess"), [(["--leaflet", "trail"], "`trial`"), (["--language", "rus"], "`ru`")])
def test_what_does_not_exist_is_refused(
    bench: Workbench, capsys: pytest.CaptureFixture[str], words: list[str], guess: str
) -> None:
    made(bench, *words, code=2)
    assert guess in capsys.readouterr().err
    assert not (bench.root / "output").exists()


def test_a_sign_without_a_glyph_is_refused(bench: Workbench, capsys: pytest.CaptureFixture[str]) -> None:
    bench.change(WORDS, "Stay beside the person", "Stay beside the person 水")
    made(bench, "--language", "en", code=1)
    assert "glyph-missing" in capsys.readouterr().err
