"""Promises that no treatment can keep ("guarantee", "cured for good", "100 %"), from the lists in content/words/."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from press.lint.words.avoided import advice, ready
from press.lint.words.negation import denied
from press.lint.words.passages import Passage
from press.lint.words.phrases import sentence_around
from press.lint.words.rule import Finding, WordRule
from press.lint.words.warned import warned
from press.model.project import Project
from press.sentences import Sentence

#: The whole, in figures, which no list of words can hold; oxygen and cotton may be pure.
_ALL = re.compile("\\b100[ \u00a0\u202f]?%(?! *(?:oxygen|cotton|кислород|хлоп))")
_SHARE = "Say how many people it helped, with the source."
#: How a question begins that readers have, rather than an offer: “Is there a cure?”, «Лечится ли».
_ASKED: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        "(?:is|are|can|could|does|will|has|why\\s+is|why\\s+does)\\b(?!.*\\b(?:we|us|our)\\b)", re.IGNORECASE
    ),
    "ru": re.compile(
        "(?:\\w+\\s+ли|есть|правда|можно|бывает|возможн\\w+|существу\\w+|а\\s+если|когда|почему)\\b(?!.*\\b(?:мы|нас|нам|наш\\w*)\\b)",
        re.IGNORECASE,
    ),
}
#: What makes an offer of an answer, whatever else it says.
_OFFERED: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        "(?:yes|sure|certainly|of\\s+course|absolutely|definitely)\\b|.*\\b(?:we|us|our)\\b", re.IGNORECASE
    ),
    "ru": re.compile(
        "(?:да|конечно|разумеется|безусловно|теперь)\\b|.*\\b(?:мы|нас|нам|нами|наш\\w*)\\b", re.IGNORECASE
    ),
}
#: An answer of the clinic that denies all the same.
_WE_DENY: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        "(?:no[,.:;]\\s+)?(?:(?:neither\\s+)?we|none\\s+of\\s+us|nobody,\\s+not\\s+even\\s+we)\\s+(?:(?:do|can|could)(?:\\s+not|n['’]t)|cannot|can)\\s+"
        "(?:know|say|tell|promise|guarantee|cure)",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        "(?:нет[,.:;]\\s+)?(?:мы\\s+)?(?:этого\\s+|так(?:ого|ие)\\s+)?(?:мы\\s+)?не\\s+(?:знаем|обещаем|гарантируем|можем\\s+(?:обещать|сказать|знать))",
        re.IGNORECASE,
    ),
}
#: What denies or hedges what was asked, at the beginning of an answer or anywhere in it.
_DENIED: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        "(?:sadly,?\\s+|unfortunately,?\\s+|alas,?\\s+|so\\s+far,?\\s+)?(?:no(?=\\s*[.,;:—–]|$)|"
        "(?:no|there\\s+is\\s+no|there\\s+are\\s+no)\\s+(?:\\w+\\s+)?(?:treatments?|such|medicines?|pills?|drugs?|cures?|methods?|guarantees?)\\b|"
        "not(?=\\s*[.,;]|$)|not\\s+(?:yet|always|for\\s+(?:every|all)|every\\w*|all\\b|in\\s+(?:every|all)|completely|necessarily|quite|really|for\\s+(?:ever|good))|"
        "(?:it|there|he|she|they|that|this|dependence|addiction|doctors?|science|medicine)\\s+"
        "(?:(?:is|are|does|do|can|has|have)(?:\\s+not|n['’]t)|cannot)\\s+(?!fail|go\\s+wrong|hard|difficult|doubt))|"
        ".*\\b(?:(?:nobody|no\\s+one)\\s+(?:\\w+\\s+)?(?:knows?|can|could|say|says|promises?)|"
        "(?:many|some|most)(?!\\s+(?:certainly|definitely|surely|assuredly))|rarely|seldom|perhaps|maybe|possibly|"
        "not\\s+(?:of\\s+)?an?\\s+cure|speak\\s+of\\s+recovery|recovery\\s+is\\s+possible|remission|"
        "(?:can|may|might)\\s+be\\s+(?:treated|managed|controlled|kept)|treatable|depends|differs?|var(?:y|ies)|"
        "(?:it|he|she|they|people|the\\s+craving)\\s+(?:may|might)|for\\s+years)\\b",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        "(?:к\\s+сожалению,?\\s+|увы,?\\s+)?(?:нет(?=\\s*[.,;:—–]|$|\\s+так\\w+\\s)|пока\\s+(?:что\\s+)?(?:нет|не\\b)|так\\w+\\s+(?:\\w+\\s+)?(?:пока\\s+)?нет\\b|"
        "нельзя\\b|невозможно\\b|вряд\\s+ли|едва\\s+ли|неизвестно|"
        "не\\s+(?:всегда|у\\s+всех|все(?:м|х|гда)?\\b|совсем|полностью|сразу|навсегда|обязательно|бывает))|"
        ".*\\b(?:никто\\s+(?:\\w+\\s+)?не\\s+(?:зна|ска|мож|обеща|гарант|отве)\\w*|не\\s+(?:скажет|знает|может|обещает)\\s+(?:\\w+\\s+)?никто|"
        "говорят\\s+о\\s+(?:ремисси|выздоровл)\\w+|ремисси\\w+|многи[ем]|многих|некоторы[ем]|некоторых|большинств\\w+|по-разному|зависит|"
        "у\\s+каждого|иногда|редко|поддаётся\\s+лечению|можно\\s+лечить|возможно\\s+выздоровление|годами)\\b",
        re.IGNORECASE,
    ),
}
_QUOTES = {"“": "”", "«": "»", "„": "“", '"': '"', "‘": "’"}


def _find(passage: Passage, project: Project) -> Iterator[Finding]:
    text, words = passage.text, project.word_lists.get(passage.language)
    for start, end, entry in ready(words.promises, passage.language).find(text) if words else ():
        if not _is_quoted(text, start, end) and _is_made(passage, start, end):
            yield _finding(text, start, end, advice(entry, project))
    for found in _ALL.finditer(text):
        start, end = found.span()
        if not denied(text, start, end, passage.language) and _is_made(passage, start, end):
            yield _finding(text, start, end, _SHARE)


def _is_made(passage: Passage, start: int, end: int) -> bool:
    """Whether the text makes the promise, rather than warning of it or asking whether it can be kept."""
    return not warned(passage.text, start, end, passage.language) and not _is_asked(passage, start)


def _is_asked(passage: Passage, start: int) -> bool:
    """Whether it is a question that readers have, and what follows denies or hedges it, or nothing follows."""
    text, language = passage.text, passage.language
    if language not in _ASKED:
        return False
    question = sentence_around(text, start, language)
    if not _is_readers(question.text, language):
        return False
    answer = question
    while answer.text and _is_readers(answer.text, language):  # questions in a row have one answer
        rest = text[answer.start + len(answer.text) :]
        at = answer.start + len(answer.text) + len(rest) - len(rest.lstrip())
        answer = sentence_around(text, at, language) if rest.strip() else Sentence("", at)
    return not answer.text or _is_denial(answer.text, language)


def _is_readers(said: str, language: str) -> bool:
    return said.endswith("?") and _ASKED[language].match(said) is not None


def _is_denial(answer: str, language: str) -> bool:
    if _WE_DENY[language].match(answer):
        return True
    return not _OFFERED[language].match(answer) and _DENIED[language].match(answer) is not None


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
            "Three days with us, and heroin will be a stranger to her.",
            "Your husband will be home for dinner on Friday, sober and smiling.",
            "We have yet to meet the person we could not help.",
            "After the implant there is nothing left to tempt him.",
            "You bring us a sick man, we send home a healthy one.",
            "He goes to sleep dependent and wakes up free.",
            "Once our doctors are done, the word heroin will mean nothing to her.",
            "Our results speak for themselves: everyone leaves drug-free.",
            "Withdrawal? Our patients hardly notice it.",
            "Sign today and get your old life back by Easter.",
            "Our medicine switches the addiction off like a light.",
            "The days of lying awake with worry are over for good.",
            "In our hands your daughter is sure to recover.",
            "The treatment leaves no chance for a return to drugs.",
            "There is no dependence that our team cannot beat.",
            "It takes one weekend to leave ten years of heroin behind.",
            "Nothing to fear, nothing to feel: detox under sedation.",
            "Our method has never let a family down.",
            "Your son will laugh at the very thought of drugs.",
            "By the end of the course, all desire for opioids is gone.",
            "Forget everything you have heard about hard withdrawal.",
            "You will get your son back, the one you remember.",
            "The only treatment you will ever need.",
            "Ten sessions and you are done with opioids.",
            "She will come out a new woman.",
            "Give her to us for two weeks, and she will never want heroin again.",
            "Nobody leaves our ward with cravings.",
            "He will be himself again before the leaves fall.",
            "With naltrexone under the skin, using is no longer an option.",
            "Your family's nightmare ends at our front door.",
            "No shaking, no sweating, no pain: just a long sleep.",
            "Ninety-nine of a hundred never come back to us.",
            "This is the last clinic he will ever see.",
            "It has worked for everybody who tried it.",
            "One phone call, and your troubles are over.",
            "Fixed price, guaranteed result.",
            "Is there a treatment that always works? Yes, and we offer it.",
            "Can he be cured? With our method he can.",
            "Is there a cure? There is, and it takes one visit.",
            "Why wait months when we can wipe out cravings overnight?",
            "Want guaranteed results? Do not wait.",
            "Can he be cured for ever? Definitely!",
            "Is there a treatment that always works? Call today and find out.",
            "Can he be cured for ever? Why not?",
            "Can he be cured for ever? No doubt about it.",
            "Can he be cured for ever? Do not wait and call.",
            "Can he be cured? Is there a cure for ever? Most certainly.",
            "Is there a treatment that always works? It does not fail.",
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
            "Три дня у нас — и героин станет ей чужим.",
            "Муж вернётся к ужину трезвым и счастливым.",
            "Мы ещё не встречали человека, которому не смогли бы помочь.",
            "После импланта его уже ничто не соблазнит.",
            "Приводите больного — забирайте здорового.",
            "Ложится зависимым, просыпается свободным.",
            "К лету вы получите прежнюю дочь.",
            "Результаты говорят сами за себя: все уходят без тяги.",
            "Отмена? Наши пациенты её почти не чувствуют.",
            "Наше лекарство выключает зависимость, как лампочку.",
            "Бессонные ночи закончатся раз и навсегда.",
            "В наших руках ваш сын обязательно поправится.",
            "Нет такой зависимости, с которой мы бы не справились.",
            "За выходные вы оставите позади десять лет героина.",
            "Наш метод ещё никого не подвёл.",
            "К концу курса желание употреблять исчезает полностью.",
            "Забудьте всё, что слышали о тяжёлой отмене.",
            "Это последнее лечение, которое вам понадобится.",
            "Десять сеансов — и с опиоидами покончено.",
            "Из клиники она выйдет другим человеком.",
            "Мы вернём радость в ваш дом.",
            "Наркотики перестанут для него существовать.",
            "Доверьтесь нам, и через месяц семья заживёт как прежде.",
            "Он больше не взглянет в сторону наркотиков.",
            "Отдайте её нам на две недели, и она никогда больше не захочет героина.",
            "Никто не уходит от нас с тягой.",
            "Ещё до листопада он станет самим собой.",
            "С налтрексоном под кожей употреблять уже не получится.",
            "Кошмар вашей семьи закончится у наших дверей.",
            "Ни дрожи, ни пота, ни боли — просто долгий сон.",
            "Девяносто девять из ста к нам больше не обращаются.",
            "Это последняя клиника в его жизни.",
            "Один звонок — и ваши беды позади.",
            "Цена фиксирована, результат гарантирован.",
            "Есть ли лечение, которое всегда помогает? Да, у нас.",
            "Можно ли вылечиться навсегда? С нами можно.",
            "Осечек наш метод не даёт.",
            "Можно ли вылечиться навсегда? Можно!",
            "Можно ли вылечиться навсегда? Можно — приходите.",
            "Можно ли вылечиться навсегда? Несомненно.",
            "Можно ли вылечиться навсегда? Нет ничего проще.",
            "Можно ли вылечиться навсегда? Не сомневайтесь.",
            "Можно ли вылечиться навсегда? Звоните и узнайте.",
        ),
    },
    must_pass={
        "en": (
            "A bed in the ward is kept, and her place is guaranteed for 3 nights.",
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
            "Ask the doctor what happens if treatment does not work at first.",
            "Methadone takes away withdrawal for about a day.",
            "The craving usually passes within 20 minutes.",
            "Naloxone will not work if there are no opioids in the body.",
            "The first injection is given in the clinic, the next ones at home.",
            "One visit costs 40 euros.",
            "A single dose of naloxone may not be enough.",
            "Withdrawal can feel like a bad flu and is rarely dangerous in itself.",
            "Treatment lowers the risk of overdose, but does not remove it.",
            "There is no quick fix.",
            "Can it be cured? Doctors speak of recovery, not of a cure.",
            "You can stop treatment at any time, but talk to the doctor first.",
            "The spray works in two to three minutes.",
            "A new life is not built in a day.",
            "We cannot work miracles.",
            "The price of the course is guaranteed until May.",
            "A seat in the waiting room is guaranteed.",
            "The thermometer has a guarantee of two years.",
            "The jab is almost painless.",
            "The blood test is nearly painless and takes a minute.",
            "Is there a cure? There is no single pill, but many people recover.",
            "Can dependence be cured? Doctors speak of recovery.",
            "Can it be cured? It can be treated.",
            "Is methadone for life? It differs from person to person.",
            "Many people do not use drugs for years.",
            "We do not work miracles.",
            "Can he be cured for ever?",
            "Is there a treatment that always works? No.",
            "Is there a treatment that always works? Unfortunately not.",
            "Is there a treatment that always works? Nobody knows of one.",
            "Can he be cured for ever? Many people recover, and some need medicine for years.",
            "Can he be cured for ever? We cannot promise that.",
            "Can he be cured for ever? Is there a pill that cures? Not yet.",
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
            "Заставить его остановиться вы не можете, но можете позаботиться о себе.",
            "Спросите врача, что делать, если лечение сразу не помогло.",
            "Многим нужно несколько попыток, чтобы остановиться.",
            "Метадон снимает отмену примерно на сутки.",
            "Большинству становится легче за неделю.",
            "Тяга обычно проходит за 20 минут.",
            "Налоксон не подействует, если в теле нет опиоидов.",
            "Люди, которые принимают метадон, тоже выздоравливают.",
            "Первый укол делают в клинике, следующие дома.",
            "Один визит стоит 4000 рублей.",
            "Лечение снижает риск передозировки, но не убирает его совсем.",
            "Быстрого решения нет.",
            "Дыхание может замедлиться или остановиться.",
            "Пройдёт ли это когда-нибудь? У многих проходит, другим лекарство нужно годами.",
            "Можно ли вылечиться? Врачи говорят о ремиссии.",
            "Надежда не наивна: большинству со временем становится лучше.",
            "Никто не должен проходить через это в одиночку.",
            "Лечение можно прекратить когда угодно, но сначала поговорите с врачом.",
            "На это могут уйти годы, и пробовать снова стоит.",
            "Некоторым метадон нужен всю жизнь.",
            "Новая жизнь не строится за день.",
            "Чудес мы не творим.",
            "До конца мая цена гарантированно не изменится.",
            "Гарантия на тонометр — 2 года.",
            "Прививка почти безболезненна.",
            "Забор крови безболезненный и быстрый.",
            "Есть ли лекарство навсегда от тяги? Пока нет.",
            "Чудес мы не обещаем.",
            "Можно ли вылечиться навсегда?",
            "Можно ли вылечиться навсегда? Нет, но возможна долгая ремиссия.",
            "Можно ли вылечиться навсегда? Этого заранее не скажет никто.",
            "Можно ли вылечиться навсегда? Многие выздоравливают.",
            "Можно ли вылечиться навсегда? Мы этого не обещаем.",
        ),
    },
)
