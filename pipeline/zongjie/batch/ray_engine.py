"""The same work on Ray Data: the cores of this machine, or a cluster by its address.

Every actor supervises one worker process of its own, so that the limits hold as they do in the
pool and a report that dies takes no actor with it. The outcomes come back to the driver, which
writes the parts: OUT, the resume and the rows are those of the pool.
"""

import contextlib
import logging
import os
import pickle
from collections.abc import Iterator, Sequence
from typing import Any

from zongjie.batch.limits import Limits
from zongjie.batch.supervising import Lost, Supervisor
from zongjie.batch.tasks import Outcome, Task
from zongjie.batch.work import analyse_task, lost
from zongjie.errors import SettingsError

_AT_ONCE = 8  # tasks that go to an actor together
_COLUMN = "pickled"


def ray_engine(address: str | None, actors: int | None, limits: Limits) -> Any:
    """An engine (see ``running.run``) on the Ray cluster at ``address``; None starts one here.

    ``actors``: how many reports are worked on at a time, by default one for each core.

    Raises ``SettingsError`` where Ray is not installed or the cluster does not answer.
    """
    ray = _ray()

    def engine(tasks: Sequence[Task]) -> Iterator[Outcome]:
        with _connected(ray, address):
            count = actors or max(int(ray.cluster_resources().get("CPU", 1)), 1)
            count = min(count, len(tasks))
            rows = [{_COLUMN: pickle.dumps(task)} for task in _dealt(tasks, count)]
            blocks = max(-(-len(rows) // _AT_ONCE), count)
            outcomes = ray.data.from_items(rows, override_num_blocks=min(blocks, len(rows))).map_batches(
                Analyst,
                fn_constructor_args=(limits,),
                batch_size=_AT_ONCE,
                compute=ray.data.ActorPoolStrategy(size=count),
                num_cpus=1,
            )
            for row in outcomes.iter_rows():
                yield pickle.loads(row[_COLUMN])

    return engine


class Analyst:
    """The actor: takes batches of pickled tasks, gives as many pickled outcomes."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.supervisor = Supervisor(analyse_task, 1, limits)

    def __call__(self, batch: dict[str, Any]) -> dict[str, list[bytes]]:
        tasks: list[Task] = [pickle.loads(one) for one in batch[_COLUMN]]
        outcomes = (
            lost(one, self.limits) if isinstance(one, Lost) else one for one in self.supervisor.run(tasks)
        )
        return {_COLUMN: [pickle.dumps(one) for one in outcomes]}


def _dealt(tasks: Sequence[Task], count: int) -> list[Task]:
    """Long and short reports mixed, so that every block has about as much to do."""
    blocks = max(-(-len(tasks) // _AT_ONCE), count)
    return [task for start in range(blocks) for task in tasks[start::blocks]]


def _ray() -> Any:
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    os.environ.setdefault("RAY_DATA_DISABLE_PROGRESS_BARS", "1")  # we show our own
    try:
        import ray
        import ray.data
    except ImportError:
        raise SettingsError(
            "要用 Ray，请先安装：pip install 'zongjie[ray]'。", "Ray is an extra: pip install 'zongjie[ray]'."
        ) from None
    return ray


@contextlib.contextmanager
def _connected(ray: Any, address: str | None) -> Iterator[None]:
    try:
        ray.init(address=address, include_dashboard=False, log_to_driver=False, logging_level="ERROR",
                 configure_logging=False)  # fmt: skip
    except (ConnectionError, RuntimeError, ValueError) as problem:
        raise SettingsError(
            f"连不上 Ray（{problem}）。请检查 --address。", f"no Ray cluster ({problem}). Check --address."
        ) from problem
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    try:
        yield
    finally:
        ray.shutdown()
