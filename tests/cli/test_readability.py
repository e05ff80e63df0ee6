"""`words`: reading level, scores and what is left to a person."""

from __future__ import annotations

import json
from typing import Any

import pytest

from press.cli.main import main
from tests.conftest import Sample

RUSSIAN = "content/leaflets/when-to-call/ru.yaml"
ENGLISH = "content/leaflets/when-to-call/en.yaml"
LONG = "Stay with them and give them water in small sips all day long. " * 4


class Words:
    """Types `words` and keeps what was said."""

    def __init__(self, sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
        self.sample, self._capsys = sample, capsys

    def __call__(self, *words: str, code: int = 0) -> str:
        assert main(["words", *words], self.sample.root) == code
        said = self._capsys.readouterr()
        return said.err if code else said.out

    def data(self, *words: str) -> list[dict[str, Any]]:
        leaflets: list[dict[str, Any]] = json.loads(self("--json", *words))["leaflets"]
        return leaflets

    def one(self, language: str) -> dict[str, Any]:
        (found,) = self.data("--language", language)
        return found


@pytest.fixture
def words(sample: Sample, capsys: pytest.CaptureFixture[str]) -> Words:
    return Words(sample, capsys)


def test_every_leaflet_is_told_in_every_language(words: Words) -> None:
    told = words()
    assert "when-to-call (en): When to call" in told
    assert "when-to-call (ru): When to call" in told
    assert told.count("What a person looks at") == 1
    assert "Read the leaflet with a family." in told


def test_a_choice_tells_its_part(words: Words) -> None:
    assert [one["language"] for one in words.data("--leaflet", "when-to-call", "--language", "ru")] == ["ru"]


def test_what_does_not_exist_is_refused(words: Words) -> None:
    assert "There is no leaflet 'when-to-cal'" in words("--leaflet", "when-to-cal", code=2)


def test_broken_content_is_told(words: Words) -> None:
    words.sample.write(ENGLISH, "language: en\nlanguage: en\n")
    assert ENGLISH in words(code=1)


def test_too_little_text_is_not_judged(words: Words) -> None:
    assert "too short to judge: a formula needs 30 words and 3 sentences" in words()
    levels = words.one("en")["reading_level"]
    assert {level["enough_to_judge"] for level in levels} == {False}
    assert {formula["met"] for level in levels for formula in level["formulas"]} == {None}


def test_each_formula_is_named_with_its_target(words: Words) -> None:
    for file in (ENGLISH, RUSSIAN):
        words.sample.change(file, "Which signs mean that help is needed now.", LONG)
    english, russian = words("--language", "en"), words("--language", "ru")
    assert "good: Flesch-Kincaid grade" in english
    assert "asked at most 6" in english
    assert "SMOG grade" in english
    assert "(too few sentences to judge)" in english
    assert "Flesch, Oborneva variant A (2005/2006)" in russian
    assert "Flesch, Oborneva variant B (Kazan group)" in russian
    (body,) = (level for level in words.one("ru")["reading_level"] if level["role"] == "body")
    assert body["formulas"][0]["key"] == "flesch-ru-a"
    assert body["formulas"][0]["target"] == 60
    assert "70 is the aim" in body["target_from"]


def test_hard_text_is_called_too_hard(words: Words) -> None:
    hard = "Administration of additional medication necessitates immediate consultation. " * 6
    words.sample.change(ENGLISH, "Which signs mean that help is needed now.", hard)
    assert "too hard: Flesch-Kincaid grade" in words("--language", "en")
    (body,) = (level for level in words.one("en")["reading_level"] if level["role"] == "body")
    assert body["formulas"][0]["met"] is False


def test_words_that_must_stay_are_named_and_both_figures_told(words: Words) -> None:
    words.sample.change(ENGLISH, "Which signs mean that help is needed now.", LONG + "Give naloxone. Naloxone helps.")
    told = words("--language", "en")
    assert "Counted as easy, because they must stay (2 times): naloxone" in told
    found = words.one("en")
    assert found["counted_as_easy"] == {"naloxone": 2}
    (body,) = (level for level in found["reading_level"] if level["role"] == "body")
    assert body["formulas"][0]["every_word_as_spoken"] > body["formulas"][0]["figure"]


def test_the_longest_sentence_and_the_passives_are_told(words: Words) -> None:
    words.sample.change(
        ENGLISH, "Which signs mean that help is needed now.", "The dose is given by the doctor, and nobody else at all."
    )
    told = words("--language", "en")
    assert "Longest sentence: 12 words. “The dose is given" in told
    assert "In the passive: 2 of " in told
    given = "The dose is given by the doctor, and nobody else at all."
    assert words.one("en")["passive"] == [given, "The person cannot be woken."]


def test_a_sign_is_no_order_that_hides_who_acts(words: Words) -> None:
    def call() -> dict[str, str]:
        (found,) = (item for item in words.one("en")["scores"][1]["items"] if item["number"] == "6")
        return {"verdict": found["verdict"], "evidence": found["evidence"]}

    assert call()["verdict"] == "met"  # although somebody “cannot be woken”
    words.sample.change(ENGLISH, "Breathing is slow or has stopped.", "Naloxone should be given.")
    assert call() == {"verdict": "not met", "evidence": "does not say who acts: “Naloxone should be given.”"}


def test_scores_are_of_computed_items_and_name_the_others(words: Words) -> None:
    told = words("--language", "en")
    assert "PEMAT-P (understandability 1–19, actionability 20–26): " in told
    assert "computed items met" in told
    assert "not met: 4. a typeface with serifs." in told
    assert "needs a person: 12, 15, 16" in told
    assert "15. white space, about two fifths of the page: hold a page" in told


def test_data_has_every_item_with_its_evidence(words: Words) -> None:
    scores = {score["key"]: score["items"] for score in words.one("en")["scores"]}
    assert {key: len(items) for key, items in scores.items()} == {"pemat-p": 24, "cdc-cci": 20, "bald": 16}
    assert all(item["evidence"] and item["verdict"] for items in scores.values() for item in items)
    (type_size,) = (item for item in scores["bald"] if item["number"] == "5")
    assert type_size["evidence"] == "body 12 pt on a5"


def test_the_format_decides_about_type_and_lines(words: Words) -> None:
    words.sample.change("templates/formats/a5.yaml", "size: 12", "size: 10")
    told = words("--language", "en")
    assert "body below 12 pt: 10 pt on a5" in told.replace("Body", "body")
    assert "132 mm" in told  # 148 less two margins of 8


def test_style_sheets_are_read(words: Words) -> None:
    assert "not met: 3." not in words("--language", "en").split("BALD")[1]
    words.sample.write("styles/base.css", "p { text-align: justify }")
    assert "not met: 3. lines ragged on the right." in words("--language", "en").split("BALD")[1]


def test_signs_of_the_content_do_not_steer_the_terminal(words: Words) -> None:
    words.sample.change(ENGLISH, "title: When to call\nsummary", 'title: "When\\e[31m"\nsummary')
    assert "\x1b" not in words("--language", "en")
