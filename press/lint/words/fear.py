"""Words that frighten instead of warning ("will die", "last chance"), from the lists in content/words/.

A risk may be told as it is ("the usual dose can kill"); a fate may not be foretold.
"""

from __future__ import annotations

from collections.abc import Iterator

from press.lint.words.avoided import advice, ready
from press.lint.words.passages import Passage
from press.lint.words.phrases import sentence_around
from press.lint.words.rule import Finding, WordRule
from press.model.project import Project


def _find(passage: Passage, project: Project) -> Iterator[Finding]:
    words = project.word_lists.get(passage.language)
    for start, end, entry in ready(words.fears, passage.language).find(passage.text) if words else ():
        if not _is_asked(passage, start):
            said = passage.text[start:end]
            yield Finding(start, end - start, f"“{said}” frightens more than it helps", advice(entry, project))


def _is_asked(passage: Passage, start: int) -> bool:
    """Whether it is a question that readers have, not a fate that is foretold to them."""
    return sentence_around(passage.text, start, passage.language).text.rstrip("»”\"')").endswith("?")


RULE = WordRule(
    code="words-fear",
    sources=("nida-words-matter", "who-overdose-2023"),
    languages=("en", "ru"),
    find=_find,
    must_fail={
        "en": (
            "Without treatment he will die.",
            "Sooner or later they’ll die.",
            "Heroin is a death sentence.",
            "Use will inevitably return.",
            "This is your last chance.",
            "Call us before it is too late.",
            "You will lose your son.",
            "There is no way back.",
            "It will be too late tomorrow.",
            "She is a living corpse.",
            "Without treatment there is no hope.",
            "He will die if you do not call us.",
            "Nobody comes back from heroin.",
        ),
        "ru": (
            "Без лечения он умрёт.",
            "Рано или поздно он погибнет.",
            "Героин — это приговор.",
            "Употребление неизбежно вернётся.",
            "Это последний шанс.",
            "Звоните, пока не поздно.",
            "Вы потеряете сына.",
            "Дороги назад нет.",
            "Завтра будет поздно.",
            "Он обречён.",
            "Без лечения надежды нет.",
            "Дни его сочтены.",
            "Он умрёт, если вы не позвоните.",
        ),
    },
    must_pass={
        "en": (
            "After a break, the usual dose can kill.",
            "The old dose can now stop breathing.",
            "Risk of death. Guideline: do not offer.",
            "At one New York clinic 2 of 75 people died.",
            "Wants to die; harms themselves",
            "It is never too late to ask for help.",
            "Addiction is not a death sentence.",
            "A return to use is not inevitable.",
            "Will they die of withdrawal?",
            "Is it true that without treatment he will die?",
            "He may feel hopeless: ask him about it.",
            "Do not call late at night for a price.",
            "People have died of an overdose then.",
        ),
        "ru": (
            "После перерыва обычная доза может убить.",
            "Прежняя доза может остановить дыхание.",
            "Риск смерти. Рекомендации — против.",
            "Из 75 человек 2 умерли.",
            "Хочет умереть, вредит себе",
            "Попросить о помощи никогда не поздно.",
            "Зависимость — не приговор.",
            "Возобновление употребления не неизбежно.",
            "Умрёт ли он от отмены?",
            "Правда ли, что он умрёт?",
            "Кажется, что выхода нет? Позвоните нам.",
            "Позвонить можно и поздно вечером.",
            "В это время люди умирали от передозировки.",
        ),
    },
)
