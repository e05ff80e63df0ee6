"""What build refuses today gets no plain "still good"."""

from __future__ import annotations

import json
from datetime import date

import pytest

from press.cli.editions import editions
from press.cli.hindrances import hindrances
from press.drift.excused import RULE as FIGURES
from press.errors import Place, Problem
from press.model.translation import FRONT
from tests.cli.papers_out import TEXT, TODAY, PapersOut, papers

__all__ = ["papers"]

RUSSIAN = "content/leaflets/when-to-call/ru.yaml"
CLINIC = "content/clinic.yaml"
SLOW = "Breathing is slow or has stopped."
POLICY = "sign_off: {office: [clinician, administration]}\nowner:"


def add(papers: PapersOut, code: str, where: str = "reception") -> None:
    words = ("ledger", "add", code, "--copies", "20", "--where", where, "--by", "clerk", "--on", "2026-01-15")
    assert papers.run(*words).code == 0


def sign(papers: PapersOut, role: str, language: str = "en") -> None:
    words = ("signoff", "when-to-call", language, "--role", role, "--name", "A. Ivanova", "--today", TODAY)
    assert papers.run(*words).code == 0


# What the build refuses ---------------------------------------------------------------------------------------


def test_a_critical_section_whose_original_has_changed_stops_the_translation(papers: PapersOut) -> None:
    russian = papers.code("ru")
    add(papers, russian)
    papers.sample.change(TEXT, SLOW, "Breathing is slow.")
    assert papers.code("ru") == russian
    said = papers.identify(russian)
    assert said.code == 1
    assert said.out.startswith(f"{russian}: DO NOT HAND OUT\n")
    why = (
        "Its original (English) has changed in “red”, which says when to call for help, and the Russian has not "
        "been put right."
    )
    assert why in said.out
    assert "Instead: nothing yet; it cannot be printed until this is mended: content/leaflets/when-to-call/" in said.out
    (pull,) = json.loads(papers.recall("--grade", "safety", "--json").out)["pull"]
    assert (pull["grade"], pull["reasons"]) == ("safety", [why])
    assert why in papers.recall().out
    papers.translated()
    assert papers.identify(russian).code == 0
    assert papers.recall().code == 0


def test_the_older_file_that_build_warns_of_is_not_named_as_the_one_to_print(papers: PapersOut) -> None:
    russian = papers.code("ru")
    papers.sample.change(TEXT, SLOW, "Breathing is slow.")
    papers.sample.write("output/ru/x.pdf", "")
    row = {"path": "ru/x.pdf", "edition": russian, "medium": "office", "format": "a5", "draft": False}
    papers.sample.write("output/manifest.json", json.dumps({"files": [row]}))
    papers.sample.change("content/prices.yaml", "amount: 4500", "amount: 5000")
    assert "print output" not in papers.identify(russian).out


def test_other_figures_are_a_matter_of_safety(papers: PapersOut) -> None:
    papers.sample.change(TEXT, "column: Price", "column: Price of 24 hours")
    assert papers.run("translated", "when-to-call", "ru").code == 1  # it is not noted either
    said = papers.identify(papers.code("ru"))
    assert said.code == 1
    assert "Its figures are not those of its original (English): the figures in the block “prices”" in said.out
    assert papers.identify(papers.code()).out.startswith(f"{papers.code()}: STILL GOOD\n")


def test_other_figures_in_a_title_concern_every_format(papers: PapersOut, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = Problem(FIGURES, "the figures differ", place=Place(RUSSIAN))
    known = editions(papers.root, papers.root / "output", date.fromisoformat(TODAY))
    present = known.find(papers.code("ru"))
    assert present
    for places in (("prices",), ("prices", FRONT), (FRONT,)):
        found = dict.fromkeys(places, (wrong,))
        monkeypatch.setattr("press.cli.hindrances.figures_by_section", lambda *_, found=found: found)
        (reason,) = hindrances(papers.project, [wrong], present, present).reasons
        assert reason.sections == (frozenset() if FRONT in places else {"prices"})


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (TEXT, "Breathing is slow or", "The junkie breathes slowly or", "junkie"),
        (TEXT, "        sources: [who-2014]\n", "", "source"),
    ],
)
def test_what_is_no_reason_to_pull_is_told_as_a_remark(
    papers: PapersOut, file: str, old: str, new: str, told: str
) -> None:
    papers.sample.change(file, old, new)
    papers.translated()
    code = papers.code()
    papers.build()
    add(papers, code)
    said = papers.identify(code)
    assert said.code == 0
    assert said.out.startswith(f"{code}: STILL GOOD, BUT COULD NOT BE PRINTED AGAIN AS IT IS\n")
    assert "Why it could not be printed again today\n  - content/leaflets/when-to-call/en.yaml:" in said.out
    assert told in said.out
    assert "Use up these copies, until 31 December 2027 at the latest." in said.out
    assert "Print or copy no more of it." in said.out
    assert "Hand it out" not in said.out
    data = papers.data("identify", code, "--today", TODAY)
    assert (data["good"], [one["file"] for one in data["refused_today"]]) == (True, [TEXT])
    said = papers.recall()
    assert said.code == 0
    assert f"could not be printed again as they are:\n  {code}, “When to call”, English: {TEXT}:" in said.out
    assert "\n    20 copies at reception\n" in said.out


def test_a_critical_section_that_nobody_has_compared_is_a_remark(papers: PapersOut) -> None:
    papers.sample.delete("content/leaflets/when-to-call/translated/ru.yaml")
    said = papers.identify(papers.code("ru"))
    assert said.code == 0
    assert "COULD NOT BE PRINTED AGAIN" in said.out
    assert "./run translated when-to-call ru" in said.out


def test_many_faults_are_counted(papers: PapersOut) -> None:
    text = (papers.root / TEXT).read_text("utf-8")
    more = "".join(f"          - junkie {word}\n" for word in ("here", "there", "now", "then"))
    papers.sample.write(TEXT, text.replace("          - Breathing", f"{more}          - Breathing"))
    papers.translated()
    assert "more: ./run check" in papers.identify(papers.code()).out


def test_what_concerns_another_leaflet_or_language_says_nothing(papers: PapersOut) -> None:
    papers.sample.change(RUSSIAN, "kind: imprint", "kind: imprint\n        sources: [nowhere]")
    assert papers.identify(papers.code()).out.startswith(f"{papers.code()}: STILL GOOD\n")
    assert papers.identify(papers.code("ru")).out.startswith(f"{papers.code('ru')}: STILL GOOD, BUT")


def test_references_that_lead_nowhere_are_seen(papers: PapersOut) -> None:
    papers.sample.change(TEXT, "column: Price", "column: Price {prize}")
    papers.translated()
    said = papers.identify(papers.code())
    assert "{prize} leads nowhere" in said.out
    assert "STILL GOOD, BUT" in said.out


# Approvals ----------------------------------------------------------------------------------------------------


def test_words_that_the_clinic_wants_approved_are_not_handed_out(papers: PapersOut) -> None:
    code = papers.code()
    add(papers, code)
    papers.sample.change(CLINIC, "owner:", POLICY)
    said = papers.identify(code)
    assert said.code == 1
    assert said.out.startswith(f"{code}: NOT APPROVED\n")
    for words in (
        "The clinic’s rules want an approval of these words first. What is missing: clinician, administration.",
        "Put all copies aside. If the paper says DRAFT, do not hand it out.",
        "were printed before the clinic asked for approvals",
        "Their words are the same, so they wait too.",
        './run signoff when-to-call en --role clinician --name "…"',
        f"Then ask again: ./run identify {code}",
    ):
        assert words in said.out, words
    assert "Hand it out" not in said.out
    data = papers.data("identify", code, "--today", TODAY)
    assert (data["good"], data["not_approved"]) == (False, ["clinician", "administration"])
    said = papers.recall()
    assert said.code == 1
    assert "NOT APPROVED: put these aside" in said.out
    assert f"20 copies at reception: {code}, “When to call”, English" in said.out
    assert './run signoff when-to-call en --role administration --name "…"' in said.out
    assert "PULL NOW" not in said.out


def test_a_print_run_of_words_that_are_not_approved_is_noted_with_a_warning(papers: PapersOut) -> None:
    papers.sample.change(CLINIC, "owner:", POLICY)
    words = ("ledger", "add", papers.code(), "--copies", "20", "--where", "reception", "--by", "clerk")
    said = papers.run(*words)
    assert (said.code, "Noted: 20 copies" in said.out) == (0, True)
    for told in (
        "edition-not-approved (warning): it was noted, but",
        "missing: clinician, administration",
        "./run signoff when-to-call en --role",
    ):
        assert told in said.error
    assert "NOT APPROVED: put these aside" in papers.recall().out
    data = papers.data(*words, "--format", "a5")
    assert [problem["code"] for problem in data["problems"]] == ["edition-not-approved"]
    for role in ("clinician", "administration"):
        sign(papers, role)
    papers.build()
    said = papers.run("ledger", "add", papers.code(), *words[3:])
    assert (said.code, said.error) == (0, "")


def test_a_policy_for_screens_alone_says_nothing_of_paper(papers: PapersOut) -> None:
    papers.sample.change(CLINIC, "owner:", "sign_off: {screen: [clinician]}\nowner:")
    said = papers.identify(papers.code())
    assert (said.code, "STILL GOOD\n" in said.out) == (0, True)
    assert "If the paper says DRAFT, do not hand it out." in said.out


def test_approved_words_are_good(papers: PapersOut) -> None:
    old = papers.code()
    papers.sample.change(CLINIC, "owner:", POLICY)
    sign(papers, "administration")
    assert "What is missing: clinician.\n" in papers.identify(old).out
    sign(papers, "clinician")
    assert papers.identify(papers.code()).out.startswith(f"{papers.code()}: STILL GOOD\n")
    assert papers.identify(old).code == 0  # it only awaits in print what has been given since


def test_a_paper_that_was_approved_stays_so_when_a_word_changes(papers: PapersOut) -> None:
    papers.sample.change(CLINIC, "owner:", POLICY)
    for role in ("clinician", "administration"):
        sign(papers, role)
    papers.build()
    old = papers.code()
    papers.sample.change(CLINIC, "General information.", "General words.")
    said = papers.identify(old)
    assert (said.code, "STILL GOOD\n" in said.out) == (0, True)
    assert "Then nothing yet; the clinic’s rules want an approval of today’s words first. What is missing" in said.out
    assert "missing for them: clinician, administration: ./run signoff" in said.out
    assert "NOT APPROVED" in papers.identify(papers.code()).out


def test_a_paper_that_never_was_approved_is_not_saved_by_another_word(papers: PapersOut) -> None:
    old = papers.code()
    papers.sample.change(CLINIC, "owner:", POLICY)
    papers.sample.change(CLINIC, "General information.", "General words.")
    said = papers.identify(old)
    assert "NOT APPROVED" in said.out
    assert "missing for these, which are no longer those of today: clinician, administration." in said.out
    assert "Nobody has approved their words either." in said.out


def test_what_must_be_pulled_is_pulled_approved_or_not(papers: PapersOut) -> None:
    old = papers.code()
    papers.sample.change(CLINIC, "owner:", POLICY)
    papers.sample.change(TEXT, SLOW, "Breathing is slow.")
    assert papers.identify(old).out.startswith(f"{old}: DO NOT HAND OUT\n")
