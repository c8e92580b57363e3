"""The work on one report, the same in a process of the pool and on a cluster."""

from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from zongjie.analyzer import stages
from zongjie.archive.identity import body_of
from zongjie.archive.metrics import metric_values
from zongjie.batch.limits import Limits
from zongjie.batch.places import local
from zongjie.batch.supervising import Lost
from zongjie.batch.tasks import Outcome, Task
from zongjie.document import Analysis
from zongjie.errors import DamagedFile, InputError
from zongjie.readers import read
from zongjie.stores.outcomes import Failure, Key, analysed, failed
from zongjie.stores.parts import REPORTS
from zongjie.stores.rows import Body

STAGES = ("clean", "segment", "classify", "extract", "check", "summarize", "draft")
Tell = Callable[[str], None]
Began = tuple[float, float]  # on the clock of the wall and on that of this process


def analyse_task(task: Task, tell: Tell = lambda stage: None) -> Outcome:
    """Read and analyse one report; what goes wrong with it is data, not an exception.

    ``tell`` is called with the name of each stage before it begins: if this process dies, that
    is the last thing known of the report.
    """
    began, at = (perf_counter(), process_time()), "read"

    def enter(stage: str) -> None:
        nonlocal at
        at = stage
        tell(stage)

    try:
        enter("read")
        analysis = _analysis(task, enter)
        enter("rows")
        body = _body(analysis, task.settings.lang)
        row = analysed(Key(task.sha256, task.key), analysis, metric_values(analysis), body)
    except InputError as problem:
        return failure(task, Failure(at, problem.message(task.settings.lang)), began)
    except MemoryError:
        return failure(task, Failure(at, "MemoryError"), began)
    except Exception as problem:
        return failure(task, Failure(at, f"{type(problem).__name__}: {problem}"), began)
    return Outcome(task, row, len(analysis.report.text), *_since(began))


def failure(task: Task, why: Failure, began: Began | None = None) -> Outcome:
    """The outcome of a task that gave no analysis."""
    spent = (0.0, 0.0) if began is None else _since(began)
    row = failed(REPORTS, Key(task.sha256, task.key), why)
    return Outcome(task, row, 0, *spent, why.stage, why.reason)


def _since(began: Began) -> tuple[float, float]:
    return perf_counter() - began[0], process_time() - began[1]


def lost(one: Lost[Task], limits: Limits) -> Outcome:
    """The outcome of a task whose process ended before it gave one."""
    return failure(one.task, Failure(one.stage or "read", why_lost(one, limits, one.task.settings.lang)))


def why_lost(one: Lost[Any], limits: Limits, lang: str) -> str:
    """The reason in words."""
    if one.why == "time":
        zh, en = f"超过时限 {limits.seconds:g} 秒", f"over the limit of {limits.seconds:g} seconds"
    else:
        zh = f"进程死了 {limits.attempts} 次（退出码 {one.exit_code}）"
        en = f"its process died {limits.attempts} times (exit code {one.exit_code})"
    return en if lang == "en" else zh


def _analysis(task: Task, enter: Tell) -> Analysis:
    with local(task.path) as path:
        try:
            report = read(path, max_size=task.settings.max_size)
        except InputError as problem:
            raise _without_path(problem, path) from None
    if report.source.sha256 != task.sha256:
        raise DamagedFile(
            "运行期间文件被改动。请再运行一次。",
            "the file was changed while the batch ran. Run it again.",
        )
    steps = stages(report, task.settings)
    for stage in STAGES:
        enter(stage)
        analysis = next(steps)[1]
    return analysis


def _body(analysis: Analysis, lang: str) -> Body:
    body = body_of(analysis.profile)
    if body is None:
        return None, None, None, None
    told = (body.rule_en, body.doubt_en) if lang == "en" else (body.rule_zh, body.doubt_zh)
    return body.key, body.name, *told


def _without_path(problem: InputError, path: Path) -> InputError:
    """The error without the path before it, which has a column of its own."""
    return type(problem)(problem.zh.removeprefix(f"{path}："), problem.en.removeprefix(f"{path}:").strip())
