"""What states something, and what says that it does not."""

from __future__ import annotations

from press.approval.claims import claims, unclaimed
from press.load.project import load
from tests.conftest import Sample

TEXT = "content/leaflets/when-to-call/en.yaml"


def told(sample: Sample) -> tuple[list[tuple[str, str, tuple[str, ...]]], list[str]]:
    project = load(sample.root).project
    assert project
    stated = [(claim.section, claim.record.key, claim.sources) for claim in claims(project, "when-to-call", "en")]
    return stated, [claim.record.key for claim in unclaimed(project, "when-to-call", "en")]


def test_medical_blocks_are_claims_and_settings_are_not(sample: Sample) -> None:
    assert told(sample) == ([("red", "red", ("who-2014",))], ["title", "prices"])


def test_a_medical_block_without_a_source_is_a_claim_still(sample: Sample) -> None:
    sample.change(TEXT, "        sources: [who-2014]\n", "")
    assert told(sample)[0] == [("red", "red", ())]


def test_what_is_declared_not_medical_is_none_unless_it_cites(sample: Sample) -> None:
    sample.change(TEXT, "        sources: [who-2014]\n", "        medical: false\n")
    assert told(sample) == ([], ["title", "red", "prices"])
    sample.change(TEXT, "        key: title\n", "        key: title\n        sources: [who-2014]\n")
    assert told(sample)[0] == [("cover", "title", ("who-2014",))]


def test_a_service_that_cites_is_a_claim_where_it_is_first_printed(sample: Sample) -> None:
    sample.change("content/prices.yaml", "unit: visit", "sources: [who-2014]")
    again = "  again:\n    blocks:\n      - {kind: prices, key: again, groups: [visits], column: Price}\n"
    sample.write(TEXT, (sample.root / TEXT).read_text("utf-8") + again)
    assert told(sample)[0] == [("red", "red", ("who-2014",)), ("prices", "home-visit", ("who-2014",))]
