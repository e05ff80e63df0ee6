"""What an edition said, as plain records that can be kept for years.

Words stand as they are printed; numbers that a reference filled in stand in curly brackets ({RUB 4,500}), so that
a changed price can be told from a changed word.
"""

from __future__ import annotations

from datetime import date

from press.model.base import Day, Record

#: What warns, whatever kind of block it is.
LOUD = frozenset({"red", "warning", "cross"})


class BlockSaid(Record):
    """A block: its words in reading order; `level` is how loud it is, `line` whom it says to ring.

    `look` holds what is seen but not read, such as icons, markers and what is bold; `links` are the addresses
    that its words lead to on a screen, `picture` is the name of a picture file.
    """

    key: str
    kind: str
    level: str = ""
    line: str = ""
    words: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()  # of older files; stands in the list of sources
    look: str = ""
    links: tuple[str, ...] = ()
    picture: str = ""


class SectionSaid(Record):
    """A section with its blocks."""

    key: str
    title: str = ""
    critical: bool = False
    blocks: tuple[BlockSaid, ...]


class PriceSaid(Record):
    """A price, worded, and the sections it is printed in; `valid_until` where it ends before its list does.

    `name` says which price it is; it is printed if `is_named`.
    """

    key: str
    name: str
    words: str
    unit: str = ""
    note: str = ""
    instalments: str = ""
    includes: tuple[str, ...] = ()
    valid_until: Day | None = None
    sections: tuple[str, ...] = ()
    is_named: bool = True


class PhoneSaid(Record):
    """A telephone number as printed, and the sections it is printed in; `hours` are there where they are printed."""

    key: str
    number: str
    hours: str = ""
    free: bool = False  # of older files; not printed
    anonymous: bool = False  # as well
    sections: tuple[str, ...] = ()


class PanelSaid(Record):
    """A panel with its sections from the top; `look` is a digest of its ground and its art."""

    key: str
    name: str
    sections: tuple[str, ...]
    look: str = ""


class FormatSaid(Record):
    """A format with its panels in reading order; `look` is a digest of its measures and its own style sheet."""

    key: str
    name: str
    panels: tuple[PanelSaid, ...]
    look: str = ""

    @property
    def sections(self) -> frozenset[str]:
        """Every section that is printed on this format."""
        return frozenset(section for panel in self.panels for section in panel.sections)


class Snapshot(Record):
    """An edition as it was printed.

    `title`, `branch_name` and the keys tell people which one it is. `branch` is the key of the branch, the main
    one's too. `valid_from`, `valid_until` and `price_list` are there if it prints prices, the days even if it does
    not print them: they say how long it is good, a price of the branch that ends early included. All else is printed,
    and is "" where it is not. `look` is a digest of the templates and styles that all formats share.
    """

    code: str
    leaflet: str
    language: str
    branch: str
    title: str
    summary: str = ""  # of older files; not printed
    version: str = ""  # as well
    clinic: str = ""
    branch_name: str = ""
    written_on: Day
    reviewed_on: Day | None = None
    review_by: Day
    valid_from: Day | None = None
    valid_until: Day | None = None
    price_list: str = ""
    tax: str = ""
    emergency: tuple[str, ...] = ()
    web: str = ""
    address: str = ""
    small_print: tuple[str, ...] = ()
    labels: dict[str, str]
    phones: tuple[PhoneSaid, ...] = ()
    prices: tuple[PriceSaid, ...] = ()
    sources: dict[str, str]
    sections: tuple[SectionSaid, ...]
    formats: tuple[FormatSaid, ...]
    pictures: dict[str, str]
    look: str = ""

    @property
    def prices_end(self) -> date | None:
        """The last day on which all of its prices hold; None where it prints none."""
        days = [self.valid_until, *(price.valid_until for price in self.prices)]
        return min((day for day in days if day is not None), default=None)

    def on_format(self, key: str) -> frozenset[str]:
        """The sections that are printed on a format; all of them where it is not known."""
        found = [format.sections for format in self.formats if format.key == key]
        return found[0] if found else frozenset(section.key for section in self.sections)


def printed(words: str) -> str:
    """The words as a reader sees them: without the brackets around filled-in numbers."""
    return words.replace("{", "").replace("}", "")
