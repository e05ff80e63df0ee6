import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from press.batch import AHEAD, InlineExecutor, Outcome, PoolExecutor, default_workers, executor, run
from press.errors import LayoutError, Problem

ROOT = Path(__file__).parents[1]
PROBLEM = Problem("panel-too-full", "The panel is too full", "Shorten it")


def worker(task: str) -> str:
    """Does what the task says; a top-level function, so that a process pool can take it."""
    match task.split():
        case ["refuse", *_]:
            raise LayoutError(PROBLEM)
        case ["bug", *_]:
            return f"{1 / 0}"
        case ["crash", *_]:
            os._exit(7)
        case ["crash-once", file]:
            if not Path(file).exists():
                Path(file).touch()
                os._exit(7)
        case ["ctrl-c"]:
            os.kill(os.getpid(), signal.SIGINT)
        case ["pid", *_]:
            return str(os.getpid())
        case ["unpicklable", *_]:
            return lambda: 1  # type: ignore[return-value]
    return task.upper()


def done(tasks: list[str], on: Executor) -> dict[str, Outcome[str, str]]:
    with on:
        outcomes = list(run(tasks, worker, on))
    assert sorted(outcome.task for outcome in outcomes) == sorted(tasks), "one outcome a task"
    return {outcome.task: outcome for outcome in outcomes}


EXECUTORS: dict[str, Callable[[], Executor]] = {
    "inline": lambda: executor(1),
    "processes": lambda: executor(2),
    "threads": lambda: ThreadPoolExecutor(3),
}


@pytest.fixture(params=EXECUTORS)
def each(request: pytest.FixtureRequest) -> Executor:
    return EXECUTORS[request.param]()


def test_every_task_has_its_outcome(each: Executor) -> None:
    tasks = [f"leaflet {number}" for number in range(3 * AHEAD)]
    assert {task: outcome.product for task, outcome in done(tasks, each).items()} == {
        task: task.upper() for task in tasks
    }


def test_a_refusal_and_a_bug_stop_only_themselves(each: Executor) -> None:
    found = done(["a", "refuse", "b", "bug", "c"], each)
    assert found["refuse"] == Outcome("refuse", problems=(PROBLEM,))
    assert "ZeroDivisionError" in found["bug"].bug
    assert "return f" in found["bug"].bug, "the traceback of the worker, wherever it ran"
    assert [found[task].product for task in "abc"] == ["A", "B", "C"]


def test_no_tasks_no_outcomes(each: Executor) -> None:
    assert done([], each) == {}


def test_known_outcomes_are_passed_on_and_not_worked_on() -> None:
    known: Outcome[str, str] = Outcome("bug", product="from the cache")
    tasks: list[str | Outcome[str, str]] = ["a", known, "b"]
    outcomes = list(run(tasks, worker, InlineExecutor()))
    assert known in outcomes
    assert [outcome.product for outcome in outcomes if outcome is not known] == ["A", "B"]


def test_tasks_are_read_as_they_are_needed() -> None:
    read = []

    def tasks() -> Iterator[str]:
        for number in range(1000):
            read.append(number)
            yield str(number)

    with ThreadPoolExecutor(1) as threads:
        outcomes = run(tasks(), worker, threads)
        next(outcomes)
        assert len(read) <= AHEAD + 1
        outcomes.close()


def test_outcomes_of_one_process_come_at_once() -> None:
    outcomes = run(iter(["a", "b"]), worker, InlineExecutor())
    assert next(outcomes).product == "A"


# Processes -----------------------------------------------------------------------------------------------


def test_a_crashing_task_takes_no_other_with_it() -> None:
    tasks = ["crash", *(f"leaflet {number}" for number in range(20))]
    found = done(tasks, executor(2))
    assert "ended twice" in found.pop("crash").bug
    assert {task: outcome.product for task, outcome in found.items()} == {task: task.upper() for task in tasks[1:]}


def test_a_task_that_crashed_once_is_done_again(tmp_path: Path) -> None:
    task = f"crash-once {tmp_path / 'crashed'}"
    assert done([task, "a"], executor(2))[task].product == task.upper()


def test_any_pool_may_break_for_good() -> None:
    class Broken(PoolExecutor):
        def submit(self, *_: object, **__: object) -> Future[str]:  # type: ignore[override]
            raise BrokenExecutor("gone")

    outcomes = run(["a", "bug", "b"], worker, Broken(2), spare=InlineExecutor)
    assert sorted(outcome.product or "" for outcome in outcomes) == ["", "A", "B"]


def test_a_pool_goes_on_after_a_crash() -> None:
    with PoolExecutor(1) as pool:
        assert isinstance(pool.submit(worker, "crash").exception(), BrokenExecutor)
        assert pool.submit(worker, "a").result() == "A"


def test_ctrl_c_is_for_the_parent() -> None:
    assert done(["ctrl-c"], executor(2))["ctrl-c"].product == "CTRL-C"


def test_what_cannot_travel_between_processes_is_a_bug() -> None:
    found = done(["unpicklable", "a"], executor(2))
    assert "pickle" in found["unpicklable"].bug
    assert found["a"].product == "A"


def test_worker_processes_are_replaced() -> None:
    found = done([f"pid {number}" for number in range(12)], PoolExecutor(1, tasks_per_pool=4))
    assert len({outcome.product for outcome in found.values()}) == 3


def test_one_worker_means_no_other_process() -> None:
    assert done(["pid"], executor(1))["pid"].product == str(os.getpid())
    assert done(["pid"], executor(2))["pid"].product != str(os.getpid())


def test_there_are_no_more_workers_than_tasks() -> None:
    assert default_workers(1) == 1
    assert default_workers(0) == 1
    assert 1 <= default_workers(10_000) <= (os.cpu_count() or 1)


PARENT = r"""
import os, sys, time
from press.batch import executor, run

def work(task):
    os.write(1, f"{os.getpid()}\n".encode())  # in one piece, as others write too
    time.sleep(task)
    return task

if __name__ == "__main__":
    seconds = float(sys.argv[1])
    done = 0
    try:
        with executor(2) as pool:
            for outcome in run(iter([0, 0] + [seconds] * 60), work, pool):
                done += 1
                if done == 3:
                    os.write(1, b"busy\n")
    except KeyboardInterrupt:
        print("stopped", done, flush=True)
        sys.exit(130)
"""


@pytest.fixture
def parent(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    process = subprocess.Popen(
        [sys.executable, str(script), "1"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    yield process
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def pids_until_busy(process: subprocess.Popen[bytes]) -> set[int]:
    assert process.stdout is not None
    found = set()
    while (line := process.stdout.readline().strip()) != b"busy":
        assert line, process.communicate()
        found.add(int(line))
    return found


def test_ctrl_c_waits_until_it_can_do_no_harm() -> None:
    steps = []

    def tasks() -> Iterator[str]:
        yield "a"
        os.kill(os.getpid(), signal.SIGINT)
        steps.append("the step in hand was ended")
        yield "b"
        steps.append("one more was begun")
        yield "c"

    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        list(run(tasks(), worker, InlineExecutor()))
    assert steps == ["the step in hand was ended"]
    assert signal.getsignal(signal.SIGINT) is before


def test_ctrl_c_ends_soon_and_quietly(parent: subprocess.Popen[bytes]) -> None:
    pids_until_busy(parent)
    began = time.monotonic()
    os.killpg(parent.pid, signal.SIGINT)
    out, error = parent.communicate(timeout=20)
    assert time.monotonic() - began < 8, "what is waiting must not be done any more"
    assert parent.returncode == 130
    assert b"stopped" in out
    assert error == b""


def test_workers_end_when_their_parent_is_killed(parent: subprocess.Popen[bytes]) -> None:
    workers = pids_until_busy(parent)
    assert workers
    parent.kill()
    parent.wait()
    deadline = time.monotonic() + 10
    while living := {pid for pid in workers if _lives(pid)}:
        assert time.monotonic() < deadline, f"{living} still run"
        time.sleep(0.05)


def _lives(pid: int) -> bool:
    """Whether it runs; a zombie, which waits for somebody to ask how it ended, does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
