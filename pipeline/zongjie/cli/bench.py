"""``zongjie bench``: how fast each stage reads, beside jieba on the same reports in the same run."""

from collections.abc import Callable, Sequence
from typing import Annotated

import typer

from zongjie.cli import arguments
from zongjie.cli.help import Command
from zongjie.cli.inputs import Asked, each_input
from zongjie.cli.language import Say
from zongjie.cli.output import put
from zongjie.cli.runs import finish
from zongjie.document import Report
from zongjie.settings import Settings


def add_to(app: typer.Typer, say: Say) -> None:
    """Declare the command."""

    @app.command(
        "bench",
        cls=Command,
        help=say(
            "量这台机器上各阶段的速度，与 jieba 分词同场对比。",
            "Measure how fast each stage is here, beside jieba in the same run.",
        ),
    )
    def command(
        files: Annotated[list[str], arguments.files(say)],
        rounds: Annotated[
            int, typer.Option(min=1, help=say("量几轮，取中位数。", "Rounds; their median counts."))
        ] = 3,
        lang: Annotated[str | None, arguments.language(say)] = None,
    ) -> Callable[[], int]:
        return lambda: bench(files, rounds, say)


def bench(files: Sequence[str], rounds: int, say: Say) -> int:
    """Time the stages over the files that can be read; 2 if some cannot."""
    from zongjie.benchmarks.speed import time_stages

    reports: list[Report] = []

    def one(name: str, report: Report, settings: Settings) -> None:
        reports.append(report)

    code = finish(each_input(files, Asked(lang=say.asked), one), say)
    if reports:
        timings = time_stages(reports, rounds)
        jieba = timings[-1]
        head = say("{:,} 字符，{} 轮的中位数\n", "{:,} characters, median of {} rounds\n")
        rows = (
            f"{one.stage:<12}{one.rate:>14,.0f} {say('字符/秒', 'characters/s')}"
            f"{jieba.seconds / max(one.seconds, 1e-9):>9.2f} × jieba.cut\n"
            for one in timings
        )
        put(head.format(jieba.characters, rounds) + "".join(rows), None)
    return code
