"""Office sheets: light on toner, nothing near the edge, levels that a grey copy keeps apart."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from PIL import Image

from tests.whole import poppler

DPI = 76
PIXELS_PER_MM = DPI / 25.4
LIGHT = 27  # % of black a side may have; the price of a red emergency box


def test_office_sheets_are_light_and_keep_off_the_edge(office_files: tuple[Path, ...], tmp_path: Path) -> None:
    for path in office_files:
        folder = tmp_path / path.parent.name / path.stem
        folder.mkdir(parents=True)
        for look in poppler.greys(path, DPI, folder):
            assert _cover(look) <= LIGHT, f"{path.name}: {_cover(look):.0f} %"
            assert _white_frame(look) >= 7 - 1.5 / PIXELS_PER_MM, f"{path.name}: {_white_frame(look):.1f} mm"


def test_the_levels_of_urgency_differ_in_grey(output: Path, tmp_path: Path) -> None:
    (look,) = poppler.greys(output / "en" / "when-to-call.a4-poster.screen.pdf", DPI, tmp_path)
    column = round(10 * PIXELS_PER_MM)  # inside the boxes, left of their words
    found = look.crop((column, round(50 * PIXELS_PER_MM), column + 1, look.height)).tobytes()
    grounds = sorted(grey for grey in set(found) if found.count(grey) > 20 * PIXELS_PER_MM)
    assert len(grounds) >= 3, "red, amber and white"
    assert all(darker + 40 < lighter for darker, lighter in pairwise(grounds)), grounds


def _cover(look: Image.Image) -> float:
    counts = look.histogram()
    return 100 - 100 * sum(grey * count for grey, count in enumerate(counts)) / sum(counts) / 255


def _white_frame(look: Image.Image) -> float:
    ink = look.point([255 if grey < 245 else 0 for grey in range(256)]).getbbox()
    assert ink is not None
    left, top, right, bottom = ink
    return min(left, top, look.width - right, look.height - bottom) / PIXELS_PER_MM
