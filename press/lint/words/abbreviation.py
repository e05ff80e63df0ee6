"""Abbreviations that the leaflet does not explain, and short forms that a reader has to decode ("e.g.", «т. е.»)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from press.lint.words.capitals import Capitals, capitals
from press.lint.words.passages import Passage
from press.lint.words.rule import Finding, WordRule
from press.model.project import Project

#: Short forms with what to write instead.
_SHORT: Mapping[str, tuple[tuple[re.Pattern[str], str], ...]] = {
    "en": tuple(
        (re.compile(f"(?<![\\w.]){form}(?![\\w])", re.IGNORECASE), instead)
        for form, instead in (
            ("(?:e\\.\\s?g\\.?|eg\\.?)", "for example"),
            ("(?:i\\.\\s?e\\.?|ie\\.?)", "that is"),
            ("etc\\.?", "and so on"),
            ("viz\\.?", "namely"),
            ("cf\\.?", "compare"),
            ("et\\s+al\\.?", "and others"),
            ("n\\.\\s?b\\.?", "note"),
            ("vs\\.?", "or"),
            ("approx\\.?", "about"),
            ("asap", "as soon as you can"),
            ("(?:b\\.i\\.d|t\\.i\\.d|p\\.r\\.n|p\\.o)\\.?", "how often, in words"),
            ("w/(?:o)?", "with, or without"),
            ("i\\.\\s?v\\.?", "into a vein"),
            ("i\\.\\s?m\\.?", "into a muscle"),
            ("(?:s/c|s\\.c\\.)", "under the skin"),
            ("(?:rx|dx)", "prescription, or diagnosis"),
        )
    ),
    "ru": tuple(
        (re.compile(f"(?<![\\w.]){form}(?![\\w])", re.IGNORECASE), instead)
        for form, instead in (
            ("т\\.\\s?е\\.", "то есть"),
            ("т\\.\\s?к\\.", "потому что"),
            ("и\\s+т\\.\\s?д\\.", "и так далее"),
            ("и\\s+т\\.\\s?п\\.", "и тому подобное"),
            ("и\\s+др\\.", "и другие"),
            ("и\\s+пр\\.", "и прочее"),
            ("в\\s+т\\.\\s?ч\\.", "в том числе"),
            ("т\\.\\s?[нo]\\.", "так называемый"),
            ("т\\.\\s?о\\.", "поэтому"),
            ("напр\\.", "например"),
            ("(?<!\\d\\s)(?<!\\d)см\\.(?=\\s)", "смотрите"),
            ("в/[вм]", "в вену или в мышцу"),
            ("п/к", "под кожу"),
            ("ч/з", "через"),
            ("р-р[ауе]?", "раствор"),
            ("б/п", "бесплатно"),
        )
    ),
}


_CAPITALS_ONLY = re.compile("[\\sA-ZА-ЯЁ]*")


def _find(passage: Passage, project: Project) -> Iterator[Finding]:
    for pattern, instead in _SHORT.get(passage.language, ()):
        for found in pattern.finditer(passage.text):
            said = found.group()
            yield Finding(
                found.start(), len(said), f"“{said}” has to be decoded while reading", f"Write it out: “{instead}”."
            )
    row = tuple(capitals(passage, project))
    told: set[str] = set()
    for word in row:
        if word.ordinary or _is_shouted_among(word, row, passage.text) or word.text in told:
            continue
        told.add(word.text)
        if not _is_explained(word, passage, project):
            yield Finding(
                word.start,
                len(word.text),
                f"“{word.text}” is not explained where a reader meets it first",
                f"Write the full words, with the letters behind them: “full words ({word.text})”, or without them. "
                f"If everybody knows it, add it to `known` in content/words/{passage.language}.yaml.",
            )


def _is_shouted_among(word: Capitals, row: tuple[Capitals, ...], text: str) -> bool:
    """Whether it stands in a row of shouted words, which is told as shouting."""
    return any(
        other.ordinary and _CAPITALS_ONLY.fullmatch(text, min(word.end, other.end), max(word.start, other.start))
        for other in row
    )


def _is_explained(word: Capitals, passage: Passage, project: Project) -> bool:
    letters = re.escape(word.text.removesuffix("s"))
    met = re.compile(f"(?<!\\w){letters}s?(?!\\w)")
    if any(met.search(text) for text in passage.earlier):
        return True  # told, or explained, at its first place
    explained = re.compile(
        f'\\w[»”"]?\\s*\\((?:[^()]{{0,30}}\\s)?{letters}s?\\b[^()]{{0,30}}\\)'  # full words (ABBR)
        f"|(?<!\\w){letters}s?\\s*\\([^()]*\\w{{3,}}[^()]*\\)"  # ABBR (full words)
        f"|(?<!\\w){letters}s?,?\\s+(?:stands for|means|is short for|[—–]\\s)"
        f"|(?:or|или|called(?:\\s+an?)?|сокращённо|кратко)\\s+[«“]?{letters}s?(?!\\w)"
    )
    text = project.texts.get((passage.leaflet, passage.language))
    services = project.prices.services if text and text.prints_prices else ()
    names = (service.names.get(passage.language, "") for service in services)
    return any(explained.search(words) for words in (passage.text, *names))


RULE = WordRule(
    code="words-abbreviation",
    sources=("pemat-2013", "pif-plain-language"),
    languages=("en", "ru"),
    find=_find,
    must_fail={
        "en": (
            "Ask about OST at the clinic.",
            "MAT helps many people.",
            "The COWS score tells how strong it is.",
            "Give fluids, e.g. water.",
            "Sweats, chills, etc.",
            "An opioid, i.e. heroin or methadone.",
            "BZDs slow the breathing.",
            "OD is a risk after a break.",
            "Put up an IV line.",
            "The nurse gives fluids IV.",
            "He gets IV glucose.",
            "An IV is placed in the arm.",
            "Give i.v. fluids for a day.",
            "Naloxone goes IM or IV.",
            "Ask about NSAIDs.",
            "The Rx is valid for a month.",
            "The drip goes by IV.",
            "Two IVs a day",
            "She needs IV antibiotics.",
        ),
        "ru": (
            "Спросите о ЗТМ в клинике.",
            "МКБ относит зависимость к болезням.",
            "Шкала COWS показывает тяжесть.",
            "Пить часто, т. е. каждые полчаса.",
            "Озноб, пот и т. д.",
            "Не давайте таблетки, т.к. они замедляют дыхание.",
            "При ААС нужна скорая.",
            "Введите налоксон п/к.",
            "Справку даёт ПНД.",
            "При ТГВ нога отекает.",
            "Подключите р-р глюкозы.",
            "Запишитесь ч/з регистратуру.",
            "Осмотр ЛОР-врача и ЭЭГ",
            "Лекарство вводят п/к.",
            "По назначению ВК.",
        ),
    },
    must_pass={
        "en": (
            "The drip goes into a vein, which is called an IV line.",
            "A British guideline (NICE) says that it must not be offered.",
            "Ultra-rapid detox under anaesthesia (UROD) can kill. UROD is not for you.",
            "Ask about OST (opioid substitution).",
            "Send an SMS, or scan the QR code.",
            "Open day and night, 24/7.",
            "The best of it etched in memory.",
            "Stage II, vitamin B12.",
            "In the UK and the USA ring 999 or 911.",
            "Stage IV liver disease",
            "Part IV of the form",
            "Henry IV was king.",
            "The clinic belongs to Help LLC.",
            "OOO Clinic, INN 7701234567",
            "Chapters III and IV",
            "Hypertension, grade IV",
            "An intravenous (IV) drip; the IV stays for a day.",
            "The building is from the IV quarter of 2020.",
            "Type IV allergy",
            "In the IV quarter prices change.",
            "Louis IV and Henry IV",
            "Chapter IV: prices",
            "Law 38-FZ",
            "LLC Help, OGRN 1027700132195",
            "Licence LO-77-01-012345",
        ),
        "ru": (
            "Британские рекомендации (NICE) запрещают его предлагать.",
            "Ультрабыстрая детоксикация под наркозом (УБОД) опасна. УБОД не предлагают.",
            "ЗТМ (лечение метадоном) в России запрещена.",
            "Отправьте СМС, наведите камеру на код QR.",
            "Анализ на ВИЧ бесплатный.",
            "Рана 5 см. Звоните врачу.",
            "Стадия II, витамин B12.",
            "АО «Здоровье», ОГРН 1027700132195",
            "ИП Петров оказывает услуги без лицензии.",
            "ПАО «Банк» даёт рассрочку.",
            "ЗАО «Аптека» закрыто.",
            "ГБУЗ «Больница»",
            "АНО «Помощь рядом»",
            "Здесь лечил Генрих IV.",
            "Печень: степень IV.",
            "НИИ скорой помощи",
            "ООО «Помощь» работает по закону 38-ФЗ.",
            "Лицензия ЛО-77-01-012345",
            "ФГБУ «Центр»",
            "ИНН и КПП указаны в договоре.",
        ),
    },
)
