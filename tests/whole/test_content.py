"""Our own texts: nothing of what the fact base forbids, and the same structure in both languages."""

from __future__ import annotations

import re

import pytest

from press.load.project import load
from press.model.base import reader_words
from press.model.project import Project
from tests.whole.conftest import ROOT

FORBIDDEN = {
    "en": r"\baddicts?\b|junkie|\babus(?:e|er)\b|\bclean\b|\bdirty\b|cold turkey|codependen|guarantee|\bcure[sd]?\b"
    r"|best price|order now|hopeless|weak will|drug habit",
    "ru": r"наркоман|торчок|созависим|гаранти|слаб\w* вол|деградац|вылечим|излеч|лучш\w* цен|закажите|срыв|передоз\b"
    r"|алкоголик|распущен|притон",
}


@pytest.fixture(scope="module")
def project() -> Project:
    found = load(ROOT).project
    assert found is not None
    return found


def test_no_label_no_promise_no_advertising(project: Project) -> None:
    for (leaflet, language), text in project.texts.items():
        for field, words, owner in reader_words(text):
            found = re.search(FORBIDDEN[language], words, re.IGNORECASE)
            assert found is None, f"{owner.place(field)}: {found and found[0]!r} in {leaflet}"
    for service in project.prices.services:
        for language, pattern in FORBIDDEN.items():
            assert not re.search(pattern, service.names[language], re.IGNORECASE)


def test_the_word_of_the_street_stands_once_at_most(project: Project) -> None:
    for (leaflet, language), text in project.texts.items():
        if language == "ru":
            said = " ".join(words for _, words, _ in reader_words(text))
            assert len(re.findall(r"ломк", said, re.IGNORECASE)) <= 1, leaflet


def test_nothing_dangerous_is_a_stage_of_withdrawal(project: Project) -> None:
    for (leaflet, language), text in project.texts.items():
        for section in text.sections.values():
            for block in section.blocks:
                if block.kind == "timeline":
                    said = " ".join(sign for stage in block.stages for sign in stage.signs).casefold()
                    assert not re.search(r"unconscious|seizure|convuls|без сознания|судорог", said), (leaflet, language)


def test_no_private_number_stands_in_a_red_box(project: Project) -> None:
    for text in project.texts.values():
        for section in text.sections.values():
            for block in section.blocks:
                if block.kind == "triage" and block.level == "red":
                    assert block.line == "emergency"
                    assert not any("{phone" in words for _, words, _ in reader_words(block))


def test_no_exclamation_marks(project: Project) -> None:
    for text in project.texts.values():
        assert [words for _, words, _ in reader_words(text) if "!" in words] == []


def test_every_source_that_is_cited_exists(project: Project) -> None:
    for (leaflet, language), text in project.texts.items():
        for section in text.sections.values():
            for block in section.blocks:
                assert set(block.sources) <= set(project.sources), f"{leaflet}, {language}, {block.key}"
    for service in project.prices.services:
        assert set(service.sources) <= set(project.sources), service.key


def test_all_languages_have_the_same_blocks(project: Project) -> None:
    first, *others = project.clinic.languages
    assert others
    for leaflet in project.leaflets:
        wanted = _outline(project, leaflet, first)
        for language in others:
            assert _outline(project, leaflet, language) == wanted, f"{leaflet}, {language}"


def test_all_languages_say_the_same_numbers(project: Project) -> None:
    """Hours, days, degrees; an only one may be a word in one language and a figure in the other."""
    first, *others = project.clinic.languages
    for leaflet in project.leaflets:
        wanted = _figures(project, leaflet, first)
        for language in others:
            assert _figures(project, leaflet, language) == wanted, f"{leaflet}, {language}"


def _outline(project: Project, leaflet: str, language: str) -> dict[str, list[tuple[str, str, tuple[str, ...]]]]:
    """The blocks of each section: key, kind, sources."""
    return {
        key: [(block.key, block.kind, block.sources) for block in section.blocks]
        for key, section in project.texts[leaflet, language].sections.items()
    }


def _figures(project: Project, leaflet: str, language: str) -> dict[str, list[int]]:
    """The figures of each section, in the order of their size; references apart."""
    found = {}
    for key, section in project.texts[leaflet, language].sections.items():
        said = " ".join(re.sub(r"\{.*?\}", "", words) for _, words, _ in reader_words(section))
        found[key] = sorted(int(figure) for figure in re.findall(r"\d+", said) if figure != "1")
    return found
