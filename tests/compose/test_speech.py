"""How words become markup: bound, linked, escaped, balanced."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from press.compose.speech import Speech
from press.edition import resolve
from press.load.project import load
from tests.conftest import Sample

TEXT = "content/leaflets/when-to-call/{}.yaml"
COVER = "        title: When to call\n"


def two_lines(words: Sequence[str], measure: float, weight: int, size: float) -> list[str]:
    """Breaks every heading in its middle."""
    half = (len(words) + 1) // 2
    return [" ".join(words[:half]), " ".join(words[half:])] if len(words) > 1 else list(words)


def speech(sample: Sample, words: str = "", language: str = "en", *, links: bool = True) -> Speech:
    """The speech of an edition whose cover says `words`."""
    if words:
        sample.change(TEXT.format(language), COVER, f"        title: |-\n          {words}\n")
    project = load(sample.root).project
    assert project
    resolved = resolve(project, "when-to-call", language, "main")
    assert resolved.problems == ()
    return Speech(resolved.edition, two_lines, links=links)


def inline(sample: Sample, words: str, language: str = "en", *, links: bool = True) -> str:
    """`words` as markup, `_` for a no-break space."""
    found = speech(sample, words, language, links=links).inline(words.replace("\n          ", "\n"))
    return str(found).replace("\u00a0", "_")


@pytest.mark.parametrize(
    ("words", "markup"),
    [
        ("Stay calm", "Stay_calm"),
        ("Stay with a friend of **yours**", "Stay with a_friend of_<b>yours</b>"),
        ("[Our pages](https://example.org/a?b=c)", '<a class="link" href="https://example.org/a?b=c">Our_pages</a>'),
        ("Ring {emergency:single}", 'Ring_<a class="number" href="tel:112">112</a>'),
        ("**{emergency:single}**", '<a class="number strong" href="tel:112">112</a>'),
        ("{valid_from}", '<span class="number">1_January_2026</span>'),
        ("**{valid_from}**", '<b><span class="number">1_January_2026</span></b>'),
        # compounds and ranges stay on one line, long ones may break
        ("Wait 2–3 minutes", 'Wait <span class="number">2–3</span>_minutes'),
        ("A well-known sign", 'A_<span class="number">well-known</span>_sign'),
        ("An extraordinarily-long-compound word", "An_extraordinarily-long-compound word"),
    ],
)
def test_markup_of_words(sample: Sample, words: str, markup: str) -> None:
    assert inline(sample, words) == markup


def test_a_break_keeps_words_apart_for_those_who_hear_it(sample: Sample) -> None:
    assert inline(sample, "When it eases\\\n          the dose kills") == "When it_eases <br>the dose_kills"


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        "</p></article><article id='x'>",
        "<b>bold</b> & \"quoted\" 'single'",
    ],
)
def test_html_in_words_is_mere_text(sample: Sample, words: str) -> None:
    found = inline(sample, words)
    assert "<" not in found
    assert ">" not in found
    assert '"' not in found


def test_html_in_link_words_and_addresses_is_escaped(sample: Sample) -> None:
    found = inline(sample, '[<b>x</b>](https://a.org/"onclick="y)')
    assert found.count("<") == found.count(">") == 2
    assert "&lt;b&gt;" in found
    assert found.count('"') == 4


def test_paper_has_no_links(sample: Sample) -> None:
    words = "See [us](https://a.org) or ring {emergency:single}"
    found = inline(sample, words, links=False)
    assert "href" not in found
    assert found.endswith('ring_<span class="number">112</span>')


def test_what_was_linked_is_kept_for_the_check(sample: Sample) -> None:
    words = "[us](https://a.org) {emergency:single}"
    spoken = speech(sample, words)
    spoken.inline(words)
    spoken.phone("+74951270203")
    spoken.web()
    assert spoken.linked == ["https://a.org", "tel:112", "tel:+74951270203", "https://example.org/help"]
    silent = speech(sample, links=False)
    silent.phone("+74951270203")
    assert silent.linked == []


def test_words_for_the_ear_have_no_markup(sample: Sample) -> None:
    words = "**Ring** {emergency:single} & wait"
    assert speech(sample, words).alt(words) == "Ring 112 & wait"


def test_headings_are_balanced(sample: Sample) -> None:
    words = "If someone does not wake up"
    found = str(speech(sample, words).heading(words, 80, 700, 16)).replace("\u00a0", "_")
    assert found == "If_someone does not <br>wake up"


def test_a_heading_keeps_the_breaks_and_links_its_author_gave_it(sample: Sample) -> None:
    words = "one two\\\n          three four"
    found = speech(sample, words).heading("one two\\\nthree four", 80, 700, 16)
    assert str(found).replace("\u00a0", "_") == "one two <br>three_four"


def test_a_heading_is_escaped(sample: Sample) -> None:
    words = "<i>one</i> two"
    assert "<i>" not in speech(sample, words).heading(words, 80, 700, 16)


def test_paragraphs_come_one_by_one(sample: Sample) -> None:
    spoken = speech(sample, "Stay calm.\n\n          Ring us.")
    assert [str(part).replace("\u00a0", "_") for part in spoken.paragraphs("Stay calm.\n\nRing us.")] == [
        "Stay_calm.",
        "Ring_us.",
    ]


def test_prices_days_numbers_and_hours(sample: Sample) -> None:
    spoken = speech(sample, language="ru")
    project = load(sample.root).project
    assert project
    (service,) = spoken.group("visits").services
    assert spoken.amount(service).replace("\u00a0", "_") == "4_500"
    assert spoken.money(service).replace("\u00a0", "_") == "4_500_₽"
    assert spoken.day(project.prices.valid_until).replace("\u00a0", "_") == "31_декабря_2027_г."
    assert spoken.short_day(project.prices.valid_until) == "31.12.2027"
    assert spoken.hours("09:00-20:00") == "09:00–20:00"
    assert spoken.hours("always") == "Day and night"
    assert ">+7\u00a0495\u00a0127-02-03</a>" in spoken.phone("+74951270203")
    assert ">example.org/help</a>" in spoken.web()
