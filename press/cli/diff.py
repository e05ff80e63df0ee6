"""`diff OLD [NEW]`: what has changed between two outputs, or since an output; in words, and side by side."""

from __future__ import annotations

import importlib
import re
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from press import archive
from press.cli.changed import plain
from press.cli.diff_report import WHAT, Changed, Compared, Report, page_name
from press.cli.folders import EVIDENCE, PROOFS, shown
from press.cli.side_file import refuse_side_file, write_side_file
from press.cli.tell import tell_data
from press.cli.wishes import DiffWish
from press.cli.words import Options, wish_of
from press.compare.drawing import Shown, as_picture, side_by_side
from press.compare.pages import Fate, compare
from press.compare.reading import Paper, read_paper
from press.errors import ContentError, ExitCode, Place, Problem, UsageError
from press.load.project import load
from press.model.job import Choice, Job, Medium
from press.model.project import Project
from press.publish import PUT_ASIDE

FONT = "styles/fonts/IBMPlexSans_400Regular.ttf"
#: What `--to` writes.
PICTURES = (".pdf", ".png")
#: A comparison replaces a comparison, never a leaflet that somebody kept.
_PURPOSE = "comparison"
#: Pairs of pages that one picture can hold so that every viewer shows it sharply; a PDF holds any number.
MOST_IN_A_PICTURE = 15
_PATH = re.compile(
    r"(?:(?P<branch>[^/]+)/)?(?P<language>[^/]+)/(?P<leaflet>[^/.]+)\.(?P<format>[^/.]+)\.(?P<medium>screen|office)\.pdf"
)
_DRAFT = ".draft.pdf"
#: Folders of an output that hold no leaflets.
_BESIDE = frozenset({EVIDENCE, PROOFS, archive.BUILT})

Refused = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _File:
    """A leaflet file: its path in the output, and where the old and the new one lie."""

    name: str
    old: Path | None
    new: Path | None


def run(options: Options, root: Path) -> ExitCode:
    """Tells the words that changed; with `--to` also shows the changed pages side by side."""
    wish = wish_of(options, DiffWish)
    if wish.to:
        refuse_side_file(wish.to, root, PICTURES, _PURPOSE)
    _refuse_nothing(wish.old)
    project = load(root, options.today or date.today()).project  # knows the names of the panels
    with ExitStack() as stack:
        refused: Refused = {}
        if wish.new is None:
            new = Path(stack.enter_context(TemporaryDirectory(prefix="leaflets-")))
            refused = _made(options, root, wish.old, new, project)
        else:
            _refuse_nothing(new := wish.new)
        files = _files(wish.old, new, refused)
        compared = {file: _compared(file, _stamp(file, project)) for file in files if file.old and file.new}
        told = [one for one in compared.values() if one.told]
        alone = _without_twins(told)
        report = Report(
            changed=tuple(_changed(one, project) for one in alone),
            new=tuple(file.name for file in files if not file.old),
            gone=tuple(file.name for file in files if not file.new),
            twins=len(told) - len(alone),
            only_code=sum(not one.told and any(p.fate is Fate.CODE for p in one.pairs) for one in compared.values()),
            same=sum(all(p.fate is Fate.SAME for p in one.pairs) for one in compared.values()),
            refused=refused,
        )
        if wish.to and report.changed:
            places = {one.name: file for file, one in compared.items()}
            write_side_file(wish.to, _drawn(report, places, root, wish), _PURPOSE)
    if options.as_json:
        tell_data(report.data(wish.to))
    else:
        print("\n".join(report.lines(wish.to)))
    return ExitCode.PROBLEMS if report.differs else ExitCode.DONE


# What is compared with what ---------------------------------------------------------------------------------


def _refuse_nothing(path: Path) -> None:
    if not path.exists():
        raise UsageError(_nothing(path, "it is not there"))
    if path.is_dir() and not _pdfs(path):
        raise UsageError(_nothing(path, "no PDF lies in it"))


def _files(old: Path, new: Path, refused: Refused) -> list[_File]:
    """The files of both sides by their paths, apart from those of which nothing new could be made."""
    if old.is_file():
        return [] if refused else [_File(_name_of(old), old, _partner(old, new))]
    if new.is_file():
        raise UsageError(_nothing(new, f"{shown(old)} is a folder, and this is a file"))
    olds, news = _pdfs(old), _pdfs(new)
    names = sorted((olds.keys() | news.keys()) - refused.keys())
    return [_File(name, olds.get(name), news.get(name)) for name in names]


def _pdfs(folder: Path) -> dict[str, Path]:
    """The PDFs of an output folder by their paths; a draft goes by the name of the clean file, where there is none."""
    found: dict[str, Path] = {}
    for path in sorted(folder.rglob("*.pdf")):
        name = path.relative_to(folder).as_posix()
        if name.split("/")[0] in _BESIDE or PUT_ASIDE in path.name:
            continue
        if not any(part.startswith(".") for part in name.split("/")) and (
            _clean(name) == name or _clean(name) not in found
        ):
            found[_clean(name)] = path
    return found


def _partner(old: Path, new: Path) -> Path:
    """The file to lay beside `old`: `new` itself, or the one of the same name in the folder `new`."""
    if new.is_file():
        return new
    there = _pdfs(new)
    for length in (3, 2):
        name = _clean("/".join(old.resolve().parts[-length:]))
        if name in there:
            return there[name]
    raise UsageError(_nothing(new, f"{_name_of(old)} is not in it"))


def _name_of(path: Path) -> str:
    """The path as it is in an output folder, as far as the file's own path tells."""
    return _clean("/".join(path.resolve().parts[-2:]))


def _clean(name: str) -> str:
    return name.removesuffix(_DRAFT) + ".pdf" if name.endswith(_DRAFT) else name


def _nothing(path: Path, reason: str) -> Problem:
    return Problem(
        "compare-nothing",
        f"this cannot be compared: {reason}",
        "Name two PDFs, or two folders of finished leaflets such as output. Without a second name the content of "
        "today is meant.",
        Place(shown(path)),
    )


# The content of today ---------------------------------------------------------------------------------------


def _made(options: Options, root: Path, old: Path, folder: Path, project: Project | None) -> Refused:
    """Makes what `old` shows from the content of today into `folder`; what cannot be made comes back."""
    choice = Choice() if old.is_dir() else _choice(old, project)
    present = importlib.import_module("press.cli.present")  # only now, as it brings in every tool
    refused: Refused = present.make_present(root, folder, choice, options.today or date.today())
    return refused


def _choice(old: Path, project: Project | None) -> Choice:
    """The one job whose file `old` is."""
    job = _job("/".join(old.resolve().parts[-3:]))
    if job is None or (project and job.leaflet not in project.leaflets):
        raise UsageError(
            Problem(
                "compare-unclear",
                f"{old.name} has not the name of a leaflet of this project",
                "Name the newer file too: ./run diff OLD.pdf NEW.pdf",
                Place(shown(old)),
            )
        )
    branch = job.branch if project and job.branch in project.branches else project.clinic.main_branch if project else ""
    return Choice(
        leaflets=(job.leaflet,),
        languages=(job.language,),
        formats=(job.format,),
        media=(str(job.medium),),
        branches=(branch,) if branch else (),
    )


def _job(name: str) -> Job | None:
    """The job whose file has this path; its branch may be any folder's name."""
    found = _PATH.fullmatch(_clean(name))
    if found is None:
        return None
    return Job(found["leaflet"], found["language"], found["branch"] or "", found["format"], Medium(found["medium"]))


# Comparing and drawing --------------------------------------------------------------------------------------


def _stamp(file: _File, project: Project | None) -> str:
    """The word that a draft has on every page, where one of the two is a draft; "" where none is."""
    job = _job(file.name)
    is_draft = any(path and path.name.endswith(_DRAFT) for path in (file.old, file.new))
    if not is_draft or job is None or project is None or job.language not in project.vocabularies:
        return ""
    return str(project.vocabularies[job.language].draft)


def _compared(file: _File, stamp: str) -> Compared:
    if file.old is None or file.new is None:
        raise ValueError(f"{file.name} is on one side only")
    old, new = (_paper(path) for path in (file.old, file.new))
    return Compared(file.name, old, new, compare(old, new, stamp))


def _paper(path: Path) -> Paper:
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "the disk says no"
        raise ContentError(
            Problem("compare-unreadable", f"it cannot be read: {reason}", "Copy the file anew.", Place(shown(path)))
        ) from None
    return read_paper(data, shown(path))


def _without_twins(compared: Sequence[Compared]) -> list[Compared]:
    """The sheet for the printer shows the same panels as the screen file; one of them is enough."""
    names = {one.name for one in compared}
    twins = {name: name.replace(f".{Medium.OFFICE}.", f".{Medium.SCREEN}.") for name in names}
    return [one for one in compared if twins[one.name] == one.name or twins[one.name] not in names]


def _changed(one: Compared, project: Project | None) -> Changed:
    job = _job(one.name)
    return Changed(one, tuple((page_name(project, job, one, pair), pair) for pair in one.told))


def _drawn(report: Report, places: Mapping[str, _File], root: Path, wish: DiffWish) -> bytes:
    pairs = [
        Shown(
            pair,
            one.compared.old,
            one.compared.new,
            plain(f"{one.compared.name} · {name} · {WHAT[pair.fate]}"),
            _label("old", places[one.compared.name].old, one.compared.old),
            _label(
                "new" if wish.new else "today", places[one.compared.name].new if wish.new else None, one.compared.new
            ),
        )
        for one in report.changed
        for name, pair in one.pages
    ]
    to = wish.to or Path()
    as_png = to.suffix.lower() == ".png"
    if as_png and len(pairs) > MOST_IN_A_PICTURE:
        raise UsageError(
            Problem(
                "usage",
                f"{len(pairs)} changed pages are too many for one picture.",
                f"Write a PDF: --to {to.with_suffix('.pdf')}",
            )
        )
    pdf = side_by_side(pairs, root / FONT)
    return as_picture(pdf) if as_png else pdf


def _label(side: str, path: Path | None, paper: Paper) -> str:
    return plain(" · ".join(part for part in (side, paper.code, shown(path) if path else "") if part))
