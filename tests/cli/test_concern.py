from typing import Any

import pytest

from press.cli.concern import prints_prices
from press.model.leaflet import LeafletText


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
    assert prints_prices(text(**block))


@pytest.mark.parametrize("words", ["Call {phone}.", "The price of silence", "{emergency}"])
def test_other_words_have_nothing_to_do_with_prices(words: str) -> None:
    assert not prints_prices(text(kind="text", text=words))
