"""The work on one report, the same in a process of the pool and on a cluster."""

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from zongjie.analyzer import stages
from zongjie.archive.metrics import metric_values
from zongjie.batch.tasks import Outcome, Task
from zongjie.document import Analysis
from zongjie.errors import DamagedFile, InputError
from zongjie.readers import read
from zongjie.stores.parts import Failure, analysed, failed, packed

STAGES = ("clean", "segment", "classify", "extract", "check", "summarize", "draft")
Tell = Callable[[str], None]


def analyse_task(task: Task, tell: Tell = lambda stage: None) -> Outcome:
    """Read and analyse one report; what goes wrong with it is data, not an exception.

    ``tell`` is called with the name of each stage before it begins: if this process dies, that
    is the last thing known of the report.
    """
    began, at = perf_counter(), "read"

    def enter(stage: str) -> None:
        nonlocal at
        at = stage
        tell(stage)

    try:
        enter("read")
        analysis = _analysis(task, enter)
        enter("rows")
        row = packed(analysed(task.sha256, task.key, analysis, metric_values(analysis)))
    except InputError as problem:
        return failure(task, Failure(at, _without_path(problem.message(task.settings.lang), task)), began)
    except MemoryError:
        return failure(task, Failure(at, "MemoryError"), began)
    except Exception as problem:
        return failure(task, Failure(at, f"{type(problem).__name__}: {problem}"), began)
    return Outcome(task, row, len(analysis.report.text), perf_counter() - began)


def failure(task: Task, why: Failure, began: float | None = None) -> Outcome:
    """The outcome of a task that gave no analysis."""
    spent = 0.0 if began is None else perf_counter() - began
    row = packed(failed(task.sha256, task.key, why))
    return Outcome(task, row, 0, spent, why.stage, why.reason)


def _analysis(task: Task, enter: Tell) -> Analysis:
    report = read(Path(task.path), max_size=task.settings.max_size)
    if report.source.sha256 != task.sha256:
        raise DamagedFile(
            f"{task.path}：运行期间文件被改动。请再运行一次。",
            f"{task.path}: the file was changed while the batch ran. Run it again.",
        )
    steps = stages(report, task.settings)
    for stage in STAGES:
        enter(stage)
        analysis = next(steps)[1]
    return analysis


def _without_path(message: str, task: Task) -> str:
    """The message without the path before it, which has a column of its own."""
    return message.removeprefix(f"{task.path}：").removeprefix(f"{task.path}:").strip()
