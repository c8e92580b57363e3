"""``zongjie bench``: how fast each stage reads, beside jieba on the same reports in the same run."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from zongjie.cli import arguments
from zongjie.cli.bench_batch import bench_batch
from zongjie.cli.bench_checks import bench_checks
from zongjie.cli.help import Command
from zongjie.cli.inputs import Asked, each_input, spread
from zongjie.cli.language import Say
from zongjie.cli.output import put
from zongjie.cli.runs import WELL, finish
from zongjie.document import Report
from zongjie.settings import Settings

KINDS = ("speed", "checks", "quantities", "drafts", "ledger", "batch", "repeats")


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
        what: Annotated[
            str,
            typer.Option(
                "--what",
                metavar="|".join(KINDS),
                parser=arguments.one_of(say, *KINDS),
                help=say(
                    "speed：速度（默认）；checks：检查的误报率和种下毛病的召回率；"
                    "quantities：数字的准确率和覆盖率；drafts：草稿和简报的质量；ledger：承诺台账和跨年指标的准确率；"
                    "batch：整个档案的速度、内存和抗中断；repeats：重复段落的召回、速度和规模。",
                    "speed (default); checks: false alarms, recall of planted faults; "
                    "quantities: accuracy and coverage of numbers; drafts: quality of drafts and briefs; "
                    "ledger: accuracy of promises and metrics; "
                    "batch: rate, memory and survival of a whole archive; "
                    "repeats: recall of planted repeats, speed, scale.",
                ),
            ),
        ] = "speed",
        each: Annotated[
            int, typer.Option(min=1, help=say("每条检查种几处毛病。", "Faults planted for each check."))
        ] = 20,
        sample: Annotated[
            int,
            typer.Option(
                min=1,
                help=say(
                    "checks、batch：每个文件夹最多抽几份报告。",
                    "checks, batch: reports drawn from each folder at most.",
                ),
            ),
        ] = 300,
        seed: Annotated[
            int,
            typer.Option(
                help=say(
                    "checks、repeats：没用来调参的新种子。", "checks, repeats: a fresh seed for planting."
                )
            ),
        ] = 2028,
        varied: Annotated[
            int,
            typer.Option(
                min=0,
                help=say(
                    "batch：把报告变出这么多份（数字不同）。",
                    "batch: so many reports, made by varying figures.",
                ),
            ),
        ] = 0,
        kills: Annotated[
            int, typer.Option(min=0, help=say("batch：随机杀进程几次。", "batch: how often to kill -9."))
        ] = 0,
        lang: Annotated[str | None, arguments.language(say)] = None,
    ) -> Callable[[], int]:
        if what == "batch":
            return lambda: bench_batch(files, sample, varied, kills, say)
        if what == "repeats":
            from zongjie.cli.bench_repeats import bench_repeats

            return lambda: bench_repeats(files, seed, say)
        if what == "ledger":
            return lambda: bench_ledger(Path(files[0]), say)
        if what == "drafts":
            return lambda: bench_drafts(files, say)
        if what == "quantities":
            return lambda: bench_quantities(files, say)
        if what == "checks":
            return lambda: bench_checks(files, each, sample, seed, say)
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


def bench_drafts(named: Sequence[str], say: Say) -> int:
    """Drafts in figures, drafts beside plans that were made, the brief beside other summarizers."""
    from zongjie.analyzer import analyse_report
    from zongjie.benchmarks import briefs, drafts, real_plans
    from zongjie.document import Analysis

    analyses: list[tuple[str, Analysis]] = []

    def one(name: str, report: Report, settings: Settings) -> None:
        analyses.append((Path(name).name, analyse_report(report, settings)))

    files = spread(named)
    code = finish(each_input(files, Asked(lang=say.asked), one), say)
    if analyses:
        put(say("草稿\n", "Drafts\n") + drafts.table(drafts.measured(analyses)), None)
        readable = [path for path in files if Path(path).is_file()]
        head = say("\n与后来真实的计划对照\n", "\nBeside the plans that were made\n")
        put(head + real_plans.table(real_plans.measured(readable)), None)
        judged = briefs.judge(briefs.labelled(Path(path) for path in readable))
        if judged:
            put(say("\n简报与其他摘要\n", "\nThe brief beside others\n") + briefs.table(judged), None)
    return code


def bench_quantities(named: Sequence[str], say: Say) -> int:
    """Scores by the labels whose reports lie in a folder named, then coverage and speed."""
    from zongjie.benchmarks.quantities import lines

    reports: list[Report] = []

    def one(name: str, report: Report, settings: Settings) -> None:
        reports.append(report)

    code = finish(each_input(spread(named), Asked(lang=say.asked), one), say)
    gold = Path("corpora/gold/quantities")
    labels = [gold / "tuning.jsonl", gold / "untouched.jsonl"]
    splits = ("fresh/dev", "fresh/test", "fresh2/dev", "heldout", "fresh2/test")
    labels += [gold / split / "labels.jsonl" for split in splits]
    for line in lines(reports, [path for path in labels if path.is_file()], Path(named[0])):
        put(line + "\n", None)
    return code


def bench_ledger(reports: Path, say: Say) -> int:
    """Promises and metrics against the labels whose reports lie in the folder ``reports``."""
    from zongjie.benchmarks import ledger, metrics

    for split in ("dev", "dev2", "test", "test2"):
        pairs = [ledger.read_pair(path) for path in sorted(Path("corpora/gold/ledger", split).glob("*.tsv"))]
        scores = [ledger.score_pair(one, reports) for one in pairs]
        for one in [*scores, ledger.total(split, scores)]:
            put(
                say(
                    f"{one.name}  承诺找到 {one.recall:.3f}（{one.found}/{one.wanted}）  "
                    f"状态和原文都对 {one.accuracy:.3f}（{one.right}/{one.judged}）\n",
                    f"{one.name}  promises found {one.recall:.3f} ({one.found}/{one.wanted})  "
                    f"status with sentence {one.accuracy:.3f} ({one.right}/{one.judged})\n",
                ),
                None,
            )
        labelled = Path(f"corpora/gold/figures_across_years/{split}.tsv")
        if not labelled.exists():
            continue
        figures = metrics.read_figures(labelled)
        score = metrics.score_figures(figures, reports)
        put(
            say(
                f"{split}  跨年指标 {score.labelled} 个：数值、期间、单位都对 {score.accuracy:.3f}，"
                f"当年报告、后来引用、目标也分对 {score.role_accuracy:.3f}\n",
                f"{split}  {score.labelled} metrics: value, period and unit right {score.accuracy:.3f}, "
                f"reported, quoted and target told apart {score.role_accuracy:.3f}\n",
            ),
            None,
        )
    return WELL
