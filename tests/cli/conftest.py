from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from press.cli.main import main
from tests.cli.fakes import FakeProject, install


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeProject:
    monkeypatch.chdir(tmp_path)
    return install(tmp_path, monkeypatch)


@dataclass(frozen=True)
class Said:
    """What a command left behind: exit code, standard output, standard error."""

    code: int
    out: str
    error: str


@pytest.fixture
def run(project: FakeProject, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Runs words as `build.py` would."""

    def runs(*words: str) -> Said:
        if not words or words[0] in ("build",) or words[0].startswith("--"):
            options = words[1:] if words[:1] == ("build",) else words
            words = ("build", "--today", "2026-01-01", "--jobs", "1", *options)
        code = main(list(words), project.root)
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return runs
