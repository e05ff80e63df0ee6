"""What has changed between two editions, and how grave that is."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from press.snapshot.changes import Change, Grade, changes, gravest, on_format
from press.snapshot.record import BlockSaid, FormatSaid, PanelSaid, PhoneSaid, Snapshot
from tests.snapshot.said import PRICE, STEPS, TEXT, TRIAGE, said, section

OLD = said()
PHONE = OLD.phones[0]


def block(one: BlockSaid, **more: Any) -> BlockSaid:
    return one.model_copy(update=more)


def sections(do: BlockSaid = STEPS, signs: BlockSaid = TRIAGE, money: BlockSaid = TEXT, **more: Any) -> dict[str, Any]:
    return {
        "sections": (
            section("do", do, critical=more.get("critical", True), title=more.get("title", "What to do")),
            section("signs", signs),
            section("money", money, title="Costs"),
        )
    }


def found(**more: Any) -> list[tuple[Grade, str]]:
    return [(change.grade, change.where) for change in changes(OLD, said(**more))]


def test_nothing_changed_is_no_change() -> None:
    assert changes(OLD, said(code="XXXX-XXX")) == ()


SAFETY = [
    ({"emergency": ("104", "112")}, "number of the ambulance"),
    ({"emergency": ("103", "113")}, "second emergency number"),
    ({"phones": (PHONE.model_copy(update={"number": "+7 1"}),)}, "telephone of the clinic"),
    ({"phones": ()}, "telephone of the clinic"),
    ({"phones": (PHONE.model_copy(update={"hours": "09:00-20:00"}),)}, "telephone of the clinic, when it is answered"),
    ({"web": "example.com"}, "web address"),
    (sections(do=block(STEPS, words=("Shout", *STEPS.words[1:]))), "“What to do”, steps"),
    (sections(signs=block(TRIAGE, words=("Cannot be woken at all",))), "“signs”, warning signs"),
    (sections(signs=block(TRIAGE, level="amber")), "“signs”, warning signs, how loud"),
    (sections(signs=block(TRIAGE, line="clinic")), "“signs”, warning signs, whom it says to ring"),
    (sections(critical=False), "section “What to do”"),
    (sections(title="What else to do"), "title of section “What else to do”"),
    (sections(money=block(TEXT, kind="list", level="cross")), "“Costs”, list"),
]


@pytest.mark.parametrize(("change", "where"), SAFETY, ids=[where for _, where in SAFETY])
def test_safety(change: dict[str, Any], where: str) -> None:
    assert (Grade.SAFETY, where) in found(**change)


@pytest.mark.parametrize(
    ("kind", "level", "grade"),
    [
        ("steps", "", Grade.SAFETY),
        ("triage", "green", Grade.SAFETY),
        ("call", "", Grade.SAFETY),
        ("eyes", "", Grade.SAFETY),
        ("dose-bars", "", Grade.SAFETY),
        ("card", "warning", Grade.SAFETY),
        ("list", "cross", Grade.SAFETY),
        ("card", "quiet", Grade.WORDING),
        ("text", "loud", Grade.WORDING),
    ],
)
def test_some_blocks_are_about_safety_wherever_they_stand(kind: str, level: str, grade: Grade) -> None:
    old, new = (said(**sections(money=BlockSaid(key="x", kind=kind, level=level, words=(w,)))) for w in ("a", "b"))
    assert [change.grade for change in changes(old, new)] == [grade]


PRICES = [
    ({"prices": (PRICE.model_copy(update={"words": "RUB 5,000"}),)}, "price of “Visit”"),
    ({"prices": (PRICE.model_copy(update={"unit": "per day"}),)}, "price of “Visit”"),
    ({"prices": (PRICE.model_copy(update={"note": "Ask."}),)}, "price of “Visit”, note"),
    ({"prices": (PRICE.model_copy(update={"instalments": "3 × RUB 1,500"}),)}, "price of “Visit”, in parts"),
    ({"prices": (PRICE.model_copy(update={"includes": ("tea",)}),)}, "price of “Visit”, what it includes"),
    ({"prices": ()}, "price of “Visit”"),
    ({"valid_until": date(2026, 6, 30)}, "prices hold until"),
    ({"tax": "VAT included"}, "what is said of tax"),
]


@pytest.mark.parametrize(("change", "where"), PRICES, ids=[f"{where} {n}" for n, (_, where) in enumerate(PRICES)])
def test_prices(change: dict[str, Any], where: str) -> None:
    assert found(**change) == [(Grade.PRICE, where)]


WORDING = [
    (sections(money=block(TEXT, words=("A visit is dear: {RUB 4,500}. Ring {+7 495 127-02-03}.",))), "“Costs”, text"),
    (sections(money=block(TEXT, links=("https://example.org/x",))), "“Costs”, text, where its links lead"),
    ({"web": "example.org/help"}, "web address"),
    ({"reviewed_on": date(2026, 2, 1)}, "day a clinician approved it"),
    ({"review_by": date(2027, 2, 1)}, "next review by"),
    ({"sources": {"who-2014": "WHO 2015"}}, "sources"),
    ({"labels": {"code": "Number"}}, "fixed words"),
    ({"small_print": ("General.",)}, "small print"),
    ({"address": "Lenin street 1"}, "address"),
]


@pytest.mark.parametrize(("change", "where"), WORDING, ids=[where for _, where in WORDING])
def test_wording(change: dict[str, Any], where: str) -> None:
    assert found(**change) == [(Grade.WORDING, where)]


def a5(**more: Any) -> dict[str, Any]:
    return {"formats": (OLD.formats[0].model_copy(update=more), OLD.formats[1])}


LAYOUT = [
    ({"look": "y"}, "templates or styles"),
    (a5(look="z"), "A5 sheet, measures or style"),
    (
        a5(panels=(PanelSaid(key="front", name="front", sections=("signs", "do", "money")),)),
        "A5 sheet, panel “front”, what stands on it",
    ),
    (sections(money=block(TEXT, look="icon phone")), "“Costs”, text, icons or style"),
    (sections(money=block(TEXT, level="lead")), "“Costs”, text, how loud"),
    ({"formats": OLD.formats[:1]}, "formats it is made in"),
]


@pytest.mark.parametrize(("change", "where"), LAYOUT, ids=[where for _, where in LAYOUT])
def test_layout(change: dict[str, Any], where: str) -> None:
    assert found(**change) == [(Grade.LAYOUT, where)]


@pytest.mark.parametrize(
    ("was", "now", "grade"),
    [
        ("always", "09:00-20:00", Grade.SAFETY),
        ("09:00-20:00", "09:00-19:30", Grade.SAFETY),
        ("09:00-20:00", "10:00-21:00", Grade.SAFETY),
        ("20:00-08:00", "20:00-24:00", Grade.SAFETY),
        ("09:00-20:00", "at times", Grade.SAFETY),
        ("at times", "09:00-20:00", Grade.SAFETY),
        ("09:00-20:00", "always", Grade.WORDING),
        ("09:00-20:00", "08:00-20:00", Grade.WORDING),
        ("20:00-06:00", "19:00-07:00", Grade.WORDING),
    ],
)
def test_hours_in_which_nobody_answers_any_more_are_about_safety(was: str, now: str, grade: Grade) -> None:
    old, new = (said(phones=(PHONE.model_copy(update={"hours": hours}),)) for hours in (was, now))
    (change,) = changes(old, new)
    assert (change.grade, change.where) == (grade, "telephone of the clinic, when it is answered")


def test_hours_that_are_not_printed_are_no_change() -> None:
    assert changes(OLD, said(phones=(PHONE.model_copy(update={"hours": ""}),))) == ()


@pytest.mark.parametrize(
    ("was", "now", "grade"),
    [
        ("example.org", "example.com", Grade.SAFETY),
        ("example.org/help", "help.example.org", Grade.SAFETY),
        ("example.org/help", "example.org", Grade.WORDING),
        ("example.org", "", Grade.WORDING),
    ],
)
def test_another_site_may_be_anybodys_another_page_is_not(was: str, now: str, grade: Grade) -> None:
    assert [change.grade for change in changes(said(web=was), said(web=now))] == [grade]


def test_hours_and_web_address_concern_the_formats_that_print_them() -> None:
    contact = BlockSaid(key="contact", kind="contact", words=("Scan",))
    more = {"sections": (*OLD.sections[:2], section("money", TEXT, contact, title="Costs"))}
    hours = PHONE.model_copy(update={"hours": "09:00-20:00"})
    new = said(web="example.com", phones=(hours,), **more)
    found = on_format(changes(said(**more), new), said(**more), new, "card")
    assert found == ()
    assert len(on_format(changes(said(**more), new), said(**more), new, "a5")) == 2


@pytest.mark.parametrize(("critical", "grade"), [(True, Grade.SAFETY), (False, Grade.WORDING)])
def test_a_picture_is_as_grave_as_its_section(critical: bool, grade: Grade) -> None:
    shown = section("way", BlockSaid(key="map", kind="picture", picture="map.png"), critical=critical)
    old, new = (said(pictures={"map.png": digest}, sections=(*OLD.sections, shown)) for digest in ("a", "b"))
    assert [(one.grade, one.where) for one in changes(old, new)] == [(grade, "“way”, picture map.png")]
    renamed = shown.model_copy(update={"blocks": (shown.blocks[0].model_copy(update={"picture": "way.png"}),)})
    assert changes(old, said(pictures={"way.png": "a"}, sections=(*OLD.sections, renamed))) == ()


def test_the_order_of_the_prices_is_layout() -> None:
    other = PRICE.model_copy(update={"key": "other"})
    old, new = said(prices=(PRICE, other)), said(prices=(other, PRICE))
    assert [(one.grade, one.where) for one in changes(old, new)] == [(Grade.LAYOUT, "order of the prices")]


def test_a_section_nobody_knows_on_a_panel_is_passed_over() -> None:
    panels = (PanelSaid(key="front", name="front", sections=("do", "signs", "money", "nowhere")),)
    assert changes(OLD, said(**a5(panels=panels))) == ()


def test_a_look_that_was_never_taken_says_nothing() -> None:
    assert changes(said(look=""), said(look="y")) == ()


def test_a_number_that_changed_is_told_once_and_not_by_every_block() -> None:
    new = said(
        phones=(PHONE.model_copy(update={"number": "+7 1"}),),
        prices=(PRICE.model_copy(update={"words": "RUB 5,000"}),),
        emergency=("104", "112"),
        **sections(
            do=block(STEPS, words=("Shout and shake", "Call {104}", STEPS.words[2])),
            money=block(TEXT, words=("A visit costs {RUB 5,000}. Ring {+7 1}.",)),
        ),
    )
    assert [change.where for change in changes(OLD, new)] == [
        "number of the ambulance",
        "telephone of the clinic",
        "price of “Visit”",
    ]


def test_a_number_that_stayed_beside_one_that_is_told_elsewhere_says_nothing() -> None:
    costs = "A visit costs {%s}, a room {RUB 900}."
    old, new = (
        said(
            **sections(money=block(TEXT, words=(costs % price,))),
            prices=(PRICE.model_copy(update={"words": price}),),
        )
        for price in ("RUB 4,500", "RUB 5,000")
    )
    assert [change.where for change in changes(old, new)] == ["price of “Visit”"]


def test_another_reference_in_the_same_words_is_told_by_its_block() -> None:
    new = said(**sections(money=block(TEXT, words=("A visit costs {RUB 9,000}. Ring {+7 495 127-02-03}.",))))
    (change,) = changes(OLD, new)
    assert (change.grade, change.before) == (Grade.PRICE, "A visit costs RUB 4,500. Ring +7 495 127-02-03.")


def test_the_gravest_comes_first() -> None:
    new = said(look="y", web="example.org/help", tax="VAT", emergency=("104", "112"))
    assert [change.grade for change in changes(OLD, new)] == sorted(Grade, reverse=True)
    assert gravest(changes(OLD, new)) is Grade.SAFETY
    assert gravest(()) is None


def test_a_new_section_is_as_grave_as_what_it_says() -> None:
    quiet = said(sections=(*OLD.sections, section("more", block(TEXT, key="more"))))
    assert {change.grade for change in changes(OLD, quiet)} == {Grade.WORDING}
    assert {change.grade for change in changes(quiet, OLD)} == {Grade.WORDING}
    loud = said(sections=(*OLD.sections, section("more", block(TEXT, key="more"), critical=True)))
    assert [change.grade for change in changes(OLD, loud)] == [Grade.SAFETY]


def test_a_critical_section_that_comes_to_a_format_is_about_safety() -> None:
    without = said(
        formats=(
            FormatSaid(
                key="a5",
                name="A5 sheet",
                panels=(PanelSaid(key="front", name="front", sections=("signs", "money")),),
                look="a",
            ),
            OLD.formats[1],
        )
    )
    (change,) = changes(without, OLD)
    assert (change.grade, change.format) == (Grade.SAFETY, "a5")


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_blocks_counts(order: int) -> None:
    blocks = (STEPS, block(TEXT, key="other"))[::order]
    mine = said(sections=(section("do", *blocks, critical=True), *OLD.sections[1:]))
    turned = said(sections=(section("do", *blocks[::-1], critical=True), *OLD.sections[1:]))
    assert [change.grade for change in changes(mine, turned)] == [Grade.SAFETY]


# One format -------------------------------------------------------------------------------------------------


def on(key: str, new: Snapshot) -> list[str]:
    return [change.where for change in on_format(changes(OLD, new), OLD, new, key)]


def test_a_paper_shows_only_what_is_on_its_format() -> None:
    new = said(prices=(PRICE.model_copy(update={"words": "RUB 5,000"}),), **a5(look="z"))
    assert on("a5", new) == ["price of “Visit”", "A5 sheet, measures or style"]
    assert on("card", new) == []
    assert on("", new) == on("banner", new) == on("a5", new)


def test_what_stands_everywhere_concerns_every_format() -> None:
    assert on("card", said(emergency=("104", "112"))) == ["number of the ambulance"]


def test_a_phone_gone_from_print_and_a_new_one_are_two_changes() -> None:
    new = said(phones=(PhoneSaid(key="night", number="+7 2", sections=("money",)),))
    assert [(change.before, change.after) for change in changes(OLD, new)] == [("", "+7 2"), ("+7 495 127-02-03", "")]


def test_changes_can_be_told_apart() -> None:
    assert len({Change(Grade.PRICE, "a", "b", "c"), Change(Grade.PRICE, "a", "b", "c")}) == 1
