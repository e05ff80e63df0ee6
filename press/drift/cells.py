"""One cell that a translator filled in: what it proposes, and every doubt about it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from press import markup
from press.drift.figures import as_written, references
from press.drift.phrases import Phrase, said_words
from press.drift.rows import Row, said
from press.drift.sheet import LETTERS, NEW, NOW, ORIGINAL
from press.drift.told import told_change
from press.drift.untranslated import RULE as UNTRANSLATED
from press.drift.untranslated import Letters, untranslated
from press.errors import Place, Problem
from press.model.grid import CellKind
from press.typography import UNSEEN

MAX_LETTERS = 4000
_SHOWN = 50
#: What a translator writes where the translation may stay as it is, in both alphabets.
_STAYS = frozenset({"ok", "ок", "okay", "✓"})
#: What people note for each other; none of it is a text for readers, unless the original is such a word too.
_REMARKS = frozenset(
    {
        *("x", "n/a", "na", "yes", "no", "same", "the same", "done", "correct", "right", "good", "fine", "keep"),
        *("unchanged", "no change", "no changes", "as is", "as before", "see above", "todo", "tbd"),
        *("х", "да", "нет", "верно", "правильно", "то же", "то же самое", "тоже", "так же", "без изменений"),
        *("не менять", "оставить", "как было", "как есть", "готово", "хорошо", "см. выше", "норм", "нормально"),
    }
)
#: How such notes begin, or a question to a colleague stands among the words.
_NOTE = re.compile(
    "|".join(
        (
            r"без изм|оставить (?:как|так|без|прежн)|оставьте (?:как|так|без|прежн)|как есть|как раньше|не надо менять",
            r"перевод (?:верн|прав|хорош)|вс[её] (?:верно|хорошо|правильно|так)\b|см\.? (?:выше|ниже|коммент|письмо)",
            r"уточнить|спросить у|не знаю, как|непонятно|не понятно|(?:тут |здесь )?ошибка в (?:ориг|англ|перев)",
            r"leave (?:as|it)\b|keep as\b|as it (?:is|was)\b|no changes?\b|see (?:above|below|comment|my letter)",
            r"don.t know how|not sure how|unclear\b|(?:the )?translation (?:is )?(?:ok|fine|right|good)\b|all good\b",
            r".*\[[^\]{}]*[^\W\d_][^\]{}]*\](?!\()",
        )
    ),
    re.IGNORECASE | re.DOTALL,
)
#: With fewer letters, or a smaller part of those of its original, a longer text is not translated.
_FEWEST, _SMALLEST, _LONGER = 4, 0.12, 15
#: What nobody sees, and the marks of direction, which come along when text is pasted from a page.
_UNSEEN = re.compile(rf"[\t\r\u200e\u200f]|{UNSEEN}")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A cell that was filled in: the strings it is about, the words it wants."""

    place: Place
    original: Phrase
    translation: Phrase
    words: str

    @property
    def is_change(self) -> bool:
        """Whether it is anything else than the words that stand there."""
        return self.words != self.translation.words


def proposal_of(row: Row, original: Phrase, translation: Phrase) -> Proposal:
    """What the cell wants: its words, or those that stand there where it says that they may stay."""
    words = "\n".join(row.new.text.replace("\r\n", "\n").replace("\r", "\n").strip().split("\n"))
    if _says_it_stays(words) and not _says_it_stays(original.words):
        words = translation.words
    return Proposal(row.place, original, translation, words)


def _says_it_stays(words: str) -> bool:
    return _bare(words) in _STAYS


def _bare(words: str) -> str:
    return words.strip().rstrip(".!,; ").casefold()


def _is_remark(proposal: Proposal) -> bool:
    """Whether a reader would find a mark, a word to a colleague or a fragment where a text should be."""
    original, letters = proposal.original.words, _letters(proposal.words)
    bare = _bare(proposal.words)
    if (bare in _REMARKS and len(original.split()) > 1) or re.split(r" *[,;]", bare)[0] in _STAYS:
        return True
    if _NOTE.match(bare) and not _NOTE.match(_bare(original)) and not _NOTE.match(_bare(proposal.translation.words)):
        return True
    if letters and proposal.words.isupper():
        return False  # ЭКГ for electrocardiogram
    needed = _letters(original)
    return bool(needed and not letters) or (needed >= _LONGER and letters < max(_FEWEST, _SMALLEST * needed))


def _letters(words: str) -> int:
    return sum(map(str.isalpha, words))


def _short(words: str) -> str:
    said = " ".join(words.split())
    return said if len(said) <= _SHOWN else f"{said[: _SHOWN - 1]}…"


def wrong(row: Row, proposal: Proposal, letters: Letters) -> Iterator[Problem]:
    """What keeps a cell from being taken."""
    if row.new.kind in (CellKind.DATE, CellKind.ERROR, CellKind.FORMULA, CellKind.TRUTH):
        yield Problem(
            "translation-words",
            f"this cell holds a {row.new.kind} and no words",
            "Set the format of the cell to “Text” and type the words again.",
            row.place,
        )
        return
    if not proposal.is_change:
        return
    if _is_remark(proposal):
        yield Problem(
            "translation-words",
            f"“{proposal.words}” is not the translation of “{_short(proposal.original.words)}”",
            "Write the translation. If the present one may stay, leave the cell empty or write “ok”; remarks belong "
            "into your letter. If these words are the translation indeed, type them into the leaflet by hand.",
            proposal.place,
        )
        return
    unprintable = list(_unprintable(proposal))
    yield from unprintable
    if len(proposal.words) > MAX_LETTERS:
        return
    yield from _foreign(proposal, letters)
    yield from _lost(proposal)
    yield from _marked(proposal)


def _foreign(proposal: Proposal, letters: Letters) -> Iterator[Problem]:
    words = proposal.words
    for exception in proposal.translation.allow:
        if exception.rule == UNTRANSLATED:
            words = words.replace(exception.words, " ")
    for found in untranslated(proposal.original.words, words, letters)[:1]:
        yield Problem(
            UNTRANSLATED,
            f"“{_short(found)}” is not translated",
            f"Translate it. If it is a name, add `allow` there: the rule {UNTRANSLATED}, the words, the reason.",
            proposal.place,
        )


def _unprintable(proposal: Proposal) -> Iterator[Problem]:
    found = _UNSEEN.search(proposal.words)
    if found:
        unseen = found.group()
        name = unicodedata.name(unseen, "a control character").lower()
        yield Problem(
            "translation-words",
            f"an invisible character stands among the words: U+{ord(unseen):04X}, {name}",
            "Type the words around it anew; such characters come along when text is pasted.",
            proposal.place,
        )
    if len(proposal.words) > MAX_LETTERS:
        yield Problem(
            "translation-words",
            f"this text has {len(proposal.words)} letters; no text of a leaflet has more than {MAX_LETTERS}",
            "Look whether something was pasted here by mistake.",
            proposal.place,
        )


def _lost(proposal: Proposal) -> Iterator[Problem]:
    ours, theirs = Counter(references(proposal.original.words)), Counter(references(proposal.words))
    for lost in as_written(ours - theirs):
        yield Problem(
            "translation-reference",
            f"{{{lost}}} stands in the original and is missing here",
            f"Write {{{lost}}} where the reader needs it, in curly brackets, letter for letter.",
            proposal.place,
        )
    for invented in as_written(theirs - ours):
        known = ", ".join(f"{{{name}}}" for name in as_written(ours))
        yield Problem(
            "translation-reference",
            f"{{{invented}}} stands here and not in the original"
            if invented not in ours
            else f"{{{invented}}} stands here more often than in the original",
            f"Take it out. The original has {known or 'no reference'}.",
            proposal.place,
        )


def _marked(proposal: Proposal) -> Iterator[Problem]:
    for part in markup.paragraphs(proposal.words):
        for fault in markup.parse(part).faults:
            yield Problem(
                "translation-markup", fault.message, f"{fault.remedy[:1].upper()}{fault.remedy[1:]}.", proposal.place
            )
    ours, theirs = _bold(proposal.original.words), _bold(proposal.words)
    if ours != theirs or "**" in said_words(proposal.words):
        yield Problem(
            "translation-markup",
            f"the original has {_passages(ours)}, this text has {_passages(theirs)}",
            "Put two stars before and after the words that are bold in the original, without a space inside the stars.",
            proposal.place,
        )


def _bold(words: str) -> int:
    """How many passages in a row are bold."""
    count = 0
    for part in markup.paragraphs(words):
        was_strong = False
        for span in markup.parse(part).spans:
            count += span.strong and not was_strong
            was_strong = span.strong
    return count


def _passages(count: int) -> str:
    return f"{count or 'no'} bold passage{'' if count == 1 else 's'}"


def outdated(row: Row, proposal: Proposal) -> Iterator[Problem]:
    """Whether the original is another one now than when the spreadsheet was made."""
    was, now = said(row.original), said(proposal.original.words)
    if was != now:
        yield Problem(
            "translation-original-changed",
            f"the original has changed since this spreadsheet was made: {told_change(was, now)}",
            "Ask the translator whether the new words still fit. They can be taken all the same, but the section is "
            "then not noted as up to date.",
            proposal.place,
            warning=True,
        )


def not_read(row: Row, original: Phrase, translation: Phrase) -> Iterator[Problem]:
    """Words in a cell beside the last one, which is the only one that is read; a warning where none are lost."""
    now, new, current = row.cells.get(NOW), said(row.new.text), said(translation.words)
    if now and not now.is_empty and current not in (said(now.text), new) and said(now.text) != new:
        yield _other_translation(row, now.text, translation)
    if row.new.is_empty and said(row.original) != said(original.words):
        yield Problem(
            "translation-column",
            "this is not what the original says now: it was changed here, or in the leaflet since this spreadsheet "
            "was made; only the last column is read",
            "If the original is wrong, correct it in the leaflet, not here.",
            row.place_of(ORIGINAL),
            warning=True,
        )


def _other_translation(row: Row, words: str, translation: Phrase) -> Problem:
    cell = row.new.address
    exported = row.cells[LETTERS].text.strip() if LETTERS in row.cells else ""
    length = str(len(words.replace("\r\n", "\n")))
    if exported == length != str(len(translation.words)):  # as long as it was made, and the one of the leaflet is not
        return Problem(
            "translation-column",
            "the translation that stands here is not the one of the leaflet any more; only the last column is read",
            f"If somebody changed it here, write the new words into {cell}.",
            row.place_of(NOW),
            warning=True,
        )
    has_words = not row.new.is_empty and not _says_it_stays(row.new.text)
    return Problem(
        "translation-column",
        f"{row.cells[NOW].address} was changed, but only the last column is read"
        + (f", and {cell} says something else" if has_words else ""),
        f"Write the new words into {cell} ({NEW}), and empty this cell.",
        row.place_of(NOW),
        warning=has_words,
    )
