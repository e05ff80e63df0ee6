import pytest

from press.rewrite.comments import comments_of, keep_comments
from press.rewrite.places import read


def test_signs_of_comments_in_words_and_keys_are_no_comments() -> None:
    text = "a: 'x # y' # real\n'b # c': d\ne: |-\n  # no\nf: > # yes\n  # no\ng: x#y\n"
    assert [words for _, words in comments_of(text, read(text))] == ["# real", "# yes"]


def test_a_comment_is_kept_or_stands_in_what_goes() -> None:
    text, without = "a: b # x\n# x\nc: d\n", "# x\nc: d\n"
    keep_comments(text, read(text), text.replace("b", "e"), [])
    keep_comments(text, read(text), without, [(0, 9)])
    with pytest.raises(LookupError, match="# x"):
        keep_comments(text, read(text), without, [])
