"""The table of targets."""

from __future__ import annotations

import pytest

from press.lint.words.passages import Role
from press.lint.words.targets import LONGEST, TARGETS, longest, target
from press.readability.formulas import formulas


@pytest.mark.parametrize("language", TARGETS)
def test_every_target_belongs_to_a_formula_and_says_who_asks_it(language: str) -> None:
    keys = {formula.key for formula in formulas(language)}
    for asked in TARGETS[language].values():
        assert set(asked.figures) <= keys
        assert formulas(language)[0].key in asked.figures
        assert asked.source


@pytest.mark.parametrize("language", TARGETS)
def test_emergency_text_is_the_simplest(language: str) -> None:
    main = formulas(language)[0]
    emergency = TARGETS[language][Role.EMERGENCY].figures[main.key]
    for asked in TARGETS[language].values():
        assert main.meets(emergency, asked.figures[main.key])


def test_every_role_has_a_longest_sentence() -> None:
    for limits in LONGEST.values():
        assert set(limits) == set(Role)


def test_languages() -> None:
    assert target("en-GB", Role.BODY) == target("en", Role.BODY)
    assert longest("en-GB", Role.BODY) == 20
    assert (target("tg", Role.BODY), longest("tg", Role.BODY), target("ru", Role.LABEL)) == (None, None, None)
