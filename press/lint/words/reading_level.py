"""Texts that are harder to read than their readers need."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from press.lint.words.passages import Passage, Role
from press.lint.words.rule import Example, Finding, WordRule
from press.lint.words.targets import ENOUGH_FOR_SMOG, ENOUGH_SENTENCES, ENOUGH_WORDS, TARGETS, target
from press.model.project import Project
from press.readability.formulas import LONG, SMOG, Counts, Formula, counted, formulas
from press.readability.syllables import syllables
from press.readability.vocabulary import EASY_SYLLABLES, plainer, stays
from press.sentences import sentences, words

_LONG_WORDS_SHOWN = 4
#: A sentence of fewer words is not the hard one, whatever a formula says of it.
_SENTENCE = 5
_KINDS = {Role.EMERGENCY: "text for an emergency", Role.BODY: "running text", Role.SMALL: "small print"}


@dataclass(frozen=True, slots=True)
class Reading:
    """The counts of a text of one role and language."""

    role: Role
    language: str
    counts: Counts

    @property
    def enough(self) -> bool:
        """Whether there is enough text for a formula."""
        return self.counts.words >= ENOUGH_WORDS and self.counts.sentences >= ENOUGH_SENTENCES

    @property
    def targets(self) -> Mapping[str, float]:
        """The targets that can be judged, by the key of the formula."""
        found = target(self.language, self.role)
        if found is None or not self.enough:
            return {}
        few = self.counts.sentences < ENOUGH_FOR_SMOG
        return {key: figure for key, figure in found.figures.items() if not (few and key == SMOG.key)}

    def missed(self) -> tuple[Formula, ...]:
        """The formulas that find the text too hard."""
        asked = self.targets
        return tuple(
            formula
            for formula in formulas(self.language)
            if formula.key in asked and not formula.meets(formula.figure(self.counts), asked[formula.key])
        )


class _Place(NamedTuple):
    """One sentence of a passage, its words, and its own counts."""

    passage: Passage
    start: int
    text: str
    words: tuple[str, ...]
    counts: Counts


def readings(passages: Sequence[Passage], language: str, *, strict: bool = False) -> tuple[Reading, ...]:
    """The reading of a leaflet for each role that has a target; each item of a list counts as a sentence.

    Words that must stay count as easy, unless `strict`.
    """
    roles = TARGETS.get(language.partition("-")[0], {})
    found = {role: _sum(_places(passage, strict) for passage in passages if passage.role is role) for role in roles}
    return tuple(Reading(role, language, counts) for role, counts in found.items() if counts.words)


def easy_words(passages: Iterable[Passage], language: str) -> Mapping[str, int]:
    """The words of running text that count as easy because they must stay, with how often they stand there."""
    said = (
        word.text.lower()
        for passage in passages
        if target(language, passage.role)
        for word in words(passage.text)
        if _eased(word.text, language) < _spoken(word.text, language)
    )
    return Counter(said)


def hard_texts(passages: Sequence[Passage], project: Project) -> Iterator[tuple[Passage, Finding]]:
    """Each block of a leaflet that is too hard, at its hardest sentence; then each role as a whole."""
    blocks: dict[tuple[str, str], list[tuple[_Place, ...]]] = {}
    of_roles: dict[Role, list[tuple[_Place, ...]]] = {}
    for passage in passages:
        # The formulas were made for sentences: a label is none, and a title is only judged with its text.
        if formulas(passage.language) and (passage.role in _KINDS or passage.role is Role.TITLE):
            places = tuple(_places(passage))
            of_roles.setdefault(passage.role, []).append(places)
            if passage.block:
                blocks.setdefault((passage.section, passage.block), []).append(places)
    blamed: set[Role] = set()
    for (_, block), cut in blocks.items():
        role = _role_of(cut)
        found = _judged(cut, role, f"the block “{block}”")
        if found:
            blamed.add(role)
            yield found
    for role in _KINDS:
        found = _judged(of_roles.get(role, []), role, f"{_KINDS[role]}, taken together,")
        if found and role not in blamed:
            yield found


def _find(passage: Passage, project: Project) -> Iterator[Finding]:
    """The passage as if it were a block of its own."""
    found = _judged([tuple(_places(passage))], passage.role, "this text")
    if found:
        yield found[1]


def _role_of(block: Sequence[tuple[_Place, ...]]) -> Role:
    """The role of a block: that of its text, not of its title."""
    roles = {place.passage.role for places in block for place in places}
    return next((role for role in _KINDS if role in roles), Role.TITLE)


def _judged(cut: Sequence[tuple[_Place, ...]], role: Role, what: str) -> tuple[Passage, Finding] | None:
    places = [place for some in cut for place in some]
    if not places:
        return None
    found = Reading(role, places[0].passage.language, _sum(cut))
    missed = found.missed()
    if not missed:
        return None
    formula = missed[0]
    worst = _hardest(places, formula)
    figure, asked = formula.figure(found.counts), found.targets[formula.key]
    message = (
        f"{what} is hard to read: {formula.name} {figure:.1f}; {_KINDS[role]} should have {formula.limit} {asked:g}"
    )
    return worst.passage, Finding(worst.start, len(worst.text), message, _idea(worst, places))


def _places(passage: Passage, strict: bool = False) -> Iterator[_Place]:
    length = _spoken if strict else _eased
    for sentence in sentences(passage.text, passage.language):
        said = tuple(word.text for word in words(sentence.text))
        counts = counted([said], lambda word: length(word, passage.language))
        yield _Place(passage, sentence.start, sentence.text, said, counts)


def _sum(cut: Iterable[Iterable[_Place]]) -> Counts:
    return sum((place.counts for places in cut for place in places), Counts())


def _hardest(places: Sequence[_Place], formula: Formula) -> _Place:
    """The sentence that the formula likes least, of those long enough to be called one."""
    long = [place for place in places if len(place.words) >= _SENTENCE]
    sign = -1 if formula.rising else 1
    return max(long or places, key=lambda place: (sign * formula.figure(place.counts), len(place.words)))


def _idea(worst: _Place, places: Sequence[_Place]) -> str:
    """Where to begin, and the longest words; those we know plainer ones for come first."""
    language = worst.passage.language
    least = LONG + (language.partition("-")[0] == "ru")  # three syllables are nothing in Russian
    said = dict.fromkeys(word for place in places for word in place.words)
    long = [word for word in said if _eased(word, language) >= least]
    long.sort(key=lambda word: (not plainer(word, language), -_eased(word, language)))
    begin = f"Begin with this sentence ({len(worst.words)} words): make two of it, or say it in shorter words."
    told = ", ".join(_told(word, language) for word in long[:_LONG_WORDS_SHOWN])
    return f"{begin} Long words here: {told}." if told else begin


def _told(word: str, language: str) -> str:
    better = plainer(word, language)
    return f"{word} (plainer: {better})" if better else word


@lru_cache(maxsize=8192)
def _spoken(word: str, language: str) -> int:
    return syllables(word, language)


@lru_cache(maxsize=8192)
def _eased(word: str, language: str) -> int:
    count = syllables(word, language)
    return min(count, EASY_SYLLABLES) if stays(word, language) else count


RULE = WordRule(
    code="words-hard",
    sources=(
        "Flesch-Kincaid grade and SMOG grade (English)",
        "Flesch, Oborneva variant A (2005/2006) (Russian)",
        "American Medical Association (grade 6), US National Institutes of Health (grade 8)",
    ),
    languages=("en", "ru"),
    find=_find,
    must_fail={
        "en": (
            "Administration of additional medication requires immediate consultation with an experienced physician. "
            "Individuals demonstrating respiratory deterioration necessitate emergency transportation. Subsequent "
            "observation facilitates identification of complications. Alternative interventions are available "
            "following appropriate clinical investigation and documentation.",
            Example(
                "Immediately communicate the situation to the emergency operator. Position the individual securely. "
                "Continue to monitor respiration until professional assistance arrives at the location. Administer "
                "the available medication according to the instructions. Remain together with the individual.",
                Role.EMERGENCY,
            ),
        ),
        "ru": (
            "Осуществляется медикаментозное купирование абстинентного синдрома под непосредственным наблюдением "
            "специалиста. Проводятся дополнительные диагностические мероприятия. Рекомендуется незамедлительная "
            "госпитализация при возникновении осложнений. Необходимо предоставление документов, подтверждающих "
            "личность пациента. Консультирование родственников осуществляется круглосуточно квалифицированными "
            "специалистами нашего учреждения.",
            Example(
                "Незамедлительно проинформируйте диспетчера о состоянии пострадавшего. Обеспечьте поступление "
                "воздуха. Контролируйте дыхательную деятельность до прибытия специалистов. Осуществите введение "
                "имеющегося препарата согласно инструкции. Оставайтесь рядом с пострадавшим до появления медицинских "
                "работников и предоставьте необходимую информацию.",
                Role.EMERGENCY,
            ),
        ),
    },
    must_pass={
        "en": (
            "Stay with them day and night. Give water in small sips. A quiet room helps, and so does light food. Ask a "
            "doctor which medicine makes this easier. Agree now who will treat them when these days are over.",
            "Pharmacological deterioration.",  # too short to judge
        ),
        "ru": (
            "Будьте рядом днём и ночью. Давайте пить по глотку. Нужны тишина, сон и лёгкая еда. Спросите врача, какие "
            "лекарства помогут. Решите сейчас, кто будет лечить потом, когда эти дни пройдут. Не спорьте и не "
            "запирайте дверь.",
            "Медикаментозное купирование.",
        ),
    },
)
