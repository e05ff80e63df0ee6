"""Whose approval is asked for, who has given it, and whether it still holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from press.approval.covered import SECTION, digest_of, digests_of_parts
from press.model.project import Project
from press.model.sign_off import SignOff

#: The role whose approval the small print of a leaflet names as its review.
CLINICIAN = "clinician"
#: What the parts of an approval are, beside the sections, in words.
_PARTS = {
    "front": "the title or summary",
    "critical": "which sections are critical",
    "short_forms": "the short forms of sections",
    "vocabulary": "the program's own few words",
    "clinic": "the clinic's name, disclaimer, legal line or emergency numbers",
    "sources": "the sources",
    "prices": "how prices are told",
    "pictures": "a picture",
}


@dataclass(frozen=True, slots=True)
class Approval:
    """The last sign-off of a role, and whether the words are still those that were approved.

    `changed` says in words which parts are others now; nothing where it holds, or where the parts were not noted.
    """

    sign_off: SignOff
    holds: bool
    changed: tuple[str, ...] = ()

    @property
    def in_what(self) -> str:
        """The end of a sentence about a change: “: section “red”, the sources”, or nothing."""
        return f": {', '.join(self.changed)}" if self.changed else ""


def approvals(project: Project, leaflet: str, language: str) -> dict[str, Approval]:
    """The last sign-off of each role that ever approved the text, by role, in the order of the history."""
    history = project.sign_offs.get((leaflet, language))
    if history is None:
        return {}
    now = digest_of(project, leaflet, language)
    last = {sign_off.role: sign_off for sign_off in history.sign_offs}
    parts = {} if all(one.digest == now for one in last.values()) else digests_of_parts(project, leaflet, language)
    return {
        role: Approval(sign_off, sign_off.digest == now, () if sign_off.digest == now else _changed(sign_off, parts))
        for role, sign_off in last.items()
    }


def _changed(sign_off: SignOff, now: Mapping[str, str]) -> tuple[str, ...]:
    then = sign_off.parts
    others = [name for name in dict.fromkeys((*now, *then)) if then.get(name) != now.get(name)] if then else []
    return tuple(_told(name, name in then, name in now) for name in others)


def _told(name: str, was: bool, stays: bool) -> str:
    section = name.removeprefix(SECTION)
    if section == name:
        return _PARTS.get(name, name)
    what = "" if was and stays else " (new)" if stays else " (taken out)"
    return f"section “{section}”{what}"


def reviewed_on(project: Project, leaflet: str, language: str) -> date | None:
    """The day on which a clinician approved the words as they are now; None where nobody has."""
    approval = approvals(project, leaflet, language).get(CLINICIAN)
    return approval.sign_off.on if approval and approval.holds else None


def asked_roles(project: Project, medium: str) -> tuple[str, ...]:
    """The roles that must have approved what is made for `medium`."""
    return next((roles for name, roles in project.clinic.sign_off.items() if name == medium), ())


def missing_roles(project: Project, leaflet: str, language: str, medium: str) -> tuple[str, ...]:
    """Those of the roles the policy asks for `medium` whose approval is missing or no longer holds."""
    asked = asked_roles(project, medium)
    if not asked:
        return ()  # the usual case costs nothing
    given = approvals(project, leaflet, language)
    return tuple(role for role in asked if role not in given or not given[role].holds)


def known_roles(project: Project) -> tuple[str, ...]:
    """The clinician, and the roles the policy names for any medium, each once."""
    asked = (role for roles in project.clinic.sign_off.values() for role in roles)
    return tuple(dict.fromkeys((CLINICIAN, *asked)))
