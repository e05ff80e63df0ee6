"""Each judgement is met by one leaflet and not by another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from press.scores import evidence
from press.scores.item import Answer, Verdict
from press.scores.subject import Level, Subject
from tests.scores.making import RED, a_setting, a_subject, text_block

BARS = {
    "kind": "dose-bars",
    "key": "bars",
    **dict.fromkeys(("caption", "before", "after", "dose", "overdose", "alt"), "Words"),
}
STEPS = {"kind": "steps", "key": "steps", "steps": [{"title": "Call", "icon": "phone"}, {"title": "Stay"}]}
PICTURE = {"kind": "picture", "key": "picture", "file": "path.png", "alt": "A path"}
PRICES = {"kind": "prices", "key": "prices", "groups": ["visits"], "column": "Price"}
LONG = " ".join(["word"] * 70)

Judge = Callable[[Subject], Answer]
CASES: list[tuple[Judge, Subject, Verdict, str]] = [
    (evidence.everyday_words, a_subject(levels=(Level("body", "grade 4", True),)), Verdict.MET, "grade 4"),
    (evidence.everyday_words, a_subject(levels=(Level("body", "grade 9", False),)), Verdict.NOT_MET, "grade 9"),
    (evidence.everyday_words, a_subject(levels=(Level("body", "", None),)), Verdict.PERSON, "too little text"),
    (evidence.active_voice, a_subject(text_block("One. Two. Three.")), Verdict.MET, "0 of 3"),
    (
        evidence.active_voice,
        a_subject(text_block("One. It is."), passive=("It is.",)),
        Verdict.NOT_MET,
        "1 of 2",
    ),
    (evidence.active_calls, a_subject(), Verdict.PERSON, "no emergency text"),
    (evidence.active_calls, a_subject(RED, role="emergency"), Verdict.MET, "each order active"),
    (
        evidence.active_calls,
        a_subject(text_block("It is given."), role="emergency", unclear_orders=("It is given.",)),
        Verdict.NOT_MET,
        "It is given.",
    ),
    (evidence.plain_numbers, a_subject(text_block("Stay.")), Verdict.NOT_APPLICABLE, "no numbers"),
    (evidence.plain_numbers, a_subject(text_block("8–24 hours, RUB 10,500, 103.")), Verdict.MET, "whole"),
    (evidence.plain_numbers, a_subject(text_block("20 % of people, 1.5 l.")), Verdict.NOT_MET, "20 %, 1.5"),
    (evidence.short_sections, a_subject(text_block("Stay.")), Verdict.MET, "1 words (main)"),
    (evidence.short_sections, a_subject(text_block(LONG)), Verdict.NOT_MET, "70 words"),
    (evidence.titled_sections, a_subject(text_block(LONG)), Verdict.NOT_MET, "main"),
    (evidence.titled_sections, a_subject(text_block(LONG), title="Title"), Verdict.MET, "1 sections"),
    (evidence.titled_sections, a_subject(text_block(LONG, title="Title")), Verdict.MET, "1 sections"),
    (evidence.listed, a_subject(), Verdict.NOT_MET, "0 lists"),
    (evidence.listed, a_subject(STEPS, RED), Verdict.MET, "2 lists"),
    (evidence.acting, a_subject(text_block("People differ.")), Verdict.NOT_MET, "no call"),
    (evidence.acting, a_subject(text_block("Stay.")), Verdict.MET, "“Stay.”"),
    (evidence.speaking, a_subject(text_block("People differ.")), Verdict.NOT_MET, "0 sentences"),
    (evidence.speaking, a_subject(text_block("This helps you.")), Verdict.MET, "1 sentences"),
    (evidence.numbered_steps, a_subject(), Verdict.NOT_MET, "no numbered"),
    (evidence.numbered_steps, a_subject(STEPS), Verdict.MET, "2"),
    (evidence.numbered_steps, a_subject({**RED, "steps": ["Stay"] * 11}), Verdict.NOT_MET, "11"),
    (evidence.tool, a_subject(settings=(a_setting(),)), Verdict.NOT_MET, "no checklist"),
    (evidence.tool, a_subject(settings=(a_setting(trim=85),)), Verdict.MET, "a card to carry"),
    (evidence.tool, a_subject(RED), Verdict.MET, "signs to check (red)"),
    (evidence.cues, a_subject(), Verdict.NOT_MET, "nothing"),
    (evidence.cues, a_subject(RED, BARS, STEPS), Verdict.MET, "boxes 1, steps 1, pictures 1"),
    (evidence.urgent_cues, a_subject(RED), Verdict.PERSON, "no section is critical"),
    (evidence.urgent_cues, a_subject(RED, critical=["main"]), Verdict.MET, "main"),
    (evidence.urgent_cues, a_subject(critical=["main"]), Verdict.NOT_MET, "main"),
    (evidence.urgent_cues, a_subject(critical=["main"], tone="red"), Verdict.MET, "main"),
    (evidence.first_panel, a_subject(), Verdict.PERSON, "no section is critical"),
    (evidence.first_panel, a_subject(critical=["main"]), Verdict.MET, "every format"),
    (evidence.first_panel, a_subject(critical=["other"]), Verdict.NOT_MET, "a5"),
    (evidence.visuals, a_subject(), Verdict.NOT_MET, "no pictures"),
    (evidence.visuals, a_subject(BARS), Verdict.MET, "1 block"),
    (evidence.captions, a_subject(), Verdict.NOT_APPLICABLE, "no pictures"),
    (evidence.captions, a_subject(PICTURE), Verdict.NOT_MET, "path.png"),
    (evidence.captions, a_subject({**PICTURE, "caption": "A path"}), Verdict.MET, "caption"),
    (evidence.tables, a_subject(), Verdict.NOT_APPLICABLE, "no tables"),
    (evidence.tables, a_subject(PRICES), Verdict.MET, "“Price”"),
    (evidence.tables, a_subject({**PRICES, "column": "Price of each visit"}), Verdict.NOT_MET, "each visit"),
    (evidence.step_icons, a_subject(), Verdict.PERSON, "picture"),
    (evidence.step_icons, a_subject(STEPS), Verdict.MET, "1 of 2"),
    (evidence.step_icons, a_subject({**STEPS, "steps": [{"title": "Call"}]}), Verdict.NOT_MET, "0 of 1"),
]


@pytest.mark.parametrize(("judge", "subject", "verdict", "told"), CASES)
def test_judgements(judge: Judge, subject: Subject, verdict: Verdict, told: str) -> None:
    answer = judge(subject)
    assert answer.verdict is verdict, answer
    assert told in answer.evidence


def test_a_picture_is_for_a_person_if_there_is_one() -> None:
    assert evidence.about_pictures("look", a_subject(BARS)).evidence == "look"
    assert evidence.about_pictures("look", a_subject()).verdict is Verdict.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("2 of 75 people died.", "en", ("2 of 75",)),
        ("1 in 10 of them.", "en", ("1 in 10",)),
        ("Ring 103.", "en", ()),
        ("Из 75 человек 2 умерли.", "ru", ("Из 75 человек",)),
        ("Из больницы на 2 дня.", "ru", ()),
    ],
)
def test_chances(text: str, language: str, found: tuple[str, ...]) -> None:
    assert evidence.chances(a_subject(text_block(text), language=language)) == found


def test_medical_words_in_their_order() -> None:
    subject: Any = a_subject(text_block("Opioids, naloxone, opioids, water."))
    assert evidence.long_medical_words(("naloxone", "opioid"), subject) == ("opioids", "naloxone")
