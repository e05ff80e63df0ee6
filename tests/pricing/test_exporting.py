from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from press.model.grid import Workbook
from press.model.prices import PriceList
from press.pricing.exporting import tables_of
from press.pricing.plan import plan_of
from press.spreadsheet import read, write
from tests.pricing.lists import LANGUAGES, SMALL, price_lists, shapes

SUFFIXES = (".xlsx", ".csv")
#: Without the phase that explains a failure: it takes minutes with lists as rich as these.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink)


def exported(prices: PriceList, suffix: str, folder: Path) -> Workbook:
    """The list written to a file and read again."""
    path = folder / f"prices{suffix}"
    path.write_bytes(write(suffix, tables_of(prices, LANGUAGES, read_me=suffix == ".xlsx")))
    return read(path)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sheets")


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(prices=price_lists())
@settings(max_examples=25, phases=PHASES)
def test_a_list_that_comes_back_changes_nothing(prices: PriceList, suffix: str, folder: Path) -> None:
    plan = plan_of(exported(prices, suffix, folder), prices, LANGUAGES)
    assert plan.problems == ()
    assert plan.changes == ()
    assert plan.result == prices


@st.composite
def pairs(draw: st.DrawFn) -> tuple[PriceList, PriceList]:
    """Two lists of the same services that differ in everything else."""
    shape = draw(shapes())
    return draw(price_lists(shape)), draw(price_lists(shape, "b"))


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(lists=pairs())
@settings(max_examples=25, phases=PHASES)
def test_everything_that_was_edited_arrives(lists: tuple[PriceList, PriceList], suffix: str, folder: Path) -> None:
    old, new = lists
    plan = plan_of(exported(new, suffix, folder), old, LANGUAGES)
    assert plan.problems == ()
    assert plan.result == new


def test_the_sheet_is_pleasant_to_edit() -> None:
    prices, groups, settings_of_list, note = tables_of(SMALL, LANGUAGES)
    headings = list(prices.rows[0])
    assert headings[:5] == ["Key", "Group", "Service (en)", "Service (ru)", "Amount (RUB)"]
    assert prices.rows[1][headings.index("Amount (RUB)")] == Decimal(4500)
    assert prices.rows[1][headings.index("From")] == "yes"
    assert prices.rows[2][headings.index("Instalments")] == "2 x 2500 per month"
    assert prices.rows[3][headings.index("Includes (en)")] == "• bed\n• meals"
    assert len(prices.widths) == len(headings)
    assert prices.choices[headings.index("Unit")][0] == "visit"
    assert [row[0] for row in groups.rows] == ["Group key", "visits", "hospital"]
    assert ("Valid until", "2027-12-31") in list(settings_of_list.rows)
    assert any("./run prices import" in str(row[0]) for row in note.rows)


def test_exceptions_have_a_column_only_where_there_are_any() -> None:
    assert "Exceptions (staff only)" not in tables_of(SMALL, LANGUAGES)[0].rows[0]
    service = SMALL.services[0].model_dump(by_alias=True)
    service["allow"] = [{"rule": "words-stigma", "words": "abuse", "reason": "named so in the law"}]
    group = {**SMALL.groups[0].model_dump(by_alias=True), "services": [service]}
    prices = PriceList.model_validate({**SMALL.model_dump(by_alias=True), "groups": [group]})
    assert "Exceptions (staff only)" in tables_of(prices, LANGUAGES)[0].rows[0]
