"""Nothing is written unless somebody says so."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from press.cli.agree import agreed

Answer = Callable[[str], None]


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Sits at the terminal and types."""

    def types(words: str) -> None:
        def asked(question: str) -> str:
            assert question == "Write this? [y/N] "
            if words == "^D":
                raise EOFError
            return words

        monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        monkeypatch.setattr("builtins.input", asked)

    return types


@pytest.mark.parametrize("words", ["y", "Yes", " да ", "Д"])
def test_yes_in_both_languages(answer: Answer, words: str) -> None:
    answer(words)
    assert agreed("Write this?", yes=False)


@pytest.mark.parametrize("words", ["", "n", "нет", "^D", "maybe"])
def test_anything_else_is_no(answer: Answer, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    answer(words)
    assert not agreed("Write this?", yes=False)
    assert "Nothing was written." in capsys.readouterr().out


def test_yes_typed_before_asks_nothing(answer: Answer) -> None:
    answer("n")
    assert agreed("Another question?", yes=True)


def test_without_a_terminal_it_is_no_and_says_how(capsys: pytest.CaptureFixture[str]) -> None:
    assert not agreed("Write this?", yes=False)
    assert "add --yes" in capsys.readouterr().out
