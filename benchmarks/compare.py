"""How long a build takes, beside plain WeasyPrint that renders the same pages and checks nothing.

    python benchmarks/compare.py [--rounds N] [--check]

Works on a copy of the project in a temporary folder, on one processor, and prints one table. Everything is
measured as whole processes, from the start of Python to its end: time on the clock, and time of the processor
(user and system), which other programs on the machine disturb less. See README.md beside this file.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
COPIED = ("build.py", "pyproject.toml", "requirements.lock", "press", "content", "templates", "styles")
TARGET = 1.25
CHECK_TARGET = 1.5  # seconds by the clock


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of one process."""

    wall: float
    cpu: float


class Bench:
    """A copy of the project, and what can be done with it."""

    def __init__(self, folder: Path) -> None:
        self.root, self.output, self.pages = folder / "project", folder / "output", folder / "pages"
        self.root.mkdir()
        self.pages.mkdir()
        for name in COPIED:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
            copy(ROOT / name, self.root / name)
        _run(self.root, "-m", "compileall", "-q", "press")
        _run(self.root, str(ROOT / "benchmarks/pages.py"), str(self.pages))
        self.plan = json.loads((self.pages / "jobs.json").read_text("utf-8"))

    def cold(self) -> Cost:
        """A build of everything with nothing known and nothing there."""
        shutil.rmtree(self.output, ignore_errors=True)
        shutil.rmtree(self.root / ".cache", ignore_errors=True)
        return self.build()

    def build(self) -> Cost:
        """A build of everything, with whatever is known."""
        words = ("build.py", "build", "--jobs", "1", "--output", str(self.output), "--today", self.plan["today"])
        return _run(self.root, *words)[0]

    def check(self) -> Cost:
        """The checks that need no layout."""
        return _run(self.root, "build.py", "check", "--today", self.plan["today"])[0]

    def plain(self) -> Cost:
        """Plain WeasyPrint renders the same pages."""
        # The same fonts for both: neither looks through those of the machine.
        fonts = str(self.root / "styles/fonts/fonts.conf")
        cost, said = _run(self.root, str(ROOT / "benchmarks/plain.py"), str(self.pages), FONTCONFIG_FILE=fonts)
        if int(said) != self.plan["panels"]:
            sys.exit(f"Plain WeasyPrint made {said.strip()} pages of {self.plan['panels']} panels: not the same work.")
        return cost

    def change_a_price(self) -> None:
        """One amount of the price list becomes larger by one."""
        path = self.root / "content/prices.yaml"
        text = path.read_text("utf-8")
        found = re.search(r"amount: (\d+)", text)
        assert found is not None, "the price list has an amount"
        path.write_text(f"{text[: found.start(1)]}{int(found[1]) + 1}{text[found.end(1) :]}", "utf-8")

    def inputs(self) -> dict[str, Any]:
        """What each published file was made from, by its path."""
        rows = json.loads((self.output / "manifest.json").read_text("utf-8"))["files"]
        return {row["path"]: row["inputs"] for row in rows}


def main(rounds: int) -> None:
    """Measures, and prints the table."""
    processor = _one_processor()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        bench.cold(), bench.plain()  # the first of each brings the files into memory
        pairs = [(bench.cold(), bench.plain()) for _ in _told("cold build and plain WeasyPrint", rounds)]
        unchanged = [bench.build() for _ in _told("nothing changed", rounds)]
        changed, remade = _with_new_prices(bench, rounds)
        checks = [bench.check() for _ in _told("check", rounds)]
        files = len(bench.plan["jobs"])
    cold, plain = zip(*pairs, strict=True)
    print(f"{files} files, {bench.plan['panels']} panels, {rounds} rounds, {processor}; medians\n")
    print("| | clock, ms | processor, ms | to the cold build (processor) |")
    print("|---|--:|--:|--:|")
    for name, costs in (
        ("cold build: layout, imposition and every check", cold),
        ("plain WeasyPrint: layout only", plain),
        ("build again, nothing changed", unchanged),
        (f"one price changed: {remade} of {files} files made anew", changed),
        ("check", checks),
    ):
        share = median(cost.cpu for cost in costs) / median(cost.cpu for cost in cold)
        print(f"| {name} | {_ms(costs, _wall)} | {_ms(costs, _cpu)} | {share:.3f} |")
    print()
    for name, of in (("clock", _wall), ("processor", _cpu)):
        ratios = sorted(of(one) / of(other) for one, other in pairs)
        told = ", ".join(f"{ratio:.2f}" for ratio in ratios)
        print(f"cold build to plain WeasyPrint by {name}: {median(ratios):.2f} (pair by pair: {told})")
    print(f"target: at most {TARGET}")
    _tell_check(checks)


def check_alone(rounds: int) -> None:
    """Measures `check` and nothing else."""
    _one_processor()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        bench.check()
        _tell_check([bench.check() for _ in _told("check", rounds)])


def _tell_check(costs: Sequence[Cost]) -> None:
    seconds = sorted(cost.wall for cost in costs)
    shown = ", ".join(f"{second:.2f}" for second in seconds)
    print(f"check of the whole content: {median(seconds):.2f} s ({shown}); target: under {CHECK_TARGET} s")


def _with_new_prices(bench: Bench, rounds: int) -> tuple[list[Cost], int]:
    """What a build costs after a change of one price, and how many files it made anew."""
    costs, remade = [], 0
    for _ in _told("one price changed", rounds):
        before = bench.inputs()
        bench.change_a_price()
        costs.append(bench.build())
        after = bench.inputs()
        remade = sum(before[path] != after[path] for path in after)
    return costs, remade


def _run(root: Path, *words: str, **settings: str) -> tuple[Cost, str]:
    """Runs Python with `words` in the folder `root`; what it cost and what it said."""
    env = {**os.environ, "PYTHONPATH": str(root), **settings}
    with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as complaints:
        start = perf_counter()
        process = subprocess.Popen([sys.executable, *words], cwd=root, env=env, stdout=said, stderr=complaints)
        _, status, usage = os.wait4(process.pid, 0)
        wall = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        for stream in (said, complaints):
            stream.seek(0)
        if process.returncode:
            sys.exit(f"{' '.join(words)} ended with {process.returncode}:\n{complaints.read().decode()}")
        return Cost(wall, usage.ru_utime + usage.ru_stime), said.read().decode()


def _one_processor() -> str:
    """Keeps this process and all it starts on one processor, where the system can."""
    if not hasattr(os, "sched_setaffinity"):
        return "any processor"
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    return "one processor"


def _told(what: str, rounds: int) -> Iterator[int]:
    for number in range(1, rounds + 1):
        print(f"{what}: {number} of {rounds}", file=sys.stderr)
        yield number


def _wall(cost: Cost) -> float:
    return cost.wall


def _cpu(cost: Cost) -> float:
    return cost.cpu


def _ms(costs: Sequence[Cost], of: Callable[[Cost], float]) -> str:
    return f"{1000 * median(map(of, costs)):.0f}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Compares a build with plain WeasyPrint.")
    parser.add_argument("--rounds", type=int, default=5, help="how often everything is measured (default: 5)")
    parser.add_argument("--check", action="store_true", help="measure `check` alone")
    options = parser.parse_args()
    (check_alone if options.check else main)(options.rounds)
