from __future__ import annotations

from press.model.format import TypeStep
from tests.papers import a_format

SCALE = {"title": {"size": 16, "line": 17}, "body": {"size": 11, "line": 13}}


def test_a_language_may_have_its_own_sizes() -> None:
    format = a_format(scale=SCALE, scale_for={"ru": {"title": {"size": 15, "line": 16}}})
    assert format.type_scale("ru") == {"title": TypeStep(size=15, line=16), "body": TypeStep(size=11, line=13)}


def test_other_languages_keep_the_common_sizes() -> None:
    format = a_format(scale=SCALE, scale_for={"ru": {"title": {"size": 15, "line": 16}}})
    assert format.type_scale("en") == {"title": TypeStep(size=16, line=17), "body": TypeStep(size=11, line=13)}
    assert format.type_scale("ru") != format.type_scale("en")
    assert format.scale["title"].size == 16
