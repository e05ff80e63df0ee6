from __future__ import annotations

import pytest

from press.load.project import load
from tests.conftest import Sample

LEAFLET = "content/leaflets/when-to-call/leaflet.yaml"


@pytest.mark.parametrize(("written", "original"), [("", "en"), ("original: ru\n", "ru")])
def test_the_original_is_the_clinics_first_language_unless_the_leaflet_says_so(
    sample: Sample, written: str, original: str
) -> None:
    sample.change(LEAFLET, "formats:", f"{written}formats:")
    project = load(sample.root).project
    assert project
    assert project.original("when-to-call") == original
