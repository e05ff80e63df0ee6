"""Whose approval is asked for, who has given it, and whether it still holds."""

from __future__ import annotations

from datetime import date

from press.approval.covered import digest_of
from press.approval.policy import approvals, asked_roles, known_roles, missing_roles, reviewed_on
from press.load.project import load
from press.model.project import Project
from tests.conftest import Sample

KEY = ("when-to-call", "en")
FILE = "content/leaflets/when-to-call/sign-offs/en.yaml"
POLICY = "sign_off: {office: [clinician, administration], screen: [clinician]}\nowner:"


def project_of(sample: Sample) -> Project:
    loaded = load(sample.root)
    assert loaded.project, loaded.problems
    return loaded.project


def history(sample: Sample, *entries: tuple[str, str, str, bool]) -> Project:
    """The project with sign-offs (role, name, day, whether of the words as they are)."""
    now = digest_of(project_of(sample), *KEY)
    rows = [
        f"  - {{role: {role}, name: {name}, on: {day}, digest: {now if holds else '0' * 32}}}"
        for role, name, day, holds in entries
    ]
    sample.write(FILE, "\n".join(["language: en", "sign_offs:", *rows, ""]))
    return project_of(sample)


def test_nobody_has_approved_anything_at_first(sample: Sample) -> None:
    project = project_of(sample)
    assert approvals(project, *KEY) == {}
    assert reviewed_on(project, *KEY) is None


def test_an_approval_of_these_words_holds_and_is_the_review(sample: Sample) -> None:
    project = history(sample, ("clinician", "Dr A", "2026-05-01", True))
    assert approvals(project, *KEY)["clinician"].holds
    assert reviewed_on(project, *KEY) == date(2026, 5, 1)
    assert reviewed_on(project, "when-to-call", "ru") is None


def test_an_approval_of_other_words_does_not(sample: Sample) -> None:
    project = history(sample, ("clinician", "Dr A", "2026-05-01", False))
    assert not approvals(project, *KEY)["clinician"].holds
    assert reviewed_on(project, *KEY) is None


def test_the_last_of_a_role_counts(sample: Sample) -> None:
    project = history(
        sample,
        ("clinician", "Dr A", "2026-05-01", True),
        ("administration", "Mr B", "2026-05-02", True),
        ("clinician", "Dr C", "2026-05-03", False),
    )
    assert {role: (one.sign_off.name, one.holds) for role, one in approvals(project, *KEY).items()} == {
        "clinician": ("Dr C", False),
        "administration": ("Mr B", True),
    }


def test_only_a_clinician_reviews(sample: Sample) -> None:
    assert reviewed_on(history(sample, ("administration", "Mr B", "2026-05-02", True)), *KEY) is None


def test_without_a_policy_nothing_is_missing(sample: Sample) -> None:
    project = project_of(sample)
    assert [missing_roles(project, *KEY, medium) for medium in ("screen", "office", "printshop")] == [(), (), ()]
    assert known_roles(project) == ("clinician",)


def test_the_policy_says_who_is_missing_for_which_medium(sample: Sample) -> None:
    sample.change("content/clinic.yaml", "owner:", POLICY)
    project = history(sample, ("clinician", "Dr A", "2026-05-01", True))
    assert asked_roles(project, "office") == ("clinician", "administration")
    assert missing_roles(project, *KEY, "office") == ("administration",)
    assert missing_roles(project, *KEY, "screen") == ()
    assert missing_roles(project, *KEY, "printshop") == ()
    assert missing_roles(project, "when-to-call", "ru", "screen") == ("clinician",)
    assert known_roles(project) == ("clinician", "administration")


def test_an_approval_that_no_longer_holds_is_missing(sample: Sample) -> None:
    sample.change("content/clinic.yaml", "owner:", POLICY)
    project = history(sample, ("clinician", "Dr A", "2026-05-01", False))
    assert missing_roles(project, *KEY, "screen") == ("clinician",)
