"""Whatever a clinician answers for changes the digest; what others change every week does not."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import Field

from press.approval.covered import covered, digest_of
from press.load.project import load
from press.model.base import reader_words
from press.model.leaflet import LeafletText
from press.model.project import Project
from tests.conftest import FILES, Sample

CLINIC = "content/clinic.yaml"
BRANCH = "content/branches/main.yaml"
PRICES = "content/prices.yaml"
SOURCES = "content/sources.yaml"
LEAFLET = "content/leaflets/when-to-call/leaflet.yaml"
ENGLISH = "content/leaflets/when-to-call/en.yaml"
WORDS = "templates/words/en.yaml"
ROW = "        unit: visit\n"
#: A service with everything, so that each of its rules can change.
RICH = (
    ROW + "        notes: {en: Ask first., ru: Спросите.}\n        includes: {en: [advice], ru: [совет]}\n"
    "        instalments: {payments: 3, amount: 1500}\n        sources: [who-2014]\n"
    "      - {key: drip, names: {en: Drip, ru: Капельница}, amount: 700}\n"
)
PICTURE = "      - {kind: picture, key: path, file: path.png, alt: The path, width: 60}\n"
CARD = (
    "      - {kind: card, key: danger, sources: [who-2014], tone: warning, icon: bell, "
    "items: [{text: Go, icon: house}]}\n"
)


def project_of(root: Path) -> Project:
    loaded = load(root)
    assert loaded.project, loaded.problems
    return loaded.project


def digest(sample: Sample) -> str:
    return digest_of(project_of(sample.root), "when-to-call", "en")


@pytest.fixture
def rich(sample: Sample) -> Sample:
    """The sample with a service that has every rule, a second branch and a picture."""
    sample.change(PRICES, ROW, RICH)
    sample.change(PRICES, "owner:", "tax: {en: No tax., ru: Без налога.}\nowner:")
    sample.change(ENGLISH, "  prices:\n", f"{PICTURE}{CARD}  prices:\n")
    sample.write("content/pictures/path.png", b"picture")
    sample.change(CLINIC, "disclaimer:", "legal: {en: Licence 1., ru: Лицензия 1.}\ndisclaimer:")
    north = FILES[BRANCH].replace("key: main", "key: north") + "prices: {home-visit: {amount: 9000}}\n"
    sample.write("content/branches/north.yaml", north)
    return sample


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        # words
        (ENGLISH, "cannot be woken", "can not be woken"),
        (ENGLISH, "Breathing is slow or has stopped.", "Breathing is slow."),
        (ENGLISH, "title: Call an ambulance", "title: Call **an ambulance**"),
        (ENGLISH, "summary: Which", "summary: What"),
        (ENGLISH, "column: Price", "column: Cost"),
        (ENGLISH, "alt: The path", "alt: A path"),
        (WORDS, "reviewed: Reviewed", "reviewed: Seen"),
        (CLINIC, "General information.", "Information."),
        (CLINIC, "en: Licence 1.", "en: Licence 2."),
        (CLINIC, "names: {en: Clinic", "names: {en: Hospital"),
        (CLINIC, "{en: Moscow", "{en: Tver"),
        # structure
        (ENGLISH, "level: red", "level: amber"),
        (ENGLISH, "line: emergency", "line: clinic"),
        (ENGLISH, "tone: warning", "tone: quiet"),  # a warning that turns into a quiet card
        (ENGLISH, "tone: warning, ", ""),
        (ENGLISH, "icon: bell", "icon: house"),
        (ENGLISH, "{text: Go, icon: house}", "{text: Go}"),
        (PRICES, "icon: house", "icon: bell"),
        (ENGLISH, "          - Breathing is slow or has stopped.\n", ""),
        (ENGLISH, "column: Price", "medical: true\n        sources: [who-2014]\n        column: Price"),
        (LEAFLET, "critical: [red]", "critical: []"),
        (LEAFLET, "critical: [red]", "critical: [red]\nshort_forms: {red: prices}"),
        (CLINIC, '"103"', '"03"'),
        # sources
        (ENGLISH, "key: red\n        sources: [who-2014]", "key: red\n        medical: false"),
        (SOURCES, "year: 2014", "year: 2015"),
        (SOURCES, "strength: strong", "strength: weak"),
        (SOURCES, "en: WHO 2014", "en: WHO"),
        (SOURCES, "title: Community", "title: Common"),
        (SOURCES, "iris.who.int", "who.int"),
        # rules of prices
        (PRICES, "from: true", "from: false"),
        (PRICES, "unit: visit", "unit: day"),
        (PRICES, "en: Doctor at home", "en: Doctor at your home"),
        (PRICES, "en: Ask first.", "en: Ask."),
        (PRICES, "{en: [advice]", "{en: [advice, drip]"),
        (PRICES, "        instalments: {payments: 3, amount: 1500}\n", ""),
        (PRICES, "payments: 3", "payments: 4"),
        (PRICES, "names: {en: Visits", "names: {en: Visit"),
        (PRICES, "key: drip", "key: drips"),
        (PRICES, "currency: RUB", "currency: EUR"),
        (PRICES, "{en: No tax.", "{en: With tax."),
        ("content/branches/north.yaml", "amount: 9000", "amount: 9000, from: false"),
        # pictures
        (ENGLISH, "file: path.png", "file: road.png"),
        ("content/pictures/path.png", "picture", "pixture"),
    ],
)
def test_what_is_approved_changes_the_digest(rich: Sample, file: str, old: str, new: str) -> None:
    before = digest(rich)
    rich.change(file, old, new)
    assert digest(rich) != before


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (PRICES, "amount: 4500", "amount: 4700"),
        (PRICES, "amount: 1500}", "amount: 1600}"),
        (PRICES, "valid_until: 2027", "valid_until: 2028"),
        (PRICES, "valid_from: 2026", "valid_from: 2025"),
        (PRICES, "owner: Head", "owner: Second head"),
        (PRICES, "from: true\n", "from: true\n        evidence: A note for staff.\n"),
        (BRANCH, "+74951270203", "+74951270204"),
        (BRANCH, "09:00-20:00", "always"),
        (BRANCH, "example.org", "example.com"),
        (BRANCH, "names: {en: Clinic", "names: {en: Main clinic"),
        (BRANCH, "web:", "prices: {home-visit: 5000}\nweb:"),
        ("content/branches/north.yaml", "amount: 9000", "amount: 9000, from: true"),
        ("content/branches/north.yaml", "amount: 9000", "amount: 9100, valid_until: 2027-01-01"),
        (LEAFLET, "fill, red", "red, fill"),
        (LEAFLET, "written_on: 2026-01-01", "written_on: 2026-01-02"),
        (LEAFLET, "review_by: 2027", "review_by: 2028"),
        (LEAFLET, "owner: Chief", "owner: Second"),
        (CLINIC, "owner:", "warn_days: 3\nsource_years: 9\nsign_off: {office: [clinician]}\nowner:"),
        (CLINIC, "ru: Общие сведения.", "ru: Сведения."),
        (ENGLISH, "language: en\n", 'language: en\nversion: "2"\n'),
        (ENGLISH, "width: 60", "width: 50"),
        (ENGLISH, "        level: red\n", "        level: red\n        medical: true\n"),
        (ENGLISH, "The person cannot be woken.", "|-\n            The person cannot\n            be woken."),
        (SOURCES, "ru: ВОЗ 2014", "ru: ВОЗ"),
        ("content/leaflets/when-to-call/ru.yaml", "Call an ambulance", "Вызовите скорую"),
    ],
)
def test_what_others_change_does_not(rich: Sample, file: str, old: str, new: str) -> None:
    before = digest(rich)
    rich.change(file, old, new)
    assert digest(rich) == before


class Later(LeafletText):
    """A text of a later version of the program, which knows more fields."""

    tint: str = ""
    shades: tuple[str, ...] = ("pale",)
    extras: dict[str, str] = Field(default_factory=dict)


def test_a_new_field_of_the_program_drops_no_approval(sample: Sample) -> None:
    project = project_of(sample.root)
    key = ("when-to-call", "en")
    text = project.texts[key]

    def later(**new: Any) -> str:
        known: dict[str, Any] = {name: getattr(text, name) for name in type(text).model_fields}
        return digest_of(replace(project, texts={**project.texts, key: Later.model_construct(**known, **new)}), *key)

    assert later() == digest(sample)
    assert len({later(), later(tint="red"), later(shades=()), later(extras={"a": "b"})}) == 4


def test_a_leaflet_without_prices_does_not_depend_on_their_rules(sample: Sample) -> None:
    for language in ("en", "ru"):
        file = f"content/leaflets/when-to-call/{language}.yaml"
        sample.write(file, FILES[file].partition("  prices:\n")[0])
    before = digest(sample)
    sample.change(PRICES, "from: true", "from: false")
    assert digest(sample) == before


def test_a_missing_picture_is_not_the_one_that_was_approved(rich: Sample) -> None:
    before = digest(rich)
    rich.delete("content/pictures/path.png")
    assert digest(rich) != before


def test_sections_may_change_places_in_the_file(sample: Sample) -> None:
    before = digest(sample)
    head, cover, rest = re.split(r"(?m)^(?=  cover:|  red:)", FILES[ENGLISH])
    sample.write(ENGLISH, head + rest + cover)
    assert digest(sample) == before


def test_each_language_and_leaflet_has_its_own(sample: Sample) -> None:
    project = project_of(sample.root)
    assert digest_of(project, "when-to-call", "ru") != digest_of(project, "when-to-call", "en")


def test_unknown_keys_are_no_reason_to_fail(sample: Sample) -> None:
    sample.change(ENGLISH, "[who-2014]", "[nobody]")
    sample.change(ENGLISH, "[visits]", "[nothing]")
    assert covered(project_of(sample.root), "when-to-call", "en")["sources"] == {}


def words_of(text: str) -> Iterator[str]:
    """Every word that a reader of the sample's English text sees, with where it stands in the file."""
    with tempfile.TemporaryDirectory() as folder:
        sample = Sample(Path(folder))
        for file, content in FILES.items():
            sample.write(file, content)
        for _, words, _ in reader_words(project_of(sample.root).texts["when-to-call", "en"]):
            yield from words.split()


ALL_WORDS = sorted({word for word in words_of(FILES[ENGLISH]) if FILES[ENGLISH].count(word) == 1})


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(word=st.sampled_from(ALL_WORDS), letters=st.text("abcdefgh", min_size=1, max_size=4))
def test_any_word_that_changes_changes_the_digest(
    tmp_path_factory: pytest.TempPathFactory, word: str, letters: str
) -> None:
    sample = Sample(tmp_path_factory.mktemp("words"))
    for file, content in FILES.items():
        sample.write(file, content)
    before = digest(sample)
    sample.change(ENGLISH, word, f"{letters}{word}")
    assert digest(sample) != before


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    amount=st.integers(1, 999_999),
    phone=st.integers(10_000_000, 99_999_999),
    order=st.permutations(["cover", "fill", "red", "prices"]),
)
def test_no_amount_telephone_or_panel_does(
    tmp_path_factory: pytest.TempPathFactory, amount: int, phone: int, order: list[str]
) -> None:
    sample = Sample(tmp_path_factory.mktemp("amounts"))
    for file, content in FILES.items():
        sample.write(file, content)
    before = digest(sample)
    sample.change(PRICES, "amount: 4500", f"amount: {amount}")
    sample.change(BRANCH, "+74951270203", f"+749{phone}")
    sample.change(LEAFLET, "[cover, fill, red, prices]", f"[{', '.join(order)}]")
    assert digest(sample) == before
