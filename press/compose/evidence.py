"""The evidence file: every statement of a text with its sources, on paper for the person who approves it.

The labels are English, the language of the staff's commands and guides; the words are those of the leaflet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby
from pathlib import Path

from jinja2 import TemplateError
from markupsafe import Markup

from press import edition as editions
from press import wording
from press.approval.claims import Claim, claims, unclaimed
from press.approval.covered import digest_of
from press.approval.policy import approvals
from press.approval.printed import printed
from press.compose.document import Workshop
from press.compose.speech import Speech
from press.drift.record import State, states
from press.drift.told import told_changes
from press.errors import ContentError, Place, Problem
from press.lint.old_sources import is_old, is_undated
from press.markup import paragraphs
from press.model.allowance import Allowance
from press.model.base import reader_words
from press.model.blocks import Block, Level, Line
from press.model.edition import Edition
from press.model.inline import plain
from press.model.prices import Service
from press.model.project import Project
from press.model.sources import Source, Strength

TEMPLATE = "evidence.html"
#: The colours and the look, written into the file so that it can be sent alone.
STYLES = ("tokens.css", "evidence.css")
#: So many branches are told with their codes; the words are those of the main branch.
MOST_BRANCHES = 8
STAFF_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Statement:
    """One row of the file: where it stands, its words line by line, its sources by number."""

    section: str
    key: str
    about: str
    level: str
    lines: tuple[StatementLine, ...]
    sources: tuple[NumberedSource, ...]
    note: str = ""

    @property
    def figures(self) -> tuple[StatementLine, ...]:
        """The lines in which a number stands: limits are among these; all lines where none has one."""
        return tuple(line for line in self.lines if line.has_figure) or self.lines


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One line of words: "title", "item", "text", or "ear" for what only a screen reader says."""

    role: str
    words: Markup
    has_figure: bool


@dataclass(frozen=True, slots=True)
class NumberedSource:
    """A source with its number in the list at the end, and what is to be known of it."""

    number: int
    source: Source
    old: bool
    undated: bool


@dataclass(frozen=True, slots=True)
class AllowedWords:
    """An exception to a rule of words that stands in the content, with its reason."""

    where: str
    allowance: Allowance


def evidence(shop: Workshop, project: Project, leaflet: str, language: str, today: date) -> str:
    """The evidence file of `leaflet` in `language` as one HTML text; `today` decides which sources are old.

    Raises ContentError where the words cannot be filled in or the template or the style is broken.
    """
    resolved = editions.resolve(project, leaflet, language, project.first_branch.key)
    if resolved.problems:
        raise ContentError(*resolved.problems)
    said = resolved.edition
    speech = Speech(said, lambda words, *_: words, links=False)
    listed = _numbered(project, leaflet, language, today)
    statements = tuple(_statement(project, said, speech, listed, claim) for claim in claims(project, leaflet, language))
    try:
        return shop.templates.get_template(TEMPLATE).render(
            edition=said,
            leaflet=said.leaflet,
            text=said.text,
            language=language,
            style=Markup("\n").join(Markup(_style(project, name)) for name in STYLES),
            clinic=project.clinic.names.get(STAFF_LANGUAGE) or project.clinic.names[language],
            digest=digest_of(project, leaflet, language),
            codes=tuple(_codes(project, said)),
            more_branches=max(0, len(project.branches) - MOST_BRANCHES),
            approvals=tuple(approvals(project, leaflet, language).values()),
            day=partial(wording.day, language=STAFF_LANGUAGE),
            inline=speech.inline,
            runs=_runs,
            sections=tuple(
                (name, said.text.sections[name].title, said.leaflet.is_critical(name), tuple(rows))
                for name, rows in groupby(statements, lambda statement: statement.section)
            ),
            count=len(statements),
            original=project.original(leaflet),
            stale=tuple(_stale(project, leaflet, language)),
            working=tuple(_resting_on(statements, Strength.WORKING)),
            unsourced=tuple(statement for statement in statements if not statement.sources),
            weak=tuple(
                statement
                for statement in statements
                if statement.sources and all(one.source.strength is Strength.WEAK for one in statement.sources)
            ),
            exceptions=tuple(_exceptions(said, _services(project, said))),
            sources=tuple(listed.values()),
            years=project.clinic.source_years,
            others=_others(
                _statement(project, said, speech, listed, claim) for claim in unclaimed(project, leaflet, language)
            ),
            services=_services(project, said),
        )
    except (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise ContentError(_broken(error)) from error


def _stale(project: Project, leaflet: str, language: str) -> Iterator[tuple[str, str]]:
    """Sections that may not say what the original says, with what has changed; "" where nothing was noted."""
    if language != project.original(leaflet):
        for one in states(project, leaflet, language):
            if one.state is not State.CURRENT:
                in_itself = f"in the translation: {told_changes(one.reworded)}" if one.reworded else ""
                yield one.section, "; ".join(filter(None, (told_changes(one.changes), in_itself)))


def _numbered(project: Project, leaflet: str, language: str, today: date) -> dict[str, NumberedSource]:
    """The sources of the text by key, numbered in the order in which they are met."""
    known = [project.sources[key] for key in printed(project, leaflet, language).sources if key in project.sources]
    years = project.clinic.source_years
    return {
        source.key: NumberedSource(number, source, is_old(source, years, today), is_undated(source))
        for number, source in enumerate(known, 1)
    }


def _codes(project: Project, said: Edition) -> Iterator[tuple[str, str]]:
    """The edition code of each branch, the main one first, with its name."""
    main = project.first_branch.key
    others = [key for key in sorted(project.branches) if key != main]
    for key in (main, *others)[:MOST_BRANCHES]:
        branch = project.branches[key]
        own = said if key == main else editions.resolve(project, said.leaflet.key, said.language, key).edition
        yield branch.names.get(STAFF_LANGUAGE) or branch.names[said.language], own.code


def _statement(
    project: Project, said: Edition, speech: Speech, listed: dict[str, NumberedSource], claim: Claim
) -> Statement:
    record = claim.record
    service = isinstance(record, Service)
    return Statement(
        section=claim.section,
        key=record.key,
        about="price list" if service else str(getattr(record, "kind", "")),
        level=_level(record),
        lines=tuple(
            _service_lines(record, said, speech) if isinstance(record, Service) else _lines(record, said, speech)
        ),
        sources=tuple(listed[key] for key in claim.sources if key in listed),
        note=record.evidence if isinstance(record, Service) else _rings(record, project),
    )


def _level(record: Block | Service) -> str:
    level = getattr(record, "level", None)
    return level.value if isinstance(level, Level) else ""


def _rings(block: Block, project: Project) -> str:
    line = getattr(block, "line", None)
    emergency = project.clinic.emergency
    numbers = {Line.EMERGENCY: f"Rings {emergency.ambulance} or {emergency.single}.", Line.CLINIC: "Rings the clinic."}
    return numbers[line] if isinstance(line, Line) else ""


def _lines(block: Block, said: Edition, speech: Speech) -> Iterator[StatementLine]:
    """The words of a block, line by line, as they are printed; what belongs to one item is one line."""
    for owner, group in groupby(reader_words(block), lambda one: id(one[2])):
        fields = [(field, words) for field, words, _ in group]
        if owner == id(block):
            for field, words in fields:
                yield from _own_lines(field, words, said, speech)
        else:
            yield _line("item", [words for _, words in fields], said, speech)


def _own_lines(field: str, words: str, said: Edition, speech: Speech) -> Iterator[StatementLine]:
    name, _, number = field.partition(".")
    role = "item" if number else "ear" if name.startswith("alt") else "title" if name.endswith("title") else "text"
    for part in paragraphs(words):
        yield _line(role, [part], said, speech)


def _words_in(service: Service, language: str) -> Iterator[str]:
    yield service.names[language]
    yield from (service.includes or {}).get(language, ())
    yield from [service.notes[language]] if service.notes else ()


def _service_lines(service: Service, said: Edition, speech: Speech) -> Iterator[StatementLine]:
    language = said.language
    yield _line("title", [service.names[language]], said, speech)
    for words in (service.includes or {}).get(language, ()):
        yield _line("item", [words], said, speech)
    if service.notes:
        yield _line("text", [service.notes[language]], said, speech)


def _line(role: str, parts: Sequence[str], said: Edition, speech: Speech) -> StatementLine:
    whole = [part for words in parts for part in paragraphs(words)]
    shown = [Markup("<b>{}</b>").format(speech.inline(whole[0])) if len(whole) > 1 else speech.inline(whole[0])]
    shown += [speech.inline(part) for part in whole[1:]]
    figure = any(re.search(r"\d", plain(said.inline[part])) for part in whole)
    joint = " " if plain(said.inline[whole[0]]).rstrip()[-1:] in ".!?:…" else ". "
    return StatementLine(
        role, shown[0] + Markup(joint if len(shown) > 1 else "") + Markup(". ").join(shown[1:]), figure
    )


def _runs(lines: Iterable[StatementLine]) -> list[tuple[str, list[StatementLine]]]:
    """Lines of one role that follow one another, so that items make one list."""
    return [(role, list(group)) for role, group in groupby(lines, lambda line: line.role)]


def _others(statements: Iterable[Statement]) -> list[tuple[Markup, list[Statement]]]:
    """Words on one line with all the places where they stand."""
    found: dict[Markup, list[Statement]] = {}
    for statement in statements:
        found.setdefault(Markup(" · ").join(line.words for line in statement.lines), []).append(statement)
    return list(found.items())


def _resting_on(statements: Iterable[Statement], strength: Strength) -> Iterator[Statement]:
    return (one for one in statements if any(cited.source.strength is strength for cited in one.sources))


def _exceptions(said: Edition, services: Iterable[Service]) -> Iterator[AllowedWords]:
    for allowance in said.text.allow:
        yield AllowedWords("title and summary", allowance)
    for name, section in said.text.sections.items():
        for block in section.blocks:
            yield from (AllowedWords(f"{name} › {block.key}", allowance) for allowance in block.allow)
    for service in services:
        own = " ".join(_words_in(service, said.language)).casefold()  # the list has all languages side by side
        for allowance in service.allow:
            if allowance.words.casefold() in own:
                yield AllowedWords(f"price list › {service.key}", allowance)


def _services(project: Project, said: Edition) -> tuple[Service, ...]:
    """The services whose names and rules are approved with the words; without what they cost."""
    return printed(project, said.leaflet.key, said.language).services if said.text.prints_prices else ()


def _style(project: Project, name: str) -> str:
    path = Path(project.root) / "styles" / name
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        place = Place(f"styles/{name}")
        raise ContentError(Problem("style-broken", "the style cannot be read", "put the file back", place)) from error


def _broken(error: Exception) -> Problem:
    return Problem(
        "template-broken",
        f"the template cannot be filled in: {error}",
        "undo the last change of this template",
        Place(f"templates/{TEMPLATE}", getattr(error, "lineno", None) or 0, 0),
    )
