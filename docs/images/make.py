"""Draws the pictures of the README from the built files.

./run build
.venv/bin/python docs/images/make.py
"""

from contextlib import closing
from pathlib import Path

import pypdfium2
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "output" / "en"
FOLDER = Path(__file__).parent
PIXELS_PER_MM = 3.2
GAP = 12  # mm
TABLE, EDGE = "#e3e8e7", "#b9c3c3"
COLOURS = 160  # the file stays small, and nobody sees the difference

FOLD, POSTER = "signs-of-withdrawal.a4-letter-fold.screen", "when-to-call.a4-poster.screen"
CARD, PURSE = "overdose-after-a-break.a6.screen", "overdose-after-a-break.wallet-card.screen"


def main() -> None:
    """All leaflets on one table, and one card alone, beside its source in the README."""
    save(everything(), "leaflets.png")
    save(framed(page(PURSE, 1, 5.5)), "card.png")


def everything() -> Image.Image:
    """The inside of the folded leaflet, the cards, and the poster, all on one scale."""
    inside = side_by_side(*(page(FOLD, number) for number in (2, 3, 4)))
    cards = [page(CARD, 0), page(CARD, 1)]
    poster = page(POSTER, 0)
    purse = [page(PURSE, 0), page(PURSE, 1)]
    gap = round(GAP * PIXELS_PER_MM)
    width = inside.width + poster.width + 3 * gap
    height = inside.height + cards[0].height + 3 * gap
    table = Image.new("RGB", (width, height), TABLE)
    lay(table, [inside], gap, gap, inside.width)
    lay(table, cards, gap, inside.height + 2 * gap, inside.width)
    lay(table, [poster], inside.width + 2 * gap, gap, poster.width)
    lay(table, purse, inside.width + 2 * gap, poster.height + 2 * gap, poster.width)
    return table


def page(name: str, number: int, pixels_per_mm: float = PIXELS_PER_MM) -> Image.Image:
    """A page of a built file."""
    with closing(pypdfium2.PdfDocument(BUILT / f"{name}.pdf")) as document:
        picture: Image.Image = document[number].render(scale=pixels_per_mm * 25.4 / 72).to_pil()
        return picture.convert("RGB")


def side_by_side(*pictures: Image.Image) -> Image.Image:
    """Panels as they lie on the unfolded sheet."""
    sheet = Image.new("RGB", (sum(picture.width for picture in pictures), pictures[0].height))
    left = 0
    for picture in pictures:
        sheet.paste(picture, (left, 0))
        left += picture.width
    return sheet


def framed(picture: Image.Image) -> Image.Image:
    """The picture with a hairline about it."""
    frame = Image.new("RGB", (picture.width + 2, picture.height + 2), EDGE)
    frame.paste(picture, (1, 1))
    return frame


def lay(table: Image.Image, pictures: list[Image.Image], left: int, top: int, width: int) -> None:
    """Puts pictures into a row `width` pixels long, with equal room between them and a hairline about each."""
    room = (width - sum(picture.width for picture in pictures)) // (len(pictures) + 1)
    for picture in pictures:
        left += room
        table.paste(framed(picture), (left - 1, top - 1))
        left += picture.width


def save(picture: Image.Image, name: str) -> None:
    """Writes a small PNG."""
    path = FOLDER / name
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path.relative_to(ROOT)}: {picture.width} x {picture.height}, {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
