"""Only the very same value is the same."""

from __future__ import annotations

from functools import cache

from press.model.same import Same


def test_equal_values_are_not_the_same_and_one_value_is() -> None:
    one, other = ["a"], ["a"]
    assert Same(one) == Same(one)
    assert hash(Same(one)) == hash(Same(one))
    assert Same(one) != Same(other)
    assert Same(one) != one


def test_it_is_the_key_of_a_cache() -> None:
    asked = []

    @cache
    def length(same: Same[list[str]]) -> int:
        asked.append(same)
        return len(same.value)

    one, other = ["a"], ["a"]
    assert [length(Same(one)), length(Same(one)), length(Same(other))] == [1, 1, 1]
    assert len(asked) == 2
