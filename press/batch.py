"""Many tasks through any `concurrent.futures` executor, one outcome each; a failure stops only itself."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
import traceback
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from multiprocessing.connection import wait as wait_for
from typing import Any, Generic, TypeVar

from press.errors import PressError, Problem

TaskT = TypeVar("TaskT")
ProductT = TypeVar("ProductT")

#: How many tasks are handed to the executor at once; the rest stay where they need no memory.
AHEAD = 32
#: Memory grows a little with every layout, so the worker processes are replaced after this many tasks.
TASKS_PER_POOL = 200
#: Seconds after which a Ctrl-C is noticed at the latest.
GLANCE = 0.2
#: Imported once, before the workers are forked, so that each of them starts with it.
PRELOAD = ("press.pipeline",)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[TaskT, ProductT]):
    """What became of a task: a product, or problems somebody can mend, or a bug (the traceback)."""

    task: TaskT
    product: ProductT | None = None
    problems: tuple[Problem, ...] = ()
    bug: str = ""


def run(
    tasks: Iterable[TaskT | Outcome[TaskT, ProductT]],
    worker: Callable[[TaskT], ProductT],
    executor: Executor,
    spare: Callable[[], Executor] | None = None,
) -> Generator[Outcome[TaskT, ProductT], None, None]:
    """One outcome a task, in the order they are done.

    `tasks` is read while the work goes on; an outcome among them (known without work) is passed straight on.
    Where a pool breaks, the tasks it held are done once more, one at a time in a pool from `spare`, so that
    the one that crashes takes no other with it.
    """
    alone = _Alone(worker, spare or _pool_of_one)
    waiting: dict[Future[ProductT], TaskT] = {}
    with _CtrlC() as ctrl_c:
        try:
            for item in tasks:
                ctrl_c.heed()
                if isinstance(item, Outcome):
                    yield item
                    continue
                waiting[_submitted(executor, worker, item)] = item
                while len(waiting) >= AHEAD or any(future.done() for future in waiting):
                    yield from _next(waiting, alone, ctrl_c)
            while waiting:
                yield from _next(waiting, alone, ctrl_c)
            ctrl_c.heed()
        finally:  # also where the caller stops listening, or on Ctrl-C
            for future in waiting:
                future.cancel()
            alone.close()


def executor(workers: int) -> Executor:
    """Does the work in this process for one worker, otherwise in that many processes."""
    if workers > 1:
        return PoolExecutor(workers)
    _collect_seldom()
    return InlineExecutor()


def default_workers(tasks: int) -> int:
    """As many as there are processors, but no more than tasks."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(usable, tasks))


class InlineExecutor(Executor):
    """Does each task at once, in this process."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """A future that is done already."""
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # whatever it is, the caller hears of it; Ctrl-C goes through
            future.set_exception(error)
        return future


class PoolExecutor(Executor):
    """Worker processes, replaced after `TASKS_PER_POOL` tasks and after one of them has crashed.

    The standard pool can replace its processes by itself (max_tasks_per_child), but may then wait for ever
    for a process it forgot to start: https://github.com/python/cpython/issues/115634.
    """

    def __init__(self, workers: int, tasks_per_pool: int = TASKS_PER_POOL) -> None:
        self._workers = workers
        self._tasks_per_pool = tasks_per_pool
        self._pool: ProcessPoolExecutor | None = None
        self._retired: list[ProcessPoolExecutor] = []
        self._submitted = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Hand the task to a worker process."""
        if self._submitted >= self._tasks_per_pool:
            self._retire()
        try:
            future = self._current().submit(fn, *args, **kwargs)
        except BrokenExecutor:
            self._retire()
            future = self._current().submit(fn, *args, **kwargs)
        self._submitted += 1
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the worker processes."""
        self._retire()
        for pool in self._retired:
            pool.shutdown(wait=wait, cancel_futures=cancel_futures)

    def _current(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self._workers, _context(), initializer=_settle_in)
            self._submitted = 0
        return self._pool

    def _retire(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=False)  # it still ends what it holds
            self._retired.append(self._pool)
            self._pool = None


class _CtrlC:
    """Keeps a Ctrl-C until it can do no harm: in the middle of the pool's locks it would block it for ever.

    A second one is not kept, for people in a hurry.
    """

    def __init__(self) -> None:
        self._pressed = False
        self._kept: Any = None

    def __enter__(self) -> _CtrlC:
        usual = signal.getsignal(signal.SIGINT) is signal.default_int_handler
        if usual and threading.current_thread() is threading.main_thread():
            self._kept = signal.signal(signal.SIGINT, self._note)
        return self

    def __exit__(self, *_: object) -> None:
        self._give_back()

    def heed(self) -> None:
        """Raise the KeyboardInterrupt that was kept, if any."""
        if self._pressed:
            self._pressed = False
            raise KeyboardInterrupt

    def _note(self, *_: object) -> None:
        self._pressed = True
        self._give_back()

    def _give_back(self) -> None:
        if self._kept is not None:
            signal.signal(signal.SIGINT, self._kept)
            self._kept = None


class _Alone(Generic[TaskT, ProductT]):
    """Does one task at a time, with a new pool after each crash."""

    def __init__(self, worker: Callable[[TaskT], ProductT], spare: Callable[[], Executor]) -> None:
        self._worker = worker
        self._spare = spare
        self._pool: Executor | None = None

    def outcome(self, task: TaskT) -> Outcome[TaskT, ProductT]:
        """What becomes of `task` when nothing else runs beside it."""
        if self._pool is None:
            self._pool = self._spare()
        future = _submitted(self._pool, self._worker, task)
        wait((future,))
        if isinstance(future.exception(), BrokenExecutor):
            self.close()
            return Outcome(task, bug=_LOST)
        return _told(future, task)

    def close(self) -> None:
        """End the pool, if there is one."""
        if self._pool is not None:
            self._pool.shutdown()
            self._pool = None


_LOST = "The process that worked on it ended twice without a word: out of memory, or killed from outside."


def _submitted(executor: Executor, worker: Callable[[TaskT], ProductT], task: TaskT) -> Future[ProductT]:
    """The task's future; one that failed already where the pool is broken."""
    try:
        return executor.submit(worker, task)
    except BrokenExecutor as error:
        future: Future[ProductT] = Future()
        future.set_exception(error)
        return future


def _next(
    waiting: dict[Future[ProductT], TaskT], alone: _Alone[TaskT, ProductT], ctrl_c: _CtrlC
) -> Iterator[Outcome[TaskT, ProductT]]:
    """The outcomes of what is done by now; at least one."""
    done: set[Future[ProductT]] = set()
    while not done:
        ctrl_c.heed()
        done, _ = wait(waiting, timeout=GLANCE, return_when=FIRST_COMPLETED)
    for future in done:
        task = waiting.pop(future)
        if isinstance(future.exception(), BrokenExecutor):
            yield alone.outcome(task)
        else:
            yield _told(future, task)


def _told(future: Future[ProductT], task: TaskT) -> Outcome[TaskT, ProductT]:
    error = future.exception()
    if error is None:
        return Outcome(task, future.result())
    if isinstance(error, PressError):
        return Outcome(task, problems=error.problems)
    return Outcome(task, bug="".join(traceback.format_exception(error)))


def _pool_of_one() -> Executor:
    return PoolExecutor(1)


def _context() -> Any:
    """How processes are started: from a clean server process, as threads and `fork` do not go together."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(PRELOAD))
    return context


def _collect_seldom() -> None:
    """Look for garbage less often: a layout makes very many objects and few cycles (a fifth of its time else)."""
    gc.freeze()  # what the imports left stays for good
    gc.set_threshold(50_000, 20, 100)


def _settle_in() -> None:
    """First thing in each worker: Ctrl-C is for the parent, and without a parent there is nothing to do."""
    _collect_seldom()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait_for([parent.sentinel])
        os._exit(1)
