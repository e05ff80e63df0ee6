"""The guards that need no layout, and the rules each of them asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeAlias

from press.errors import Problem
from press.lint.block_references import unknown_services
from press.lint.clinic import incomplete_clinic
from press.lint.critical import hidden_critical, missing_critical
from press.lint.figures import different_figures
from press.lint.html import html_in_words
from press.lint.instalments import instalment_sums
from press.lint.languages import different_languages
from press.lint.layout import unknown_layout
from press.lint.medical import unsourced_statements
from press.lint.names import missing_names
from press.lint.old_sources import old_sources
from press.lint.phones import impossible_phones
from press.lint.price_lists import price_lists
from press.lint.prices import price_dates
from press.lint.reviews import review_dates
from press.lint.sections import misplaced_sections
from press.lint.services import repeated_services
from press.lint.shared_figures import shared_figures
from press.lint.short_forms import short_form_figures
from press.lint.sign_off import sign_offs
from press.lint.sources import unknown_sources, unused_sources
from press.lint.translations import stale_translations
from press.lint.untranslated import untranslated_words
from press.lint.words.check import avoided_words
from press.model.guard import GuardResult
from press.model.project import Project

Rule: TypeAlias = Callable[[Project, date], tuple[Problem, ...]]

RULES: Mapping[str, tuple[Rule, ...]] = {
    "dates": (price_dates, price_lists, review_dates),
    "references": (
        unknown_layout,
        misplaced_sections,
        different_languages,
        missing_names,
        incomplete_clinic,
        repeated_services,
        instalment_sums,
        impossible_phones,
        unknown_services,
    ),
    "sources": (unsourced_statements, unknown_sources, unused_sources),
    "critical": (missing_critical, hidden_critical, short_form_figures),
    "markup": (html_in_words,),
    "words": (avoided_words,),
    "translation": (stale_translations, different_figures, shared_figures, untranslated_words),
    "sign-off": (sign_offs,),
}

#: What only those can act on who answer for the words: asked when somebody checks, not at every build.
ADVICE: Mapping[str, tuple[Rule, ...]] = {"sources": (old_sources,)}


def lint(project: Project, today: date) -> tuple[GuardResult, ...]:
    """What each guard says of the whole content on the day `today`."""
    return tuple(_ask(guard, rules, project, today) for guard, rules in RULES.items())


def advise(project: Project, today: date) -> dict[str, tuple[Problem, ...]]:
    """Warnings for those who answer for the words, by guard."""
    return {guard: _ask(guard, rules, project, today).problems for guard, rules in ADVICE.items()}


def _ask(guard: str, rules: tuple[Rule, ...], project: Project, today: date) -> GuardResult:
    problems = [problem for rule in rules for problem in rule(project, today)]
    return GuardResult.of(guard, tuple(sorted(dict.fromkeys(problems), key=_by_place)))


def _by_place(problem: Problem) -> tuple[str, int, int]:
    place = problem.place
    return (place.file, place.line, place.column) if place else ("", 0, 0)
