"""Which words a marked-up panel shows: the text between the tags, pictures and titles apart."""

from __future__ import annotations

from html.parser import HTMLParser

_UNSEEN = frozenset({"svg", "title", "style", "head"})


def visible_words(html: str) -> dict[str, tuple[str, ...]]:
    """The words of each `<article data-panel="…">` of `html`, in order, by panel."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return {panel: tuple("".join(pieces).split()) for panel, pieces in reader.panels.items()}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.panels: dict[str, list[str]] = {}
        self._panel = ""
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "article":
            self._panel = dict(attrs).get("data-panel") or ""
            self.panels[self._panel] = []
        if tag in _UNSEEN:
            self._unseen += 1
        elif self._panel and tag not in ("b", "a", "span"):
            self.panels[self._panel].append(" ")  # two blocks never make one word

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen -= 1
        elif self._panel and tag not in ("b", "a", "span"):
            self.panels[self._panel].append(" ")
        if tag == "article":
            self._panel = ""

    def handle_data(self, data: str) -> None:
        if self._panel and not self._unseen:
            self.panels[self._panel].append(data)
