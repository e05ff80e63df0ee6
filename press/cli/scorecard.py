"""The scores of one leaflet in one language, in words and as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from textwrap import fill
from typing import Any, NamedTuple

from press.lint.words.reading_level import Reading
from press.lint.words.targets import ENOUGH_SENTENCES, ENOUGH_WORDS, target
from press.readability.formulas import SMOG, formulas
from press.scores.item import Instrument, Scored, Verdict, share, tally

_WIDTH = 112
_KINDS = {"emergency": "text for an emergency", "body": "running text", "small": "small print"}
_EASY_SHOWN = 8
_LIMITS = (
    "Formulas count letters and words; they do not know whether a text is true, kind or understood. Percentages are of "
    "the computed items alone and are no score of the whole instrument. Read the leaflet with a family."
)


class Longest(NamedTuple):
    """The longest sentence of a leaflet, and the section it stands in."""

    words: int
    text: str
    section: str


class Card(NamedTuple):
    """All that is told of one leaflet in one language.

    `eased` takes the words that must stay (`easy`) for easy ones, `strict` counts them as they are spoken.
    """

    leaflet: str
    language: str
    title: str
    eased: tuple[Reading, ...]
    strict: tuple[Reading, ...]
    easy: Mapping[str, int]
    longest: Longest
    passive: tuple[str, ...]
    sentences: int
    scores: tuple[tuple[Instrument, tuple[Scored, ...]], ...]


def in_words(card: Card) -> Iterator[str]:
    """The lines for people."""
    heading = f"{card.leaflet} ({card.language}): {card.title}"
    yield heading
    yield "=" * len(heading)
    yield "Reading level"
    strict = {reading.role: reading for reading in card.strict}
    for eased in card.eased:
        yield from _level_lines(eased, strict[eased.role])
    if card.easy:
        count = sum(card.easy.values())
        yield _folded(f"Counted as easy, because they must stay ({count} times): {_some(card.easy)}", 2)
    yield _folded(f"Longest sentence: {card.longest.words} words. “{card.longest.text}”", 2)
    passive = len(card.passive)
    yield _folded(f"In the passive: {passive} of {card.sentences} sentences ({share(passive, card.sentences)})", 2)
    for instrument, scored in card.scores:
        yield f"{instrument.name}: {tally(scored)}"
        yield from _score_lines(scored)


def closing(instruments: Sequence[Instrument]) -> str:
    """What a person looks at in every leaflet, and what the figures cannot tell; once for all leaflets."""
    lines = ["What a person looks at"]
    for instrument in instruments:
        looks = [item for item in instrument.items if item.judge is None]
        lines += [f"  {instrument.name}", *(_folded(f"{item.number}. {item.name}: {item.look}", 4) for item in looks)]
    return "\n".join((*lines, "", fill(_LIMITS, _WIDTH)))


def as_data(card: Card) -> dict[str, Any]:
    """Everything for `--json`, evidence of every item included."""
    return {
        "leaflet": card.leaflet,
        "language": card.language,
        "title": card.title,
        "reading_level": [_level_data(eased, strict) for eased, strict in zip(card.eased, card.strict, strict=True)],
        "counted_as_easy": dict(card.easy),
        "longest_sentence": card.longest._asdict(),
        "sentences": card.sentences,
        "passive": list(card.passive),
        "scores": [_score_data(instrument, scored) for instrument, scored in card.scores],
    }


# Reading level ---------------------------------------------------------------------------------------------


def _level_lines(eased: Reading, strict: Reading) -> Iterator[str]:
    counts = eased.counts
    yield f"  {_KINDS[eased.role]}: {counts.words} words in {_sentences(counts.sentences)}"
    if not eased.enough:
        yield f"    too short to judge: a formula needs {ENOUGH_WORDS} words and {ENOUGH_SENTENCES} sentences"
        return
    asked = eased.targets
    others = []
    for formula in formulas(eased.language):
        told = f"{formula.name} {formula.figure(counts):.1f}"
        as_spoken = formula.figure(strict.counts)
        if formula.key not in asked:
            others.append(f"{told} (too few sentences to judge)" if formula.key == SMOG.key else told)
            continue
        verdict = "too hard" if formula in eased.missed() else "good"
        asked_for = f"asked {formula.limit} {asked[formula.key]:g}"
        yield f"    {verdict}: {told}, {asked_for} (every word as spoken: {as_spoken:.1f})"
    if others:
        yield _folded(f"also: {'; '.join(others)}", 4)


def _level_data(eased: Reading, strict: Reading) -> dict[str, Any]:
    asked, source = eased.targets, target(eased.language, eased.role)
    missed = eased.missed()
    return {
        "role": str(eased.role),
        "words": eased.counts.words,
        "sentences": eased.counts.sentences,
        "words_a_sentence": round(eased.counts.words_a_sentence, 2),
        "syllables_a_word": round(strict.counts.syllables_a_word, 2),
        "enough_to_judge": eased.enough,
        "target_from": source.source if source else None,
        "formulas": [
            {
                "key": formula.key,
                "name": formula.name,
                "figure": round(formula.figure(eased.counts), 1),
                "every_word_as_spoken": round(formula.figure(strict.counts), 1),
                "target": asked.get(formula.key),
                "met": formula not in missed if formula.key in asked else None,
            }
            for formula in formulas(eased.language)
        ],
    }


# Scores ----------------------------------------------------------------------------------------------------


def _score_lines(scored: Sequence[Scored]) -> Iterator[str]:
    """Evidence where something is not met or is this leaflet's own question; the others by number."""
    for verdict in Verdict:
        told = [one for one in scored if one.answer.verdict is verdict]
        own = [one for one in told if verdict is Verdict.NOT_MET or (verdict is Verdict.PERSON and one.item.judge)]
        for item, answer in own:
            yield _folded(f"{verdict}: {item.number}. {item.name}. {_capital(answer.evidence)}", 2)
        others = ", ".join(one.item.number for one in told if one not in own)
        if others:
            yield _folded(f"{verdict}: {others}", 2)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _score_data(instrument: Instrument, scored: Sequence[Scored]) -> dict[str, Any]:
    return {
        "key": instrument.key,
        "name": instrument.name,
        "source": instrument.source,
        "told": tally(scored),
        "items": [
            {
                "number": item.number,
                "name": item.name,
                "verdict": str(answer.verdict),
                "evidence": answer.evidence,
            }
            for item, answer in scored
        ],
    }


# Words -----------------------------------------------------------------------------------------------------


def _sentences(count: int) -> str:
    return f"{count} sentence{'' if count == 1 else 's'}"


def _some(easy: Mapping[str, int]) -> str:
    most = sorted(easy, key=lambda word: (-easy[word], word))
    more = len(most) - _EASY_SHOWN
    return ", ".join(most[:_EASY_SHOWN]) + (f" and {more} more" if more > 0 else "")


def _folded(text: str, indent: int) -> str:
    lead = " " * indent
    return fill(text, _WIDTH, initial_indent=lead, subsequent_indent=lead + "    ")
