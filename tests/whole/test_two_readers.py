from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from press.preflight import reading
from tests.whole import poppler


def test_both_readers_read_the_same_words(screen_files: tuple[Path, ...]) -> None:
    for path in screen_files:
        ours = [_pieces(word.text for word in reading.words(page)) for page in reading.read_pages(path.read_bytes())]
        theirs = [_pieces(word.text for word in page) for page in poppler.words(path)]
        for number, (one, other) in enumerate(zip(ours, theirs, strict=True), 1):
            assert one == other, f"{path.name}, page {number}: {(one - other) | (other - one)}"


def _pieces(texts: Iterable[str]) -> Counter[str]:
    return Counter(reading.normal(" ".join(texts)).split())
