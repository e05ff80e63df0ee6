"""PEMAT-P."""

from __future__ import annotations

from press.scores.item import Verdict, score
from press.scores.pemat import ACTIONABILITY, PEMAT_P, UNDERSTANDABILITY
from press.scores.subject import Subject
from tests.scores.making import a_subject, text_block


def verdicts(subject: Subject) -> dict[str, Verdict]:
    return {one.item.number: one.answer.verdict for one in score(PEMAT_P, subject)}


def test_it_has_the_items_for_print_with_their_numbers() -> None:
    assert (len(UNDERSTANDABILITY), len(ACTIONABILITY)) == (17, 7)
    assert [int(item.number) for item in PEMAT_P.items] == [*range(1, 13), *range(15, 27)]


def test_every_item_is_computed_or_says_what_to_look_at() -> None:
    assert all(item.judge or item.look.endswith(("?", "somebody of the family", "need")) for item in PEMAT_P.items)
    assert all(one.answer.evidence for one in score(PEMAT_P, a_subject()))


def test_medical_words_are_named_for_the_person() -> None:
    (found,) = (one for one in score(PEMAT_P, a_subject(text_block("Naloxone works."))) if one.item.number == "4")
    assert found.answer.verdict is Verdict.PERSON
    assert "naloxone" in found.answer.evidence


def test_sums_and_tables() -> None:
    assert verdicts(a_subject(text_block("Stay.")))["24"] is Verdict.NOT_APPLICABLE
    assert verdicts(a_subject(text_block("2 of 75 died.")))["24"] is Verdict.PERSON
    assert verdicts(a_subject())["25"] is Verdict.NOT_APPLICABLE
    prices = {"kind": "prices", "key": "prices", "groups": ["visits"], "column": "Price"}
    assert verdicts(a_subject(prices))["25"] is Verdict.PERSON


def test_a_leaflet_without_pictures_is_not_asked_about_them() -> None:
    found = verdicts(a_subject())
    assert {found["16"], found["17"], found["18"]} == {Verdict.NOT_APPLICABLE}
