"""How wide words are in a font (fontTools); for headings whose lines should be equally long."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError

from press.errors import ContentError, Place, Problem
from press.units import pt_to_mm

#: The faces of balanced lines, by weight; 400 is the reading face.
FACES = {
    400: "IBMPlexSans_400Regular.ttf",
    600: "Onest_600SemiBold.ttf",
    700: "Onest_700Bold.ttf",
    800: "Onest_800ExtraBold.ttf",
}


def ruler(fonts: Path, weight: int, size: float) -> Callable[[str], float]:
    """A function that tells how many mm a string takes in the face of `weight` at `size` pt."""
    advances, per_em = _advances(str(fonts / FACES[weight]))

    def width(text: str) -> float:
        units = sum(advances.get(ord(letter), per_em // 2) for letter in text)
        return pt_to_mm(units * size / per_em)

    return width


def balanced_lines(words: list[str], width: Callable[[str], float], measure: float) -> list[str]:
    """`words` set in as few lines as `measure` mm allow, the lines as equal as they can be.

    A word wider than the measure gets a line of its own.
    """
    most = len(_fill(words, width, measure))
    if most < 2:
        return [" ".join(words)]
    narrow, wide = 0.0, measure
    for _ in range(12):  # halving 200 mm twelve times leaves 0.05 mm
        middle = (narrow + wide) / 2
        if len(_fill(words, width, middle)) > most:
            narrow = middle
        else:
            wide = middle
    return _fill(words, width, wide)


def _fill(words: list[str], width: Callable[[str], float], measure: float) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer) <= measure:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@cache
def _advances(path: str) -> tuple[dict[int, int], int]:
    try:
        font = TTFont(path, lazy=True)
    except (OSError, TTLibError) as error:
        name = f"styles/fonts/{Path(path).name}"
        remedy = "put the font file back into styles/fonts/, complete and under its own name"
        raise ContentError(Problem("font-missing", f"the font {name} cannot be read", remedy, Place(name))) from error
    with font:
        metrics = font["hmtx"].metrics
        advances = {code: metrics[name][0] for code, name in font.getBestCmap().items()}
        return advances, font["head"].unitsPerEm
