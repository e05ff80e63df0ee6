"""What a reader reads: every string once, without markup, references filled in, with its place and role."""

from __future__ import annotations

import pytest

from press.lint.words.passages import Passage, Role, passages, price_passages, text_passages
from press.load.project import load
from press.model.project import Project
from tests.conftest import Sample

ENGLISH = "content/leaflets/when-to-call/en.yaml"
CLINIC = "content/clinic.yaml"
PRICES = "content/prices.yaml"


def read(sample: Sample) -> dict[str, Passage]:
    """The passages of the English leaflet by what they say."""
    return {passage.text: passage for passage in passages(project_of(sample), "when-to-call", "en")}


def project_of(sample: Sample) -> Project:
    loaded = load(sample.root)
    assert loaded.project is not None, loaded.problems
    return loaded.project


def test_the_order_is_that_of_the_file_and_the_prices_come_last(sample: Sample) -> None:
    assert list(read(sample)) == [
        "When to call",
        "Which signs mean that help is needed now.",
        "Call now",
        "Call an ambulance",
        "The person cannot be woken.",
        "Breathing is slow or has stopped.",
        "Price",
        "Visits",
        "Doctor at home",
    ]


def test_a_passage_knows_where_it_stands_and_what_was_said_before(sample: Sample) -> None:
    passage = read(sample)["Breathing is slow or has stopped."]
    assert (passage.leaflet, passage.language) == ("when-to-call", "en")
    assert (passage.section, passage.block, passage.field) == ("red", "red", "signs.1")
    assert str(passage.place) == f"{ENGLISH}:21:13"
    assert passage.earlier[-1] == "The person cannot be woken."
    assert read(sample)["Visits"].earlier == (), "a price list begins anew"


def test_the_language_is_the_readers(sample: Sample) -> None:
    texts = {passage.text for passage in passages(project_of(sample), "when-to-call", "ru")}
    assert "Врач на дом" in texts
    assert "Doctor at home" not in texts


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("Ring {phone} **now**.", "Ring +7 495 127-02-03 now."),
        ("Ring {phone:elsewhere} now.", "Ring +7 495 127-02-03 now."),
        ("Call {emergency}.", "Call 103 or 112."),
        ("Call {emergency:single}.", "Call 112."),
        ("It costs {price:home-visit}.", "It costs from RUB 4,500."),
        ("It costs {price:elsewhere}.", "It costs from RUB 4,500."),
        ("Until {valid_until}.", "Until 31 December 2027."),
        ("{clinic}, {web}", "Clinic, example.org/help"),
        ("See {nothing:known}", "See "),
        ("junk**ies** are people", "junkies are people"),
        ("[our page](https://example.org)", "our page"),
    ],
)
def test_markup_is_gone_and_references_are_filled_in(written: str, read_as: str, sample: Sample) -> None:
    sample.change(ENGLISH, "The person cannot be woken.", f'"{written}"')
    assert read_as in {text.replace("\u00a0", " ") for text in read(sample)}


def test_a_reference_that_cannot_be_filled_in_is_no_trouble(sample: Sample) -> None:
    """Other rules tell of a main branch or a name that is missing."""
    sample.change(CLINIC, "main_branch: main", "main_branch: mian")
    sample.change(CLINIC, "names: {en: Clinic, ru: Клиника}", "names: {ru: Клиника}")
    sample.change(ENGLISH, "The person cannot be woken.", '"{clinic}: {phone}"')
    assert ": +7 495 127-02-03" in {text.replace("\u00a0", " ") for text in read(sample)}


def test_line_breaks_and_paragraphs_stay_apart(sample: Sample) -> None:
    block = "      - {kind: text, key: t, medical: false, text: 'a\\\n\n          b\n\n\n          c'}\n"
    sample.change(ENGLISH, "      - kind: prices", f"{block}      - kind: prices")
    (passage,) = [passage for passage in read(sample).values() if passage.block == "t"]
    assert passage.text == "a\nb\n\nc"


def test_all_that_stands_in_a_critical_section_is_for_an_emergency(sample: Sample) -> None:
    block = "      - {kind: text, key: t, medical: false, text: Naloxone wears off.}\n"
    sample.change(ENGLISH, "      - kind: triage", f"{block}      - kind: triage")
    assert read(sample)["Naloxone wears off."].role is Role.EMERGENCY


BLOCKS = """\
  more:
    blocks:
      - {kind: cover, key: c, kicker: Kicker, title: Title, lead: Lead}
      - {kind: text, key: s, role: small, medical: false, text: Small}
      - {kind: pills, key: p, medical: false, label: Label, items: [Pill]}
      - {kind: call, key: e, line: emergency, label: Emergency call}
      - {kind: call, key: k, line: clinic, label: Clinic call}
      - {kind: triage, key: a, level: amber, medical: false, title: Amber, signs: [Amber sign]}
      - {kind: triage, key: r, level: red, medical: false, title: Red, signs: [Red sign], note: Red note}
      - {kind: list, key: l, medical: false, items: [{text: Item}]}
      - {kind: steps, key: st, medical: false, steps: [{title: Step}]}
      - {kind: imprint, key: i}
"""


def test_roles(sample: Sample) -> None:
    sample.write(ENGLISH, (sample.root / ENGLISH).read_text("utf-8") + BLOCKS)
    roles = {text: passage.role for text, passage in read(sample).items()}
    assert {text for text, role in roles.items() if role is Role.EMERGENCY} == {
        "Call now",  # the section is critical
        "Call an ambulance",
        "The person cannot be woken.",
        "Breathing is slow or has stopped.",
        "Emergency call",
        "Red",
        "Red sign",
        "Red note",
    }
    assert {text for text, role in roles.items() if role is Role.TITLE} == {
        "When to call",
        "Kicker",
        "Title",
        "Amber",
        "Step",
    }
    assert {text for text, role in roles.items() if role is Role.LABEL} == {"Label", "Pill", "Clinic call", "Price"}
    assert {text for text, role in roles.items() if role is Role.SMALL} == {"Small", "General information."}
    assert {text for text, role in roles.items() if role is Role.PRICE} == {"Visits", "Doctor at home"}
    assert {text for text, role in roles.items() if role is Role.BODY} == {
        "Which signs mean that help is needed now.",
        "Lead",
        "Amber sign",
        "Item",
    }


def test_the_small_print_of_the_clinic_is_read_where_it_is_printed(sample: Sample) -> None:
    assert "General information." not in read(sample)
    sample.write(ENGLISH, (sample.root / ENGLISH).read_text("utf-8") + BLOCKS)
    sample.change(CLINIC, "owner:", "legal: {en: See a specialist., ru: Нужен врач.}\nowner:")
    found = read(sample)
    assert found["General information."].place.file == CLINIC
    assert found["See a specialist."].role is Role.SMALL
    assert "Нужен врач." not in found


def test_of_the_price_list_only_what_is_printed(sample: Sample) -> None:
    sample.change(ENGLISH, "groups: [visits]", "groups: [others]")
    assert "Doctor at home" not in read(sample)
    sample.change(
        ENGLISH, "      - kind: prices", "      - {kind: package, key: k, service: home-visit}\n      - kind: prices"
    )
    assert "Doctor at home" in read(sample)
    assert "Visits" not in read(sample)


def test_all_words_of_a_service(sample: Sample) -> None:
    more = "notes: {en: A note, ru: Пометка}\n        includes: {en: [One], ru: [Раз, Два]}\n        amount: 4500"
    sample.change(PRICES, "amount: 4500", more)
    sample.change(PRICES, "owner:", "tax: {en: No tax, ru: Без налога}\nowner:")
    project = project_of(sample)
    found = price_passages(project, project.prices, "ru")
    assert [passage.text for passage in found] == ["Без налога", "Визиты", "Врач на дом", "Раз", "Два", "Пометка"]
    assert [passage.role for passage in found] == [Role.SMALL, *[Role.PRICE] * 5]
    assert (found[-1].leaflet, found[-1].section, found[-1].block) == ("", "visits", "home-visit")
    assert found[-1].place.file == PRICES


def test_exceptions_come_along(sample: Sample) -> None:
    allow = "allow: [{rule: words-stigma, words: w, reason: because it is said}]"
    sample.change(ENGLISH, "        key: red\n", f"        key: red\n        {allow}\n")
    sample.change(PRICES, "        amount: 4500", f"        {allow}\n        amount: 4500")
    excepted = {text for text, passage in read(sample).items() if passage.allow}
    assert excepted == {
        "Call an ambulance",
        "The person cannot be woken.",
        "Breathing is slow or has stopped.",
        "Doctor at home",
    }
    sample.change(ENGLISH, "sections:", f"{allow}\nsections:")
    more = [p.text for p in passages(project_of(sample), "when-to-call", "en") if p.allow and p.text not in excepted]
    assert more == ["When to call", "Which signs mean that help is needed now.", "Call now"]


def test_the_text_alone_has_no_prices(sample: Sample) -> None:
    texts = [passage.text for passage in text_passages(project_of(sample), "when-to-call", "en")]
    assert texts[-1] == "Price"
