"""Pictures that are drawn by templates: icons and the art behind panels, as data URIs of SVG."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment

from press.model.job import Medium
from press.model.sheet import Rectangle


@dataclass(frozen=True, slots=True)
class Window:
    """The part of a spread that a panel shows: its box on the flat copy, mm, and which edges the paper ends at."""

    box: Rectangle
    spread_width: float
    left_edge: bool
    right_edge: bool


@dataclass(frozen=True, slots=True)
class Art:
    """One panel's picture: its data URI, and how many mm from the top the band reaches (0: no band)."""

    uri: str
    band: float


def panel_art(templates: Environment, name: str, window: Window, medium: Medium, colours: Mapping[str, str]) -> Art:
    """The picture `name` of templates/art/ as seen through `window`."""
    template = templates.get_template(f"art/{name}.svg")
    context = {"window": window, "box": window.box, "medium": medium.value, "colour": colours}
    module = template.make_module(context)
    return Art(data_uri(str(module)), float(getattr(module, "band", 0)))


def icon(folder: Path, name: str, colour: str, stroke: float) -> str:
    """The icon `name` as a data URI, drawn in `colour` with lines of `stroke` (24 units wide)."""
    text = _icon_source(folder / f"{name}.svg")
    return data_uri(text.replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{stroke:g}"'))


def palette(tokens_css: str) -> dict[str, str]:
    """The colours of styles/tokens.css by name: `--pine: #0C3B44` is `pine`."""
    return {
        name.replace("-", "_"): value
        for name, value in re.findall(r"--([a-z0-9-]+):\s*(#[0-9A-Fa-f]{6})\s*;", tokens_css)
    }


def data_uri(svg: str) -> str:
    """SVG text as a `data:` address."""
    tight = re.sub(r">\s+<", "><", svg.strip())
    return "data:image/svg+xml;base64," + base64.b64encode(tight.encode()).decode()


@cache
def _icon_source(path: Path) -> str:
    return re.sub(r"<!--.*?-->", "", path.read_text(encoding="utf-8")).strip()
