"""Items, answers and how they are counted."""

from __future__ import annotations

import pytest

from press.scores.item import (
    Answer,
    Instrument,
    Item,
    Scored,
    Verdict,
    met,
    not_applicable,
    not_met,
    person,
    score,
    settled,
    share,
    tally,
)
from tests.scores.making import a_subject

ITEM = Item("1", "a name", "a look")


def scored(*answers: Answer) -> list[Scored]:
    return [Scored(ITEM, answer) for answer in answers]


def test_an_item_without_a_judge_is_for_a_person() -> None:
    judged = Item("2", "another", "", lambda subject: met(subject.language))
    instrument = Instrument("key", "name", "source", (ITEM, judged))
    assert score(instrument, a_subject()) == (
        Scored(ITEM, Answer(Verdict.PERSON, "a look")),
        Scored(judged, Answer(Verdict.MET, "en")),
    )


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ((met(""), met(""), not_met("")), "2 of 3 computed items met (67 %)"),
        ((met(""), person("")), "1 of 1 computed items met (100 %); 1 item needs a person"),
        ((person(""), person("")), "0 of 0 computed items met (–); 2 items need a person"),
        ((not_met(""), not_applicable("")), "0 of 1 computed items met (0 %); 1 item does not apply"),
    ],
)
def test_percentages_are_of_the_computed_items_alone(answers: tuple[Answer, ...], told: str) -> None:
    assert tally(scored(*answers)) == told


def test_settled() -> None:
    assert settled(True, "e") == met("e")
    assert settled(False, "e") == not_met("e")


def test_shares() -> None:
    assert (share(1, 3), share(0, 3), share(0, 0)) == ("33 %", "0 %", "–")
