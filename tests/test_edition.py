"""What is said: every reference answered, every unknown one told with its place and what was meant."""

from __future__ import annotations

import pytest

from press.edition import Resolved, resolve
from press.errors import Place, Problem
from press.load.project import load
from press.model.inline import Span, SpanKind, plain
from tests.conftest import Sample

TEXT = "content/leaflets/when-to-call/en.yaml"
NORTH = """\
key: north
names: {en: North, ru: Север}
phones:
  main: {number: "+78121234567"}
  night: {number: "+78127654321"}
web: https://north.example.org
prices: {home-visit: 6000}
"""


def resolved(sample: Sample, language: str = "en", branch: str = "main") -> Resolved:
    loaded = load(sample.root)
    assert loaded.project, loaded.problems
    return resolve(loaded.project, "when-to-call", language, branch)


def said(sample: Sample, words: str, **more: str) -> tuple[Span, ...]:
    """The spans of `words` put on the cover; there must be no problems."""
    found = put_on_cover(sample, words, **more)
    assert found.problems == ()
    return found.edition.inline[words]


def told(sample: Sample, words: str, **more: str) -> list[Problem]:
    return list(put_on_cover(sample, words, **more).problems)


def put_on_cover(sample: Sample, words: str, **more: str) -> Resolved:
    sample.change(TEXT, "        title: When to call\n", f'        title: "{words}"\n')
    return resolved(sample, **more)


# Answers --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "printed", "links"),
    [
        ("Ring {phone}", "Ring +7_495_127-02-03", ["tel:+74951270203"]),
        ("Ring {phone:main}", "Ring +7_495_127-02-03", ["tel:+74951270203"]),
        ("Call {emergency}", "Call 103_or 112", ["tel:103", "tel:112"]),
        ("Call {emergency:ambulance}", "Call 103", ["tel:103"]),
        ("Call {emergency:single}", "Call 112", ["tel:112"]),
        ("A visit: {price:home-visit}", "A visit: from_RUB_4,500", []),
        ("See {web}", "See example.org/help", ["https://example.org/help"]),
        ("From {clinic}", "From Clinic", []),
        ("Since {valid_from}", "Since 1_January_2026", []),
        ("Until {valid_until}", "Until 31_December_2027", []),
    ],
)
def test_references_are_answered(sample: Sample, words: str, printed: str, links: list[str]) -> None:
    spans = said(sample, words)
    assert plain(spans).replace("\u00a0", "_") == printed
    assert [span.href for span in spans if span.href] == links
    assert all(span.kind is not SpanKind.REFERENCE for span in spans)


def test_a_number_is_never_broken_and_keeps_the_marks_around_it(sample: Sample) -> None:
    spans = said(sample, "**Call {emergency:ambulance}** now")
    assert spans == (
        Span(SpanKind.TEXT, "Call ", strong=True),
        Span(SpanKind.NUMBER, "103", strong=True, href="tel:103"),
        Span(SpanKind.TEXT, " now"),
    )


def test_an_authors_link_around_a_reference_does_not_hide_the_number(sample: Sample) -> None:
    (span,) = said(sample, "[{phone}](https://example.org/other)")
    assert span.href == "tel:+74951270203"


def test_a_price_that_is_no_lowest_price_says_no_from(sample: Sample) -> None:
    sample.change("content/prices.yaml", "        from: true\n", "")
    assert plain(said(sample, "{price:home-visit}")) == "RUB\u00a04,500"


def test_words_of_another_language_stay_with_it(sample: Sample) -> None:
    inline = resolved(sample, "ru").edition.inline
    assert plain(inline["Врач на дом"]) == "Врач на дом"
    assert "Doctor at home" not in inline


def test_each_paragraph_is_resolved_by_itself(sample: Sample) -> None:
    found = put_on_cover(sample, r"Ring {phone}\n\nCall {emergency:single}")
    assert plain(found.edition.inline["Ring {phone}"]).startswith("Ring +7")
    assert plain(found.edition.inline["Call {emergency:single}"]) == "Call 112"


def test_html_and_templates_are_mere_words(sample: Sample) -> None:
    assert said(sample, "<script>x</script>") == (Span(SpanKind.TEXT, "<script>x</script>"),)


# References that lead nowhere -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "code", "remedy"),
    [
        ("{fone}", "reference-unknown", "did you mean phone?"),
        ("{xyzzy}", "reference-unknown", "known are: "),
        ("{price:home-vist}", "price-unknown", "did you mean home-visit?"),
        ("{price:xyzzy}", "price-unknown", "known are: home-visit"),
        ("{price}", "price-unknown", "known are: home-visit"),
        ("{phone:mian}", "phone-unknown", "did you mean main?"),
        ("{emergency:ambulanse}", "phone-unknown", "did you mean ambulance?"),
        ("{web:main}", "reference-unknown", "did you mean web?"),
        ("{clinic:main}", "reference-unknown", "did you mean clinic?"),
        ("{{ 7*7 }}", "reference-syntax", "write {phone}"),
        ("{% raw %}", "reference-syntax", "write {phone}"),
    ],
)
def test_a_reference_that_leads_nowhere_is_told_with_its_place(
    sample: Sample, words: str, code: str, remedy: str
) -> None:
    (problem,) = told(sample, words)
    assert problem.code == code
    assert problem.remedy.startswith(remedy)
    line = (sample.root / TEXT).read_text("utf-8").splitlines().index(f'        title: "{words}"') + 1
    assert problem.place == Place(TEXT, line, 16)


def test_it_stays_as_it_was_written_for_a_draft(sample: Sample) -> None:
    found = put_on_cover(sample, "Ring {fone} now")
    assert plain(found.edition.inline["Ring {fone} now"]) == "Ring {fone} now"


def test_all_of_them_are_told(sample: Sample) -> None:
    assert [problem.code for problem in told(sample, "{fone} {price:x} *now*")] == [
        "markup-unsupported",
        "reference-unknown",
        "price-unknown",
    ]


def test_an_unknown_reference_in_the_price_list_is_told_in_its_language_alone(sample: Sample) -> None:
    sample.change("content/prices.yaml", "ru: Врач на дом", 'ru: "Врач {fone}"')
    assert resolved(sample, "en").problems == ()
    (problem,) = resolved(sample, "ru").problems
    assert problem.place
    assert problem.place.file == "content/prices.yaml"


# Branches ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def north(sample: Sample) -> Sample:
    sample.write("content/branches/north.yaml", NORTH)
    return sample


def test_a_branch_has_its_own_prices_numbers_and_page(north: Sample) -> None:
    words = "{price:home-visit} {phone} {phone:night} {web}"
    spans = said(north, words, branch="north")
    printed = "from_RUB_6,000 +7_812_123-45-67 +7_812_765-43-21 north.example.org"
    assert plain(spans).replace("\u00a0", "_") == printed
    assert resolved(north, branch="north").edition.service("home-visit").amount == 6000
    assert resolved(north).edition.service("home-visit").amount == 4500


def test_a_number_only_another_branch_has_is_unknown_here(north: Sample) -> None:
    (problem,) = told(north, "{phone:night}")
    assert problem.code == "phone-unknown"


# The edition code -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "old", "new", "changes"),
    [
        (TEXT, "Breathing is slow", "Breathing is very slow", True),
        ("content/prices.yaml", "amount: 4500", "amount: 4600", True),
        ("content/prices.yaml", "valid_until: 2027-12-31", "valid_until: 2027-12-30", True),
        ("content/branches/main.yaml", "+74951270203", "+74951270204", True),
        ("content/leaflets/when-to-call/ru.yaml", "Breathing is slow", "Breathing is very slow", False),
        ("content/clinic.yaml", "owner: Chief", "# a note\nowner: Chief", False),
    ],
)
def test_the_code_changes_with_what_is_said(sample: Sample, file: str, old: str, new: str, changes: bool) -> None:
    sample.print_all()
    before = resolved(sample).edition.code
    sample.change(file, old, new)
    assert (resolved(sample).edition.code != before) is changes


def test_languages_and_branches_have_their_own_codes(north: Sample) -> None:
    codes = {
        resolved(north, language, branch).edition.code for language in ("en", "ru") for branch in ("main", "north")
    }
    assert len(codes) == 4
