"""What the policy wants approved is told until it is; approvals in the future are refused."""

from __future__ import annotations

from datetime import date

from press.approval.covered import digest_of
from press.errors import Problem
from press.lint.sign_off import sign_offs
from press.load.project import load
from press.model.project import Project
from tests.conftest import Sample

TODAY = date(2026, 6, 1)
FOLDER = "content/leaflets/when-to-call"
POLICY = "sign_off: {office: [clinician, administration], screen: [clinician]}\nowner:"


def project_of(sample: Sample) -> Project:
    loaded = load(sample.root)
    assert loaded.project, loaded.problems
    return loaded.project


def told(sample: Sample) -> list[Problem]:
    return list(sign_offs(project_of(sample), TODAY))


def sign(sample: Sample, language: str, role: str, day: str = "2026-05-01", digest: str = "") -> None:
    file = f"{FOLDER}/sign-offs/{language}.yaml"
    path = sample.root / file
    before = path.read_text("utf-8") if path.exists() else f"language: {language}\nsign_offs:\n"
    now = digest or digest_of(project_of(sample), "when-to-call", language)
    sample.write(file, f"{before}  - {{role: {role}, name: Dr A, on: {day}, digest: {now}}}\n")


def test_without_a_policy_nobody_is_asked(sample: Sample) -> None:
    assert told(sample) == []


def test_each_text_tells_once_who_is_missing_for_what_and_what_to_type(sample: Sample) -> None:
    sample.change("content/clinic.yaml", "owner:", POLICY)
    english, russian = told(sample)
    assert (english.code, english.warning) == ("sign-off-missing", True)
    assert [str(p.place) for p in (english, russian)] == [f"{FOLDER}/en.yaml", f"{FOLDER}/ru.yaml"]
    assert "every page says DRAFT" in english.message
    assert "for screen and office nobody has approved these words as clinician yet" in english.message
    assert "for office nobody has approved these words as administration yet" in english.message
    for role in ("clinician", "administration"):
        assert f'./run signoff when-to-call en --role {role} --name "…"' in english.remedy


def test_an_approval_ends_the_warning_of_its_role_and_text(sample: Sample) -> None:
    sample.change("content/clinic.yaml", "owner:", POLICY)
    sign(sample, "en", "clinician")
    sign(sample, "en", "administration")
    sign(sample, "ru", "clinician")
    (russian,) = told(sample)
    assert "administration" in russian.message
    assert "clinician" not in russian.message + russian.remedy


def test_an_approval_that_was_dropped_names_whose_it_was(sample: Sample) -> None:
    sample.change("content/clinic.yaml", "owner:", "sign_off: {office: [clinician]}\nowner:")
    sign(sample, "ru", "clinician")
    sign(sample, "en", "clinician", digest="0" * 32)
    (english,) = told(sample)
    assert "the approval of Dr A as clinician (2026-05-01) no longer holds" in english.message
    assert english.message.endswith("has changed since")


def test_a_medium_that_is_not_made_is_no_reason(sample: Sample) -> None:
    sample.change("content/clinic.yaml", "owner:", "sign_off: {printshop: [clinician]}\nowner:")
    assert told(sample) == []


def test_an_approval_in_the_future_is_refused_at_its_day(sample: Sample) -> None:
    sign(sample, "en", "clinician", "2026-06-01")
    assert told(sample) == []
    sign(sample, "en", "clinician", "2026-06-02")
    (problem,) = told(sample)
    assert (problem.code, problem.warning) == ("sign-off-in-future", False)
    assert str(problem.place) == f"{FOLDER}/sign-offs/en.yaml:4:39"
    assert "2026-06-02" in problem.message
