"""Kept editions as files: one small JSON file for each code, and the digests of what decides how a page looks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

from press.errors import ContentError, Place, Problem
from press.fingerprint import ALPHABET, CODE_LENGTH, digest
from press.snapshot.record import Snapshot
from press.snapshot.taking import Looks

#: Below the output folder: what every build keeps.
BUILT = "editions"
#: Below the project: what was printed.
PRINTED = "content/ledger/editions"
_SUFFIX = ".json"
_CODE = re.compile(f"[{ALPHABET}]{{4}}-[{ALPHABET}]{{{CODE_LENGTH - 4}}}")
_LARGEST = 1_000_000  # bytes; a real one has fifteen thousand
_DIGITS = 12
_SHARED = ("templates", "styles")
_OF_A_FORMAT = ("templates/formats", "styles/formats")
_SKIPPED = ("templates/words", "styles/fonts")  # words are kept as words, fonts change with the press


def file_name(code: str) -> str:
    """The name of the file of an edition."""
    return f"{code}{_SUFFIX}"


def is_code(text: str) -> bool:
    """Whether `text` can be an edition code at all, such as 7K3M-9QW."""
    return bool(_CODE.fullmatch(text))


def dumps(snapshot: Snapshot) -> bytes:
    """The snapshot as a file; the same snapshot always gives the same bytes."""
    data = snapshot.model_dump(mode="json", exclude_defaults=True)
    return (json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def codes(folder: Path) -> frozenset[str]:
    """The codes of all editions that are kept in a folder; none where there is no such folder."""
    names = (path.name.removesuffix(_SUFFIX) for path in folder.glob(f"*{_SUFFIX}"))
    return frozenset(name for name in names if is_code(name))


def read(folder: Path, code: str) -> Snapshot | None:
    """The edition kept in `folder` under `code`; None where there is none.

    Raises `ContentError` where the file is there but cannot be read as what it should be.
    """
    path = folder / file_name(code)
    if not is_code(code):
        return None
    try:
        if path.stat().st_size > _LARGEST:
            raise ContentError(_unreadable(path, "it is far too large"))
        snapshot = Snapshot.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ContentError(_unreadable(path, error.strerror or "the disk says no")) from None
    except ValueError:  # no JSON, or not the fields of a snapshot
        raise ContentError(_unreadable(path, "somebody changed it, or it was cut off")) from None
    if snapshot.code != code:
        raise ContentError(_unreadable(path, f"it is about {snapshot.code}"))
    return snapshot


def looks(root: Path, formats: Iterable[str], pictures: Iterable[str]) -> Looks:
    """The digests of templates, styles and pictures as they are now; a missing file counts as empty."""
    shared = sorted(
        path
        for folder in _SHARED
        for path in (root / folder).rglob("*")
        if path.is_file()
        if not any(path.is_relative_to(root / other) for other in (*_OF_A_FORMAT, *_SKIPPED))
    )
    return Looks(
        shared=digest(*(part for path in shared for part in (path.name, _bytes(path))))[:_DIGITS],
        formats={key: digest(_bytes(root / "styles/formats" / f"{key}.css"))[:_DIGITS] for key in formats},
        pictures={name: digest(_bytes(root / "content/pictures" / name))[:_DIGITS] for name in pictures},
    )


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _unreadable(path: Path, reason: str) -> Problem:
    return Problem(
        "edition-unreadable",
        f"the kept edition cannot be read: {reason}",
        "Bring the file back from your backup or from git. Without it nobody can tell what the paper said: if in "
        "doubt, pull the copies.",
        Place(str(path)),
    )
