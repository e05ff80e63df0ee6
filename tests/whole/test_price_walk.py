"""The walk of one price: from a line of prices.yaml to the words on the folded sheet and the manifest."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from press.cli.main import main
from press.load.project import load
from press.preflight import reading
from tests.whole.conftest import ROOT, TODAY
from tests.workbench import SCREEN, Workbench

FORMAT = "a4-letter-fold"


def test_one_price_from_its_line_to_the_sheet(tmp_path: Path) -> None:
    root = tmp_path / "project"
    for folder in ("content", "templates", "styles"):
        shutil.copytree(ROOT / folder, root / folder)
    prices = root / "content/prices.yaml"
    text = prices.read_text("utf-8")
    assert "amount: 4500\n" in text
    prices.write_text(text.replace("amount: 4500\n", "amount: 4750\n"), "utf-8")

    # load: the amount, and the line that it stands on
    project = load(root).project
    assert project is not None
    service = next(service for service in project.prices.services if service.key == "home-visit")
    assert str(service.amount) == "4750"
    place = service.place("amount")
    line = prices.read_text("utf-8").splitlines()[place.line - 1]
    assert line[place.column - 1 :] == "4750"

    # the whole way, for one leaflet
    words = ["build", "--leaflet", "services-and-prices", "--format", FORMAT, "--today", TODAY]
    assert main([*words, "--output", str(tmp_path / "output")], root) == 0

    for language, shown in (("en", "4,750"), ("ru", "4 750")):
        for medium in ("screen", "office"):
            path = tmp_path / "output" / language / f"services-and-prices.{FORMAT}.{medium}.pdf"
            said = " ".join(word.text for page in reading.read_pages(path.read_bytes()) for word in reading.words(page))
            assert shown in reading.normal(said)
            assert "4,500" not in said
            assert "4 500" not in reading.normal(said)
    rows = json.loads((tmp_path / "output/manifest.json").read_text("utf-8"))["files"]
    assert {row["valid_until"] for row in rows} == {"2027-12-31"}
    assert len(rows) == 4


def test_a_branch_has_its_own_price(tmp_path: Path) -> None:
    root = tmp_path / "project"
    for folder in ("content", "templates", "styles"):
        shutil.copytree(ROOT / folder, root / folder)
    own = (root / "content/branches/moscow.yaml").read_text("utf-8").replace("key: moscow\n", "key: perm\n")
    own = own.replace("prices: {}", "prices:\n  home-visit: 3100\n")
    assert "3100" in own
    (root / "content/branches/perm.yaml").write_text(own, "utf-8")
    words = ["build", "--leaflet", "services-and-prices", "--format", FORMAT, "--language", "en", "--medium", "screen"]
    assert main([*words, "--today", TODAY, "--output", str(tmp_path / "output")], root) == 0
    name = f"en/services-and-prices.{FORMAT}.screen.pdf"
    for folder, price, other in (("", "4,500", "3,100"), ("perm/", "3,100", "4,500")):
        pages = reading.read_pages((tmp_path / "output" / f"{folder}{name}").read_bytes())
        said = [word.text for page in pages for word in reading.words(page)]
        assert price in said
        assert other not in said


PARTS = """\
currency: RUB
valid_from: 2026-11-01
valid_until: 2027-12-31
owner: Head of administration
tax: {en: No VAT is charged., ru: НДС не облагается.}
groups:
  - key: visits
    names: {en: Visits, ru: Визиты}
    icon: house
    services:
      - key: home-visit
        names: {en: Doctor at home, ru: Врач на дом}
        amount: 4500
        unit: visit
        instalments: {payments: 3, amount: 1500}
        includes: {en: [examination, advice], ru: [осмотр, советы]}
"""


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("in monthly parts: 3 × RUB 1,500", "Includes: examination; advice", "No VAT is charged.")),
        ("ru", ("частями раз в месяц: 3 × 1 500 ₽", "Входит: осмотр; советы", "НДС не облагается.")),
    ],
)
def test_parts_what_is_included_and_tax_stand_with_the_price(
    bench: Workbench, language: str, words: tuple[str, ...]
) -> None:
    bench.write("content/prices.yaml", PARTS)
    for file in ("content/leaflets/trial/en.yaml", "content/leaflets/trial/ru.yaml"):
        text = bench.read(file)
        start, end = text.index("      - kind: list"), text.index("  foot:")
        blocks = (
            "      - {kind: prices, key: prices, groups: [visits], column: RUB}\n"
            "      - {kind: validity, key: validity, label: Until}\n"
        )
        bench.write(file, text[:start] + blocks + text[end:])
    bench.change("content/leaflets/trial/leaflet.yaml", "wallet-card", "a6")
    product = bench.product(replace(SCREEN, language=language, format="a6"))
    assert [problem for guard in product.guards for problem in guard.problems] == []
    said = " ".join(word.text for page in reading.read_pages(product.pdf) for word in reading.words(page))
    for wanted in words:
        assert wanted in reading.normal(said)
