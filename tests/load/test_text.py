from __future__ import annotations

import pytest

from press.errors import ContentError, Place, Problem
from press.load.text import lines_of, text_of


def read(data: bytes) -> tuple[str, list[Problem]]:
    problems: list[Problem] = []
    return text_of(data, "a.yaml", problems), problems


def test_text_is_returned_as_it_is() -> None:
    assert read("Врач\r\n\tна дом 🙂\n".encode()) == ("Врач\r\n\tна дом 🙂\n", [])


def test_a_byte_order_mark_is_dropped() -> None:
    assert read(b"\xef\xbb\xbfa") == ("a", [])


@pytest.mark.parametrize(
    "character",
    "\x00\x07\x0b\x0c\x1b\x7f\x85\x9f\u2028\u2029\u202a\u202e\u2066\u2069\ufeff\uffff\u200b\u200c\u200d\u2060\u2800\ufe0f",
)
def test_an_invisible_character_becomes_a_space_and_is_told(character: str) -> None:
    text, (problem,) = read(f"a\r\nbc{character}d".encode())
    assert text == "a\r\nbc d"
    assert problem.code == "yaml-control-character"
    assert problem.place == Place("a.yaml", 2, 3)
    assert f"U+{ord(character):04X}" in problem.message


def test_each_line_is_told_once() -> None:
    _, problems = read(b"\x01\x02\n\n\x03")
    assert [problem.place for problem in problems] == [Place("a.yaml", 1, 1), Place("a.yaml", 3, 1)]


@pytest.mark.parametrize(
    "harmless",
    [
        "a\u00a0b",
        "a\u200eb",
        "a\u200fb",
        "a\u00adb",
        "a\tb",
        "a\u2014b",
        "می\u200cخواهم",
        "क्\u200dष",
        "☎\ufe0f",
        "❤\ufe0f",
    ],
)
def test_characters_that_languages_need_stay(harmless: str) -> None:
    assert read(harmless.encode()) == (harmless, [])


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [(b"\xff", 1, 1), ("a\nЖ".encode() + b"\xd0", 2, 2), (b"\xef\xbb\xbfa\r\rb\xff", 3, 2)],
)
def test_bytes_that_are_no_utf8_are_told(data: bytes, line: int, column: int) -> None:
    with pytest.raises(ContentError) as caught:
        read(data)
    assert caught.value.problems[0].place == Place("a.yaml", line, column)


def test_another_encoding_is_named_where_it_is_plain() -> None:
    with pytest.raises(ContentError) as caught:
        read("names: x".encode("utf-16"))
    assert "UTF-16" in caught.value.problems[0].message


def test_lines_end_as_a_parser_ends_them() -> None:
    assert lines_of("a\nb\r\nc\rd") == ["a", "b", "c", "d"]
