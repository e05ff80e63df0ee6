"""Tables show words as they are, whole."""

from __future__ import annotations

import pytest

from press.cli.tables import show_table, widths_of


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


@pytest.mark.parametrize("width", [60, 80, 130])
def test_lines_end_between_words(width: int) -> None:
    columns = [
        ["Service", "Addiction doctor at home", "Выезд врача-нарколога на дом"],
        ["Now", "from 4,500, per visit"],
        ["Change", "+900 %\nLook again: ten times the old price: one zero too many?"],
    ]
    first, now, change = widths_of(columns, width)
    assert first >= len("врача-нарколога")
    assert now >= len("4,500,")
    assert change >= len("again:")
    assert first + now + change + 3 * 3 - 1 <= width


def test_names_are_cut_last() -> None:
    columns = [["Addiction-doctor"], ["services-and-prices-of-the-clinic"], ["nothing"]]
    assert widths_of(columns, 50)[0] == len("Addiction-doctor")
    assert sum(widths_of(columns, 50)) + 8 == 50
    assert widths_of(columns, 3) == [1, 1, 1]
