"""Russian words in all their forms."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from press.morphology import folded, forms, is_common, is_singular, is_verb, lemmas, passive_verb, reflexive_passive


def test_words_are_compared_without_capitals_stress_or_the_dots_of_yo() -> None:
    assert folded("До\u0301зы Ёлка\u00ad") == "дозы елка"


@pytest.mark.parametrize(
    ("word", "some", "none"),
    [
        ("ломка", ["ломка", "ломки", "ломкой", "ломкою", "ломок", "ломками"], ["ломкий", "ломать", "ломко"]),
        ("сорваться", ["сорвался", "сорвется", "сорвавшийся", "сорвавшись"], ["срыв", "сорвать"]),
        ("чистый", ["чист", "чистая", "чистым", "чисты"], ["чище"]),
        ("лучший", ["лучшая", "лучших"], ["лучше", "хороший"]),
        ("слабая", ["слабый", "слабой", "слабую"], ["слабее"]),
        ("закодированный", ["закодирован", "закодированных"], ["закодировать", "закодировал"]),
        ("виноват", ["виновата", "виноваты"], ["виноватый"]),
        ("наркоман", ["наркомана", "наркоманы", "наркоманов"], ["наркоманка", "наркомания"]),
        ("передоз", ["передоза", "передозом"], []),
        ("Жёсткая", ["жесткой", "жесткую"], ["жёсткой"]),
        ("кайфом", ["кайфом"], ["кайф", "кайфа"]),
        ("под", ["под"], []),
    ],
)
def test_forms(word: str, some: list[str], none: list[str]) -> None:
    found = forms(word)
    assert {*some} <= found
    assert not {*none} & found


def test_a_form_may_belong_to_several_words() -> None:
    assert lemmas("ломкой") == {"ломка", "ломкий"}
    assert lemmas("врачом") == {"врач"}


def test_an_abbreviation_is_no_common_word() -> None:
    assert is_common("срочно")
    assert not is_common("вич")
    assert not is_common("убод")


def test_passives() -> None:
    assert passive_verb("указан") == "указать"
    assert passive_verb("введено") == "ввести"
    assert passive_verb("рад") == passive_verb("стакан") == ""
    assert reflexive_passive("осматривается") == "осматриваться"
    assert reflexive_passive("проводились") == "проводиться"
    assert reflexive_passive("ведётся") == "вестись"
    assert reflexive_passive("организуется") == "организоваться"
    assert reflexive_passive("вывозятся") == "вывозиться"
    assert reflexive_passive("скажется") == ""
    assert reflexive_passive("смеётся") == reflexive_passive("проводиться") == ""
    assert reflexive_passive("обращайтесь") == ""


def test_verbs_and_singulars() -> None:
    assert is_verb("умерли")
    assert is_verb("повторите")
    assert not is_verb("минут")
    assert is_singular("раствора")
    assert is_singular("лоперамида")
    assert not is_singular("минут")
    assert not is_singular("мл")


def test_the_dictionary_is_read_only_when_asked_for() -> None:
    """English leaflets and `--help` must not wait for it."""
    code = "import sys, press.morphology, press.lint.rules; print('pymorphy3' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=Path(__file__).parents[1], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
