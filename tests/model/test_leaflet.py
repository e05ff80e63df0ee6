from __future__ import annotations

from typing import Any

import pytest

from press.model.leaflet import Leaflet, LeafletText

LEAFLET = Leaflet.model_validate(
    {
        "key": "overdose",
        "owner": "Chief physician",
        "written_on": "2026-01-01",
        "review_by": "2027-01-01",
        "critical": ["claim", "steps"],
        "short_forms": {"claim": "claim-brief", "breaks": "breaks-brief"},
        "formats": {"a6": {"panels": {"front": {"sections": ["claim"]}}}},
    }
)


@pytest.mark.parametrize(
    ("section", "critical"),
    [
        ("claim", True),
        ("claim-brief", True),  # stands for a critical one
        ("steps", True),
        ("steps-brief", False),  # nobody said that it stands for one
        ("breaks", False),
        ("breaks-brief", False),
        ("", False),
    ],
)
def test_a_section_is_critical_if_it_or_its_long_form_is(section: str, critical: bool) -> None:
    assert LEAFLET.is_critical(section) is critical


def test_forms_of_a_section() -> None:
    assert LEAFLET.forms_of("claim") == {"claim", "claim-brief"}
    assert LEAFLET.forms_of("steps") == {"steps"}


def text(**block: Any) -> LeafletText:
    return LeafletText.model_validate(
        {
            "language": "en",
            "title": "Help",
            "summary": "What to do",
            "sections": {"a": {"blocks": ({"key": "a", **block},)}},
        }
    )


@pytest.mark.parametrize(
    "block",
    [
        {"kind": "prices", "groups": ("visits",), "column": "Price"},
        {"kind": "package", "service": "drip"},
        {"kind": "validity", "label": "Prices hold"},
        {"kind": "text", "text": "A visit costs {price:visit}."},
        {"kind": "text", "title": "Until {valid_until}", "text": "b"},
        {"kind": "list", "items": ({"text": "a"}, {"text": "{price:visit}"})},
    ],
)
def test_whatever_comes_from_the_price_list_is_noticed(block: dict[str, Any]) -> None:
    assert text(**block).prints_prices


@pytest.mark.parametrize("words", ["Call {phone}.", "The price of silence", "{emergency}"])
def test_other_words_have_nothing_to_do_with_prices(words: str) -> None:
    assert not text(kind="text", text=words).prints_prices
