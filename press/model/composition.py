"""What is handed from `compose` to `render` and to `preflight`: the marked-up panels and what must be found on them."""

from __future__ import annotations

from dataclasses import dataclass

from press.errors import Place
from press.model.job import Job
from press.model.sheet import Rectangle

#: The only families there are; styles/fonts.css declares their faces.
FAMILIES = ("Onest", "IBM Plex Sans")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that stand together in the source: a block's field, where it was read, its words as printed."""

    section: str
    words: tuple[str, ...]
    place: Place
    critical: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code that must be on a panel: what it says, and its modules from edge to edge, quiet zone apart."""

    payload: str
    modules: int


@dataclass(frozen=True, slots=True)
class PanelCopy:
    """One panel as it was marked up: its size, its safe area (mm in the panel) and the words it must carry.

    `words` are all words of the marked-up panel in reading order; `passages` those that come from the content.
    """

    key: str
    name: str
    width: float
    height: float
    safe: Rectangle
    outer: bool
    words: tuple[str, ...]
    passages: tuple[Passage, ...]
    codes: tuple[Code, ...] = ()
    emergency: tuple[str, ...] = ()  # emergency numbers that must stand on this panel
    floor: float = 0  # pt; no critical words smaller than this
    emergency_floor: float = 0  # pt; no emergency number of `emergency` smaller than this
    small_print_floor: float = 0  # pt; nothing smaller than this


@dataclass(frozen=True, slots=True)
class Composition:
    """A whole job as one HTML text, one page a panel, in reading order."""

    job: Job
    html: str
    title: str
    language: str
    edition_code: str
    panels: tuple[PanelCopy, ...]
    links: tuple[str, ...]  # every address the screen file must link to
    fonts: tuple[str, ...]  # families that may be embedded
