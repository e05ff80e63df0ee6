"""The typed pieces a section is made of; `kind` says which, and names its template and its style too."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from press.model.allowance import Allowance
from press.model.base import Key, Record, Words, YesNo


class Level(StrEnum):
    """How urgent: ambulance now, clinic today, care at home."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"


class Marker(StrEnum):
    """What stands before each item of a list."""

    DOT = "dot"
    CROSS = "cross"
    BOX = "box"
    ICON = "icon"


class TextRole(StrEnum):
    """How loud a text is."""

    LEAD = "lead"
    BODY = "body"
    SMALL = "small"
    LOUD = "loud"


class Line(StrEnum):
    """Which telephone a call leads to."""

    EMERGENCY = "emergency"
    CLINIC = "clinic"


class Block(Record):
    """What all kinds share."""

    key: Key = Field(description="names the block, the same in every language")
    sources: tuple[Key, ...] = Field(default=(), description="keys of content/sources.yaml")
    medical: YesNo = Field(default=True, description="false: says nothing that would need a source")
    allow: tuple[Allowance, ...] = Field(default=(), description="exceptions to the rules of words")


class SettingBlock(Block):
    """A kind that makes no medical statement of its own, so that it needs no source."""

    medical: YesNo = False


class Cover(SettingBlock):
    """The title of the leaflet, with a line above and a line below."""

    kind: Literal["cover"]
    kicker: Words | None = None
    title: Words
    lead: Words | None = None


class Text(Block):
    """Running text; a blank line starts a new paragraph."""

    kind: Literal["text"]
    role: TextRole = TextRole.BODY
    title: Words | None = None
    text: Words


class Item(Record):
    """One line of a list."""

    text: Words
    icon: Key | None = None


class List(Block):
    """Items of equal weight."""

    kind: Literal["list"]
    marker: Marker = Marker.DOT
    title: Words | None = None
    items: tuple[Item, ...] = Field(min_length=1)


class Step(Record):
    """One numbered action."""

    title: Words
    text: Words | None = None
    icon: Key | None = None


class Steps(Block):
    """Numbered actions, in order."""

    kind: Literal["steps"]
    title: Words | None = None
    steps: tuple[Step, ...] = Field(min_length=1)


class Stage(Record):
    """One stage of the course: when it is, what it is called, what is seen."""

    number: Annotated[int, Field(ge=1, le=9)]
    when: Words
    name: Words
    signs: tuple[Words, ...] = Field(min_length=1)
    peak: YesNo = False


class Timeline(Block):
    """Stages side by side; the numbers are those on the wave."""

    kind: Literal["timeline"]
    stages: tuple[Stage, ...] = Field(min_length=1)


class Triage(Block):
    """One level of urgency: what to do, whom to ring, which signs."""

    kind: Literal["triage"]
    level: Level
    title: Words
    line: Line | None = None
    lead: Words | None = None
    signs: tuple[Words, ...] = Field(min_length=1)
    steps_title: Words | None = None
    steps: tuple[Words, ...] = ()
    note: Words | None = None


class DoseBars(Block):
    """The picture of lost tolerance: the same dose against a high bar and a low one."""

    kind: Literal["dose-bars"]
    caption: Words
    before: Words
    after: Words
    dose: Words
    overdose: Words
    alt: Words = Field(description="the picture in words, for a screen reader")


class Eye(Record):
    """One side of the comparison."""

    title: Words
    text: Words


class Eyes(Block):
    """Wide pupils beside pinpoint pupils: withdrawal or overdose."""

    kind: Literal["eyes"]
    caption: Words
    wide: Eye
    pinpoint: Eye
    alt_wide: Words
    alt_pinpoint: Words


class Pills(Block):
    """A few short words, each in its own capsule, after a label."""

    kind: Literal["pills"]
    label: Words
    items: tuple[Words, ...] = Field(min_length=1)


class Call(Block):
    """Whom to ring, large."""

    kind: Literal["call"]
    line: Line
    label: Words
    note: Words | None = None
    medical: YesNo = False


class Contact(SettingBlock):
    """The clinic's telephone, hours, address and QR code."""

    kind: Literal["contact"]
    title: Words | None = None
    lead: Words | None = None
    note: Words | None = None
    scan: Words = Field(description="what happens when the code is scanned")
    alt: Words = Field(description="the code in words; {web} stands for its address")
    address: YesNo = Field(default=True, description="false: the address is left out")


class Publisher(SettingBlock):
    """Who the leaflet is from: clinic, town, telephone."""

    kind: Literal["publisher"]
    topic: Words | None = None
    line: Line | None = Line.CLINIC


class Card(Block):
    """A quiet box with a title."""

    kind: Literal["card"]
    title: Words | None = None
    text: Words | None = None
    marker: Marker = Marker.DOT
    items: tuple[Item, ...] = ()
    tone: Literal["quiet", "sand", "warning"] = "quiet"
    icon: Key | None = None


class Validity(SettingBlock):
    """Until when the prices hold."""

    kind: Literal["validity"]
    label: Words


class Prices(SettingBlock):
    """Groups of the price list as tables."""

    kind: Literal["prices"]
    groups: tuple[Key, ...] = Field(min_length=1)
    column: Words = Field(description="head of the price column")


class Package(SettingBlock):
    """What one service holds, as a list."""

    kind: Literal["package"]
    service: Key
    lead: Words | None = None
    note: Words | None = None


class Questions(SettingBlock):
    """Ruled lines to write on."""

    kind: Literal["questions"]
    title: Words
    lines: Annotated[int, Field(ge=1, le=12)] = 3


class Stamp(SettingBlock):
    """Room for the clinic's stamp."""

    kind: Literal["stamp"]
    label: Words
    height: Annotated[float, Field(ge=10, le=60, description="mm")] = 30


class Imprint(SettingBlock):
    """The small print: disclaimer, sources, review, edition code."""

    kind: Literal["imprint"]
    brief: YesNo = Field(default=False, description="true: without the list of sources")


class Picture(SettingBlock):
    """A picture file of content/pictures/, with its words for those who do not see it."""

    kind: Literal["picture"]
    file: str = Field(description="name of a file in content/pictures/, such as path-to-clinic.png")
    alt: Words = Field(description="what the picture shows, for a screen reader")
    caption: Words | None = None
    width: Annotated[float, Field(gt=0, le=420, description="mm")] | None = None


AnyBlock = Annotated[
    Cover
    | Text
    | List
    | Steps
    | Timeline
    | Triage
    | DoseBars
    | Eyes
    | Pills
    | Call
    | Contact
    | Publisher
    | Card
    | Validity
    | Prices
    | Package
    | Questions
    | Stamp
    | Imprint
    | Picture,
    Field(discriminator="kind"),
]
