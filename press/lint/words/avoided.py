"""Lists of words to avoid, asked of a text: what counts, and what means something else where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from press.lint.words.negation import denied, doubted, is_negative
from press.lint.words.phrases import Lexicon, Match, longest, sentence_around
from press.model.project import Project
from press.model.same import Same
from press.model.word_list import AvoidedWords


class AvoidedList:
    """The entries of one language, ready to be looked for."""

    def __init__(self, entries: Iterable[AvoidedWords], language: str) -> None:
        self._language = language
        self._lexicon = Lexicon(((words, entry) for entry in entries for words in entry.words), language)

    def find(self, text: str) -> tuple[Match[AvoidedWords], ...]:
        """The words that count, in order; of entries that share words the longest."""
        return longest(match for match in self._lexicon.find(text) if self._counts(match, text))

    def _counts(self, match: Match[AvoidedWords], text: str) -> bool:
        start, end, entry = match
        sentence = sentence_around(text, start, self._language).text
        if entry.only_near and not self._any(entry.only_near, sentence):
            return False
        if entry.unless_near and self._any(entry.unless_near, sentence):
            return False
        if any(one.start <= start and end <= one.end for one in self._matches(entry.not_in, text)):
            return False
        if not entry.deniable:
            return True
        takes_back = doubted if is_negative(text[start:end], self._language) else denied
        return not takes_back(text, start, end, self._language)

    def _any(self, phrases: tuple[str, ...], text: str) -> bool:
        return bool(self._matches(phrases, text))

    def _matches(self, phrases: tuple[str, ...], text: str) -> tuple[Match[None], ...]:
        return _lexicon_of(phrases, self._language).find(text) if phrases else ()


@lru_cache(maxsize=512)
def _lexicon_of(phrases: tuple[str, ...], language: str) -> Lexicon[None]:
    return Lexicon(((words, None) for words in phrases), language)


def ready(entries: tuple[AvoidedWords, ...], language: str) -> AvoidedList:
    """The list made of these very entries, made once."""
    return _ready(Same(entries), language)


def advice(entry: AvoidedWords, project: Project) -> str:
    """What to write instead, and who says so."""
    known = (project.sources[key].short for key in entry.sources if key in project.sources)
    source = ", ".join(short.get("en", next(iter(short.values()))) for short in known)
    better = f"Better: {entry.instead}." if entry.instead else "Leave it out."
    return f"{better} (Source: {source}.)" if source else better


@lru_cache(maxsize=32)
def _ready(same: Same[tuple[AvoidedWords, ...]], language: str) -> AvoidedList:
    return AvoidedList(same.value, language)
