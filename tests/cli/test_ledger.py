"""Print runs are noted, listed, recalled."""

from __future__ import annotations

import json
import unicodedata
from datetime import date, timedelta

import pytest

from press import archive
from press.errors import OutputError, Problem
from tests.cli.conftest import Said
from tests.cli.papers_out import LEAFLET, LEDGER, TEXT, TODAY, PapersOut, papers

__all__ = ["papers"]

ON = "2026-01-15"


def add(papers: PapersOut, *more: str, code: str = "", where: str = "reception", copies: str = "200") -> Said:
    words = ("ledger", "add", code or papers.code(), "--copies", copies, "--where", where, "--by", "ward-clerk")
    return papers.run(*words, *(() if "--on" in more else ("--on", ON)), *more)


# add --------------------------------------------------------------------------------------------------------


def test_a_run_is_noted_with_what_it_said(papers: PapersOut) -> None:
    said = add(papers, "--format", "a5")
    assert said.code == 0
    assert f"Noted: 200 copies of {papers.code()}, “When to call”, English, at reception, 15 January 2026." in said.out
    text = (papers.root / LEDGER).read_text()
    assert text.startswith("# Print runs")
    for line in (
        f"code: {papers.code()}",
        "copies: 200",
        "where: reception",
        "by: ward-clerk",
        "format: a5",
        f"on: {ON}",
    ):
        assert line in text
    kept, built = (
        papers.root / folder / archive.file_name(papers.code()) for folder in (archive.PRINTED, "output/editions")
    )
    assert kept.read_bytes() == built.read_bytes()


@pytest.mark.parametrize("empty", ["runs: []", "runs: [] # none yet", "runs:\n  []"])
def test_the_first_run_leaves_what_was_written_by_hand(papers: PapersOut, empty: str) -> None:
    path = papers.root / LEDGER
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"# Ask the front desk first.\n{empty}\n# The end.\n", "utf-8")
    assert add(papers).code == 0
    text = path.read_text("utf-8")
    assert text.startswith("# Ask the front desk first.\n")
    assert text.endswith("# The end.\n")
    assert ("# none yet" in text) == ("# none yet" in empty)
    assert [run["where"] for run in papers.data("ledger", "list")["runs"]] == ["reception"]


def test_the_next_run_goes_below_and_comments_stay(papers: PapersOut) -> None:
    add(papers)
    path = papers.root / LEDGER
    before = path.read_text().replace("where: reception", "where: reception  # the blue box")
    path.write_text(before)
    add(papers, where="bus: the “white” one, #2")
    assert path.read_text().startswith(before)
    runs = papers.data("ledger", "list")["runs"]
    assert [run["where"] for run in runs] == ["reception", "bus: the “white” one, #2"]


def test_the_same_run_typed_twice_is_asked_about(papers: PapersOut) -> None:
    add(papers, "--format", "a5", where="Приёмное отделение")
    before = (papers.root / LEDGER).read_bytes()
    said = add(papers, "--format", "a5", where="приемное  отделение")
    assert said.code == 1
    assert f"run-repeated: the same is noted already: 200 copies of {papers.code()} at Приёмное отделение" in said.error
    assert f"printed on {ON}; nothing was noted" in said.error
    assert "--again" in said.error
    assert (papers.root / LEDGER).read_bytes() == before
    for other in (("--format", "a5", "--again"), (), ("--format", "a5", "--on", "2026-01-16")):
        assert add(papers, *other, where="приемное отделение").code == 0
    assert add(papers, where="приемное отделение", copies="100").code == 0


def test_a_run_that_is_gone_may_be_printed_again(papers: PapersOut) -> None:
    add(papers)
    papers.run("ledger", "pulled", papers.code())
    assert add(papers).code == 0


def test_a_place_is_found_however_it_is_typed(papers: PapersOut) -> None:
    add(papers, where="Приёмное отделение")
    assert papers.run("ledger", "pulled", papers.code(), "--where", "приемное отделение").code == 0


def test_a_place_typed_on_a_mac_is_the_same_place(papers: PapersOut) -> None:
    add(papers, where="Приёмный покой")
    typed = unicodedata.normalize("NFD", "Приёмный покой")
    assert typed != "Приёмный покой"
    assert papers.run("ledger", "pulled", papers.code(), "--where", typed).code == 0


def test_what_was_printed_first_is_remembered(papers: PapersOut) -> None:
    add(papers)
    kept = papers.root / archive.PRINTED / archive.file_name(papers.code())
    before = kept.read_bytes()
    papers.sample.write("styles/base.css", "p { margin: 0 }")
    papers.build()
    assert add(papers, "--again").code == 0
    assert kept.read_bytes() == before


def test_a_broken_copy_is_mended(papers: PapersOut) -> None:
    add(papers)
    kept = papers.root / archive.PRINTED / archive.file_name(papers.code())
    before = kept.read_bytes()
    kept.write_bytes(b"{")
    assert add(papers, "--again").code == 0
    assert kept.read_bytes() == before


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"code": "9999-999"}, "edition-unknown"),
        ({"copies": "0"}, "whole number"),
        ({"copies": "-5"}, "whole number"),
        ({"where": "x" * 121}, "120 letters at most"),
        ({"where": "  "}, "--where is empty"),
        ({"where": "a\x07b"}, "--where"),
    ],
)
def test_what_makes_no_sense_is_refused(papers: PapersOut, more: dict[str, str], words: str) -> None:
    said = add(papers, **more)
    assert said.code == 2
    assert words in said.error
    assert not (papers.root / "content/ledger").exists()


def test_a_day_to_come_is_refused(papers: PapersOut) -> None:
    tomorrow = date.today() + timedelta(days=1)
    said = add(papers, "--on", tomorrow.isoformat())
    assert said.code == 2
    assert "still to come" in said.error
    assert add(papers, "--on", date.today().isoformat()).code == 0


def test_an_unknown_format_is_refused(papers: PapersOut) -> None:
    said = add(papers, "--format", "a6")
    assert said.code == 2
    assert "Known: `a5`" in said.error


@pytest.mark.parametrize("typed", ["a6", "A6 card", "a6  CARD"])
def test_a_format_goes_by_its_name_too(papers: PapersOut, typed: str) -> None:
    make_a6(papers)
    assert add(papers, "--format", typed).code == 0
    assert [run["format"] for run in papers.data("ledger", "list")["runs"]] == ["a6"]


@pytest.mark.parametrize("typed", ["Anna Ivanova", "Anna", "ward clerk", "анна", "clerk!"])
def test_nobodys_name_is_kept(papers: PapersOut, typed: str) -> None:
    words = ("ledger", "add", papers.code(), "--copies", "5", "--where", "desk", "--by", typed)
    said = papers.run(*words)
    assert said.code == 2
    assert "kept as a role, never as a name" in said.error
    assert "`--by clerk`" in said.error
    assert not (papers.root / LEDGER).exists()


def test_a_misread_code_is_guessed(papers: PapersOut) -> None:
    assert f"Did you mean {papers.code()}?" in add(papers, code=papers.code()[:-1] + "0").error


def test_a_ledger_that_cannot_be_read_is_a_problem_with_its_line(papers: PapersOut) -> None:
    add(papers)
    papers.sample.change(LEDGER, "copies: 200", "copies: many")
    for words in (("ledger", "list"), ("ledger", "recall")):
        said = papers.run(*words)
        assert said.code == 1
        assert f"{LEDGER}:6:" in said.error


def test_a_ledger_that_cannot_be_read_keeps_nobody_from_an_answer(papers: PapersOut) -> None:
    add(papers)
    papers.sample.change(LEDGER, "copies: 200", "copies: many")
    said = papers.identify(papers.code())
    assert (said.code, "STILL GOOD" in said.out, f"{LEDGER}:6:" in said.error) == (0, True, True)
    assert "Where copies lie cannot be told:" in said.out


@pytest.mark.parametrize("text", [None, "", "# nothing left\n"])
def test_a_lost_ledger_is_not_taken_for_one_without_print_runs(papers: PapersOut, text: str | None) -> None:
    add(papers)
    if text is None:
        papers.sample.delete(LEDGER)
    else:
        papers.sample.write(LEDGER, text)
    for words in (("ledger", "list"), ("ledger", "recall")):
        said = papers.run(*words)
        assert said.code == 1
        assert "Nothing has to be pulled" not in said.out
        assert "Bring the file back from your backup" in said.error
    before = sorted((papers.root / "content/ledger").rglob("*"))
    assert add(papers).code == 1
    assert sorted((papers.root / "content/ledger").rglob("*")) == before


def test_a_run_that_cannot_be_noted_leaves_nothing_behind(papers: PapersOut, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OutputError(Problem("disk-full", "There is no room left", "Free some space."))

    monkeypatch.setattr("press.cli.ledger.add_run", full)
    assert add(papers).code == 1
    assert archive.codes(papers.root / archive.PRINTED) == frozenset()
    assert papers.recall().code == 0


# list and pulled --------------------------------------------------------------------------------------------


def test_an_empty_ledger_says_how_to_begin(papers: PapersOut) -> None:
    said = papers.run("ledger", "list")
    assert said.code == 0
    assert "./run ledger add" in said.out


def test_the_list_shows_every_run(papers: PapersOut) -> None:
    add(papers)
    add(papers, where="bus", copies="50")
    said = papers.run("ledger", "list")
    assert said.code == 0
    for words in ("reception", "bus", "When to call", "250 copies are out"):
        assert words in said.out


def test_a_run_that_is_gone_is_marked_and_not_recalled(papers: PapersOut) -> None:
    old = papers.code()
    add(papers)
    add(papers, where="bus", copies="50")
    papers.sample.change(TEXT, "Breathing is slow or has stopped.", "Breathing is slow.")
    said = papers.run("ledger", "pulled", old, "--where", "Reception")
    assert (said.code, "200 copies" in said.out) == (0, True)
    assert [run.get("gone") for run in papers.data("ledger", "list")["runs"]] == [date.today().isoformat(), None]
    assert "reception" not in papers.recall().out
    assert papers.run("ledger", "pulled", old, "--on", ON).code == 0
    assert papers.recall().code == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--where", "attic"), "They are noted at: reception"),
        (("--on", "2025-12-31"), "printed on 2026-01-15"),
        (("--on", "2999-01-01"), "still to come"),
    ],
)
def test_pulling_what_is_not_there_is_refused(papers: PapersOut, words: tuple[str, str], told: str) -> None:
    add(papers)
    said = papers.run("ledger", "pulled", papers.code(), *words)
    assert said.code == 2
    assert told in said.error
    assert "gone:" not in (papers.root / LEDGER).read_text().split("\nruns:")[1]


def test_pulling_an_unknown_code_is_refused(papers: PapersOut) -> None:
    assert "run-unknown" in papers.run("ledger", "pulled", "9999-999").error


def test_a_day_to_come_takes_no_run_out_of_the_recall(papers: PapersOut) -> None:
    old = papers.code()
    add(papers)
    papers.sample.change(LEDGER, f"on: {ON}", f"on: {ON}\n    gone: 2999-01-01")
    papers.sample.change(TEXT, "Breathing is slow or has stopped.", "Breathing is slow.")
    assert "PULL NOW: 200 copies of 1 print run" in papers.recall().out
    assert "By the ledger 200 lie here: reception." in papers.identify(old).out
    assert "200 copies are out." in papers.run("ledger", "list").out
    assert papers.run("ledger", "pulled", old).code == 0
    assert "2999" not in (papers.root / LEDGER).read_text()
    assert papers.recall().code == 0


def test_a_run_is_gone_on_its_day_also_where_another_day_is_asked_about(papers: PapersOut) -> None:
    add(papers)
    papers.sample.change(LEDGER, f"on: {ON}", f"on: {ON}\n    gone: {date.today()}")
    assert "No print run is noted as being out." in papers.recall(today="2026-02-01").out


def test_nothing_is_gone_before_it_was_printed(papers: PapersOut) -> None:
    add(papers)
    papers.sample.change(LEDGER, f"on: {ON}", f"on: {ON}\n    gone: 2026-01-14")
    said = papers.recall()
    assert said.code == 1
    assert f"{LEDGER}:10:11: wrong-value" in said.error
    assert "hey were printed on 2026-01-15, so they cannot be gone on 2026-01-14" in said.error


# Several formats at one place -------------------------------------------------------------------------------


def test_of_two_formats_at_one_place_only_the_named_one_is_gone(papers: PapersOut) -> None:
    make_a6(papers)
    old = papers.code()
    add(papers, "--format", "a6", copies="10")
    add(papers, "--format", "A5", copies="20")
    papers.sample.change("content/prices.yaml", "amount: 4500", "amount: 5000")
    said = papers.recall()
    assert "PULL NOW: 20 copies of 1 print run" in said.out
    assert f"Then:    ./run ledger pulled {old} --where reception --format a5\n" in said.out
    told = papers.identify(old).out
    for words in ("10 lie here: reception (A6 card)", "20 lie here: reception (A5)", "--format a6", "--format a5"):
        assert words in told
    before = (papers.root / LEDGER).read_text()
    asked = papers.run("ledger", "pulled", old, "--where", "reception")
    assert asked.code == 2
    assert "run-which-format" in asked.error
    assert f"`./run ledger pulled {old} --where reception --format a6` (10 copies)" in asked.error
    assert f"`./run ledger pulled {old} --where reception --format a5` (20 copies)" in asked.error
    assert papers.run("ledger", "pulled", old).code == 2
    assert (papers.root / LEDGER).read_text() == before
    assert "20 copies" in papers.run("ledger", "pulled", old, "--where", "reception", "--format", "a5 ").out
    assert [run.get("gone") for run in papers.data("ledger", "list")["runs"]] == [None, date.today().isoformat()]
    assert papers.run("ledger", "pulled", old).code == 0


def test_runs_without_a_format_can_be_named_beside_others(papers: PapersOut) -> None:
    make_a6(papers)
    old = papers.code()
    add(papers, "--format", "a6", copies="10")
    add(papers, copies="1")
    papers.sample.change("content/prices.yaml", "amount: 4500", "amount: 5000")
    words = f"./run ledger pulled {old} --where reception --format none"
    assert words in papers.recall().out
    assert f"`{words}` (1 copy)" in papers.run("ledger", "pulled", old).error
    assert papers.run(*words.split()[1:]).code == 0
    assert [run.get("gone") is None for run in papers.data("ledger", "list")["runs"]] == [True, False]


def test_formats_at_two_places_are_no_question(papers: PapersOut) -> None:
    make_a6(papers)
    add(papers, "--format", "a6")
    add(papers, "--format", "a5", where="bus")
    assert papers.run("ledger", "pulled", papers.code()).code == 0


def test_a_format_that_is_not_there_is_told(papers: PapersOut) -> None:
    make_a6(papers)
    add(papers, "--format", "a6")
    for format, told in (("a5", "no copies are noted there as 'a5'"), ("a7", "is not made as 'a7'")):
        said = papers.run("ledger", "pulled", papers.code(), "--format", format)
        assert said.code == 2
        assert told in said.error


# recall -----------------------------------------------------------------------------------------------------


def test_nothing_to_pull_is_said(papers: PapersOut) -> None:
    said = papers.recall()
    assert said.code == 0
    assert said.out.startswith("No print run has been noted, so nothing is known about stock. After printing, note it:")
    assert "./run ledger add" in said.out
    add(papers)
    said = papers.recall()
    assert said.code == 0
    assert "Nothing has to be pulled. Out is 1 print run, and what is printed still holds." in said.out
    papers.run("ledger", "pulled", papers.code())
    assert papers.recall().out == "Nothing has to be pulled. No print run is noted as being out.\n"


def test_what_to_pull_stands_by_place_gravest_first(papers: PapersOut) -> None:
    english, russian = papers.code("en"), papers.code("ru")
    add(papers, code=russian, where="attic", copies="10")
    add(papers, code=english, where="reception", copies="200")
    papers.sample.change(TEXT, "Breathing is slow or has stopped.", "Breathing is slow.")
    papers.sample.change("content/prices.yaml", "amount: 4500", "amount: 5000")
    papers.translated()
    said = papers.recall()
    assert said.code == 1
    assert "PULL NOW: 210 copies of 2 print runs" in said.out
    order = [
        "\nreception\n",
        f"200 × {english}",
        "Breathing is [slow",
        f"./run ledger pulled {english}",
        "\nattic\n",
        "4 500",
    ]
    places = [said.out.index(words) for words in order]
    assert places == sorted(places)
    assert "./run build --leaflet when-to-call --language en" in said.out


@pytest.mark.parametrize(("grade", "pulls"), [("safety", False), ("price", False), ("wording", True), ("layout", True)])
def test_the_grade_decides_what_is_grave_enough(papers: PapersOut, grade: str, pulls: bool) -> None:
    add(papers)
    papers.sample.change("content/clinic.yaml", "General information.", "General words.")
    assert (papers.recall("--grade", grade).code == 1) is pulls


def test_days_that_are_over_pull_whatever_the_grade(papers: PapersOut) -> None:
    papers.sample.change(LEAFLET, "review_by: 2027-12-31", "review_by: 2027-01-31")
    papers.build()
    add(papers)
    assert papers.recall("--grade", "safety", today="2027-01-31").code == 0
    said = papers.recall("--grade", "safety", today="2027-02-01")
    assert said.code == 1
    assert "ask the owner of the leaflet (Chief physician) for a review" in said.out
    assert "prices" not in said.out.partition("Instead:")[2]


def make_a6(papers: PapersOut) -> None:
    """A smaller format beside A5, without the prices."""
    papers.sample.change(
        LEAFLET,
        "formats:\n",
        "formats:\n  a6:\n    panels:\n      front:\n        sections: [cover, fill, red]\n    left_out: [prices]\n",
    )
    a5 = (papers.root / "templates/formats/a5.yaml").read_text()
    card = a5.replace("key: a5", "key: a6").replace("en: A5", "en: A6 card")
    papers.sample.write("templates/formats/a6.yaml", card)
    papers.build()


def test_a_run_is_judged_by_what_its_format_shows(papers: PapersOut) -> None:
    make_a6(papers)
    add(papers, "--format", "a6", where="bus")
    add(papers, "--format", "a5", where="reception")
    papers.sample.change("content/prices.yaml", "amount: 4500", "amount: 5000")
    said = papers.recall()
    assert "reception" in said.out
    assert "bus" not in said.out
    assert "May stay: 1 print run" in said.out


@pytest.mark.parametrize("fault", ["figures", "original"])
def test_what_is_wrong_in_a_section_pulls_only_papers_that_show_it(papers: PapersOut, fault: str) -> None:
    make_a6(papers)
    papers.sample.change(LEAFLET, "critical: [red]", f"critical: [red{'' if fault == 'figures' else ', prices'}]")
    papers.translated()
    papers.build()
    russian = papers.code("ru")
    for format, where in (("a6", "bus"), ("a5", "reception"), ("", "lost")):
        add(papers, *(("--format", format) if format else ()), code=russian, where=where)
    papers.sample.change(TEXT, "column: Price", f"column: Price {'of 24 hours' if fault == 'figures' else 'list'}")
    data = papers.data("ledger", "recall", "--today", TODAY)
    assert {one["where"] for one in data["pull"]} == {"reception", "lost"}
    assert {one["where"] for one in data["not_printable_again"]} == {"bus"}
    assert all(one["grade"] == "safety" for one in data["pull"])


def test_a_run_whose_words_are_lost_is_pulled_too(papers: PapersOut) -> None:
    old = papers.code()
    add(papers)
    papers.sample.change(TEXT, "Breathing is slow or has stopped.", "Breathing is slow.")
    for folder in ("output/editions", archive.PRINTED):
        papers.sample.write(f"{folder}/{old}.json", "{")
    said = papers.recall()
    assert said.code == 1
    assert "PULL NOW: 200 copies of 1 print run\n" in said.out
    assert f"{old}: 200 copies at reception" in said.out
    assert f"Then:    ./run ledger pulled {old} --where reception\n" in said.out
    assert "missing or broken" in said.out


def test_what_was_printed_too_early_is_put_aside(papers: PapersOut) -> None:
    add(papers)
    said = papers.recall(today="2025-12-31")
    assert said.code == 1
    assert "Put them aside; from 1 January 2026 on they may be handed out." in said.out
    assert "Then:" not in said.out


def test_content_that_cannot_be_read_is_no_all_clear(papers: PapersOut) -> None:
    add(papers)
    papers.sample.write("content/clinic.yaml", "names: [")
    said = papers.recall()
    assert said.code == 1
    assert said.out.startswith("Nobody can say now what has to be pulled: a file of the content cannot be read")
    assert "Until then hand out nothing of which anything may have changed" in said.out
    assert "Out are 200 copies: reception." in said.out
    assert "yaml-syntax" in said.error
    assert set(json.loads(papers.recall("--json").out)) == {"problems"}


def test_the_recall_as_data(papers: PapersOut) -> None:
    old = papers.code()
    add(papers)
    papers.sample.change("content/prices.yaml", "amount: 4500", "amount: 5000")
    data = json.loads(papers.recall("--json").out)
    (pull,) = data["pull"]
    assert (pull["code"], pull["copies"], pull["where"], pull["grade"]) == (old, 200, "reception", "price")
    assert pull["replaced_by"] == papers.code()
    assert [change["where"] for change in pull["changes"]] == ["price of “Doctor at home”"]
