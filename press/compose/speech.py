"""How an edition's words become markup: spans to HTML, with no-break spaces, links and balanced headings."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from markupsafe import Markup, escape

from press import typography, wording
from press.markup import paragraphs
from press.model.edition import Edition
from press.model.inline import Span, SpanKind, plain
from press.model.prices import Service, ServiceGroup
from press.snapshot.paper import is_packaged

#: Words, measure in mm, face weight and size in pt → the lines of a balanced heading.
Balance = Callable[[Sequence[str], float, int, float], Sequence[str]]


class Speech:
    """The filters and functions templates word things with; one for each composition."""

    def __init__(self, edition: Edition, balance: Balance, *, links: bool) -> None:
        self._edition, self._balance, self._links = edition, balance, links
        self._language = edition.language
        self.linked: list[str] = []

    def inline(self, words: str) -> Markup:
        """A string of the content as markup."""
        return Markup("").join(self._span(span) for span in self._bound(words))

    def alt(self, words: str) -> str:
        """A string of the content without markup, for what only a screen reader says."""
        return plain(self._edition.inline[words])

    def group(self, key: str) -> ServiceGroup:
        """A group of the price list."""
        return next(group for group in self._edition.prices.groups if group.key == key)

    def paragraphs(self, words: str) -> list[Markup]:
        """A text of the content as one piece of markup a paragraph."""
        return [self.inline(part) for part in paragraphs(words)]

    def heading(self, words: str, measure: float, weight: int, size: float) -> Markup:
        """A heading whose lines are about equally long on a measure of so many mm."""
        spans = self._edition.inline[words]
        if any(span.kind is SpanKind.BREAK or span.href for span in spans):
            return self.inline(words)
        text = typography.bind(plain(spans), self._language, last_word=False)
        lines = self._balance(text.split(" "), measure, weight, size)
        # A space before the break keeps the words apart for a screen reader and for a search.
        return Markup(" <br>").join(_whole_compounds(line) for line in lines)

    def amount(self, service: Service) -> str:
        """The figure of a price in a table whose head names the currency."""
        return wording.amount(service.amount, self._language)

    def money(self, service: Service) -> str:
        """A price with its currency, for running text."""
        return wording.money(Decimal(service.amount), self._edition.prices.currency, self._language)

    def instalments(self, service: Service) -> str:
        """How many equal parts of how much: 3 × 9 000 ₽."""
        parts = service.instalments
        if parts is None:
            return ""
        return (
            f"{parts.payments}\u00a0×\u00a0{wording.money(parts.amount, self._edition.prices.currency, self._language)}"
        )

    def is_packaged(self, service: Service) -> bool:
        """Whether a block of the leaflet lists what the service holds, so that a table need not."""
        return is_packaged(self._edition, service.key)

    def day(self, value: object) -> str:
        """A date with the month in words."""
        return wording.day(value, self._language)  # type: ignore[arg-type]

    def short_day(self, value: object) -> str:
        """A date for small print."""
        return wording.short_day(value, self._language)  # type: ignore[arg-type]

    def phone(self, number: str) -> Markup:
        """A telephone number that never breaks, and that can be tapped on a screen."""
        shown = wording.phone(number, self._edition.clinic.region)
        return self._span(Span(SpanKind.NUMBER, shown, href=f"tel:{number}"))

    def hours(self, value: str) -> str:
        """Opening hours in words."""
        return wording.hours(value, plain(self._edition.inline[self._edition.vocabulary.always_open]))

    def web(self) -> Markup:
        """The branch's web address, as people type it."""
        address = self._edition.branch.web
        return self._span(Span(SpanKind.NUMBER, address.removeprefix("https://"), href=address))

    def _bound(self, words: str) -> list[Span]:
        """The spans with no-break spaces, bound across their seams ("ring **103**" stays together)."""
        spans = self._edition.inline[words]
        texts = ["\n" if span.kind is SpanKind.BREAK else span.text for span in spans]
        whole = typography.bind("".join(texts), self._language)
        bound, start = [], 0
        for span, text in zip(spans, texts, strict=True):
            own = whole[start : start + len(text)]
            start += len(text)
            bound.append(Span(span.kind, own if span.kind is SpanKind.TEXT else span.text, span.strong, span.href))
        return bound

    def _span(self, span: Span) -> Markup:
        if span.kind is SpanKind.BREAK:
            return Markup(" <br>")
        text = _whole_compounds(span.text) if span.kind is SpanKind.TEXT and not span.href else escape(span.text)
        if span.href and self._links:
            self.linked.append(span.href)
            kind = "number" if span.kind is SpanKind.NUMBER else "link"
            strong = " strong" if span.strong else ""
            return Markup('<a class="{}{}" href="{}">{}</a>').format(kind, strong, span.href, text)
        if span.kind is SpanKind.NUMBER:
            text = Markup('<span class="number">{}</span>').format(text)
        return Markup("<b>{}</b>").format(text) if span.strong else text


_COMPOUND = re.compile(r"(\w+(?:[-–]\w+)+)")


def _whole_compounds(text: str) -> Markup:
    """The text, with words like по-разному and ranges like 2–3 kept on one line: a part alone misleads."""
    parts = _COMPOUND.split(text)
    return Markup("").join(
        Markup('<span class="number">{}</span>').format(part) if number % 2 and len(part) < 18 else escape(part)
        for number, part in enumerate(parts)
    )
