"""Stand-ins for the rooms a build goes through: quick, and as wrong as a test needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from press.cli import check, listing, proof, works
from press.errors import ContentError, Place, Problem
from press.fingerprint import digest, edition_code
from press.model.clinic import Branch, Clinic, Emergency, Phone
from press.model.format import Format, FormatPanel, Margins, Size
from press.model.guard import GuardResult
from press.model.job import Choice, Job, Medium
from press.model.leaflet import FormatLayout, Leaflet, LeafletText, PanelLayout, Section
from press.model.prices import PriceList
from press.model.project import Project
from tests.cli.fake_work import FakeProduct, FakeTask, make

TODAY = date(2026, 1, 1)
LEAFLETS = "content/leaflets"


@dataclass(frozen=True)
class FakeLoaded:
    project: Project | None
    problems: tuple[Problem, ...] = ()


@dataclass
class FakeProject:
    """A project's folder; what is written into a leaflet's file decides what happens to it."""

    root: Path
    guards: list[GuardResult] = field(default_factory=list)

    def write(self, leaflet: str, language: str, text: str) -> None:
        """The words of a leaflet; "refuse", "bug" and the like among them make it go wrong."""
        path = self.root / LEAFLETS / leaflet / f"{language}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    @property
    def output(self) -> Path:
        return self.root / "output"

    @property
    def made(self) -> list[str]:
        """The paths that were made (not taken from the cache) since the last look."""
        log = self.root / "made.log"
        found = sorted(log.read_text().split()) if log.exists() else []
        log.unlink(missing_ok=True)
        return found

    def published(self) -> dict[str, str]:
        """The published files with their words, by path."""
        return {
            path.relative_to(self.output).as_posix(): path.read_text("utf-8")
            for path in sorted(self.output.rglob("*.pdf"))
        }

    # The rooms ---------------------------------------------------------------------------------------------

    def load(self, root: Path, today: date | None = None) -> FakeLoaded:
        broken = root / "content/broken.yaml"
        if broken.exists():
            places = [Place("content/broken.yaml", 2, 3), Place("content/broken.yaml", 1, 1)]
            return FakeLoaded(None, tuple(Problem("yaml-syntax", "Odd line", "Mend it", at) for at in places))
        return FakeLoaded(_project(root))

    def lint(self, project: Project, today: date) -> tuple[GuardResult, ...]:
        return tuple(self.guards)

    def jobs(self, project: Project, choice: Choice) -> tuple[Job, ...]:
        return tuple(_jobs(project, choice))

    def prepare(self, project: Project, job: Job, today: date, lenient: bool = False) -> FakeTask:
        text = (Path(project.root) / LEAFLETS / job.leaflet / f"{job.language}.yaml").read_text("utf-8")
        place = Place(f"{LEAFLETS}/{job.leaflet}/{job.language}.yaml", 1, 1)
        if "unknown price" in text:
            raise ContentError(Problem("price-unknown", "No such price", "Add it", place))
        row = {
            "leaflet": job.leaflet,
            "language": job.language,
            "branch": job.branch,
            "format": job.format,
            "medium": str(job.medium),
            "valid_until": "2026-02-01" if "price" in text else None,
            "review_by": "2027-01-01",
        }
        log = str(Path(project.root) / "made.log")
        return FakeTask(job, digest(job.path, text), edition_code(text), row, text, log)


def install(root: Path, monkeypatch: pytest.MonkeyPatch) -> FakeProject:
    """A project in `root` with two leaflets in two languages, and the fakes in the place of the rooms."""
    fake = FakeProject(root)
    for leaflet in ("help", "overdose"):
        for language in ("en", "ru"):
            fake.write(leaflet, language, f"{leaflet} {language}")
    rooms = SimpleNamespace(jobs=fake.jobs, prepare=fake.prepare, make=make, resolve=None)
    for module in (works, check, listing, proof):
        monkeypatch.setattr(module, "load", fake.load)
    for module in (works, check):
        monkeypatch.setattr(module, "lint", fake.lint)
    monkeypatch.setattr(check, "resolve", lambda *_: SimpleNamespace(problems=()))
    for module in (works, listing):
        monkeypatch.setattr(module, "pipeline", rooms)
    monkeypatch.setattr(works, "Product", FakeProduct)
    monkeypatch.setattr(works, "keep_editions", lambda *_: ())
    return fake


def _jobs(project: Project, choice: Choice) -> Iterator[Job]:
    for leaflet, language in sorted(project.texts):
        for branch in sorted(project.branches):
            for medium in Medium:
                wanted = (
                    (choice.leaflets, leaflet),
                    (choice.languages, language),
                    (choice.branches, branch),
                    (choice.formats, "a4"),
                    (choice.media, medium),
                )
                if all(not some or one in some for some, one in wanted):
                    key = "" if branch == project.clinic.main_branch else branch
                    yield Job(leaflet, language, key, "a4", medium, choice.draft)


def _section(text: str) -> Section:
    words = "{price:visit}" if "price" in text else "b"
    return Section.model_validate({"blocks": ({"kind": "text", "key": "a", "text": words},)})


def _project(root: Path) -> Project:
    names = {"en": "North clinic", "ru": "Клиника"}
    size = Size(width=210, height=297)
    panels = (
        FormatPanel(key="front", names={"en": "front"}, outer=True),
        FormatPanel(key="back", names={"en": "back"}),
    )
    paper = Format(
        key="a4",
        names={"en": "A4 sheet"},
        sheet=size,
        trim=size,
        panels=panels,
        margins=Margins(top=10, right=10, bottom=10, left=10),
        safe=5,
        floor=11,
        scale={},
    )
    phone = Phone(number="+74951270203")
    prices = {"currency": "RUB", "valid_from": "2025-01-01", "valid_until": "2026-02-01"}
    service = {"key": "visit", "names": names, "amount": "4500"}
    group = {"key": "home", "names": names, "icon": "house", "services": (service,)}
    price_list = PriceList.model_validate({**prices, "groups": (group,)})
    price_list.place_at({"": Place("content/prices.yaml", 1, 1)})
    files = [path for path in sorted((root / LEAFLETS).glob("*/*.yaml")) if path.read_text("utf-8")]
    return Project(
        root=str(root),
        clinic=Clinic(
            names=names,
            places=names,
            region="RU",
            languages=("en", "ru"),
            main_branch="main",
            emergency=Emergency(ambulance="103", single="112"),
            owner="chief doctor",
            disclaimer=names,
        ),
        branches={
            key: Branch(key=key, names=names, phones={"main": phone}, web="https://example.org")
            for key in ("main", "south")[: 2 if (root / "content/south").exists() else 1]
        },
        price_lists=(price_list,),
        prices=price_list,
        word_lists={},
        translated={},
        sign_offs={},
        sources={},
        leaflets={
            path.parent.name: Leaflet(
                key=path.parent.name,
                owner="chief doctor",
                written_on=TODAY,
                review_by=date(2027, 1, 1),
                formats={"a4": FormatLayout(panels={"front": PanelLayout(sections=("a",))})},
            )
            for path in files
        },
        texts={
            (path.parent.name, path.stem): LeafletText(
                language=path.stem,
                title=f"{path.parent.name.title()} ({path.stem})",
                summary="What to do",
                sections={"a": _section(path.read_text("utf-8"))},
            )
            for path in files
        },
        formats={"a4": paper},
        vocabularies={},
    )
