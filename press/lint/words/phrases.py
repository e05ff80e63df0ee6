"""Finds words and phrases in any of their forms.

How a phrase is written: `cold turkey` stands for its dictionary forms and all that is made of them;
`= get/got clean` for these very forms; `to degrade` for the forms of an English verb;
`a/b` for one or the other; `surely/soon?` for a word that may be missing.
Capital letters, ё or е, and hyphens or spaces make no difference.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from press import morphology
from press.sentences import Sentence, sentences, words

T = TypeVar("T")


class Atom(NamedTuple):
    """A part of a text between spaces and hyphens, folded, and where it stands."""

    text: str
    start: int
    end: int


class Slot(NamedTuple):
    """The forms one word of a phrase may have."""

    forms: frozenset[str]
    optional: bool = False


class Match(NamedTuple, Generic[T]):
    """Where a phrase stands, and what was filed under it."""

    start: int
    end: int
    filed: T


#: What may stand between two words of a phrase: a space, a hyphen, quotes.
_GAP = re.compile("[\\s\u2010\u2011\"'«»“”„‘’-]*")
_QUOTES = str.maketrans(dict.fromkeys('"«»“”„'))
_HYPHEN = re.compile("[^-\u2010\u2011]+")


def listed(words: str) -> frozenset[str]:
    """The words of a list that is written in a row."""
    return frozenset(words.split())


@lru_cache(maxsize=4096)
def atoms(text: str) -> tuple[Atom, ...]:
    """The words of `text`, compounds taken apart."""
    found = []
    for word in words(text):
        for part in _HYPHEN.finditer(word.text):
            start = word.start + part.start()
            found.append(Atom(_folded(part.group()), start, start + len(part.group())))
    return tuple(found)


@lru_cache(maxsize=4096)
def sentence_around(text: str, at: int, language: str) -> Sentence:
    """The sentence of `text` in which the character `at` stands."""
    return next(
        (one for one in sentences(text, language) if one.start <= at < one.start + len(one.text)), Sentence(text, 0)
    )


@lru_cache(maxsize=4096)
def phrase(written: str, language: str) -> tuple[Slot, ...]:
    """What a phrase of the lists stands for."""
    exactly = written.startswith("=")
    verb = language == "en" and written.startswith("to ")
    parts = written.translate(_QUOTES).lstrip("= ").removeprefix("to " if verb else "").split()
    forms = _itself if exactly else _FORMS.get(language, _itself)
    slots: list[Slot] = []
    for number, part in enumerate(parts):
        widened = _verb_forms if verb and not number else forms
        optional = part.endswith("?")
        slots += _slots(part.removesuffix("?").split("/"), widened, optional)
    return tuple(slots)


def _slots(choices: list[str], forms: Callable[[str], frozenset[str]], optional: bool) -> Iterator[Slot]:
    """One slot, or for a compound (ex-addict) one for each of its parts."""
    if len(choices) == 1:
        for part in _HYPHEN.findall(choices[0]):
            yield Slot(forms(part), optional)
    else:
        yield Slot(frozenset().union(*map(forms, choices)), optional)


class Lexicon(Generic[T]):
    """Phrases of one language with what is filed under each."""

    def __init__(self, filed: Iterable[tuple[str, T]], language: str) -> None:
        self._by_first: dict[str, list[tuple[tuple[Slot, ...], T]]] = {}
        for written, one in filed:
            slots = phrase(written, language)
            for form in slots[0].forms:
                self._by_first.setdefault(form, []).append((slots, one))

    def find(self, text: str) -> tuple[Match[T], ...]:
        """Every match in `text`, also of phrases that share words."""
        parts = atoms(text)
        found = []
        for number, part in enumerate(parts):
            for slots, one in self._by_first.get(part.text, ()):
                last = _last(parts, number, slots, 0, text)
                if last is not None:
                    found.append(Match(part.start, parts[last].end, one))
        return tuple(found)


def longest(matches: Iterable[Match[T]]) -> tuple[Match[T], ...]:
    """The matches in order, of those that share words the longest."""
    chosen: list[Match[T]] = []
    for match in sorted(matches, key=lambda one: (one.start - one.end, one.start)):
        if all(match.end <= other.start or other.end <= match.start for other in chosen):
            chosen.append(match)
    return tuple(sorted(chosen, key=lambda one: one.start))


def _last(parts: tuple[Atom, ...], number: int, slots: tuple[Slot, ...], slot: int, text: str) -> int | None:
    """The number of the atom that ends the phrase whose slot `slot` is tried at atom `number`."""
    if slot == len(slots):
        return number - 1
    forms, optional = slots[slot]
    joined = number < len(parts) and (not slot or _GAP.fullmatch(text, parts[number - 1].end, parts[number].start))
    if joined and parts[number].text in forms:
        last = _last(parts, number + 1, slots, slot + 1, text)
        if last is not None:
            return last
    return _last(parts, number, slots, slot + 1, text) if optional else None


def _folded(word: str) -> str:
    return morphology.folded(word).replace("\u2019", "'").replace("\u02bc", "'")


def _itself(word: str) -> frozenset[str]:
    return frozenset((_folded(word),))


def _noun_forms(word: str) -> frozenset[str]:
    """An English word, its plural and their possessives."""
    one = _folded(word)
    if re.search("[^aeiou]y$", one):
        many = f"{one[:-1]}ies"
    else:
        many = f"{one}es" if re.search("(s|x|z|ch|sh)$", one) else f"{one}s"
    return frozenset((one, many, f"{one}'s", f"{many}'"))


def _verb_forms(word: str) -> frozenset[str]:
    """A regular English verb: slip, slips, slipped, slipping."""
    one = _folded(word)
    if re.search("[^aeiou]y$", one):
        return frozenset((one, f"{one[:-1]}ies", f"{one[:-1]}ied", f"{one}ing"))
    third = f"{one}es" if re.search("(s|x|z|ch|sh)$", one) else f"{one}s"
    if one.endswith("e"):
        return frozenset((one, third, f"{one}d", f"{one[:-1]}ing"))
    stem = one + one[-1] if re.fullmatch("[^aeiou]*[aeiou][bdgmnprt]", one) else one
    return frozenset((one, third, f"{stem}ed", f"{stem}ing"))


_FORMS: Mapping[str, Callable[[str], frozenset[str]]] = {"en": _noun_forms, "ru": morphology.forms}
