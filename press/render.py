"""WeasyPrint: one HTML text → one PDF with a page for each panel; everything the engine says becomes a problem."""

from __future__ import annotations

import logging
import os
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from press.errors import LayoutError, Place, Problem
from press.model.composition import FAMILIES, Composition
from press.model.job import Medium
from press.model.rendering import Rendering
from press.units import px_to_mm

with warnings.catch_warnings():
    # Said on import where a parent process has hidden the system's fonts already, as we mean to.
    warnings.filterwarnings("ignore", "No fonts configured", UserWarning)
    from weasyprint import CSS, HTML, Document
    from weasyprint.document import Page
    from weasyprint.formatting_structure import boxes
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher, URLFetcherResponse

#: Folders a template or a style may take files from.
SHELVES = ("content/pictures", "templates", "styles")
#: A declaration of families: `font-family: …`, or what follows the size in `font: 700 12pt/15pt …`.
_FONTS = re.compile(
    r"font(?:-family\s*:|\s*:(?:\s*[^\s;{}]*(?:\d|var\()[^\s;{}]*|\s*(?:bold|italic|normal)\b)+)\s*(?P<families>[^;{}]+)"
)
#: A data: picture larger than this is refused; the art behind a panel takes about 20 kB.
DATA_LIMIT = 2_000_000
FILE_LIMIT = 20_000_000


@dataclass(frozen=True)
class Press:
    """Fonts and style sheets, prepared once a process."""

    shelves: _Shelves
    fonts: FontConfiguration
    shared: CSS
    sheets: dict[str, CSS]  # those of formats and media, by name
    images: dict[str, Any]


def press(root: Path) -> Press:
    """The press of the project in `root`, with the fonts of styles/fonts.css and none of the system's."""
    _hide_system_fonts(root)
    fonts = FontConfiguration()
    foreign = tuple(problem for path in style_files(root) for problem in _foreign_families(root, path))
    if foreign:
        raise LayoutError(*foreign)
    shelves = _Shelves(root)
    with _Listener() as heard:
        shared = _joined(root, fonts, shelves)
        particular = filter(_is_particular, style_files(root))
        sheets = {_name(root, path): _sheet(path, fonts, shelves) for path in particular}
    if heard.messages:
        raise LayoutError(*(tuple(_complaints(root, shelves)) or heard.problems("style-broken")))
    return Press(shelves, fonts, shared, sheets, {})


def _joined(root: Path, fonts: FontConfiguration, shelves: _Shelves) -> CSS:
    """What all leaflets share as one sheet: the engine asks every sheet about every element."""
    shared = (path.absolute().as_uri() for path in style_files(root) if not _is_particular(path))
    text = "".join(f'@import url("{address}");' for address in shared)
    return CSS(string=text, font_config=fonts, url_fetcher=shelves)


def _sheet(path: Path, fonts: FontConfiguration, shelves: _Shelves) -> CSS:
    return CSS(filename=path, font_config=fonts, url_fetcher=shelves)


def _complaints(root: Path, shelves: _Shelves) -> Iterator[Problem]:
    """What the engine says against each style sheet, read alone so that its name is known."""
    fonts = FontConfiguration()
    for path in style_files(root):
        with _Listener() as heard:
            _sheet(path, fonts, shelves)
        yield from heard.problems("style-broken", f"styles/{_name(root, path)}")


def _name(root: Path, path: Path) -> str:
    return path.relative_to(root / "styles").as_posix()


def _is_particular(path: Path) -> bool:
    """Whether the sheet is for one format or medium."""
    return path.parent.name in ("formats", "media")


def _foreign_families(root: Path, path: Path) -> Iterator[Problem]:
    """Font families that a style names and we do not have: the engine would take another one without a word."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        for found in _FONTS.finditer(line):
            for family in found["families"].split(","):
                name = family.strip().strip("\"'")
                if name and name not in FAMILIES and name != "inherit":
                    yield Problem(
                        "font-foreign",
                        f"the style asks for the font {name!r}, which is not in styles/fonts/",
                        f"use one of ours: {', '.join(FAMILIES)}",
                        Place(path.relative_to(root).as_posix(), number, found.start("families") + 1),
                    )


def style_files(root: Path) -> tuple[Path, ...]:
    """The style sheets in the order they apply: tokens, fonts, base, blocks, formats, media."""
    styles = root / "styles"
    first = [styles / name for name in ("tokens.css", "fonts.css", "base.css")]
    folders = [sorted((styles / folder).glob("*.css")) for folder in ("blocks", "formats", "media")]
    return (*first, *(path for folder in folders for path in folder))


def render(machine: Press, composition: Composition, *, identifier: bytes) -> Rendering:
    """The panels of `composition`, laid out; a panel that needs a second page is a problem that says how much.

    `identifier` is for screen files: for its sake the engine puts a file together twice, and a sheet has its own.
    """
    job = composition.job
    own = (f"formats/{job.format}.css", f"media/{job.medium}.css")
    sheets = [machine.shared, *(machine.sheets[name] for name in own if name in machine.sheets)]
    screen = job.medium is Medium.SCREEN
    options = {"pdf_variant": "pdf/ua-1" if screen else None, "pdf_tags": screen, "cache": machine.images}
    with _Listener() as heard:
        html = HTML(string=composition.html, base_url="project:", url_fetcher=machine.shelves)
        document = html.render(font_config=machine.fonts, stylesheets=sheets, **options)
        problems = tuple(_overfull(document, composition))
        _fill(document, links=screen)
        finish = {"pdf_identifier": identifier, "finisher": _finish} if screen else {}
        pdf = document.write_pdf(**finish, **options)
    return Rendering(pdf, len(document.pages), problems + heard.problems("engine-warning"))


def print_document(machine: Press, html: str, *, identifier: bytes) -> Rendering:
    """A plain document that brings its own styles, on as many pages as it needs, tagged for screen readers."""
    options = {"pdf_variant": "pdf/ua-1", "pdf_tags": True, "cache": machine.images}
    with _Listener() as heard:
        source = HTML(string=html, base_url="project:", url_fetcher=machine.shelves)
        document = source.render(font_config=machine.fonts, **options)
        pdf = document.write_pdf(pdf_identifier=identifier, finisher=_finish, **options)
    return Rendering(pdf, len(document.pages), heard.problems("engine-warning"))


def _overfull(document: Document, composition: Composition) -> Iterator[Problem]:
    """A problem for each panel that runs on to a second page, with the mm too much and the words that ran on."""
    panels = {panel.key: panel for panel in composition.panels}
    seen: set[str] = set()
    for page in document.pages:
        key = page._page_box.page_type.name
        if key not in panels:
            yield Problem("panel-overfull", "a page belongs to no panel", "undo the last change of the templates")
        elif key in seen:
            panel = panels[key]
            words = tuple(_words(page._page_box))
            passage = next((p for p in panel.passages if words and _begins(p.words, words)), None)
            yield Problem(
                "panel-overfull",
                f"the text of panel {panel.name!r} is {_excess(document, key):.0f} mm too long; what no longer fits "
                f"begins with {' '.join(words[:8])!r}",
                "shorten the texts of this panel by about that much, or move a section to another panel",
                passage.place if passage else None,
                panel=panel.name,
            )
        seen.add(key)
    for key in panels.keys() - seen:
        yield Problem(
            "panel-overfull", f"panel {key!r} has no page", "undo the last change of the templates", panel=key
        )


def _begins(passage: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether the words that ran on begin within the passage."""
    length = min(len(passage), len(words), 3)
    return any(passage[at : at + length] == words[:length] for at in range(len(passage)))


def _excess(document: Document, key: str) -> float:
    """mm of panel `key` beyond its first page: what stands on the further pages less the room left on the first."""
    first, *further = [page._page_box for page in document.pages if page._page_box.page_type.name == key]
    room = first.content_box_y() + first.height - _bottom(first)
    beyond = sum(_bottom(page) - float(page.content_box_y()) for page in further)
    return max(1.0, px_to_mm(beyond - float(room)))


def _bottom(page: Any) -> float:
    """Where the lowest box in the flow of the panel ends, CSS px from the top."""
    panel = _panel_box(page)
    flow = [box for box in panel.children if box.is_in_normal_flow()] if panel else []
    bottoms = [float(box.position_y + box.margin_height()) for box in flow]
    return max(bottoms, default=float(page.content_box_y()))


def _words(page: Any) -> Iterator[str]:
    for box in page.descendants():
        if isinstance(box, boxes.TextBox):
            yield from box.text.split()


def _fill(document: Document, *, links: bool) -> None:
    """Spread the height that is left over on each page among its fills, as springs would.

    The words are laid out once; what follows a fill is only moved down. `links`: their places move too.
    """
    for number, page in enumerate(document.pages):
        page_box = page._page_box
        panel = _panel_box(page_box)
        if panel is None:
            continue
        fills = [box for box in panel.children if "fill" in _classes(box)]
        last = [box for box in panel.children if box.is_in_normal_flow()][-1:]
        if not fills or not last:
            continue
        spare = page_box.content_box_y() + page_box.height - (last[0].position_y + last[0].margin_height())
        spare += last[0].margin_bottom
        if spare <= 0:
            continue
        share, moved = spare / len(fills), 0.0
        for box in panel.children:
            if box in fills:
                moved += share
            elif moved and box.is_in_normal_flow():
                _move_down(box, moved)
        if links:
            document.pages[number] = Page(page_box)


def _move_down(box: Any, distance: float) -> None:
    """Move a laid-out box with all in it by so many CSS pixels; grounds were placed apart from their boxes."""
    box.translate(0, distance)
    for each in box.descendants(placeholders=True):
        ground = getattr(each, "background", None)
        if ground:
            layers = [_moved_layer(layer, distance) for layer in ground.layers]
            each.background = ground._replace(layers=layers)


def _moved_layer(layer: Any, distance: float) -> Any:
    def down(area: Any) -> Any:
        return (area[0], area[1] + distance, *area[2:]) if isinstance(area, tuple | list) else area

    return layer._replace(
        painting_area=down(layer.painting_area),
        positioning_area=down(layer.positioning_area),
        clipped_boxes=[down(box) for box in layer.clipped_boxes],
    )


def _panel_box(page_box: Any) -> Any:
    return next((box for box in page_box.descendants() if "panel" in _classes(box)), None)


def _classes(box: Any) -> list[str]:
    element = getattr(box, "element", None)
    if element is None or not hasattr(element, "get") or not isinstance(box, boxes.BlockBox):
        return []
    return (element.get("class") or "").split()


def _finish(document: Document, pdf: Any) -> None:
    """Mend what the engine writes for screen readers: the place of a picture, in points from the bottom."""
    things = [thing for thing in pdf.objects if isinstance(thing, dict)]
    pages = [thing for thing in things if thing.get("Type") == "/Page"]
    heights = {page.reference: document.pages[number].height for number, page in enumerate(pages)}  # type: ignore[attr-defined]
    for thing in things:
        if thing.get("Type") == "/StructElem" and thing.get("S") == "/Figure" and "A" in thing:
            left, top, right, bottom = thing["A"]["BBox"]
            height = heights[thing["Pg"]]
            corners = (left, height - bottom, right, height - top)
            thing["A"]["BBox"] = type(thing["A"]["BBox"])([corner * 0.75 for corner in corners])


def _hide_system_fonts(root: Path) -> None:
    # Fontconfig reads this when it starts; a list without folders leaves only the faces of fonts.css.
    os.environ["FONTCONFIG_FILE"] = str((root / "styles" / "fonts" / "fonts.conf").resolve())


class _Shelves(URLFetcher):  # type: ignore[misc]
    """Serves files of the project's own shelves and small `data:` pictures, and nothing else."""

    def __init__(self, root: Path) -> None:
        super().__init__(allowed_protocols=("file", "project", "data"))
        self._root = root.resolve()

    def fetch(self, url: str, headers: Any = None) -> Any:
        """The file at `url`; ValueError, which the engine logs, where it is out of bounds."""
        scheme = urlsplit(url).scheme
        if scheme == "data":
            if len(url) > DATA_LIMIT:
                raise ValueError("a data: picture is too large")
            return super().fetch(url, headers)
        if scheme == "project":
            path = self._root / unquote(url.removeprefix("project:").lstrip("/"))
        elif scheme == "file":
            path = Path(unquote(urlsplit(url).path))
        else:
            raise ValueError(f"only files of the project may be used, not {url[:80]!r}")
        real = path.resolve()
        if not any(real.is_relative_to(self._root / shelf) for shelf in SHELVES):
            raise ValueError(f"the file lies outside {', '.join(SHELVES)}: {url[:80]!r}")
        if real.stat().st_size > FILE_LIMIT:
            raise ValueError(f"the file is too large: {url[:80]!r}")
        return URLFetcherResponse(url, real.read_bytes())


class _Listener(logging.Handler):
    """Hears every line of warning level or above that the engine logs."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def __enter__(self) -> _Listener:
        self._loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
        self._kept = [(logger, logger.level, logger.propagate) for logger in self._loggers]
        for logger in self._loggers:
            logger.addHandler(self)
            logger.setLevel(logging.WARNING)
            logger.propagate = False
        return self

    def __exit__(self, *_: object) -> None:
        for logger, level, propagate in self._kept:
            logger.removeHandler(self)
            logger.setLevel(level)
            logger.propagate = propagate

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message."""
        self.messages.append(record.getMessage())

    def problems(self, code: str, file: str = "") -> tuple[Problem, ...]:
        """One problem for each different message; `file` is the style sheet that was being read."""
        return tuple(_heard(message, code, file) for message in dict.fromkeys(self.messages))


#: What the engine says → the problem's code and the remedy.
_SAYINGS: tuple[tuple[str, str, str], ...] = (
    (r"notdef|no glyph", "glyph-missing", "the fonts lack a letter or sign of the text: use another sign"),
    (
        r"[Ff]ailed to load image|image at",
        "picture-missing",
        "put the picture into content/pictures/ and write its exact name",
    ),
    (
        r"Failed to (?:load|get) (?:local )?font|font-face|Font-face",
        "font-missing",
        "put the font file back into styles/fonts/",
    ),
)


def _heard(message: str, code: str, file: str) -> Problem:
    at = re.search(r" at (\d+):(\d+)", message)
    place = Place(file, int(at[1]), int(at[2])) if file and at else Place(file) if file else None
    for pattern, known, remedy in _SAYINGS:
        if re.search(pattern, message):
            return Problem(known, _without_data(message), remedy, place)
    remedy = "undo the last change of the styles or templates, or mend the place named"
    return Problem(code, _without_data(message), remedy, place)


def _without_data(message: str) -> str:
    return re.sub(r"file://[^'\")\s]*/", "", re.sub(r"data:[^'\")\s]{40,}", "data:…", message))[:300]
