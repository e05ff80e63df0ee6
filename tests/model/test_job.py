from __future__ import annotations

import pytest

from press.model.job import Choice, Job, Medium


@pytest.mark.parametrize(
    ("job", "path"),
    [
        (Job("call", "en", "", "a5", Medium.SCREEN), "en/call.a5.screen.pdf"),
        (Job("call", "ru", "north", "a5", Medium.OFFICE), "north/ru/call.a5.office.pdf"),
        (Job("call", "ru", "", "a5", Medium.OFFICE, draft=True), "ru/call.a5.office.draft.pdf"),
    ],
)
def test_where_a_file_lies(job: Job, path: str) -> None:
    assert job.path == path


def test_a_clean_file_and_its_draft_are_twins() -> None:
    clean = Job("call", "en", "", "a5", Medium.SCREEN)
    assert clean.twin.path == "en/call.a5.screen.draft.pdf"
    assert clean.twin.twin == clean


def test_no_two_jobs_share_a_path() -> None:
    jobs = [
        Job(leaflet, language, branch, format, medium, draft)
        for leaflet in ("call", "signs")
        for language in ("en", "ru")
        for branch in ("", "north")
        for format in ("a5", "a4")
        for medium in Medium
        for draft in (False, True)
    ]
    assert len({job.path for job in jobs}) == len(jobs)


def test_a_choice_of_nothing_is_everything() -> None:
    assert Choice().is_everything
    assert Choice(draft=True).is_everything
    for chosen in (
        Choice(leaflets=("call",)),
        Choice(languages=("en",)),
        Choice(formats=("a5",)),
        Choice(media=("screen",)),
        Choice(branches=("north",)),
    ):
        assert not chosen.is_everything
