from __future__ import annotations

import pytest

from press.guess import choices, did_you_mean, nearest

KNOWN = ("home-visit", "drip-package", "prices")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("drip-pakage", "drip-package"),
        ("HOME_VISIT", "home-visit"),
        ("рrices", "prices"),  # the first letter is Cyrillic
        ("рriсеs", "prices"),  # half of the letters are
        ("chair", None),
        ("", None),
    ],
)
def test_the_nearest_known_word_is_found(word: str, meant: str | None) -> None:
    assert nearest(word, KNOWN) == meant


def test_a_letter_of_another_alphabet_is_told() -> None:
    assert did_you_mean("prises", KNOWN) == "Did you mean `prices`?"
    assert "another alphabet" in did_you_mean("рrices", KNOWN)


def test_without_a_near_word_all_are_told() -> None:
    assert did_you_mean("chair", KNOWN) == "Known: `drip-package`, `home-visit`, `prices`."
    assert choices(()) == "None is known yet."
    assert "and 6 more" in choices(str(number) for number in range(30))
