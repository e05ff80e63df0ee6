from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from press.load.project import load
from press.model.clinic import Hours, PhoneNumber, WebAddress, branch_prices
from press.model.project import Project
from tests.conftest import Sample

BRANCH = "content/branches/main.yaml"


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        (
            Hours,
            ["always", "09:00-20:00", "00:00-24:00", "22:00-06:00"],
            ["9-20", "09:00–20:00", "25:00-26:00", "24h", ""],
        ),
        (
            PhoneNumber,
            ["+74951270203", "103", "051"],
            ["8 800 200", "+7 495 127-02-03", "88002000200", "+0123456789", "1", "", "+7495x270203"],
        ),
        (
            WebAddress,
            ["https://example.org", "https://example.org/a/b?c=d#e", "https://a-b.example.org/"],
            [
                "http://example.org",
                "example.org",
                "https://example",
                "https://example.org/a b",
                'https://example.org/"onclick=',
                "https://user@example.org",
                "javascript:alert(1)",
                "",
            ],
        ),
    ],
)
def test_hours_numbers_and_addresses(kind: Any, right: list[str], wrong: list[str]) -> None:
    adapter = TypeAdapter(kind)
    for value in right:
        assert adapter.validate_python(value) == value
    for value in wrong:
        with pytest.raises(ValidationError):
            adapter.validate_python(value)


def project_of(sample: Sample) -> Project:
    project = load(sample.root).project
    assert project
    return project


def test_a_branch_without_own_prices_shares_the_list(sample: Sample) -> None:
    project = project_of(sample)
    assert branch_prices(project.prices, project.branches["main"]) is project.prices


@pytest.mark.parametrize(
    ("last", "printed", "ends"),
    [
        ("2026-12-31", {"home-visit"}, date(2026, 12, 31)),
        ("2026-12-31", {"home-visit", "other"}, date(2026, 12, 31)),
        ("2026-12-31", {"other"}, date(2027, 12, 31)),
        ("2026-12-31", set(), date(2027, 12, 31)),
        ("2028-12-31", {"home-visit"}, date(2027, 12, 31)),
    ],
)
def test_the_first_printed_price_that_ends_ends_the_list(
    sample: Sample, last: str, printed: set[str], ends: date
) -> None:
    sample.change(BRANCH, "web:", f"prices: {{home-visit: {{amount: 1, valid_until: {last}}}, other: 2}}\nweb:")
    project = project_of(sample)
    assert branch_prices(project.prices, project.branches["main"], printed).valid_until == ends


@pytest.mark.parametrize(
    ("own", "amount", "is_from"),
    [("6000", 6000, True), ("{amount: 6000, from: false}", 6000, False), ("{amount: 70}", 70, True)],
)
def test_a_branch_says_what_differs_there(sample: Sample, own: str, amount: int, is_from: bool) -> None:
    sample.change(BRANCH, "web:", f"prices:\n  home-visit: {own}\nweb:")
    project = project_of(sample)
    (service,) = branch_prices(project.prices, project.branches["main"]).services
    assert (service.amount, service.is_from) == (Decimal(amount), is_from)
    (common,) = project.prices.services
    assert service.place("amount") == common.place("amount")  # for messages
