"""``zongjie bench --what batch``: rate, scaling, memory, overhead of Ray, ``kill -9``."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from zongjie.cli.bench_checks import drawn
from zongjie.cli.inputs import spread
from zongjie.cli.language import Say
from zongjie.cli.output import put
from zongjie.cli.runs import CANNOT, WELL, tell

if TYPE_CHECKING:
    from zongjie.benchmarks.batch import Cost

_KILLED = 24  # reports of the archive that is killed again and again


def bench_batch(named: Sequence[str], sample: int, varied_to: int, kills: int, say: Say) -> int:
    """One process, two and Ray over a sample; then all reports (varied, if asked); then the kills."""
    with tempfile.TemporaryDirectory(prefix="zongjie-bench-") as folder:
        for line in _lines([Path(one) for one in spread(named)], sample, varied_to, kills, Path(folder), say):
            put(line + "\n", None)
        if not spread(named):
            tell(say("没有找到报告。", "no report was found."))
            return CANNOT
    return WELL


def _lines(
    files: list[Path], sample: int, varied_to: int, kills: int, folder: Path, say: Say
) -> Iterator[str]:
    from zongjie.batch.limits import Limits
    from zongjie.batch.ray_engine import ray_engine
    from zongjie.batch.running import cores
    from zongjie.benchmarks.batch import kill_at_random, measure, varied

    some = drawn(files, sample)
    if some:
        one = measure(some, folder / "one", 1)
        yield _told(one, say("一个进程", "one process"), say)
        two = measure(some, folder / "two", 2)
        yield _told(two, say("两个进程", "two processes"), say)
        yield say(
            f"两个进程是一个的 {two.rate / one.rate:.2f} 倍", f"two are {two.rate / one.rate:.2f} × one"
        )
        ray = measure(some, folder / "ray", 2, ray_engine(None, 2, Limits()))
        yield _told(ray, say("Ray，两个", "Ray, two"), say)
    if varied_to:
        files = varied(files, varied_to, folder / "varied")
    if len(files) > len(some):
        yield _told(measure(files, folder / "all", cores()), say("全部", "all"), say)
    if kills:
        told = kill_at_random(drawn(files, _KILLED), folder, kills)
        same = say("一致", "the same") if told.same else say("不一致", "NOT the same")
        yield say(
            f"杀父进程 {told.parents} 次、工作进程 {told.workers} 次，跑完 {told.runs} 次，"
            f"与未受干扰的结果逐字节比较：{same}",
            f"parent killed {told.parents} times, workers {told.workers} times, {told.runs} runs to the end; "
            f"byte for byte against an undisturbed run: {same}",
        )


def _told(cost: "Cost", name: str, say: Say) -> str:
    mib = 2**20
    return say(
        f"{name}：{cost.reports} 份（失败 {cost.failed}），{cost.characters:,} 字，共 {cost.seconds:.1f} 秒，"
        f"分析 {cost.analysing:.1f} 秒，{cost.rate:,.0f} 字/秒，处理器 {cost.processor:.1f} 秒"
        f"（{cost.share:.1%} 在分析），以后生成数据库、核对承诺 {cost.ledger:.1f} 秒，"
        f"内存前十分之一 {cost.first / mib:.0f} MiB、后十分之一 {cost.last / mib:.0f} MiB",
        f"{name}: {cost.reports} reports ({cost.failed} failed), {cost.characters:,} characters, "
        f"{cost.seconds:.1f} s in all, {cost.analysing:.1f} s of analysis, {cost.rate:,.0f} characters/s, "
        f"{cost.processor:.1f} s of the processor ({cost.share:.1%} of it in analysis) "
        f"and {cost.ledger:.1f} s for the database and the ledger, "
        f"memory {cost.first / mib:.0f} MiB in the first tenth, {cost.last / mib:.0f} MiB in the last",
    )
