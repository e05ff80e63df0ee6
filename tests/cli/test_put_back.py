from collections.abc import Callable
from datetime import date

import pytest

from press.cli.put_back import put_back
from press.errors import ContentError
from press.load.project import load
from tests.conftest import Sample

LIST = "content/prices.yaml"
TODAY = date(2026, 1, 15)


def writes(sample: Sample, old: str, new: str, calls: list[str]) -> Callable[[], None]:
    def write() -> None:
        calls.append(new)
        sample.change(LIST, old, new)

    return write


def test_what_is_wrong_only_now_is_given(sample: Sample) -> None:
    project = load(sample.root, TODAY).project
    assert project is not None
    before = (sample.root / LIST).read_bytes()
    calls: list[str] = []
    found = put_back(project, sample.root, TODAY, LIST, before, writes(sample, "2027-12-31", "2026-01-10", calls))
    assert calls == ["2026-01-10"]
    assert "prices-expired" in {problem.code for problem in found}


def test_what_was_wrong_before_is_not(sample: Sample) -> None:
    sample.change(LIST, "2027-12-31", "2026-01-10")
    project = load(sample.root, TODAY).project
    assert project is not None
    before = (sample.root / LIST).read_bytes()
    assert not put_back(project, sample.root, TODAY, LIST, before, writes(sample, "4500", "4600", []))


@pytest.mark.parametrize("before", [b"something else", None])
def test_a_file_that_was_changed_meanwhile_is_left_alone(sample: Sample, before: bytes | None) -> None:
    project = load(sample.root, TODAY).project
    assert project is not None
    calls: list[str] = []
    with pytest.raises(ContentError, match="somebody else"):
        put_back(project, sample.root, TODAY, LIST, before, writes(sample, "4500", "4600", calls))
    assert calls == []
