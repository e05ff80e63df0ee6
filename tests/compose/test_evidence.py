"""The evidence file has every statement, every source and everything that needs a decision."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from press.approval.claims import claims, unclaimed
from press.approval.covered import digest_of
from press.compose.document import workshop
from press.compose.evidence import evidence
from press.edition import resolve
from press.errors import ContentError
from press.load.project import load
from press.model.base import reader_words
from press.model.inline import plain
from press.model.project import Project
from tests.workbench import WORDS, Workbench

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)
SOURCED = "key: text\n        sources: [who-overdose-2014, nyxoid-label]\n"


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._style = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._style = tag == "style"
        if tag not in ("b", "a", "span"):
            self.pieces.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._style = False

    def handle_data(self, data: str) -> None:
        if not self._style:
            self.pieces.append(data)


def seen(html: str) -> str:
    """The words of the file as they are read, with single plain spaces."""
    reader = _Reader()
    reader.feed(html)
    return " ".join("".join(reader.pieces).split())


def file_of(project: Project, leaflet: str, language: str, today: date = TODAY) -> str:
    return evidence(workshop(Path(project.root), lambda words, *_: words), project, leaflet, language, today)


def told(bench: Workbench, today: date = TODAY, language: str = "en") -> str:
    return seen(file_of(bench.project, "trial", language, today))


@pytest.fixture
def trial(bench: Workbench) -> Workbench:
    """The small leaflet with two sources for one statement."""
    bench.change(WORDS, "key: text\n", SOURCED)
    bench.change(WORDS, "key: list\n", "key: list\n        medical: false\n")
    return bench


def own() -> Project:
    project = load(ROOT, TODAY).project
    assert project
    return project


@pytest.fixture(scope="module")
def content() -> Project:
    return own()


@pytest.mark.parametrize(("leaflet", "language"), sorted(own().texts))
def test_every_word_of_every_statement_and_every_source_stands_in_it(
    content: Project, leaflet: str, language: str
) -> None:
    html = seen(file_of(content, leaflet, language))
    said = resolve(content, leaflet, language, content.clinic.main_branch).edition
    stated = claims(content, leaflet, language)
    assert stated
    for claim in (*stated, *unclaimed(content, leaflet, language)):
        names = [
            words
            for field, words, _ in reader_words(claim.record)
            if not hasattr(claim.record, "amount") or field.split(".")[1:2] == [language]
        ]
        for words in names:
            for part in re.split(r"\n\s*\n", words):
                assert " ".join(plain(said.inline[part.strip()]).split()) in html, (claim.section, part)
        for key in claim.sources:
            source = content.sources[key]
            for words in (source.title, source.where, source.short[language], str(source.year or "")):
                assert " ".join(words.split()) in html
    assert digest_of(content, leaflet, language)[:8] in html
    assert said.code in html


def test_the_head_tells_what_is_approved(trial: Workbench) -> None:
    html = told(trial)
    for words in (
        "A trial",
        "trial (en)",
        "16 November 2026" if "16 November" in html else "1 January 2026",
        "31 December 2027",
        "Chief physician",
        "Nobody has approved these words yet.",
        './run signoff trial en --role clinician --name "…"',
        "1 statement,",
    ):
        assert words in html, words


def test_each_statement_has_its_sources_by_number(trial: Workbench) -> None:
    html = told(trial)
    at = html.index("Blue lips? A visit costs from RUB 4,500.")
    assert "[1] WHO 2014 strong" in html[at:]
    assert "[2] Nyxoid label strong · no year" in html[at:]
    assert html.index("words › text") < at


def test_what_is_declared_not_medical_is_listed_to_object_to(trial: Workbench) -> None:
    html = told(trial)
    listed = html[html.index("Declared as not medical") :]
    assert "words › list Shake the shoulders firmly · Stay beside the person" in listed
    assert "Blue lips?" not in listed


def test_working_limits_come_first_with_the_lines_that_have_figures(trial: Workbench) -> None:
    trial.change(WORDS, "nyxoid-label]", "working-thresholds]")
    trial.change(
        WORDS, "text: Blue lips?", "text: |-\n          Blue lips? Look.\n\n          Fever of 39 °C.\n\n         "
    )
    html = told(trial)
    first = html[html.index("Needs your decision") : html.index("Statements and their sources")]
    assert "Limits from general knowledge" in first
    assert "Fever of 39 °C." in first
    assert "Look." not in first
    assert "Look." in html


def test_exceptions_stand_with_their_reasons(trial: Workbench) -> None:
    allow = "allow: [{rule: words-fear, words: lips, reason: A sign people must know}]\n        "
    trial.change(WORDS, "sources: [who-overdose-2014, nyxoid-label]", f"{allow}sources: [who-overdose-2014]")
    html = told(trial)
    assert "Words that stand in spite of a rule" in html
    assert "words › text lips words-fear A sign people must know" in html


def test_exceptions_of_the_price_list_stand_in_their_own_language(trial: Workbench) -> None:
    reason = "reason: the name people know it by"
    allow = f"allow: [{{rule: words-x, words: doctor, {reason}}}, {{rule: words-x, words: врача, {reason}}}]"
    trial.change("content/prices.yaml", "      - key: home-visit\n", f"      - key: home-visit\n        {allow}\n")
    html = told(trial)
    assert "price list › home-visit doctor words-x the name people know it by" in html
    assert "home-visit врача" not in html


def test_old_and_undated_sources_are_named(trial: Workbench) -> None:
    html = told(trial)
    assert "Sources without a year [2] Nyxoid label." in html
    assert "Sources older than" not in html
    assert "Sources older than 15 years [1] WHO 2014. Do they still hold?" in told(trial, date(2030, 1, 1))


def test_a_statement_without_a_source_is_shown_and_not_hidden(bench: Workbench) -> None:
    html = told(bench)
    assert "Statements without a source" in html
    assert "No source" in html[html.index("Statements and their sources") :]


def test_a_statement_on_weak_sources_alone_is_named(trial: Workbench) -> None:
    trial.change(WORDS, "[who-overdose-2014, nyxoid-label]", "[moscow-051]")
    html = told(trial)
    assert "Statements that rest on weak sources alone" in html


def test_nothing_stands_out_where_all_is_well(trial: Workbench) -> None:
    trial.change(WORDS, ", nyxoid-label]", "]")
    assert "Nothing stands out" in told(trial)


@pytest.mark.parametrize(("holds", "words"), [(True, "Approved by Dr A"), (False, "No longer holds: approved by Dr A")])
def test_who_has_approved_is_told(trial: Workbench, holds: bool, words: str) -> None:
    digest = digest_of(trial.project, "trial", "en") if holds else "0" * 32
    entry = f"{{role: clinician, name: Dr A, on: 2026-05-01, digest: {digest}}}"
    trial.write("content/leaflets/trial/sign-offs/en.yaml", f"language: en\nsign_offs:\n  - {entry}\n")
    assert f"{words} (clinician) on 1 May 2026" in told(trial)


def test_each_branch_is_told_with_its_code(trial: Workbench) -> None:
    north = trial.read("content/branches/moscow.yaml").replace("key: moscow", "key: north")
    trial.write("content/branches/north.yaml", north.replace("NarMed, Moscow", "NarMed, North").replace("127-02", "x"))
    trial.change("content/branches/north.yaml", "https://narmed.example", "https://north.example")
    html = told(trial)
    codes = {resolve(trial.project, "trial", "en", key).edition.code for key in ("moscow", "north")}
    assert len(codes) == 2
    assert all(code in html for code in codes)
    assert "NarMed, North" in html


def test_content_is_data_and_no_markup(trial: Workbench) -> None:
    trial.change(
        "content/sources.yaml", "title: Community management", "title: <script>x</script> Community management"
    )
    html = file_of(trial.project, "trial", "en")
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_the_file_stands_alone(trial: Workbench) -> None:
    html = file_of(trial.project, "trial", "en")
    assert "--teal: #0A5C5F" in html
    assert not re.search(r"(?:src|href)=\"(?!#)", html)
    assert "url(" not in html


def test_words_that_cannot_be_filled_in_are_told(trial: Workbench) -> None:
    trial.change(WORDS, "text: Blue lips?", "text: Lips {emergncy}?")
    with pytest.raises(ContentError, match="emergncy"):
        told(trial)


@pytest.mark.parametrize(
    ("file", "text", "code"),
    [
        ("templates/evidence.html", "{{ nothing.at.all }}", "template-broken"),
        ("styles/evidence.css", None, "style-broken"),
    ],
)
def test_a_broken_template_or_style_is_told(trial: Workbench, file: str, text: str | None, code: str) -> None:
    trial.delete(file)
    if text is not None:
        trial.write(file, text)
    with pytest.raises(ContentError) as caught:
        told(trial)
    assert [problem.code for problem in caught.value.problems] == [code]
    assert str(caught.value.problems[0].place).startswith(file)


def test_a_translation_whose_original_has_changed_needs_a_decision_first(trial: Workbench) -> None:
    assert "Changed since" not in told(trial)
    trial.change("content/leaflets/trial/en.yaml", "A small card", "A tiny card")
    found = told(trial, language="ru")
    assert "Needs your decision Changed since original and translation were compared" in found
    assert "⟦–small⟧ ⟦+tiny⟧" in found
    assert "in the translation:" not in found
    trial.change("content/leaflets/trial/ru.yaml", "Маленькая карточка", "Крошечная карточка")
    assert "in the translation: summary “⟦–Маленькая⟧ ⟦+Крошечная⟧" in told(trial, language="ru")
    assert "Nothing stands out" not in found
