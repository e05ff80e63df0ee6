"""Checks what a screen reader needs of a screen file: tags, order, headings, words for pictures, links, title."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from pypdf import PdfReader

from press.errors import Problem
from press.model.composition import Composition
from press.model.guard import GuardResult
from press.preflight.reading import normal, open_file

OURS = "undo the last change of the templates or styles; if there was none, this is a fault of the program: report it"
HEADINGS = {f"H{level}": level for level in range(1, 7)}
LARGEST = 300_000  # bytes; a messenger on an old telephone still takes it


@dataclass(frozen=True, slots=True)
class Tag:
    """One element of the structure: its type, the words said instead of it, its parent's type, its own words."""

    kind: str
    alt: str
    parent: str
    text: str


def check_access(composition: Composition, pdf: bytes) -> GuardResult:
    """The guard "access"."""
    pages = _tags(pdf)
    problems = (
        *_catalogue_problems(composition, pdf),
        *_order_problems(composition, pages),
        *_heading_problems([tag for page in pages for tag in page]),
        *_tag_problems([tag for page in pages for tag in page]),
        *_link_problems(composition, pdf),
    )
    return GuardResult.of("access", problems)


def _catalogue_problems(composition: Composition, pdf: bytes) -> Iterator[Problem]:
    document = open_file(pdf).document
    title = document.get_metadata_value("Title")
    language = _language(document)
    tagged = pdfium.FPDFCatalog_IsTagged(document.raw)
    if title != composition.title:
        yield Problem("access-title", f"the file calls itself {title!r}, not {composition.title!r}", OURS)
    if not _shows_title(document):
        yield Problem("access-title", "the file does not show its title in the viewer's window", OURS)
    if language != composition.language:
        yield Problem("access-language", f"the file does not say that it is in {composition.language!r}", OURS)
    if not tagged:
        yield Problem("access-tags", "the file has no tags, so a screen reader has to guess", OURS)
    if len(pdf) > LARGEST:
        yield Problem(
            "file-too-large",
            f"the file has {len(pdf) / 1000:.0f} kB; over {LARGEST / 1000:.0f} kB a messenger on an old phone gives up",
            "use smaller pictures",
        )


def _order_problems(composition: Composition, pages: Sequence[Sequence[Tag]]) -> Iterator[Problem]:
    for copy, tags in zip(composition.panels, pages, strict=False):
        read = [word for tag in tags for word in normal(tag.text).split()]
        wanted = [piece for word in copy.words for piece in normal(word).split()]
        read_text, wanted_text = "".join(read), "".join(wanted)
        if read_text != wanted_text:
            at = next((n for n, (a, b) in enumerate(zip(read_text, wanted_text, strict=False)) if a != b), 0)
            yield Problem(
                "access-order",
                f"a screen reader reads panel {copy.name!r} in another order than the text: "
                f"near {wanted_text[max(0, at - 12) : at + 20]!r}",
                OURS,
                panel=copy.name,
            )


def _heading_problems(tags: Sequence[Tag]) -> Iterator[Problem]:
    before = 0
    for tag in tags:
        level = HEADINGS.get(tag.kind)
        if level is None:
            continue
        if level > before + 1:
            what = f"heading {level} follows heading {before}" if before else f"the first heading is of level {level}"
            yield Problem("access-heading", f"{what}: {tag.text!r}", OURS)
        before = level
    if not before:
        yield Problem("access-heading", "the file has no headings", OURS)


def _tag_problems(tags: Sequence[Tag]) -> Iterator[Problem]:
    for tag in tags:
        if tag.kind == "Figure" and not tag.alt.strip():
            yield Problem("access-picture", "a picture has no words for those who do not see it", "fill in `alt`")
        if tag.kind == "LI" and tag.parent != "L":
            yield Problem("access-list", f"an item stands outside a list: {tag.text!r}", OURS)
        if tag.parent == "L" and tag.kind not in ("L", "LI", "Caption"):
            yield Problem("access-list", f"a list holds something that is no item: {tag.text!r}", OURS)
        if tag.kind in ("TH", "TD") and tag.parent != "TR":
            yield Problem("access-table", f"a cell stands outside a row: {tag.text!r}", OURS)


def _link_problems(composition: Composition, pdf: bytes) -> Iterator[Problem]:
    found = set(_addresses(pdf))
    for address in composition.links:
        if address not in found:
            yield Problem("access-link", f"nothing can be tapped for {address}", OURS)


def _tags(pdf: bytes) -> list[list[Tag]]:
    """The tags of each page in the order in which they are read."""
    opened = open_file(pdf)
    return [_page_tags(*page) for page in zip(opened.pages, opened.texts, strict=True)]


def _page_tags(page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage) -> list[Tag]:
    texts = _marked_texts(page, text_page)
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return []
    try:
        tags: list[Tag] = []
        for child in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            _walk(pdfium.FPDF_StructTree_GetChildAtIndex(tree, child), "", texts, tags)
        return tags
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _walk(element: Any, parent: str, texts: dict[int, str], tags: list[Tag]) -> None:
    if not element:
        return
    kind = _string(pdfium.FPDF_StructElement_GetType, element)
    alt = _string(pdfium.FPDF_StructElement_GetAltText, element)
    place = len(tags)
    tags.append(Tag(kind, alt, parent, ""))
    own = ""
    for number in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, number)
        if child:
            _walk(child, kind, texts, tags)
        else:
            own += texts.get(pdfium.FPDF_StructElement_GetChildMarkedContentID(element, number), "")
    tags[place] = Tag(kind, alt, parent, own)


def _marked_texts(page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage) -> dict[int, str]:
    """The words of each piece of marked content on the page."""
    texts: dict[int, str] = {}
    for number in range(pdfium.FPDFPage_CountObjects(page.raw)):
        thing = pdfium.FPDFPage_GetObject(page.raw, number)
        if pdfium.FPDFPageObj_GetType(thing) != pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        mark = pdfium.FPDFPageObj_GetMarkedContentID(thing)
        if mark >= 0:
            texts[mark] = texts.get(mark, "") + _object_text(thing, text_page)
    return texts


def _object_text(thing: Any, text_page: pypdfium2.PdfTextPage) -> str:
    length = pdfium.FPDFTextObj_GetText(thing, text_page.raw, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFTextObj_GetText(thing, text_page.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    return buffer.raw[: max(0, length - 2)].decode("utf-16-le", "replace")


def _shows_title(document: pypdfium2.PdfDocument) -> bool:
    """Whether viewers are to show the title.

    PDFium does not tell this wish but copies it into an empty file; to read that takes a twentieth of the time.
    """
    wishes = BytesIO()
    with closing(pypdfium2.PdfDocument.new()) as empty:
        pdfium.FPDF_CopyViewerPreferences(empty.raw, document.raw)
        empty.save(wishes)
    root: Any = PdfReader(wishes).trailer["/Root"]
    return bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"))


def _language(document: pypdfium2.PdfDocument) -> str:
    length = pdfium.FPDFCatalog_GetLanguage(document.raw, None, 0)
    buffer = (ctypes.c_ushort * max(1, length))()
    pdfium.FPDFCatalog_GetLanguage(document.raw, buffer, length)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")


def _string(ask: Any, element: Any) -> str:
    length = ask(element, None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    ask(element, buffer, length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace")


def _addresses(pdf: bytes) -> Iterator[str]:
    opened = open_file(pdf)
    for page in opened.pages:
        place, link = ctypes.c_int(0), pdfium.FPDF_LINK()
        while pdfium.FPDFLink_Enumerate(page.raw, ctypes.byref(place), ctypes.byref(link)):
            action = pdfium.FPDFLink_GetAction(link)
            length = pdfium.FPDFAction_GetURIPath(opened.document.raw, action, None, 0)
            buffer = ctypes.create_string_buffer(length)
            pdfium.FPDFAction_GetURIPath(opened.document.raw, action, buffer, length)
            yield buffer.value.decode("utf-8", "replace")
