from typing import Any

from press.cli.summary import MOST_ROWS, summary

FILE = {
    "path": "ru/help.a4.office.pdf",
    "title": "Когда звонить",
    "language": "ru",
    "format": "A4 letter fold",
    "paper": "A4",
    "medium": "office",
    "branch": "",
    "pages": 2,
    "sheets": 1,
}
NAMED = {key: FILE[key] for key in ("path", "title", "language", "format", "paper", "medium", "branch")}


def report(**parts: Any) -> dict[str, Any]:
    return {"output": "output", "files": [FILE], "printing": [], "refused": [], "soon": [], **parts}


def test_what_was_made_is_a_table() -> None:
    screen = {**FILE, "medium": "screen", "title": "When to call for help", "path": "en/help.a4.screen.pdf"}
    lines = summary(report(files=[FILE, screen])).splitlines()
    assert lines[0] == "2 leaflet files ready in output"
    head, first, second = lines[2:5]
    assert first.split("  ")[1:] != []
    assert head.index("File") == first.index("ru/help") == second.index("en/help")
    assert "1 × A4" in first
    assert "2 pages" in second


def test_branches_have_a_column_where_there_are_any() -> None:
    assert "Branch" not in summary(report())
    lines = summary(report(files=[FILE, {**FILE, "branch": "South"}])).splitlines()
    assert "Branch" in lines[2]
    assert "main" in lines[3]
    assert "South" in lines[4]


def test_thousands_of_files_are_counted_not_listed() -> None:
    told = summary(report(files=[FILE] * (MOST_ROWS + 40)))
    assert told.count("ru/help") == MOST_ROWS
    assert "and 40 more" in told


def test_drafts_are_counted_and_not_to_be_handed_out() -> None:
    assert "DRAFT" not in summary(report(files=[FILE]))
    draft = {**FILE, "path": str(FILE["path"]).replace(".pdf", ".draft.pdf")}
    mixed = summary(report(files=[draft, FILE, draft]))
    assert "1 leaflet file ready" in mixed
    assert "Besides, 2 drafts: every page says DRAFT, do not hand them out" in mixed
    assert "Besides, 1 draft: every page says DRAFT, do not hand it out" in summary(report(files=[draft, FILE]))
    alone = summary(report(files=[draft]))
    assert "1 draft in output; every page says DRAFT, do not hand it out" in alone
    assert "2 drafts in output; every page says DRAFT, do not hand them out" in summary(report(files=[draft, draft]))
    assert "ready" not in alone


def test_how_to_print_is_told_per_format() -> None:
    told = summary(report(printing=[{"format": "A4 letter fold", "steps": ["Print.", "Fold."]}]))
    assert "How to print" in told
    assert told.index("A4 letter fold\n    - Print.\n    - Fold.") > 0


def test_a_clean_file_that_stays_because_its_draft_cannot_be_made_is_said_to_look_ready() -> None:
    draft = {**NAMED, "path": "a.draft.pdf", "reasons": ["12 mm too much"], "older_file": "a.pdf"}
    told = summary(report(refused=[draft]))
    assert "a.draft.pdf: the older file a.pdf is still there and looks ready, as it does not say DRAFT; do not" in told


def test_what_was_refused_says_why_and_warns_of_the_older_file() -> None:
    refused = [
        {**NAMED, "reasons": ["12 mm too much"], "older_file": NAMED["path"]},
        {**NAMED, "path": "b.pdf", "reasons": ["No source"], "older_file": ""},
    ]
    told = summary(report(refused=refused))
    assert "Not made: 2 files" in told
    assert "12 mm too much" in told
    assert told.count("do not hand it out") == 1


def test_what_ends_soon_names_day_leaflets_and_remedy() -> None:
    soon = [
        {"day": "2026-02-01", "days_left": 31, "what": "prices", "titles": ["A", "When to call"], "then": "Ask."},
        {"day": "2026-01-02", "days_left": 1, "what": "review", "titles": ["Services"], "then": "Read it."},
        {"day": "2025-12-31", "days_left": -1, "what": "review", "titles": ["Old"], "then": "Read it."},
    ]
    told = summary(report(soon=soon))
    assert "prices hold until 2026-02-01 (31 days left): A; When to call. Then: ask." in told
    assert "review due by 2026-01-02 (1 day left): Services. Then: read it." in told
    assert "2025-12-31 (over)" in told


def test_nothing_made_is_said() -> None:
    assert summary(report(files=[])).startswith("No leaflet was made.")


def test_titles_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in summary(report(files=[{**FILE, "title": "\x1b[2J"}]))
