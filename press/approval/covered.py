"""What an approval covers, and the digest of it: another digest means that something approved has changed.

Covered is what a clinician answers for: every word, the kind and order of the blocks, sources, pictures, the
rules of prices, emergency numbers. Not covered is what others change every week: amounts and their dates, a
branch's telephones and address, on which panel a section stands, the dates of writing and of the next review.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from press.approval.printed import Printed, printed
from press.fingerprint import digest
from press.markup import paragraphs
from press.model.base import ReaderWords, Record
from press.model.prices import Service
from press.model.project import Project

#: Before the name of a section among the parts.
SECTION = "section/"
_SHORT = 8
#: Fields that say nothing to a reader: measures of the layout, notes for staff.
_SILENT = frozenset({"allow", "version", "width", "height", "lines"})


def digest_of(project: Project, leaflet: str, language: str) -> str:
    """The digest an approval of `leaflet` in `language` is bound to."""
    return _digest("sign-off", covered(project, leaflet, language))


def digests_of_parts(project: Project, leaflet: str, language: str) -> dict[str, str]:
    """Eight digits for each section and each other part of what is covered, to tell later which of them changed."""
    parts = covered(project, leaflet, language)
    front = dict(parts.pop("words"))
    sections = {f"{SECTION}{name}": said for name, said in front.pop("sections").items()}
    named = {"front": front, **sections, **parts}
    return {name: _digest(name, part)[:_SHORT] for name, part in named.items()}


def _digest(what: str, part: Any) -> str:
    return digest(what, json.dumps(part, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def covered(project: Project, leaflet: str, language: str) -> dict[str, Any]:
    """Everything that is approved, as plain data, by its nature."""
    text, shared = project.texts[leaflet, language], project.leaflets[leaflet]
    rows = printed(project, leaflet, language)
    return {
        "words": _said(text),
        "critical": sorted(shared.critical),
        "short_forms": dict(shared.short_forms),
        "vocabulary": _said(project.vocabularies[language]),
        "clinic": _clinic(project, language),
        "sources": {key: _source(project, key, language) for key in rows.sources if key in project.sources},
        "prices": _price_rules(project, rows, language) if text.prints_prices else None,
        "pictures": {name: project.pictures.get(name, "") for name in rows.pictures},
    }


def _said(value: Any) -> Any:
    """A record as it reads: no field that was left as it is by itself, none that is silent."""
    if isinstance(value, Record):
        fields = type(value).model_fields.items()
        return {
            name: _said(getattr(value, name))
            for name, field in fields
            if name not in _SILENT and getattr(value, name) != field.get_default(call_default_factory=True)
        }
    if isinstance(value, tuple):
        return [_said(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _said(item) for key, item in value.items()}
    return _tight(value) if isinstance(value, ReaderWords) else value


def _tight(words: str) -> str:
    """The words without what depends on where the lines of the file end."""
    return "\n\n".join(" ".join(part.split()) for part in paragraphs(words))


def _clinic(project: Project, language: str) -> dict[str, Any]:
    clinic = project.clinic
    return {
        "names": _in(clinic.names, language),
        "places": _in(clinic.places, language),
        "disclaimer": _in(clinic.disclaimer, language),
        "legal": _in(clinic.legal, language),
        "emergency": [clinic.emergency.ambulance, clinic.emergency.single],
    }


def _source(project: Project, key: str, language: str) -> list[Any]:
    source = project.sources[key]
    return [_in(source.short, language), _tight(source.title), source.year, source.where, source.strength]


def _price_rules(project: Project, rows: Printed, language: str) -> dict[str, Any]:
    """How the prices are told, and for what; not how much they are, nor until when."""
    shown = {service.key: service for service in rows.services}
    return {
        "currency": project.prices.currency,
        "tax": _in(project.prices.tax, language),
        "groups": [
            [group.key, _in(group.names, language), group.icon, [service.key for service in group.services]]
            for group in rows.groups
        ],
        "services": {key: _rule(service, language) for key, service in shown.items()},
        "branches": {
            branch.key: own
            for branch in project.branches.values()
            if (
                own := {
                    key: price.is_from
                    for key, price in branch.prices.items()
                    if key in shown and price.is_from not in (None, shown[key].is_from)
                }
            )
        },
    }


def _rule(service: Service, language: str) -> list[Any]:
    parts = service.instalments
    return [
        _in(service.names, language),
        service.is_from,
        service.unit,
        [_tight(words) for words in (service.includes or {}).get(language, ())],
        [parts.payments, parts.every] if parts else None,
        _in(service.notes, language),
        list(service.sources),
    ]


def _in(names: Mapping[str, str] | None, language: str) -> str:
    """The words in one language; none where they are missing, which is told elsewhere."""
    return _tight((names or {}).get(language, ""))
