"""Promises that no treatment can keep ("guarantee", "cured for good", "100 %"), from the lists in content/words/."""

from __future__ import annotations

import re
from collections.abc import Iterator

from press.lint.words.avoided import advice, ready
from press.lint.words.negation import denied
from press.lint.words.passages import Passage
from press.lint.words.rule import Finding, WordRule
from press.lint.words.warned import warned
from press.model.project import Project

#: The whole, in figures, which no list of words can hold; oxygen and cotton may be pure.
_ALL = re.compile("\\b100[ \u00a0\u202f]?%(?! *(?:oxygen|cotton|кислород|хлоп))")
_SHARE = "Say how many people it helped, with the source."
_QUOTES = {"“": "”", "«": "»", "„": "“", '"': '"', "‘": "’"}


def _find(passage: Passage, project: Project) -> Iterator[Finding]:
    text, words = passage.text, project.word_lists.get(passage.language)
    for start, end, entry in ready(words.promises, passage.language).find(text) if words else ():
        if not _is_quoted(text, start, end) and not warned(text, start, end, passage.language):
            yield _finding(text, start, end, advice(entry, project))
    for found in _ALL.finditer(text):
        start, end = found.span()
        if not denied(text, start, end, passage.language) and not warned(text, start, end, passage.language):
            yield _finding(text, start, end, _SHARE)


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
            "The wish to use will never return.",
            "After the implant the craving will not come back.",
            "Your wife will never touch drugs again.",
            "Sober for life after ten sessions.",
            "It works, or you get your money back.",
            "A full refund if the treatment does not work.",
            "Say goodbye to heroin for good.",
            "Leave addiction behind you for ever.",
            "A return to drugs is ruled out.",
            "No more craving after the third visit.",
            "Be careful on the stairs; we guarantee a cure.",
            "Other clinics are lying, but our clinic cures addiction.",
            "Unlike some centres, this one cures addiction.",
            "Those who stay six months are cured.",
            "A guaranteed cure, while other clinics are lying",
            "Heroin is gone for good after our course.",
            "The urge to use never returns after the implant.",
            "He won't touch drugs again.",
            "Relapse is impossible after this method.",
            "Success is certain.",
            "We refund your money if the craving returns.",
            "Our patients never relapse.",
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
            "Желание употреблять никогда не вернётся.",
            "После курса его больше не потянет к наркотикам.",
            "Ваша дочь больше никогда не прикоснётся к наркотикам.",
            "Три укола, и он свободен навсегда.",
            "Результат или возврат денег.",
            "Если лечение не поможет, вернём деньги.",
            "Не будет результата — вернём всю сумму.",
            "Он навсегда простится с героином.",
            "После процедуры тяга больше не возвращается.",
            "Возврат к употреблению исключён.",
            "Другие обманывают, а мы вылечим вашего сына.",
            "Те, кто пройдёт курс, полностью излечатся.",
            "Выберите клинику, которая вылечит мужа навсегда.",
            "Клиника вернёт деньги, если тяга останется.",
            "После кодирования он никогда не захочет наркотиков.",
            "Или деньги назад, если результата нет.",
            "Возврат к наркотикам невозможен.",
            "Навсегда свободен от тяги за три визита.",
            "Больше никогда не потянет к героину.",
            "Гарантируем успех или вернём деньги.",
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
            "Be wary when an advert promises a cure.",
            "Walk away from anyone who guarantees a result.",
            "Avoid clinics that promise a quick cure.",
            "A promise of a complete recovery is a bad sign.",
            "Whoever guarantees success is not telling the truth.",
            "Adverts that promise a painless detox are misleading.",
            "Think twice if a centre says that it cures everyone.",
            "Do not believe that the craving never comes back.",
            "The craving may come back, and that is no failure.",
            "You get your money back if you cancel a day before.",
            "Ask for your money back if nobody came.",
            "Nobody can say that the craving never returns.",
            "She never returned the form.",
            "Some centres advertise a guarantee; ask for it in writing.",
            "Old friends who use may never return his calls.",
            "No treatment takes the craving away for ever.",
            "He never touched drugs before the injury.",
            "Many people never use again, and some do.",
            "The doctor will not return your call at night, the nurse will.",
            "She may never want heroin again, or she may want it tomorrow.",
            "Do not trust sites that sell a cure.",
            "A relapse after treatment is common.",
            "If the craving does not come back by tonight, fine.",
            "We return the money for a cancelled visit.",
            "The deposit is refunded in full, whatever the result.",
            "The fever did not return.",
            "Many doctors say that a quick cure does not exist.",
            "Be honest: nobody promises a cure.",
            "If an advert guarantees success, ask who checked it.",
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
            "Осторожнее с рекламой, которая обещает полное излечение.",
            "Обходите стороной тех, кто гарантирует результат.",
            "Обещание полного излечения — плохой признак.",
            "Кто гарантирует успех, тот говорит неправду.",
            "Реклама, которая обещает безболезненный детокс, вводит в заблуждение.",
            "Насторожитесь, если центр обещает излечить навсегда.",
            "Неправда, что тяга больше никогда не вернётся.",
            "Вернём деньги, если вы отмените визит за сутки.",
            "Предоплату вернут, если врач не приехал.",
            "Никто не знает, вернётся ли тяга.",
            "Некоторые центры дают гарантию: попросите её письменно.",
            "В ту компанию он больше не вернулся.",
            "Обещать, что тяга никогда не вернётся, нельзя.",
            "Честный врач не скажет, что тяга больше не вернётся.",
            "Если тяга вернётся, позвоните нам.",
            "Он больше не вернётся в ту компанию, где есть наркотики.",
            "Многие больше никогда не употребляют наркотики, а некоторые возвращаются.",
            "Боль в суставах не вернулась.",
            "Деньги вернём, если визит отменён.",
            "Если центр обещает успех за день, спросите, кто это проверил.",
            "Тяга может не вернуться, а может прийти завтра.",
            "Документы больше не возвращаются.",
            "Не ведитесь на обещания излечить за день.",
            "Мошенники обещают навсегда избавить от тяги.",
            "Аванс вернём при отмене, результат лечения на это не влияет.",
        ),
    },
)
