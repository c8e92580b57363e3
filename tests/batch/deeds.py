"""What the workers of the pool's tests do; a module of its own, since they import it by name."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path


def deed(task: tuple[str, str], tell: Callable[[str], None]) -> str:
    """Do what the task says, after telling the stage ``deed``; ``task`` is (what, argument)."""
    tell("deed")
    what, argument = task
    if what == "hang":
        time.sleep(1000)
    if what == "exit":
        os._exit(int(argument))
    if what == "abort":
        os.kill(os.getpid(), signal.SIGABRT)
    if what == "die once":
        mark = Path(argument)
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    if what == "memory":
        try:
            bytearray(int(argument))
        except MemoryError:
            return "MemoryError"
    if what == "long":
        return argument * 10_000_000
    if what == "environment":
        return os.environ.get(argument, "")
    if what == "pid":
        time.sleep(float(argument))
        return str(os.getpid())
    return argument
