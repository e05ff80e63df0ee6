"""May it still be handed out?"""

from datetime import date

import pytest

from press.snapshot.changes import Grade
from press.snapshot.verdict import Reason, judge
from tests.snapshot.said import PRICE, said

TODAY = date(2026, 6, 1)
OLD = said()


def test_what_says_the_same_is_good() -> None:
    verdict = judge(OLD, OLD, TODAY)
    assert verdict.is_good
    assert (verdict.changes, verdict.replaced_by, verdict.grade) == ((), "", None)


def test_another_code_with_the_same_words_is_good_too() -> None:
    verdict = judge(OLD, said(code="XXXX-XXX"), TODAY)
    assert verdict.is_good
    assert verdict.replaced_by == "XXXX-XXX"


@pytest.mark.parametrize(
    ("at_least", "good"), [(Grade.SAFETY, True), (Grade.PRICE, False), (Grade.WORDING, False), (Grade.LAYOUT, False)]
)
def test_a_price_counts_from_the_grade_of_prices_on(at_least: Grade, good: bool) -> None:
    new = said(code="XXXX-XXX", prices=(PRICE.model_copy(update={"words": "RUB 5,000"}),))
    assert judge(OLD, new, TODAY, at_least).is_good is good


def test_wording_alone_is_told_but_pulls_nothing() -> None:
    verdict = judge(OLD, said(code="XXXX-XXX", web="example.org/help"), TODAY)
    assert verdict.is_good
    assert [change.where for change in verdict.changes] == ["web address"]


def test_the_reasons_come_gravest_first() -> None:
    dear = PRICE.model_copy(update={"words": "RUB 5,000"})
    new = said(code="XXXX-XXX", emergency=("104", "112"), prices=(dear,))
    verdict = judge(OLD, new, date(2027, 6, 1))
    assert [reason.grade for reason in verdict.reasons] == [Grade.SAFETY, Grade.PRICE, Grade.WORDING]
    assert verdict.grade is Grade.SAFETY
    assert (
        verdict.reasons[0].sentence == "Since it was made this has changed: 1 thing about safety, 1 thing about prices."
    )


@pytest.mark.parametrize(
    ("day", "good"), [(date(2026, 12, 31), True), (date(2027, 1, 1), False), (date(2025, 12, 31), False)]
)
def test_prices_hold_from_their_first_to_their_last_day(day: date, good: bool) -> None:
    assert judge(OLD, OLD, day).is_good is good


@pytest.mark.parametrize(("day", "good"), [(date(2027, 1, 1), True), (date(2027, 1, 2), False)])
def test_a_review_that_is_overdue(day: date, good: bool) -> None:
    free = said(valid_from=None, valid_until=None, prices=())
    assert judge(free, free, day).is_good is good


def test_two_with_the_same_code_say_the_same_whatever_their_keys_are() -> None:
    new = said(look="y", sections=tuple(one.model_copy(update={"key": f"{one.key}-2"}) for one in OLD.sections))
    verdict = judge(OLD, new, TODAY)
    assert verdict.is_good
    assert {change.grade for change in verdict.changes} == {Grade.LAYOUT}
    assert not judge(OLD, new.model_copy(update={"code": "XXXX-XXX"}), TODAY).is_good


def test_days_that_are_not_printed_are_those_of_today_for_a_paper_of_today() -> None:
    shorter = said(valid_until=date(2026, 5, 31))
    ended = "Its prices ended on 31\u00a0May\u00a02026."
    assert [reason.sentence for reason in judge(OLD, shorter, TODAY).reasons] == [ended]
    assert judge(shorter, OLD, TODAY).is_good
    other = OLD.model_copy(update={"code": "XXXX-XXX"})
    assert ended in [reason.sentence for reason in judge(shorter, other, TODAY).reasons]


def test_what_is_gone_is_not_good() -> None:
    assert judge(OLD, None, TODAY).grade is Grade.SAFETY


def test_of_one_format_only_what_it_shows_counts() -> None:
    new = said(code="XXXX-XXX", prices=(PRICE.model_copy(update={"words": "RUB 5,000"}),))
    assert judge(OLD, new, TODAY, format="card").is_good
    assert not judge(OLD, new, TODAY, format="a5").is_good


@pytest.mark.parametrize(
    ("sections", "format", "good"),
    [
        (("money",), "card", True),
        (("money", "signs"), "card", True),
        (("money", "do"), "card", False),
        (("money",), "a5", False),
        (("money",), "", False),
        (("money",), "poster", False),  # nobody knows what that shows
        (("pay",), "card", False),  # it has another name in the old edition
        ((), "card", False),
    ],
)
def test_a_reason_counts_where_its_section_is_shown_and_in_doubt(
    sections: tuple[str, ...], format: str, good: bool
) -> None:
    reason = Reason(Grade.SAFETY, "Its figures are wrong.", sections=frozenset(sections))
    assert judge(OLD, OLD, TODAY, format=format, others=[reason]).is_good is good


def test_a_reason_counts_where_its_section_is_shown_today() -> None:
    whole = OLD.formats[0].panels
    new = said(formats=(OLD.formats[0], OLD.formats[1].model_copy(update={"panels": whole})))
    reason = Reason(Grade.SAFETY, "Its figures are wrong.", sections=frozenset({"money"}))
    assert not judge(OLD, new, TODAY, format="card", others=[reason]).is_good
