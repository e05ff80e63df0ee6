from __future__ import annotations

import subprocess
from pathlib import Path

from press.load.project import load
from tests.whole import poppler
from tests.whole.conftest import ROOT


def test_every_qr_code_is_read_from_a_grey_copy(
    screen_files: tuple[Path, ...], office_files: tuple[Path, ...], tmp_path: Path
) -> None:
    project = load(ROOT).project
    assert project is not None
    address = project.branches[project.clinic.main_branch].web
    for path in (*screen_files, *office_files):
        folder = tmp_path / path.parent.name / path.stem
        folder.mkdir(parents=True)
        poppler.greys(path, 200, folder)
        read = subprocess.run(
            ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", *sorted(folder.glob("*.pgm"))],
            capture_output=True,
            text=True,
            check=False,
        ).stdout.split()
        assert set(read) == {address}, f"{path.name}: {read}"
