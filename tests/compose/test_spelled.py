from __future__ import annotations

import pytest

from press.compose.spelled import visible_words


def words(html: str) -> tuple[str, ...]:
    """The words of one panel that holds `html`."""
    (found,) = visible_words(f'<body><article data-panel="front">{html}</article></body>').values()
    return found


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>Call <b>112</b> now</p>", "Call 112 now"),
        ("<p>one</p><p>two</p>", "one two"),
        ("<p>one<br>two</p>", "one two"),
        ("<ul><li>one</li><li>two</li></ul>", "one two"),
        ("<table><tr><th>a</th><td>b</td></tr></table>", "a b"),
        # inline elements do not cut a word
        ("<p>co<b>ol</b>er</p>", "cooler"),
        ('<p>(<a href="tel:112">112</a>)</p>', "(112)"),
        ('<p><span class="number">2–3</span>,</p>', "2–3,"),
        # what nobody reads on the paper
        ("<svg><title>A code</title><text>x</text></svg> seen", "seen"),
        ('<img alt="A map" src="x">seen', "seen"),
        ("<!-- a note -->seen", "seen"),
        ("<style>p { color: red }</style>seen", "seen"),
        ('<p title="x" data-y="z">seen</p>', "seen"),
        # signs
        ("<p>Fish &amp; chips &lt; 5 &#8381;</p>", "Fish & chips < 5 ₽"),
        ("<p>4&nbsp;500</p>", "4 500"),
        ("", ""),
    ],
)
def test_what_a_reader_sees(html: str, found: str) -> None:
    assert " ".join(words(html)) == found


def test_each_panel_has_its_own_words() -> None:
    html = """<head><title>No</title></head>No
        <article data-panel="front"><p>one</p></article> no
        <article class="x" data-panel="back"><p>two</p><svg><title>no</title></svg></article> no"""
    assert visible_words(html) == {"front": ("one",), "back": ("two",)}


def test_no_panels_no_words() -> None:
    assert visible_words("<p>nothing</p>") == {}
