"""Promises that no treatment can keep ("guarantee", "cured for good", "100 %"), from the lists in content/words/."""

from __future__ import annotations

import re
from collections.abc import Iterator

from press.lint.words.avoided import advice, ready
from press.lint.words.negation import denied
from press.lint.words.passages import Passage
from press.lint.words.rule import Finding, WordRule
from press.model.project import Project

#: The whole, in figures, which no list of words can hold; oxygen and cotton may be pure.
_ALL = re.compile("\\b100[ \u00a0\u202f]?%(?! *(?:oxygen|cotton|кислород|хлоп))")
_SHARE = "Say how many people it helped, with the source."
_QUOTES = {"“": "”", "«": "»", "„": "“", '"': '"', "‘": "’"}


def _find(passage: Passage, project: Project) -> Iterator[Finding]:
    text, words = passage.text, project.word_lists.get(passage.language)
    for start, end, entry in ready(words.promises, passage.language).find(text) if words else ():
        if not _is_quoted(text, start, end):
            yield _finding(text, start, end, advice(entry, project))
    for found in _ALL.finditer(text):
        if not denied(text, found.start(), found.end(), passage.language):
            yield _finding(text, found.start(), found.end(), _SHARE)


def _finding(text: str, start: int, end: int, instead: str) -> Finding:
    return Finding(start, end - start, f"“{text[start:end]}” promises what nobody can promise", instead)


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether the very words stand in quotes: somebody else's promise, which the text speaks about."""
    return start > 0 and end < len(text) and _QUOTES.get(text[start - 1]) == text[end]


RULE = WordRule(
    code="words-promise",
    sources=("advertising-law-38", "nida-relapse"),
    languages=("en", "ru"),
    find=_find,
    must_fail={
        "en": (
            "We guarantee a result.",
            "Rehabilitation with a guarantee.",
            "Our clinic cures addiction completely.",
            "He will be cured.",
            "The method works in 100 % of cases.",
            "The injection always works.",
            "The best doctors in Moscow.",
            "A painless detox at home.",
            "We remove withdrawal in one day.",
            "Free from heroin once and for all.",
            "The implant is completely safe and has no side effects.",
            "We not only help, we guarantee recovery.",
            "Do not wait: results are guaranteed.",
            "A drip for cleansing the body.",
            "You will be completely healthy again.",
            "The treatment works for everyone.",
            "No pain, no waiting: instant relief.",
        ),
        "ru": (
            "Мы гарантируем результат.",
            "Реабилитация с гарантией.",
            "Клиника полностью вылечит вашего сына.",
            "Вылечим за один день.",
            "Метод помогает в 100 % случаев.",
            "Этот укол всегда помогает.",
            "Лучшие врачи Москвы.",
            "Безболезненный детокс дома.",
            "Избавим от зависимости навсегда.",
            "Процедура абсолютно безопасна.",
            "Имплант без побочных эффектов.",
            "Мы не только лечим, мы даём гарантию.",
            "Капельница для очищения организма.",
            "После укола тяга исчезнет навсегда.",
            "Снимем отмену за 2 часа.",
            "Вернём вам сына.",
        ),
    },
    must_pass={
        "en": (
            "No treatment can guarantee a result.",
            "Nobody can promise a result, and yet many people do recover.",
            "There is no guarantee.",
            "A doctor cannot guarantee that the pain goes away.",
            "Beware of clinics that promise a complete cure.",
            "Treatment is usually not a cure, but it helps.",
            "A cure is not possible, but recovery is.",
            "It is best to call early.",
            "Do not take two doses in one day.",
            "Detox does not remove craving in one day.",
            "Do your best to stay calm.",
            "It is not painless.",
            "Nothing works for everyone.",
            "Long-lasting recovery is possible.",
            "Ask whether they guarantee a result; if so, be careful.",
            "Help is free and confidential; the law guarantees it.",
            "Ask what “guarantee” means.",
        ),
        "ru": (
            "Ни одно лечение не гарантирует результат.",
            "Обещать результат не может никто, и всё же многие выздоравливают.",
            "Гарантий не бывает.",
            "Врач не может дать гарантию.",
            "Не верьте тем, кто обещает полное излечение.",
            "Гарантию здесь дать нельзя.",
            "Лучше позвонить сразу.",
            "Не давайте две дозы за один день.",
            "Детокс не избавит от тяги навсегда.",
            "За день или один раз?",
            "Это не безболезненно.",
            "Налоксон помогает не всегда.",
            "Возможна долгая ремиссия.",
            "Спросите, гарантируют ли результат.",
            "Конфиденциальность мы гарантируем.",
            "Отмена обычно проходит за неделю.",
        ),
    },
)
