"""Texts that are harder to read than their readers need."""

from __future__ import annotations

from dataclasses import replace

import pytest

from press.errors import Place
from press.lint.words.passages import Passage, Role
from press.lint.words.reading_level import RULE, Reading, easy_words, hard_texts, readings
from press.lint.words.rule import Finding, examples
from press.readability.formulas import Counts

BODY = Passage("leaflet", "en", "section", "block", Role.BODY, "text", "", Place("en.yaml", 1, 1))
HARD = "Administration of medication necessitates immediate professional consultation. "
EASY = "Stay with them and speak in a calm voice. "
HARD_RUSSIAN = "Осуществляется незамедлительная госпитализация пострадавшего специалистами учреждения. "


def said(text: str, role: Role = Role.BODY, block: str = "block", language: str = "en") -> Passage:
    return replace(BODY, text=text.strip(), role=role, block=block, language=language)


def hard(*passages: Passage) -> list[tuple[Passage, Finding]]:
    return list(hard_texts(passages, None))  # type: ignore[arg-type]  # the rule needs no project


@pytest.mark.parametrize("language", ["en", "ru"])
def test_examples(language: str) -> None:
    for example in examples(RULE.must_fail, language):
        passage = said(example.text, example.role, language=language)
        assert len(list(RULE.find(passage, None))) == 1, example.text  # type: ignore[arg-type]
        assert len(hard(passage)) == 1, example.text
    for example in examples(RULE.must_pass, language):
        passage = said(example.text, example.role, language=language)
        assert list(RULE.find(passage, None)) == [], example.text  # type: ignore[arg-type]
        assert hard(passage) == [], example.text


# What is judged --------------------------------------------------------------------------------------------


def test_a_short_text_is_not_judged() -> None:
    assert hard(said(HARD * 4)) == []  # 28 words
    assert len(hard(said(HARD * 5))) == 1
    two_sentences = f"{HARD.strip()[:-1]} {HARD.strip()[:-1]} {HARD}" * 2
    assert hard(said(two_sentences)) == []


def test_a_block_is_judged_with_all_its_passages() -> None:
    passages = [said(HARD * 2, block="one"), said(HARD * 2, block="one"), said(HARD, block="one")]
    ((passage, finding),) = hard(*passages)
    assert passage in passages
    assert "the block “one” is hard to read: Flesch-Kincaid grade" in finding.message
    assert "running text should have at most 6" in finding.message


def test_blocks_too_short_alone_are_judged_together() -> None:
    ((_, finding),) = hard(*(said(HARD, block=str(number)) for number in range(6)))
    assert finding.message.startswith("running text, taken together, is hard to read")


def test_a_role_is_not_blamed_again_for_its_block() -> None:
    found = hard(said(HARD * 6, block="one"), said(HARD, block="two"))
    assert len(found) == 1


def test_a_title_is_judged_with_its_block_and_a_label_is_not() -> None:
    title, label = said(HARD * 3, Role.TITLE), said(HARD * 30, Role.LABEL)
    assert hard(title, label) == []
    assert len(hard(title, said(HARD * 2), label)) == 1


def test_a_price_list_is_not_judged() -> None:
    assert hard(said(HARD * 20, Role.PRICE)) == []


def test_emergency_text_has_to_be_simpler() -> None:
    middling = "Somebody has to remain beside the person, all day and all night. " * 4
    assert hard(said(middling)) == []
    ((_, finding),) = hard(said(middling, Role.EMERGENCY))
    assert "at most 5" in finding.message


def test_the_variant_of_the_russian_formula_is_named() -> None:
    ((_, finding),) = hard(said(HARD_RUSSIAN * 6, language="ru"))
    assert "Flesch, Oborneva variant A (2005/2006)" in finding.message
    assert "at least 60" in finding.message


def test_smog_is_judged_from_thirty_sentences_on() -> None:
    counts = Counts(sentences=29, words=145, syllables=160, long_words=60)
    assert Reading(Role.BODY, "en", counts).missed() == ()
    more = replace(counts, sentences=30, words=150)
    assert [formula.key for formula in Reading(Role.BODY, "en", more).missed()] == ["smog"]


def test_a_language_without_formulas_is_left_alone() -> None:
    assert hard(said(HARD * 10, language="tg")) == []
    assert readings([said(HARD * 10, language="tg")], "tg") == ()


# What is told ----------------------------------------------------------------------------------------------


def test_the_hardest_sentence_is_shown() -> None:
    hardest = "Institutionalization necessitates multidisciplinary considerations immediately."
    ((passage, finding),) = hard(said(f"{EASY}{HARD * 5}{hardest} {EASY}"))
    assert passage.text[finding.start : finding.start + finding.length] == hardest


def test_the_hardest_sentence_of_a_russian_text_is_shown() -> None:
    easy = "Будьте рядом и говорите тихо. "
    ((passage, finding),) = hard(said(f"{easy}{HARD_RUSSIAN * 6}{easy}", language="ru"))
    assert passage.text[finding.start : finding.start + finding.length] == HARD_RUSSIAN.strip()


def test_plainer_words_are_proposed_first() -> None:
    ((_, finding),) = hard(said("Extraordinary. Multidisciplinary. Immediately administer medication. " * 6))
    long_words = finding.instead.partition("Long words here: ")[2]
    assert long_words.startswith("administer (plainer: give)") or long_words.startswith(
        "Immediately (plainer: at once)"
    )
    assert "medication (plainer: medicine)" in long_words
    assert long_words.index("Multidisciplinary") > long_words.index("medication")


# For the report --------------------------------------------------------------------------------------------


def test_readings_of_a_leaflet_by_role() -> None:
    passages = [said(EASY), said("Call. Stay."), said("Call 103.", Role.EMERGENCY), said("Names", Role.TITLE)]
    found = {reading.role: reading.counts for reading in readings(passages, "en")}
    assert found == {
        Role.EMERGENCY: Counts(sentences=1, words=2, syllables=2, long_words=0),
        Role.BODY: Counts(sentences=3, words=11, syllables=11, long_words=0),
    }


def test_words_that_must_stay_count_as_easy_unless_told_otherwise() -> None:
    passages = [said("Naloxone works. Naloxone, please.")]
    (eased,), (strict,) = readings(passages, "en"), readings(passages, "en", strict=True)
    assert (eased.counts.syllables, eased.counts.long_words) == (6, 0)
    assert (strict.counts.syllables, strict.counts.long_words) == (8, 2)
    assert easy_words(passages, "en") == {"naloxone": 2}
    assert easy_words([said("Naloxone", Role.TITLE)], "en") == {}
