"""What one report may cost, and how a process holds itself to that."""

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
from dataclasses import dataclass
from multiprocessing.connection import wait

_BACKSTOP = 2.0  # times the limit, after which a worker that nobody watches ends itself


@dataclass(frozen=True, slots=True)
class Limits:
    """``seconds`` and ``memory`` (bytes) for one report; None is no limit.

    ``attempts``: how often a report is tried whose process died.
    """

    seconds: float | None = 300.0
    memory: int | None = 4 * 2**30
    attempts: int = 3


def limit_this_process(limits: Limits) -> None:
    """Hold this worker to the memory limit, and let it end when its parent does.

    The memory counted is what the process itself asks for (RLIMIT_DATA), not the libraries that
    it maps; beyond it Python raises ``MemoryError``. Where the system knows no such limit
    (Windows; macOS takes it and does nothing) there is none.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C and ends its workers
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if limits.memory is None or sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(ValueError, OSError):  # a lower limit is set already
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (limits.memory, hard))


def set_backstop(limits: Limits) -> None:
    """End this process by an alarm if the task that begins now takes far too long.

    The parent is there to end it in time; this holds if the parent has been killed.
    """
    if limits.seconds is not None and hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, _BACKSTOP * limits.seconds + 1)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
