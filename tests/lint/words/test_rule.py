"""Every rule of words refuses and lets pass what it says it does."""

from __future__ import annotations

import pytest
from _pytest.mark.structures import ParameterSet

from press.codes import CODES
from press.lint.words.check import RULES, found
from press.lint.words.passages import Role
from press.lint.words.rule import Example, Finding, WordRule, examples
from press.model.project import Project
from tests.lint.words.conftest import Said

#: Rules that measure, so that few examples are enough.
MEASURING = ("words-hard", "words-long-sentence")
ENOUGH = 6


def proofs(which: str) -> list[ParameterSet]:
    return [
        pytest.param(rule, language, example, id=f"{rule.code}-{language}-{example.text[:40]}")
        for rule in RULES
        for language in rule.languages
        for example in examples(getattr(rule, which), language)
    ]


def findings(rule: WordRule, language: str, example: Example, project: Project, said: Said) -> list[Finding]:
    passage = said(example.text, language, example.role)
    return [one.finding for one in found([passage], project) if one.code == rule.code]


@pytest.mark.parametrize(("rule", "language", "example"), proofs("must_fail"))
def test_must_fail(rule: WordRule, language: str, example: Example, project: Project, said: Said) -> None:
    told = findings(rule, language, example, project, said)
    assert told
    for finding in told:
        assert finding.length > 0
        assert 0 <= finding.start <= len(example.text) - finding.length
        assert finding.message
        assert finding.instead.endswith((".", ".)")), "what to do is a sentence"


@pytest.mark.parametrize(("rule", "language", "example"), proofs("must_pass"))
def test_must_pass(rule: WordRule, language: str, example: Example, project: Project, said: Said) -> None:
    assert findings(rule, language, example, project, said) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_explained_has_a_source_and_enough_examples(rule: WordRule, project: Project) -> None:
    assert rule.code in CODES
    assert rule.languages == ("en", "ru")
    assert rule.sources
    for source in rule.sources:
        assert source in project.sources or " " in source, "a key of sources.yaml, or a reference in words"
    if rule.code not in MEASURING:
        for language in rule.languages:
            assert len(examples(rule.must_fail, language)) >= ENOUGH
            assert len(examples(rule.must_pass, language)) >= ENOUGH


def test_an_example_without_a_role_is_running_text() -> None:
    both = ("Call now.", Example("Call!", Role.EMERGENCY))
    assert examples({"en": both}, "en") == (Example("Call now.", Role.BODY), Example("Call!", Role.EMERGENCY))
    assert examples({"en": both}, "ru") == ()


# What each rule says ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language", "role", "code", "marked", "instead"),
    [
        ("A former addict leads it.", "en", Role.BODY, "words-stigma", "former addict", "“person in recovery”"),
        ("Она созависима.", "ru", Role.BODY, "words-stigma", "созависима", "«вам тоже нужна поддержка»"),
        ("Dependence: scum of the city.", "en", Role.BODY, "words-stigma", "scum", "Leave it out."),
        ("It helped 100 % of them", "en", Role.BODY, "words-promise", "100 %", "how many people"),
        ("It helps in 100% of cases", "en", Role.BODY, "words-promise", "100%", "how many people"),
        ("Без лечения он умрёт.", "ru", Role.BODY, "words-fear", "умрёт", "снижает"),
        ("CALL A DOCTOR NOW", "en", Role.BODY, "words-shouting", "CALL A DOCTOR NOW", "“call a doctor now”"),
        ("ЗВОНИТЕ НАМ", "ru", Role.BODY, "words-shouting", "ЗВОНИТЕ НАМ", "“звоните нам”"),
        ("Call now!", "en", Role.EMERGENCY, "words-shouting", "!", "full stop"),
        ("Really?!", "en", Role.BODY, "words-shouting", "?!", "“?” once"),
        ("Ask about OST.", "en", Role.BODY, "words-abbreviation", "OST", "“full words (OST)”"),
        ("Пейте, т. к. жарко.", "ru", Role.BODY, "words-abbreviation", "т. к.", "“потому что”"),
        ("Wait 10.", "en", Role.BODY, "words-unit", "10", "“10 minutes”"),
        ("Температура 38–39", "ru", Role.BODY, "words-unit", "38–39", "«39 °C»"),
        ("Naloxone must be given.", "en", Role.EMERGENCY, "words-passive", "be given", "who does what"),
        ("Вызывается скорая.", "ru", Role.EMERGENCY, "words-passive", "Вызывается", "кто что делает"),
    ],
)
def test_what_is_marked_and_proposed(
    text: str, language: str, role: Role, code: str, marked: str, instead: str, project: Project, said: Said
) -> None:
    (one,) = [one for one in found([said(text, language, role)], project) if one.code == code]
    start = one.finding.start
    assert text[start : start + one.finding.length] == marked
    assert instead in one.finding.instead


def test_the_source_of_a_better_word_is_named(project: Project, said: Said) -> None:
    (one,) = found([said("He is a junkie.")], project)
    assert one.finding.instead.endswith("(Source: NIDA words, Global Commission on Drug Policy.)")


def codes(text: str, project: Project, said: Said, role: Role = Role.BODY, earlier: tuple[str, ...] = ()) -> list[str]:
    return [one.code for one in found([said(text, "en", role, earlier)], project)]


class TestAbbreviations:
    def test_it_is_explained_once_in_a_leaflet_and_told_once(self, project: Project, said: Said) -> None:
        assert codes("Ask about OST.", project, said) == ["words-abbreviation"]
        assert codes("Ask about OST.", project, said, earlier=("Opioid therapy (OST) helps.",)) == []
        assert codes("Ask about OST.", project, said, earlier=("Ask about OST.",)) == [], "told at its first place"
        assert codes("OST? Ask about OST.", project, said) == ["words-abbreviation"]

    def test_the_price_list_explains_for_leaflets_that_print_it(self, project: Project, said: Said) -> None:
        assert codes("UROD can kill.", project, said) == ["words-abbreviation"]
        priced = said("UROD can kill.")
        object.__setattr__(priced, "leaflet", "services-and-prices")
        assert list(found([priced], project)) == []

    def test_a_word_that_stands_in_small_letters_elsewhere_is_shouted(self, project: Project, said: Said) -> None:
        assert codes("Give a SIP.", project, said) == ["words-abbreviation"]
        assert codes("Give a SIP.", project, said, earlier=("One sip at a time.",)) == ["words-shouting"]

    def test_letters_among_shouted_words_are_told_once(self, project: Project, said: Said) -> None:
        assert codes("CALL OST NOW", project, said) == ["words-shouting"]


class TestNumbers:
    def test_the_clinics_own_telephones_need_no_unit(self, project: Project, said: Said) -> None:
        assert codes("Ring 051", project, said) == []
        assert codes("Wait 052", project, said) == ["words-unit"]

    def test_a_long_chain_of_numbers_is_no_trouble(self, project: Project, said: Said) -> None:
        assert codes("Rest on days 2, 3, 4 and 5; give 1, 2 or 3 tablets.", project, said) == []
        assert "words-unit" in codes(", ".join(["1", "2"] * 1000), project, said)

    @pytest.mark.parametrize(("role", "told"), [(Role.PRICE, True), (Role.BODY, False)])
    def test_what_looks_like_a_year_is_money_in_a_price_list(
        self, role: Role, told: bool, project: Project, said: Said
    ) -> None:
        found_codes = [one.code for one in found([said("Визит, от 2000", "ru", role)], project)]
        assert ("words-unit" in found_codes) is told


class TestPassives:
    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("It is washed, dried and kept.", True),
            ("It is washed and dried.", False),
            ("It was washed, dried and kept.", False),  # who dried it is not said for sure
            ("It is washed; dried and kept.", False),
        ],
    )
    def test_three_may_share_a_be(self, text: str, told: bool, project: Project, said: Said) -> None:
        assert ("words-passive" in codes(text, project, said)) is told

    def test_one_in_running_text_is_nobodys_trouble(self, project: Project, said: Said) -> None:
        assert codes("The ambulance is called first.", project, said) == []
        assert codes("The ambulance is called first.", project, said, Role.EMERGENCY) == ["words-passive"]

    @pytest.mark.parametrize("role", [Role.PRICE, Role.LABEL])
    def test_labels_are_not_asked(self, role: Role, project: Project, said: Said) -> None:
        assert codes("Seen, given, was done and was told", project, said) == ["words-passive"]
        assert codes("Seen, given, was done and was told", project, said, role) == []


def test_a_promise_that_is_quoted_is_not_made(project: Project, said: Said) -> None:
    assert codes("Ask what “guarantee” means here.", project, said) == []
    assert codes("Ask about our guarantee.", project, said) == ["words-promise"]
