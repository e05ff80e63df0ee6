"""A nurse holds a paper and asks: may I still hand this out?"""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from press import archive
from press.cli import keeping
from press.cli.main import main
from press.errors import OutputError, Problem
from press.model.job import Job, Medium
from tests.cli.papers_out import LEAFLET, TEXT, TODAY, PapersOut, papers
from tests.conftest import Sample
from tests.workbench import WORDS as TRIAL
from tests.workbench import Workbench

BRANCH = "content/branches/main.yaml"

__all__ = ["papers"]


def test_a_paper_that_says_what_is_said_today_is_good(papers: PapersOut) -> None:
    said = papers.identify(papers.code())
    assert said.code == 0
    assert said.out.startswith(f"{papers.code()}: STILL GOOD\n")
    for words in ("When to call", "English", "A5", "written on 1 January 2026", "next review by 31 December 2027"):
        assert words in said.out
    assert "Hand it out, until 31 December 2027" in said.out


def test_the_code_may_be_typed_in_any_way(papers: PapersOut) -> None:
    code = papers.code()
    assert papers.identify(code.lower().replace("-", " ")).code == 0


def test_a_change_of_safety_stops_the_paper(papers: PapersOut) -> None:
    old = papers.code()
    papers.sample.change(TEXT, "Breathing is slow or has stopped.", "Breathing is slow.")
    papers.sample.change("content/prices.yaml", "amount: 4500", "amount: 5000")
    papers.sample.change("content/clinic.yaml", "General information.", "General words.")
    said = papers.identify(old)
    assert said.code == 1
    assert "DO NOT HAND OUT" in said.out
    order = [
        "1 thing about safety",
        "safety\n",
        "Breathing is [slow or has stopped.]",
        "price\n",
        "[from RUB 4,500]",
        "wording",
    ]
    places = [said.out.index(words) for words in order]
    assert places == sorted(places)
    assert f"Instead: build and print {papers.code()}: ./run build --leaflet when-to-call --language en." in said.out


def test_a_change_of_wording_lets_the_paper_be_used_up(papers: PapersOut) -> None:
    old = papers.code()
    papers.sample.change("content/clinic.yaml", "General information.", "General words.")
    said = papers.identify(old)
    assert said.code == 0
    assert "STILL GOOD" in said.out
    assert "Use up these copies" in said.out
    assert "General [information.]" in said.out


def test_another_look_does_not_matter(papers: PapersOut) -> None:
    papers.sample.write("styles/base.css", "p { margin: 0 }")
    said = papers.identify(papers.code())
    assert said.code == 0
    assert "templates or styles: looks different" in said.out
    assert "Hand it out" in said.out


def test_a_new_code_with_the_same_words_is_told_as_such(papers: PapersOut) -> None:
    old = papers.code()
    papers.sample.change(TEXT, "title: Call now", 'title: "**Call** now"')
    said = papers.identify(old)
    assert said.code == 0
    assert f"New copies carry the code {papers.code()}" in said.out


@pytest.mark.parametrize(
    ("change", "words", "ask"),
    [
        (
            ("content/prices.yaml", "valid_until: 2027-12-31", "valid_until: 2027-01-31"),
            "prices ended on 31 January 2027",
            "nothing yet; ask the owner of the prices (Head of administration) for new prices.\n",
        ),
        (
            (LEAFLET, "review_by: 2027-12-31", "review_by: 2027-01-31"),
            "read it again by 31 January 2027",
            "nothing yet; ask the owner of the leaflet (Chief physician) for a review.\n",
        ),
    ],
)
def test_days_that_are_over_stop_the_paper(
    papers: PapersOut, change: tuple[str, str, str], words: str, ask: str
) -> None:
    papers.sample.change(*change)
    papers.build()
    code = papers.code()
    assert papers.identify(code, today="2027-01-31").code == 0
    said = papers.identify(code, today="2027-02-01")
    assert said.code == 1
    assert words in said.out
    assert ask in said.out


def test_a_paper_of_tomorrow_is_put_aside_and_not_thrown_away(papers: PapersOut) -> None:
    said = papers.identify(papers.code(), today="2025-12-31")
    assert said.code == 1
    assert "DO NOT HAND OUT YET\n" in said.out
    assert "From 1 January 2026 on you may hand them out." in said.out
    assert "waste paper" not in said.out
    papers.sample.change(TEXT, "Breathing is slow or has stopped.", "Breathing is slow.")
    old = next(iter(archive.codes(papers.root / "output/editions") - {papers.code(), papers.code("ru")}))
    assert "DO NOT HAND OUT\n" in papers.identify(old, today="2025-12-31").out


def own_price(papers: PapersOut, last: str) -> None:
    """Gives the branch a price of its own that ends on the day `last`."""
    text = (papers.root / BRANCH).read_text("utf-8")
    head, _, web = re.sub(r"(?m)^prices:.*\n", "", text).partition("web:")
    own = f"prices: {{home-visit: {{amount: 4500, valid_until: {last}}}}}\n"
    papers.sample.write(BRANCH, f"{head}{own}web:{web}")


def test_a_price_of_the_branch_that_ends_early_is_in_the_code_and_recalled_once(papers: PapersOut) -> None:
    first = papers.code()
    papers.run("ledger", "add", first, "--copies", "9", "--where", "desk", "--by", "clerk", "--on", "2026-01-15")
    own_price(papers, "2027-01-31")
    papers.build()
    second = papers.code()
    assert second != first
    assert (
        "prices hold until\n      was: [31 December 2027]\n      now: [31 January 2027]" in papers.identify(first).out
    )
    assert f"build and print {second}" in papers.recall().out
    assert "prices hold until 31 January 2027\n" in papers.identify(second).out
    assert "Its prices ended on 31 January 2027" in papers.identify(second, today="2027-02-01").out
    own_price(papers, "2027-06-30")
    papers.build()
    assert papers.code() not in (first, second)
    assert f"build and print {papers.code()}" in papers.recall(today="2027-02-01").out
    assert papers.identify(papers.code(), today="2027-02-01").code == 0


def test_days_that_are_not_printed_count_as_they_are_today(papers: PapersOut) -> None:
    for file in (TEXT, TEXT.replace("en.yaml", "ru.yaml")):
        papers.sample.change(file, "      - kind: validity\n        key: until\n        label: Prices hold until\n", "")
    papers.translated()
    papers.build()
    code = papers.code()
    papers.run("ledger", "add", code, "--copies", "9", "--where", "desk", "--by", "clerk", "--on", "2026-01-15")
    own_price(papers, "2027-01-31")
    assert papers.code() == code
    papers.build()
    kept = archive.read(papers.root / "output/editions", code)
    assert kept
    assert kept.prices_end == date(2027, 1, 31)  # renewed, though its code is the same
    assert "Hand it out, until 31 January 2027" in papers.identify(code).out
    said = papers.identify(code, today="2027-02-01")
    assert "Its prices ended on 31 January 2027" in said.out
    assert "Instead: nothing yet; ask the owner of the prices" in said.out
    own_price(papers, "2027-06-30")
    assert papers.code() == code
    assert papers.identify(code, today="2027-02-01").code == 0
    assert papers.recall(today="2027-02-01").code == 0  # never: pull it, and print the same again


def test_of_copies_in_one_place_the_sum_is_told(papers: PapersOut) -> None:
    old = papers.code()
    for copies in ("20", "30"):
        words = ("ledger", "add", old, "--copies", copies, "--where", "desk", "--by", "clerk")
        assert papers.run(*words, "--on", "2026-01-15").code == 0
    papers.sample.change(TEXT, "Breathing is slow or has stopped.", "Breathing is slow.")
    assert papers.identify(old).out.count("By the ledger 50 lie here: desk.") == 1


def test_a_language_or_branch_that_is_gone_is_named(papers: PapersOut) -> None:
    old = papers.code()
    for file in (TEXT, "content/words/en.yaml", "templates/words/en.yaml"):
        papers.sample.delete(file)
    (papers.root / "content/leaflets/when-to-call/translated/ru.yaml").unlink(missing_ok=True)
    papers.sample.change("content/clinic.yaml", "languages: [en, ru]", "languages: [ru]")
    said = papers.identify(old)
    assert "It is no longer published in English." in said.out
    assert "Instead: nothing in English; there is the same leaflet in Russian." in said.out
    papers.sample.change("content/clinic.yaml", "main_branch: main", "main_branch: north")
    branch = papers.root / "content/branches/main.yaml"
    branch.write_text(branch.read_text().replace("key: main\n", "key: north\n"))
    branch.rename(branch.with_name("north.yaml"))
    said = papers.identify(old)
    assert "It is of a branch that is no longer in the content (Clinic)." in said.out
    assert "Instead: nothing of this branch" in said.out


def test_content_that_cannot_be_read_is_no_answer_but_says_what_to_do(papers: PapersOut) -> None:
    papers.sample.write("content/clinic.yaml", "names: [")
    said = papers.identify("7K3M-9QW")
    assert said.code == 1
    assert said.out.startswith("7K3M-9QW: UNKNOWN\n")
    assert "Until it is mended, do not hand the paper out." in said.out
    assert "yaml-syntax" in said.error
    assert set(papers.data("identify", "7K3M-9QW")) == {"problems"}


def test_a_leaflet_that_is_gone_stops_the_paper(papers: PapersOut) -> None:
    old = papers.code()
    for folder in (papers.root / "content/leaflets").iterdir():
        folder.rename(folder.with_name("other"))
    papers.sample.change("content/leaflets/other/leaflet.yaml", "key: when-to-call", "key: other")
    said = papers.identify(old)
    assert said.code == 1
    assert "no longer published" in said.out
    assert "Instead: nothing" in said.out


def test_the_new_file_is_named_when_it_is_there(papers: PapersOut) -> None:
    old = papers.code()
    papers.sample.change(TEXT, "Breathing is slow or has stopped.", "Breathing is slow.")
    row = {"path": "en/x.pdf", "edition": papers.code(), "medium": "office", "format": "a5", "draft": False}
    for name, more in (("en/x.pdf", {}), ("en/y.pdf", {"draft": True}), ("en/z.pdf", {"medium": "screen"})):
        papers.sample.write(f"output/{name}", "")
        rows = [{**row, "path": name, **more}]
        papers.sample.write("output/manifest.json", json.dumps({"files": rows}))
        assert ("Instead: print output/en/x.pdf" in papers.identify(old).out) is (name == "en/x.pdf")


# Codes nobody knows -----------------------------------------------------------------------------------------


def test_an_unknown_code_tells_where_was_looked_and_what_to_do(papers: PapersOut) -> None:
    said = papers.identify("9999-999")
    assert said.code == 1
    assert "9999-999: UNKNOWN" in said.out
    assert "2 of the content as it is today, 2 built before, 0 in the ledger" in said.out
    assert "do not hand the paper out" in said.out
    assert "Chief physician" in said.out


def test_one_misread_sign_is_guessed_but_not_answered_for(papers: PapersOut) -> None:
    code = papers.code()
    said = papers.identify(code[:-1] + "0")
    assert said.code == 1
    assert f"Did you mean {code}? That is “When to call”, English." in said.out
    assert "STILL GOOD" not in said.out


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "A code has 7 signs: ./run identify 7K3M-9QW"),
        ("ABC", "A code has 7 signs, and not 3"),
        ("0UMW-XKY", "What stands in no code: 0 U."),
        ("../../x", "A code has 7 signs, and not 1"),
    ],
)
def test_what_cannot_be_a_code_is_told_why(papers: PapersOut, typed: str, told: str) -> None:
    said = papers.identify(typed)
    assert said.code == 1
    assert "UNKNOWN" in said.out.splitlines()[0]
    assert told in said.out


def test_who_forgot_to_switch_the_keyboard_is_asked(papers: PapersOut) -> None:
    latin, russian = "QWERTYUIOPASDFGHJKLZXCVBNM", "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ"
    typed = papers.code().translate(str.maketrans(latin, russian))
    said = papers.identify(typed)
    assert said.code == 1
    assert said.out.startswith(f"{typed}: UNKNOWN\n")
    assert "These are no Latin letters: " in said.out
    assert "What stands in no code" not in said.out
    assert f"Did you mean {papers.code()}?" in said.out
    refused = papers.run("ledger", "add", typed.lower(), "--copies", "9", "--where", "bus", "--by", "clerk")
    assert refused.code == 2
    assert f"no edition has the code {typed}" in refused.error
    assert f"Did you mean {papers.code()}?" in refused.error


def test_a_guess_whose_file_is_broken_is_still_a_guess(papers: PapersOut) -> None:
    old = papers.code()
    papers.sample.change(TEXT, "Breathing is slow or has stopped.", "Breathing is slow.")
    papers.sample.write(f"output/editions/{old}.json", "{")
    said = papers.identify(old[:-1] + "0")
    assert f"Did you mean {old}?\n" in said.out
    assert said.error == ""


def test_an_edition_of_long_ago_is_known_from_the_output_folder(papers: PapersOut) -> None:
    first = papers.code()
    for words in ("Breathing is slow.", "Breathing has stopped."):
        papers.sample.write(TEXT, (papers.root / TEXT).read_text().replace("Breathing is slow or has stopped.", words))
        papers.build()
    assert "DO NOT HAND OUT" in papers.identify(first).out
    assert len(archive.codes(papers.root / "output/editions")) == 3
    (papers.root / "output/editions" / archive.file_name(first)).unlink()
    assert "UNKNOWN" in papers.identify(first).out


def test_a_broken_file_is_a_problem_and_no_traceback(papers: PapersOut) -> None:
    old = papers.code()
    papers.sample.change(TEXT, "Breathing is slow or has stopped.", "Breathing is slow.")
    papers.sample.write(f"output/editions/{old}.json", "{")
    said = papers.identify(old)
    assert said.code == 1
    assert said.out.startswith(f"{old}: UNKNOWN\n")
    assert said.error.startswith(f"output/editions/{old}.json: edition-unreadable")
    papers.sample.write(f"output/editions/{papers.code()}.json", "{")
    assert papers.identify(papers.code()).code == 0  # the content of today knows it too


# As data ----------------------------------------------------------------------------------------------------


def test_the_same_as_data(papers: PapersOut) -> None:
    old = papers.code()
    papers.sample.change("content/prices.yaml", "amount: 4500", "amount: 5000")
    data = papers.data("identify", old, "--today", "2026-11-23")
    assert (data["known"], data["good"], data["replaced_by"]) == (True, False, papers.code())
    assert [change["grade"] for change in data["changes"]] == ["price"]
    unknown = papers.data("identify", old[:-1] + "0", "--today", "2026-11-23")
    assert (unknown["known"], unknown["good"], unknown["did_you_mean"]) == (False, False, [old])


# Keeping ----------------------------------------------------------------------------------------------------


def test_drafts_are_not_kept(sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    PapersOut(sample, capsys).build(draft=True)
    assert not (sample.root / "output").exists()


def test_what_is_kept_already_is_left_alone(papers: PapersOut) -> None:
    path = papers.root / "output/editions" / archive.file_name(papers.code())
    before = path.stat().st_ino
    papers.build()
    assert path.stat().st_ino == before
    papers.sample.write("styles/base.css", "p { margin: 0 }")
    papers.build()
    assert path.stat().st_ino != before


def test_a_full_disk_is_a_warning_and_no_end(papers: PapersOut, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> None:
        raise OutputError(Problem("disk-full", "There is no room left", "Free some space."))

    monkeypatch.setattr(keeping, "write_file", full)
    job = Job("when-to-call", "en", "", "a5", Medium.OFFICE)
    (problem,) = keeping.keep_editions(papers.project, [job], papers.root / "full")
    assert problem.warning
    assert problem.code == "edition-not-kept"


def test_every_build_keeps_what_it_published(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(bench.root)
    for kind in ("text", "list"):
        bench.change(TRIAL, f"key: {kind}\n", f"key: {kind}\n        medical: false\n")
    kept = bench.root / "output/editions"
    words = ["build", "--leaflet", "trial", "--language", "en", "--medium", "screen", "--today", TODAY, "--jobs", "1"]
    assert main(words, bench.root) == 0
    rows = json.loads((bench.root / "output/manifest.json").read_text("utf-8"))["files"]
    first = archive.codes(kept)
    assert first == {row["edition"] for row in rows}
    bench.change(TRIAL, "Stay beside the person", "Stay near the person")
    assert main([*words, "--draft"], bench.root) == 0
    assert archive.codes(kept) == first
    assert main(words, bench.root) == 0
    assert archive.codes(kept) > first
    capsys.readouterr()
    main(["identify", *first, "--today", TODAY], bench.root)
    assert "Stay [near] the person" in capsys.readouterr().out
