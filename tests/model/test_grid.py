from press.model.grid import Cell, Table


def test_a_place_is_named_as_people_name_it() -> None:
    assert str(Table("Sheet1", (), "prices.xlsx").place("C7")) == "prices.xlsx: Sheet1!C7"
    assert str(Table("", (), "prices.csv").place("C7")) == "prices.csv: C7"
    assert str(Table("Sheet1", (), "prices.xlsx").place()) == "prices.xlsx: Sheet1"
    assert str(Table("", (), "prices.csv").place()) == "prices.csv"


def test_spaces_alone_are_nothing() -> None:
    assert Cell(" \u00a0\t", "A1").is_empty
    assert not Cell("0", "A1").is_empty
