"""Codes, their pages and the problems of the whole program agree, in both directions."""

from __future__ import annotations

import ast
import runpy
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from press.codes import CODES, TOPICS, index, page, pages, write_pages
from press.errors import ContentError, Problem
from press.load.text import text_of
from press.load.tree import tree_of

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "press").rglob("*.py"))
PAGES = ROOT / "docs" / "problems"


def raised() -> Iterator[tuple[str, str]]:
    """(place, code) of every problem that is made with a code written out."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in ("Problem", "Fault"):
                values = node.args[:1] + [word.value for word in node.keywords if word.arg == "code"]
                for value in values:
                    if isinstance(value, ast.Constant):
                        yield f"{path.relative_to(ROOT)}:{node.lineno}", str(value.value)


def written_out() -> set[str]:
    """Every string of the program, where it might be the code of a problem."""
    return {
        node.value
        for path in MODULES
        if path.parent != ROOT / "press" / "codes"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def _name(function: ast.expr) -> str:
    return getattr(function, "id", getattr(function, "attr", ""))


def test_every_problem_has_a_code_that_is_explained() -> None:
    problems = list(raised())
    assert len(problems) > 50, "the search finds the problems"
    assert [(place, code) for place, code in problems if code not in CODES] == []


def test_every_code_is_used() -> None:
    assert sorted(set(CODES) - written_out()) == []


def test_the_pages_on_disk_are_those_of_the_codes() -> None:
    on_disk = {path.name: path.read_text(encoding="utf-8") for path in PAGES.iterdir()}
    assert sorted(on_disk) == sorted(pages())
    assert [name for name, text in pages().items() if on_disk[name] != text] == [], (
        "write them anew: python -m press.codes docs/problems"
    )


def test_the_script_writes_the_pages_and_removes_old_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "problems"
    write_pages(folder)
    (folder / "gone.md").write_text("a code that is no more")
    (folder / "index.md").write_text("old")
    monkeypatch.setattr(sys, "argv", ["press.codes", str(folder)])
    monkeypatch.delitem(sys.modules, "press.codes")
    runpy.run_module("press.codes", run_name="__main__")
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == pages()


def test_a_page_says_what_it_means_and_what_to_do() -> None:
    text = page("unknown-key")
    assert text.startswith("# unknown-key: a key is not known\n")
    assert CODES["unknown-key"].meaning in text
    assert CODES["unknown-key"].remedy in text
    assert "titel: Who we are" in text
    assert "## Example" not in page("file-empty")


def test_the_index_names_every_code_once() -> None:
    text = index()
    assert [code for code in CODES if text.count(f"]({code}.md)") != 1] == []
    assert sum(map(len, TOPICS.values())) == len(CODES), "no code belongs to two topics"


@pytest.mark.parametrize("code", CODES)
def test_explanations_are_sentences_in_plain_words(code: str) -> None:
    told = CODES[code]
    assert told.title[0].islower() or told.title[0] in "`HQ", "a title goes on after the code"
    assert not told.title.endswith(".")
    for words in (told.meaning, told.remedy):
        assert words[0].isupper() or words[0] == "`"
        assert words.endswith(".")
        assert max(len(sentence.split()) for sentence in words.split(". ")) <= 40


@pytest.mark.parametrize("code", [code for code, told in CODES.items() if "# right" in told.example])
def test_an_example_is_wrong_first_and_right_after(code: str) -> None:
    wrong, _, right = CODES[code].example.partition("# right\n")
    assert _codes_of(right) == []
    if code.startswith("yaml-"):
        assert _codes_of(wrong) == [code]


def _codes_of(text: str) -> list[str]:
    problems: list[Problem] = []
    try:
        tree_of(text_of(text.encode(), "example", problems), "example", problems)
    except ContentError as error:
        problems += error.problems
    return [problem.code for problem in problems]
