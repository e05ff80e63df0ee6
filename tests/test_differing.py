"""Differences word by word."""

from hypothesis import given
from hypothesis import strategies as st

from press.differing import Fate, differing, matched, word_difference, words_of

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


def test_one_word_is_one_word() -> None:
    assert word_difference("Give 1 breath every 5 seconds.", "Give 1 breath every 6 seconds.") == (
        "Give 1 breath every [-5-] {+6+} seconds."
    )


def test_long_texts_are_shown_around_the_difference() -> None:
    old = "one two three four five six seven eight nine ten eleven twelve"
    assert word_difference(old, old.replace("seven", "7"), around=2) == "… five six [-seven-] {+7+} eight nine …"


def test_texts_with_little_in_common_differ_as_a_whole() -> None:
    assert word_difference("Stay with the person", "Call at once") == "[-Stay with the person-] {+Call at once+}"


def test_a_single_word_between_two_differences_joins_them() -> None:
    old, new = "stay a b c near them x y z", "stay a b c by them q y z"
    assert word_difference(old, new) == "stay a b c [-near them x-] {+by them q+} y z"


def test_a_price_with_its_no_break_space_is_one_word() -> None:
    assert word_difference("costs 4\u00a0500\u00a0₽ now", "costs 5\u00a0000\u00a0₽ now") == (
        "costs [-4\u00a0500\u00a0₽-] {+5\u00a0000\u00a0₽+} now"
    )


def test_what_is_new_or_gone_is_said_as_such() -> None:
    assert word_difference("", "Stay.") == "{+Stay.+}"
    assert word_difference("Stay.", "") == "[-Stay.-]"
    assert word_difference("Stay.", "Stay.") == "Stay."
