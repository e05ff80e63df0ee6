"""Words that hurt the person they are said of, from the lists in content/words/."""

from __future__ import annotations

from collections.abc import Iterator

from press.lint.words.avoided import advice, ready
from press.lint.words.passages import Passage
from press.lint.words.rule import Finding, WordRule
from press.model.project import Project


def _find(passage: Passage, project: Project) -> Iterator[Finding]:
    words = project.word_lists.get(passage.language)
    for start, end, entry in ready(words.avoid, passage.language).find(passage.text) if words else ():
        said = passage.text[start:end]
        yield Finding(start, end - start, f"“{said}” can hurt the person it is said of", advice(entry, project))


RULE = WordRule(
    code="words-stigma",
    sources=("nida-words-matter", "nida-words-clinicians", "say-this-2022", "gcdp-words", "people-first-glossary"),
    languages=("en", "ru"),
    find=_find,
    must_fail={
        "en": (
            "The addict must want to stop.",
            "Junkies steal from their families.",
            "The drug user’s family suffers most.",
            "He is an ALCOHOLIC.",
            "A former addict leads the group.",
            "Substance abuse ruins families.",
            "A heroin habit is expensive.",
            "She has been clean for a year.",
            "The test came back dirty.",
            "Cold-turkey is dangerous.",
            "He gets high every day.",
            "Never talk to him when he is drunk.",
            "Weak will is the cause.",
            "He overdosed again.",
            "You are co-dependent.",
            "He was coded for a year.",
            "Tough love works.",
            "A failed suicide attempt",
            "Methadone is a replacement drug.",
            "The patient is non-compliant.",
            "After a breakdown he left treatment.",
        ),
        "ru": (
            "Наркоманы лгут своим близким.",
            "С наркоманкой трудно жить.",
            "Бывшему наркоману нужна работа.",
            "Потребителям выдают шприцы.",
            "Он алкоголик.",
            "Это вредная привычка.",
            "Всё дело в слабой воле.",
            "Он чист уже полгода.",
            "Анализ снова грязный.",
            "Ломка начинается через 8 часов.",
            "Его ломает вторые сутки.",
            "После срыва он вернулся.",
            "Сын снова сорвался.",
            "Вы созависимы.",
            "Он закодирован на год.",
            "Мужа подшили в клинике.",
            "Деградация личности",
            "Заместительная терапия — это метадон.",
            "Вчера у него был передоз.",
            "Нужна жёсткая любовь.",
            "Неудачная попытка самоубийства",
            "Он под кайфом.",
            "Немотивированных не лечат.",
        ),
    },
    must_pass={
        "en": (
            "After a break, the usual dose can kill.",
            "Give clean water in small sips.",
            "Clean sheets, a quiet room.",
            "A high fever: call the clinic.",
            "His temperature is high.",
            "A user-friendly leaflet, tested with families.",
            "The person who uses drugs decides.",
            "Good sleeping habits help.",
            "Has he drunk any water?",
            "Dependence is a medical condition, not a weak will.",
            "Alcoholics Anonymous meets on Mondays.",
            "Alcoholic hepatitis needs a doctor.",
            "Hormone replacement therapy is another matter.",
            "Vice versa.",
            "People call it “cold turkey”; doctors say withdrawal.",
            "Child abuse and violence: call 103.",
            "She is addicted and asks for help.",
            "She survived a suicide attempt.",
        ),
        "ru": (
            "После перерыва обычная доза может убить.",
            "Чистая вода, понемногу.",
            "Постелите чистое бельё.",
            "Позовите врача психиатра-нарколога.",
            "Наркология — это раздел медицины.",
            "Порок сердца: звоните врачу.",
            "Хорошая привычка — спать днём.",
            "Зависимость — заболевание, а не слабая воля.",
            "Анонимные Алкоголики собираются по средам.",
            "В быту это зовут «ломкой», врачи говорят «отмена».",
            "Закон защищает права потребителей.",
            "Нервный срыв — повод позвонить врачу.",
            "Не выгоняйте его из дома.",
            "Гормональная заместительная терапия здесь ни при чём.",
            "Нитки сняли, рана зашита, шов чистый.",
            "Человек, который употребляет наркотики, решает сам.",
        ),
    },
)
