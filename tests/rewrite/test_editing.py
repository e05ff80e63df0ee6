from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from press.errors import ContentError, Problem
from press.load.text import UNSEEN_IN_WORDS
from press.load.tree import plain as plain_of
from press.load.tree import tree_of
from press.rewrite import Edit, Insert, Put, Remove, edited, plain, written

ROOT = Path(__file__).parents[2]
FILES = sorted(path for folder in ("content", "templates") for path in (ROOT / folder).rglob("*.yaml"))
NAMES = [path.relative_to(ROOT).as_posix() for path in FILES]
PRICES = (ROOT / "content" / "prices.yaml").read_text("utf-8")

SMALL = """\
# What stands here is kept.
names: {en: Clinic, ru: Клиника}  # both

# Amounts
amount: 4500 # of the page
note: "ring: {phone}"
own: 'it''s'
long: >-
  One sentence stands here.
  Another one follows.
  The last one.
poem: |-
  first
  second
list:
  # the first
  - a
  - b # beside
  # the last
  - key: c
    # about its names
    names: {en: C}
empty:
last: end
"""
ABOUT = "    # about its names"
LAST = {"key": "c", "names": {"en": "C"}}


def said(text: str) -> Any:
    """What our own loader reads."""
    problems: list[Problem] = []
    tree = plain_of(tree_of(text.removeprefix("\ufeff"), "a.yaml", problems))
    assert [problem for problem in problems if problem.code != "words-after-hash"] == []
    return tree


def scalars(tree: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The paths of all single values."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from scalars(value, (*path, key))
    elif isinstance(tree, list):
        for number, value in enumerate(tree):
            yield from scalars(value, (*path, number))
    else:
        yield path


def at(tree: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        tree = tree[step]
    return tree


def with_value(tree: Any, path: tuple[str | int, ...], value: Any) -> Any:
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(tree, dict):
        return {**tree, step: with_value(tree.get(step), rest, value)}
    return [with_value(item, rest, value) if number == step else item for number, item in enumerate(tree)]


def changed_lines(old: str, new: str) -> list[str]:
    """The lines of the new text that are not in the old one, where nothing else moved."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    assert len(before) == len(after)
    return [line for line, was in zip(after, before, strict=True) if line != was]


# Untouched ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("spoil", ["", "bom", "crlf", "no end"])
def test_every_file_comes_back_byte_for_byte_with_every_value_put_in_anew(name: str, spoil: str) -> None:
    text = (ROOT / name).read_bytes().decode("utf-8")
    text = {
        "": text,
        "bom": "\ufeff" + text,
        "crlf": text.replace("\n", "\r\n"),
        "no end": text.rstrip("\n"),
    }[spoil]
    tree = said(text)
    assert edited(text, []) == text
    assert edited(text, [Put(path, at(tree, path)) for path in scalars(tree)]) == text


@pytest.mark.parametrize("name", NAMES)
def test_every_value_can_change_at_once_and_the_notes_stay(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    tree = said(text)
    new = edited(text, [Put(path, f"{at(tree, path)}: x") for path in scalars(tree)])
    assert [at(said(new), path) for path in scalars(tree)] == [f"{at(tree, path)}: x" for path in scalars(tree)]
    assert [line for line in new.splitlines() if "#" in line] == [line for line in text.splitlines() if "#" in line]


def test_there_are_files() -> None:
    assert len(FILES) > 20


def test_one_amount_changes_one_line() -> None:
    new = edited(PRICES, [Put(("groups", 0, "services", 1, "amount"), 4900)])
    assert changed_lines(PRICES, new) == ["        amount: 4900\n"]


def test_all_amounts_change_their_lines_alone() -> None:
    services = [(g, s) for g, group in enumerate(said(PRICES)["groups"]) for s in range(len(group["services"]))]
    new = edited(PRICES, [Put(("groups", g, "services", s, "amount"), 100 + s) for g, s in services])
    assert len(services) > 15
    lines = changed_lines(PRICES, new)
    assert len(lines) == len(services)
    assert all(line.startswith("        amount: 10") for line in lines)


# Single values ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "value", "was", "now"),
    [
        (("names", "ru"), "Больница", "ru: Клиника}  # both", "ru: Больница}  # both"),
        (("names", "ru"), "Больница, первая", "ru: Клиника}", 'ru: "Больница, первая"}'),
        (("amount",), "4900", "amount: 4500 # of the page", "amount: 4900 # of the page"),
        (("amount",), "- 5 #", "amount: 4500 #", 'amount: "- 5 #" #'),
        (("note",), "ring", '"ring: {phone}"', '"ring"'),
        (("note",), 'say "now"', '"ring: {phone}"', '"say \\"now\\""'),
        (("own",), "its own", "'it''s'", "'its own'"),
        (("own",), "two\nlines", "'it''s'", '"two\\nlines"'),
        (("last",), "«end»: {phone}", "last: end", 'last: "«end»: {phone}"'),
        (("last",), '"metabolic"', "last: end", "last: '\"metabolic\"'"),
        (("last",), "null", "last: end", 'last: "null"'),
        (("last",), "a\u2028b\u202ec", "last: end", 'last: "a\\u2028b\\u202Ec"'),
        (("last",), "true", "last: end", "last: true"),
        (("last",), True, "last: end", "last: true"),
        (("last",), "", "last: end", 'last: ""'),
        (("empty",), "full", "empty:\n", "empty: full\n"),
        (("list", 1), "c", "- b # beside", "- c # beside"),
        (("list", 2, "names", "en"), "D", "{en: C}", "{en: D}"),
        (("poem",), "first\n\n third", "first\n  second", "first\n\n   third"),
        (("poem",), "first\n", "|-\n  first\n  second", "|\n  first"),
        (("poem",), " first", "|-\n  first\n  second", '" first"'),
        (("long",), "One sentence stands here. Another one follows. The end.", "  The last one.", "  The end."),
        (
            ("long",),
            "One sentence stands here. Something new. The last one.",
            "  Another one follows.",
            "  Something new.",
        ),
        (("long",), "No. Another one follows. The last one.", "  One sentence stands here.", "  No."),
        (
            ("long",),
            "One\nTwo",
            ">-\n  One sentence stands here.\n  Another one follows.\n  The last one.",
            '"One\\nTwo"',
        ),
    ],
)
def test_a_value_takes_the_style_of_the_one_before_where_it_can(
    path: tuple[str | int, ...], value: Any, was: str, now: str
) -> None:
    assert SMALL.count(was) == 1
    assert edited(SMALL, [Put(path, value)]) == SMALL.replace(was, now)


def test_a_text_that_grows_long_is_folded() -> None:
    words = "Звоните: " + "слово " * 40 + "конец."
    new = edited(SMALL, [Put(("last",), words)])
    assert new.startswith(SMALL.replace("last: end\n", "last: >-\n  Звоните: слово"))
    assert max(map(len, new.splitlines())) <= 120
    assert said(new)["last"] == words


def test_a_note_behind_the_sign_of_a_folded_text_stays() -> None:
    text = "a: >- # note\n  one\nb: c\n"
    assert edited(text, [Put(("a",), "two")]) == "a: >- # note\n  two\nb: c\n"
    assert edited(text, [Put(("a",), "two\nthree")]) == 'a: "two\\nthree" # note\nb: c\n'


def test_a_long_text_with_a_note_beside_it_stays_on_its_line() -> None:
    words = "слово " * 30 + "конец"
    assert edited("a: b # note\nc: d\n", [Put(("a",), words)]) == f"a: {words} # note\nc: d\n"


def test_a_value_on_the_line_after_its_key() -> None:
    text = "a:\n  one\n  two # note\nb: c\n"
    assert edited(text, [Put(("a",), "three")]) == "a:\n  three # note\nb: c\n"


# Lists and mappings -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "was", "now"),
    [
        ([Put(("new",), "x")], "last: end\n", "last: end\nnew: x\n"),
        ([Put(("names", "de"), "Praxis")], "ru: Клиника}", "ru: Клиника, de: Praxis}"),
        ([Put(("list", 2, "icon"), "house")], "names: {en: C}\n", "names: {en: C}\n    icon: house\n"),
        ([Put(("empty",), ["x", {"y": "z"}])], "empty:\n", "empty:\n  - x\n  - y: z\n"),
        ([Put(("amount",), {"y": "z"})], " 4500 # of the page\n", " # of the page\n  y: z\n"),
        ([Put(("list", 0), {"y": "z", "w": ["v"]})], "- a\n", "- y: z\n    w:\n      - v\n"),
        ([Put(("names",), {"en": "A"})], "{en: Clinic, ru: Клиника}", "{en: A}"),
        ([Put(("names",), "A")], "{en: Clinic, ru: Клиника}", "A"),
        ([Put(("long",), [])], SMALL[SMALL.index(">-") : SMALL.index("poem")], "[]\n"),
        ([Put(("poem",), {"y": "z"})], "poem: |-\n  first\n  second\n", "poem:\n  y: z\n"),
        ([Put(("list", 2), {"key": "d"})], f"key: c\n{ABOUT}\n    names: {{en: C}}", f"key: d\n{ABOUT}"),
        (
            [Put(("list", 2), {"key": "c", "x": "y", "names": {"en": "D"}})],
            f"- key: c\n{ABOUT}\n    names: {{en: C}}",
            f"- key: c\n    x: y\n{ABOUT}\n    names: {{en: D}}",
        ),
        ([Put(("list",), ["a", "c", LAST])], "- b # beside", "- c # beside"),
        ([Put(("list",), ["b", LAST])], "  - a\n", ""),
        ([Put(("list",), ["a", "b", "x", LAST])], "  - b # beside\n", "  - b # beside\n  - x\n"),
        ([Put(("list",), ["a", "b", LAST, "x"])], "names: {en: C}\n", "names: {en: C}\n  - x\n"),
        ([Insert(("list",), 0, "z")], "  - a\n", "  - z\n  - a\n"),
        ([Insert(("list",), 2, "z")], "  - b # beside\n", "  - b # beside\n  - z\n"),
        ([Insert(("list",), 3, {"y": "z"})], "names: {en: C}\n", "names: {en: C}\n  - y: z\n"),
        ([Insert((), 0, {"y": "z"})], "names: {en: Clinic", "y: z\nnames: {en: Clinic"),
        ([Insert(("list", 2), 0, {"y": "z"})], "- key: c\n", "- y: z\n    key: c\n"),
        ([Insert(("names",), 1, {"de": "x"})], "Clinic, ru", "Clinic, de: x, ru"),
        ([Insert(("names",), 0, {"de": "x"})], "{en: Clinic", "{de: x, en: Clinic"),
        ([Insert((), 3, {"y": ["z"]})], '{phone}"\n', '{phone}"\ny:\n  - z\n'),
        ([Remove(("amount",))], "amount: 4500 # of the page\n", ""),
        ([Remove(("names", "en"))], "en: Clinic, ", ""),
        ([Remove(("names", "ru"))], ", ru: Клиника", ""),
        ([Remove(("list", 1))], "  - b # beside\n", ""),
        ([Remove(("list", 0))], "  - a\n", ""),
        ([Remove(("list", 2, "key"))], "- key: c\n    # about", "- # about"),
        ([Remove(("list", 2, "names"))], "    names: {en: C}\n", ""),
        ([Remove(("list", 2, "names", "en"))], "{en: C}", "{}"),
        ([Remove(("last",))], "last: end\n", ""),
        ([Remove(("list", 0)), Remove(("list", 0)), Put(("list", 0, "key"), "d")], "  - a\n  - b # beside\n", ""),
    ],
)
def test_what_is_put_in_or_taken_away_moves_nothing_else(changes: list[Edit], was: str, now: str) -> None:
    assert SMALL.count(was) == 1
    wanted = SMALL.replace(was, now)
    if len(changes) == 3:
        wanted = wanted.replace("key: c", "key: d")
    assert edited(SMALL, changes) == wanted
    crlf = SMALL.replace("\n", "\r\n")
    assert edited(crlf, changes) == wanted.replace("\n", "\r\n")
    short = SMALL.rstrip("\n")
    assert edited(short, changes) == wanted.rstrip("\n")


def test_the_only_entry_leaves_an_empty_list() -> None:
    assert edited("a:\n  - b\nc: d\n", [Remove(("a", 0))]) == "a: []\nc: d\n"
    assert edited("a:\n  b: c\nc: d\n", [Remove(("a", "b"))]) == "a: {}\nc: d\n"
    assert edited("a: []\n", [Insert(("a",), 0, "b")]) == "a: [b]\n"
    assert edited("- {a: []}\n", [Insert((0, "a"), 0, {"b": "c"})]) == "- {a: [{b: c}]}\n"
    assert edited("a: {}\n", [Put(("a", "b"), "c")]) == "a: {b: c}\n"


def test_lists_in_the_column_of_their_key_and_lists_in_lists() -> None:
    text = "a:\n- b\n-\n- - c\n  - d\n-\n  e: f\n"
    assert edited(text, [Put(("a", 2, 1), "x")]) == text.replace("- d", "- x")
    assert edited(text, [Remove(("a", 2, 0))]) == text.replace("- - c\n  - d", "- - d")
    assert edited(text, [Insert(("a", 2), 1, "x")]) == text.replace("- c\n", "- c\n  - x\n")
    assert edited(text, [Put(("a", 1), "x")]) == text.replace("-\n- -", "- x\n- -")
    assert edited(text, [Put(("a", 3, "e"), "x")]) == text.replace("e: f", "e: x")
    assert edited(text, [Remove(("a", 3))]) == text.replace("-\n  e: f\n", "")
    assert edited(text, [Remove(("a", 1))]) == text.replace("-\n- -", "- -")


def test_a_long_flow_mapping_becomes_a_block() -> None:
    text = "names: {en: A}\nb: c\n"
    names = {"en": "word " * 12 + "end", "ru": "слово " * 12 + "конец"}
    new = edited(text, [Put(("names",), names)])
    assert new == f"names:\n  en: {names['en']}\n  ru: {names['ru']}\nb: c\n"


@pytest.mark.parametrize(
    ("text", "changes", "lost"),
    [
        (SMALL, [Put(("list",), "none")], "# beside"),
        (SMALL, [Put(("list", 2), "none")], "# about its names"),
        (SMALL, [Put(("list",), [])], "# beside"),
        (SMALL, [Put(("list",), ["a", LAST])], "# beside"),
        ("a:\n  b: c # x\n  d: e\n", [Put(("a",), {"d": "e", "b": "c"})], "# x"),
        ("a: [b, # x\n  c]\n", [Put(("a",), ["d"])], "# x"),
    ],
)
def test_a_comment_is_never_lost_by_a_change_of_what_holds_it(text: str, changes: list[Edit], lost: str) -> None:
    with pytest.raises(ContentError, match=f"the comment “{lost}” would be lost"):
        edited(text, changes, "a.yaml")


def unless_refused(text: str, change: Edit) -> str | None:
    try:
        return edited(text, [change])
    except ContentError:
        return None


_LETTER_LISTS = st.lists(st.sampled_from("abcdef"), min_size=1, max_size=6)


@given(_LETTER_LISTS, _LETTER_LISTS, st.sampled_from(["", " # beside {}"]))
def test_a_list_is_changed_entry_by_entry_and_keeps_every_comment(old: list[str], new: list[str], beside: str) -> None:
    lines = [f"  # above {number}\n  - {item}{beside.format(number)}\n" for number, item in enumerate(old)]
    text = f"x:\n{''.join(lines)}y: z # end\n"
    changed = unless_refused(text, Put(("x",), new))
    if changed is None:
        assert beside
        assert len(old) > 1
        return
    assert said(changed) == {"x": new, "y": "z"}
    comments = [re.findall("#.*", one) for one in (changed, text)]
    assert sorted(comments[0]) == sorted(comments[1])
    if len(old) == len(new) == 1:
        assert changed == text.replace(f"- {old[0]}", f"- {new[0]}")


# Refused ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("a: b\n", [Put(("x", "y"), "z")]),
        ("a: b\n", [Put(("a", "y"), "z")]),
        ("a: [b]\n", [Put(("a", 1), "z")]),
        ("a: [b]\n", [Insert(("a",), 2, "z")]),
        ("a: {b: c}\n", [Insert(("a",), 0, {"b": "z"})]),
        ("a: {b: c}\n", [Insert(("a",), 0, "z")]),
        ("a: b\n", [Insert(("a",), 0, "z")]),
        ("a: b\n", [Remove(("x",))]),
        ("a: b\n", [Remove(("a", "x"))]),
        ("a: b\n", [Remove(())]),
        ("a: b\na: c\n", [Put(("a",), "z")]),
        ("a: [b\n", [Put(("a",), "z")]),
        ("a: b\n---\nc: d\n", [Put(("a",), "z")]),
        ("a: &x b\nc: *x\n", [Put(("a",), "z")]),
        ("? [a]\n: b\n", [Put(("a",), "z")]),
        ("", [Put(("a",), "z")]),
        ("# only a note\n", [Put(("a",), "z")]),
    ],
)
def test_what_cannot_be_done_is_refused_with_the_file(text: str, changes: list[Edit]) -> None:
    with pytest.raises(ContentError) as caught:
        edited(text, changes, "content/a.yaml")
    (problem,) = caught.value.problems
    assert problem.code == "yaml-not-changed"
    assert str(problem.place) == "content/a.yaml"
    assert "Traceback" not in problem.message


def test_a_result_that_says_something_else_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for room in ("swaps", "words"):
        monkeypatch.setattr(f"press.rewrite.{room}.inline", lambda value, style, in_flow: f"{value} # lost")
    with pytest.raises(ContentError, match="read back"):
        edited("a: x # y\nb: c\n", [Put(("b",), "d # e")])
    with pytest.raises(ContentError, match="read back"):
        written({"a": "d"})


@pytest.mark.parametrize("value", [None, b"x", {"a": None}, [{1}]])
def test_what_no_file_can_say_is_a_mistake_of_the_program(value: Any) -> None:
    with pytest.raises(TypeError):
        plain(value)


# Whatever anybody types ---------------------------------------------------------------------------------------

_AWKWARD = (
    *("#", ": ", " #", "- ", "*a", "&a", "!a", "{", "}", "[", "]", ",", "'", '"', "\\", "\n", "  ", "|", ">", "%", "@"),
    *("ё", "Слово", "😀", "\u00a0", "\t", "null", "---", "...", "~", "{phone}", "**", "?", "`", "<<", "=", "a", " "),
)
_LETTERS = st.characters(codec="utf-8").filter(lambda letter: not UNSEEN_IN_WORDS.match(letter))
WORDS = st.text(_LETTERS, max_size=40) | st.lists(st.sampled_from(_AWKWARD), max_size=12).map("".join)
PATHS = [(name, path) for name in NAMES for path in scalars(said((ROOT / name).read_text("utf-8")))]


@settings(max_examples=50)
@given(st.sampled_from(PATHS), WORDS, st.booleans())
@example(("content/prices.yaml", ("groups", 0, "services", 1, "notes", "en")), "# \n: 'x' \"y\"", True)
def test_any_words_at_any_place_read_back_and_leave_the_other_lines_alone(
    place: tuple[str, tuple[str | int, ...]], words: str, crlf: bool
) -> None:
    name, path = place
    text = (ROOT / name).read_text("utf-8")
    if crlf:
        text = text.replace("\n", "\r\n")
    old = said(text)
    new = edited(text, [Put(path, words)])
    assert said(new) == with_value(old, path, words)
    first, count = lines_of_value(text, path)
    before, after = text.splitlines(keepends=True), new.splitlines(keepends=True)
    rest = len(before) - first - count
    assert after[:first] == before[:first]
    assert after[len(after) - rest :] == before[first + count :]


def lines_of_value(text: str, path: tuple[str | int, ...]) -> tuple[int, int]:
    """The number of the line a value begins on, counted from 0, and how many lines it takes."""
    node: Any = tree_of(text, "a.yaml", [])
    for step in path:
        node = node.entries[step].value if isinstance(step, str) else node.items[step]
    lines = text.splitlines()
    first = node.line - 1
    count = 1
    if lines[first][node.column - 1 :].startswith((">", "|")):
        indent = len(lines[first + 1]) - len(lines[first + 1].lstrip())
        while first + count < len(lines) and lines[first + count].startswith(" " * indent):
            count += 1
    return first, count


def _is_seen(text: str) -> bool:
    return text.isprintable() and not UNSEEN_IN_WORDS.search(text)


_KEYS = st.text(min_size=1, max_size=12).filter(
    lambda key: _is_seen(key) and key.strip() == key and key != "<<"  # which our loader takes for a merge
)
TREES = st.recursive(
    WORDS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_KEYS, inner, max_size=4), max_leaves=12
)


@given(st.dictionaries(_KEYS, TREES, min_size=1, max_size=5), st.text(max_size=30).filter(_is_seen))
def test_what_is_written_reads_back(data: dict[str, Any], head: str) -> None:
    text = written(data, head)
    assert said(text) == data
    assert text.endswith("\n")
    assert max((len(line) for line in text.splitlines() if line.startswith("#")), default=0) <= 120


@given(st.dictionaries(_KEYS, TREES, min_size=1, max_size=4), st.dictionaries(_KEYS, TREES, max_size=2), st.data())
def test_any_change_of_any_tree_reads_back(data: dict[str, Any], more: dict[str, Any], draw: Any) -> None:
    text = written(data)
    paths = list(scalars(data))
    assume(paths)
    path = draw.draw(st.sampled_from(paths))
    assert said(edited(text, [Put(path, more)])) == with_value(data, path, more)
    whole = path[:1]
    assert said(edited(text, [Put(whole, more)])) == with_value(data, whole, more)
    back = edited(edited(text, [Put(("new key",), more)]), [Remove(("new key",))])
    assert said(back) == said(text)


# Our own files ------------------------------------------------------------------------------------------------


def test_a_file_of_our_own_is_easy_to_read() -> None:
    data = {
        "language": "ru",
        "sections": {"red": {"digest": "0f", "on": "2026-11-23", "words": {"title": "Ring: {emergency}", "x": []}}},
        "long": "слово " * 30 + "конец",
        "list": [{"a": "b", "c": "d"}, "e", []],
    }
    assert written(data, "Made by a command.\n\nDo not change it.") == (
        "# Made by a command.\n#\n# Do not change it.\n"
        "language: ru\n"
        "sections:\n"
        "  red:\n"
        "    digest: 0f\n"
        "    on: 2026-11-23\n"
        "    words:\n"
        '      title: "Ring: {emergency}"\n'
        "      x: []\n"
        "long: >-\n"
        f"  {'слово ' * 18}слово\n"
        f"  {'слово ' * 11}конец\n"
        "list:\n"
        "  - a: b\n"
        "    c: d\n"
        "  - e\n"
        "  - []\n"
    )
