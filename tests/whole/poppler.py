"""Poppler's view of a PDF: a second reader beside the one that the program uses."""

from __future__ import annotations

import html
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')


@dataclass(frozen=True)
class Seen:
    """A word where Poppler sees it; points from the top left corner."""

    text: str
    x: float
    y: float


def words(path: Path) -> list[list[Seen]]:
    """The words of each page."""
    return [[_seen(match) for match in _WORD.finditer(page)] for page in _pages("-bbox", path)]


def line_ends(path: Path) -> list[str]:
    """The last word of each line that another line of its block follows."""
    ends = []
    for page in _pages("-bbox-layout", path):
        for block in re.findall(r"<block .*?</block>", page, re.DOTALL):
            lines = re.findall(r"<line .*?</line>", block, re.DOTALL)
            ends += [html.unescape(_WORD.findall(line)[-1][-1]) for line in lines[:-1]]
    return ends


def greys(path: Path, dpi: int, folder: Path) -> list[Image.Image]:
    """The pages as a grey printer would show them."""
    subprocess.run(["pdftoppm", "-gray", "-r", str(dpi), path, folder / "page"], check=True)
    looks = []
    for page in sorted(folder.glob("page*.pgm")):
        with Image.open(page) as look:
            looks.append(look.copy())
    return looks


def _pages(option: str, path: Path) -> list[str]:
    text = subprocess.run(["pdftotext", option, path, "-"], check=True, capture_output=True, text=True).stdout
    return re.findall(r"<page .*?</page>", text, re.DOTALL)


def _seen(match: re.Match[str]) -> Seen:
    x, y, _, _, text = match.groups()
    return Seen(html.unescape(text), float(x), float(y))
