from __future__ import annotations

from typing import Any

import pytest

from press.model.base import ReaderWords
from press.model.leaflet import Leaflet, LeafletText, PriceKeys, price_keys
from press.model.prices import PriceList

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


PRICES = PriceList.model_validate(
    {
        "currency": "RUB",
        "valid_from": "2026-01-01",
        "valid_until": "2026-12-31",
        "groups": [
            {
                "key": key,
                "names": {"en": key},
                "icon": "house",
                "services": [{"key": f"{key}-{number}", "names": {"en": "A"}, "amount": "1"} for number in (1, 2)],
            }
            for key in ("visits", "drips")
        ],
    }
)


@pytest.mark.parametrize(
    ("block", "keys", "shown", "printed"),
    [
        (
            {"kind": "prices", "groups": ("visits", "lost"), "column": "From {price:drips-1}"},
            PriceKeys(groups=frozenset({"visits", "lost"}), references=frozenset({"drips-1"})),
            {"visits-1", "visits-2"},
            {"visits-1", "visits-2", "drips-1"},
        ),
        (
            {"kind": "package", "service": "drips-2"},
            PriceKeys(packages=frozenset({"drips-2"})),
            {"drips-2"},
            {"drips-2"},
        ),
        (
            {"kind": "list", "items": ({"text": "a"}, {"text": "{price:visits-1}, {price:lost}, {valid_until}"})},
            PriceKeys(references=frozenset({"visits-1", "lost"})),
            set(),
            {"visits-1", "lost"},
        ),
    ],
)
def test_what_of_the_price_list_is_printed(
    block: dict[str, Any], keys: PriceKeys, shown: set[str], printed: set[str]
) -> None:
    leaflet = text(**block)
    assert leaflet.price_keys == price_keys(leaflet.blocks) == keys
    assert set(keys.shown(PRICES)) == shown
    assert set(keys.printed(PRICES)) == printed


def test_a_price_in_a_title_is_printed_too() -> None:
    titled = text(kind="text", text="b").model_copy(update={"summary": ReaderWords("{price:drips-1}")})
    assert titled.price_keys.references == {"drips-1"}
    assert [block.key for block in titled.blocks] == ["a"]
