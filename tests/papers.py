"""Small things made of paper for the tests: formats, pages with a few words or colours, pictures as text."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from press.model.format import Format
from press.units import mm_to_pt

PANELS = {
    "none": ("front", "back"),
    "letter": ("cover", "flap", "inner-left", "inner-middle", "inner-right", "back"),
    "z": ("cover", "inner-left", "inner-middle", "inner-right", "turned-left", "turned-right"),
    "gate": ("cover-left", "cover-right", "inner-left", "inner-middle", "inner-right", "back"),
    "half": ("cover", "inner-left", "inner-right", "back"),
}
COLOURS = {"R": (255, 0, 0), "G": (0, 255, 0), "B": (0, 0, 255), "K": (0, 0, 0), "_": (255, 255, 255)}

Drawing = Callable[[float], str]  # page height in mm -> content stream


def a_format(kind: str = "none", width: float = 297, height: float = 210, **more: Any) -> Format:
    """A format on one sheet of `width` × `height` mm; `allowance`, `nup` and others as in the file."""
    margins = {"top": 10, "right": 8, "bottom": 9, "left": 8}
    data = {
        "key": "test",
        "names": {"en": "test"},
        "sheet": {"width": width, "height": height},
        "trim": {"width": width, "height": height},
        "fold": {"kind": kind, "allowance": more.pop("allowance", 0)},
        "panels": [{"key": key, "names": {"en": key}} for key in more.pop("panels", PANELS[kind])],
        "margins": margins,
        "safe": 5,
        "floor": 11,
        "scale": {},
    }
    return Format.model_validate(data | more)


def pdf_of(*pages: tuple[float, float, tuple[Drawing, ...]], catalogue: bool = False) -> bytes:
    """A PDF with pages of (width, height, drawings), mm; Helvetica is there as /F."""
    writer = PdfWriter()
    font = writer._add_object(
        DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
                NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
            }
        )
    )
    resources = writer._add_object(DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F"): font})}))
    for width, height, drawings in pages:
        page = writer.add_blank_page(mm_to_pt(width), mm_to_pt(height))
        content = DecodedStreamObject()
        content.set_data("\n".join(draw(height) for draw in drawings).encode("cp1252"))
        page[NameObject("/Contents")] = writer._add_object(content)
        page[NameObject("/Resources")] = resources
    if catalogue:
        writer.root_object[NameObject("/ViewerPreferences")] = DictionaryObject(
            {NameObject("/PrintScaling"): NameObject("/None")}
        )
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


def text(words: str, x: float, y: float, size: float = 12) -> Drawing:
    """Words whose base line begins `x` mm from the left and `y` mm from the top."""
    return lambda height: f"BT /F {size} Tf 0 g {mm_to_pt(x):.4f} {mm_to_pt(height - y):.4f} Td ({words}) Tj ET"


def patch(colour: str, x: float, y: float, width: float, height: float) -> Drawing:
    """A rectangle in one of `COLOURS`; x and y from the top left corner."""
    red, green, blue = (part / 255 for part in COLOURS[colour])
    return lambda page: (
        f"{red} {green} {blue} rg {mm_to_pt(x):.4f} {mm_to_pt(page - y - height):.4f} "
        f"{mm_to_pt(width):.4f} {mm_to_pt(height):.4f} re f"
    )


def grid(image: Image.Image, cell: int) -> list[str]:
    """The picture as rows of letters of `COLOURS`, each the middle of `cell` × `cell` pixels."""
    names = {value: name for name, value in COLOURS.items()}
    image = image.convert("RGB")
    return [
        "".join(names.get(_pixel(image, x, y), "?") for x in range(cell // 2, image.width, cell))
        for y in range(cell // 2, image.height, cell)
    ]


def _pixel(image: Image.Image, x: int, y: int) -> tuple[int, int, int]:
    pixel = image.getpixel((x, y))
    assert isinstance(pixel, tuple)
    red, green, blue = pixel[:3]
    return int(red), int(green), int(blue)
