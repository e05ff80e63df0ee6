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
        assert question == f"Write this into {LIST}? [y/N] "
        return answers.pop(0)

    monkeypatch.setattr("builtins.input", answer)
    terminal = SimpleNamespace(isatty=lambda: True)
    monkeypatch.setattr(agree, "sys", SimpleNamespace(stdin=terminal, stdout=terminal))
    return answers


def sheet(file: str, *rows: Sequence[str | int]) -> None:
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
    for shown in ("from 4,500", "from 5,000", "+11 %", "when-to-call", "+10 %", "+900 %", "zero too", "Look again"):
        assert shown in said.out
    assert "Nothing was written." in said.out
    assert text(sample) == before

    clerk.append("y")
    said = run("import", "p.xlsx")
    assert said.code == 0
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


def test_an_ending_that_is_unknown_is_told(run: Run) -> None:
    assert "spreadsheet-ending" in run("export", "p.pdf").error
    assert not Path("p.pdf").exists()


def test_export_as_data(run: Run) -> None:
    assert json.loads(run("export", "p.csv", "--json").out) == {"written": "p.csv", "list": LIST, "services": 1}


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


def test_a_clinic_s_own_csv_is_read(sample: Sample, run: Run) -> None:
    Path("p.csv").write_bytes("Наименование услуги;Цена, руб.\r\nВрач на дом;от 5\u00a0000,00\r\n".encode("cp1251"))
    said = run("import", "p.csv", "--yes")
    assert "read as Windows-1251 with semicolons" in said.out
    assert "amount: 5000\n" in text(sample)


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
    assert json.loads(run("import", "p.xlsx", "--json", "--yes").out)["written"] == LIST
    assert "amount: 45000" in text(sample)
    assert json.loads(run("import", "p.xlsx", "--json", "--yes").out)["written"] is None


def test_doubts_as_data(run: Run) -> None:
    sheet("p.xlsx", ["Service", "Price"], ["Doctor at home", "soon"])
    said = run("import", "p.xlsx", "--json")
    assert said.code == 1
    data = json.loads(said.out)
    assert [(one["code"], one["file"]) for one in data["problems"]] == [("cell-amount-doubtful", "p.xlsx: Sheet!B2")]
    assert data["written"] is None
