"""The headings of the program's own spreadsheets, and which column is which by its heading, whoever wrote it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from press.pricing.spoken import plain


class Role(StrEnum):
    """What a column says of a service."""

    KEY = "key"
    GROUP = "group"
    NAME = "names"
    AMOUNT = "amount"
    FROM = "from"
    UNIT = "unit"
    NOTES = "notes"
    INSTALMENTS = "instalments"
    INCLUDES = "includes"
    EVIDENCE = "evidence"
    SOURCES = "sources"
    ALLOW = "allow"


#: Headings of our own; {} is a language, or the currency.
HEADINGS: Mapping[Role, str] = {
    Role.KEY: "Key",
    Role.GROUP: "Group",
    Role.NAME: "Service ({})",
    Role.AMOUNT: "Amount ({})",
    Role.FROM: "From",
    Role.UNIT: "Unit",
    Role.NOTES: "Note ({})",
    Role.INSTALMENTS: "Instalments",
    Role.INCLUDES: "Includes ({})",
    Role.EVIDENCE: "Evidence (staff only)",
    Role.SOURCES: "Sources",
    Role.ALLOW: "Exceptions (staff only)",
}
GROUP_KEY, GROUP_NAME, GROUP_ICON = "Group key", "Group ({})", "Icon"
SETTING, VALUE = "Setting", "Value"
MADE_FROM = "Made from"  # the setting that names the file of the list
#: Settings of the list by their labels; {} is a language.
SETTINGS: Mapping[str, str] = {
    "currency": "Currency",
    "valid_from": "Valid from",
    "valid_until": "Valid until",
    "owner": "Owner",
    "document": "Document",
    "tax": "Tax ({})",
}

_LANGUAGE = "([a-z]{2,3}(?:-[A-Z]{2})?)"
_OWN = {
    role: re.compile(re.escape(label).replace(r"\{\}", "([A-Z]{3})" if role is Role.AMOUNT else _LANGUAGE))
    for role, label in HEADINGS.items()
}
#: Words in headings of others, in the order in which they decide: "price of the service" is a price.
_SPOKEN: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (Role.KEY, re.compile(r"(service )?key|ключ( услуги)?")),
    (Role.INSTALMENTS, re.compile(r".*\b(instal+ments?|рассрочк)")),
    (Role.NOTES, re.compile(r".*\b(notes?|comments?|remarks?|примечани|коммент|поясн)")),
    (Role.FROM, re.compile(r"from|от")),
    (
        Role.AMOUNT,
        re.compile(r".*\b(amount|prices?\b|costs?\b|fees?\b|rates?\b|rub\b|цен[аы]|стоимост|тариф|сумма|руб(\b|л))"),
    ),
    (Role.UNIT, re.compile(r".*\b(units?|единиц|ед\b)|(per|за что)$")),
    (Role.GROUP, re.compile(r"(group|section|category|раздел|групп|категори)")),
    (Role.NAME, re.compile(r".*\b(services?|names?|procedures?|programmes?|услуг|наименовани|названи|процедур)")),
    (Role.NAME, re.compile(r".*\b(вид (лечения|помощи)|программ|treatments?|description|описание)")),
)


def own_role(label: str) -> tuple[Role, str] | None:
    """The role of one of our own headings, with its language or currency."""
    for role, pattern in _OWN.items():
        if found := pattern.fullmatch(label.strip()):
            return role, found[1] if found.groups() else ""
    return None


def spoken_role(label: str) -> Role | None:
    """The role that the words of a heading speak of."""
    words = plain(label)
    if not words or len(words) > 80:
        return None
    return next((role for role, pattern in _SPOKEN if _matches(role, pattern, words)), None)


def setting_of(label: str) -> tuple[str, str] | None:
    """The setting a label of ours names, with its language."""
    for key, own in SETTINGS.items():
        if found := re.fullmatch(re.escape(own).replace(r"\{\}", _LANGUAGE), label.strip()):
            return key, found[1] if found.groups() else ""
    return None


def group_language(label: str) -> str:
    """The language of a heading for the names of groups; empty where it is none."""
    found = re.fullmatch(re.escape(GROUP_NAME).replace(r"\{\}", _LANGUAGE), label.strip())
    return found[1] if found else ""


def _matches(role: Role, pattern: re.Pattern[str], words: str) -> bool:
    whole = role in (Role.KEY, Role.FROM)
    return bool(pattern.fullmatch(words.strip(" .:,;")) if whole else pattern.match(words))
