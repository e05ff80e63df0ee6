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
    return [line[-1] for block in blocks(path) for line in block[:-1]]


def blocks(path: Path) -> list[list[list[str]]]:
    """The words of each line of each block of text, as Poppler groups them."""
    found = re.findall(r"<block .*?</block>", "".join(_pages("-bbox-layout", path)), re.DOTALL)
    return [
        [
            [html.unescape(word[-1]) for word in _WORD.findall(line)]
            for line in re.findall(r"<line .*?</line>", block, re.DOTALL)
        ]
        for block in found
    ]


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
