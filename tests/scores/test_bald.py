"""Layout: computed from formats and style sheets."""

from __future__ import annotations

import pytest

from press.scores.bald import BALD
from press.scores.item import Scored, Verdict, score
from press.scores.subject import Subject
from tests.scores.making import a_setting, a_subject, text_block

STYLES = 'body { font: 12pt "PT Serif"; text-indent: 3mm; color: var(--ink); } :root { --ink: #112233; }'


def said(text: str) -> Subject:
    return a_subject(text_block(text), settings=(a_setting(),))


def styled(styles: str) -> Subject:
    return a_subject(styles=styles, settings=(a_setting(),))


def coloured(count: int) -> Subject:
    return styled("".join(f"--c{n}: #00000{n}; p {{ color: var(--c{n}) }}" for n in range(count)))


def answer(number: str, subject: Subject) -> Scored:
    (found,) = (one for one in score(BALD, subject) if one.item.number == number)
    return found


def test_it_has_sixteen_criteria_in_order() -> None:
    assert [item.number for item in BALD.items] == [str(number) for number in range(1, 17)]


def test_what_is_known_only_on_paper_is_for_a_person() -> None:
    open_items = [
        one.item.number
        for one in score(BALD, a_subject(settings=(a_setting(),)))
        if one.answer.verdict is Verdict.PERSON
    ]
    assert open_items == ["12", "15", "16"]


@pytest.mark.parametrize(
    ("number", "good", "bad"),
    [
        ("1", a_subject(settings=(a_setting(width=70),)), a_subject(settings=(a_setting(width=49),))),
        ("2", a_subject(settings=(a_setting(line=15),)), a_subject(settings=(a_setting(line=13),))),
        ("3", styled(STYLES), styled("p { text-align: justify }")),
        ("4", styled(STYLES), styled('p { font-family: "Onest" }')),
        ("5", a_subject(settings=(a_setting(body=12),)), a_subject(settings=(a_setting(body=11.5),))),
        ("6", styled(STYLES), styled("p { text-indent: 0 }")),
        ("7", said("Call now"), said("CALL NOW")),
        ("8", styled(STYLES), styled("i { font-style: italic; }")),
        ("9", said("Stay."), said("Do not go.")),
        ("10", a_subject(settings=(a_setting(heading=14),)), a_subject(settings=(a_setting(heading=13),))),
        ("11", said("Step 2."), said("Step II.")),
        ("14", coloured(4), coloured(3)),
    ],
)
def test_criteria_from_both_sides(number: str, good: Subject, bad: Subject) -> None:
    assert answer(number, good).answer.verdict is Verdict.MET
    assert answer(number, bad).answer.verdict is Verdict.NOT_MET


@pytest.mark.parametrize(
    ("text", "language", "numbers"),
    [
        ("Stage IV, part II and XVI.", "en", "IV, II, XVI"),
        ("Стадия IV, глава II.", "ru", "IV, II"),
        ("Send your CV, size XL, give it IV, take DVD MIX, HIV, I and X.", "en", ""),
        ("An IV drip; IX and XXXIX", "en", "IX, XXXIX"),
    ],
)
def test_roman_numbers_are_told_and_words_are_none(text: str, language: str, numbers: str) -> None:
    found = answer("11", a_subject(text_block(text), language=language, settings=(a_setting(),))).answer
    assert found.verdict is (Verdict.NOT_MET if numbers else Verdict.MET)
    assert found.evidence == (f"Roman numbers: {numbers}" if numbers else "no Roman numbers")


def test_a_wide_panel_may_have_columns() -> None:
    found = answer("1", a_subject(settings=(a_setting(width=182),))).answer
    assert found.verdict is Verdict.PERSON
    assert "182 mm (about 86 letters)" in found.evidence


def test_small_type_is_told_with_its_format() -> None:
    found = answer("5", a_subject(settings=(a_setting(body=10.5),))).answer
    assert found.evidence == "body below 12 pt: 10.5 pt on a5"


def test_abbreviations_are_no_shouting() -> None:
    assert answer("7", a_subject(text_block("NICE"), settings=(a_setting(),))).answer.verdict is Verdict.MET
