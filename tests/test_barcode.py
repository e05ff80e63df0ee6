"""The code as SVG, read back by another program."""

from __future__ import annotations

import re

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from press.barcode import QUIET_ZONE, Barcode, qr_code

SCALE = 4


def drawn(code: Barcode) -> Image.Image:
    """The code as a picture of SCALE pixels a module, from nothing but its path."""
    picture = Image.new("L", (code.side * SCALE, code.side * SCALE), 255)
    for x, y, length in modules(code):
        picture.paste(0, (x * SCALE, y * SCALE, (x + length) * SCALE, (y + 1) * SCALE))
    return picture


def modules(code: Barcode) -> list[tuple[int, int, int]]:
    found = re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", code.path)
    assert "".join(f"M{x} {y}h{length}v1h-{back}z" for x, y, length, back in found) == code.path
    assert all(length == back for _, _, length, back in found)
    return [(int(x), int(y), int(length)) for x, y, length, _ in found]


@pytest.mark.parametrize("payload", ["https://example.org/help", "tel:+74951270203", "https://пример.рф/помощь", "1"])
def test_the_path_says_the_payload(payload: str) -> None:
    (read,) = zxingcpp.read_barcodes(drawn(qr_code(payload)))
    assert read.text == payload
    assert read.format == zxingcpp.BarcodeFormat.QRCode


def test_the_quiet_zone_is_white() -> None:
    code = qr_code("https://example.org")
    dark = modules(code)
    assert min(x for x, _, _ in dark) == min(y for _, y, _ in dark) == QUIET_ZONE
    assert max(x + length for x, _, length in dark) == code.side - QUIET_ZONE
    assert QUIET_ZONE == 4, "ISO 18004"


def test_modules_side_by_side_are_one_piece() -> None:
    dark = modules(qr_code("https://example.org"))
    assert not {(x, y) for x, y, _ in dark} & {(x + length, y) for x, y, length in dark}


def test_the_same_payload_gives_the_same_path() -> None:
    assert qr_code("https://example.org") == qr_code("https://example.org")
    assert qr_code("https://example.org") != qr_code("https://example.net")


def test_a_short_address_needs_few_modules() -> None:
    assert qr_code("https://a.ru").side < qr_code("https://example.org/a/very/long/way/to/the/help/page").side


@settings(max_examples=15)
@given(st.text("abcdefgh0123456789/-._", min_size=1, max_size=60))
def test_every_address_can_be_read(path: str) -> None:
    payload = f"https://example.org/{path}"
    (read,) = zxingcpp.read_barcodes(drawn(qr_code(payload)))
    assert read.text == payload
