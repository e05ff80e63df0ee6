"""Every QR code, read by another program than ours from a grey copy, as an old office machine makes it."""

from __future__ import annotations

import subprocess
from pathlib import Path

from press.load.project import load
from tests.whole import poppler
from tests.whole.conftest import ROOT

DPI = 150


def test_every_qr_code_is_read_from_a_grey_copy(
    screen_files: tuple[Path, ...], office_files: tuple[Path, ...], tmp_path: Path
) -> None:
    project = load(ROOT).project
    assert project is not None
    address = project.branches[project.clinic.main_branch].web
    for path in (*screen_files, *office_files):
        _, key, medium, _ = path.name.split(".")
        nup = project.formats[key].nup
        copies = nup.columns * nup.rows if medium == "office" else 1
        folder = tmp_path / path.parent.name / path.stem
        folder.mkdir(parents=True)
        poppler.greys(path, DPI, folder)
        assert _read(folder) == [address] * copies, path.name


def _read(folder: Path) -> list[str]:
    """What zbarimg finds in the pictures of a folder."""
    pictures = sorted(str(path) for path in folder.glob("*.pgm"))
    command = ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", *pictures]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.split()
