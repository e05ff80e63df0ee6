import pytest

from press.model.prices import Instalments
from press.model.validated import Mistake, NotValidError, validated


def test_data_makes_a_record() -> None:
    assert validated(Instalments, {"payments": "3", "amount": "1500"}).payments == 3


def test_every_mistake_is_told_with_its_path() -> None:
    with pytest.raises(NotValidError) as told:
        validated(Instalments, {"payments": "1", "amount": "1 500"})
    first, second = told.value.mistakes
    assert first == Mistake(("payments",), "Input should be greater than or equal to 2")
    assert second.location == ("amount",)
    assert second.message.startswith("an amount is digits only")
    assert "digits only" in str(told.value)
