"""`prices export` and `prices import`, as a clerk types them."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest
from openpyxl import Workbook, load_workbook

from press.cli import agree, prices
from press.cli.main import main
from tests.cli.conftest import Said
from tests.conftest import Sample

LIST = "content/prices.yaml"
QUESTIONS = (f"Write this into {LIST}? [y/N] ", "“Look again” stands in one row. Are these prices right? [y/N] ")
Run = Callable[..., Said]


@pytest.fixture
def run(sample: Sample, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `prices` in the folder of the small project."""
    monkeypatch.chdir(sample.root)

    def runs(*words: str) -> Said:
        code = main(["prices", *words], sample.root)
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return runs


@pytest.fixture
def clerk(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Somebody at a terminal, who gives these answers and then closes it."""
    answers: list[str] = []

    def answer(question: str) -> str:
        if not answers:
            raise EOFError
        assert question in QUESTIONS
        return answers.pop(0)

    monkeypatch.setattr("builtins.input", answer)
    terminal = SimpleNamespace(isatty=lambda: True)
    monkeypatch.setattr(agree, "sys", SimpleNamespace(stdin=terminal, stdout=terminal))
    return answers


def sheet(file: str, *rows: Sequence[str | int | float]) -> None:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    book.save(file)


def text(sample: Sample, file: str = LIST) -> str:
    return (sample.root / file).read_text("utf-8")


def edit(file: str, old: str, new: str | int) -> None:
    """Type something else into the one cell of an export that has `old`."""
    book = load_workbook(file)
    (cell,) = (cell for table in book.worksheets for row in table for cell in row if str(cell.value) == old)
    cell.value = new
    book.save(file)


# The story of a clerk --------------------------------------------------------------------------------------


def test_three_mistakes_are_asked_about_mended_shown_and_written(sample: Sample, run: Run, clerk: list[str]) -> None:
    sample.change(
        LIST,
        "        unit: visit\n",
        """\
        unit: visit # the night costs the same
      - key: consultation
        names: {en: Consultation, ru: Консультация}
        amount: 5000
      - key: drip
        names: {en: Drip, ru: Капельница}
        amount: 7000
""",
    )
    rows = [["Врач на дому", "от 5 000 руб."], ["Консультация", "5 000–6 000"], ["Капельница", "$70"]]
    sheet("p.xlsx", ["Прейскурант"], [], ["Услуга", "Цена"], *rows, ["Итого", 17000])
    before = text(sample)

    said = run("import", "p.xlsx")
    assert said.code == 1
    for address, code in (("A4", "row-service-unknown"), ("B5", "cell-amount-doubtful"), ("B6", "cell-currency")):
        assert f"p.xlsx: Sheet!{address}: {code}: " in said.error
    assert "Did you mean “Врач на дом”?" in said.error
    assert "3 problems" in said.error
    assert "Nothing was written." in said.error
    assert "Left out: A7 “Итого”: a total." in said.out
    assert text(sample) == before

    rows = [["Врач на дом", "от 5 000 руб."], ["Консультация", "5 500"], ["Капельница", "ровно 70 000 р."]]
    sheet("p.xlsx", ["Прейскурант"], [], ["Услуга", "Цена"], *rows)
    clerk.append("n")
    said = run("import", "p.xlsx")
    assert (said.code, said.error) == (0, "")
    for shown in ("from 4,500", "from 5,000", "+11.1 %", "when-to-call", "+10 %", "+900 %", "zero too", "Look again"):
        assert shown in said.out
    assert "Nothing was written." in said.out
    assert text(sample) == before

    clerk.extend("yn")
    assert run("import", "p.xlsx").out.endswith("Nothing was written.\n")
    assert text(sample) == before

    clerk.extend("yy")
    said = run("import", "p.xlsx")
    assert said.code == 0
    assert clerk == []
    assert f"Written: {LIST}." in said.out
    wanted = before.replace("amount: 4500", "amount: 5000", 1).replace(
        "amount: 5000\n      - key: drip", "amount: 5500\n      - key: drip"
    )
    assert text(sample) == wanted.replace("amount: 7000", "amount: 70000")
    assert "nothing changes" in run("import", "p.xlsx").out


# Export ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("file", ["p.xlsx", "p.csv", "P.XLSX"])
def test_an_export_comes_back_without_a_change(run: Run, file: str) -> None:
    said = run("export", file)
    assert (said.code, said.error) == (0, "")
    assert f"{file}: 1 service of {LIST}, valid 2026-01-01 to 2027-12-31." in said.out
    said = run("import", file)
    assert (said.code, said.error) == (0, "")
    assert "nothing changes" in said.out


def test_an_export_that_nobody_edited_is_written_anew(run: Run) -> None:
    assert run("export", "p.csv").code == 0
    assert run("export", "p.csv").code == 0


def test_work_of_others_is_not_written_over(run: Run) -> None:
    run("export", "p.xlsx")
    edit("p.xlsx", "4500", 5000)
    before = Path("p.xlsx").read_bytes()
    said = run("export", "p.xlsx")
    assert said.code == 1
    assert "spreadsheet-exists" in said.error
    assert "./run prices import p.xlsx" in said.error
    assert Path("p.xlsx").read_bytes() == before
    Path("p.csv").write_text("my shopping list")
    assert "spreadsheet-exists" in run("export", "p.csv").error


def test_own_columns_and_sheets_of_others_are_not_written_over(run: Run) -> None:
    """Their prices are those of the list, but there is more in them than prices."""
    run("export", "p.xlsx")
    exported = Path("p.xlsx").read_bytes()
    book = load_workbook("p.xlsx")
    book.create_sheet("Salaries")["A1"] = "Ivanova"
    book.save("p.xlsx")
    assert "spreadsheet-exists" in run("export", "p.xlsx").error
    assert load_workbook("p.xlsx")["Salaries"]["A1"].value == "Ivanova"
    sheet("q.xlsx", ["Service", "Price", "Margin", "Owner's remarks"], ["Doctor at home", 4500, 900, "too cheap"])
    before = Path("q.xlsx").read_bytes()
    assert "spreadsheet-exists" in run("export", "q.xlsx").error
    assert Path("q.xlsx").read_bytes() == before
    Path("p.xlsx").write_bytes(exported)
    assert run("export", "p.xlsx").code == 0
    book = load_workbook("p.xlsx")
    book.worksheets[0].column_dimensions["B"].width = 70
    book.save("p.xlsx")
    assert run("export", "p.xlsx").code == 0, "how cells look does not count"


def test_an_ending_that_is_unknown_is_told(run: Run) -> None:
    assert "spreadsheet-ending" in run("export", "p.pdf").error
    assert not Path("p.pdf").exists()


def test_a_folder_that_is_missing_is_not_made(run: Run) -> None:
    said = run("export", "clinic/p.xlsx")
    assert said.code == 1
    assert "output-unwritable: there is no folder clinic" in said.error
    assert not Path("clinic").exists()


def test_export_as_data(run: Run) -> None:
    assert json.loads(run("export", "p.csv", "--json").out) == {"written": "p.csv", "list": LIST, "services": 1}


def next_list(sample: Sample, name: str = "prices-2028-01-01.yaml") -> str:
    """A list for the next year beside the present one."""
    later = text(sample).replace("valid_from: 2026-01-01", "valid_from: 2028-01-01").replace("2027-12-31", "2028-12-31")
    sample.write(f"content/{name}", later)
    return name


@pytest.mark.parametrize("file", ["next.xlsx", "next.csv"])
def test_what_an_export_says_to_type_goes_into_its_own_list(sample: Sample, run: Run, file: str) -> None:
    name, before = next_list(sample), text(sample)
    said = run("export", file, "--from", name)
    assert said.out.endswith(f"Change it, then: ./run prices import {file} --into {name}\n")
    said = run("import", file, "--yes", "--looked-again")
    assert said.code == 1
    assert "prices-list-other: This spreadsheet was made from prices-2028-01-01.yaml; add --into" in said.error
    assert text(sample) == before
    assert "nothing changes" in run("import", file, "--into", name).out
    run("export", f"present-{file}")
    said = run("import", f"present-{file}", "--into", name)
    assert "made from prices.yaml, and --into says prices-2028-01-01.yaml" in said.error


def test_a_new_list_is_made_from_the_one_that_was_exported(sample: Sample, run: Run) -> None:
    sample.change(f"content/{next_list(sample)}", "amount: 4500", "amount: 4900")
    run("export", "p.xlsx", "--from", "prices-2028-01-01.yaml")
    said = run("import", "p.xlsx", "--begins", "2029-01-01", "--ends", "2029-12-31", "--yes")
    assert said.code == 0, said.error
    assert "amount: 4900" in text(sample, "content/prices-2029-01-01.yaml")


# Import ----------------------------------------------------------------------------------------------------


def test_everything_that_was_edited_is_written_with_its_comments(sample: Sample, run: Run) -> None:
    sample.change(LIST, "        amount: 4500\n", "        # ask every spring\n        amount: 4500 # roubles\n")
    before = text(sample)
    run("export", "p.xlsx")
    edit("p.xlsx", "4500", 5000)
    edit("p.xlsx", "Doctor at home", "A doctor at your home")
    edit("p.xlsx", "2027-12-31", "2028-12-31")
    said = run("import", "p.xlsx", "--yes")
    assert said.code == 0, said.error
    wanted = before.replace("amount: 4500", "amount: 5000").replace("Doctor at home", "A doctor at your home")
    assert text(sample) == wanted.replace("2027-12-31", "2028-12-31")


def test_comments_in_a_list_that_changes_stay(sample: Sample, run: Run) -> None:
    includes = """\
        includes:
          en:
            # ask the head nurse
            - bed
            # not on Sundays
            - meals
          ru: [койка, еда]
"""
    sample.change(LIST, "        unit: visit\n", f"        unit: visit\n{includes}")
    before = text(sample)
    run("export", "p.xlsx")
    edit("p.xlsx", "• bed\n• meals", "• bed\n• warm meals\n• nurse")
    said = run("import", "p.xlsx", "--yes")
    assert said.code == 0, said.error
    assert text(sample) == before.replace("- meals\n", "- warm meals\n            - nurse\n")
    edit("p.xlsx", "• bed\n• warm meals\n• nurse", "• warm meals\n• nurse")
    assert run("import", "p.xlsx", "--yes").code == 0
    for comment in ("# ask the head nurse", "# not on Sundays"):
        assert comment in text(sample)


def test_an_import_that_would_lose_a_comment_is_refused(sample: Sample, run: Run) -> None:
    """The instalments change their order; the comment beside one of them has no place of its own."""
    instalments = "        instalments:\n          amount: 1500 # of the bank\n          payments: 3\n"
    sample.change(LIST, "        unit: visit\n", f"        unit: visit\n{instalments}")
    before = text(sample)
    run("export", "p.xlsx")
    edit("p.xlsx", "3 x 1500 per month", "4 x 1200 per month")
    said = run("import", "p.xlsx", "--yes")
    assert said.code == 1
    assert "yaml-not-changed" in said.error
    assert "the comment “# of the bank” would be lost" in said.error
    assert text(sample) == before


def test_a_new_service_is_written(sample: Sample, run: Run) -> None:
    run("export", "p.csv")
    rows = Path("p.csv").read_text("utf-8-sig").splitlines()
    rows.insert(2, "night-visit;visits;Doctor at night;Врач ночью;6000;yes;visit;Ring first.;Позвоните.")
    Path("p.csv").write_text("\n".join(rows), "utf-8-sig")
    said = run("import", "p.csv", "--yes")
    assert said.code == 0, said.error
    assert "new service" in said.out
    assert "night-visit" in text(sample)
    assert "nothing changes" in run("import", "p.csv").out


def test_new_services_and_groups_come_one_behind_the_other(sample: Sample, run: Run) -> None:
    run("export", "p.csv")
    rows = Path("p.csv").read_text("utf-8-sig").splitlines()
    rows[2:2] = [
        "night-visit;visits;Doctor at night;Врач ночью;6000;yes;visit",
        "third-visit;visits;A third visit;Третий визит;7000;no;visit",
        "drip;drips;A drip;Капельница;8000;no;session",
        "test;tests;A test;Анализ;900;no;service",
    ]
    groups = next(number for number, row in enumerate(rows) if row.startswith("Group key")) + 2
    rows[groups:groups] = ["drips;Drips;Капельницы;house", "tests;Tests;Анализы;house"]
    Path("p.csv").write_text("\n".join(rows), "utf-8-sig")
    said = run("import", "p.csv", "--yes")
    assert said.code == 0, said.error
    places = [text(sample).index(f"key: {key}\n") for key in ("night-visit", "third-visit", "drip", "test")]
    assert places == sorted(places)
    assert "nothing changes" in run("import", "p.csv").out


def test_without_a_terminal_nothing_is_written_unless_it_is_said(sample: Sample, run: Run) -> None:
    before = text(sample)
    sheet("p.xlsx", ["Service", "Price"], ["Doctor at home", 5000])
    said = run("import", "p.xlsx")
    assert said.code == 0
    assert "Nothing was written. To write it, add --yes." in said.out
    assert text(sample) == before


@pytest.mark.parametrize("answer", ["", "no", "nein"])
def test_nothing_is_written_unless_somebody_agrees(sample: Sample, run: Run, clerk: list[str], answer: str) -> None:
    before = text(sample)
    sheet("p.xlsx", ["Service", "Price"], ["Doctor at home", 5000])
    clerk.append(answer)
    said = run("import", "p.xlsx")
    assert clerk == []
    assert said.out.endswith("Nothing was written.\n")
    assert run("import", "p.xlsx").out == said.out, "and where the terminal is closed"
    assert text(sample) == before


def test_prices_that_look_wrong_need_more_than_a_yes(sample: Sample, run: Run) -> None:
    before = text(sample)
    sheet("p.xlsx", ["Service", "Price"], ["Doctor at home", 45000])
    said = run("import", "p.xlsx", "--yes")
    assert said.code == 1
    assert "p.xlsx: Sheet!B2: prices-look-wrong: “Doctor at home”, now from 4,500, per visit, then" in said.error
    assert "--looked-again" in said.error
    assert text(sample) == before
    assert "To write it, add --yes and --looked-again." in run("import", "p.xlsx").out
    assert run("import", "p.xlsx", "--looked-again").out.endswith("To write it, add --yes.\n")
    assert text(sample) == before
    assert run("import", "p.xlsx", "--yes", "--looked-again").code == 0
    assert "amount: 45000" in text(sample)


def test_of_two_tables_none_is_written_before_one_is_named(sample: Sample, run: Run) -> None:
    before = text(sample)
    book = Workbook()
    for name, amount in (("Старый", 4400), ("Новый", 4600)):
        table = book.create_sheet(name)
        table.append(["Service", "Price"])
        table.append(["Doctor at home", amount])
    book.save("p.xlsx")
    said = run("import", "p.xlsx", "--yes")
    assert said.code == 1
    assert "p.xlsx: table-unclear: 2 tables could be the price list: “Старый”, “Новый”" in said.error
    assert said.error.endswith("\nNothing was written.\n"), "no cell is wrong"
    assert text(sample) == before
    assert run("import", "p.xlsx", "--yes", "--table", "Новый").code == 0
    assert "amount: 4600" in text(sample)


def test_another_unit_needs_more_than_a_yes(sample: Sample, run: Run) -> None:
    before = text(sample)
    sheet("p.xlsx", ["Service", "Price"], ["Doctor at home", "from 4500 per day"])
    said = run("import", "p.xlsx", "--yes")
    assert said.code == 1
    assert "Look again: another unit" in " ".join(said.out.split())
    assert "prices-look-wrong" in said.error
    assert text(sample) == before
    assert run("import", "p.xlsx", "--yes", "--looked-again").code == 0


def test_days_that_leave_today_without_prices_are_shown_and_refused(sample: Sample, run: Run) -> None:
    before = text(sample)
    run("export", "p.xlsx")
    edit("p.xlsx", "2026-01-01", "2027-12-30")
    said = run("import", "p.xlsx", "--yes", "--looked-again")
    assert said.code == 1
    assert "Look again: from today" in " ".join(said.out.split())
    assert "prices-not-yet-valid" in said.error
    assert text(sample) == before


def test_a_comma_without_quotation_marks_makes_no_false_price(sample: Sample, run: Run) -> None:
    before = text(sample)
    Path("p.csv").write_text("Service,Price\nDoctor at home,4,500\n", "utf-8")
    said = run("import", "p.csv", "--yes", "--looked-again")
    assert said.code == 1
    assert "p.csv: B2: cell-amount-doubtful: “4”: the next cell holds “500”" in said.error
    assert text(sample) == before


def test_a_clinic_s_own_csv_is_read(sample: Sample, run: Run) -> None:
    Path("p.csv").write_bytes("Наименование услуги;Цена, руб.\r\nВрач на дом;от 5\u00a0000,00\r\n".encode("cp1251"))
    said = run("import", "p.csv", "--yes")
    assert "read as Windows-1251 with semicolons" in said.out
    assert "amount: 5000\n" in text(sample)


def test_instalments_are_shown_as_other_amounts_are(sample: Sample, run: Run) -> None:
    run("export", "p.xlsx")
    book = load_workbook("p.xlsx")
    column = [cell.value for cell in book["Prices"][1]].index("Instalments") + 1
    book["Prices"].cell(2, column).value = "3 x 14000.50 per month"
    book.save("p.xlsx")
    assert "3 x 14,000.50 per month" in " ".join(run("import", "p.xlsx").out.split())


def test_where_all_is_printed_in_the_same_leaflets_it_is_said_once(run: Run) -> None:
    sheet("p.xlsx", ["Service", "Price"], ["Doctor at home", 5000])
    said = run("import", "p.xlsx").out
    assert "Printed in: when-to-call (en, ru).\n" in said
    assert said.count("when-to-call") == 1
    assert said.count("Printed in") == 1


def test_percents_have_one_digit_where_they_are_not_whole(run: Run) -> None:
    for amount, percent in ((5062.5, "+12.5 %"), (5000, "+11.1 %"), (4950, "+10 %"), (4499, "under 0.1 %")):
        sheet("p.xlsx", ["Service", "Price"], ["Doctor at home", amount])
        assert percent in run("import", "p.xlsx").out


def test_a_branch_that_hides_the_change_is_named(sample: Sample, run: Run) -> None:
    branch = text(sample, "content/branches/main.yaml")
    sample.write("content/branches/main.yaml", branch + "prices: {home-visit: 4800}\n")
    sheet("p.xlsx", ["Service", "Price"], ["Doctor at home", 5000])
    said = run("import", "p.xlsx")
    assert "not at main: own price 4,800" in said.out
    assert "so no branch prints the new one" in " ".join(said.out.replace("│", " ").split())


def test_the_next_list_is_made_beside_the_present_one(sample: Sample, run: Run) -> None:
    before = text(sample)
    sheet("p.xlsx", ["Service", "Price"], ["Doctor at home", 5000])
    words = ("import", "p.xlsx", "--begins", "2028-01-01", "--ends", "2028-12-31", "--yes")
    said = run(*words)
    assert said.code == 0, said.error
    assert f"content/prices-2028-01-01.yaml, a new list, differs from {LIST}:" in said.out
    assert "It takes over on 2028-01-01." in said.out
    days = {"valid_from: 2026-01-01": "valid_from: 2028-01-01", "valid_until: 2027-12-31": "valid_until: 2028-12-31"}
    wanted = before.replace("amount: 4500", "amount: 5000")
    for old, new in days.items():
        wanted = wanted.replace(old, new)
    assert text(sample, "content/prices-2028-01-01.yaml") == wanted
    assert text(sample) == before
    said = run(*words)
    assert said.code == 1
    assert "prices-list-exists" in said.error
    assert "--into prices-2028-01-01.yaml" in said.error


@pytest.mark.parametrize(
    ("begins", "ends", "said"),
    [("2026-02-01", "2027-12-31", "now in force"), ("2025-01-01", "2025-12-31", "already over")],
)
def test_a_new_list_of_the_past_is_looked_at_again(run: Run, begins: str, ends: str, said: str) -> None:
    sheet("p.xlsx", ["Service", "Price"], ["Doctor at home", 5000])
    words = ("import", "p.xlsx", "--begins", begins, "--ends", ends, "--yes")
    told = run(*words)
    assert told.code == 1
    assert told.error.count("prices-look-wrong: “valid from”") == 1
    assert "prices-look-wrong: “valid until”" not in told.error
    assert "Look again" in told.out
    assert f"It holds from {begins}, and is {said}." in run(*words, "--looked-again").out


def test_a_sheet_with_headings_alone_says_nothing(run: Run) -> None:
    sheet("p.xlsx", ["Service", "Price"])
    said = run("import", "p.xlsx")
    assert said.code == 1
    assert "no row with a price was found" in said.error
    assert "nothing changes" not in said.out


def test_a_list_may_be_named_by_its_file(sample: Sample, run: Run) -> None:
    later = text(sample).replace("valid_from: 2026-01-01", "valid_from: 2028-01-01").replace("2027-12-31", "2028-12-31")
    sample.write("content/prices-2028.yaml", later)
    sheet("p.xlsx", ["Service", "Price"], ["Doctor at home", 5000])
    assert run("import", "p.xlsx", "--into", "prices-2028.yaml", "--yes").code == 0
    assert "amount: 5000" in text(sample, "content/prices-2028.yaml")
    assert "amount: 4500" in text(sample)
    assert "prices-2028.yaml, valid 2028-01-01" in run("export", "q.csv", "--from", "prices-2028").out
    said = run("import", "p.xlsx", "--into", "prices-2029.yaml")
    assert said.code == 1
    assert "prices-list-unknown" in said.error
    assert "Did you mean `prices-2028.yaml`?" in said.error


def test_the_days_of_the_present_list_are_its_own_though_the_next_one_takes_over(sample: Sample, run: Run) -> None:
    """The list of the day ends the day before its successor begins; its file says another day."""
    later = text(sample).replace("valid_from: 2026-01-01", "valid_from: 2027-07-01").replace("2027-12-31", "2028-12-31")
    sample.write("content/prices-2027-07.yaml", later)
    assert "valid 2026-01-01 to 2027-12-31" in run("export", "p.xlsx").out
    assert "nothing changes" in run("import", "p.xlsx").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--ends", "2028-12-31"), "--ends is for a new list"),
        (("--begins", "2028-01-01", "--ends", "2027-01-01"), "would end before it begins"),
        (("--begins", "2028-01-01"), "needs a last day"),
        (("--begins", "2028-01-01", "--into", "prices.yaml"), "--into changes a list, and --begins makes a new one"),
    ],
)
def test_days_that_make_no_sense_are_told(sample: Sample, run: Run, words: tuple[str, ...], said: str) -> None:
    sheet("p.xlsx", ["Service", "Price"], ["Doctor at home", 5000])
    told = run("import", "p.xlsx", "--yes", *words)
    assert told.code == 2
    assert said in told.error
    assert [path.name for path in (sample.root / "content").glob("prices*")] == ["prices.yaml"]


def test_what_is_wrong_only_now_is_told(sample: Sample, run: Run) -> None:
    """Two lists that overlap: written, and the warning of the next check is told at once."""
    sheet("p.xlsx", ["Service", "Price"], ["Doctor at home", 5000])
    said = run("import", "p.xlsx", "--begins", "2027-07-01", "--ends", "2028-12-31", "--yes")
    assert "prices-overlap (warning)" in said.error
    assert said.code == 0


def test_what_the_check_would_refuse_is_told_before_the_question(sample: Sample, run: Run, clerk: list[str]) -> None:
    """One language of a note is emptied: the leaflet in the other one could not be printed."""
    sample.change(LIST, "        unit: visit\n", "        unit: visit\n        notes: {en: Ring., ru: Звоните.}\n")
    before = text(sample)
    run("export", "p.xlsx")
    edit("p.xlsx", "Звоните.", "")
    clerk.append("y")
    said = run("import", "p.xlsx")
    assert said.code == 1
    assert "p.xlsx: Prices!I2: name-missing" in said.error
    assert (
        "Write the words in this cell too. Or empty the columns “Note (…)” in all languages of this row." in said.error
    )
    assert "Nothing was written" in said.error
    assert clerk == ["y"], "nobody was asked"
    assert text(sample) == before
    data = json.loads(run("import", "p.xlsx", "--json", "--yes").out)
    assert (data["written"], data["problems"][0]["code"]) == (None, "name-missing")


def test_words_that_are_refused_are_told_at_their_own_cells(sample: Sample, run: Run) -> None:
    more = "        unit: visit\n        notes: {en: Ring first., ru: Позвоните.}\n        includes:\n"
    sample.change(LIST, "        unit: visit\n", f"{more}          en: [bed, meals]\n          ru: [койка, еда]\n")
    sample.change(LIST, "2027-12-31\n", "2027-12-31\ntax: {en: No tax., ru: Без налога.}\n")
    run("export", "p.xlsx")
    edit("p.xlsx", "Doctor at home", "Doctor for junkies")
    edit("p.xlsx", "Позвоните.", "Вылечим наркоманов.")
    edit("p.xlsx", "• bed\n• meals", "• bed\n• meals for junkies")
    edit("p.xlsx", "Visits", "Visits to junkies")
    edit("p.xlsx", "No tax.", "No tax for junkies.")
    said = run("import", "p.xlsx")
    assert said.code == 1
    cells = {line.split(": words-")[0] for line in said.error.splitlines() if ": words-" in line}
    assert cells == {f"p.xlsx: {cell}" for cell in ("Prices!C2", "Prices!I2", "Prices!K2", "Groups!B2", "List!B7")}


def test_the_days_of_a_new_list_are_not_those_of_the_sheet(run: Run) -> None:
    run("export", "p.xlsx")
    said = run("import", "p.xlsx", "--begins", "2027-07-01", "--ends", "2028-12-31")
    assert "content/prices-2027-07-01.yaml: prices-overlap (warning)" in said.error


def test_a_gap_between_two_lists_is_told_before_the_question(run: Run) -> None:
    sheet("p.xlsx", ["Service", "Price"], ["Doctor at home", 5000])
    words = ("import", "p.xlsx", "--begins", "2028-02-01", "--ends", "2028-12-31")
    said = run(*words)
    assert "prices-gap" in said.error
    assert said.out.endswith("Nothing was written. To write it, add --yes.\n")
    said = run(*words, "--yes")
    assert said.error.count("prices-gap") == 1


def test_a_list_with_a_mistake_is_told_with_its_line(sample: Sample, run: Run) -> None:
    sample.change(
        LIST,
        "        unit: visit\n",
        """\
        unit: visit
        includes:
          en:
            - bed # note
          ru: [койка]
""",
    )
    sheet("p.xlsx", ["Service", "Price"], ["Doctor at home", 5000])
    said = run("import", "p.xlsx", "--yes")
    assert said.code == 1
    assert f"{LIST}:{text(sample).splitlines().index('            - bed # note') + 1}:" in said.error
    assert "words-after-hash" in said.error
    assert "yaml-not-changed" not in said.error


def test_a_list_that_was_changed_meanwhile_is_left_alone(
    sample: Sample, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def agreed(*_: object) -> bool:
        sample.change(LIST, "amount: 4500", "amount: 4600")
        return True

    monkeypatch.setattr(prices, "agreed", agreed)
    sheet("p.xlsx", ["Service", "Price"], ["Doctor at home", 5000])
    said = run("import", "p.xlsx")
    assert said.code == 1
    assert "yaml-not-changed" in said.error
    assert "amount: 4600" in text(sample)


def test_a_change_that_would_not_read_back_is_not_written(
    sample: Sample, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = text(sample)
    monkeypatch.setattr(prices, "edited", lambda source, changes, file: source)
    sheet("p.xlsx", ["Service", "Price"], ["Doctor at home", 5000])
    said = run("import", "p.xlsx", "--yes")
    assert said.code == 1
    assert "yaml-not-changed" in said.error
    assert text(sample) == before


def test_content_that_cannot_be_read_is_told_first(sample: Sample, run: Run) -> None:
    sample.write(LIST, "currency: [")
    said = run("export", "p.xlsx")
    assert said.code == 1
    assert LIST in said.error
    assert not Path("p.xlsx").exists()


def test_a_file_that_is_no_spreadsheet_is_told(run: Run) -> None:
    Path("p.xlsx").write_bytes(b"%PDF-1.7")
    assert "p.xlsx: spreadsheet-unreadable: this is a PDF" in run("import", "p.xlsx").error
    assert "p.xls: file-missing: " in run("import", "p.xls").error


# As data ---------------------------------------------------------------------------------------------------


def test_changes_as_data(sample: Sample, run: Run) -> None:
    before = text(sample)
    sheet("p.xlsx", ["Service", "Price"], ["Doctor at home", 45000])
    said = run("import", "p.xlsx", "--json")
    assert (said.code, said.error) == (0, "")
    data = json.loads(said.out)
    (change,) = data["changes"]
    assert (change["service"], change["what"], change["percent"]) == ("home-visit", "price", 900.0)
    assert (change["old"], change["new"]) == ("from 4,500, per visit", "from 45,000, per visit")
    assert "one zero too many" in change["looks_wrong"]
    assert change["leaflets"] == {"when-to-call": ["en", "ru"]}
    assert (data["written"], data["problems"]) == (None, [])
    assert text(sample) == before

    said = run("import", "p.xlsx", "--json", "--yes")
    data = json.loads(said.out)
    (problem,) = data["problems"]
    assert (said.code, problem["code"], problem["file"]) == (1, "prices-look-wrong", "p.xlsx: Sheet!B2")
    assert (data["written"], text(sample)) == (None, before)
    assert json.loads(run("import", "p.xlsx", "--json", "--yes", "--looked-again").out)["written"] == LIST
    assert "amount: 45000" in text(sample)
    assert json.loads(run("import", "p.xlsx", "--json", "--yes").out)["written"] is None


def test_doubts_as_data(run: Run) -> None:
    sheet("p.xlsx", ["Service", "Price"], ["Doctor at home", "soon"])
    said = run("import", "p.xlsx", "--json")
    assert said.code == 1
    data = json.loads(said.out)
    assert [(one["code"], one["file"]) for one in data["problems"]] == [("cell-amount-doubtful", "p.xlsx: Sheet!B2")]
    assert data["written"] is None
