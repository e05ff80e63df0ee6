"""Each rule lets the valid project pass and refuses the same project broken in one place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import press.lint
from press.errors import Problem
from press.lint.rules import ADVICE, RULES, lint
from press.load.project import load
from press.model.guard import GuardState
from press.model.project import Project
from tests.conftest import FILES, Sample
from tests.recorded import records_of

TODAY = date(2026, 6, 1)
CLINIC = "content/clinic.yaml"
BRANCH = "content/branches/main.yaml"
PRICES = "content/prices.yaml"
NEXT = "content/prices-2028.yaml"
SOURCES = "content/sources.yaml"
LEAFLET = "content/leaflets/when-to-call/leaflet.yaml"
ENGLISH = "content/leaflets/when-to-call/en.yaml"
RUSSIAN = "content/leaflets/when-to-call/ru.yaml"
FORMAT = "templates/formats/a5.yaml"
INNER = "  - {key: back, names: {en: back, ru: оборот}}\n"


#: The guards of the codes below, where it is not "references".
GUARDS = {"source-missing": "sources", "source-unknown": "sources", "html-in-content": "markup"}


def project_of(sample: Sample) -> Project:
    project = load(sample.root).project
    assert project is not None
    return project


def found(sample: Sample, today: date = TODAY) -> list[tuple[str, Problem]]:
    """(guard, problem) of everything the guards say."""
    return [(result.guard, problem) for result in lint(project_of(sample), today) for problem in result.problems]


def both(sample: Sample, old: str, new: str) -> None:
    """The same change in both languages, noted as translated."""
    for file in (ENGLISH, RUSSIAN):
        sample.change(file, old, new)
    for file, text in records_of(sample.root).items():
        sample.write(file, text)


def test_a_valid_project_passes_every_guard(sample: Sample) -> None:
    results = lint(project_of(sample), TODAY)
    assert [result.guard for result in results] == list(RULES)
    assert {result.state for result in results} == {GuardState.PASSED}
    assert [result.problems for result in results] == [()] * len(RULES)


def test_every_rule_of_the_room_belongs_to_a_guard() -> None:
    """A module with rules that no guard asks would be forgotten in silence."""
    modules = {path.stem for path in Path(press.lint.__path__[0]).glob("*.py")} - {
        "__init__",
        "rules",
        "walk",
        "days",
        "due",  # a list of days, for a command
    }
    guards = (*RULES.values(), *ADVICE.values())
    asked = {rule.__module__.removeprefix("press.lint.") for rules in guards for rule in rules}
    assert asked == modules | {"words.check"}


@pytest.mark.parametrize(
    ("file", "old", "new", "where", "code", "message", "remedy"),
    [
        # layout
        (LEAFLET, "  a5:", "  a55:", "8:3", "format-unknown", "“a55”", "mean `a5`?"),
        (LEAFLET, "front:", "frnt:", "10:7", "panel-unknown", "“frnt”", "mean `front`?"),
        (FORMAT, "margins:", INNER + "margins:", "8:3", "panel-unused", "“back”", "Add `back:`"),
        (LEAFLET, "fill, red", "fill, rad", "11:33", "section-unknown", "“rad”", "mean `red`?"),
        (LEAFLET, "red, prices", "red", "22:3", "section-nowhere", "“prices”", "to a panel of `a5`"),
        (LEAFLET, "red, prices", "red, red, prices", "11:38", "section-twice", "“red”", "once"),
        (LEAFLET, "critical: [red]", "critical: [rde]", "6:12", "section-unknown", "“rde”", "`red`?"),
        # the clinic and its names
        (CLINIC, "[en, ru]", "[en, ru, en]", "4:21", "key-repeated", "“en”", "one"),
        (CLINIC, "main_branch: main", "main_branch: mian", "5:14", "branch-unknown", "“mian”", "`main`?"),
        (CLINIC, "{en: Moscow, ru: Москва}", "{en: Moscow}", "2:9", "name-missing", "“ru”", "`ru: …`"),
        (CLINIC, "{en: Moscow, ru: М", "{en: Moscow, rus: М", "2:9", "name-missing", "“ru”", "Is `rus`"),
        (PRICES, "{en: Visits, ru: Визиты}", "{ru: Визиты}", "7:12", "name-missing", "“en”", "`en: …`"),
        (SOURCES, "{en: WHO 2014, ru:", "{en:", "3:12", "name-missing", "“ru”", "`ru: …`"),
        (FORMAT, "{en: front, ru: лицо}", "{en: front}", "6:25", "name-missing", "“ru”", "`ru: …`"),
        (BRANCH, "  main:", "  mian:", "4:3", "phone-unknown", "`main`", "Add `main:`"),
        (BRANCH, "web:", "prices: {visit: 1}\nweb:", "7:10", "price-unknown", "“visit”", "`home-visit`"),
        # sources
        (ENGLISH, "sources: [who-2014]", "sources: []", "14:14", "source-missing", "“red”", "`sources: "),
        (ENGLISH, "who-2014", "who-2041", "15:19", "source-unknown", "“who-2041”", "mean `who-2014`?"),
        (PRICES, "unit: visit", "sources: [who]", "14:19", "source-unknown", "“who”", "`who-2014`"),
        # HTML
        (ENGLISH, "Call now", "Call <b>now</b>", "11:12", "html-in-content", "<b>", "**bold**"),
        (ENGLISH, "Call now", "Call<br/>now", "11:12", "html-in-content", "<br/>", "backslash"),
        (ENGLISH, "Call now", "Call&nbsp;now", "11:12", "html-in-content", "&nbsp;", "character itself"),
        (ENGLISH, "Call now", "Call &#8209; now", "11:12", "html-in-content", "&#8209;", "character itself"),
        (ENGLISH, "Call now", "<https://a.org>", "11:12", "html-in-content", "<https", "[words]"),
        (ENGLISH, "Call now", "<script>x", "11:12", "html-in-content", "<script>", "Take it out"),
        (ENGLISH, "Call now", "a <!-- b -->", "11:12", "html-in-content", "<!--", "Take it out"),
        (ENGLISH, "- Breathing", "- <i>Breathing", "21:13", "html-in-content", "<i>", "**bold**"),
        (CLINIC, "General", "<p>General", "10:18", "html-in-content", "<p>", "blank line"),
    ],
)  # fmt: skip
def test_a_broken_project_is_refused_with_place_and_remedy(
    sample: Sample,
    file: str,
    old: str,
    new: str,
    where: str,
    code: str,
    message: str,
    remedy: str,
) -> None:
    sample.change(file, old, new)
    guard, problem = next((g, p) for g, p in found(sample) if p.code == code)
    place = LEAFLET if code == "panel-unused" else ENGLISH if code == "section-nowhere" else file
    assert (guard, str(problem.place)) == (GUARDS.get(code, "references"), f"{place}:{where}")
    assert not problem.warning
    assert message in problem.message
    assert remedy in problem.remedy


@pytest.mark.parametrize(
    "words", ["5 < 6 and 7 > 6", "Q&A; R&D", "<3", "a << b", "{phone}, **now**", "x & y; z", "1 &lt 2"]
)
def test_signs_that_are_no_html_pass(sample: Sample, words: str) -> None:
    sample.change(ENGLISH, "title: Call now", f"title: '{words}'")
    assert [problem for guard, problem in found(sample) if guard == "markup"] == []


class TestDates:
    @pytest.mark.parametrize(
        ("today", "code", "warning", "line"),
        [
            (date(2027, 12, 31), "prices-end-soon", True, 3),
            (date(2027, 10, 2), "prices-end-soon", True, 3),
            (date(2027, 10, 1), None, False, 0),
            (date(2028, 1, 1), "prices-expired", False, 3),
            (date(2025, 12, 31), "prices-not-yet-valid", False, 2),
            (date(2026, 1, 1), None, False, 0),
        ],
    )
    def test_prices_hold_from_their_first_day_to_their_last(
        self, sample: Sample, today: date, code: str | None, warning: bool, line: int
    ) -> None:
        told = [problem for _, problem in found(sample, today) if problem.code.startswith("prices-")]
        assert [problem.code for problem in told] == [code] * bool(code)
        for problem in told:
            assert problem.warning is warning
            assert problem.place
            assert (problem.place.file, problem.place.line) == (PRICES, line)
            assert "Head of administration" in problem.remedy

    @pytest.mark.parametrize(
        ("today", "code", "warning"),
        [
            (date(2028, 1, 1), "review-overdue", False),
            (date(2027, 12, 31), "review-soon", True),
            (date(2027, 10, 2), "review-soon", True),
            (date(2027, 10, 1), None, False),
        ],
    )
    def test_a_review_is_due_on_its_day(self, sample: Sample, today: date, code: str | None, warning: bool) -> None:
        told = [problem for _, problem in found(sample, today) if problem.code.startswith("review-")]
        assert [problem.code for problem in told] == [code] * bool(code)
        for problem in told:
            assert problem.warning is warning
            assert str(problem.place) == f"{LEAFLET}:5:12"
            assert "Chief physician" in problem.remedy

    def test_the_clinic_says_how_early_it_wants_to_be_warned(self, sample: Sample) -> None:
        sample.change(CLINIC, "owner:", "warn_days: 0\nowner:")
        assert found(sample, date(2027, 12, 30)) == []

    def test_old_prices_matter_only_where_prices_are_printed(self, sample: Sample) -> None:
        for file in (ENGLISH, RUSSIAN):
            sample.write(file, FILES[file].partition("  prices:\n")[0])
        sample.change(LEAFLET, ", prices]", "]")
        sample.change(LEAFLET, "review_by: 2027", "review_by: 2029")
        assert found(sample, date(2028, 6, 1)) == []

    @pytest.mark.parametrize(
        "block",
        [
            "- {kind: validity, key: a, label: Until}",
            "- {kind: text, key: a, medical: false, text: 'From {price:home-visit}.'}",
        ],
    )
    def test_a_single_price_is_printed_too(self, sample: Sample, block: str) -> None:
        for file in (ENGLISH, RUSSIAN):
            sample.write(file, FILES[file].partition("  prices:\n")[0] + f"  prices:\n    blocks:\n      {block}\n")
        assert "prices-expired" in {problem.code for _, problem in found(sample, date(2028, 1, 1))}

    def test_several_leaflets_with_prices_tell_it_once(self, sample: Sample) -> None:
        for file in (LEAFLET, ENGLISH, RUSSIAN):
            text = FILES[file].replace("key: when-to-call", "key: other")
            sample.write(file.replace("when-to-call", "other"), text)
        codes = [problem.code for _, problem in found(sample, date(2028, 1, 1))]
        assert codes.count("prices-expired") == 1
        assert codes.count("review-overdue") == 2


class TestPriceLists:
    @staticmethod
    def next_list(sample: Sample, begins: str = "2028-01-01", **changes: str) -> None:
        """A list that follows the present one, which ends on 2027-12-31."""
        text = FILES[PRICES].replace("2027-12-31", "2028-12-31").replace("2026-01-01", begins)
        for old, new in changes.items():
            text = text.replace(old.replace("_", "-"), new)
        sample.write(NEXT, text)

    def test_a_list_that_follows_on_the_next_day_is_right(self, sample: Sample) -> None:
        self.next_list(sample)
        assert found(sample) == []

    @pytest.mark.parametrize(
        ("begins", "code", "warning", "words"),
        [
            ("2027-03-01", "prices-overlap", True, "leaflets printed now say until 2027-02-28"),
            ("2027-12-31", "prices-overlap", True, "leaflets printed now say until 2027-12-30"),
            ("2028-01-02", "prices-gap", True, "there is 1 day without any prices"),
            ("2026-01-01", "prices-overlap", False, "both begin on 2026-01-01"),
            ("2028-01-03", "prices-gap", True, "2 days without any prices"),
        ],
    )
    def test_lists_that_do_not_follow_one_another(
        self, sample: Sample, begins: str, code: str, warning: bool, words: str
    ) -> None:
        self.next_list(sample, begins)
        (problem,) = (problem for _, problem in found(sample))
        later = NEXT if begins > "2026-01-01" else PRICES  # of two that begin on one day the second by name
        assert (problem.code, problem.warning, str(problem.place)) == (code, warning, f"{later}:2:13")
        assert words in problem.message

    def test_what_leaflets_print_and_the_next_list_has_lost(self, sample: Sample) -> None:
        both(sample, "title: Call now", 'title: "Call now, {price:home-visit}"')
        self.next_list(sample, home_visit="home-call", visits="calls")
        assert {(p.code, p.warning, p.message.split("“")[1].split("”")[0]) for _, p in found(sample)} == {
            ("prices-lost", True, "home-visit"),
            ("prices-lost", True, "visits"),
        }

    def test_what_the_list_of_the_day_has_lost_is_told_as_unknown_only(self, sample: Sample) -> None:
        self.next_list(sample, home_visit="home-call", visits="calls")
        codes = {today: {p.code for _, p in found(sample, today)} for today in (date(2027, 12, 31), date(2028, 1, 1))}
        assert ["prices-lost" in told for told in codes.values()] == [True, False]

    def test_a_list_takes_over_on_its_day(self, sample: Sample) -> None:
        self.next_list(sample, "2027-03-01", **{"4500": "5000"})
        for today, amount, last in (
            (date(2027, 2, 28), Decimal(4500), date(2027, 2, 28)),
            (date(2027, 3, 1), Decimal(5000), date(2028, 12, 31)),
        ):
            project = load(sample.root, today).project
            assert project
            assert (project.prices.services[0].amount, project.prices.valid_until) == (amount, last)
            assert len(project.price_lists) == 2

    def test_the_warning_of_the_end_names_what_follows(self, sample: Sample) -> None:
        self.next_list(sample)
        (problem,) = (p for _, p in found(sample, date(2027, 12, 1)) if p.code == "prices-end-soon")
        assert f"{NEXT} follows on 2028-01-01" in problem.remedy

    @pytest.mark.parametrize(
        ("today", "code", "warning"),
        [
            (date(2026, 6, 1), None, False),
            (date(2026, 9, 1), "prices-end-soon", True),
            (date(2026, 9, 30), "prices-end-soon", True),
            (date(2026, 10, 1), "prices-expired", False),
        ],
    )
    def test_a_branchs_own_price_may_end(self, sample: Sample, today: date, code: str | None, warning: bool) -> None:
        own = "prices:\n  home-visit: {amount: 5000, valid_until: 2026-09-30}\nweb:"
        sample.change(BRANCH, "web:", own)
        told = [problem for _, problem in found(sample, today)]
        assert [(p.code, p.warning, p.place and p.place.file) for p in told] == [(code, warning, BRANCH)] * bool(code)

    @pytest.mark.parametrize(("parts", "code"), [("3", []), ("4", ["instalments-differ"])])
    def test_paying_in_parts_costs_the_same(self, sample: Sample, parts: str, code: list[str]) -> None:
        written = f"unit: visit\n        instalments: {{payments: {parts}, amount: 1500}}"
        sample.change(PRICES, "unit: visit", written)
        assert [problem.code for _, problem in found(sample)] == code

    def test_paying_in_parts_may_cost_more_if_the_reader_is_told(self, sample: Sample) -> None:
        written = (
            "unit: visit\n        instalments: {payments: 4, amount: 1500}\n        notes: {en: Dearer., ru: Дороже.}"
        )
        sample.change(PRICES, "unit: visit", written)
        assert found(sample) == []

    @pytest.mark.parametrize(
        ("notes", "own", "told"),
        [
            ("", "9000", True),
            ("", "{amount: 9000, from: false}", True),
            ("", "4500", False),
            ("", "{amount: 9000, valid_until: 2025-12-31}", False),  # over before the list begins
            ("notes: {en: Not by night., ru: Не ночью.}", "9000", True),
        ],
    )
    def test_paying_in_parts_costs_the_same_at_every_branch(
        self, sample: Sample, notes: str, own: str, told: bool
    ) -> None:
        written = f"unit: visit\n        instalments: {{payments: 3, amount: 1500}}\n        {notes}"
        sample.change(PRICES, "unit: visit", written.rstrip())
        sample.change(BRANCH, "web:", f"prices:\n  home-visit: {own}\nweb:")
        problems = [problem for _, problem in found(sample) if problem.code != "prices-expired"]
        assert [problem.code for problem in problems] == ["instalments-differ"] * told
        for problem in problems:
            assert (problem.place and problem.place.file, problem.warning) == (BRANCH, False)
            assert problem.place
            assert problem.place.line > 1
            assert "3 × 1500 makes 4500 (content/prices.yaml)" in problem.message
            assert "in the branch “main” is 9000" in problem.message
            assert "take `instalments` out of content/prices.yaml" in problem.remedy

    def test_a_note_on_dearer_parts_holds_at_every_branch(self, sample: Sample) -> None:
        written = (
            "unit: visit\n        instalments: {payments: 4, amount: 1500}\n        notes: {en: Dearer., ru: Дороже.}"
        )
        sample.change(PRICES, "unit: visit", written)
        sample.change(BRANCH, "web:", "prices:\n  home-visit: 5000\nweb:")
        assert found(sample) == []


class TestLayout:
    def test_a_section_left_out_on_purpose_is_not_missed(self, sample: Sample) -> None:
        sample.change(LEAFLET, ", prices]", "]\n    left_out: [prices]")
        assert found(sample) == []

    def test_a_section_is_not_both_on_a_panel_and_left_out(self, sample: Sample) -> None:
        sample.change(LEAFLET, "prices]", "prices]\n    left_out: [prices]")
        assert [(p.code, str(p.place)) for _, p in found(sample)] == [("section-twice", f"{LEAFLET}:12:16")]

    def test_what_fills_the_height_may_stand_often(self, sample: Sample) -> None:
        sample.change(LEAFLET, "[cover, fill", "[cover, fill, fill")
        assert found(sample) == []

    def test_each_format_is_asked(self, sample: Sample) -> None:
        sample.write("templates/formats/a6.yaml", FILES[FORMAT].replace("key: a5", "key: a6"))
        sample.write(LEAFLET, FILES[LEAFLET] + "  a6:\n    panels:\n      front:\n        sections: [cover, red]\n")
        told = found(sample)
        assert [problem.code for _, problem in told] == ["section-nowhere"]
        assert "format a6" in told[0][1].message


class TestLanguages:
    def test_a_section_missing_in_one_language(self, sample: Sample) -> None:
        text = FILES[RUSSIAN]
        sample.write(RUSSIAN, text.partition("  prices:\n")[0])
        assert [(p.code, str(p.place)) for _, p in found(sample)] == [("translation-differs", f"{RUSSIAN}:5:3")]
        assert f"{ENGLISH}:23" in found(sample)[0][1].remedy

    def test_a_section_missing_in_the_first_language(self, sample: Sample) -> None:
        sample.write(ENGLISH, FILES[ENGLISH].partition("  prices:\n")[0])
        assert [(p.code, str(p.place)) for _, p in found(sample)] == [("translation-differs", f"{ENGLISH}:5:3")]

    @pytest.mark.parametrize(
        ("old", "new", "where", "message"),
        [
            ("key: red", "key: rot", "10:3", "“red” is missing in the section “red”"),
            ("key: red", "key: rot", "14:14", "“rot” stands only here"),
            ("kind: cover", "kind: stamp", "7:15", "is a “stamp” here and a “cover” in “en”"),
        ],
    )
    def test_a_block_that_differs(self, sample: Sample, old: str, new: str, where: str, message: str) -> None:
        sample.change(RUSSIAN, old, new)
        if new == "kind: stamp":
            sample.change(RUSSIAN, "        title: When to call", "        label: Stamp")
        told = [p for _, p in found(sample) if str(p.place) == f"{RUSSIAN}:{where}"]
        told = [problem for problem in told if problem.code != "translation-reworded"]
        assert [problem.code for problem in told] == ["translation-differs"]
        assert message in told[0].message

    def test_blocks_in_another_order(self, sample: Sample) -> None:
        first = "      - {kind: stamp, key: a, label: A}\n"
        second = "      - {kind: stamp, key: b, label: B}\n"
        head = "  cover:\n    blocks:\n"
        sample.change(ENGLISH, head, head + first + second)
        sample.change(RUSSIAN, head, head + second + first)
        (problem,) = [p for _, p in found(sample) if p.code != "translation-stale"]
        assert (problem.code, str(problem.place)) == ("translation-differs", f"{RUSSIAN}:5:3")
        assert "in this order: a, b, title" in problem.remedy


class TestPriceList:
    def test_a_table_of_an_unknown_group(self, sample: Sample) -> None:
        both(sample, "groups: [visits]", "groups: [visit]")
        assert [(p.code, str(p.place)) for _, p in found(sample)] == [
            ("price-unknown", f"{ENGLISH}:26:18"),
            ("price-unknown", f"{RUSSIAN}:26:18"),
        ]
        assert found(sample)[0][1].remedy == "Did you mean `visits`?"

    @pytest.mark.parametrize(
        ("service", "includes", "code"),
        [
            ("home-vist", "", "price-unknown"),
            ("home-visit", "", "package-empty"),
            ("home-visit", "        includes: {en: [Visit]}\n", "package-empty"),
            ("home-visit", "        includes: {en: [Visit], ru: [Визит]}\n", None),
        ],
    )
    def test_a_package_has_contents(self, sample: Sample, service: str, includes: str, code: str | None) -> None:
        sample.write(PRICES, FILES[PRICES] + includes)
        block = f"      - {{kind: package, key: p, service: {service}}}\n"
        both(sample, "      - kind: prices\n", block + "      - kind: prices\n")
        told = [p for _, p in found(sample)]
        assert {p.code for p in told} == ({code} if code else set())
        if "en:" in includes and code:
            assert [str(p.place) for p in told] == [f"{RUSSIAN}:24:42"]

    def test_a_service_in_two_groups(self, sample: Sample) -> None:
        text = FILES[PRICES]
        again = text[text.index("  - key: visits") :].replace("visits", "others")
        sample.write(PRICES, text + again)
        (problem,) = [p for _, p in found(sample)]
        assert (problem.code, str(problem.place)) == ("key-repeated", f"{PRICES}:19:14")
        assert "line 10" in problem.message

    def test_a_service_twice_in_one_group_was_told_on_loading(self, sample: Sample) -> None:
        text = FILES[PRICES]
        sample.write(PRICES, text + text[text.index("      - key: home") :])
        assert [p.code for p in load(sample.root).problems] == ["key-repeated"]
        assert found(sample) == []

    def test_prices_of_a_branch_for_known_services(self, sample: Sample) -> None:
        sample.change(BRANCH, "web:", "prices: {home-visit: 5000}\nweb:")
        assert found(sample) == []


class TestPhones:
    @pytest.mark.parametrize("number", ["+7495127020", "+749512702033", "+70001112233"])
    def test_a_number_nobody_has(self, sample: Sample, number: str) -> None:
        sample.change(BRANCH, "+74951270203", number)
        ((guard, problem),) = found(sample)
        assert (guard, problem.code, str(problem.place)) == ("references", "phone-impossible", f"{BRANCH}:5:13")
        assert number in problem.message

    def test_a_short_number_may_be_a_local_service(self, sample: Sample) -> None:
        sample.change(BRANCH, "+74951270203", "051")
        assert found(sample) == []

    @pytest.mark.parametrize(("old", "new", "place"), [("103", "130", "7:14"), ("112", "911", "8:11")])
    def test_an_emergency_number_of_another_country_or_none(
        self, sample: Sample, old: str, new: str, place: str
    ) -> None:
        sample.change(CLINIC, f'"{old}"', f'"{new}"')
        ((_, problem),) = found(sample)
        assert (problem.code, str(problem.place)) == ("emergency-unknown", f"{CLINIC}:{place}")


class TestSources:
    def test_a_statement_that_is_not_medical_needs_none(self, sample: Sample) -> None:
        both(sample, "sources: [who-2014]", "medical: false")
        assert [(p.code, p.warning, str(p.place)) for _, p in found(sample)] == [
            ("source-unused", True, f"{SOURCES}:2:10")
        ]

    def test_a_service_may_be_the_only_one_to_cite_a_source(self, sample: Sample) -> None:
        both(sample, "sources: [who-2014]", "medical: false")
        sample.change(PRICES, "unit: visit", "unit: visit\n        sources: [who-2014]")
        assert found(sample) == []

    def test_a_warning_lets_the_guard_pass(self, sample: Sample) -> None:
        both(sample, "sources: [who-2014]", "medical: false")
        states = {result.guard: result.state for result in lint(project_of(sample), TODAY)}
        assert states["sources"] is GuardState.PASSED


class TestCritical:
    def test_a_critical_section_may_not_be_left_out(self, sample: Sample) -> None:
        sample.change(LEAFLET, "fill, red, prices]", "prices]\n    left_out: [red]")
        (told,) = found(sample)
        assert (told[0], told[1].code, str(told[1].place)) == (
            "critical",
            "critical-missing",
            f"{LEAFLET}:6:12",
        )
        assert "Add `red` to a panel of `a5`" in told[1].remedy

    def test_a_misspelt_section_is_not_called_missing_as_well(self, sample: Sample) -> None:
        sample.change(LEAFLET, "critical: [red]", "critical: [rde]")
        assert [problem.code for _, problem in found(sample)] == ["section-unknown"]

    def test_one_of_two_critical_sections_missing(self, sample: Sample) -> None:
        sample.change(LEAFLET, "critical: [red]", "critical: [red, cover]")
        sample.change(LEAFLET, "[cover, fill, red, prices]", "[red, prices]\n    left_out: [cover]")
        assert [(p.code, str(p.place)) for _, p in found(sample)] == [("critical-missing", f"{LEAFLET}:6:17")]

    def test_a_short_form_stands_for_its_section(self, sample: Sample) -> None:
        sample.change(LEAFLET, "formats:", "short_forms: {red: cover}\nformats:")
        sample.change(LEAFLET, "fill, red, prices]", "prices]\n    left_out: [red]")
        assert found(sample) == []

    def test_a_short_form_inside_alone_is_hidden_too(self, sample: Sample) -> None:
        sample.change(FORMAT, "margins:", INNER + "margins:")
        sample.change(LEAFLET, "formats:", "short_forms: {red: cover}\nformats:")
        sample.change(
            LEAFLET, "[cover, fill, red, prices]", "[prices]\n      back: {sections: [cover]}\n    left_out: [red]"
        )
        assert [problem.code for _, problem in found(sample)] == ["critical-hidden"]

    @pytest.mark.parametrize(("forms", "column"), [("{rde: cover}", 15), ("{red: covre}", 20)])
    def test_a_short_form_is_of_known_sections(self, sample: Sample, forms: str, column: int) -> None:
        sample.change(LEAFLET, "formats:", f"short_forms: {forms}\nformats:")
        told = [(problem.code, str(problem.place)) for _, problem in found(sample)]
        assert told == [("section-unknown", f"{LEAFLET}:7:{column}")]

    def test_critical_sections_may_not_be_inside_alone(self, sample: Sample) -> None:
        sample.change(FORMAT, "margins:", INNER + "margins:")
        sample.change(LEAFLET, "fill, red, prices]", "prices]\n      back:\n        sections: [red]")
        (told,) = found(sample)
        assert (told[0], told[1].code, str(told[1].place)) == (
            "critical",
            "critical-hidden",
            f"{LEAFLET}:8:3",
        )
        assert "Move one of `red` to an outer panel: `front`." in told[1].remedy

    def test_one_critical_section_outside_is_enough(self, sample: Sample) -> None:
        sample.change(FORMAT, "margins:", INNER + "margins:")
        sample.change(LEAFLET, "critical: [red]", "critical: [red, prices]")
        sample.change(LEAFLET, "fill, red, prices]", "red]\n      back:\n        sections: [prices]")
        assert found(sample) == []

    def test_without_critical_sections_nothing_is_hidden(self, sample: Sample) -> None:
        sample.change(LEAFLET, "critical: [red]\n", "")
        sample.change(FORMAT, ", outer: true", "")
        assert found(sample) == []


def test_problems_are_told_in_the_order_of_the_files(sample: Sample) -> None:
    both(sample, "Call now", "Call <b>now</b>")
    both(sample, "When to call\nsummary", "<i>When\nsummary")
    places = [str(problem.place) for _, problem in found(sample)]
    assert places == [f"{file}:{where}" for file in (ENGLISH, RUSSIAN) for where in ("2:8", "11:12")]
