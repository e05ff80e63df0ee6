"""A short form says no figure that its long form does not say: who has both papers must not read two doses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from press.drift.figures import read_figures
from press.drift.phrases import phrases
from press.errors import Problem
from press.model.leaflet import LeafletText
from press.model.project import Project


def short_form_figures(project: Project, _today: date) -> tuple[Problem, ...]:
    """Numbers, times and references of short forms that their sections do not have."""
    return tuple(
        problem
        for (leaflet, language), text in project.texts.items()
        for section, short in project.leaflets[leaflet].short_forms.items()
        for problem in _other(text, language, section, short)
    )


def _other(text: LeafletText, language: str, section: str, short: str) -> Iterator[Problem]:
    known = {
        (value, figure.unit)
        for phrase in phrases(text)
        if phrase.section == section
        for figure in read_figures(phrase.words, language).figures
        for value in figure.values
    }
    values = {value for value, _ in known}
    for phrase in phrases(text):
        if phrase.section != short or section not in text.sections:
            continue
        read = read_figures(phrase.words, language)
        for figure in read.figures:
            has_it = any(
                (value, figure.unit) in known or (not figure.unit and value in values) for value in figure.values
            )
            if figure.must and not has_it:
                said = read.text[figure.start : figure.until].strip()
                yield Problem(
                    "short-form-figures",
                    f"“{said}” stands in the short form “{short}”, and “{section}” says nothing of the kind",
                    "Compare the two sections; correct whichever is wrong.",
                    phrase.place,
                    warning=True,
                    sentence=read.text,
                    start=figure.start,
                    length=figure.length,
                )
