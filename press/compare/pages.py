"""Two papers → what has become of each page, and where on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from PIL import Image, ImageChops, ImageDraw

from press.compare.reading import DPI, Page, Paper, Word
from press.differing import matched
from press.model.sheet import Rectangle

_SEEN = 48  # of 255; smaller differences are the edges of letters
_SPECKS = 8  # pixels; fewer are dust
_CELL = 8  # pixels; regions are found on a grid of this size
_NEAR = 10  # cells; regions nearer to each other are one
_ALIKE = 0.5  # share of words that two pages have in common if one has become the other
_SHIFT = 0.3  # mm by which the sizes of two equal pages may differ
_AROUND = 5  # words shown on each side of those that differ
_STILL = 0.1  # mm by which a word may be elsewhere that stands where it stood
_LINE = 1.2  # heights of letters between two lines of a paragraph
_WHITE = 1.2  # mm around a stamp
_EDGE = 0.3  # mm around a word that its edges are blurred into
_GAP = 1.2  # line heights; changed words nearer to each other share a box


class Fate(StrEnum):
    """What has become of a page."""

    SAME = "same"
    CODE = "code"  # only the edition code differs
    LOOK = "look"  # the words are the same
    WORDS = "words"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in a row that differ, with some that are the same on both sides of them."""

    lead: str
    old: str
    new: str
    tail: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A page of the old paper beside the page of the new one that it has become (None: there is none).

    The boxes, in mm from the top left corner, are around what differs.
    """

    old: int | None
    new: int | None
    fate: Fate
    passages: tuple[Passage, ...] = ()
    old_boxes: tuple[Rectangle, ...] = ()
    new_boxes: tuple[Rectangle, ...] = ()


def compare(old: Paper, new: Paper, stamp: str = "") -> tuple[Pair, ...]:
    """Every page of both papers, in the order of the new one; pages that are gone stand where they stood.

    The word `stamp`, which says on every page of one of them that it is a draft, is no difference.
    """
    return tuple(_pair(old, new, before, after, stamp) for before, after in _aligned(old.pages, new.pages))


# Which page has become which --------------------------------------------------------------------------------


def _aligned(old: Sequence[Page], new: Sequence[Page]) -> list[tuple[int | None, int | None]]:
    """Equally many pages are taken in their order; otherwise those go together that have most words in common."""
    if len(old) == len(new):
        return [(number, number) for number in range(len(old))]
    likeness = [[_likeness(one, other) for other in new] for one in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for a in range(len(old) - 1, -1, -1):
        for b in range(len(new) - 1, -1, -1):
            together = likeness[a][b] + best[a + 1][b + 1] if likeness[a][b] >= _ALIKE else 0
            best[a][b] = max(together, best[a + 1][b], best[a][b + 1])
    return list(_walk(likeness, best))


def _walk(likeness: list[list[float]], best: list[list[float]]) -> Iterator[tuple[int | None, int | None]]:
    a = b = 0
    olds, news = len(best) - 1, len(best[0]) - 1
    while a < olds or b < news:
        if a < olds and b < news and likeness[a][b] >= _ALIKE and best[a][b] == likeness[a][b] + best[a + 1][b + 1]:
            yield a, b
            a, b = a + 1, b + 1
        elif a < olds and (b == news or best[a][b] == best[a + 1][b]):
            yield a, None
            a += 1
        else:
            yield None, b
            b += 1


def _likeness(one: Page, other: Page) -> float:
    here, there = Counter(one.text), Counter(other.text)
    total = here.total() + there.total()
    return 2 * (here & there).total() / total if total else 1.0


# What differs -----------------------------------------------------------------------------------------------


def _pair(old: Paper, new: Paper, before: int | None, after: int | None, stamp: str) -> Pair:
    if before is None:
        return Pair(None, after, Fate.NEW)
    if after is None:
        return Pair(before, None, Fate.GONE)
    was, now = old.pages[before], new.pages[after]
    was, now = _without_stamp(was, stamp), _without_stamp(now, stamp)
    words, others = _without_code(was.words, old.code), _without_code(now.words, new.code)
    stretches = matched([word.text for word in words], [word.text for word in others])
    changed = [(a, b, c, d) for same, a, b, c, d in stretches if not same]
    if changed:
        return Pair(
            before,
            after,
            Fate.WORDS,
            tuple(_passages(words, others)),
            tuple(_merged(box.box for a, b, _, _ in changed for box in words[a:b])),
            tuple(_merged(box.box for _, _, c, d in changed for box in others[c:d])),
        )
    hidden = (*_stamped(old.pages[before], stamp), *_stamped(new.pages[after], stamp))
    regions = _regions(was, now, (*hidden, *_around_code(was, now, old.code, new.code)))
    if regions:
        return Pair(before, after, Fate.LOOK, (), regions, regions)
    return Pair(before, after, Fate.SAME if was.text == now.text else Fate.CODE)


def _without_stamp(page: Page, stamp: str) -> Page:
    return replace(page, words=tuple(word for word in page.words if word.text != stamp)) if stamp else page


def _stamped(page: Page, stamp: str) -> Iterator[Rectangle]:
    """Where the stamp stands, with the white around it."""
    for word in page.words:
        if word.text == stamp:
            box = word.box
            yield Rectangle(box.x - _WHITE, box.y - _WHITE, box.width + 2 * _WHITE, box.height + 2 * _WHITE)


def _is_code(word: str, code: str) -> bool:
    return bool(code) and code in word


def _without_code(words: Sequence[Word], code: str) -> list[Word]:
    """Every change of an edition changes its code, so that says nothing."""
    return [word for word in words if not _is_code(word.text, code)]


def _passages(words: Sequence[Word], others: Sequence[Word]) -> Iterator[Passage]:
    before, after = [word.text for word in words], [word.text for word in others]
    lead: list[str] = []
    stretches = matched(before, after, island=1)
    for number, (same, a, b, c, d) in enumerate(stretches):
        if same:
            lead = after[max(c, d - _AROUND) : d]
            continue
        end = stretches[number + 1][4] if number + 1 < len(stretches) else d
        tail = after[d : min(end, d + _AROUND)]
        yield Passage(" ".join(lead), " ".join(before[a:b]), " ".join(after[c:d]), " ".join(tail))


def _merged(boxes: Iterable[Rectangle]) -> Iterator[Rectangle]:
    """Boxes of words that follow each other on a line, as one."""
    last: Rectangle | None = None
    for box in boxes:
        if last is not None and _on_a_line(last, box):
            y = min(last.y, box.y)
            last = Rectangle(last.x, y, box.right - last.x, max(last.bottom, box.bottom) - y)
            continue
        if last is not None:
            yield last
        last = box
    if last is not None:
        yield last


def _on_a_line(one: Rectangle, other: Rectangle) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.y, other.y)
    gap = other.x - one.right
    return shared > 0.5 * min(one.height, other.height) and -0.5 <= gap < _GAP * other.height


# Looks ------------------------------------------------------------------------------------------------------


def _around_code(was: Page, now: Page, code: str, other: str) -> list[Rectangle]:
    """Where the codes stand on both pages, and the words beside and below them that one of another width has moved."""
    found = [word.box for word in was.words if _is_code(word.text, code)]
    found += [word.box for word in now.words if _is_code(word.text, other)]
    if code == other:
        return found
    both = zip(_without_code(was.words, code), _without_code(now.words, other), strict=True)
    moved = [(one.box, two.box) for one, two in both if _has_moved(one.box, two.box)]
    grown = True
    while grown:  # line by line, as far as words that moved are near each other
        near = [pair for pair in moved if any(_is_below_or_above(box, other) for box in pair for other in found)]
        moved = [pair for pair in moved if pair not in near]
        found += [box for pair in near for box in pair]
        grown = bool(near)
    return found


def _has_moved(one: Rectangle, other: Rectangle) -> bool:
    return max(abs(one.x - other.x), abs(one.y - other.y)) > _STILL


def _is_below_or_above(one: Rectangle, other: Rectangle) -> bool:
    """Whether two words stand on one line, or on lines that follow each other."""
    return max(one.y, other.y) - min(one.bottom, other.bottom) < _LINE * max(one.height, other.height)


def _regions(was: Page, now: Page, hidden: Sequence[Rectangle]) -> tuple[Rectangle, ...]:
    """Where two pages with the same words look different, apart from what is `hidden`."""
    if abs(was.width - now.width) > _SHIFT or abs(was.height - now.height) > _SHIFT:
        return (Rectangle(0, 0, max(was.width, now.width), max(was.height, now.height)),)
    size = (max(was.look.width, now.look.width), max(was.look.height, now.look.height))
    first, second = (_hiding(page.look, hidden, size) for page in (was, now))
    red, green, blue = ImageChops.difference(first, second).split()
    greatest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    seen = greatest.point([255 * (value > _SEEN) for value in range(256)])
    if seen.histogram()[255] < _SPECKS:
        return ()
    return tuple(_clusters(seen))


def _hiding(look: Image.Image, boxes: Iterable[Rectangle], size: tuple[int, int]) -> Image.Image:
    picture = Image.new("RGB", size, "white")
    picture.paste(look)
    pen = ImageDraw.Draw(picture)
    scale = DPI / 25.4
    for box in boxes:
        sides = (box.x - _EDGE, box.y - _EDGE, box.right + _EDGE, box.bottom + _EDGE)
        pen.rectangle(tuple(round(side * scale) for side in sides), "white")
    return picture


def _clusters(seen: Image.Image) -> Iterator[Rectangle]:
    """The parts of the picture that differ, each as the box around it, from the top."""
    grid = seen.reduce(_CELL)
    cells = {(place % grid.width, place // grid.width) for place, value in enumerate(grid.tobytes()) if value}
    boxes = []
    while cells:
        todo = [cells.pop()]
        group = []
        while todo:
            x, y = todo.pop()
            group.append((x, y))
            near = {(x + dx, y + dy) for dx in range(-_NEAR, _NEAR + 1) for dy in range(-_NEAR, _NEAR + 1)} & cells
            cells -= near
            todo += near
        boxes.append(_tight(seen, group))
    mm = 25.4 / DPI
    for top, left, right, bottom in sorted((top, left, right, bottom) for left, top, right, bottom in boxes):
        yield Rectangle(left * mm, top * mm, (right - left) * mm, (bottom - top) * mm)


def _tight(seen: Image.Image, group: Sequence[tuple[int, int]]) -> tuple[int, int, int, int]:
    """The pixels that differ in some cells of the grid: left, top, right, bottom."""
    left, top = min(x for x, _ in group) * _CELL, min(y for _, y in group) * _CELL
    right, bottom = (max(x for x, _ in group) + 1) * _CELL, (max(y for _, y in group) + 1) * _CELL
    inside = seen.crop((left, top, right, bottom)).getbbox() or (0, 0, right - left, bottom - top)
    return left + inside[0], top + inside[1], left + inside[2], top + inside[3]
