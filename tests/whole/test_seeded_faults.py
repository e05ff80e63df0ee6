"""One fault at a time in the real content: exactly that fault is told, in its file and line."""

from __future__ import annotations

import json
import shutil
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from press.cli.main import main
from tests.conftest import Sample
from tests.whole.conftest import ROOT

DAY = "2026-11-23"
CLINIC = "content/clinic.yaml"
BRANCH = "content/branches/moscow.yaml"
PRICES = "content/prices.yaml"
NEXT = "content/prices-2028.yaml"
SOURCES = "content/sources.yaml"
BREAK = "content/leaflets/overdose-after-a-break/"
COST = "content/leaflets/services-and-prices/"
SIGNS = "content/leaflets/signs-of-withdrawal/"
WHEN = "content/leaflets/when-to-call/"


#: The texts that cite the source darke-2016, and those that print prices.
CITING = [f"{SIGNS}en.yaml", f"{SIGNS}ru.yaml", f"{WHEN}en.yaml", f"{WHEN}ru.yaml"]
PRICED = [f"{COST}en.yaml", f"{COST}ru.yaml"]


class Told(NamedTuple):
    """What was told, and where."""

    code: str
    file: str
    line: int
    severity: str = "error"


@dataclass(frozen=True)
class Fault:
    """`old`, which stands in `file` once, becomes `new`; `code` is told at the line with `at`."""

    code: str
    file: str
    old: str
    new: str
    at: str = ""
    severity: str = "error"

    def __str__(self) -> str:
        return f"{self.code} in {self.file.rpartition('/')[2]}: {self.new or self.old}"


class Real(Sample):
    """The project's own content and templates, in a folder that a test may spoil."""

    def run(self, *words: str) -> int:
        """Give a command; its exit code."""
        return main([*words, "--today", DAY], self.root)

    def compare(self, file: str) -> None:
        """After a change of either language: note that both say the same all the same."""
        if file.endswith(("/en.yaml", "/ru.yaml")):
            assert self.run("translated", file.split("/")[2], "ru") == 0

    def read(self, file: str) -> str:
        """The text of a file."""
        return (self.root / file).read_text("utf-8")

    def append(self, file: str, text: str) -> None:
        """Write on at the end of a file."""
        self.write(file, f"{self.read(file)}\n{text}\n")

    def line_of(self, file: str, words: str) -> int:
        """The number of the line in which `words`, which stand there once, begin."""
        text = self.read(file)
        assert text.count(words) == 1, f"{words!r} stands {text.count(words)} times in {file}"
        return text[: text.index(words)].count("\n") + 1


def problems(real: Real) -> list[dict[str, Any]]:
    """All that `check` says."""
    with redirect_stdout(StringIO()) as said:
        real.run("check", "--json")
    found: list[dict[str, Any]] = json.loads(said.getvalue())["problems"]
    return found


def check(real: Real) -> list[Told]:
    """Which problems `check` tells, and where."""
    return [Told(one["code"], one["file"], one["line"] or 0, one["severity"]) for one in problems(real)]


@dataclass(frozen=True)
class Checker:
    """Asks `check` what is wrong, and leaves out what it says of the content as it is."""

    usual: frozenset[Told]

    def new(self, real: Real) -> list[Told]:
        """What is said now and was not before."""
        return [one for one in check(real) if one not in self.usual]


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Real:
    """What a check reads, copied once."""
    return Real(copied(ROOT, tmp_path_factory.mktemp("untouched")))


@pytest.fixture(scope="module")
def checker(untouched: Real) -> Checker:
    """Knows what is told of the content as it is: advice for the clinician."""
    return Checker(frozenset(check(untouched)))


@pytest.fixture
def real(untouched: Real, tmp_path: Path) -> Real:
    """The real content, to spoil."""
    return Real(copied(untouched.root, tmp_path / "project"))


def copied(root: Path, folder: Path) -> Path:
    for name in ("content", "templates"):
        shutil.copytree(root / name, folder / name)
    return folder


def test_the_content_as_it_is_is_left_alone(checker: Checker) -> None:
    assert {one.code for one in checker.usual} <= {"source-old", "source-undated"}


DATES = [
    Fault("prices-expired", PRICES, "valid_until: 2027-12-31", "valid_until: 2026-11-22"),
    Fault("prices-not-yet-valid", PRICES, "valid_from: 2026-11-01", "valid_from: 2026-11-24"),
    Fault("prices-end-soon", PRICES, "valid_until: 2027-12-31", "valid_until: 2026-12-01", severity="warning"),
    Fault("review-overdue", f"{BREAK}leaflet.yaml", "review_by: 2027-11-16", "review_by: 2026-11-22"),
    Fault("review-soon", f"{WHEN}leaflet.yaml", "review_by: 2027-11-16", "review_by: 2026-12-22", severity="warning"),
]
SOURCED = [
    Fault(
        "source-missing",
        f"{SIGNS}en.yaml",
        "        sources: [nice-cg51, moscow-051]\n",
        "",
        at="key: yourself",
    ),
    Fault("source-unknown", f"{BREAK}en.yaml", "sources: [unodc-overdose, nyxoid-label]", "sources: [unodc-overdoze]"),
]
NUMBERS = [
    Fault("emergency-unknown", CLINIC, 'ambulance: "103"', 'ambulance: "130"'),
    Fault("phone-impossible", BRANCH, 'number: "+74951270203"', 'number: "+7495127020"'),
]


PASSIVE = "It was bought, it was mixed and it was given."
PASSIVE_RU = "Препарат куплен, раствор приготовлен и введён."
WORDS = [
    Fault("words-stigma", f"{SIGNS}en.yaml", "when someone stops opioids", "when an addict stops opioids"),
    Fault("words-stigma", f"{SIGNS}ru.yaml", "когда человек прекращает", "когда наркоман прекращает"),
    Fault("words-stigma", PRICES, "ru: Выезд врача-нарколога на дом", "ru: Снятие ломки на дому"),
    Fault("words-promise", PRICES, "en: Drug rehabilitation", "en: Drug rehabilitation with a guarantee"),
    Fault("words-fear", f"{SIGNS}en.yaml", "After methadone it comes later and lasts longer.", "He will die."),
    Fault("words-fear", f"{SIGNS}ru.yaml", "После метадона — позже и дольше.", "Без нашей помощи он умрёт."),
    Fault("words-shouting", f"{BREAK}en.yaml", "Address first. Phone on speaker.", "Address first. Phone on speaker!"),
    Fault("words-shouting", f"{WHEN}ru.yaml", "Не разбудить; губы синие, серые", "НЕ РАЗБУДИТЬ; губы синие"),
    Fault("words-abbreviation", f"{SIGNS}en.yaml", "Wide pupils. Awake, restless.", "Wide pupils. Check BP often."),
    Fault("words-abbreviation", f"{SIGNS}ru.yaml", "Зрачки широкие. Не спит, мечется.", "Зрачки широкие, ЧСС растёт."),
    Fault("words-unit", PRICES, "en: Drug rehabilitation", "en: Drug rehabilitation from 900"),
    Fault("words-unit", PRICES, "ru: Нет надёжных данных о пользе.", "ru: Действует не дольше 12."),
    Fault("words-passive", f"{COST}ru.yaml", "Какой это препарат и какая доза?", PASSIVE_RU),
    Fault("words-passive", f"{COST}en.yaml", "Which medicine is it, and what dose?", PASSIVE),
    Fault(
        "words-long-sentence",
        f"{SIGNS}en.yaml",
        "Eat, sleep, take turns. You may refuse money and still offer food, a lift or a call.",
        "Eat, sleep and take turns, and remember that you may say no to money and still give food, a lift or a call.",
        at="text: >-\n          Eat",
    ),
]  # fmt: skip


@pytest.mark.parametrize("fault", [*DATES, *SOURCED, *NUMBERS, *WORDS], ids=str)
def test_a_fault_is_told_alone_and_in_its_place(real: Real, checker: Checker, fault: Fault) -> None:
    real.change(fault.file, fault.old, fault.new)
    line = real.line_of(fault.file, fault.at or fault.new.strip())
    real.compare(fault.file)
    # A number in one language alone is told as one that the other language lacks, too.
    told = [one for one in checker.new(real) if (fault.code, one.code) != ("words-unit", "translation-figures")]
    assert told == [Told(fault.code, fault.file, line, fault.severity)]


def test_a_price_that_nobody_knows_is_told_in_every_text(real: Real, checker: Checker) -> None:
    texts = {f"{COST}en.yaml": "Drip package, ", f"{COST}ru.yaml": "Капельница, "}
    for file, name in texts.items():
        real.change(file, f"{name}{{price:drip-package}}", f"{name}{{price:drip}}")
    real.compare(f"{COST}en.yaml")
    assert checker.new(real) == [
        Told("price-unknown", file, real.line_of(file, f"{name}{{price:drip}}")) for file, name in texts.items()
    ]


def test_a_source_that_nothing_cites_is_named(real: Real, checker: Checker) -> None:
    own = ["  - key: hearsay", "    short: {en: A, ru: А}", "    title: A", "    where: a.org", "    strength: weak"]
    real.append(SOURCES, "\n".join(own))
    line = real.line_of(SOURCES, "key: hearsay")
    assert checker.new(real) == [Told("source-unused", SOURCES, line, "warning")]


def test_a_source_that_is_old_is_named(real: Real) -> None:
    real.change(SOURCES, "year: 2016\n    where: ndarc", "year: 1996\n    where: ndarc")
    (old,) = (one for one in problems(real) if one["code"] == "source-old")
    assert "`darke-2016` (1996)" in old["message"]


def test_signs_that_no_panel_shows_are_told(real: Real, checker: Checker) -> None:
    layout = f"{WHEN}leaflet.yaml"
    real.change(layout, "red, fill, turn]", "turn]")
    back = "sections: [red-first, fill, amber, fill, green, fill, foot]"
    real.change(layout, back, f"{back}\n    left_out: [red]")
    assert checker.new(real) == [Told("critical-missing", layout, real.line_of(layout, "critical: [red]"))]


# The next list of prices ------------------------------------------------------------------------------------


def next_list(real: Real, valid_from: str, *changes: tuple[str, str]) -> None:
    """Next year's prices, which hold from `valid_from` on."""
    text = real.read(PRICES).replace("valid_from: 2026-11-01", f"valid_from: {valid_from}")
    real.write(NEXT, text.replace("valid_until: 2027-12-31", "valid_until: 2028-12-31"))
    for old, new in changes:
        real.change(NEXT, old, new)


def test_a_list_that_follows_the_present_one_is_fine(real: Real, checker: Checker) -> None:
    next_list(real, "2028-01-01", ("amount: 4500", "amount: 4900"))
    assert checker.new(real) == []


@pytest.mark.parametrize(
    ("code", "valid_from", "file", "severity"),
    [
        ("prices-overlap", "2027-06-01", NEXT, "warning"),
        ("prices-overlap", "2026-11-01", PRICES, "error"),  # told at the second of them by name
        ("prices-gap", "2028-02-01", NEXT, "warning"),
    ],
)
def test_lists_that_do_not_follow_one_another_are_told(
    real: Real, checker: Checker, code: str, valid_from: str, file: str, severity: str
) -> None:
    next_list(real, valid_from)
    assert checker.new(real) == [Told(code, file, real.line_of(file, "valid_from:"), severity)]


def test_a_service_that_the_next_list_has_lost_is_told(real: Real, checker: Checker) -> None:
    next_list(real, "2028-01-01", ("- key: drip-package", "- key: drip"))
    assert checker.new(real) == [Told("prices-lost", NEXT, real.line_of(NEXT, "- key: visit-hospital"), "warning")]


# Translations -----------------------------------------------------------------------------------------------


def test_a_changed_original_makes_its_translation_stale(real: Real, checker: Checker) -> None:
    """In a critical section that refuses the print, elsewhere it is a warning."""
    original, translation = f"{SIGNS}en.yaml", f"{SIGNS}ru.yaml"
    real.change(original, "Do not pay for detox under anaesthesia.", "Do not pay for a sleep that heals.")
    stale = Told("translation-stale", translation, real.line_of(translation, "  avoid:"), "warning")
    assert checker.new(real) == [stale]
    real.change(original, "Seizure, fainting or confusion", "Seizure, faint or confusion")
    grave = Told("translation-stale", translation, real.line_of(translation, "  red:"))
    assert checker.new(real) == [stale, grave]
    assert real.run("translated", "signs-of-withdrawal", "ru", "avoid", "red") == 0
    assert checker.new(real) == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (f"{SIGNS}ru.yaml", "Отчаяние, хуже после 5-го дня", "Отчаяние, хуже после 6-го дня"),
        (f"{BREAK}ru.yaml", "раз в 5 секунд", "раз в 15 секунд"),
        (f"{WHEN}ru.yaml", "39 °C: сыпь", "38 °C: сыпь"),
        (f"{SIGNS}ru.yaml", "Час нет ответа? Звоните {emergency}.", "Час нет ответа? Звоните {phone}."),
    ],
)
def test_a_figure_that_differs_from_the_original_is_told(
    real: Real, checker: Checker, file: str, old: str, new: str
) -> None:
    real.change(file, old, new)
    told = [one for one in checker.new(real) if one.code not in ("translation-reworded", "short-form-figures")]
    assert told == [Told("translation-figures", file, real.line_of(file, new))]
    assert real.run("translated", file.split("/")[2], "ru") == 1
    codes = {one.code for one in checker.new(real)} - {"short-form-figures"}
    assert codes == {"translation-figures", "translation-reworded"}, "a section with other figures is not noted"


def test_a_translation_that_was_changed_alone_is_told(real: Real, checker: Checker) -> None:
    """“Slow or no breath” must not become “fast breath” without anybody looking."""
    file = f"{WHEN}ru.yaml"
    real.change(file, "Дышит редко, хрипит, не дышит", "Дышит часто, хрипит, не дышит")
    grave = Told("translation-reworded", file, real.line_of(file, "  red:"))
    assert checker.new(real) == [grave]
    real.change(file, "Смотрите часто: новый признак", "Глядите часто: новый признак")
    assert checker.new(real) == [grave, Told("translation-reworded", file, real.line_of(file, "  green:"), "warning")]
    assert real.run("translated", "when-to-call", "ru") == 0
    assert checker.new(real) == []


# Approvals --------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def approved(untouched: Real, checker: Checker, tmp_path_factory: pytest.TempPathFactory) -> Real:
    """The real content of a clinic that asks for a clinician's approval of what it prints, and has it."""
    real = Real(copied(untouched.root, tmp_path_factory.mktemp("approved")))
    real.append(CLINIC, "sign_off: {office: [clinician]}")
    texts = sorted(path for path in (real.root / "content/leaflets").glob("*/*.yaml") if path.stem in {"en", "ru"})
    wanted = [Told("sign-off-missing", str(path.relative_to(real.root)), 0, "warning") for path in texts]
    assert sorted(checker.new(real)) == sorted(wanted)
    for path in texts:
        assert real.run("signoff", path.parent.name, path.stem, "--role", "clinician", "--name", "Dr A. Orlova") == 0
    assert checker.new(real) == []
    return real


@pytest.mark.parametrize(
    ("file", "old", "new", "dropped"),
    [
        (f"{WHEN}ru.yaml", "Рвота с кровью; чёрный стул", "Рвота с кровью, чёрный стул", [f"{WHEN}ru.yaml"]),
        (SOURCES, "title: Yes, people can die", "title: People can die", CITING),
        (PRICES, "amount: 40000\n        from: true", "amount: 40000\n        from: false", PRICED),
        (PRICES, "ru: Госпитализация", "ru: Лечение в больнице", [f"{COST}ru.yaml"]),
        (PRICES, "amount: 40000", "amount: 41000", []),
        (PRICES, "valid_until: 2027-12-31", "valid_until: 2027-11-30", []),
        (f"{WHEN}leaflet.yaml", "review_by: 2027-11-16", "review_by: 2027-11-15", []),
    ],
)
def test_a_change_drops_the_approvals_of_what_it_changes_and_no_others(
    approved: Real, checker: Checker, tmp_path: Path, file: str, old: str, new: str, dropped: list[str]
) -> None:
    real = Real(copied(approved.root, tmp_path / "project"))
    real.change(file, old, new)
    real.compare(file)
    assert checker.new(real) == [Told("sign-off-missing", one, 0, "warning") for one in dropped]
