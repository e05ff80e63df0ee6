"""Abbreviations are told from words that are shouted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from press.lint.words.capitals import capitals
from press.model.project import Project
from tests.lint.words.conftest import Said


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Ask about OST, CBT-based care and BZDs", "en", [("OST", False), ("CBT", False), ("BZDs", False)]),
        ("Do NOT wait, IMPORTANT", "en", [("NOT", True), ("IMPORTANT", True)]),
        ("SMS, QR, USA, stage II, B12, Vitamin C, NarMed, I", "en", []),
        ("Шкала ШОС, при ААС, ПАВ", "ru", [("ШОС", False), ("ААС", False), ("ПАВ", False)]),
        ("НЕ ждите, ВАЖНО, СРОЧНО", "ru", [("НЕ", True), ("ВАЖНО", True), ("СРОЧНО", True)]),
        ("СМС, ВИЧ-инфекция, стадия IV", "ru", []),
        ("An IV drip, two IVs, given IV", "en", [("IV", False), ("IVs", False), ("IV", False)]),
        ("Stage IV, Henry IV, in the IV quarter", "en", []),
        ("NSAIDs and BZDs", "en", [("NSAIDs", False), ("BZDs", False)]),
        ("Licence LO-77-01-0203, law 38-FZ, LLC", "en", []),
        ("ООО, лицензия ЛО-77-01, закон 323-ФЗ", "ru", []),
    ],
)
def test_capitals(text: str, language: str, found: list[tuple[str, bool]], project: Project, said: Said) -> None:
    told = list(capitals(said(text, language), project))
    assert [(one.text, one.ordinary) for one in told] == found
    assert [text[one.start : one.end] for one in told] == [word for word, _ in found]


def test_what_references_are_filled_in_with_is_known(project: Project, said: Said) -> None:
    names = project.clinic.model_copy(update={"names": {"en": "The XYZ clinic"}})
    own = replace(project, clinic=names, prices=project.prices.model_copy(update={"currency": "KZT"}))
    assert list(capitals(said("XYZ asks KZT 500"), own)) == []
    assert [one.text for one in capitals(said("XYZ asks KZT 500"), project)] == ["XYZ", "KZT"]


def test_a_word_known_from_earlier_is_ordinary(project: Project, said: Said) -> None:
    (one,) = capitals(said("One SIP", earlier=("a sip",)), project)
    assert one.ordinary


def test_a_language_without_a_list_knows_no_abbreviation(project: Project, said: Said) -> None:
    assert [one.text for one in capitals(said("SMS", "de"), project)] == ["SMS"]
