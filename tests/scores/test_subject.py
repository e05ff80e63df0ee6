"""What is asked of a leaflet that is scored."""

from __future__ import annotations

from press.model.blocks import Text, Triage
from tests.scores.making import RED, a_setting, a_subject, text_block


def test_blocks_by_kind() -> None:
    subject = a_subject(text_block("One."), RED)
    assert [block.key for block in subject.blocks(Text)] == ["text"]
    assert [block.key for block in subject.blocks(Text, Triage)] == ["text", "red"]


def test_sentences_by_role() -> None:
    subject = a_subject(text_block("One. Two."), role="emergency")
    assert [one.text for one in subject.sentences()] == ["One.", "Two."]
    assert subject.sentences("body") == ()
    assert len(subject.sentences("body", "emergency")) == 2


def test_the_longest_passage() -> None:
    assert a_subject(text_block("One two."), text_block("One two three.")).longest_passage() == (3, "main")


def test_a_level_of_the_type_scale() -> None:
    assert a_setting(body=11).step("body", "ru").size == 11
