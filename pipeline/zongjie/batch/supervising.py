"""A pool of processes in which a task that hangs or kills its process costs only itself.

Each worker has a pipe of its own and nothing in common with the others: no lock and no queue
that a worker killed at a bad moment could leave broken (``concurrent.futures`` and pebble share
both). A worker always holds the next task beside the one it works on, so that it never waits.
"""

import contextlib
import math
import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from time import monotonic
from typing import Any, Generic, TypeVar

from zongjie.batch.limits import Limits
from zongjie.batch.worker import AT, READY, serve
from zongjie.errors import ZongjieError

T = TypeVar("T")
_HELD = 2  # tasks that a worker holds: the one it works on and the next
_START = 120.0  # seconds that a new worker may take to import the package
_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
_STARTS = 3  # workers in a row that may die before they are ready


class WorkersDie(ZongjieError):
    """Workers end before they can take a task."""


@dataclass(frozen=True)
class Lost(Generic[T]):
    """A task that gave no result: the last stage it told, and why (``time`` or ``death``).

    ``exit_code`` is that of its process, negative for a signal.
    """

    task: T
    stage: str
    why: str
    exit_code: int | None


@dataclass(slots=True, eq=False)
class _Worker:
    process: Any
    pipe: Connection
    tasks: deque[tuple[Any, int]] = field(default_factory=deque)  # task, times it was tried before
    ready: bool = False
    stage: str = ""
    began: float = field(default_factory=monotonic)


def supervise(
    tasks: Iterable[T], work: Callable[..., Any], processes: int, limits: Limits
) -> Iterator[Any | Lost[T]]:
    """Run ``work(task, tell)`` on every task; yield each result, or ``Lost``, as it comes.

    ``work`` and the tasks are pickled; ``tell(stage)`` says how far it has come. A task whose
    worker dies is tried again, ``limits.attempts`` times in all: somebody else may have killed
    it. One that exceeds ``limits.seconds`` is not.

    Raises ``WorkersDie`` if workers cannot even start.
    """
    pool = Supervisor(work, processes, limits)
    try:
        yield from pool.run(tasks)
    finally:
        pool.close()


class Supervisor:
    """The pool itself, for those who have tasks more than once; see ``supervise``."""

    def __init__(self, work: Callable[..., Any], processes: int, limits: Limits) -> None:
        self.work, self.limits, self.size = work, limits, processes
        self.context = multiprocessing.get_context("spawn")
        self.workers: list[_Worker] = []
        self.again: deque[tuple[Any, int]] = deque()
        self.all_dealt = False
        self.failed_starts = 0

    def run(self, several: Iterable[Any]) -> Iterator[Any]:
        """Yield what becomes of each task."""
        tasks, self.all_dealt = iter(several), False
        while True:
            self._deal(tasks)
            busy = any(worker.tasks for worker in self.workers)
            if self.all_dealt and not self.again and not busy:
                return
            if len(self.workers) < self.size and (busy or self.again or not self.all_dealt):
                self.workers += [self._start() for _ in range(self.size - len(self.workers))]
            heard = wait([worker.pipe for worker in self.workers], self._patience())
            for worker in [one for one in self.workers if one.pipe in heard]:
                yield from self._hear(worker)
            for worker in [one for one in self.workers if monotonic() > self._deadline(one)]:
                yield from self._lose(worker, "time")

    def _deal(self, tasks: Iterator[Any]) -> None:
        """Give every worker a task, and only then each a second one."""
        for depth in range(1, _HELD + 1):
            for worker in self.workers:
                if worker.ready and len(worker.tasks) < depth:
                    task = self._next(tasks)
                    if task is None:
                        return
                    if not worker.tasks:
                        worker.began = monotonic()
                    worker.tasks.append(task)
                    with contextlib.suppress(OSError):  # it has died; that is heard next
                        worker.pipe.send(task[0])

    def _next(self, tasks: Iterator[Any]) -> tuple[Any, int] | None:
        if self.again:
            return self.again.popleft()
        for task in tasks:
            return task, 0
        self.all_dealt = True
        return None

    def _start(self) -> _Worker:
        ours, theirs = self.context.Pipe()
        process = self.context.Process(target=serve, args=(theirs, self.work, self.limits), daemon=True)
        with _one_thread():
            process.start()
        theirs.close()
        return _Worker(process, ours)

    def _hear(self, worker: _Worker) -> Iterator[Any]:
        """All that the worker has sent; its end, if it has died."""
        try:
            while worker.pipe.poll():
                kind, told = worker.pipe.recv()
                if kind == AT:
                    worker.stage = told
                elif kind == READY:
                    worker.ready, self.failed_starts = True, 0
                else:
                    worker.tasks.popleft()
                    worker.began, worker.stage = monotonic(), ""
                    yield told
        except (EOFError, OSError):
            yield from self._lose(worker, "death")

    def _lose(self, worker: _Worker, why: str) -> Iterator[Any]:
        """End the worker; tell of the task it was at, or try that again; pass on the next."""
        self.workers.remove(worker)
        exit_code = _end(worker)
        if not worker.ready:
            self.failed_starts += 1
            if self.failed_starts >= _STARTS:
                raise WorkersDie(
                    f"工作进程启动不了（退出码 {exit_code}）。内存上限是不是太低？"
                    "自己的脚本里是不是缺了 if __name__ == '__main__'？",
                    f"worker processes end before they start (exit code {exit_code}). Is the memory limit "
                    "too low? Does a script of your own lack if __name__ == '__main__'?",
                )
        if worker.tasks:
            task, tried = worker.tasks.popleft()
            self.again.extendleft(reversed(worker.tasks))
            if why == "death" and tried + 1 < self.limits.attempts:
                self.again.append((task, tried + 1))
            else:
                yield Lost(task, worker.stage, why, exit_code)

    def _deadline(self, worker: _Worker) -> float:
        if not worker.ready:
            return worker.began + _START
        if not worker.tasks or self.limits.seconds is None:
            return math.inf
        return worker.began + self.limits.seconds

    def _patience(self) -> float | None:
        """Seconds until the next deadline; None if there is none."""
        first = min(map(self._deadline, self.workers), default=math.inf)
        return None if first == math.inf else max(first - monotonic(), 0.0) + 0.01

    def close(self) -> None:
        """End all workers, at once."""
        for worker in self.workers:
            _end(worker)
        self.workers.clear()


def _end(worker: _Worker) -> int | None:
    worker.process.kill()
    worker.process.join()
    code: int | None = worker.process.exitcode
    worker.pipe.close()
    worker.process.close()
    return code


@contextlib.contextmanager
def _one_thread() -> Iterator[None]:
    """What starts meanwhile multiplies matrices in one thread, unless the user said otherwise.

    A worker has a core; more threads of it would only wait for one another, which is as dear as work.
    """
    ours = [name for name in _THREADS if name not in os.environ]
    os.environ.update(dict.fromkeys(ours, "1"))
    try:
        yield
    finally:
        for name in ours:
            os.environ.pop(name, None)
