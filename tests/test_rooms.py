"""The house keeps its floors: rooms import only downwards, and each outside tool has its own room."""

import ast
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PRESS = ROOT / "press"

#: Which rooms may import an outside tool. Every package that is not in Python's own library must be here.
TOOLS: Mapping[str, frozenset[str]] = {
    "weasyprint": frozenset({"render"}),  # sets the panels
    "jinja2": frozenset({"compose"}),  # templates
    "markupsafe": frozenset({"compose", "markup"}),  # safe text, Jinja's own
    "yaml": frozenset({"load"}),  # content
    "pypdf": frozenset({"impose", "preflight"}),  # imposition, structure of finished files
    "pypdfium2": frozenset({"preflight", "proof", "compare"}),  # reads finished pages back, draws them
    "segno": frozenset({"barcode"}),  # QR codes
    "zxingcpp": frozenset({"preflight"}),  # reads QR codes back
    "fontTools": frozenset({"measure"}),  # widths of letters
    "babel": frozenset({"wording"}),  # money and dates
    "phonenumbers": frozenset({"wording"}),  # telephone numbers
    "markdown_it": frozenset({"markup"}),  # inline markup
    "rich": frozenset({"cli"}),  # the progress bar, tables
    "openpyxl": frozenset({"spreadsheet"}),  # XLSX
    "charset_normalizer": frozenset({"spreadsheet"}),  # the encoding of a CSV
    "ruamel": frozenset({"rewrite"}),  # YAML with its comments
    "icalendar": frozenset({"agenda"}),  # a calendar file
    "pymorphy3": frozenset({"morphology"}),  # inflected Russian words
    "pyphen": frozenset({"readability"}),  # syllables
    "PIL": frozenset({"picture", "preflight", "proof", "compare"}),  # pictures
    "pydantic": frozenset({"model", "load"}),  # records, and what is wrong with them
}


def imports(path: Path) -> Iterator[str]:
    """The outermost package of every import in a file, wherever in the file it stands."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name.split(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.split(".")[0]


def room(path: Path) -> str:
    return path.relative_to(PRESS).parts[0].removesuffix(".py")


FILES = sorted(PRESS.rglob("*.py"))


def test_there_are_rooms() -> None:
    assert len({room(path) for path in FILES}) > 20


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PRESS).as_posix())
def test_each_outside_tool_is_used_in_its_own_room(path: Path) -> None:
    outside = set(imports(path)) - sys.stdlib_module_names - {"press"}
    for tool in outside:
        assert tool in TOOLS, f"{tool} has no room yet"
        assert room(path) in TOOLS[tool], f"{tool} is not for {room(path)}"


def test_every_tool_of_the_table_is_used() -> None:
    used = {tool for path in FILES for tool in imports(path)}
    assert used >= TOOLS.keys()


def test_relative_imports_are_not_used() -> None:
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            assert not (isinstance(node, ast.ImportFrom) and node.level), path


def test_rooms_import_only_downwards() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 kept, 0 broken" in done.stdout
