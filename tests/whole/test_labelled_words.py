"""The checks of words against the labelled sentences: faults are found, fine sentences are left alone."""

from __future__ import annotations

import pytest

from press.lint.words.passages import Role
from tests.labelled import CODES, LANGUAGES, Half, Labelled, labelled
from tests.labelled.measure import Judged, judged, left_alone, misjudged, score
from tests.labelled.report import PAGE, Measured, filled, measured

#: Least precision and recall over everything.
FLOORS = {Half.TUNE: (0.97, 0.95), Half.HELD_OUT: (0.95, 0.85), Half.FRESH: (0.9, 0.6)}
#: Least recall of each check; of the fresh sentences there are too few of a kind.
EACH = {Half.TUNE: 0.85, Half.HELD_OUT: 0.7}


@pytest.fixture(scope="module")
def found() -> Measured:
    """Every labelled sentence with what the checks say of it."""
    return measured()


def half_of(found: Measured, language: str, half: Half) -> list[Judged]:
    return [one for one in found[language] if one.sentence.half is half]


def told(of: list[Judged]) -> str:
    return "\n" + "\n".join(map(str, misjudged(of)))


@pytest.mark.parametrize("half", Half)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_checks_agree_with_the_editor(found: Measured, language: str, half: Half) -> None:
    sentences = half_of(found, language, half)
    precision, recall = FLOORS[half]
    whole = score(sentences)
    assert whole.precision >= precision, told(sentences)
    assert whole.recall >= recall, told(sentences)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("half", EACH)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_check_finds_most_of_its_faults(found: Measured, language: str, half: Half, code: str) -> None:
    sentences = [one for one in half_of(found, language, half) if code in one.sentence.expect | one.told]
    assert score(sentences, [code]).recall >= EACH[half], told(sentences)


@pytest.mark.parametrize("half", Half)
@pytest.mark.parametrize("language", LANGUAGES)
def test_fine_sentences_are_left_alone(found: Measured, language: str, half: Half) -> None:
    some, of = left_alone(half_of(found, language, half))
    assert some >= 0.93 * of, told([one for one in half_of(found, language, half) if not one.sentence.expect])


def test_only_codes_that_editors_know_are_told(found: Measured) -> None:
    assert {code for all_ in found.values() for one in all_ for code in one.told} <= {*CODES}


def test_the_tables_of_the_guide_are_up_to_date(found: Measured) -> None:
    page = PAGE.read_text("utf-8")
    assert filled(page, found) == page, "run: python -m tests.labelled.report"


@pytest.mark.parametrize("language", LANGUAGES)
def test_fresh_sentences_are_many_or_none_and_half_have_a_fault(language: str) -> None:
    sentences = [one for one in labelled(language) if one.half is Half.FRESH]
    fine = sum(not one.expect for one in sentences)
    assert not sentences or (len(sentences) >= 40 and 0.4 <= fine / len(sentences) <= 0.6)


@pytest.mark.parametrize("half", EACH)
@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_sentences_of_every_kind(language: str, half: Half) -> None:
    sentences = [one for one in labelled(language) if one.half is half]
    counts = {code: sum(code in one.expect for one in sentences) for code in CODES}
    assert len(sentences) >= 100
    assert sum(not one.expect for one in sentences) >= 0.4 * len(sentences)
    assert {code for code, count in counts.items() if count < (4 if code == "words-hard" else 8)} == set()
    assert {one.role for one in sentences} == {*Role}


def sentence(text: str, *expect: str) -> Labelled:
    return Labelled("en", text, Role.BODY, frozenset(expect), Half.TUNE)


def test_a_score_counts_what_is_right_wrong_and_missed() -> None:
    stigma, fear, unit = "words-stigma", "words-fear", "words-unit"
    verdicts = {"right": {stigma}, "both": {stigma, unit}, "fine": set[str](), "alarm": {fear}}
    sentences = [sentence("right", stigma), sentence("both", stigma, fear), sentence("fine"), sentence("alarm")]
    found = judged(sentences, lambda one: frozenset(verdicts[one.text]))
    whole = score(found)
    assert (whole.right, whole.wrong, whole.missed) == (2, 2, 1)
    assert (whole.precision, whole.recall) == (0.5, 2 / 3)
    assert score(found, [stigma]).precision == score(found, [stigma]).recall == 1
    assert score(found, [fear]).recall == 0
    assert left_alone(found) == (1, 2)
    assert [one.sentence.text for one in misjudged(found)] == ["both", "alarm"]
    assert str(misjudged(found)[0]) == "en tune: missed words-fear, wrongly told words-unit: both"
