"""A walk as a clinic clerk: from a spreadsheet with three mistakes to the stock that has to be pulled."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from press.cli.main import main
from press.preflight import reading
from tests.whole.conftest import ROOT, TODAY

LEAFLET = "services-and-prices"
PAPER = f"output/ru/{LEAFLET}.a4.office.pdf"
PRICES = "content/prices.yaml"


@dataclass
class Clerk:
    """Types commands in a project of her own and reads what they say."""

    root: Path
    capsys: pytest.CaptureFixture[str]

    def types(self, line: str, expect: int = 0) -> str:
        """What was said, in one text with single spaces."""
        words = [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', line)]
        code = main([*words, *(["--today", TODAY] if line.startswith(ON_A_DAY) else [])], self.root)
        said = self.capsys.readouterr()
        text = reading.normal(f"{said.out} {said.err}")
        assert code == expect, text
        assert "Traceback" not in text
        return " ".join(text.split())

    def saves(self, **amounts: str | int) -> None:
        """The list as the administration keeps it, with these amounts: its own order of columns, merged cells."""
        book = Workbook()
        sheet: Any = book.active
        sheet.title = "Прайс"
        sheet.append(["Клиника «НарМед». Прейскурант"])
        sheet.append(["Стоимость", "Услуга", "Примечание"])
        for name, amount in amounts.items():
            sheet.append([amount, name.replace("_", " "), ""])
        sheet.append(["Наши телефоны на обороте"])
        sheet.append(["", "Итого", ""])
        for row in (1, len(amounts) + 3):
            sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=3)
        book.save(self.root / "list.xlsx")

    def code_on(self, paper: str) -> str:
        """The code that stands at the foot of a paper."""
        pages = reading.read_pages((self.root / paper).read_bytes())
        text = reading.normal(" ".join(word.text for page in pages for word in reading.words(page)))
        found = re.search(r"Код: (\w{4}-\w{3})", text)
        assert found, text
        return found[1]

    def printed(self, paper: str) -> str:
        """Everything that stands on a paper."""
        pages = reading.read_pages((self.root / paper).read_bytes())
        return reading.normal(" ".join(word.text for page in pages for word in reading.words(page)))


ON_A_DAY = ("build", "signoff", "identify", "ledger recall")


@pytest.fixture
def clerk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Clerk:
    for folder in ("content", "templates", "styles"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    return Clerk(tmp_path, capsys)


def test_from_a_spreadsheet_with_three_mistakes_to_a_recall(clerk: Clerk) -> None:
    before = (clerk.root / PRICES).read_text("utf-8")

    # A range, letters among digits, a service that is spelt differently: each is asked about by its cell.
    clerk.saves(
        Выход_из_запоя_в_стационаре="от 2 000–3 000 руб.",
        Выезд_врача_нарколога_на_дом="от 4\u00a0900 руб.",
        Госпитализация="50OO",
        Эриксонский_гипноз="от 8 000 ₽",
    )
    said = clerk.types("prices import list.xlsx --yes", expect=1)
    assert "list.xlsx: Прайс!A3: cell-amount-doubtful: “от 2 000–3 000 руб.” gives two amounts" in said
    assert "list.xlsx: Прайс!A5: cell-amount-doubtful: in “50OO” letters stand among the digits" in said
    assert "list.xlsx: Прайс!B6: row-service-unknown: the list has no service “Эриксонский гипноз”" in said
    assert "Did you mean “Эриксоновский гипноз”?" in said
    assert "3 problems Nothing was written." in said
    assert (clerk.root / PRICES).read_text("utf-8") == before

    # Mended: what changes is shown, and not written before it was agreed to.
    clerk.saves(
        Выход_из_запоя_в_стационаре="от 2 000 руб.",
        Выезд_врача_нарколога_на_дом="от 4\u00a0900 руб.",
        Госпитализация="от 5 000",
        Эриксоновский_гипноз="от 8 000 ₽",
    )
    said = clerk.types("prices import list.xlsx")
    assert "Left out: A7 “Наши телефоны на обороте”: a heading or a remark. Left out: B8 “Итого”: a total." in said
    assert "Addiction doctor at home price from 4,500, per visit from 4,900, per visit +8.9 %" in said
    assert f"{LEAFLET} (en, ru)" in said
    assert "Nothing was written. To write it, add --yes." in said
    assert (clerk.root / PRICES).read_text("utf-8") == before
    assert f"Written: {PRICES}." in clerk.types("prices import list.xlsx --yes")
    assert (clerk.root / PRICES).read_text("utf-8") == before.replace("amount: 4500\n", "amount: 4900\n")

    # Built, and approved.
    clerk.types(f"build --leaflet {LEAFLET} --format a4")
    assert "4 900" in clerk.printed(PAPER)
    assert "Ждёт утверждения врачом" in clerk.printed(PAPER)
    approved = clerk.types(f'signoff {LEAFLET} ru --role clinician --name "Dr A. Ivanova"')
    assert "Approved: “Услуги и цены” (ru)" in approved
    clerk.types(f"build --leaflet {LEAFLET} --format a4")
    assert "Ждёт утверждения врачом" not in clerk.printed(PAPER)

    # Printed, noted, and still good.
    code = clerk.code_on(PAPER)
    assert f"{code}: STILL GOOD" in clerk.types(f"identify {code.lower()}")
    clerk.types(f'ledger add {code} --copies 200 --where "front desk" --by clerk --format a4')
    assert "Nothing has to be pulled" in clerk.types("ledger recall")

    # A price changes: the paper is over, the approval of its words is not.
    clerk.saves(Выезд_врача_нарколога_на_дом="от 5 200 руб.")
    clerk.types("prices import list.xlsx --yes")
    said = clerk.types("ledger recall", expect=1)
    assert "PULL NOW: 200 copies of 1 print run front desk" in said
    assert "price of “Выезд врача-нарколога на дом” was: [от 4 900 ₽] за визит now: [от 5 200 ₽] за визит" in said
    assert f"{code}: DO NOT HAND OUT" in clerk.types(f"identify {code}", expect=1)
    assert "holds" in clerk.types("signoff")

    # The new one is printed, the old one is gone.
    clerk.types(f"build --leaflet {LEAFLET} --format a4")
    assert "5 200" in clerk.printed(PAPER)
    new = clerk.code_on(PAPER)
    assert f"print {PAPER} ({new})" in clerk.types("ledger recall", expect=1)
    assert f"no copy of {code} is left" in clerk.types(f'ledger pulled {code} --where "front desk"')
    assert "No print run is noted as being out" in clerk.types("ledger recall")
    rows = json.loads((clerk.root / "output/manifest.json").read_text("utf-8"))["files"]
    assert {row["edition"] for row in rows if row["path"].startswith("ru/")} == {new}
