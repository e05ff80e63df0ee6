from __future__ import annotations

import getpass
import json
import subprocess
from pathlib import Path

from tests.whole.conftest import ROOT


def test_screen_files_are_small(screen_files: tuple[Path, ...]) -> None:
    assert {path.name: path.stat().st_size for path in screen_files if path.stat().st_size >= 300_000} == {}


def test_no_file_tells_where_or_by_whom_it_was_made(output: Path, tmp_path: Path) -> None:
    secrets = {str(ROOT), str(Path.home()) + "/", str(output), "/tmp/", f"/home/{getpass.getuser()}"}
    for path in sorted(output.rglob("*.pdf")):
        open_file = tmp_path / "open.pdf"
        subprocess.run(["qpdf", "--qdf", "--object-streams=disable", path, open_file], check=True)
        text = open_file.read_bytes()
        assert [secret for secret in secrets if secret.encode() in text] == [], path.name
    manifest = (output / "manifest.json").read_text("utf-8")
    assert [secret for secret in secrets if secret in manifest] == []


def test_the_manifest_knows_every_file(output: Path) -> None:
    rows = json.loads((output / "manifest.json").read_text("utf-8"))["files"]
    assert {row["path"] for row in rows} == {path.relative_to(output).as_posix() for path in output.rglob("*.pdf")}
    for row in rows:
        assert set(row["guards"].values()) == {"passed"}
        wanted = {"content", "dates", "references", "sources", "critical", "markup", "fit", "picture", "qr"}
        wanted |= {"words", "translation", "sign-off"}
        wanted.add("access" if row["medium"] == "screen" else "print")
        assert set(row["guards"]) == wanted
