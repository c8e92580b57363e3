"""The inside of a worker process: takes tasks from its pipe, one after the other."""

import gc
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from zongjie.batch.limits import Limits, limit_this_process, set_backstop

READY, AT, DONE = "ready", "at", "done"


def serve(pipe: Connection, work: Callable[..., Any], limits: Limits) -> None:
    """Do ``work`` on each task that the pipe brings, until it is closed or brings None.

    Sent back: (READY, None) once, (AT, stage) as a task goes on, (DONE, result) at its end. What
    the first task has loaded (models, lexicons) is there to stay: the garbage collector is told to
    leave it alone, which saves a tenth of the time.
    """
    limit_this_process(limits)

    def tell(stage: str) -> None:
        pipe.send((AT, stage))

    try:
        pipe.send((READY, None))
        while (task := pipe.recv()) is not None:
            set_backstop(limits)
            pipe.send((DONE, work(task, tell)))
            if not gc.get_freeze_count():
                gc.collect()
                gc.freeze()
    except (EOFError, OSError):  # the parent has gone
        return
