"""Codes as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.fingerprint import ALPHABET, edition_code
from press.snapshot.codes import as_typed, by_keys, foreign_letters, guesses, meant, never_there, tidy


@pytest.mark.parametrize(
    "typed",
    ["7K3M-9QW", "7k3m9qw", " 7K3M 9QW ", "7k3m–9qw", "7К3М-9QW", "Code: 7K3M-9QW", "Код: 7k3m 9qw.", "7K3M_9QW."],
)
def test_case_spaces_hyphens_and_russian_letters_that_look_latin_do_not_matter(typed: str) -> None:
    assert tidy(typed) == "7K3M-9QW"


def test_what_is_too_short_for_a_code_keeps_its_signs() -> None:
    assert tidy("7k3m-9q") == "7K3M9Q"
    assert tidy("") == ""


@given(st.text())
def test_every_code_survives(text: str) -> None:
    code = edition_code(text)
    assert tidy(code) == code
    assert tidy(code.replace("-", " ").lower()) == code


@pytest.mark.parametrize("typed", ["7K3M-90W", "BK3M-9QW", "7K3M-9W", "7K33M-9QW", "7K3M-9WQ"])
def test_one_wrong_sign_is_understood(typed: str) -> None:
    assert meant(tidy(typed), {"7K3M-9QW", "XXXX-XXX"}) == ("7K3M-9QW",)


@pytest.mark.parametrize("typed", ["7K3M-9QW", "7K3M-9DD", "7K-9QW", "K73M-9WQ"])
def test_more_than_one_wrong_sign_or_none_is_no_guess(typed: str) -> None:
    assert meant(tidy(typed), {"7K3M-9QW"}) == ()


@pytest.mark.parametrize("typed", ["OK3M-90W", "7K3M-ЖQЖ"])
def test_two_signs_that_stand_in_no_code_are_forgiven(typed: str) -> None:
    assert meant(tidy(typed), {"7K3M-9QW", "XXXX-XXX"}) == ("7K3M-9QW",)


def test_three_are_not() -> None:
    assert meant("OK3M-900", {"7K3M-9QW"}) == ()


def test_the_keys_of_a_russian_keyboard_lead_to_the_latin_letters() -> None:
    assert by_keys("ьеьц-члн") == "MTMW-XKY"


def test_the_code_on_the_same_keys_is_guessed_before_those_that_are_near() -> None:
    known = {"YTK8-WGX", "YTK8-WGC", "7K3M-9QW"}
    assert guesses("нел8-цпч", known) == ("YTK8-WGX",)
    assert guesses("ytk8-wgq", known) == ("YTK8-WGC", "YTK8-WGX")
    assert guesses("7K3M-9QW", known) == ("7K3M-9QW",)
    assert guesses("", known) == ()


@pytest.mark.parametrize(
    ("typed", "shown", "foreign"),
    [
        (" нел8-цпч ", "НЕЛ8-ЦПЧ", "ЛЦПЧ"),
        ("7К3М-9QЖ", "7К3М-9QЖ", "Ж"),
        ("7К3М-9QW", "7K3M-9QW", ""),
        ("Код: 7k3m 9qw.", "7K3M-9QW", ""),
        ("7k3m-ж", "7K3M-Ж", "Ж"),
    ],
)
def test_what_was_typed_is_shown_as_it_was_typed(typed: str, shown: str, foreign: str) -> None:
    assert (as_typed(typed), foreign_letters(typed)) == (shown, foreign)


def test_signs_that_stand_in_no_code() -> None:
    assert never_there("0TMW-0KO") == "0O"
    assert never_there("7K3M-9QW") == ""


@given(st.text(), st.integers(0, 7), st.sampled_from(ALPHABET))
def test_a_guess_never_needs_two_changes(text: str, place: int, sign: str) -> None:
    code = edition_code(text)
    wrong = code[:place] + sign + code[place + 1 :] if code[place] != "-" else code
    assert meant(wrong, {code}) == (() if wrong == code else (code,))
