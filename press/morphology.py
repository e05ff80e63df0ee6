"""Inflected Russian words, by the dictionary of pymorphy3; the dictionary is read when first asked for."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

#: Forms that may stand in a list of words as they are; nouns and the like do in the nominative.
_DICTIONARY = frozenset(("INFN", "ADJS", "PRTS"))
_NAMING = frozenset(("NOUN", "ADJF", "PRTF", "NPRO"))
_PARTS = _DICTIONARY | _NAMING
#: An adjective or participle stands for its short forms too.
_FAMILIES = {"ADJF": frozenset(("ADJF", "ADJS")), "PRTF": frozenset(("PRTF", "PRTS"))}
#: Marks that all forms of a family share: the best, the passive, the past.
_OWN = frozenset(("Supr", "pssv", "actv", "past", "pres"))
_MARKS = str.maketrans({"ё": "е", "\u0301": None, "\u00ad": None})


def folded(word: str) -> str:
    """The word as it is compared: small letters, ё as е, no stress mark, no soft hyphen."""
    return word.lower().translate(_MARKS)


@lru_cache(maxsize=4096)
def forms(word: str) -> frozenset[str]:
    """All forms of a word that is given in a dictionary form, folded; any other form stands for itself alone."""
    meant = next(filter(_is_dictionary_form, _analyzer().parse(word.lower())), None)
    if meant is None:
        return frozenset((folded(word),))
    kin = (form.word for form in meant.lexeme if _are_kin(meant.tag.grammemes, form.tag.grammemes))
    return frozenset(map(folded, (word, *kin)))


@lru_cache(maxsize=8192)
def lemmas(word: str) -> frozenset[str]:
    """The dictionary forms a word may belong to, folded."""
    return frozenset(folded(parse.normal_form) for parse in _analyzer().parse(word.lower()))


@lru_cache(maxsize=4096)
def is_common(word: str) -> bool:
    """Whether the dictionary has the word, and not merely as an abbreviation."""
    if not _analyzer().word_is_known(word.lower()):
        return False
    return any("Abbr" not in parse.tag for parse in _analyzer().parse(word.lower()))


@lru_cache(maxsize=8192)
def passive_verb(word: str) -> str:
    """The verb whose short passive participle the word most likely is (указан: указать), or nothing."""
    likeliest = _analyzer().parse(word.lower())[0]
    return folded(likeliest.normal_form) if "PRTS" in likeliest.tag and "pssv" in likeliest.tag else ""


@lru_cache(maxsize=8192)
def is_verb(word: str) -> bool:
    """Whether the word most likely is a verb that somebody does (умерли, повторите), not an infinitive."""
    return "VERB" in _analyzer().parse(word.lower())[0].tag


@lru_cache(maxsize=8192)
def is_order(word: str) -> bool:
    """Whether the word most likely tells somebody to do something (повторите)."""
    return "impr" in _analyzer().parse(word.lower())[0].tag


@lru_cache(maxsize=8192)
def is_singular(word: str) -> bool:
    """Whether a noun or adjective can only be singular in this form; short forms such as мл are neither."""
    tags = [parse.tag for parse in _analyzer().parse(word.lower())]
    return all(
        tag.POS in ("NOUN", "ADJF") and tag.number == "sing" and not {"Fixd", "Abbr"} & tag.grammemes for tag in tags
    )


@lru_cache(maxsize=8192)
def reflexive_passive(word: str) -> str:
    """The verb in -ся that the word is a third person or past of, if without -ся it takes an object; or nothing."""
    likeliest = _analyzer().parse(word.lower())[0]
    tag, verb = likeliest.tag, likeliest.normal_form
    if not {"VERB", "indc"} <= tag.grammemes or {"1per", "2per"} & tag.grammemes or not verb.endswith(("ся", "сь")):
        return ""
    plain = list(_analyzer().parse(verb[:-2])) if _analyzer().word_is_known(verb[:-2]) else []
    if not any({"INFN", "tran"} <= one.tag.grammemes for one in plain):
        return ""
    # Some are in the dictionary as what is yet to come: организуется of both aspects, вывозятся of a rarer verb.
    is_going_on = "impf" in tag or word.lower().endswith(("уется", "уются")) or "impf" in plain[0].tag
    return folded(verb) if is_going_on else ""


def _is_dictionary_form(parse: Any) -> bool:
    marks = parse.tag.grammemes
    return bool(marks & _DICTIONARY) or ("nomn" in marks and bool(marks & _NAMING))


def _are_kin(meant: Any, form: Any) -> bool:
    """Whether a form of the same family is meant too: not the verb of a participle, not the adverb of an adjective."""
    if "INFN" in meant:
        return True
    (part,) = meant & _PARTS
    kin = frozenset((part,)) if part in ("ADJS", "PRTS") else _FAMILIES.get(part, frozenset((part,)))
    return bool(form & kin) and meant & _OWN == form & _OWN


@lru_cache(maxsize=1)
def _analyzer() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer()
