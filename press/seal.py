"""A seal in every file that is made: it tells a file of ours, as we left it, from somebody's work of the same name.

The seal is a digest of all the rest of the file, where readers of the file pass over it. Whoever changes a file,
fills in a form or writes notes into it breaks the seal, and from then on the file is theirs.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b

_NAME = b"leaflet-press:"
_MARK = rb"leaflet-press:[0-9a-f]{32}"
_LAST_CHUNK = b"\0\0\0\0IEND\xaeB`\x82"
_FIRST_LINE = b"BEGIN:VCALENDAR\r\n"


@dataclass(frozen=True, slots=True)
class _Kind:
    """How files of a kind begin, how a mark gets into one, and how it is found there again."""

    begins: bytes  # in small letters
    put: Callable[[bytes, bytes], bytes]
    found: re.Pattern[bytes]
    is_text: bool = False  # whose line ends are ours to choose


def sealed(data: bytes, purpose: str = "") -> bytes:
    """The file with its seal for a purpose, 16 letters at most; one of a kind that cannot hold a seal as it is."""
    kind = _kind(data)
    return data if kind is None else kind.put(data, _NAME + _digest(data, purpose))


def is_sealed(data: bytes, purpose: str = "") -> bool:
    """Whether it is a file of ours that nobody has changed."""
    return _is_sealed(data, purpose) or _is_sealed_text(data, purpose)


def _is_sealed_text(data: bytes, purpose: str) -> bool:
    """Whether it is a text of ours of which only the line ends became those of Windows, as git makes them there."""
    if data.count(b"\n") != data.count(b"\r\n"):
        return False
    text = data.replace(b"\r\n", b"\n")
    kind = _kind(text)
    return kind is not None and kind.is_text and _is_sealed(text, purpose)


def _is_sealed(data: bytes, purpose: str) -> bool:
    kind = _kind(data)
    found = kind.found.search(data) if kind else None
    return found is not None and sealed(data[: found.start()] + data[found.end() :], purpose) == data


def _digest(data: bytes, purpose: str) -> bytes:
    return blake2b(data, digest_size=16, person=purpose.encode()).hexdigest().encode()


def _kind(data: bytes) -> _Kind | None:
    return next((kind for kind in _KINDS if data[: len(kind.begins)].lower() == kind.begins), None)


def _into_calendar(data: bytes, mark: bytes) -> bytes:
    return data.replace(_FIRST_LINE, _FIRST_LINE + b"X-SEAL:" + mark + b"\r\n", 1)


def _into_picture(data: bytes, mark: bytes) -> bytes:
    text = b"tEXtSource\0" + mark
    chunk = (len(text) - 4).to_bytes(4, "big") + text + zlib.crc32(text).to_bytes(4, "big")
    return data.removesuffix(_LAST_CHUNK) + chunk + _LAST_CHUNK


def _into_schema(data: bytes, mark: bytes) -> bytes:
    return data.removesuffix(b"\n}\n") + b',\n "$comment": "' + mark + b'"\n}\n'


_KINDS = (
    _Kind(b"%pdf-", lambda data, mark: data + b"%" + mark + b"\n", re.compile(rb"%" + _MARK + rb"\n\Z")),
    _Kind(
        b"<!doctype html",
        lambda data, mark: data + b"<!-- " + mark + b" -->\n",
        re.compile(rb"<!-- " + _MARK + rb" -->\n\Z"),
        is_text=True,
    ),
    _Kind(_FIRST_LINE.lower(), _into_calendar, re.compile(rb"(?<=\r\n)X-SEAL:" + _MARK + rb"\r\n")),
    _Kind(
        b"\x89png\r\n\x1a\n",
        _into_picture,
        re.compile(rb"....tEXtSource\0" + _MARK + rb"....(?=" + re.escape(_LAST_CHUNK) + rb"\Z)", re.DOTALL),
    ),
    _Kind(b'{\n "$schema"', _into_schema, re.compile(rb',\n "\$comment": "' + _MARK + rb'"(?=\n\}\n\Z)'), is_text=True),
)
