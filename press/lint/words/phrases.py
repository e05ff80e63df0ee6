"""Finds words and phrases in any of their forms.

How a phrase is written: `cold turkey` stands for its dictionary forms and all that is made of them;
`= get/got clean` for these very forms; `to degrade` for the forms of an English verb;
`a/b` for one or the other; `surely/soon?` for a word that may be missing; `nobody … returns` for both with
some words between them.
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
    """The forms one word of a phrase may have; `far`: other words may stand before it."""

    forms: frozenset[str]
    optional: bool = False
    far: bool = False


class Match(NamedTuple, Generic[T]):
    """Where a phrase stands, and what was filed under it."""

    start: int
    end: int
    filed: T


#: What may stand between two words of a phrase: a space, a hyphen, quotes.
_GAP = re.compile("[\\s\u2010\u2011\"'«»“”„‘’-]*")
#: What ends the words between two distant words of a phrase, and how many they may be.
_STOP = re.compile("[.!?;\n]")
_REACH = 6
_FAR = "…"
_COMMA_GAP = re.compile(",?" + _GAP.pattern)
#: Words before which a comma makes no difference: «любой, кто», "parents, who".
_JOINING = frozenset(("что", "чтобы", "кто", "где", "чем", "как", "когда", "откуда", "из", "who", "that", "which"))
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


@lru_cache(maxsize=8192)
def phrase(written: str, language: str) -> tuple[Slot, ...]:
    """What a phrase of the lists stands for."""
    return tuple(_slots(written, language))


def _slots(written: str, language: str) -> Iterator[Slot]:
    """The words of a phrase, one by one: most phrases are never asked for more than their first."""
    exactly = written.startswith("=")
    verb = language == "en" and written.startswith("to ")
    plain = _folded(written.translate(_QUOTES)).lstrip("= ").removeprefix("to " if verb else "")
    forms = _itself if exactly else _FORMS.get(language, _itself)
    far = started = False
    for part in plain.split():
        if part == _FAR:
            far = started
            continue
        optional, choices = part.endswith("?"), part.removesuffix("?").split("/")
        widened = _verb_forms if verb and not started else forms
        if len(choices) > 1:
            yield Slot(frozenset(choices) if exactly else frozenset().union(*map(widened, choices)), optional, far)
            far, started = False, True
        else:
            for one in _HYPHEN.findall(choices[0]):  # a compound (ex-addict) has a slot for each of its parts
                yield Slot(widened(one), optional, far)
                far, started = False, True


class Lexicon(Generic[T]):
    """Phrases of one language with what is filed under each."""

    def __init__(self, filed: Iterable[tuple[str, T]], language: str) -> None:
        self._language = language
        self._by_first: dict[str, list[tuple[str, T]]] = {}
        for written, one in filed:
            for form in next(_slots(written, language)).forms:
                self._by_first.setdefault(form, []).append((written, one))

    def find(self, text: str) -> tuple[Match[T], ...]:
        """Every match in `text`, also of phrases that share words."""
        parts = atoms(text)
        found = []
        for number, part in enumerate(parts):
            for written, one in self._by_first.get(part.text, ()):
                last = _last(parts, number, phrase(written, self._language), 0, text)
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


def _last(
    parts: tuple[Atom, ...], number: int, slots: tuple[Slot, ...], slot: int, text: str, *, far: bool = False
) -> int | None:
    """The number of the atom that ends the phrase whose slot `slot` is tried at atom `number`."""
    if slot == len(slots):
        return number - 1
    one = slots[slot]
    far = far or one.far
    for at in _places(parts, number, far=far, text=text) if slot else (number,):
        if parts[at].text in one.forms:
            last = _last(parts, at + 1, slots, slot + 1, text)
            if last is not None:
                return last
    return _last(parts, number, slots, slot + 1, text, far=far) if one.optional else None


def _places(parts: tuple[Atom, ...], number: int, *, far: bool, text: str) -> Iterator[int]:
    """Where the next word of a phrase may stand, if `number` is the next atom."""
    if not far:
        if number < len(parts):
            gap = _COMMA_GAP if parts[number].text in _JOINING else _GAP
            if gap.fullmatch(text, parts[number - 1].end, parts[number].start):
                yield number
        return
    for at in range(number, min(number + _REACH + 1, len(parts))):
        if _STOP.search(text, parts[at - 1].end, parts[at].start):
            return
        yield at


def _folded(word: str) -> str:
    return morphology.folded(word).replace("\u2019", "'").replace("\u02bc", "'")


def _itself(word: str) -> frozenset[str]:
    return frozenset((word,))


def _noun_forms(one: str) -> frozenset[str]:
    """An English word, its plural and their possessives."""
    if re.search("[^aeiou]y$", one):
        many = f"{one[:-1]}ies"
    else:
        many = f"{one}es" if re.search("(s|x|z|ch|sh)$", one) else f"{one}s"
    return frozenset((one, many, f"{one}'s", f"{many}'"))


def _verb_forms(one: str) -> frozenset[str]:
    """A regular English verb: slip, slips, slipped, slipping."""
    if re.search("[^aeiou]y$", one):
        return frozenset((one, f"{one[:-1]}ies", f"{one[:-1]}ied", f"{one}ing"))
    third = f"{one}es" if re.search("(s|x|z|ch|sh)$", one) else f"{one}s"
    if one.endswith("e"):
        return frozenset((one, third, f"{one}d", f"{one[:-1]}ing"))
    stem = one + one[-1] if re.fullmatch("[^aeiou]*[aeiou][bdgmnprt]", one) else one
    return frozenset((one, third, f"{stem}ed", f"{stem}ing"))


_FORMS: Mapping[str, Callable[[str], frozenset[str]]] = {"en": _noun_forms, "ru": morphology.forms}
