"""Figures of an original and of its translation, matched: what is left over on either side."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from press.drift.figures import Figure, read_figures
from press.drift.number_words import is_dose, language_of
from press.drift.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Stands:
    """A figure with the phrase it stands in and that phrase as it is read."""

    figure: Figure
    phrase: Phrase
    text: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The same doses with one unit in the two versions of one string, in another order: 2 mg, 5 mg / 5 мг, 2 мг."""

    original: tuple[Stands, ...]
    translation: tuple[Stands, ...]


@dataclass(frozen=True, slots=True)
class Differing:
    """Figures without an answer, in the original and in the translation, and doses in another order.

    The same number with another unit is on both sides.
    """

    original: tuple[Stands, ...] = ()
    translation: tuple[Stands, ...] = ()
    moved: tuple[Moved, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.original or self.translation)


def differing_figures(
    original: Iterable[Phrase], language: str, translation: Iterable[Phrase], other: str
) -> Differing:
    """The figures of a block's strings in `language` that those in `other` lack, and the reverse.

    Strings with the same key are compared first; what is left may stand in another string of the block.
    """
    known = language_of(language).units.keys() & language_of(other).units.keys()
    pool = _Pool(_standing(original, language, known), _standing(translation, other, known))
    moved = tuple(_moved(pool.ours, pool.theirs))
    for is_near in (_same_string, _not_swapped):
        for fits in (_same_unit, _no_unit_here, _soft_and_must, _both_soft):
            pool.match(is_near, fits)
    return Differing(
        tuple(one for one in pool.ours if _needs_answer(one, pool.theirs)),
        tuple(two for two in pool.theirs if _needs_answer(two, pool.ours)),
        moved,
    )


def _moved(ours: Iterable[Stands], theirs: Iterable[Stands]) -> Iterator[Moved]:
    here, there = _doses(ours), _doses(theirs)
    for where in (where for where in here if where in there):
        was, now = ([stands.figure.values[0] for stands in doses[where]] for doses in (here, there))
        if was != now and sorted(was) == sorted(now):
            yield Moved(tuple(here[where]), tuple(there[where]))


def _doses(figures: Iterable[Stands]) -> dict[tuple[str, str], list[Stands]]:
    """The doses by string and unit, in their order."""
    found: dict[tuple[str, str], list[Stands]] = {}
    for stands in figures:
        if stands.figure.must and is_dose(stands.figure.unit):
            found.setdefault((stands.phrase.key, stands.figure.unit), []).append(stands)
    return found


def _standing(phrases: Iterable[Phrase], language: str, known: Collection[str]) -> list[Stands]:
    """The figures of the strings, with as much of their units as both languages have words for."""
    found = []
    for phrase in phrases:
        read = read_figures(phrase.words, language)
        figures = (replace(figure, unit=_known_part(figure.unit, known)) for figure in read.figures)
        found += [Stands(figure, phrase, read.text) for figure in figures]
    return found


def _known_part(unit: str, known: Collection[str]) -> str:
    """Of mg/day only mg, if one of the two languages cannot say day."""
    what, *rates = unit.split("/")
    return "/".join((what if what in known else "", *(rate for rate in rates if rate in known)))


@dataclass(slots=True)
class _Pool:
    """What has not been matched yet."""

    ours: list[Stands]
    theirs: list[Stands]

    def match(self, is_near: _Asked, fits: _Asked) -> None:
        for one in tuple(self.ours):
            answer = next((two for two in self.theirs if is_near(self, one, two) and fits(self, one, two)), None)
            if answer is not None:
                self.ours.remove(one)
                self.theirs.remove(answer)


#: A question about two figures and all that wait beside them.
_Asked = Callable[[_Pool, Stands, Stands], bool]


def _same_string(_pool: _Pool, one: Stands, two: Stands) -> bool:
    return one.phrase.key == two.phrase.key


def _not_swapped(pool: _Pool, one: Stands, two: Stands) -> bool:
    """Whether neither stands where the other string has another figure of the kind: 2 mg here, 5 mg there."""
    return not (_other_value(one, pool.theirs) or _other_value(two, pool.ours))


def _other_value(one: Stands, others: Iterable[Stands]) -> bool:
    figure = one.figure
    return figure.must and any(
        two.phrase.key == one.phrase.key and two.figure.must and _kind(two.figure) == _kind(figure) for two in others
    )


def _kind(figure: Figure) -> str:
    return "{}" if figure.values[0].startswith("{") else figure.unit


def _same_unit(_pool: _Pool, one: Stands, two: Stands) -> bool:
    return _alike(one, two) and one.figure.must and two.figure.must and one.figure.unit == two.figure.unit


def _no_unit_here(pool: _Pool, one: Stands, two: Stands) -> bool:
    """5 minutes may be answered by 5, but no dose may, and not while other minutes wait for their answer."""
    mine, yours = one.figure, two.figure
    if not (_alike(one, two) and mine.must and yours.must) or bool(mine.unit) == bool(yours.unit):
        return False
    unit, others = (mine.unit, pool.theirs) if mine.unit else (yours.unit, pool.ours)
    return not is_dose(unit) and not any(other.figure.must and other.figure.unit == unit for other in others)


def _soft_and_must(_pool: _Pool, one: Stands, two: Stands) -> bool:
    return _alike(one, two) and one.figure.must != two.figure.must and _fit(one.figure, two.figure)


def _both_soft(_pool: _Pool, one: Stands, two: Stands) -> bool:
    return _alike(one, two) and not (one.figure.must or two.figure.must) and one.figure.unit == two.figure.unit


def _alike(one: Stands, two: Stands) -> bool:
    return bool(set(one.figure.values) & set(two.figure.values))


def _fit(one: Figure, two: Figure) -> bool:
    """Whether the units agree; half an hour may be thirty minutes, which is why half has several values."""
    if one.unit == two.unit:
        return True
    if is_dose(one.unit) or is_dose(two.unit):
        return False
    return not (one.unit and two.unit) or max(len(one.values), len(two.values)) > 1


def _needs_answer(one: Stands, others: Iterable[Stands]) -> bool:
    """What has none; “one tablet” needs none, unless the other side has another unit, such as “одна ампула”.

    Nor does “an hour”, unless the same string of the other side has another number of hours: полчаса.
    """
    if one.figure.must or not one.figure.unit:
        return one.figure.must
    if not is_dose(one.figure.unit):
        return any(
            one.phrase.key == two.phrase.key and one.figure.unit == two.figure.unit and not _alike(one, two)
            for two in others
        )
    return any(_alike(one, two) and is_dose(two.figure.unit) for two in others)


def shown(figures: Sequence[Stands]) -> str:
    """The figures as a person would name them: “2–3 min”, “5”."""
    return ", ".join(dict.fromkeys(f"“{_with_unit(stands)}”" for stands in figures)) or "nothing of the kind"


def in_another_order(moved: Moved) -> str:
    """What a person is told of doses that have changed places."""
    return f"the same doses stand in another order ({shown(moved.original)} / {shown(moved.translation)})"


def _with_unit(stands: Stands) -> str:
    """The figure, or the range it is one end of, with its unit."""
    return stands.text[stands.figure.begin : stands.figure.until].strip()
