from press.pricing.origins import origin_of
from tests.pricing.lists import table, workbook


def test_the_list_stands_in_the_settings_in_a_sheet_or_below_the_prices() -> None:
    settings = (("Setting", "Value"), ("Owner", "Head"), ("Made from", "content/prices-2028.yaml"))
    origin = origin_of(workbook(table(("Made from", "x")), table(*settings, name="List")))
    assert origin is not None
    assert (origin.name, str(origin.place)) == ("prices-2028.yaml", "prices.xlsx: List!B3")
    origin = origin_of(workbook(table(("Key", "Amount (RUB)"), ("home-visit", 4500), (), *settings)))
    assert origin is not None
    assert str(origin.place) == "prices.xlsx: Sheet1!B6"


def test_a_sheet_of_others_names_no_list() -> None:
    assert origin_of(workbook(table(("Service", "Price"), ("Made from", "prices.yaml")))) is None
    assert origin_of(workbook(table(("Setting", "Value"), ("Made from", "")))) is None
