"""Words hold no HTML: it would be printed as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html.entities import html5

from press.errors import Problem
from press.model.base import Record, reader_words
from press.model.project import Project

_HTML = re.compile(r"</?[a-zA-Z][^<>]*>|<!--|&(?:[a-zA-Z]+|#\d+|#x[0-9a-fA-F]+);")

#: What to write instead.
_INSTEAD = {
    "b": "Write **bold** for bold words.",
    "strong": "Write **bold** for bold words.",
    "br": "Write a backslash at the end of the line for a line break.",
    "p": "Leave a blank line between two paragraphs.",
    "a": "Write [words](https://…) for a link.",
    "https": "Write [words](https://…) for a link.",
    "ul": "Write the entries as a block of the kind `list`.",
    "li": "Write the entries as a block of the kind `list`.",
    "&": "Write the character itself: every letter and sign can stand in the file as it is.",
}
_OTHERWISE = "Take it out; write **bold** for bold words."


def html_in_words(project: Project, _today: date) -> tuple[Problem, ...]:
    """HTML tags and character codes in words that are printed."""
    records: tuple[Record, ...] = (
        project.clinic,
        *project.branches.values(),
        project.prices,
        *project.sources.values(),
        *project.texts.values(),
        *project.vocabularies.values(),
    )
    return tuple(problem for record in records for problem in _html(record))


def _is_html(found: re.Match[str]) -> bool:
    """Whether a tag or code means something: Q&A; does not."""
    code = found.group()
    return not code.startswith("&") or code.startswith("&#") or code[1:] in html5


def _html(record: Record) -> Iterator[Problem]:
    for field, words, owner in reader_words(record):
        found = next(filter(_is_html, _HTML.finditer(words)), None)
        if found:
            name = re.sub(r"[^a-z&].*", "", found.group().strip("</>").lower(), flags=re.DOTALL)
            yield Problem(
                "html-in-content",
                f"HTML would be printed as it is written: {found.group()[:40]}",
                _INSTEAD.get(name[:1] if name.startswith("&") else name, _OTHERWISE),
                owner.place(field),
            )
