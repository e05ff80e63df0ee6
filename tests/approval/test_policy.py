"""Whose approval is asked for, who has given it, and whether it still holds."""

from __future__ import annotations

from datetime import date

import pytest

from press.approval.covered import digest_of, digests_of_parts
from press.approval.policy import approvals, asked_roles, known_roles, missing_roles, reviewed_on
from press.load.project import load
from press.model.project import Project
from tests.conftest import Sample

KEY = ("when-to-call", "en")
TEXT = "content/leaflets/when-to-call/en.yaml"
LEAFLET = "content/leaflets/when-to-call/leaflet.yaml"
CLINIC = "content/clinic.yaml"
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


def approved(sample: Sample, **without: str) -> Project:
    """The project with an approval of the words as they are, parts noted; parts that are named are others or none."""
    project = project_of(sample)
    parts = {**digests_of_parts(project, *KEY), **without}
    noted = "".join(f"      {name}: '{part}'\n" for name, part in parts.items() if part)
    row = f"  - role: clinician\n    name: Dr A\n    on: 2026-05-01\n    digest: {digest_of(project, *KEY)}\n"
    sample.write(FILE, f"language: en\nsign_offs:\n{row}    parts:\n{noted}")
    return project_of(sample)


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (TEXT, "cannot be woken", "can not be woken", "section “red”"),
        (TEXT, "summary: Which", "summary: What", "the title or summary"),
        (LEAFLET, "critical: [red]", "critical: [red]\nshort_forms: {red: prices}", "the short forms of sections"),
        (LEAFLET, "critical: [red]", "critical: []", "which sections are critical"),
        ("templates/words/en.yaml", "reviewed: Reviewed", "reviewed: Seen", "the program's own few words"),
        (CLINIC, "General information.", "Information.", "the clinic's name, disclaimer"),
        ("content/sources.yaml", "year: 2014", "year: 2015", "the sources"),
        ("content/prices.yaml", "from: true", "from: false", "how prices are told"),
        (TEXT, "  prices:\n", "  more:\n    blocks:\n      - {kind: text, key: a, text: Go.}\n  prices:\n", "(new)"),
        (TEXT, "  red:\n", "  rot:\n", "section “rot” (new), section “red” (taken out)"),
    ],
)
def test_what_has_changed_is_told(sample: Sample, file: str, old: str, new: str, told: str) -> None:
    assert approvals(approved(sample), *KEY)["clinician"].in_what == ""
    sample.change(file, old, new)
    approval = approvals(project_of(sample), *KEY)["clinician"]
    assert not approval.holds
    assert len(approval.changed) == told.count(", section") + 1
    assert told in approval.in_what


def test_pictures_are_told_too(sample: Sample) -> None:
    sample.change(TEXT, "  prices:\n", "      - {kind: picture, key: p, file: p.png, alt: A}\n  prices:\n")
    sample.write("content/pictures/p.png", b"picture")
    approved(sample)
    sample.write("content/pictures/p.png", b"pixture")
    assert approvals(project_of(sample), *KEY)["clinician"].changed == ("a picture",)


def test_without_parts_nothing_more_can_be_told(sample: Sample) -> None:
    assert approvals(history(sample, ("clinician", "Dr A", "2026-05-01", False)), *KEY)["clinician"].in_what == ""


def test_parts_only_tell_and_never_decide(sample: Sample) -> None:
    approval = approvals(approved(sample, sources="0" * 8), *KEY)["clinician"]
    assert approval.holds
    assert approval.changed == ()


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


def test_one_approval_that_holds_does_not_save_another(sample: Sample) -> None:
    sample.change("content/clinic.yaml", "owner:", POLICY)
    for holds in (True, False):
        project = history(
            sample,
            ("clinician", "Dr A", "2026-05-01", holds),
            ("administration", "Mr B", "2026-05-02", not holds),
        )
        given = approvals(project, *KEY)
        assert [given[role].holds for role in ("clinician", "administration")] == [holds, not holds]
        assert missing_roles(project, *KEY, "office") == ("administration" if holds else "clinician",)


def test_the_approval_that_fails_beside_one_that_holds_tells_what_changed(sample: Sample) -> None:
    project = approved(sample)
    (row,) = project.sign_offs[KEY].sign_offs
    sample.change(TEXT, "summary: Which", "summary: What")
    now = digest_of(project_of(sample), *KEY)
    text = (sample.root / FILE).read_text("utf-8")
    sample.write(FILE, f"{text}  - {{role: administration, name: Mr B, on: 2026-05-02, digest: {now}}}\n")
    given = approvals(project_of(sample), *KEY)
    assert row.digest != now
    assert given["administration"].holds
    assert given["clinician"].changed == ("the title or summary",)


def test_an_approval_that_no_longer_holds_is_missing(sample: Sample) -> None:
    sample.change("content/clinic.yaml", "owner:", POLICY)
    project = history(sample, ("clinician", "Dr A", "2026-05-01", False))
    assert missing_roles(project, *KEY, "screen") == ("clinician",)
