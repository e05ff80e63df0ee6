from __future__ import annotations

from press.model.inline import Span, SpanKind, plain


def test_the_words_alone() -> None:
    spans = (
        Span(SpanKind.TEXT, "Ring "),
        Span(SpanKind.NUMBER, "103", strong=True, href="tel:103"),
        Span(SpanKind.BREAK),
        Span(SpanKind.TEXT, "now"),
    )
    assert plain(spans) == "Ring 103 now"


def test_nothing_is_nothing() -> None:
    assert plain(()) == ""
