"""Asks veraPDF whether files are what they say they are; a missing tool is a failure, never a skip.

The engine is the jar inside the PyPI package of requirements.txt, which `./run test` puts into build/ here;
what Java no longer brings along (JAXB) comes from Debian's libjaxb-java.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).parent
BUILD = HERE / "build"
ENGINE = BUILD / "verapdf.jar"
SOURCE = HERE / "VeraPdf.java"
JAVA_LIBRARIES = Path("/usr/share/java")
JAXB = (
    "jaxb-api",
    "jaxb-core",
    "jaxb-runtime",
    "javax.activation",
    "istack-commons-runtime",
    "txw2",
    "stax-ex",
)
SECONDS = 300


class ToolMissingError(AssertionError):
    """The validator cannot run here."""


def validate(files: Sequence[Path], flavour: str = "ua1") -> dict[Path, list[str]]:
    """For each file the rules it fails, such as "7.1-10 what is wrong (3 times)"; nothing for a good file.

    `flavour` is veraPDF's name of a standard: ua1, ua2, 2b, 3u, 4 …
    """
    if not files:
        return {}
    classpath = _classpath()
    java = _program("java")
    command = [java, "-cp", f"{_compiled(classpath)}:{classpath}", "VeraPdf", flavour, *map(str, files)]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    if answer.returncode:
        raise ToolMissingError(f"veraPDF stopped with {answer.returncode}: {answer.stderr[-2000:]}")
    return _read(answer.stdout, files)


def _read(answer: str, files: Sequence[Path]) -> dict[Path, list[str]]:
    counts: dict[Path, dict[str, int]] = {file: {} for file in files}
    answered = set()
    for line in answer.splitlines():
        kind, *rest = line.split("\t")
        if kind not in ("failed", "done", "broken"):
            continue  # the engine's own remarks
        file = files[int(rest[0])]
        if kind == "failed":
            rule = f"{rest[1]} {rest[2]}"
            counts[file][rule] = counts[file].get(rule, 0) + 1
            continue
        answered.add(file)
        if kind == "broken":
            counts[file][f"cannot be read: {rest[1]}"] = 1
        elif int(rest[1]) == 0 or (rest[2] != "compliant" and not counts[file]):
            counts[file][f"{rest[1]} checks, {rest[2]}, without a reason"] = 1
    for file in files:
        if file not in answered:
            counts[file]["no answer from veraPDF"] = 1
    return {
        file: [f"{rule} ({count} times)" if count > 1 else rule for rule, count in sorted(rules.items())]
        for file, rules in counts.items()
    }


def _classpath() -> str:
    if not ENGINE.exists():
        raise ToolMissingError(f"the veraPDF engine is not at {ENGINE}: `./run test` puts it there")
    libraries = [JAVA_LIBRARIES / f"{name}.jar" for name in JAXB]
    missing = [str(library) for library in libraries if not library.exists()]
    if missing:
        raise ToolMissingError(f"install the Debian package libjaxb-java; missing: {', '.join(missing)}")
    return ":".join(map(str, [ENGINE, *libraries]))


def _compiled(classpath: str) -> Path:
    """The folder with our class, compiled once for each text of it."""
    folder = BUILD / f"classes-{hashlib.sha256(SOURCE.read_bytes()).hexdigest()[:16]}"
    if not (folder / "VeraPdf.class").exists():
        part = Path(tempfile.mkdtemp(dir=BUILD))  # other tests may be compiling too
        command = [_program("javac"), "-nowarn", "-cp", classpath, "-d", str(part), str(SOURCE)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
        if done.returncode:
            raise ToolMissingError(f"javac: {done.stderr[-2000:]}")
        folder.mkdir(parents=True, exist_ok=True)
        (part / "VeraPdf.class").replace(folder / "VeraPdf.class")
        shutil.rmtree(part)
    return folder


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise ToolMissingError(f"{name} is missing: install the Debian package default-jdk-headless")
    return found
