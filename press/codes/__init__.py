"""Every code a problem can have, in plain words: what it means and how to mend it.

`./run explain CODE` prints a page of it; `python -m press.codes docs/problems` writes all pages.
A code is never reused for something else: people write codes on notes beside the printer.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from press.codes import (
    access,
    approval,
    files,
    layout,
    ledger,
    paper,
    references,
    running,
    spreadsheets,
    translations,
    trust,
    words,
    writing,
)
from press.codes.explanation import Explanation


def page(code: str) -> str:
    """The page of one code, in Markdown."""
    told = CODES[code]
    parts = [f"# {code}: {told.title}", told.meaning, "## What to do", told.remedy]
    if told.example:
        parts += ["## Example", f"```yaml\n{told.example.strip()}\n```"]
    return "\n\n".join(parts) + "\n"


def index() -> str:
    """The list of all codes by topic, in Markdown."""
    parts = [
        "# What can go wrong",
        "Each problem has a code. `./run explain CODE` tells the same as these pages.",
    ]
    for topic, codes in TOPICS.items():
        rows = "\n".join(f"- [{code}]({code}.md): {told.title}" for code, told in sorted(codes.items()))
        parts += [f"## {topic}", rows]
    return "\n\n".join(parts) + "\n"


def pages() -> dict[str, str]:
    """Every file of docs/problems/ by its name."""
    return {"index.md": index(), **{f"{code}.md": page(code) for code in CODES}}


def write_pages(folder: Path) -> None:
    """Write docs/problems/ anew, without pages of codes that are gone."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for path in folder.glob("*.md"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


#: All codes, by topic, in the order of the work.
TOPICS: Mapping[str, Mapping[str, Explanation]] = {
    "Files": files.CODES,
    "Writing": writing.CODES,
    "Keys and references": references.CODES,
    "Dates, sources, warnings to readers": trust.CODES,
    "Words": words.CODES,
    "Translations": translations.CODES,
    "Sign-offs": approval.CODES,
    "Spreadsheets of prices": spreadsheets.CODES,
    "Papers that are out": ledger.CODES,
    "Pages": layout.CODES,
    "Readers who do not see the page": access.CODES,
    "Paper": paper.CODES,
    "Running the program": running.CODES,
}

CODES: Mapping[str, Explanation] = {code: told for codes in TOPICS.values() for code, told in codes.items()}
