"""Writes the tables of docs/word-checks.md anew from the labelled sentences.

.venv/bin/python -m tests.labelled.report
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tests.labelled import CODES, LANGUAGES, Half, labelled
from tests.labelled.checks import checks
from tests.labelled.measure import Judged, judged, left_alone, misjudged, score

PAGE = Path(__file__).resolve().parents[2] / "docs" / "word-checks.md"
NAMES = {"en": "English", "ru": "Russian"}
HALVES = {"seen": Half.TUNE, "unseen": Half.HELD_OUT}
LISTS = {"misjudged": Half.HELD_OUT, "misjudged fresh": Half.FRESH}
EXPLAINED = "[`{code}`](problems/{code}.md)"

Measured = Mapping[str, Sequence[Judged]]


def main() -> None:
    """Measure, and write what came out between the marks of the page."""
    PAGE.write_text(filled(PAGE.read_text("utf-8"), measured()), "utf-8")


def measured() -> Measured:
    """Every sentence of each language with what the checks say of it."""
    judge = checks()
    return {language: judged(labelled(language), judge) for language in LANGUAGES}


def filled(page: str, found: Measured) -> str:
    """The page with everything between its marks made anew; ValueError if a mark is missing."""
    for name, half in HALVES.items():
        page = _between(page, f"table {name}", table(found, half))
    for name, half in LISTS.items():
        page = _between(page, name, misses(found, half))
    return page


def table(found: Measured, half: Half) -> str:
    """Faults, precision and recall for each code and language, in Markdown."""
    rows = [
        "| check | " + " | ".join(f"{NAMES[language]}: faults | precision | recall" for language in found) + " |",
        "|---|" + "--:|--:|--:|" * len(found),
    ]
    halves = {language: [one for one in all_ if one.sentence.half is half] for language, all_ in found.items()}
    rows += [_row(EXPLAINED.format(code=code), halves, [code]) for code in CODES]
    rows.append(_row("**all together**", halves, CODES))
    alone = [f"{some} of {of} | |" for some, of in map(left_alone, halves.values())]
    rows.append("| fine sentences left alone | " + " ".join(alone))
    return "\n".join(rows)


def misses(found: Measured, half: Half) -> str:
    """The sentences of one half on which checks and editor disagree, as a list in Markdown."""
    wrong = [one for all_ in found.values() for one in misjudged(all_) if one.sentence.half is half]
    return "\n".join(f"- {_verdict(one)}: “{one.sentence.text}”" for one in wrong) or "None."


def _row(name: str, halves: Measured, codes: Sequence[str]) -> str:
    scores = [score(all_, codes) for all_ in halves.values()]
    cells = (f"{one.faults} | {_percent(one.precision)} | {_percent(one.recall)}" for one in scores)
    return f"| {name} | {' | '.join(cells)} |"


def _verdict(one: Judged) -> str:
    parts = (("missed", one.missed), ("told without need", one.wrong))
    return ", ".join(f"{word} {_listed(codes)}" for word, codes in parts if codes)


def _listed(codes: Iterable[str]) -> str:
    return " and ".join(f"`{code}`" for code in sorted(codes))


def _percent(part: float) -> str:
    return f"{100 * part:.0f} %"


def _between(page: str, mark: str, text: str) -> str:
    changed, count = re.subn(
        rf"(<!-- {mark} -->\n).*?(\n<!-- end -->)", lambda found: f"{found[1]}{text}{found[2]}", page, flags=re.DOTALL
    )
    if count != 1:
        raise ValueError(f"the page has {count} marks {mark!r}, not one")
    return changed


if __name__ == "__main__":
    main()
