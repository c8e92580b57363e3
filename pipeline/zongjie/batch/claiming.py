"""One run at a time on one OUT."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from zongjie.errors import ZongjieError

NAME = ".lock"


class InUse(ZongjieError):
    """Another run is at work on this folder."""


class CannotUse(ZongjieError):
    """The folder cannot be made or written to."""


@contextmanager
def claim(out: Path) -> Iterator[None]:
    """Hold OUT, made if need be, for this process; the system lets go of it however that ends.

    Raises ``InUse`` or ``CannotUse``.
    """
    lock = FileLock(out / NAME, timeout=0)
    try:
        out.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout:
        raise InUse(
            f"{out}：另一个 zongjie batch 正在写这个文件夹。请等它结束，或换一个 -o。",
            f"{out}: another zongjie batch is writing to this folder. Wait for it, or choose another -o.",
        ) from None
    except OSError as problem:
        raise CannotUse(
            f"{out}：写不进去（{problem.strerror or problem}）。请换个地方，或看看权限和空间。",
            f"{out}: cannot be written ({problem.strerror or problem}). Choose another place.",
        ) from problem
    try:
        yield
    finally:
        lock.release()
