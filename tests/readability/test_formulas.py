"""The formulas, with the values that their sources or simple arithmetic give."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.readability.formulas import (
    FLESCH_EASE,
    FLESCH_KINCAID,
    FORMULAS,
    OBORNEVA_A,
    OBORNEVA_B,
    OBORNEVA_GRADE,
    PLAIN_GRADE,
    SIS_GRADE,
    SMOG,
    Counts,
    Formula,
    counted,
    formulas,
)

#: Ten words a sentence with 2.2 syllables each; eight with 2.0.
HARDER = Counts(sentences=10, words=100, syllables=220, long_words=30)
EASIER = Counts(sentences=10, words=80, syllables=160, long_words=10)

counts = st.builds(
    Counts,
    sentences=st.integers(1, 99),
    words=st.integers(1, 999),
    syllables=st.integers(1, 4999),
    long_words=st.integers(0, 99),
)


@pytest.mark.parametrize(
    ("formula", "harder", "easier"),
    [
        (OBORNEVA_A, 61.6, 76.2),
        (OBORNEVA_B, 48.3, 64.4),
        (OBORNEVA_GRADE, 7.9, 5.2),
        (SIS_GRADE, 4.3, 2.4),
        (PLAIN_GRADE, 3.9, 0.4),
        (FLESCH_KINCAID, 14.3, 11.1),
        (FLESCH_EASE, 10.6, 29.5),
    ],
    ids=lambda value: getattr(value, "key", None),
)
def test_published_values(formula: Formula, harder: float, easier: float) -> None:
    assert round(formula.figure(HARDER), 1) == harder
    assert round(formula.figure(EASIER), 1) == easier


def test_smog_of_thirty_sentences() -> None:
    assert SMOG.figure(Counts(sentences=30, words=300, syllables=400, long_words=0)) == 3.1291
    assert round(SMOG.figure(Counts(sentences=30, words=300, syllables=400, long_words=25)), 2) == 8.34
    assert SMOG.figure(Counts(15, 150, 200, 50)) == SMOG.figure(Counts(30, 300, 400, 100))


@given(counts)
def test_longer_words_and_sentences_are_never_easier(text: Counts) -> None:
    longer_words = Counts(text.sentences, text.words, text.syllables + 10, text.long_words + 1)
    fewer_sentences = Counts(max(1, text.sentences - 1), text.words, text.syllables, text.long_words)
    for formula in {formula for some in FORMULAS.values() for formula in some}:
        sign = 1 if formula.rising else -1
        assert sign * formula.figure(longer_words) <= sign * formula.figure(text)
        assert sign * formula.figure(fewer_sentences) <= sign * formula.figure(text)


def test_an_empty_text_has_a_figure() -> None:
    for some in FORMULAS.values():
        assert all(isinstance(formula.figure(Counts()), float) for formula in some)


def test_a_target_is_met_as_it_is_told() -> None:
    assert FLESCH_KINCAID.meets(6.04, 6)  # told as 6.0
    assert not FLESCH_KINCAID.meets(6.06, 6)
    assert OBORNEVA_A.meets(59.96, 60)
    assert not OBORNEVA_A.meets(59.94, 60)
    assert (OBORNEVA_A.limit, FLESCH_KINCAID.limit) == ("at least", "at most")


def test_the_variant_of_the_target_is_named() -> None:
    assert formulas("ru")[0].name == "Flesch, Oborneva variant A (2005/2006)"
    assert "variant B" in formulas("ru")[1].name
    assert formulas("en-GB") == formulas("en")
    assert formulas("tg") == ()


def test_counts_of_sentences() -> None:
    found = counted([("one", "three"), (), ("two",)], {"one": 1, "two": 2, "three": 3}.__getitem__)
    assert found == Counts(sentences=2, words=3, syllables=6, long_words=1)
    assert (found.words_a_sentence, found.syllables_a_word) == (1.5, 2.0)
    assert Counts().words_a_sentence == Counts().syllables_a_word == 0
