"""Tables show words as they are, whole."""

from __future__ import annotations

import pytest

from press.cli.tables import show_table


def test_heads_rows_and_title_stand_in_the_output(capsys: pytest.CaptureFixture[str]) -> None:
    show_table(("who", "what"), [("Dr A", "[bold]read[/bold]"), ("Ольга", "звонила")], title="Owners [red]")
    told = capsys.readouterr().out
    for words in ("who", "what", "Dr A", "[bold]read[/bold]", "звонила"):
        assert words in told
    assert told.index("Dr A") < told.index("Ольга")


def test_long_words_go_on_in_the_next_line_and_none_is_lost(capsys: pytest.CaptureFixture[str]) -> None:
    show_table(("a", "b"), [("key", "word " * 80)])
    assert capsys.readouterr().out.count("word") == 80


def test_content_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    show_table(("a",), [("\x1b[31mred",)])
    assert "\x1b" not in capsys.readouterr().out
