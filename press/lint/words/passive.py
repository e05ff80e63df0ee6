"""Passives: heaps of them in one sentence, and steps of an emergency that do not say who acts.

Asked with care, for a wrong alarm costs more than a missed one: only sure forms count, one passive in a
sentence of running text is nobody's trouble, and signs ("cannot be woken") are no steps.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from press import morphology
from press.lint.words.passages import Passage, Role
from press.lint.words.phrases import listed
from press.lint.words.rule import Example, Finding, WordRule
from press.model.project import Project
from press.sentences import Sentence, Word, sentences, words

_HEAP = 2
#: So many words before a participle a duty may stand: «должен быть сразу уложен».
_BEFORE = 6
_BE = listed("is are was were be been being isn't aren't wasn't weren't")
_NOW = listed("is are isn't aren't")
#: So many more participles may not share one "be": "is washed, dried and kept".
_SHARING = 2
#: With these the other participles could as well be what somebody did: "was called and refused".
_PAST = listed("was were been wasn't weren't")
#: Whoever or whatever begins something new, so that no "be" is shared any more.
_ANEW = listed(
    "he she they it you we i who which that whose if when while because until after before since as unless whether is "
    "are was were be been has have had will can may must should"
)
#: What may follow a participle that shares a "be"; before a noun it is an adjective: "trained staff".
_FOLLOWING = listed(
    "in on at by with to from for into onto under over until till all every each again and or as if when after before "
    "once twice out up down off away daily often not only so there here then warm dry clean shut open safe quiet still "
    "overnight well separately"
)
#: Asks that something be done; then what else would be a state is done too.
_ASKED = listed("recommended required requested advised suggested proposed demanded essential necessary")
_MODALS = listed("to will should must can may might could would shall not cannot never also always")
_DONE_TOO = listed("closed opened limited prepared left shut set used")
#: What is done to somebody in an emergency; other participles ("the jaw is clenched") are signs.
_ACTIONS = listed(
    "called given laid turned placed put done checked used repeated opened cleared pressed tilted kept sprayed "
    "injected moved shaken rubbed started continued held informed told removed cleaned wiped blown rolled supported "
    "covered counted watched monitored loosened unlocked brought phoned rung "
    "administered applied performed needed required"
)
_ADVERBS = listed(
    "not never also always often usually still already then now immediately carefully gently quickly slowly only "
    "first best well mostly sometimes being been soon once again fully"
)
_IRREGULAR = listed(
    "given taken done made put kept laid told seen known shown found held left brought sent said written read "
    "paid sold bought begun broken chosen drawn driven eaten forgotten hidden lost meant built caught cut fed "
    "felt hurt led let met set shut spoken stolen sworn taught thought thrown understood woken worn injected"
)
#: Participles that say how somebody is rather than what is done to them.
_STATES = listed(
    "tired worried frightened scared interested confused addicted exhausted excited bored pleased surprised upset "
    "relaxed ashamed prepared allowed supposed used needed required married retired crowded experienced depressed "
    "stressed agitated dehydrated swollen drowsy concerned located closed opened involved related limited mixed "
    "advanced loved missed wanted gone lost hurt left meant set shut known named indeed"
)
_BEHIND_A_CALL = listed("first at and or by for if when as immediately in now once before after to")
_OTHER_ED = listed("bed need feed seed speed red shed exceed proceed breed bleed hundred sacred naked wicked")
_DUTY = listed("должен должна должно должны следует необходимо нужно надо")
#: Verbs in -ся that tell what somebody is to do, though nobody is named: in a step they count alone.
_OFFICIAL = listed(
    "проводиться применяться использоваться назначаться рекомендоваться выполняться осуществляться производиться "
    "вводиться предоставляться выдаваться вызываться укладываться подключаться обрабатываться измеряться "
    "повторяться переводиться доставляться госпитализироваться очищаться вставляться закапываться впрыскиваться "
    "сообщаться проверяться даваться"
)
#: Verbs in -ся that are what somebody or something does by itself, though without -ся they take an object.
_BY_ITSELF = listed(
    "начинаться кончаться заканчиваться прекращаться продолжаться меняться изменяться уменьшаться увеличиваться "
    "повышаться понижаться снижаться подниматься опускаться останавливаться замедляться ускоряться учащаться "
    "усиливаться ослабляться открываться закрываться сужаться расширяться сжиматься возвращаться "
    "восстанавливаться ухудшаться улучшаться проявляться чувствоваться находиться нарушаться накапливаться "
    "развиваться сохраняться трястись напрягаться просыпаться беспокоиться волноваться тревожиться радоваться "
    "сердиться злиться пугаться раздражаться успокаиваться двигаться держаться обращаться становиться оставаться "
    "казаться случаться встречаться лечиться учиться делиться отказываться прощаться касаться относиться являться "
    "считаться называться вспоминаться чесаться кружиться мочиться собираться одеваться мыться умываться "
    "одолеваться лишаться нуждаться появляться портиться путаться теряться ломаться рваться литься греться "
    "прятаться бросаться спасаться защищаться лежаться обижаться интересоваться отличаться отражаться "
    "распространяться расслабляться складываться соглашаться состояться стараться удаваться получаться зваться "
    "хотеться думаться спаться вертеться метаться кататься ложиться садиться заботиться готовиться сдаваться "
    "сниться дергаться терпеться мучиться возбуждаться отвлекаться ошибаться надеяться значиться иметься остаться "
    "всасываться разлагаться выделяться образовываться дышаться подергиваться отдаваться бояться отзываться "
    "откладываться браться вестись длиться вкладываться образоваться жениться адаптироваться стабилизироваться "
    "нормализоваться активизироваться концентрироваться ориентироваться мобилизоваться атрофироваться нестись "
    "пастись плестись"
)
#: The same, but what people do: they count beside a sure passive, if there are three in all.
_BY_HAND = listed("меняться мыться готовиться собираться вестись браться откладываться")
_ASKED_RU = listed("рекомендуется требуется необходимо желательно")
_DONE_TOO_RU = listed("закрыть открыть ограничить")
_STATES_RU = listed(
    "уверить убедить расположить предназначить связать женить сконцентрировать прийти растерять подавить напугать "
    "испугать возбудить измучить расстроить огорчить обеспокоить встревожить истощить ослабить обезводить сузить "
    "расширить сжать стиснуть напрячь покрыть закрыть открыть ограничить согласовать занять обидеть потрясти озаботить"
)


_JOINING = listed("and or")
_THEN = listed("then")
_BROKEN = re.compile("[;:—–(?!]")


class Passive(NamedTuple):
    """A passive, the words of it, and whether it tells somebody to do something."""

    start: int
    end: int
    orders: bool


def _english(row: tuple[Word, ...], text: str) -> Iterator[Passive]:
    for number, word in enumerate(row):
        if _plain(word) not in _BE:
            continue
        at = number + 1
        while at < len(row) and at <= number + 2 and _plain(row[at]) in _ADVERBS:
            at += 1
        if at < len(row) and _is_done(row, number, at) and not _names(row, at):
            before = _plain(row[number - 1]) if number else ""
            earlier = _plain(row[number - 2]) if number > 1 else ""
            duty = before in ("should", "must", "to") or (before == "not" and earlier in ("should", "must"))
            orders = duty or (_plain(word) in _NOW and _plain(row[at]) in _ACTIONS)
            yield Passive(word.start, _end(row[at]), orders)
            shared = () if _plain(word) in _PAST else tuple(_shared(row, at, text))
            if len(shared) >= _SHARING:
                yield from (Passive(one.start, _end(one), orders) for one in shared)


def _is_done(row: tuple[Word, ...], number: int, at: int) -> bool:
    """Whether a participle follows this "be"; where it is asked that something be done, states are done too."""
    if _is_participle(_plain(row[at])):
        return True
    if _plain(row[number]) != "be" or _plain(row[at]) not in _DONE_TOO or _plain(row[number - 1]) in _MODALS:
        return False
    before = [_plain(one) for one in row[:number]]
    return any(one in _ASKED and following == "that" for one, following in pairwise(before))


def _shared(row: tuple[Word, ...], at: int, text: str) -> Iterator[Word]:
    """The participles that share the "be" of the one at `at`: "is laid on the side, covered and watched"."""
    for place in range(at + 1, len(row)):
        between = text[_end(row[place - 1]) : row[place].start]
        if _plain(row[place]) in _ANEW or _BROKEN.search(between):
            return
        back = place - 1 if _plain(row[place - 1]) not in _ADVERBS | _THEN else place - 2
        joined = "," in text[_end(row[back]) : row[place].start] or _plain(row[back]) in _JOINING
        if joined and _is_participle(_plain(row[place])) and _stands_alone(row, place, text):
            yield row[place]


def _stands_alone(row: tuple[Word, ...], place: int, text: str) -> bool:
    """Whether no noun follows, which the participle would describe."""
    if place + 1 == len(row):
        return True
    following = _plain(row[place + 1])
    ended = bool(text[_end(row[place]) : row[place + 1].start].strip())
    return ended or following in _FOLLOWING or following.endswith("ly")


def _end(word: Word) -> int:
    return word.start + len(word.text)


def _names(row: tuple[Word, ...], at: int) -> bool:
    """Whether "called" gives a name: "it is called naloxone", not "an ambulance is called first"."""
    following = _plain(row[at + 1]) if at + 1 < len(row) else ""
    return _plain(row[at]) == "called" and bool(following) and following not in _BEHIND_A_CALL


def _plain(word: Word) -> str:
    return word.text.lower().replace("\u2019", "'")


def _is_participle(word: str) -> bool:
    if word in _STATES or word in _OTHER_ED:
        return False
    return word in _IRREGULAR or (word.endswith("ed") and len(word) > 4)


def _russian(row: tuple[Word, ...], _text: str) -> Iterator[Passive]:
    plain = frozenset(map(_plain, row))
    states = _STATES_RU - _DONE_TOO_RU if "чтобы" in plain and plain & _ASKED_RU else _STATES_RU
    sure: list[Passive] = []
    by_hand: list[Passive] = []
    for number, word in enumerate(row):
        end = word.start + len(word.text)
        text = word.text.lower()
        duty = any(_plain(one) in _DUTY for one in row[max(0, number - _BEFORE) : number])
        if re.search("(?:н|т)[аоы]?$", text) and len(text) > 4:
            verb = morphology.passive_verb(text)
            if verb and verb not in states:
                sure.append(Passive(word.start, end, duty))
        elif text.endswith(("тся", "лся", "лась", "лось", "лись")):
            verb = morphology.reflexive_passive(text)
            if verb in _BY_HAND:
                by_hand.append(Passive(word.start, end, duty))
            elif verb and verb not in _BY_ITSELF:
                sure.append(Passive(word.start, end, duty or (verb in _OFFICIAL and text.endswith("тся"))))
    yield from sorted((*sure, *by_hand) if sure and len(sure) + len(by_hand) > _HEAP else sure)


_PASSIVES: Mapping[str, Callable[[tuple[Word, ...], str], Iterator[Passive]]] = {"en": _english, "ru": _russian}
_ACTIVE = {
    "en": "Say who does what: “lay the person on the side” instead of “the person is laid on the side”.",
    "ru": "Скажите, кто что делает: «уложите на бок» вместо «человек укладывается на бок».",
}


def passives(sentence: str, language: str) -> tuple[Passive, ...]:
    """The sure passives of a sentence; none for a language without a rule."""
    find = _PASSIVES.get(language.partition("-")[0])
    return tuple(find(words(sentence), sentence)) if find else ()


def _find(passage: Passage, _project: Project) -> Iterator[Finding]:
    if passage.role in (Role.PRICE, Role.LABEL):
        return
    for sentence in sentences(passage.text, passage.language):
        yield from _in_sentence(sentence, passage)


def _in_sentence(sentence: Sentence, passage: Passage) -> Iterator[Finding]:
    found = passives(sentence.text, passage.language)
    orders = [one for one in found if one.orders]
    if passage.role is Role.EMERGENCY and orders:
        first, last, message = orders[0], orders[0], "this does not say who acts, and in an emergency nobody will"
    elif len(found) >= _HEAP:
        first, last, message = found[0], found[-1], f"{len(found)} passives in one sentence hide who does what"
    else:
        return
    start = sentence.start + first.start
    yield Finding(start, last.end - first.start, message, _ACTIVE[passage.language])


RULE = WordRule(
    code="words-passive",
    sources=("pemat-2013", "pif-plain-language"),
    languages=("en", "ru"),
    find=_find,
    must_fail={
        "en": (
            "The dose is chosen by the doctor and is given every day.",
            "Treatment was stopped after the form had been signed.",
            "Tablets are taken at home and the breathing is watched.",
            "If help is needed, the clinic is called and a doctor is sent.",
            Example("Naloxone should be given.", Role.EMERGENCY),
            Example("The person must be laid on the side.", Role.EMERGENCY),
            Example("The ambulance is called first.", Role.EMERGENCY),
            Example("Breaths are given every 5 seconds.", Role.EMERGENCY),
            Example("The mouth is then cleared.", Role.EMERGENCY),
            Example("The mouth should be cleared, wiped and kept open.", Role.EMERGENCY),
            "The person must be turned on the side, kept warm and checked every hour.",
            "Medicines are bought by the family, counted by the nurse and locked away.",
            "It is required that all visitors be registered and that bags be searched.",
            "It is advised that the door be kept open and that lights be dimmed.",
            "Samples will be taken, labelled and sent to the laboratory.",
            "The form has to be read, signed and handed in at the desk.",
            "It is requested that windows be closed.",
            "Wounds should be washed, dried and covered.",
            "The belt should be loosened, removed and kept in a bag.",
            "Forms are filled in, signed and returned.",
        ),
        "ru": (
            "Доза назначается врачом, и лечение проводится в стационаре.",
            "Препарат введён после того, как согласие было подписано.",
            "Состав не указан, и цена не названа.",
            "Лечение проводится бесплатно, лекарства выдаются на руки.",
            "Пациент осматривается врачом, доза рассчитывается.",
            Example("Налоксон должен быть введён сразу.", Role.EMERGENCY),
            Example("Вызывается скорая.", Role.EMERGENCY),
            Example("Пострадавший укладывается на бок.", Role.EMERGENCY),
            Example("Следует, чтобы рот был очищен: он должен быть очищен.", Role.EMERGENCY),
            "Посуда моется дважды, постель меняется раз в неделю, отходы вывозятся.",
            "Коридоры убираются утром, обеды готовятся поваром, передачи проверяются.",
            "Журнал ведётся медсестрой, анализы берутся утром, результаты сообщаются врачом.",
            "Рекомендуется, чтобы окна были открыты, а посещения ограничены.",
            "Бельё выдаётся при входе, комнаты проветриваются, питание оплачивается отдельно.",
            "Телефоны сдаются, вещи описываются, карманы осматриваются.",
            "Жалобы принимаются и рассматриваются администрацией.",
            "Группы формируются, занятия организуются клиникой.",
            "Простыни меняются, полы моются, палаты проветриваются.",
        ),
    },
    must_pass={
        "en": (
            "A British guideline says that it must not be offered.",
            "You are worried and tired.",
            "He is addicted and needs a doctor.",
            "What is included, and what costs extra?",
            "Our advice by phone is free, no name needed.",
            Example("Cannot be woken; lips blue or grey", Role.EMERGENCY),
            Example("Stay. Tell the crew what was taken.", Role.EMERGENCY),
            Example("The jaw is clenched", Role.EMERGENCY),
            "It is called naloxone and is called a rescue medicine.",
            Example("Lay the person on the side.", Role.EMERGENCY),
            Example("The person is in bed.", Role.EMERGENCY),
            "The cup is washed and dried.",
            "He was examined and wanted to go home.",
            "The drip is given and trained staff watch.",
            "It is recommended that you call first.",
            "She was tired, worried and frightened.",
            "The door should be closed and locked at night.",
            "You may be asked for a name, and you can refuse.",
            "He is helped by a doctor who trained, worked and lived here.",
            "Naloxone was sprayed, and he coughed, blinked and sat up.",
            "The soup is cooked and served hot.",
            "The ward is quiet, lights are low, and nurses who trained here stay.",
            "She is loved, missed and wanted at home by us all.",
        ),
        "ru": (
            "Состав не указан: спросите, что вводят.",
            "Он просыпается и остаётся дома.",
            "Вы не уверены? Мы рады помочь.",
            "Детокс запрещён, и он опасен.",
            "Слезятся глаза, не сидится.",
            "Боли усиливаются и потом ослабляются.",
            "Приём начинается в 9:00 и заканчивается в 18:00.",
            "Он растерян и подавлен.",
            Example("Не просыпается? Звоните 103.", Role.EMERGENCY),
            Example("Уложите на бок.", Role.EMERGENCY),
            Example("Не разбудить; губы синие.", Role.EMERGENCY),
            "Боль меняется, дыхание замедляется, зрачки сужаются.",
            "Двери открываются в 9:00, приём начинается сразу.",
            "Он моется сам, одевается и готовится к выписке.",
            "Сын собирается домой, жизнь меняется.",
            "Рекомендуется звонить заранее.",
            "Питание организуется клиникой.",
            "Он меняется, учится и возвращается к работе.",
            "Палаты убираются каждое утро.",
            "Образуется корка, и рана затягивается.",
            "Сон нормализуется, давление стабилизируется, он адаптируется.",
            "Дети собираются, готовятся и едут.",
            "Рана затягивается и закрывается.",
        ),
    },
)
