"""`check` on the project's own content: what is wrong in a text is found without a layout."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from press.cli.main import main

ROOT = Path(__file__).parents[2]
TEXT = "content/leaflets/when-to-call/en.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for folder in ("content", "templates/formats", "templates/words"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def test_our_own_content_passes(project: Path) -> None:
    assert main(["check", "--today", "2026-11-23"], project) == 0


def test_old_sources_are_named_and_refuse_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--today", "2026-11-23"], project)
    said = capsys.readouterr()
    assert "source-old (warning)" in said.err
    assert "`nice-cg52` (2007)" in said.err
    assert "source-undated (warning)" in said.err
    assert "sources: passed" in said.out


def test_a_dead_reference_is_found(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = project / TEXT
    good = path.read_text("utf-8")
    line = next(n for n, text in enumerate(good.splitlines(), 1) if "{emergency}" in text and "note:" in text)
    path.write_text(good.replace("{emergency}", "{emergncy}"), "utf-8")
    assert main(["check", "--today", "2026-11-23"], project) == 1
    said = capsys.readouterr()
    assert f"{TEXT}:{line}:" in said.err
    assert "reference-unknown" in said.err
    assert "did you mean emergency?" in said.err
    assert "references: failed" in said.out


@pytest.mark.parametrize("draft", [[], ["--draft"]])
@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("[cover, fill, publisher]", "[covr, fill, publisher]", "section-unknown"),
        ("      flap:\n", "      flp:\n", "panel-unknown"),
        ("  a4-letter-fold:\n", "  a4-leter-fold:\n", "format-unknown"),
    ],
)
def test_a_misspelt_layout_is_the_authors_mistake_and_no_bug(
    project: Path, capsys: pytest.CaptureFixture[str], draft: list[str], right: str, wrong: str, code: str
) -> None:
    path = project / "content/leaflets/signs-of-withdrawal/leaflet.yaml"
    text = path.read_text("utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong), "utf-8")
    words = ["build", *draft, "--leaflet", "signs-of-withdrawal", "--today", "2026-11-23"]
    assert main([*words, "--output", str(project / "output")], project) == 1
    assert code in capsys.readouterr().err
    assert not list((project / "output").rglob("*.pdf"))
