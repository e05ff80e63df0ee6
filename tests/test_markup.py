"""Inline markup: what becomes bold, a link, a break or a reference, and what stays mere text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.markup import paragraphs, parse
from press.model.inline import Span, SpanKind, plain

TEXT, BREAK, REFERENCE = SpanKind.TEXT, SpanKind.BREAK, SpanKind.REFERENCE


@pytest.mark.parametrize(
    ("words", "spans"),
    [
        ("Ring now.", [Span(TEXT, "Ring now.")]),
        ("Ring **now**.", [Span(TEXT, "Ring "), Span(TEXT, "now", strong=True), Span(TEXT, ".")]),
        ("one\\\ntwo", [Span(TEXT, "one"), Span(BREAK), Span(TEXT, "two")]),
        ("one\ntwo", [Span(TEXT, "one"), Span(TEXT, " "), Span(TEXT, "two")]),
        ("[help](https://example.org/a)", [Span(TEXT, "help", href="https://example.org/a")]),
        ("**[help](https://a.org)**", [Span(TEXT, "help", strong=True, href="https://a.org")]),
        ("{phone}", [Span(REFERENCE, "phone")]),
        ("Ring {emergency}!", [Span(TEXT, "Ring "), Span(REFERENCE, "emergency"), Span(TEXT, "!")]),
        ("**{price:home-visit}**", [Span(REFERENCE, "price:home-visit", strong=True)]),
        (r"3 \* 4", [Span(TEXT, "3 * 4")]),
        ("Fish & chips < 5 > 3", [Span(TEXT, "Fish & chips < 5 > 3")]),
    ],
)
def test_what_markup_means(words: str, spans: list[Span]) -> None:
    marked = parse(words)
    assert list(marked.spans) == spans
    assert marked.faults == ()


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        "<b>bold</b> &nbsp; &amp;",
        "# no heading",
        "- no list",
        "1. no list",
        "> no quotation",
        "`no code`",
        "![no picture](https://example.org/a.png",
        "    no block",
        "https://example.org",
        "<https://example.org>",
        "~~no~~",
        "a_b_c",
    ],
)
def test_everything_else_is_mere_text(words: str) -> None:
    marked = parse(words)
    assert plain(marked.spans) == words
    assert all(span.kind is TEXT and not span.strong and not span.href for span in marked.spans)
    assert marked.faults == ()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("{{ 7*7 }}", "reference-syntax"),
        ("{% raw %}", "reference-syntax"),
        ("{Phone}", "reference-syntax"),
        ("{phone", "reference-syntax"),
        ("phone}", "reference-syntax"),
        ("{}", "reference-syntax"),
        ("{price: home-visit}", "reference-syntax"),
        ("ring *now*", "markup-unsupported"),
        ("[here](http://example.org)", "markup-unsupported"),
        ("[here](relative)", "markup-unsupported"),
        ("[here](tel:103)", "markup-unsupported"),
    ],
)
def test_what_cannot_be_printed_is_told_with_a_remedy(words: str, code: str) -> None:
    faults = parse(words).faults
    assert [fault.code for fault in faults] == [code]
    assert all(fault.message and fault.remedy for fault in faults)


def test_each_fault_is_told() -> None:
    assert [fault.code for fault in parse("*a* {b} {C} [d](http://e.org)").faults] == [
        "markup-unsupported",
        "reference-syntax",
        "markup-unsupported",
    ]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "vbscript:x"])
def test_an_address_that_runs_or_reads_something_never_becomes_a_link(address: str) -> None:
    marked = parse(f"[here]({address})")
    assert not any(span.href for span in marked.spans)


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("one", ("one",)),
        ("one\n\ntwo", ("one", "two")),
        ("one\n  \n\n two ", ("one", "two")),
        ("one\ntwo", ("one\ntwo",)),
        ("", ()),
        ("\n\n", ()),
    ],
)
def test_paragraphs_end_at_blank_lines(words: str, parts: tuple[str, ...]) -> None:
    assert paragraphs(words) == parts


@given(st.text("abв ,.!?<>&'\"#`~=+|/-\u00a0", min_size=1))
def test_words_without_marks_come_out_as_they_went_in(words: str) -> None:
    assert plain(parse(words).spans).split() == words.split()


@given(st.text("ab* [](){}\\\n:/phones", max_size=40))
def test_no_text_is_ever_too_odd(words: str) -> None:
    marked = parse(words)
    assert all(span.href == "" or span.href.startswith("https://") for span in marked.spans) or marked.faults
