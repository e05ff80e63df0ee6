"""Reads every QR code back from a greyscale picture of its page, as a telephone would."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import zxingcpp
from PIL import Image

from press.errors import Problem
from press.model.composition import Code, Composition, PanelCopy
from press.model.guard import GuardResult
from press.preflight.reading import picture, pictures

DPI = 76.2  # the pictures of the other checks, good enough for large codes
FINE_DPI = 203.2  # for what those cannot tell for sure
SURE_MODULE = 0.6  # mm; smaller ones are measured in a finer picture
LEAST_MODULE = 0.5  # mm; the house's least for telephones at hand distance


def check_codes(composition: Composition, pdf: bytes) -> GuardResult:
    """The guard "qr"."""
    problems: list[Problem] = []
    for number, (copy, look) in enumerate(zip(composition.panels, pictures(pdf, DPI), strict=False)):
        if copy.codes:
            read = _read(look.convert("L"), DPI)
            if any(read.get(code.payload, 0.0) / code.modules < SURE_MODULE for code in copy.codes):
                read = _read(picture(pdf, number, FINE_DPI, grey=True), FINE_DPI)
            for code in copy.codes:
                problems += _code_problems(copy, code, read)
    return GuardResult.of("qr", tuple(problems))


def _read(page: Image.Image, dpi: float) -> dict[str, float]:
    """What each code on the page says, and how wide it is, mm, quiet zone apart."""
    wanted = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    found = zxingcpp.read_barcodes(page, formats=wanted, try_invert=False)  # many telephones cannot either
    return {code.text: abs(code.position.top_right.x - code.position.top_left.x) * 25.4 / dpi for code in found}


def _code_problems(copy: PanelCopy, code: Code, read: Mapping[str, float]) -> Iterator[Problem]:
    width = read.get(code.payload)
    if width is None:
        yield Problem(
            "qr-unreadable",
            f"the QR code for {code.payload} on panel {copy.name!r} cannot be read from the printed page"
            + (f"; it reads {', '.join(sorted(read))}" if read else ""),
            "keep it black on white, unturned, with nothing on it or within four modules of it",
            panel=copy.name,
        )
    elif width / code.modules < LEAST_MODULE - 0.02:
        yield Problem(
            "qr-too-small",
            f"a module of the QR code on panel {copy.name!r} is {width / code.modules:.2f} mm; "
            f"telephones need {LEAST_MODULE} mm",
            "make the code larger in the style of the format, or the web address of the branch shorter",
            panel=copy.name,
        )
