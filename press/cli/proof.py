"""`proof`: pictures of what was built, for eyes. Reads the published files and changes none of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from press.cli.choices import refuse_unknown
from press.cli.folders import PROOFS, kept_folders, shown
from press.cli.progress import progress
from press.cli.tell import tell_data, tell_problems
from press.cli.words import Options
from press.errors import ExitCode, Place, Problem, UsageError
from press.load.project import load
from press.model.job import Choice
from press.proof import contact_sheet, page_pngs
from press.publish import MANIFEST, Publication, read_manifest

FONT = "styles/fonts/IBMPlexSans_400Regular.ttf"
THUMB_DPI = 40
COLUMNS = 6
#: Pages on one contact sheet; more go on a second one.
ON_A_SHEET = 60


def run(options: Options, root: Path) -> ExitCode:
    """Writes a PNG of every page, and contact sheets, into the folder `proofs` of the output."""
    rows = _rows(options, root)
    folder = options.output / PROOFS
    thumbs: list[tuple[str, bytes]] = []
    with Publication(folder, kept_folders(root)) as publication, progress(len(rows), "Proofs") as advance:
        for path, row in rows.items():
            pdf = (options.output / path).read_bytes()
            for number, png in enumerate(page_pngs(pdf, options.dpi), 1):
                publication.add(f"{path.removesuffix('.pdf')}.{number}.png", png, {"of": row["sha256"]})
            thumbs += [(path, png) for png in page_pngs(pdf, THUMB_DPI)]
            advance()
        for name, part in _parts(thumbs):
            publication.add(name, contact_sheet(part, COLUMNS, root / FONT), {})
        published = publication.finish(frozenset() if options.choice.is_everything else None)
    if options.as_json:
        problems = [problem.as_data() for problem in publication.problems]
        tell_data({"folder": shown(folder), "files": sorted(published.rows), "problems": problems})
    else:
        tell_problems(publication.problems, root)
        print(f"{len(published.rows)} pictures are in {shown(folder)}; begin with contact-sheet.png")
    return ExitCode.DONE


def _rows(options: Options, root: Path) -> dict[str, Mapping[str, Any]]:
    """The published files that are wanted, by path."""
    main_branch = _main_branch(options.choice, root)
    rows = read_manifest(options.output / MANIFEST) or {}
    found = {
        path: row
        for path, row in sorted(rows.items())
        if _is_wanted(options.choice, row, main_branch) and (options.output / path).is_file()
    }
    if not found:
        raise UsageError(
            Problem(
                "nothing-built",
                f"There is nothing to look at in {shown(options.output)}.",
                "Build first: `./run build`.",
                Place(shown(options.output)),
            )
        )
    return found


def _main_branch(choice: Choice, root: Path) -> str:
    """The key of the main branch; broken content is no reason to have no pictures."""
    project = load(root).project
    if project is None:
        return ""
    refuse_unknown(choice, project)
    return project.clinic.main_branch


def _is_wanted(choice: Choice, row: Mapping[str, Any], main_branch: str) -> bool:
    return all(
        not wanted or found in wanted
        for wanted, found in (
            (choice.leaflets, row["leaflet"]),
            (choice.languages, row["language"]),
            (choice.formats, row["format"]),
            (choice.media, row["medium"]),
            (choice.branches, row["branch"] or main_branch),
        )
    )


def _parts(thumbs: list[tuple[str, bytes]]) -> Iterator[tuple[str, list[tuple[str, bytes]]]]:
    for number, start in enumerate(range(0, len(thumbs), ON_A_SHEET), 1):
        name = "contact-sheet.png" if number == 1 else f"contact-sheet-{number}.png"
        yield name, thumbs[start : start + ON_A_SHEET]
