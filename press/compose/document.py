"""The whole job as one HTML text, and what must be found again on its pages."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from press import barcode, fold
from press.compose.art import Art, Window, data_uri, icon, palette, panel_art
from press.compose.copy_check import panel_copies
from press.compose.speech import Balance, Speech
from press.errors import ContentError, Place, Problem
from press.model.blocks import Block, Cover, Text, Validity
from press.model.composition import FAMILIES, Composition
from press.model.edition import Edition
from press.model.format import Format, FormatPanel, Margins, Size
from press.model.job import Job, Medium
from press.model.leaflet import FILL, PanelLayout, Section
from press.model.sheet import Placement, SheetPlan
from press.snapshot.paper import cited

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Workshop:
    """Templates, icons and colours, prepared once a process."""

    templates: Environment
    icons: Path
    colours: Mapping[str, str]
    balance: Balance


@dataclass(frozen=True, slots=True)
class PanelView:
    """What templates/panel.html is given."""

    key: str
    size: Size
    margins: Margins
    bare: float  # mm from its top edge where no ink may lie
    tone: str
    art: Art | None
    art_name: str
    sections: tuple[tuple[str, Section | None], ...]  # None: a fill
    band_sections: int  # so many sections from the top lie on the band
    band_blocks: int  # or else so many blocks of the first section do

    @property
    def measure(self) -> float:
        """mm from margin to margin."""
        return self.size.width - self.margins.left - self.margins.right


def workshop(root: Path, balance: Balance) -> Workshop:
    """The workshop of the project in `root`; ContentError where its colours cannot be read."""
    templates = SandboxedEnvironment(
        loader=FileSystemLoader(root / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    try:
        tokens = (root / "styles" / "tokens.css").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        place = Place("styles/tokens.css")
        raise ContentError(Problem("style-broken", "the colours cannot be read", "put the file back", place)) from error
    return Workshop(templates, root / "templates" / "icons", palette(tokens), balance)


def compose(shop: Workshop, edition: Edition, format: Format, job: Job) -> Composition:
    """The marked-up job.

    Raises ContentError where a template, an icon or a picture is missing or broken, or where a template
    leaves out words of the content.
    """
    layout = edition.leaflet.formats[format.key]
    plan = fold.sheet_plan(format)
    speech = Speech(edition, shop.balance, links=job.medium is Medium.SCREEN)
    panels = tuple(
        _view(shop, format, panel, layout.panels[panel.key], edition, plan, job.medium) for panel in format.panels
    )
    try:
        html = shop.templates.get_template("document.html").render(
            edition=edition,
            words=edition.vocabulary,
            clinic=edition.clinic,
            branch=edition.branch,
            format=format,
            scale=format.type_scale(edition.language),
            medium=job.medium.value,
            draft=job.draft,
            language=edition.language,
            panels=panels,
            cited=cited(edition, layout),
            inline=speech.inline,
            paragraphs=speech.paragraphs,
            heading=speech.heading,
            speech=speech,
            icon=_icons(shop, edition),
            draw=_drawings(shop),
            alt=speech.alt,
            qr=barcode.qr_code,
            colour=shop.colours,
        )
    except (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise ContentError(_template_problem(error)) from error
    copies, problems = panel_copies(html, edition, format, layout, fold.panel_sizes(format))
    if problems:
        raise ContentError(*problems)
    return Composition(
        job=job,
        html=html,
        title=edition.text.title,
        language=edition.language,
        edition_code=edition.code,
        panels=copies,
        links=tuple(dict.fromkeys(speech.linked)),
        fonts=FAMILIES,
    )


def _view(
    shop: Workshop,
    format: Format,
    panel: FormatPanel,
    layout: PanelLayout,
    edition: Edition,
    plan: SheetPlan,
    medium: Medium,
) -> PanelView:
    placement = next(p for side in plan.sides for p in side.placements if p.panel == panel.key)
    sections = tuple((name, None if name == FILL else edition.text.sections[name]) for name in layout.sections)
    art = None
    if layout.art:
        try:
            art = panel_art(shop.templates, layout.art, _window(format, placement), medium, shop.colours)
        except TemplateError as error:
            raise ContentError(_art_problem(shop, layout, error)) from error
    banded = layout.tone == "red" or (art is not None and art.band > 0)
    return PanelView(
        key=panel.key,
        size=Size(width=placement.box.width, height=placement.box.height),
        margins=panel.margins or format.margins,
        bare=_bare(panel.key, plan, format),
        tone=layout.tone,
        art=art,
        art_name=layout.art or "none",
        sections=sections,
        band_sections=_leading(_is_head, [section for _, section in sections]) if banded else 0,
        band_blocks=_leading(_is_text, list(sections[0][1].blocks)) if sections[0][1] else 0,
    )


def _bare(key: str, plan: SheetPlan, format: Format) -> float:
    """mm at the top of a panel where nothing may stand: it is near its edge, or near that of the sheet."""
    tops = [placement.box.y for side in plan.sides for placement in side.placements if placement.panel == key]
    return max(format.safe, fold.OFFICE_MARGIN - min(tops))


def _leading(test: Callable[[T], bool], things: Sequence[T]) -> int:
    """How many things at the start pass the test."""
    return next((number for number, thing in enumerate(things) if not test(thing)), len(things))


def _is_head(section: Section | None) -> bool:
    return section is not None and not section.title and all(isinstance(b, Cover | Validity) for b in section.blocks)


def _is_text(block: Block) -> bool:
    return isinstance(block, Text)


def _window(format: Format, placement: Placement) -> Window:
    box = placement.box
    if format.fold.kind == "none":
        return Window(box, box.width, left_edge=True, right_edge=True)
    return Window(
        box,
        format.trim.width,
        left_edge=box.x < 0.01,
        right_edge=abs(box.right - format.trim.width) < 0.01,
    )


def _drawings(shop: Workshop) -> Callable[[str], Markup]:
    def draw(name: str) -> Markup:
        """The CSS declaration that shows templates/art/<name>.svg as a background."""
        svg = shop.templates.get_template(f"art/{name}.svg").render(colour=shop.colours)
        return Markup("background-image:url({})").format(data_uri(svg))

    return draw


def _icons(shop: Workshop, edition: Edition) -> Icons:
    return Icons(shop.icons, edition.text.place())


@dataclass(frozen=True, slots=True)
class Icons:
    """Called by templates: `icon("phone", "#fff", 2)` is the style that shows the icon."""

    folder: Path
    place: Place

    def __call__(self, name: str, colour: str, stroke: float = 1.9, place: Place | None = None) -> Markup:
        """The CSS declaration that shows the icon as a background."""
        try:
            return Markup("background-image:url({})").format(icon(self.folder, name, colour, stroke))
        except OSError as error:
            known = sorted(path.stem for path in self.folder.glob("*.svg"))
            near = difflib.get_close_matches(name, known, 1)
            remedy = f"did you mean {near[0]}?" if near else f"known icons: {', '.join(known)}"
            raise ContentError(
                Problem("icon-unknown", f"there is no icon {name!r}", remedy, place or self.place)
            ) from error


def _art_problem(shop: Workshop, layout: PanelLayout, error: TemplateError) -> Problem:
    known = sorted(name[4:-4] for name in shop.templates.list_templates(filter_func=lambda n: n.startswith("art/")))
    if layout.art in known:
        return _template_problem(error)
    near = difflib.get_close_matches(layout.art or "", known, 1)
    remedy = f"did you mean {near[0]}?" if near else f"known pictures: {', '.join(known)}"
    return Problem("art-unknown", f"there is no picture {layout.art!r} in templates/art/", remedy, layout.place("art"))


def _template_problem(error: Exception) -> Problem:
    file, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    trace = error.__traceback__
    while trace:  # an error while rendering knows its template only by its innermost frame
        if "/templates/" in trace.tb_frame.f_code.co_filename.replace("\\", "/"):
            file, line = trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    name = f"templates/{str(file).replace(chr(92), '/').rpartition('/templates/')[2]}" if file else "templates"
    return Problem(
        "template-broken",
        f"the template cannot be filled in: {error}",
        "undo the last change of this template, or mend the line",
        Place(name, line or 0, 1 if line else 0),
    )
