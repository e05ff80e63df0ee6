"""Records that are kept for years."""

from datetime import date

from press.snapshot.record import printed
from tests.snapshot.said import PRICE, said


def test_a_record_comes_back_from_plain_data() -> None:
    one = said()
    assert type(one).model_validate(one.model_dump(mode="json", exclude_defaults=True)) == one


def test_prices_end_with_the_first_of_their_days() -> None:
    assert said().prices_end == date(2026, 12, 31)
    early = PRICE.model_copy(update={"valid_until": date(2026, 3, 31)})
    assert said(prices=(early,)).prices_end == date(2026, 3, 31)
    assert said(valid_until=None, prices=()).prices_end is None


def test_the_sections_of_a_format() -> None:
    assert said().on_format("card") == {"do"}
    assert said().on_format("banner") == {"do", "signs", "money"}


def test_brackets_around_numbers_are_not_printed() -> None:
    assert printed("Call {103} or {112}") == "Call 103 or 112"
