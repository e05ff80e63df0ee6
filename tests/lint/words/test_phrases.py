"""Words and phrases are found in all their forms, and only they."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.lint.words.phrases import Lexicon, atoms, longest, phrase, sentence_around
from press.model.word_list import AvoidedWords


def matched(written: str, text: str, language: str = "en") -> list[str]:
    found = Lexicon([(written, None)], language).find(text)
    return [text[match.start : match.end] for match in found]


@pytest.mark.parametrize(
    ("written", "text", "found"),
    [
        ("addict", "Addict, ADDICTS, an addict’s, addicts' and addicted", ["Addict", "ADDICTS", "addict’s", "addicts"]),
        ("junky", "junkies, junky", ["junkies", "junky"]),
        ("wish", "wishes", ["wishes"]),
        ("day", "days", ["days"]),
        (
            "cold turkey",
            "cold turkey, cold-turkey, cold\nturkey, cold, turkey",
            ["cold turkey", "cold-turkey", "cold\nturkey"],
        ),
        ("ex-addict", "ex-addict, ex addicts, addict", ["ex-addict", "ex addicts"]),
        ("user", "user-friendly, heroin-user", ["user", "user"]),
        ("“weak” will", "“weak will”", ["weak will"]),
        ("= got clean", "got clean, gots clean", ["got clean"]),
        ("= get/got clean", "get clean, got clean, gets clean", ["get clean", "got clean"]),
        ("= is now? clean", "is clean, is now clean, is not clean", ["is clean", "is now clean"]),
        ("= is now? very? clean", "is now very clean", ["is now very clean"]),
        (
            "to slip up",
            "slips up, slipped up, slipping up, slip up",
            ["slips up", "slipped up", "slipping up", "slip up"],
        ),
        ("to degrade", "degrades, degraded, degrading, degradation", ["degrades", "degraded", "degrading"]),
        ("to carry", "carries, carried, carrying", ["carries", "carried", "carrying"]),
        ("to push", "pushes, pushed", ["pushes", "pushed"]),
        ("= nobody … returns", "Nobody here, we say, ever returns.", ["Nobody here, we say, ever returns"]),
        ("= nobody … ever? goes back", "nobody here goes back", ["nobody here goes back"]),
        ("= nobody … returns", "Nobody knows. She returns; nobody waits; he returns\nnobody\nreturns", []),
        (
            "= nobody … returns",
            "nobody one two three four five six returns",
            ["nobody one two three four five six returns"],
        ),
        ("= nobody … returns", "nobody one two three four five six seven returns", []),
        ("= … nobody returns …", "nobody returns", ["nobody returns"]),
        ("he's high", "he’s high", ["he’s high"]),
        ("= won't live", "won’t live", ["won’t live"]),
    ],
)
def test_english(written: str, text: str, found: list[str]) -> None:
    assert matched(written, text) == found


@pytest.mark.parametrize(
    ("written", "text", "found"),
    [
        ("ломка", "Ломки, ломкой; ломкий, ЛОМКУ, ло\u0301мка", ["Ломки", "ломкой", "ЛОМКУ", "ло\u0301мка"]),
        ("слабая воля", "слабой воле, слабая воля, слабый, воля", ["слабой воле", "слабая воля"]),
        ("жёсткая любовь", "жесткой любви и жёсткая любовь", ["жесткой любви", "жёсткая любовь"]),
        ("сорваться", "он сорвался, они сорвались, сорвавшись", ["сорвался", "сорвались", "сорвавшись"]),
        ("= под кайфом", "под кайфом, под кайф", ["под кайфом"]),
        ("экс-наркоман", "экс-наркоманы", ["экс-наркоманы"]),
        ("наркоман", "мать-наркоман", ["наркоман"]),
        ("= любой кто пил", "любой, кто пил; любой кто пил; любой, пил", ["любой, кто пил", "любой кто пил"]),
        ("гроб … сын", "у гроба, где лежит сын", ["гроба, где лежит сын"]),
    ],
)
def test_russian(written: str, text: str, found: list[str]) -> None:
    assert matched(written, text, "ru") == found


def test_of_a_language_without_forms_the_words_themselves() -> None:
    assert matched("Hilfe", "Hilfe, Hilfen", "de") == ["Hilfe"]


def test_atoms_know_their_places() -> None:
    text = "«Под-шит», don’t"
    assert [text[atom.start : atom.end] for atom in atoms(text)] == ["Под", "шит", "don’t"]
    assert [atom.text for atom in atoms(text)] == ["под", "шит", "don't"]


def test_of_matches_that_share_words_the_longest_is_meant() -> None:
    lexicon = Lexicon([("former", 3), ("addict", 1), ("former addict", 2)], "en")
    matches = lexicon.find("An addict and a former addict")
    assert [match.filed for match in longest(matches)] == [1, 2]


def test_the_sentence_around_a_place() -> None:
    assert sentence_around("One. Two.", 5, "en").text == "Two."
    assert sentence_around("One. Two.", 99, "en").text == "One. Two."


@given(st.text(alphabet="=/? -ao…", max_size=12).filter(lambda words: any(map(str.isalpha, words))))
def test_no_phrase_that_a_list_may_hold_breaks_anything(written: str) -> None:
    """Whatever an author types, it is looked for or never found."""
    entry = AvoidedWords(words=(written,), sources=("s",))
    assert isinstance(phrase(entry.words[0], "en"), tuple)
    Lexicon([(entry.words[0], None)], "en").find("a o a-o oa")
