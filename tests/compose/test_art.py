"""Icons, pictures behind panels and the colours both are drawn in."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, TemplateNotFound

from press.compose.art import Window, data_uri, icon, palette, panel_art
from press.model.job import Medium
from press.model.sheet import Rectangle

WINDOW = Window(Rectangle(100, 0, 97, 210), 297, left_edge=False, right_edge=True)
SVG = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'>{}</svg>"


def drawn(uri: str) -> str:
    """The SVG inside a data: address."""
    kind, _, data = uri.partition(",")
    assert kind == "data:image/svg+xml;base64"
    return base64.b64decode(data).decode()


def test_an_address_holds_the_picture_without_needless_space() -> None:
    assert drawn(data_uri(" <svg>\n  <path d='M0 0'/>\n  <text>a b</text>\n</svg>\n")) == (
        "<svg><path d='M0 0'/><text>a b</text></svg>"
    )


def test_letters_of_any_alphabet_survive() -> None:
    assert drawn(data_uri("<svg><text>Скорая</text></svg>")) == "<svg><text>Скорая</text></svg>"


def test_an_icon_is_drawn_in_a_colour_with_lines_of_a_width(tmp_path: Path) -> None:
    text = "<!-- licence -->" + SVG.format('<path stroke="currentColor" stroke-width="2" d="M0 0"/>')
    (tmp_path / "house.svg").write_text(text)
    found = drawn(icon(tmp_path, "house", "#0A5C5F", 1.9))
    assert 'stroke="#0A5C5F" stroke-width="1.9"' in found
    assert "licence" not in found
    assert "currentColor" not in found


def test_an_icon_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"none\.svg"):
        icon(tmp_path, "none", "#000000", 2)


def test_colours_by_name() -> None:
    css = """:root {
      --ink: #15262B;  --mist-2: #c5e1dd;
      --size: 12pt; --red:#A5121D ;
      --short: #FFF;
    }"""
    assert palette(css) == {"ink": "#15262B", "mist_2": "#c5e1dd", "red": "#A5121D"}


@pytest.mark.parametrize(("band", "wanted"), [("{% set band = 68 %}", 68.0), ("", 0.0)])
def test_a_picture_says_how_far_its_band_reaches(band: str, wanted: float) -> None:
    art = band + "<svg><g id='{{ medium }}-{{ box.width }}-{{ window.right_edge }}' fill='{{ colour.ink }}'/></svg>"
    templates = Environment(loader=DictLoader({"art/wave.svg": art}), autoescape=True)
    found = panel_art(templates, "wave", WINDOW, Medium.OFFICE, {"ink": "#15262B"})
    assert found.band == wanted
    assert drawn(found.uri) == "<svg><g id='office-97-True' fill='#15262B'/></svg>"


def test_a_picture_that_is_not_there() -> None:
    with pytest.raises(TemplateNotFound):
        panel_art(Environment(loader=DictLoader({}), autoescape=True), "none", WINDOW, Medium.SCREEN, {})
