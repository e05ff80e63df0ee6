"""Numbers of houses and papers are told from amounts."""

from __future__ import annotations

import pytest

from press.lint.words.labels import is_label


def labels(text: str, number: str, language: str) -> bool:
    start = text.rindex(number)
    return is_label(text, start, start + len(number), language)


@pytest.mark.parametrize(
    ("text", "number", "language"),
    [
        ("Tverskaya St, 14", "14", "en"),
        ("Come to Garden Lane, 7.", "7", "en"),
        ("ul. Sadovaya 12", "12", "en"),
        ("Mira Avenue 101, bldg. 3", "3", "en"),
        ("Licence No. 77-01", "77-01", "en"),
        ("The policy number is 7701.", "7701", "en"),
        ("Mira Avenue 101, Moscow, 129085", "129085", "en"),
        ("ул. Садовая, 14", "14", "ru"),
        ("ул. 1-я Тверская, 12", "12", "ru"),
        ("проспект Мира, 101", "101", "ru"),
        ("Лесной переулок, 14", "14", "ru"),
        ("д. 5, корп. 2", "2", "ru"),
        ("129085, г. Москва, ул. Тихая", "129085", "ru"),
        ("Номер: 7701", "7701", "ru"),
    ],
)
def test_a_house_or_a_paper(text: str, number: str, language: str) -> None:
    assert labels(text, number, language)


@pytest.mark.parametrize(
    ("text", "number", "language"),
    [
        ("Wait 10.", "10", "en"),
        ("On the street wait for 10.", "10", "en"),
        ("The price, 129085", "129085", "en"),
        ("На Лесной улице ждите 10.", "10", "ru"),
        ("Озноб, пот и т. д. 10 минут", "10", "ru"),
        ("Стационар, 125000", "125000", "ru"),
        ("Warten Sie 10", "10", "de"),
    ],
)
def test_an_amount(text: str, number: str, language: str) -> None:
    assert not labels(text, number, language)
