from __future__ import annotations

import pytest

from press.cli.concern import concerns
from press.errors import Place, Problem
from press.model.job import Job, Medium

PRICES = "content/prices.yaml"
JOB = Job("signs", "en", "", "a4", Medium.SCREEN)


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("content/leaflets/signs/leaflet.yaml", True),
        ("content/leaflets/other/leaflet.yaml", False),
        ("content/leaflets/signs/en.yaml", True),
        ("content/leaflets/signs/ru.yaml", False),
        ("content/leaflets/signs/sign-offs/en.yaml", True),
        ("content/leaflets/signs/sign-offs/ru.yaml", False),
        ("content/leaflets/other/translated/en.yaml", False),
        ("content/branches/moscow.yaml", True),
        ("content/branches/perm.yaml", False),
        ("templates/formats/a4.yaml", True),
        ("templates/formats/a6.yaml", False),
        ("templates/words/en.yaml", True),
        ("templates/words/ru.yaml", False),
        ("content/clinic.yaml", True),
    ],
)
def test_a_mistake_keeps_away_what_is_made_from_its_file(file: str, told: bool) -> None:
    assert concerns(Problem("wrong-value", "odd", place=Place(file, 1, 1)), JOB, "moscow", "") is told


@pytest.mark.parametrize("priced", [True, False])
def test_an_ended_price_list_keeps_away_only_what_prints_prices(priced: bool) -> None:
    ended = Problem("prices-expired", "ended", place=Place(PRICES, 2, 1))
    assert concerns(ended, JOB, "moscow", PRICES if priced else "") is priced


def test_a_mistake_of_another_job_is_its_own() -> None:
    assert concerns(Problem("words-lost", "lost").on(JOB.path), JOB, "moscow", "")
    assert not concerns(Problem("words-lost", "lost").on("en/other.pdf"), JOB, "moscow", "")


def test_a_mistake_in_next_years_prices_leaves_this_years_leaflet_alone() -> None:
    ahead = Problem("name-missing", "no words", place=Place("content/prices-2027.yaml", 9, 1))
    assert not concerns(ahead, JOB, "moscow", PRICES)
    assert concerns(ahead, JOB, "moscow", "content/prices-2027.yaml")
