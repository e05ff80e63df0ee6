"""Words in capital letters: which of them are abbreviations, and which are shouted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from press import morphology
from press.lint.words.passages import Passage
from press.lint.words.phrases import listed
from press.model.project import Project
from press.sentences import words


class Capitals(NamedTuple):
    """A part of a word, in capital letters throughout; an ordinary one has a meaning in small letters too."""

    text: str
    start: int
    ordinary: bool

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.start + len(self.text)


_PART = re.compile("[^\\W_]+")
_CAPITALS = re.compile("([A-ZА-ЯЁ]{2,})s?")
_ROMAN = re.compile("[IVX]+")
#: A number with letters in it, such as that of a licence or a law: LO-77-01, 323-ФЗ.
_CODE = re.compile("\\d.*|.*\\d-\\d.*")
#: Around "IV" these tell a drip or a needle into a vein from the Roman four.
_INTO_A_VEIN_BEFORE = re.compile(
    "\\b(?:an|by|via|through|gives?|given|giving|gets?|got|goes|go|put|start|started|needs?|fluids?|medicines?|drugs?|"
    "naloxone|saline|glucose|oral|mouth|IM|PO|in|into|on)(?:\\s+(?:or|and|an?|the))?\\s+$",
    re.IGNORECASE,
)
_INTO_A_VEIN_BEHIND = re.compile(
    "s?\\s+(?:drips?|fluids?|lines?|access|injections?|infusions?|bags?|medicines?|medication|doses?|saline|glucose|"
    "naloxone|antibiotics?|vitamins?|pump|pole|stand|needle|treatment|therapy|detox)\\b",
    re.IGNORECASE,
)
_OF_A_ROW = re.compile("\\s+(?:quarter|century|degree|stage|phase|class|group|part)\\b", re.IGNORECASE)
#: From this length on nobody reads it letter by letter.
_LONG = 6
#: Up to this length most Russian abbreviations are words by chance (ПАВ), so these are listed.
_SHORT = 3
_RUSSIAN = listed(
    "а без бы в вам вас все всё вы где да даже для до ей ему ест же за и из или им их как кто ли мы на над нас не "
    "нее нет ни но о об он она они от по под при про раз с сам со так там то тут у уже чем что эта эти это я еще "
    "ещё стой яд жив дай"
)
_ENGLISH = listed(
    "a about act after again all alone also always an and any are as ask at attention back bad be because before "
    "best blue body both but by call can care child clean come danger day dead death die do doctor don does done "
    "drug drugs even ever every fast find first for free friend from full get give go good great hard has have he "
    "head health help her here him his home hour how if important in into is it its keep kill kills know last "
    "late lay leave life like lips list live long look loud lock lose low make many may me money more most much "
    "must my near need never new next night no not note nothing now of off old on once one only open or other our "
    "out over own pain pay people person phone please price put quick rapid read real rest right ring risk safe "
    "same save say see seek she should sign sign signs sleep slow so some soon stay step stop such sure take talk "
    "tell than that the their them then there these they this time to today too turn two under until up urgent us "
    "use very wait wake want warning was watch water we week were what when where which whole why will with "
    "without woken won you your yes"
)


def capitals(passage: Passage, project: Project) -> Iterator[Capitals]:
    """The words in capitals of a passage, but for those of the list of known ones and Roman numbers."""
    known = _known(project, passage.language)
    for word in words(passage.text):
        for part in _PART.finditer("" if _CODE.fullmatch(word.text) else word.text):
            found = _CAPITALS.fullmatch(part.group())
            start = word.start + part.start()
            if found and found.group(1) not in known and not _is_roman(part.group(), start, passage):
                yield Capitals(part.group(), start, _is_ordinary(part.group(), passage))


def _known(project: Project, language: str) -> frozenset[str]:
    """Those of the list, and what references are filled in with: the currency and the clinic's name."""
    listed = project.word_lists.get(language)
    own = _PART.findall(project.clinic.names.get(language, ""))
    return frozenset((*(listed.known if listed else ()), *own, project.prices.currency))


def _is_roman(word: str, start: int, passage: Passage) -> bool:
    """Whether it is a Roman number; an English IV that goes into a vein is none."""
    if not _ROMAN.fullmatch(word):
        return False
    if word != "IV" or passage.language.partition("-")[0] != "en":
        return True
    behind = start + len(word)
    if _INTO_A_VEIN_BEHIND.match(passage.text, behind):
        return False
    return not _INTO_A_VEIN_BEFORE.search(passage.text[:start]) or _OF_A_ROW.match(passage.text, behind) is not None


def _is_ordinary(word: str, passage: Passage) -> bool:
    small = word.lower()
    if len(word.removesuffix("s")) >= _LONG or small in _ENGLISH:
        return True
    if re.search("[а-яё]", small):
        return small in _RUSSIAN if len(word) <= _SHORT else morphology.is_common(small)
    whole = re.compile(rf"\b{small}\b")
    return any(whole.search(text) for text in (passage.text, *passage.earlier))
