"""Where a line must not end; `_` stands for a no-break space."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.typography import NBSP, bind


@pytest.mark.parametrize(
    ("language", "text", "bound"),
    [
        # short words stay with what follows
        ("en", "Call us in an hour at our ward", "Call us_in_an_hour at_our_ward"),
        ("en", "I am at home", "I_am_at_home"),
        ("ru", "Вода и тишина в доме", "Вода и_тишина в_доме"),
        ("ru", "Он не спит", "Он_не_спит"),
        ("ru", "Можно ли так же", "Можно_ли так_же"),
        # a number stays with what it counts
        ("en", "wait 10 minutes more than usual", "wait 10_minutes more than_usual"),
        ("en", "39 °C and rising steadily", "39_°C_and rising_steadily"),
        ("ru", "через 2 часа приедет скорая", "через 2_часа приедет_скорая"),
        ("ru", "№ 5 по списку документов", "№_5_по_списку документов"),
        # a dash never begins a line
        ("en", "quiet – it helps everybody", "quiet_– it_helps everybody"),
        ("ru", "Отмена — болезнь организма", "Отмена_— болезнь организма"),
        # addresses and abbreviations
        ("ru", "г. Москва, ул. Мира, д. 5 строение", "г._Москва, ул._Мира, д._5_строение"),
        ("ru", "вода, чай и т. д. каждый час", "вода, чай и_т._д._каждый_час"),
        # a last line of one short word looks lost
        ("en", "everything will be fine", "everything will be_fine"),
        ("en", "everything will be extraordinary", "everything will be_extraordinary"),
        ("en", "Come", "Come"),
        ("en", "", ""),
        # the short words of the language, not of another
        ("de", "a b im Haus ist Ruhe", "a_b_im Haus ist_Ruhe"),
    ],
)
def test_binding(language: str, text: str, bound: str) -> None:
    assert bind(text, language).replace(NBSP, "_") == bound


def test_headings_are_balanced_instead() -> None:
    assert bind("everything is fine", "en", last_word=False).replace(NBSP, "_") == "everything is_fine"
    assert bind("all goes well", "en", last_word=False).replace(NBSP, "_") == "all goes well"


def test_a_pair_too_long_for_a_line_stays_breakable() -> None:
    assert bind("hospitalisation-and-rehabilitation now", "en") == "hospitalisation-and-rehabilitation now"


def test_the_end_of_a_line_stays_its_end() -> None:
    assert bind("When it eases\nthe dose kills", "en").count("\n") == 1


@given(st.text("abвиняне 0123456789–—.,№°%\nгдул", max_size=80), st.sampled_from(["en", "ru", "de"]))
def test_only_spaces_are_touched_and_nothing_is_added(text: str, language: str) -> None:
    bound = bind(text, language)
    assert len(bound) == len(text)
    assert bound.replace(NBSP, " ") == text.replace(NBSP, " ")


@given(st.text("abви яне 01–№°%", max_size=60), st.sampled_from(["en", "ru"]))
def test_binding_twice_changes_nothing_for_headings(text: str, language: str) -> None:
    once = bind(text, language, last_word=False)
    assert bind(once, language, last_word=False) == once
