"""Pictures of finished pages, for eyes: one PNG a page, and contact sheets with captions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

FAST = 1  # PNG compression; a smaller file costs five times the time
GAP = 16  # px between pictures
CAPTION = 13  # px
PAPER, INK, TABLE = "white", "#222222", "#d7d7d4"


def page_pngs(pdf: bytes, dpi: int) -> tuple[bytes, ...]:
    """Each page as a PNG."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return tuple(_png(image, dpi) for image in _images(document, dpi))


def contact_sheet(pictures: Sequence[tuple[str, bytes]], columns: int, font: Path) -> bytes:
    """One PNG with all pictures (caption, PNG) in rows of `columns`."""
    letters = ImageFont.truetype(font, CAPTION)
    opened = [(caption, Image.open(BytesIO(png))) for caption, png in pictures]
    rows = [opened[start : start + columns] for start in range(0, len(opened), columns)]
    cell = max((image.width for _, image in opened), default=0)
    heights = [max(image.height for _, image in row) + CAPTION + GAP for row in rows]
    width = GAP + (cell + GAP) * min(columns, len(opened))
    sheet = Image.new("RGB", (max(width, GAP), GAP + sum(height + GAP for height in heights)), TABLE)
    pen = ImageDraw.Draw(sheet)
    y = GAP
    for row, height in zip(rows, heights, strict=True):
        for column, (caption, image) in enumerate(row):
            x = GAP + column * (cell + GAP)
            pen.text((x, y), _shortened(caption, letters, cell), fill=INK, font=letters)
            sheet.paste(image.convert("RGB"), (x, y + CAPTION + GAP // 2))
        y += height + GAP
    return _png(sheet)


def _images(document: pypdfium2.PdfDocument, dpi: int) -> Iterator[Image.Image]:
    for page in document:
        with closing(page), closing(page.render(scale=dpi / 72)) as bitmap:
            yield bitmap.to_pil()


def _png(image: Image.Image, dpi: int = 72) -> bytes:
    output = BytesIO()
    image.save(output, "PNG", compress_level=FAST, dpi=(dpi, dpi))
    return output.getvalue()


def _shortened(caption: str, letters: ImageFont.FreeTypeFont, width: int) -> str:
    if letters.getlength(caption) <= width:
        return caption
    while caption and letters.getlength(caption + "…") > width:
        caption = caption[:-1]
    return caption + "…"
