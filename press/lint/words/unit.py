"""Numbers that do not say what is counted: "Wait 10.", «температура 39»."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from press import morphology
from press.lint.words.labels import is_label
from press.lint.words.passages import Passage, Role
from press.lint.words.phrases import listed
from press.lint.words.rule import Finding, WordRule
from press.model.project import Project
from press.sentences import Word, sentences, words

#: A number or a range; 28-му, 5th, 9:00, 1/2 and B12 say enough themselves.
_PLAIN = re.compile("\\d+(?:[\u00a0\u202f]\\d{3})*(?:[.,]\\d+)?(?:[–-]\\d+(?:[.,]\\d+)?)?")
_YEAR = re.compile("(?:19|20)\\d\\d(?:[–-](?:19|20)?\\d\\d)?")
#: Words that no number counts.
_FUNCTION: Mapping[str, frozenset[str]] = {
    "en": listed(
        "a an the every each or and then again if when while but with without per for until till before after is "
        "are was were now please once twice by from on so as because it they he she you we this that than to at "
        "in of slowly carefully immediately only may can must should will not do does give call ring wait stay "
        "repeat turn spray take tell check also later within first next in maximum max minimum min. daily nightly "
        "total"
    ),
    "ru": listed(
        "и или а но если когда пока потом затем снова каждый каждые каждую с в на до от за по при к у о об для "
        "без через после перед это он она они вы мы не ни же то так как что сразу медленно осторожно только может "
        "можно нужно надо ежедневно максимум минимум подряд вместе обычно"
    ),
}
#: Dictionary forms of nouns whose number stands behind them: day 5, step 2, code 12.
_NUMBERED: Mapping[str, frozenset[str]] = {
    "en": listed(
        "day week month year stage step page room floor phase part number no line table figure chapter section "
        "article point type group level grade class building house flat bus extension ext version law guideline "
        "call ring dial phone telephone hepatitis covid ward gate entrance code pin door box desk window question "
        "item block apartment form size track platform route exit unit office paragraph dialling dialing press "
        "suite apt bldg licence license certificate permit registration invoice contract policy receipt order "
        "passport postcode zip tin inn ogrn kpp bik account"
    ),
    "ru": listed(
        "день сутки неделя месяц год стадия этап шаг страница стр кабинет палата комната этаж дом корпус квартира "
        "линия номер пункт п статья ст таблица рисунок рис часть глава группа тип степень класс уровень автобус "
        "больница отделение версия закон звонить позвонить набрать набирать телефон тел скорая подъезд вход код "
        "домофон дверь вопрос окно касса бланк форма школа поликлиника диспансер трамвай троллейбус маршрут "
        "нажать добавочный строка анкета раздел фаза приказ строение владение офис помещение литера лицензия договор "
        "заявка заказ полис паспорт серия свидетельство протокол индекс инн огрн огрнип кпп бик снилс"
    ),
}
_AGE: Mapping[str, frozenset[str]] = {
    "en": listed("under over aged age"),
    "ru": listed("до за старше младше возраст возрасте"),
}
_AGES = range(10, 100)
#: Where these stand, "over 39" is no age.
_MEASURED = re.compile(
    "temperature|fever|pulse|breath|dose|wait|heart|drink|tablet|temp|температур|жар|пульс|доз|вдох|градус|дыш|пей|пить|"
    "капл|жд[иа]|таблет|давлен|сердц",
    re.IGNORECASE,
)
#: What lets a second number share the noun of the first: "4–10 days, most often 3–5".
_SHARING: Mapping[str, frozenset[str]] = {
    "en": listed("often usually sometimes rarely to least most even mostly mainly or than about only not"),
    "ru": listed("чаще обычно реже иногда до даже или около не более менее максимум минимум иной только"),
}
#: Behind a number these are no noun in the wrong number: 8 утра, 12 апреля.
_TIMES = listed(
    "утра вечера ночи дня января февраля марта апреля мая июня июля августа сентября октября ноября декабря раза"
)
#: Where these stand, "from 9 to 18" are hours of the day.
_HOURS = re.compile(
    "open|clos|workday|weekday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|daily|clock|reception|"
    "открыт|закрыт|работа|будн|ежедневн|понедельник|вторник|сред[уы]|четверг|пятниц|суббот|воскресен|приём|прием",
    re.IGNORECASE,
)
_OF_A_DAY = range(25)
#: Where these stand, "10 a minute" are breaths or beats.
_RATE = re.compile(
    "breath|respirat|pulse|heart|beat|rate\\b|дыш|дыхан|вдох|пульс|сердц|удар|частот|\\bЧД\\b|\\bЧСС\\b", re.IGNORECASE
)
_A_MINUTE = re.compile(
    "\\s+(?:(?:a|per|each)\\s+(?:minute|second)|(?:в|за)\\s+(?:1\\s+|одну\\s+)?(?:минуту|мин|секунду))\\b"
)
#: Blood pressure has no unit in speech: 180 over 110.
_PRESSURE = re.compile("pressure|давлен", re.IGNORECASE)
_ABOVE = re.compile("\\d+\\s+(?:over|на)\\s+\\d+")
#: What has an amount and no number of pieces: "0.4 naloxone" may be milligrams or millilitres.
_SUBSTANCES: Mapping[str, frozenset[str]] = {
    "en": listed(
        "naloxone methadone buprenorphine morphine heroin fentanyl diazepam naltrexone saline glucose water vodka "
        "oxygen"
    ),
    "ru": listed(
        "налоксон метадон бупренорфин морфин героин фентанил диазепам налтрексон физраствор глюкоза вода водка спирт "
        "кислород"
    ),
}
#: Behind a substance these begin something else: "0.4 naloxone into the thigh", but "2 naloxone sprays".
_BEHIND = listed("into under over through onto against")
#: A price that looks like a year: "2000 a day", «стоит 2000».
_A_DAY = re.compile(
    "\\s*(?:(?:an?|per|each)\\s+(?:day|night|hour|week|month|visit|session|person)|"
    "/\\s*(?:день|сутки|час)|(?:в|за)\\s+(?:день|сутки|час|ночь|неделю|месяц|визит|сеанс|приём|человека|место))\\b"
)
_COSTS = re.compile(
    "\\b(?:costs?|pay|total(?:\\s+of)?|стоит|стоят|итого|заплатите|обойдётся\\s+в)[\\s:—]*(?:about\\s+|около\\s+)?$",
    re.IGNORECASE,
)
_FROM_IN_PRICES = re.compile("\\bот\\s+$", re.IGNORECASE)
_IN_THE_YEAR = re.compile("\\b(?:in|since|by|of|until|в|с|к)\\s+$", re.IGNORECASE)
_OF_THE_YEAR = re.compile("\\s*г(?:\\.|од)")
#: What stands before the whole of a share of people whose noun came with the part: "48 people out of 100".
#: Of a medicine the number behind is its strength, and wants a unit: "2 tablets of 5".
_OF_A_WHOLE: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        "\\d\\s+(?:(?!(?:to|for|in|of|per|by|with)\\s)[^\\W\\d]+\\s+){0,2}?"
        "(?:people|persons?|patients?|participants?|volunteers?|wom[ae]n|m[ae]n|adults?|child(?:ren)?|teenagers?|"
        "mothers?|fathers?|parents?|famil(?:y|ies)|relatives|users|prisoners|students|nurses|doctors|workers|babies|newborns)"
        "(?:\\s+(?:and|or)\\s+[^\\W\\d]+)?\\s+(?:out\\s+of|of|in\\s+every)\\s+(?:every\\s+)?$",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        "\\d\\s+(?:(?!(?:для|в|на|с|по|от)\\s)[^\\W\\d]+\\s+){0,2}?"
        "(?:человек\\w*|люд(?:и|ей|ям|ьми|ях)|участни[кц]\\w*|пациент\\w*|доброволь\\w+|женщин\\w*|мужчин\\w*|больн(?:ой|ых|ым|ыми|ому)|"
        "взросл(?:ых|ым|ого|ому)|дет(?:и|ей|ям)|подростк\\w+|подростков|матер\\w+|отц\\w+|родител\\w+|сем(?:ья|ьи|ей|ьям)|заключённ\\w+|"
        "младен\\w+)"
        "(?:\\s+(?:и|или)\\s+[^\\W\\d]+)?\\s+из\\s+(?:каждых\\s+)?$",
        re.IGNORECASE,
    ),
}
#: So many characters before a number are asked for the part of a share.
_NEAR = 80
_SIGNS = listed("см м мм кг г мг мкг мл л ч мин сек с сут нед мес руб тыс млн ед шт")
_CURRENCY = re.compile("(?:[$€£₽№#]|\\b[A-Z]{3})[ \u00a0\u202f]?$")
_MEASURE = re.compile("[ \u00a0\u202f]?(?:[%‰°$€£₽′″×=&+/]|:\\s?\\d)")
_JOINT = re.compile("\\s?(?:[–—-]|,|\\s(?:or|and|to|in|of|out of|и|или|до|из|либо|на|по)\\s)\\s?")
_FROM = listed("с from")
_MORE = listed("more further other another extra full whole ещё еще целых полных")
#: So many numbers in a row may share a noun, and so many words back it may stand.
_CHAIN = 5
_MEMORY = 30
_ENTRY = re.compile("[.)]\\s")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The words of one sentence, and the text they stand in."""

    row: tuple[Word, ...]
    text: str
    said: str
    start: int
    language: str

    def says_what(self, number: int) -> bool:
        """Whether the number at this place of the row says what it counts."""
        word = self.row[number]
        return (
            bool(_CURRENCY.search(self.text[: word.start]))
            or (not number and bool(_ENTRY.match(self.text, _end(word))))  # the number of an entry: "1. Call"
            or self._is_an_hour(word)
            or self._is_a_rate(number)
            or self._is_label(word)
            or _OF_A_WHOLE[self.language].search(self.text[max(self.start, word.start - _NEAR) : word.start])
            is not None
            or self._follows_its_noun(number)
            or self._precedes_its_noun(number)
            or self._shares_the_noun(number)
        )

    def _is_an_hour(self, word: Word) -> bool:
        return word.text.isdigit() and int(word.text) in _OF_A_DAY and _HOURS.search(self.said) is not None

    def _is_a_rate(self, number: int) -> bool:
        """Breaths or beats a minute, or blood pressure."""
        for _ in range(_CHAIN):  # 60 to 90 a minute
            number = self._joined(number) or number
        word = self.row[number]
        if _A_MINUTE.match(self.text, _end(word)):
            return _RATE.search(self.said) is not None
        pressures = _ABOVE.finditer(self.text) if _PRESSURE.search(self.said) else ()
        return any(found.start() <= word.start < found.end() for found in pressures)

    def _is_label(self, word: Word) -> bool:
        at = word.start - self.start
        return is_label(self.said, at, at + len(word.text), self.language)

    def _follows_its_noun(self, number: int) -> bool:
        for _ in range(_CHAIN):  # steps 4 to 6
            number = self._joined_to(number) or number
        if not number or self.text[_end(self.row[number - 1]) : self.row[number].start].strip():
            return False
        before = self.row[number - 1].text.lower()
        if before in _FROM and number > 1:
            return self._is(self.row[number - 2], _NUMBERED[self.language])
        if before in _AGE[self.language] and not _MEASURED.search(self.said):
            word = self.row[number].text
            return word.isdigit() and int(word) in _AGES
        return self._is(self.row[number - 1], _NUMBERED[self.language])

    def _precedes_its_noun(self, number: int) -> bool:
        """Whether the noun or sign behind the number, or behind those it is joined with, is what is counted."""
        for _ in range(_CHAIN):
            number = self._joined(number) or number
        word = self.row[number]
        if not _PLAIN.fullmatch(word.text) or _MEASURE.match(self.text, _end(word)):
            return True
        if number + 1 == len(self.row):
            return False
        after = self.row[number + 1]
        if self.text[_end(word) : after.start].strip(" \u00a0\n(«“\"'"):
            return False
        if after.text.lower() in _MORE:
            return number + 2 < len(self.row) and self._can_be_counted(word, self.row[number + 2])
        if self._is_substance(number + 1):
            return False
        return self._is_sign_of_a_unit(after) or self._can_be_counted(word, after)

    def _joined(self, number: int) -> int:
        """The place of the next number if it goes on with this one (2 or 3 tablets, 1 in 5 people), or 0."""
        for place in (number + 1, number + 2):
            if place < len(self.row) and self.row[place].text[0].isdigit():
                return place if self._joins(number, place) else 0
        return 0

    def _joined_to(self, number: int) -> int:
        """The place of the number before, if this one goes on with it, or 0."""
        for place in (number - 1, number - 2):
            if place > 0 and self.row[place].text[0].isdigit():
                return place if self._joins(place, number) else 0
        return 0

    def _joins(self, number: int, place: int) -> bool:
        between = self.text[_end(self.row[number]) : self.row[place].start]
        return _JOINT.fullmatch(between) is not None

    def _is_sign_of_a_unit(self, after: Word) -> bool:
        """The Russian signs of second, hour and metre are prepositions too: an end follows them."""
        if self.language != "ru" or after.text not in ("с", "ч", "м", "г", "л"):
            return False
        return re.match("\\s*(?:[.,;:!?)]|$)", self.text[_end(after) :]) is not None

    def _is_substance(self, place: int) -> bool:
        """Whether this word is the substance itself, rather than part of a name: naloxone, not naloxone sprays."""
        if not self._is(self.row[place], _SUBSTANCES[self.language]):
            return False
        if self.language != "en" or place + 1 == len(self.row):
            return True
        following = self.row[place + 1]
        ended = bool(self.text[_end(self.row[place]) : following.start].strip())
        return ended or following.text.lower() in _FUNCTION["en"] | _BEHIND

    def _can_be_counted(self, word: Word, after: Word) -> bool:
        if after.text == "May":
            return True
        small = after.text.lower()
        if small in _FUNCTION[self.language]:
            return False
        if self.language != "ru" or small in _TIMES or small in _SIGNS:
            return True
        if morphology.is_verb(small):
            return False
        many = word.text.isdigit() and (int(word.text) % 10 not in range(1, 5) or int(word.text) % 100 in range(11, 15))
        return not (many and morphology.is_singular(small))

    def _shares_the_noun(self, number: int) -> bool:
        """Whether this number goes on with an earlier one that has a noun: из 75 человек 2 умерли."""
        before = [one.text.lower() for one in self.row[max(0, number - 2) : number]]
        after = self.row[number + 1].text.lower() if number + 1 < len(self.row) else ""
        done = self.language == "ru" and bool(after) and morphology.is_verb(after) and not morphology.is_order(after)
        if not done and not _SHARING[self.language] & {*before}:
            return False
        return any(
            self.row[place].text[0].isdigit() and self._precedes_its_noun(place)
            for place in range(max(0, number - _MEMORY), number)
        )

    def _is(self, word: Word, nouns: Collection[str]) -> bool:
        small = word.text.lower()
        if small in nouns or (self.language == "en" and small.removesuffix("s") in nouns):
            return True
        return self.language == "ru" and not morphology.lemmas(small).isdisjoint(nouns)


def _end(word: Word) -> int:
    return word.start + len(word.text)


_ADVICE = {
    "en": "Add the unit or the noun: “10 minutes”, “1 breath”, “39 °C”.",
    "ru": "Добавьте единицу или слово: «10 минут», «1 вдох», «39 °C».",
}


def _find(passage: Passage, project: Project) -> Iterator[Finding]:
    if not any(sign.isdigit() for sign in passage.text):
        return
    phones = _phones(project)
    for sentence, number in _numbers(passage):
        word = sentence.row[number]
        if word.text not in phones and not sentence.says_what(number):
            message = f"“{word.text}” does not say what is counted"
            yield Finding(word.start, len(word.text), message, _ADVICE[passage.language])


def _numbers(passage: Passage) -> Iterator[tuple[_Sentence, int]]:
    """Every plain number that is no year, in its sentence."""
    row = words(passage.text)
    for said, start in sentences(passage.text, passage.language):
        own = tuple(one for one in row if start <= one.start < start + len(said))
        sentence = _Sentence(own, passage.text, said, start, passage.language)
        for number, word in enumerate(own):
            if _PLAIN.fullmatch(word.text) and not (_YEAR.fullmatch(word.text) and not _is_price(passage, word)):
                yield sentence, number


def _is_price(passage: Passage, word: Word) -> bool:
    """Whether a number that looks like a year is money."""
    before = passage.text[: word.start]
    if _COSTS.search(before):
        return _OF_THE_YEAR.match(passage.text, _end(word)) is None
    if _IN_THE_YEAR.search(before) or _OF_THE_YEAR.match(passage.text, _end(word)):
        return False
    if _A_DAY.match(passage.text, _end(word)):
        return True
    return passage.role is Role.PRICE and _FROM_IN_PRICES.search(before) is not None


def _phones(project: Project) -> frozenset[str]:
    emergency = project.clinic.emergency
    own = (phone.number for branch in project.branches.values() for phone in branch.phones.values())
    return frozenset((emergency.ambulance, emergency.single, "101", "102", "103", "104", "112", "911", "999", *own))


RULE = WordRule(
    code="words-unit",
    sources=("pemat-2013",),
    languages=("en", "ru"),
    find=_find,
    must_fail={
        "en": (
            "Wait 10.",
            "Give 2, then call.",
            "Temperature 39 or more",
            "A temperature of 38–39",
            "Give 1 every 5 seconds.",
            "Repeat after 3.",
            "Take 2 and wait.",
            "Give 2 tablets, then wait 10.",
            "Not awake after 5: call.",
            "A place in the ward, 2000 a day",
            "The stay costs 2050 per night.",
            "Give 0.4 naloxone and wait.",
            "Inject 0.8 naloxone into the thigh.",
            "The drip has 500 glucose.",
            "A carer for the night, 1900 an hour",
            "Drip speed: 40 a minute",
            "On the corner of Forest Street wait for 10.",
            "A total of 2000 is due before the visit.",
            "Bed in a room for two, 2000 per day",
            "The drip runs at 40 a minute.",
            "Take 1.5 water before the drip.",
            "Check the pulse after 10.",
            "Give 2 sprays in 10.",
            "Out of 100, write to us.",
            "Pay 2000 at the desk.",
            "Take 2 tablets of 5 every day.",
            "Give 1 full dose of 40 at night.",
            "Inject 1 vial of 380 a month.",
        ),
        "ru": (
            "Подождите 10.",
            "Дайте 2, потом звоните.",
            "Температура 39",
            "Температура 38–39 и озноб",
            "Давайте 1 каждые 5 минут.",
            "Повторите через 3.",
            "Примите 2 и ждите.",
            "Через 5 повторите.",
            "В пакете 500 солевого раствора.",
            "Не отвечает больше 5: звоните.",
            "Дайте 2 впрыска, ждите 3, дайте ещё.",
            "Палата на двоих, 2000 в день",
            "Сиделка, от 1900 за ночь",
            "Введите 0,8 налоксона в бедро.",
            "Выпейте 1,5 воды за день.",
            "Скорость капельницы: 40 в минуту",
            "Консультация стоит 2000.",
            "Дайте 2 налоксона.",
            "На Лесной улице ждите 10.",
            "Итого 2050, без выезда",
            "Койка, 2000 за сутки",
            "Доза 0,5 метадона",
            "Визит стоит 2000, без лекарств",
            "Через 10 проверьте пульс.",
            "Возьмите капли из 10.",
            "Капли разводят из 10.",
            "Принимайте по 2 таблетки из 10.",
            "Дайте 1 полную дозу из 40.",
        ),
    },
    must_pass={
        "en": (
            "Wait 10 minutes.",
            "39 °C with stiff neck or rash",
            "Call 103 or 112.",
            "Only after 7–10 days without opioids (up to 14 after methadone).",
            "At one New York clinic 2 of 75 people died, and 5 more needed hospital care.",
            "Despair, or worse after day 5",
            "Illness; under 18, over 60",
            "1 breath every 5 s",
            "Open 9:00–20:00, 24/7.",
            "As of 1 November 2026. RUB 4,500",
            "Ring +7\u00a0495\u00a0127-02-03 now.",
            "2 or 3 tablets, about 28 days.",
            "1. Call the clinic.",
            "1 in 5 people",
            "About 10 % of them",
            "Steps 2 to 4 are for two helpers.",
            "From 9 to 18 on workdays",
            "Withdrawal lasts 4–10 days, most often 3–5.",
            "Write to 12 Forest Road, flat 4.",
            "The ward is at Tverskaya St, 14, bldg 2.",
            "Our address: Mira Avenue 101, apt. 7, Moscow, 129085.",
            "Licence No. LO-77-01-020304 of 3 May 2020",
            "Order No. 203 of the Ministry of Health",
            "Contract no. 15, page 2",
            "Reg. No. 1027700",
            "A breathing rate below 12 a minute",
            "Pulse over 120 per minute: ring us.",
            "Blood pressure above 180 over 110",
            "Give 2 naloxone sprays.",
            "In 2000 the law changed.",
            "The clinic has been open since 2000, day and night.",
            "There is 0.4 mg of naloxone in each ampoule.",
            "Bus no. 12 stops at Garden Lane, 7.",
            "Our office: 14 Lesnoy Lane, office 3.",
            "ul. Sadovaya 12, apt. 5",
            "Come to Oak Avenue, 21.",
            "The policy number is 7701.",
            "Contract 15 is signed at the desk.",
            "Call on 3 May or 4 May.",
            "Order 203 sets the rules.",
            "Pulse 60 to 90 a minute is usual.",
            "Breaths: fewer than 10 per minute",
            "140 over 90 is high blood pressure.",
            "License 12345",
            "In 2019 a day in hospital cost less.",
            "Prices 2026",
            "Room 5, bldg. 3",
            "Take bus 12 to Mira Ave.",
            "After a year 48 people out of 100 were still in treatment.",
            "Hepatitis C goes away in 95 people of 100.",
            "9 treated patients in every 10 come back.",
            "It helped 7 men and women out of 10.",
            "9 out of 10 people feel better.",
            "It helped 30 participants in every 100.",
        ),
        "ru": (
            "Подождите 10 минут.",
            "39 °C и сыпь; не гнётся шея",
            "Звоните 103 или 112.",
            "Только после 7–10 дней без опиоидов (после метадона до 14).",
            "Из 75 человек 2 умерли, ещё 5 попали в больницу.",
            "Хуже после 5-го дня",
            "Болезнь; до 18 или за 60",
            "1 вдох в 5 с",
            "Открыто 9:00–20:00.",
            "Цены на 1 ноября 2026 г.",
            "капельница 1500 мл",
            "Звоните +7\u00a0495\u00a0127-02-03.",
            "2 или 3 таблетки, около 28 дней.",
            "День 2–3",
            "Около 10 % людей",
            "Приём с 8 утра, на 5-м этаже.",
            "Шаги с 2 по 4 делают вдвоём.",
            "С 9 до 18 по будням",
            "Отмена длится 4–10 дней, чаще 3–5.",
            "Форма 025/у, дом 7, квартира 15",
            "Клиника: ул. Садовая, 14, стр. 1, эт. 2.",
            "Проспект Мира, 101, корп. 3, кв. 7",
            "129085, г. Москва, пер. Тихий, д. 4",
            "Лицензия № ЛО-77-01-020304 от 3 мая 2020 г.",
            "Приказ Минздрава № 203",
            "ОГРН 1027700132195, ИНН 7701234567",
            "Договор № 15, стр. 2",
            "Пульс больше 120 в минуту",
            "Дышит реже 8 в минуту",
            "Давление выше 180 на 110",
            "По 1,5 таблетки утром",
            "Введите 0,4 мг налоксона.",
            "В 2000 году закон изменили.",
            "Каб. 12, эт. 3",
            "Работаем с 2000 года.",
            "Дорога занимает 2,5 часа.",
            "Наб. Тихая, 3, оф. 21",
            "Наш адрес: Лесной переулок, 14, оф. 3.",
            "г. Москва, ул. 1-я Тверская, 12, стр. 4",
            "м. Сокол, ул. Алабяна, 5",
            "Договор 15 подписан.",
            "Полис № 7701 и паспорт",
            "Пульс от 60 до 90 в минуту",
            "Давление 140 на 90",
            "В 2019 за сутки в стационаре платили меньше.",
            "Цены 2026 года",
            "пл. Победы, д. 1, под. 2",
            "Лицензия 77-01-0203",
            "Тел. 8, доб. 12",
            "Закон № 38",
            "шоссе Энтузиастов, 31",
            "Спустя 6 месяцев не употребляли 48 участников из 100.",
            "Гепатит C вылечивают у 95 человек из 100.",
            "Помогло 7 взрослым пациентам из каждых 10.",
            "Через год лечились 60 женщин из 80.",
            "Помогло 12 молодым пациентам и родителям из 20.",
            "Из отделения ушли 3 человека из 50.",
        ),
    },
)
