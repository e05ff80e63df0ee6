"""Every day on which something ends; and each is refused after it."""

from __future__ import annotations

from datetime import date, timedelta

from press.errors import refusals
from press.lint.due import Ending, Kind, endings
from press.lint.rules import lint
from press.load.project import load
from press.model.project import Project
from tests.conftest import FILES, Sample

PRICES = "content/prices.yaml"
NEXT = "content/prices-2028.yaml"
BRANCH = "content/branches/main.yaml"
LEAFLET = "content/leaflets/when-to-call/leaflet.yaml"
TODAY = date(2026, 6, 1)


def project_of(sample: Sample, today: date = TODAY) -> Project:
    loaded = load(sample.root, today)
    assert loaded.project, loaded.problems
    return loaded.project


def found(sample: Sample, today: date = TODAY) -> list[Ending]:
    return list(endings(project_of(sample, today)))


def next_list(sample: Sample, begins: str, ends: str = "2029-12-31") -> None:
    text = FILES[PRICES].replace("2026-01-01", begins).replace("2027-12-31", ends)
    sample.write(NEXT, text)


def own_price(sample: Sample) -> None:
    sample.change(BRANCH, "web:", "prices: {home-visit: {amount: 5000, valid_until: 2027-03-31}}\nweb:")


def test_reviews_and_prices_with_owner_place_and_name(sample: Sample) -> None:
    prices, review = found(sample)
    assert (review.kind, review.name, review.owner) == (Kind.REVIEW, "review-when-to-call", "Chief physician")
    assert (review.title, review.day, str(review.place)) == ("When to call", date(2027, 12, 31), f"{LEAFLET}:5:12")
    assert (prices.kind, prices.name, prices.owner) == (Kind.PRICES, "prices-prices", "Head of administration")
    assert (prices.title, prices.day, str(prices.place)) == (PRICES, date(2027, 12, 31), f"{PRICES}:3:14")
    assert prices.following == ""


def test_days_left_are_counted_to_the_last_day(sample: Sample) -> None:
    prices, _ = found(sample)
    assert [prices.days_left(date(2027, 12, day)) for day in (30, 31)] == [1, 0]
    assert prices.days_left(date(2028, 1, 1)) == -1


def test_a_branch_that_has_an_own_price_with_an_end(sample: Sample) -> None:
    own_price(sample)
    first = found(sample)[0]
    assert (first.kind, first.name, first.day) == (Kind.OWN_PRICE, "price-main-home-visit", date(2027, 3, 31))
    assert "home-visit" in first.title
    assert str(first.place).startswith(f"{BRANCH}:")


def test_a_list_that_is_followed_the_next_day_names_it(sample: Sample) -> None:
    next_list(sample, "2028-01-01")
    lists = [ending for ending in found(sample) if ending.kind is Kind.PRICES]
    assert [(ending.title, ending.day, ending.following) for ending in lists] == [
        (PRICES, date(2027, 12, 31), NEXT),
        (NEXT, date(2029, 12, 31), ""),
    ]
    assert f"{NEXT} takes over on 2028-01-01" in lists[0].then


def test_a_list_that_is_cut_short_by_the_next_ends_then(sample: Sample) -> None:
    next_list(sample, "2027-07-01")
    first = found(sample)[0]
    assert (first.day, first.following) == (date(2027, 6, 30), NEXT)


def test_a_coming_list_that_the_one_after_it_cuts_short_ends_then(sample: Sample) -> None:
    next_list(sample, "2028-01-01")
    third = "content/prices-2029.yaml"
    sample.write(third, FILES[PRICES].replace("2026-01-01", "2029-01-01").replace("2027-12-31", "2030-12-31"))
    lists = [ending for ending in found(sample) if ending.kind is Kind.PRICES]
    assert [(ending.title, ending.day, ending.following) for ending in lists] == [
        (PRICES, date(2027, 12, 31), NEXT),
        (NEXT, date(2028, 12, 31), third),
        (third, date(2030, 12, 31), ""),
    ]


def test_a_gap_between_lists_is_alarming(sample: Sample) -> None:
    next_list(sample, "2028-02-01")
    (first,) = (ending for ending in found(sample) if ending.title == PRICES)
    assert first.following == ""
    assert first.then == f"Ask which prices hold until {NEXT} takes over on 2028-02-01."


def test_a_list_that_has_been_followed_is_past(sample: Sample) -> None:
    next_list(sample, "2028-01-01")
    assert [e.title for e in found(sample, date(2028, 1, 1)) if e.kind is Kind.PRICES] == [NEXT]


def test_prices_that_nobody_prints_end_unseen(sample: Sample) -> None:
    own_price(sample)
    for language in ("en", "ru"):
        file = f"content/leaflets/when-to-call/{language}.yaml"
        sample.write(file, FILES[file].partition("  prices:\n")[0])
    assert [ending.kind for ending in found(sample)] == [Kind.REVIEW]


def test_a_renewal_moves_the_day_of_change(sample: Sample) -> None:
    _, review = found(sample)
    assert review.since == date(2026, 1, 1)
    digest = "0" * 32
    history = f"language: en\nsign_offs:\n  - {{role: clinician, name: Dr A, on: 2026-05-01, digest: {digest}}}\n"
    sample.write("content/leaflets/when-to-call/sign-offs/en.yaml", history)
    _, review = found(sample)
    assert review.since == date(2026, 5, 1)


def test_whatever_is_due_is_refused_on_the_day_after(sample: Sample) -> None:
    own_price(sample)
    sample.change(LEAFLET, "review_by: 2027-12-31", "review_by: 2027-02-01")
    listed = found(sample)
    assert {ending.kind for ending in listed} == set(Kind)
    for ending in listed:
        for day, refused in ((ending.day, False), (ending.day + timedelta(days=1), True)):
            told = [p for guard in lint(project_of(sample, day), day) for p in refusals(guard.problems)]
            assert (ending.place in [problem.place for problem in told]) is refused, (ending, day)
