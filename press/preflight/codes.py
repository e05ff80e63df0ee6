"""Reads every QR code back from a greyscale picture of its page, as a telephone would."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import zxingcpp
from PIL import Image

from press.errors import Problem
from press.model.composition import Code, Composition, PanelCopy
from press.model.guard import GuardResult
from press.preflight.reading import picture

DPI = 152.4  # six pixels a millimetre: three a module at the least size
PIXELS_PER_MM = DPI / 25.4
LEAST_MODULE = 0.5  # mm; the house's least for telephones at hand distance


def check_codes(composition: Composition, pdf: bytes) -> GuardResult:
    """The guard "qr"."""
    problems: list[Problem] = []
    for number, copy in enumerate(composition.panels):
        if copy.codes:
            read = {code.text: code for code in _read(picture(pdf, number, DPI, grey=True))}
            for code in copy.codes:
                problems += _code_problems(copy, code, read)
    return GuardResult.of("qr", tuple(problems))


def _read(page: Image.Image) -> list[Any]:
    wanted = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    return list(zxingcpp.read_barcodes(page, formats=wanted, try_invert=False))  # many telephones cannot either


def _code_problems(copy: PanelCopy, code: Code, read: dict[str, Any]) -> Iterator[Problem]:
    found = read.get(code.payload)
    if found is None:
        yield Problem(
            "qr-unreadable",
            f"the QR code for {code.payload} on panel {copy.name!r} cannot be read from the printed page"
            + (f"; it reads {', '.join(sorted(read))}" if read else ""),
            "keep it black on white, unturned, with nothing on it or within four modules of it",
            panel=copy.name,
        )
        return
    corners = found.position
    width = abs(corners.top_right.x - corners.top_left.x) / PIXELS_PER_MM
    module = width / code.modules
    if module < LEAST_MODULE - 0.02:
        yield Problem(
            "qr-too-small",
            f"a module of the QR code on panel {copy.name!r} is {module:.2f} mm; telephones need {LEAST_MODULE} mm",
            "make the code larger in the style of the format, or the web address of the branch shorter",
            panel=copy.name,
        )
