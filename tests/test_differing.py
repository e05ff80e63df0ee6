"""Differences word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.differing import Fate, differing, excerpt, matched, words_of

WORDS = ("the", "person", "who", "uses", "heroin", "may", "stop", "breathing", "now", "5", "6")
TEXTS = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_the_pieces(old: str, new: str) -> None:
    pieces = differing(old, new)
    assert words_of(" ".join(p.text for p in pieces if p.fate is not Fate.REMOVED)) == words_of(new)
    if old == new:
        assert {piece.fate for piece in pieces} <= {Fate.SAME}


@given(TEXTS, TEXTS)
def test_what_was_there_before_is_there_in_order(old: str, new: str) -> None:
    before, after = words_of(old), words_of(new)
    for same, a, b, c, d in matched(before, after):
        assert not same or before[a:b] == after[c:d]
    assert [word for _, a, b, _, _ in matched(before, after) for word in before[a:b]] == list(before)
    assert [word for _, _, _, c, d in matched(before, after) for word in after[c:d]] == list(after)


def shown(old: str, new: str) -> list[tuple[str, str]]:
    return [(piece.fate.value, piece.text) for piece in differing(old, new)]


def test_one_word_is_one_word() -> None:
    assert shown("Give 1 breath every 5 seconds.", "Give 1 breath every 6 seconds.") == [
        ("same", "Give 1 breath every"),
        ("removed", "5"),
        ("added", "6"),
        ("same", "seconds."),
    ]


def test_texts_with_little_in_common_differ_as_a_whole() -> None:
    assert shown("Stay with the person", "Call at once") == [
        ("removed", "Stay with the person"),
        ("added", "Call at once"),
    ]


def test_a_single_word_between_two_differences_joins_them() -> None:
    old, new = "stay a b c near them x y z", "stay a b c by them q y z"
    assert shown(old, new) == [
        ("same", "stay a b c"),
        ("removed", "near them x"),
        ("added", "by them q"),
        ("same", "y z"),
    ]


def test_a_price_with_its_no_break_space_is_one_word() -> None:
    assert shown("costs 4\u00a0500\u00a0₽ now", "costs 5\u00a0000\u00a0₽ now")[1:3] == [
        ("removed", "4\u00a0500\u00a0₽"),
        ("added", "5\u00a0000\u00a0₽"),
    ]


def test_what_is_new_or_gone_is_said_as_such() -> None:
    assert shown("", "Stay.") == [("added", "Stay.")]
    assert shown("Stay.", "") == [("removed", "Stay.")]
    assert shown("Stay.", "Stay.") == [("same", "Stay.")]


@pytest.mark.parametrize(
    ("around", "first", "last", "wanted"),
    [
        (2, False, False, "a b … f g"),
        (2, True, False, "… f g"),
        (2, False, True, "a b …"),
        (2, True, True, "a b c d e f g"),
        (0, False, False, "…"),
        (3, False, False, "a b c … e f g"),
        (4, False, False, "a b c d e f g"),
        (7, True, False, "a b c d e f g"),
    ],
)
def test_of_what_is_the_same_the_words_beside_differences_are_shown(
    around: int, first: bool, last: bool, wanted: str
) -> None:
    assert excerpt("a b c d e f g", around, first, last) == wanted
