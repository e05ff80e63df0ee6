"""Checks the panel pages: every word there, in its safe area, apart from the others, seen, and large enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from PIL import Image

from press.errors import Place, Problem
from press.model.composition import Composition, PanelCopy
from press.model.guard import GuardResult
from press.model.sheet import Rectangle
from press.preflight.reading import PageReading, Run, Word, compare_words, normal, pictures, words

DPI = 76.2  # three pixels a millimetre
PIXELS_PER_MM = DPI / 25.4
EDGE_TOLERANCE = 0.15  # mm; ink boxes are rounded outwards
OVERLAP = 0.35  # of the lower word's height; ascenders may touch the descenders above
SEEN = 20  # grey levels between letters and their ground, below which nobody sees them
CONTRAST = 4.5  # WCAG 2.2, 1.4.3, for every size: leaflets are copied on poor machines
STRETCH = 24  # mm of a line whose ground is looked at together
AROUND = 0.6  # mm about a word that belong to its ground
SPECK = 0.02  # share of that box below which a colour is but the soft edge of a letter
GROUND = 0.15  # share of that box from which a colour counts as a ground
SHOWN = 8

Colour = tuple[int, int, int]

#: Which guard answers for what the layout engine said.
_GUARD_OF = {"panel-overfull": "fit"}


def check_panels(
    composition: Composition, pdf: bytes, readings: Sequence[PageReading], said: Sequence[Problem]
) -> tuple[GuardResult, ...]:
    """The guards "fit", "critical" and "picture" for the panel pages.

    `readings` are the pages as read, in the order of the panels; `said` is what the layout engine reported.
    """
    fit = [problem for problem in said if _GUARD_OF.get(problem.code) == "fit"]
    picture = [problem for problem in said if _GUARD_OF.get(problem.code) != "fit"]
    critical: list[Problem] = []
    if len(readings) == len(composition.panels):
        looks = pictures(pdf, DPI)
        for copy, reading, look in zip(composition.panels, readings, looks, strict=True):
            found = words(reading)
            fit += _word_problems(copy, found)
            fit += _safe_area_problems(copy, found)
            fit += _overlap_problems(copy, found)
            fit += _hidden_problems(copy, reading, look)
            critical += _size_problems(copy, found)
            critical += _contrast_problems(copy, reading, look)
            picture += _font_problems(composition, copy, reading)
    return (
        GuardResult.of("fit", tuple(fit)),
        GuardResult.of("critical", tuple(critical)),
        GuardResult.of("picture", tuple(dict.fromkeys(picture))),
    )


# Words ------------------------------------------------------------------------------------------------------


def _word_problems(copy: PanelCopy, found: Sequence[Word]) -> Iterator[Problem]:
    lost, extra = compare_words(copy.words, found)
    if lost:
        yield Problem(
            "words-lost",
            f"{len(lost)} words of panel {copy.name!r} are not on its page: {_named(lost)}",
            "shorten the texts of this panel; if a style was changed, take back fixed heights, floats, flex boxes "
            "and absolute places for running text",
            _place_of(copy, lost[0]),
            panel=copy.name,
        )
    if extra:
        texts = tuple(word.text for word in extra)
        yield Problem(
            "words-extra",
            f"panel {copy.name!r} shows words that its text does not have: {_named(texts)}",
            "take the words out of the template or the style and put them into content/ or templates/words/",
            panel=copy.name,
        )


def _safe_area_problems(copy: PanelCopy, found: Sequence[Word]) -> Iterator[Problem]:
    safe = copy.safe
    for word in found:
        beyond = {
            "left": safe.x - word.box.x,
            "top": safe.y - word.box.y,
            "right": word.box.right - safe.right,
            "bottom": word.box.bottom - safe.bottom,
        }
        edge = max(beyond, key=lambda name: beyond[name])
        if beyond[edge] <= EDGE_TOLERANCE:
            continue
        too_wide = word.box.width > safe.width
        yield Problem(
            "word-too-wide" if too_wide else "outside-safe-area",
            f"{word.text!r} reaches {beyond[edge]:.1f} mm beyond the safe area of panel {copy.name!r}, at its {edge}",
            "choose a shorter word or write it in two, with a hyphen"
            if too_wide
            else "shorten the text, or move the block",
            _place_of(copy, word.text),
            panel=copy.name,
        )
        return  # one for each panel: the rest goes with it


def _overlap_problems(copy: PanelCopy, found: Sequence[Word]) -> Iterator[Problem]:
    ordered = sorted(found, key=lambda word: word.box.y)
    for number, word in enumerate(ordered):
        for other in ordered[number + 1 :]:
            if other.box.y >= word.box.bottom:
                break
            if _overlap(word.box, other.box):
                yield Problem(
                    "text-overlaps",
                    f"{word.text!r} and {other.text!r} lie on each other on panel {copy.name!r}",
                    "shorten the text above; if a style was changed, take back the fixed height or the absolute place",
                    _place_of(copy, word.text),
                    panel=copy.name,
                )
                return


def _overlap(one: Rectangle, other: Rectangle) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > 0.3 and down > OVERLAP * min(one.height, other.height)


# What eyes see ----------------------------------------------------------------------------------------------


def _hidden_problems(copy: PanelCopy, reading: PageReading, look: Image.Image) -> Iterator[Problem]:
    grey = look.convert("L")
    for run in reading.runs:
        box = _pixels(run.box, grey)
        if box is None:
            continue  # off the page: the safe area tells
        dark, light = grey.crop(box).getextrema()
        if light - dark < SEEN and _has_ink(run):  # type: ignore[operator]
            yield Problem(
                "text-hidden",
                f"{run.text!r} is on panel {copy.name!r} but cannot be seen: it is cut off, covered, or has the colour "
                "of its ground",
                "shorten the text; if a style was changed, take back what covers or clips it",
                _place_of(copy, run.text),
                panel=copy.name,
            )
            return


def _contrast_problems(copy: PanelCopy, reading: PageReading, look: Image.Image) -> Iterator[Problem]:
    coarse = look.point([level & 0xF8 for level in range(256)] * 3)  # near colours count as one
    for run, area in _stretches(reading.runs):
        box = _pixels(area.inset(-AROUND, -AROUND, -AROUND, -AROUND), coarse)
        if box is None:
            continue
        ink = run.colour[:3]
        worst = min(_contrast(ink, ground) for ground in _grounds(coarse.crop(box), ink))
        if worst < CONTRAST:
            yield Problem(
                "low-contrast",
                f"{run.text!r} on panel {copy.name!r} has a contrast of {worst:.1f}:1 to its ground; "
                f"{CONTRAST}:1 is the least",
                "shorten the text so that it stays on its own ground, or choose another colour in styles/tokens.css",
                _place_of(copy, run.text),
                panel=copy.name,
            )
            return


def _stretches(runs: Sequence[Run]) -> Iterator[tuple[Run, Rectangle]]:
    """Runs of one colour that follow each other on a line, up to `STRETCH` mm: the last run, and their box.

    A stretch is short enough for a change of its ground to fill a good part of it.
    """
    area: Rectangle | None = None
    last: Run | None = None
    for run in (run for run in runs if _has_ink(run)):
        if last and area and run.colour == last.colour and abs(run.box.bottom - last.box.bottom) < 2:
            x, right = min(area.x, run.box.x), max(area.right, run.box.right)
            y, bottom = min(area.y, run.box.y), max(area.bottom, run.box.bottom)
            if right - x < STRETCH:
                area, last = Rectangle(x, y, right - x, bottom - y), run
                continue
        if last and area:
            yield last, area
        area, last = run.box, run
    if last and area:
        yield last, area


def _grounds(crop: Image.Image, ink: Colour) -> list[Colour]:
    """The colours behind a word: those that fill a good part of its box and are not the letters themselves."""
    total = crop.width * crop.height
    colours: list[tuple[int, Colour]] = crop.getcolors(total) or []  # type: ignore[assignment]
    large = [(count, colour) for count, colour in colours if count >= SPECK * total] or colours
    others = [(count, colour) for count, colour in large if _contrast(colour, ink) >= 1.3]
    if not others or sum(count for count, colour in large) - sum(count for count, _ in others) > 0.8 * total:
        return [ink]  # no type is as dense as that: its ground has its own colour
    return [colour for count, colour in others if count >= GROUND * total] or [max(others)[1]]


@cache
def _contrast(one: Colour, other: Colour) -> float:
    """Contrast by WCAG 2.2, 1:1 to 21:1."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_LINEAR[level] for level in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


_LINEAR = tuple(
    level / 255 / 12.92 if level / 255 <= 0.04045 else ((level / 255 + 0.055) / 1.055) ** 2.4 for level in range(256)
)


def _has_ink(run: Run) -> bool:
    return any(letter.isalnum() for letter in run.text) and run.box.width > 0.3


def _pixels(box: Rectangle, look: Image.Image) -> tuple[int, int, int, int] | None:
    left, top = max(0, int(box.x * PIXELS_PER_MM)), max(0, int(box.y * PIXELS_PER_MM))
    right = min(look.width, int(box.right * PIXELS_PER_MM) + 1)
    bottom = min(look.height, int(box.bottom * PIXELS_PER_MM) + 1)
    return (left, top, right, bottom) if right - left > 1 and bottom - top > 1 else None


# Sizes ------------------------------------------------------------------------------------------------------


def _size_problems(copy: PanelCopy, found: Sequence[Word]) -> Iterator[Problem]:
    sizes: dict[str, float] = {}
    for word in found:
        text = normal(word.text)
        sizes[text] = max(word.size, sizes.get(text, 0.0))
    smallest = min(found, key=lambda word: word.size, default=None)
    if smallest and smallest.size < copy.small_print_floor - 0.05:
        yield _too_small(copy, smallest.text, smallest.size, copy.small_print_floor)
    for passage in copy.passages:
        if passage.critical:
            tiny = [word for word in passage.words if 0 < sizes.get(normal(word), 0.0) < copy.floor - 0.05]
            if tiny:
                yield _too_small(copy, tiny[0], sizes[normal(tiny[0])], copy.floor)
                break
    for number in copy.emergency:
        size = max((s for text, s in sizes.items() if text.strip(".,;:") == number), default=0.0)
        if size < copy.emergency_floor - 0.05:
            yield Problem(
                "too-small",
                f"the emergency number {number} on panel {copy.name!r} is set in {size:.1f} pt; "
                f"{copy.emergency_floor:g} pt is the least",
                "make `emergency` larger in the type scale of the format (templates/formats/)",
                panel=copy.name,
            )


def _too_small(copy: PanelCopy, word: str, size: float, floor: float) -> Problem:
    return Problem(
        "too-small",
        f"{word!r} on panel {copy.name!r} is set in {size:.1f} pt; {floor:g} pt is the least there",
        "use fewer words and larger type: the type scale is in templates/formats/",
        _place_of(copy, word),
        panel=copy.name,
    )


def _font_problems(composition: Composition, copy: PanelCopy, reading: PageReading) -> Iterator[Problem]:
    allowed = tuple(family.replace(" ", "").casefold() for family in composition.fonts)
    for font in dict.fromkeys(run.font for run in reading.runs):
        if not font.replace(" ", "").replace("-", "").casefold().startswith(allowed):
            yield Problem(
                "font-foreign",
                f"panel {copy.name!r} is set in {font!r}, which is not one of {', '.join(composition.fonts)}",
                "a letter of the text is missing in our fonts, or a style names another font: use one of ours",
                panel=copy.name,
            )


def _place_of(copy: PanelCopy, word: str) -> Place | None:
    """Where the content says `word` on this panel."""
    wanted = normal(word)
    return next((p.place for p in copy.passages if any(normal(w) == wanted for w in p.words)), None)


def _named(texts: Sequence[str]) -> str:
    named = " ".join(texts[:SHOWN])
    return repr(named) + (f" and {len(texts) - SHOWN} more" if len(texts) > SHOWN else "")
