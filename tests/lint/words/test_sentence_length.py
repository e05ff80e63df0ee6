"""Sentences that are too long for who reads them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from press.errors import Place
from press.lint.words.passages import Passage, Role
from press.lint.words.rule import Finding, examples
from press.lint.words.sentence_length import RULE
from press.lint.words.targets import longest
from press.model.project import Project

BODY = Passage("leaflet", "en", "section", "block", Role.BODY, "text", "", Place("en.yaml", 1, 1))


def said(text: str, role: Role = Role.BODY, language: str = "en") -> Passage:
    return replace(BODY, text=text, role=role, language=language)


def found(passage: Passage, project: Project | None = None) -> list[Finding]:
    return list(RULE.find(passage, project))  # type: ignore[arg-type]  # the rule needs no project


@pytest.mark.parametrize("language", ["en", "ru"])
def test_examples(language: str) -> None:
    for example in examples(RULE.must_fail, language):
        assert len(found(said(example.text, example.role, language))) == 1, example.text
    for example in examples(RULE.must_pass, language):
        assert found(said(example.text, example.role, language)) == [], example.text


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("role", list(Role))
def test_one_word_more_than_the_limit_is_too_many(role: Role, language: str) -> None:
    most = longest(language, role)
    assert most
    assert found(said("word " * most, role, language)) == []
    (finding,) = found(said("word " * (most + 1), role, language))
    assert f"{most + 1} words" in finding.message
    assert f"{most} are the most" in finding.message


def test_the_very_sentence_is_meant() -> None:
    long = "A " + "word " * 21 + "end."
    (finding,) = found(said(f"Stay. {long} Call."))
    assert (finding.start, finding.length) == (len("Stay. "), len(long))


def test_emergency_is_shorter_than_anything_else() -> None:
    for language in ("en", "ru"):
        limits = [longest(language, role) or 0 for role in Role if role is not Role.EMERGENCY]
        assert min(limits) >= (longest(language, Role.EMERGENCY) or 0)


def test_a_language_without_a_limit_is_left_alone() -> None:
    assert found(said("word " * 99, language="tg")) == []


@pytest.mark.parametrize(
    ("text", "idea"),
    [
        ("one, " * 22 + "end", "It is a list"),
        ("word " * 10 + "end; " + "word " * 12, "fits after “word word end”"),
        ("word " * 10 + "comma, " + "word " * 12, "fits after “word word comma”"),
        ("word " * 10 + "here and " + "word " * 12, "fits after “word word here”"),
        ("far, " + "word " * 22, "Say it in two sentences"),  # a cut at the edge would help nobody
    ],
)
def test_ideas_for_a_cut(text: str, idea: str) -> None:
    (finding,) = found(said(text.strip()))
    assert idea in finding.instead
