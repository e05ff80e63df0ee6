from __future__ import annotations

import pytest

from press.load.project import load
from tests.conftest import FILES, Sample

LEAFLET = "content/leaflets/when-to-call/leaflet.yaml"


@pytest.mark.parametrize("main", ["main", "mian"])
def test_the_first_branch_is_the_main_one_or_any(sample: Sample, main: str) -> None:
    sample.write("content/branches/zoo.yaml", FILES["content/branches/main.yaml"].replace("key: main", "key: zoo"))
    sample.change("content/clinic.yaml", "main_branch: main", f"main_branch: {main}")
    project = load(sample.root).project
    assert project
    assert project.first_branch.key == "main"


@pytest.mark.parametrize(("written", "original"), [("", "en"), ("original: ru\n", "ru")])
def test_the_original_is_the_clinics_first_language_unless_the_leaflet_says_so(
    sample: Sample, written: str, original: str
) -> None:
    sample.change(LEAFLET, "formats:", f"{written}formats:")
    project = load(sample.root).project
    assert project
    assert project.original("when-to-call") == original
