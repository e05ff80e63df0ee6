"""CDC Clear Communication Index."""

from __future__ import annotations

from press.scores.cdc import CDC
from press.scores.item import Verdict, score
from press.scores.subject import Subject
from tests.scores.making import RED, a_subject, text_block


def verdicts(subject: Subject) -> dict[str, Verdict]:
    return {one.item.number: one.answer.verdict for one in score(CDC, subject)}


def test_it_has_twenty_items() -> None:
    assert [int(item.number) for item in CDC.items] == list(range(1, 21))
    assert all(item.judge or item.look for item in CDC.items)


def test_numbers_and_chances_ask_a_person_only_where_there_are_any() -> None:
    plain, counted = verdicts(a_subject(text_block("Stay."))), verdicts(a_subject(text_block("2 of 75 died.")))
    assert (plain["15"], plain["16"], plain["20"]) == (Verdict.NOT_APPLICABLE,) * 3
    assert (counted["15"], counted["16"], counted["20"]) == (Verdict.MET, Verdict.PERSON, Verdict.PERSON)


def test_an_urgent_leaflet() -> None:
    found = verdicts(a_subject(RED, text_block("Call now."), critical=["main"], role="emergency"))
    assert [found[number] for number in ("2", "3", "5", "6", "8", "12")] == [Verdict.MET] * 6
    assert [found[number] for number in ("4", "14")] == [Verdict.NOT_MET] * 2
    assert [found[number] for number in ("1", "7", "11", "13", "18", "19")] == [Verdict.PERSON] * 6
