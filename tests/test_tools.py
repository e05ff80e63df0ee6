import shutil
from pathlib import Path

import pytest

from press import tools


def test_every_tool_has_a_version_here() -> None:
    assert all(number[0].isdigit() for number in tools.versions().values()), tools.versions()


def test_a_missing_tool_is_told_and_not_a_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools, "PACKAGES", ("no-such-package",))
    monkeypatch.setattr(tools, "LIBRARIES", {"a": ("libnone.so", "x"), "b": ("libpango-1.0.so.0", "none")})
    assert list(tools.versions().values())[1:] == ["missing"] * 3


def test_the_digest_follows_our_code_and_the_tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "press").mkdir()
    (tmp_path / "press/a.py").write_text("x = 1")
    shutil.copytree(tmp_path / "press", tmp_path / "copy")
    first = tools.machine_digest(tmp_path / "press")
    assert tools.machine_digest(tmp_path / "copy") == first, "the place does not matter"
    (tmp_path / "copy/a.py").write_text("x = 2")
    assert tools.machine_digest(tmp_path / "copy") != first
    monkeypatch.setattr(tools, "PACKAGES", ("weasyprint",))
    assert tools.machine_digest(tmp_path / "press") != first
