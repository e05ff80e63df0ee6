"""The guides and the program agree: what there is, is documented, and what is documented, there is."""

from __future__ import annotations

import ast
import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from pydantic import TypeAdapter

from press.cli.words import WORDS, parse
from press.edition import _ReferenceDesk
from press.errors import ExitCode
from press.fold import FOLDS, panel_sizes
from press.lint.rules import RULES
from press.model.blocks import AnyBlock
from press.model.format import FoldKind, Format
from press.model.job import Medium
from press.model.leaflet import FormatLayout

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CHANGELOG.md")]
PAGES += sorted((ROOT / "docs").rglob("*.md")) + sorted((ROOT / "benchmarks").glob("*.md"))
#: Pages of codes are made from press/codes.py; their examples are wrong on purpose.
WRITTEN = [page for page in PAGES if page.parent.name != "problems"]

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"`([^`\n]+)`")


# Reading Markdown -------------------------------------------------------------------------------------------


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def section(name: str, heading: str) -> str:
    """What stands under a heading, up to the next one of its level or above."""
    level = heading.index(" ")
    found = re.search(rf"(?ms)^{re.escape(heading)}$\n(.*?)(?=^#{{1,{level}}} |\Z)", text(name))
    assert found, f"{name} has no heading {heading!r}"
    return found[1]


def terms(table: str) -> list[str]:
    """Everything in backticks in the first column of the tables of a text."""
    return [term for line in table.splitlines() if line.startswith("| ") for term in CODE.findall(line.split(" | ")[0])]


def fences(page: Path, language: str) -> list[str]:
    return re.findall(rf"(?ms)^```{language}\n(.*?)^```", page.read_text("utf-8"))


def prose(page: Path) -> str:
    """The page without blocks of code, where brackets mean other things."""
    return re.sub(r"(?ms)^```.*?^```", "", page.read_text("utf-8"))


def anchors(page: Path) -> set[str]:
    """The names of the headings of a page, as a reader of the page on the web can link to them."""
    titles = re.findall(r"(?m)^#+ (.*)$", prose(page))
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


# What there is ----------------------------------------------------------------------------------------------


def options(word: str, capsys: pytest.CaptureFixture[str]) -> set[str]:
    """The options a command shows in its help, and in that of its verbs."""
    shown = _help(capsys, word)
    verbs = re.findall(r"(?m)^    (\w+)  ", shown) if " VERB" in shown else []
    pages = [shown, *(_help(capsys, word, verb) for verb in verbs)]
    return {option for page in pages for option in re.findall(r"(?m)^  (--[a-z-]+)", page)}


def _help(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    with pytest.raises(SystemExit):
        parse([*words, "--help"], ROOT)
    return capsys.readouterr().out


def guards() -> set[str]:
    """The names that results of guards are given anywhere in the program."""
    found = set(RULES)
    for path in (ROOT / "press").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("GuardResult.of", "GuardResult"):
                name = node.args[0] if node.args else None
                found |= {name.value} if isinstance(name, ast.Constant) and isinstance(name.value, str) else set()
    return found


def kinds() -> set[str]:
    union = get_args(AnyBlock)[0]
    return {get_args(block.model_fields["kind"].annotation)[0] for block in get_args(union)}


def formats() -> set[str]:
    return {path.stem for path in (ROOT / "templates/formats").glob("*.yaml")}


def rooms() -> dict[str, int]:
    """Each room with its floor, as import-linter is told."""
    config = tomllib.loads(text("pyproject.toml"))
    layers = config["tool"]["importlinter"]["contracts"][0]["layers"]
    return {room: floor for floor, layer in enumerate(reversed(layers)) for room in layer.split(" | ")}


# Commands ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("word", WORDS)
def test_every_option_of_a_command_is_told_and_no_other(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = {term.split()[0] for term in terms(section("docs/commands.md", f"## `{word}`"))}
    assert told == options(word, capsys)


def test_no_command_is_told_that_does_not_exist() -> None:
    assert set(re.findall(r"(?m)^## `(\w+)`", text("docs/commands.md"))) == set(WORDS)


def test_the_readme_names_every_command() -> None:
    assert set(CODE.findall(section("README.md", "## Two commands"))) >= set(WORDS)


def test_every_command_in_the_guides_can_be_typed(capsys: pytest.CaptureFixture[str]) -> None:
    for page in WRITTEN:
        for line in re.findall(r"(?:\./run|build\.py) ([^`\n#]*)", page.read_text("utf-8")):
            words = shlex.split(line.strip().removesuffix(" …"))
            if words and words[0] not in ("WORD", "test", "setup") and "--help" not in words and words != ["--version"]:
                assert parse([word.replace("CODE", "bug") for word in words], ROOT).word in WORDS, (page, line)


def test_exit_codes() -> None:
    table = text("docs/commands.md").split("\n## ")[0]
    told = {int(row) for row in re.findall(r"(?m)^\| (\d+) \|", table)}
    assert told == {int(code) for code in ExitCode}


# The content ------------------------------------------------------------------------------------------------


def test_every_reference_is_told_and_no_other() -> None:
    told = terms(section("docs/staff.md", "### References"))
    assert {re.sub(r"[{}]|:.*", "", term) for term in told} == set(_ReferenceDesk._NAMES)


def test_every_kind_of_block_is_told_and_no_other() -> None:
    assert set(terms(section("docs/designers.md", "## Blocks"))) == kinds()


def test_every_guard_is_told_and_no_other() -> None:
    assert set(terms(section("README.md", "## What it refuses"))) == guards()


def test_every_medium_is_told_and_no_other() -> None:
    table = section("docs/outreach.md", "## Which file").split("\n\n| you want")[0]
    assert set(terms(table)) == {str(medium) for medium in Medium}


def test_every_format_is_told_and_no_other() -> None:
    assert set(terms(section("docs/outreach.md", "## Sizes"))) == formats()


def test_every_key_of_a_format_is_told_and_no_other() -> None:
    first, second = section("docs/designers.md", "## A new format without code").split("The order of the panels")
    assert set(terms(first)) == set(Format.model_fields)
    assert set(terms(second)) == {str(kind) for kind in FoldKind} == {*map(str, FOLDS), "none"}


def test_files_that_the_guides_name_exist() -> None:
    """Files of the project, and leaflets by the names that a build gives them."""
    leaflets = "|".join(path.name for path in (ROOT / "content/leaflets").iterdir())
    for page in WRITTEN:
        for name in CODE.findall(prose(page)):
            if re.fullmatch(r"(content|templates|styles|tests|docs|press)/[\w./-]+", name) and "z-fold" not in name:
                assert (ROOT / name).exists(), (page, name)
            if name.endswith(".pdf") and not name.startswith("office") and not name.startswith("screen"):
                key = "|".join(formats())
                assert re.fullmatch(rf"({leaflets})\.({key})\.({'|'.join(Medium)})\.pdf", name), (page, name)


# Markdown ---------------------------------------------------------------------------------------------------


def links() -> Iterator[tuple[Path, str]]:
    for page in PAGES:
        for target in LINK.findall(prose(page)):
            if not re.match(r"[a-z]+:", target):
                yield page, target


def test_every_relative_link_leads_somewhere() -> None:
    found = list(links())
    assert len(found) > 60, "the search finds the links"
    for page, target in found:
        name, _, anchor = target.partition("#")
        goal = (page.parent / name).resolve() if name else page
        assert goal.exists(), f"{page.relative_to(ROOT)} links to {target}"
        assert not anchor or anchor in anchors(goal), f"{page.relative_to(ROOT)} links to {target}"


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs/decisions"
    listed = [target for page, target in links() if page == folder / "index.md"]
    assert listed == sorted(path.name for path in folder.glob("[0-9]*.md"))


def test_every_decision_has_its_parts() -> None:
    for page in sorted((ROOT / "docs/decisions").glob("[0-9]*.md")):
        told = page.read_text("utf-8")
        assert told.startswith(f"# {page.name[:3]}: ")
        parts = ["\nStatus: ", "\n## Problem\n", "\n## Decision\n", "\n## Rejected\n"]
        assert [told.count(part) for part in parts] == [1, 1, 1, 1], page


def test_yaml_in_the_guides_is_right() -> None:
    """It parses, and blocks, layouts and formats in it are what the program takes."""
    checked = 0
    for page in WRITTEN:
        for fence in fences(page, "yaml"):
            checked += _is_right(yaml.load(fence, yaml.BaseLoader))
    assert checked >= 4, "the search finds blocks, a layout and a format"


def test_the_example_of_the_readme_is_in_the_content() -> None:
    (fence,) = fences(ROOT / "README.md", "yaml")
    content = yaml.load(text("content/leaflets/overdose-after-a-break/en.yaml"), yaml.BaseLoader)
    assert content["sections"].items() >= yaml.load(fence, yaml.BaseLoader).items()


def _is_right(data: Any) -> int:
    """How many things of a known shape were looked at."""
    if isinstance(data, dict) and "scale" in data:
        assert panel_sizes(Format.model_validate(data))
        return 1
    if isinstance(data, dict) and "panels" in data:
        FormatLayout.model_validate(data)
        return 1
    if isinstance(data, dict) and "kind" in data and "key" in data:
        TypeAdapter(AnyBlock).validate_python(data)
        return 1
    inside = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return sum(map(_is_right, inside))


# The house --------------------------------------------------------------------------------------------------


def test_the_architecture_names_every_room_on_its_floor_and_no_other() -> None:
    rows = re.findall(r"(?m)^\| (\d) \| ([^|]*) \|", section("ARCHITECTURE.md", "## Rooms"))
    told = {room: int(floor) for floor, named in rows for room in CODE.findall(named)}
    there = {
        path.stem for path in (ROOT / "press").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert told == rooms()
    assert set(told) == there - {"__init__"}


def test_the_dependencies_are_those_of_the_project() -> None:
    config = tomllib.loads(text("pyproject.toml"))
    named = [*config["project"]["dependencies"], *config["dependency-groups"]["dev"]]
    told = re.sub(r"\W", "", section("docs/decisions/001-dependencies.md", "## Decision").lower())
    for package in named:
        name = re.split(r"[<>=;\[ ]", package)[0]
        assert re.sub(r"\W", "", name.lower()) in told, f"{name} does not say how it earns its place"
