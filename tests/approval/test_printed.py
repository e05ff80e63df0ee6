"""Which shared records one text prints."""

from __future__ import annotations

from press.approval.printed import printed
from press.load.project import load
from press.model.project import Project
from tests.conftest import Sample

TEXT = "content/leaflets/when-to-call/en.yaml"
PRICES = "content/prices.yaml"
MORE = """\
      - key: second-visit
        names: {en: Second visit, ru: Второй визит}
        amount: 1
        includes: {en: [a], ru: [а]}
        sources: [of-second]
  - key: other
    names: {en: Other, ru: Другое}
    icon: house
    services:
      - {key: unseen, names: {en: Unseen, ru: Нигде}, amount: 2, sources: [of-unseen]}
"""


def project_of(sample: Sample) -> Project:
    loaded = load(sample.root)
    assert loaded.project, loaded.problems
    return loaded.project


def keys(sample: Sample) -> tuple[list[str], list[str], tuple[str, ...], tuple[str, ...]]:
    found = printed(project_of(sample), "when-to-call", "en")
    groups, services = [group.key for group in found.groups], [service.key for service in found.services]
    return groups, services, found.sources, found.pictures


def test_a_table_prints_its_group_with_all_services(sample: Sample) -> None:
    sample.change(PRICES, "unit: visit\n", "unit: visit\n" + MORE)
    assert keys(sample) == (["visits"], ["home-visit", "second-visit"], ("who-2014", "of-second"), ())


def test_a_package_and_a_reference_print_one_service(sample: Sample) -> None:
    sample.change(PRICES, "unit: visit\n", "unit: visit\n" + MORE)
    block = "- {kind: package, key: prices, service: second-visit, note: 'Or {price:unseen}'}\n"
    start = "      - kind: prices\n"
    text = (sample.root / TEXT).read_text("utf-8")
    sample.write(TEXT, text[: text.index(start)] + "      " + block)
    assert keys(sample) == ([], ["second-visit", "unseen"], ("who-2014", "of-second"), ())


def test_a_picture_is_told_by_its_file_and_a_source_once(sample: Sample) -> None:
    picture = "      - {kind: picture, key: p, file: path.png, alt: A path, sources: [who-2014, nobody]}\n"
    sample.change(TEXT, "  prices:\n", f"{picture}  prices:\n")
    assert keys(sample)[2:] == (("who-2014", "nobody"), ("path.png",))


def test_unknown_groups_print_nothing(sample: Sample) -> None:
    sample.change(TEXT, "groups: [visits]", "groups: [vists]")
    assert keys(sample)[:2] == ([], [])
