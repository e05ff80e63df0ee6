"""A word that is spoken about is told from one that is used."""

from __future__ import annotations

import pytest

from press.lint.words.mentioned import mentioned


def is_mentioned(text: str, word: str, language: str) -> bool:
    start = text.index(word)
    return mentioned(text, start, start + len(word), language)


@pytest.mark.parametrize(
    ("text", "word", "language"),
    [
        ("Do not say “addict”, say the name.", "addict", "en"),
        ('In the street they call it "going cold turkey".', "cold turkey", "en"),
        ("Words such as “junkie” hurt.", "junkie", "en"),
        ("Слово «ломка» лучше заменить.", "ломка", "ru"),
        ("В народе это «ломка».", "ломка", "ru"),
        ("Лечим людей, а не «наркоманов».", "наркоманов", "ru"),
        ("Кличка «торчок» ранит.", "торчок", "ru"),
        ("Avoid telling him to “snap out of it”.", "snap out of it", "en"),
        ("Things like “get a grip” do not help.", "get a grip", "en"),
        ("Не нужно повторять: «возьми себя в руки».", "возьми себя в руки", "ru"),
        ("Советы вроде «возьми себя в руки» не помогают.", "возьми себя в руки", "ru"),
        ("Calling someone a junkie makes it harder for them.", "junkie", "en"),
        ("Nobody should be called an addict.", "addict", "en"),
        ("To label a person as an addict does harm.", "addict", "en"),
        ("Не называйте сына наркоманом.", "наркоманом", "ru"),
        ("Назвать человека наркоманом — значит обидеть его.", "наркоманом", "ru"),
    ],
)
def test_spoken_about(text: str, word: str, language: str) -> None:
    assert is_mentioned(text, word, language)


@pytest.mark.parametrize(
    ("text", "word", "language"),
    [
        ("We treat “addicts” here.", "addicts", "en"),
        ("The word of an addict", "addict", "en"),
        ("“The word”, an addict", "addict", "en"),
        ("“They say addict”", "addict", "en"),  # what is in the quotes tells nothing of the sentence
        ("Лечим «наркоманов».", "наркоманов", "ru"),
        ("Слово наркомана", "наркомана", "ru"),
        ("They call him a junkie.", "junkie", "en"),
        ("Do not trust a junkie.", "junkie", "en"),
        ("Call us about an addict; it is never wrong.", "addict", "en"),
        ("Соседи называют его наркоманом.", "наркоманом", "ru"),
        ("Не верьте наркоману.", "наркоману", "ru"),
        ("Das Wort „Junkie“", "Junkie", "de"),
    ],
)
def test_used(text: str, word: str, language: str) -> None:
    assert not is_mentioned(text, word, language)
