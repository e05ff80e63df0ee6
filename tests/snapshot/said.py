"""A small edition as it was printed, for the tests to change in one place."""

from __future__ import annotations

from datetime import date
from typing import Any

from press.snapshot.record import (
    BlockSaid,
    FormatSaid,
    PanelSaid,
    PhoneSaid,
    PriceSaid,
    SectionSaid,
    Snapshot,
)

STEPS = BlockSaid(key="steps", kind="steps", words=("Shout and shake", "Call {103}", "Give 1 breath every 5 seconds"))
TRIAGE = BlockSaid(key="red", kind="triage", level="red", line="emergency", words=("Cannot be woken",))
TEXT = BlockSaid(key="text", kind="text", level="body", words=("A visit costs {RUB 4,500}. Ring {+7 495 127-02-03}.",))
PRICE = PriceSaid(
    key="visit", name="Visit", words="RUB 4,500", unit="per visit", note="Ask first.", sections=("money",)
)


def section(key: str, *blocks: BlockSaid, critical: bool = False, title: str = "") -> SectionSaid:
    return SectionSaid(key=key, title=title, critical=critical, blocks=blocks)


def said(**more: Any) -> Snapshot:
    """A leaflet of three sections on two formats: the card has only the steps."""
    data: dict[str, Any] = {
        "code": "3GRP-4FD",
        "leaflet": "card",
        "language": "en",
        "branch": "main",
        "title": "A card",
        "written_on": date(2026, 1, 1),
        "review_by": date(2027, 1, 1),
        "valid_from": date(2026, 1, 1),
        "valid_until": date(2026, 12, 31),
        "emergency": ("103", "112"),
        "web": "example.org",
        "labels": {"code": "Code"},
        "sources": {"who-2014": "WHO 2014"},
        "pictures": {},
        "phones": (PhoneSaid(key="main", number="+7 495 127-02-03", hours="always", free=True, sections=("money",)),),
        "prices": (PRICE,),
        "sections": (
            section("do", STEPS, critical=True, title="What to do"),
            section("signs", TRIAGE),
            section("money", TEXT, title="Costs"),
        ),
        "formats": (
            FormatSaid(
                key="a5",
                name="A5 sheet",
                panels=(PanelSaid(key="front", name="front", sections=("do", "signs", "money")),),
                look="a",
            ),
            FormatSaid(
                key="card", name="card", panels=(PanelSaid(key="front", name="front", sections=("do",)),), look="b"
            ),
        ),
        "look": "x",
    }
    return Snapshot(**{**data, **more})
