"""A change in an original, read aloud."""

from __future__ import annotations

import pytest

from press.drift.record import Changed
from press.drift.told import told_change, told_changes


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Call 103 now", "Call {emergency} now", "Call ⟦–103⟧ ⟦+{emergency}⟧ now"),
        ("Call now", "Call", "Call ⟦–now⟧"),
        ("", "Stay.", "⟦+Stay.⟧"),
        ("Stay.", "", "⟦–Stay.⟧"),
        (
            "One two three four five six seven eight nine ten and 11",
            "One two three four five six seven eight nine ten and 12",
            "… eight nine ten and ⟦–11⟧ ⟦+12⟧",
        ),
        (
            "No urine for 8 hours, severe belly pain, vomiting while drowsy or violence at home",
            "No urine for 12 hours, severe belly pain, vomiting while drowsy or violence at work",
            "No urine for ⟦–8⟧ ⟦+12⟧ hours, severe belly pain, … drowsy or violence at ⟦–home⟧ ⟦+work⟧",
        ),
    ],
)
def test_only_what_changed_is_shown_with_a_few_words_beside_it(old: str, new: str, told: str) -> None:
    assert told_change(old, new) == told


def test_the_changes_of_a_section_with_their_places() -> None:
    changes = [Changed(f"blocks.a.signs.{number}", "x", "y") for number in range(5)]
    assert told_changes(changes[:1]) == "a: sign 1 “⟦–x⟧ ⟦+y⟧”"
    assert told_changes(changes).endswith("a: sign 3 “⟦–x⟧ ⟦+y⟧”; and 2 more")
