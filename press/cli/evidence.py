"""`evidence`: every statement of each text with its sources, as PDF and HTML, for the person who approves it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from press.approval.printed import printed
from press.cli.choices import refuse_nothing, refuse_unknown
from press.cli.folders import EVIDENCE, kept_folders, shown
from press.cli.progress import progress
from press.cli.tell import tell_data, tell_problems
from press.cli.words import Options
from press.compose.document import workshop
from press.compose.evidence import evidence
from press.errors import ContentError, ExitCode, LayoutError, refusals
from press.fingerprint import digest
from press.lint.old_sources import told_sources
from press.load.project import load
from press.model.job import Choice
from press.model.project import Project
from press.publish import Publication
from press.render import press, print_document


def run(options: Options, root: Path) -> ExitCode:
    """Writes a PDF and an HTML file for each text into the folder `evidence` of the output."""
    today = options.today or date.today()
    loaded = load(root, today)
    if loaded.project is None:
        raise ContentError(*loaded.problems)
    project = loaded.project
    refuse_unknown(options.choice, project)
    texts = tuple(_texts(project, options.choice))
    refuse_nothing(texts)
    folder = options.output / EVIDENCE
    shop = workshop(root, lambda words, *_: words)
    machine = press(root)
    with Publication(folder, kept_folders(root)) as publication, progress(len(texts), "Evidence") as advance:
        for leaflet, language in texts:
            html = evidence(shop, project, leaflet, language, today)
            printed_file = print_document(machine, html, identifier=bytes.fromhex(digest(html)))
            if refusals(printed_file.problems):
                raise LayoutError(*printed_file.problems)
            row = {"leaflet": leaflet, "language": language}
            publication.add(f"{leaflet}.{language}.html", html.encode(), row)
            publication.add(f"{leaflet}.{language}.pdf", printed_file.pdf, {**row, "pages": printed_file.pages})
            advance()
        published = publication.finish(frozenset() if options.choice.is_everything else None)
    advice = told_sources(project, (key for text in texts for key in printed(project, *text).sources), today)
    made = sorted(f"{leaflet}.{language}.{kind}" for leaflet, language in texts for kind in ("html", "pdf"))
    if options.as_json:
        tell_data(
            {
                "folder": shown(folder),
                "files": [dict(published.rows[name]) for name in made],
                "problems": [problem.as_data() for problem in (*publication.problems, *advice)],
            }
        )
        return ExitCode.DONE
    tell_problems((*publication.problems, *advice), root)
    print(f"{len(made)} files are in {shown(folder)}, for the person who approves the words:")
    print("\n".join(f"  {name}" for name in made))
    return ExitCode.DONE


def _texts(project: Project, choice: Choice) -> Iterator[tuple[str, str]]:
    for leaflet, language in sorted(project.texts):
        if (not choice.leaflets or leaflet in choice.leaflets) and (
            not choice.languages or language in choice.languages
        ):
            yield leaflet, language
