from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from press.errors import ContentError, Problem
from press.load.text import UNSEEN_IN_WORDS, text_of
from press.load.tree import MAX_DEPTH, Mapping, Node, Scalar, Sequence, plain, tree_of

LOADERS = [yaml.BaseLoader, yaml.CBaseLoader]

#: Everything that can stand in a text, line ends and quotes included, but what nobody sees.
WORDS = st.text(
    st.characters(codec="utf-8").filter(lambda letter: not UNSEEN_IN_WORDS.match(letter)),
    max_size=60,
)
TREES = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=20,
)


def read(text: str, loader: Any = yaml.CBaseLoader) -> tuple[Node | None, list[Problem]]:
    """The tree and all problems; None for a file that makes no tree."""
    problems: list[Problem] = []
    try:
        return tree_of(text, "a.yaml", problems, loader), problems
    except ContentError as error:
        return None, [*problems, *error.problems]


@pytest.mark.parametrize("loader", LOADERS)
def test_every_scalar_is_text(loader: Any) -> None:
    node, problems = read("- 12:30\n- 030\n- no\n- 35.10\n-\n- 2027-01-01\n- 'null'\n- 1e3", loader)
    assert problems == []
    assert node is not None
    assert plain(node) == ["12:30", "030", "no", "35.10", "", "2027-01-01", "null", "1e3"]


@pytest.mark.parametrize("loader", LOADERS)
def test_keys_and_values_know_their_places(loader: Any) -> None:
    node, _ = read('# note\nсписок:\n  - один\n  - {два: "x"}\ntext: |\n  long\n', loader)
    assert isinstance(node, Mapping)
    assert (node.line, node.column) == (2, 1)
    entries = node.entries["список"]
    assert (entries.line, entries.column) == (2, 1)
    row = entries.value
    assert isinstance(row, Sequence)
    assert (row.line, row.column) == (3, 3)
    assert row.items[0] == Scalar("один", 3, 5)
    inner = row.items[1]
    assert isinstance(inner, Mapping)
    assert (inner.entries["два"].column, inner.entries["два"].value) == (6, Scalar("x", 4, 11))
    assert node.entries["text"].value == Scalar("long\n", 5, 7)


@pytest.mark.parametrize("loader", LOADERS)
def test_an_alias_repeats_its_node(loader: Any) -> None:
    node, problems = read("a: &one {b: [c]}\nd: *one\ne: [*one, *one]", loader)
    assert problems == []
    assert node is not None
    assert plain(node) == {"a": {"b": ["c"]}, "d": {"b": ["c"]}, "e": [{"b": ["c"]}] * 2}


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("", "file-empty", "1:1"),
        ("# only a note\n", "file-empty", "1:1"),
        ("---\n...\n", "wrong-value", None),
        ("a: b\n---\nc: d", "yaml-several-documents", "2:1"),
        ("? [a]\n: b", "yaml-key-not-words", "1:3"),
        ("{a: b}: c", "yaml-key-not-words", "1:1"),
        ("a: &x b\n*x : c", "yaml-key-not-words", "2:1"),
        ("a: *x", "yaml-alias", "1:4"),
        ("a: &x [*x]", "yaml-alias", "1:8"),
        ("*x", "yaml-alias", "1:1"),
        ("a: ~", "wrong-value", "1:4"),
        ("- !!binary x", "yaml-tag", "1:3"),
        ("! [a]", "yaml-tag", "1:1"),
        ("a: {b: c, b: d}", "yaml-repeated-key", "1:11"),
        ('a: "\\x07"', "yaml-control-character", "1:4"),
        ('a: "\\u202e"', "yaml-control-character", "1:4"),
        ('? "\\a"\n: b', "yaml-control-character", "1:3"),
        ("[" * (MAX_DEPTH + 1), "yaml-too-deep", f"1:{MAX_DEPTH + 1}"),
        ("%YAML 3.0\n---\na: b", "yaml-syntax", "1:1"),
    ],
)  # fmt: skip
def test_what_is_refused(text: str, code: str, place: str | None, loader: Any) -> None:
    node, problems = read(text, loader)
    if place is None:  # an empty document is an empty scalar
        assert isinstance(node, Scalar)
        return
    assert [problem.code for problem in problems] == [code]
    assert str(problems[0].place) == f"a.yaml:{place}"
    assert problems[0].remedy


def test_as_many_levels_as_allowed_are_read() -> None:
    node, problems = read("[" * MAX_DEPTH + "a" + "]" * MAX_DEPTH)
    assert node is not None
    assert problems == []


def test_the_first_of_two_keys_is_kept() -> None:
    node, _ = read("a: b\na: c")
    assert node is not None
    assert plain(node) == {"a": "b"}


@pytest.mark.parametrize("text", ['"\\ud800"', '"\\U00110000"', '"\\Uffffffff"'])
@pytest.mark.parametrize("loader", LOADERS)
def test_codes_of_no_character_are_refused(text: str, loader: Any) -> None:
    _, problems = read(text, loader)
    assert problems[0].code in ("yaml-syntax", "yaml-control-character")


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("a: b # c", True),
        ("a: b\t# c", True),
        ("a: b#c", False),
        ("a: 'b' # c", False),
        ("a: # c\n  b", False),
        ("a: # c", False),
        ("a: b\n# c", False),
        ("- b  # c", True),
    ],
)
def test_words_before_a_note_are_marked(text: str, cut: bool) -> None:
    node, _ = read(text)
    value = node.entries["a"].value if isinstance(node, Mapping) else node.items[0]  # type: ignore[union-attr]
    assert isinstance(value, Scalar)
    assert value.cut is cut


@given(TREES)
def test_any_words_survive(tree: Any) -> None:
    written = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=False)
    assert _read_back(written) == tree


@given(TREES)
def test_any_words_survive_as_codes(tree: Any) -> None:
    assert _read_back(yaml.safe_dump(tree, allow_unicode=False, width=20)) == tree


@given(st.text(st.sampled_from("a:-[]{}&*!|>'\"%@`#?,\n \t~<\\x07é"), max_size=40))
def test_both_parsers_agree_and_nothing_else_is_raised(text: str) -> None:
    node, problems = read(text)
    other, others = read(text, yaml.BaseLoader)
    assert all(problem.place and problem.remedy for problem in (*problems, *others))
    if node is not None and other is not None:
        assert plain(node) == plain(other)


@given(st.binary(max_size=200))
def test_any_bytes_make_a_tree_or_problems(data: bytes) -> None:
    problems: list[Problem] = []
    try:
        tree_of(text_of(data, "a.yaml", problems), "a.yaml", problems)
    except ContentError as error:
        problems += error.problems
    assert all(problem.place and problem.place.file == "a.yaml" for problem in problems)


def _read_back(written: str) -> Any:
    problems: list[Problem] = []
    node = tree_of(text_of(written.encode(), "a.yaml", problems), "a.yaml", problems)
    assert [p for p in problems if p.code != "yaml-merge-key"] == []
    return plain(node)
