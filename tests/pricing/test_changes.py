import pytest
from hypothesis import given

from press.model.prices import PriceList
from press.model.validated import NotValidError
from press.pricing.changes import Change, applied, as_data, entries, same_words
from tests.pricing.lists import SMALL, price_lists


@given(price_lists())
def test_a_list_is_read_back_from_its_data(prices: PriceList) -> None:
    assert PriceList.model_validate(as_data(prices)) == prices


def test_data_is_text_alone() -> None:
    (service, *_) = as_data(SMALL)["groups"][0]["services"]
    assert service == {
        "key": "home-visit",
        "names": {"en": "Doctor at home", "ru": "Врач на дом"},
        "amount": "4500",
        "from": "true",
        "unit": "visit",
        "notes": {"en": "Not for emergencies.", "ru": "Не вместо скорой."},
    }


def test_changes_are_made_and_nothing_else() -> None:
    at = ("groups", 0, "services", 0)
    changes = (
        Change("home-visit", "amount", "4500", "5000", (*at, "amount"), "5000"),
        Change("home-visit", "note (ru)", "…", "", (*at, "notes", "ru"), None),
        Change("", "owner", "…", "Chief", ("owner",), "Chief"),
        Change(
            "night",
            "new",
            "",
            "…",
            ("groups", 0, "services"),
            {"key": "night", "names": {"en": "N"}, "amount": "1"},
            True,
        ),
        Change("night", "told with another one", "", "", (), None),
    )
    changed = applied(SMALL, changes)
    home, _, night, *rest = changed.services
    assert home.amount == 5000
    assert home.notes == {"en": "Not for emergencies."}
    assert changed.owner == "Chief"
    assert night.key == "night"
    assert rest == list(SMALL.services[2:])
    assert SMALL.services[0].amount == 4500
    assert len(entries(changes)) == 4


def test_a_list_that_would_be_wrong_is_refused() -> None:
    with pytest.raises(NotValidError):
        applied(SMALL, [Change("", "valid until", "", "", ("valid_until",), "2020-01-01")])


def test_spaces_are_no_change_and_line_ends_are() -> None:
    assert same_words("a b", " a\u00a0 b ")
    assert same_words("a\nb", "a \nb\n")
    assert not same_words("a\nb", "a b")
    assert not same_words("a", "")
