from decimal import Decimal

from press.load.project import load
from press.model.project import Project
from press.pricing.printed import own_prices, printed_in
from tests.conftest import Sample

SECOND = """\
      - key: consultation
        names: {en: Consultation, ru: Консультация}
        amount: 5000
  - key: hospital
    names: {en: Hospital, ru: Стационар}
    icon: house
    services:
      - key: package
        names: {en: Package, ru: Пакет}
        amount: 7000
        includes: {en: [bed], ru: [койка]}
      - key: nowhere
        names: {en: Nowhere, ru: Нигде}
        amount: 9000
"""


def project(sample: Sample) -> Project:
    loaded = load(sample.root)
    assert loaded.project, loaded.problems
    return loaded.project


def spoil(sample: Sample) -> None:
    prices = sample.root / "content/prices.yaml"
    sample.write("content/prices.yaml", prices.read_text("utf-8") + SECOND)


def test_a_price_is_printed_by_its_group_by_a_package_and_by_name(sample: Sample) -> None:
    spoil(sample)
    en = "content/leaflets/when-to-call/en.yaml"
    sample.change(en, "summary: Which signs mean that help is needed now.", "summary: From {price:package} on.")
    block = "      - {kind: package, key: box, service: package}\n"
    ru = sample.root / "content/leaflets/when-to-call/ru.yaml"
    sample.write("content/leaflets/when-to-call/ru.yaml", ru.read_text("utf-8") + block)
    found = printed_in(project(sample), project(sample).prices)
    assert found == {
        "home-visit": {"when-to-call": ("en", "ru")},
        "consultation": {"when-to-call": ("en", "ru")},
        "package": {"when-to-call": ("en", "ru")},
    }


def test_a_branch_may_have_a_price_of_its_own(sample: Sample) -> None:
    main = sample.root / "content/branches/main.yaml"
    sample.write("content/branches/main.yaml", main.read_text("utf-8") + "prices: {home-visit: 4800}\n")
    assert own_prices(project(sample), "home-visit") == {"main": Decimal(4800)}
    assert own_prices(project(sample), "consultation") == {}
