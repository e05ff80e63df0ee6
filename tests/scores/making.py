"""Small leaflets to score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from press.model.base import reader_words
from press.model.format import Format
from press.model.leaflet import Leaflet, LeafletText
from press.scores.subject import Setting, Subject

RED = {"kind": "triage", "key": "red", "level": "red", "title": "Call now", "line": "emergency", "signs": ["Blue lips"]}


@dataclass(frozen=True)
class Said:
    """A passage of a made-up leaflet."""

    section: str
    block: str
    role: str
    field: str
    text: str


def text_block(text: str, **more: Any) -> dict[str, Any]:
    return {"kind": "text", "key": "text", "text": text, **more}


def a_subject(
    *blocks: Mapping[str, Any],
    language: str = "en",
    title: str | None = None,
    critical: Sequence[str] = (),
    tone: str = "white",
    role: str = "body",
    **more: Any,
) -> Subject:
    """A leaflet of one section, `main`, on one panel of one format."""
    leaflet = Leaflet.model_validate(
        {
            "key": "made-up",
            "owner": "Somebody",
            "written_on": "2026-01-01",
            "review_by": "2027-01-01",
            "critical": tuple(critical),
            "formats": {"a5": {"panels": {"front": {"tone": tone, "sections": ("main",)}}}},
        }
    )
    text = LeafletText.model_validate(
        {
            "language": language,
            "title": "A title",
            "summary": "A summary.",
            "sections": {"main": {"title": title, "blocks": tuple(blocks) or (text_block("Stay."),)}},
        }
    )
    passages = [
        Said("main", block.key, role, field, words)
        for block in text.sections["main"].blocks
        for field, words, _ in reader_words(block)
    ]
    return Subject(leaflet, text, passages, more.pop("settings", ()), more.pop("styles", ""), **more)


def a_setting(width: float = 70, body: float = 12, line: float = 15, heading: float = 16, trim: float = 148) -> Setting:
    """A format with one panel whose words are `width` mm wide."""
    paper = Format.model_validate(
        {
            "key": "a5",
            "names": {"en": "A5"},
            "sheet": {"width": 297, "height": 210},
            "trim": {"width": trim, "height": 210},
            "panels": [{"key": "front", "names": {"en": "front"}}],
            "margins": {"top": 9, "right": 10, "bottom": 9, "left": 10},
            "safe": 6,
            "floor": 9,
            "scale": {"body": {"size": body, "line": line}, "heading": {"size": heading, "line": heading}},
        }
    )
    return Setting(paper, {"front": width})
