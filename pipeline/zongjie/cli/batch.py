"""``zongjie batch``: a whole archive into Parquet parts and one DuckDB file."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from zongjie.cli import arguments
from zongjie.cli.help import Command
from zongjie.cli.inputs import REPORTS, Asked, settings_for, spread
from zongjie.cli.language import Say
from zongjie.cli.output import put
from zongjie.cli.runs import CANNOT, FOUND, WELL, tell
from zongjie.settings import Settings

if TYPE_CHECKING:
    from zongjie.batch.running import Engine, Options, Ran
    from zongjie.batch.survey import Survey

ENGINES = ("pool", "ray")


def add_to(app: typer.Typer, say: Say) -> None:
    """Declare the command."""

    @app.command(
        "batch",
        cls=Command,
        help=say(
            "分析整个档案：随时可以停下，再运行同一条命令就接着做。\n\n"
            "例：zongjie batch archive/ -o out/ · zongjie query @reports --out out/",
            "Analyse a whole archive. Stop it at any moment; the same command goes on from there.\n\n"
            "For example: zongjie batch archive/ -o out/",
        ),
    )
    def command(
        files: Annotated[list[str], arguments.files_or_folders(say)],
        output: Annotated[
            str,
            typer.Option(
                "-o",
                "--output",
                metavar=say("文件夹", "OUT"),
                help=say(
                    "结果文件夹：parts/ 和 archive.duckdb。", "The folder of parts/ and archive.duckdb."
                ),
                show_default=False,
            ),
        ],
        processes: Annotated[
            int | None,
            typer.Option(
                "-j",
                "--jobs",
                min=1,
                metavar="N",
                help=say("几个进程，默认每个核一个。", "Processes; by default one for each core."),
            ),
        ] = None,
        time_limit: Annotated[
            float,
            typer.Option(
                "--time-limit",
                min=0.1,
                metavar=say("秒", "SECONDS"),
                help=say("一份报告最多用几秒。", "Seconds that one report may take."),
            ),
        ] = 300.0,
        memory_limit: Annotated[
            int,
            typer.Option(
                "--memory-limit",
                metavar=say("大小", "SIZE"),
                parser=lambda words: arguments.size_in_bytes(words, say),
                help=say("一个进程最多用多少内存，默认 4GB。", "Memory of one process; default 4GB."),
                show_default=False,
            ),
        ] = "4GB",  # type: ignore[assignment]  # typer hands the words to the parser
        retry_failures: Annotated[
            bool,
            typer.Option(
                "--retry-failures", help=say("上次失败的再试一次。", "Try again what failed before.")
            ),
        ] = False,
        limit: Annotated[
            int | None,
            typer.Option(
                "--limit",
                min=1,
                metavar="N",
                help=say("这次只做 N 份，按名称排。", "Only N reports this time, the first by name."),
            ),
        ] = None,
        dry_run: Annotated[
            bool,
            typer.Option(
                "--dry-run", help=say("只说要做什么，什么也不写。", "Say what would be done; write nothing.")
            ),
        ] = False,
        engine: Annotated[
            str,
            typer.Option(
                "--engine",
                metavar="|".join(ENGINES),
                parser=arguments.one_of(say, *ENGINES),
                help=say(
                    "pool：本机的进程（默认）；ray：Ray，本机或集群（docs/scale.md）。",
                    "pool: processes of this machine (default); ray: here or on a cluster (docs/scale.md).",
                ),
            ),
        ] = "pool",
        address: Annotated[
            str | None,
            typer.Option(
                "--address",
                metavar=say("地址", "ADDRESS"),
                help=say(
                    "Ray 集群的地址，如 10.0.0.1:6379。", "Address of a Ray cluster, e.g. 10.0.0.1:6379."
                ),
            ),
        ] = None,
        max_size: Annotated[int | None, arguments.max_size(say)] = None,
        no_config: Annotated[bool, arguments.no_config(say)] = False,
        lang: Annotated[str | None, arguments.language(say)] = None,
    ) -> Callable[[], int]:
        asked = Asked(lang=say.asked, config=not no_config, max_size=max_size)

        def work() -> int:
            from zongjie.batch.limits import Limits
            from zongjie.batch.running import Options

            limits = Limits(seconds=time_limit, memory=memory_limit)
            options = Options(retry_failures, limit, processes, limits, say.lang)
            run_by = None
            if engine == "ray" or address is not None:
                from zongjie.batch.ray_engine import ray_engine

                run_by = ray_engine(address, processes, limits)
            return batch(files, Path(output), asked, options, run_by, dry_run, say)

        return work


def batch(
    files: list[str],
    out: Path,
    asked: Asked,
    options: "Options",
    engine: "Engine | None",
    dry_run: bool,
    say: Say,
) -> int:
    """Run; 1 if a report failed, 2 if there is none or nothing can be done, else 0."""
    from zongjie.batch.running import look, run
    from zongjie.cli.progress import BatchProgress

    own = not any(_inside(name, out) for name in files)  # OUT may lie among the reports
    paths = [path for path in _files(files) if not (own and _inside(path, out))]
    if not paths:
        tell(say("没有找到报告。", "no report was found."))
        return CANNOT
    of_folder = cache(lambda folder: settings_for(str(Path(folder) / "report"), asked))

    def settings_of(path: str) -> Settings:
        settings: Settings = of_folder(str(Path(path).parent))
        return settings

    if dry_run:
        put(_dry(look(paths, out, settings_of, options), say), None)
        return WELL
    try:
        with BatchProgress(say) as progress:
            ran = run(paths, out, settings_of, options, progress, engine)
    except KeyboardInterrupt:
        tell(
            say(
                "做完的都已存好；再运行同一条命令就接着做。",
                "What is done is kept; the same command goes on from there.",
            )
        )
        raise
    put(_end(ran, out, say), None)
    return FOUND if ran.failures else WELL


def _files(names: list[str]) -> list[str]:
    """The files that local names and URLs mean."""
    from zongjie.batch.places import is_remote, remote_files

    near = [name for name in spread([one for one in names if not is_remote(one)]) if not Path(name).is_dir()]
    far = (file for name in names if is_remote(name) for file in remote_files(name, REPORTS))
    return [*near, *far]


def _dry(found: "Survey", say: Say) -> str:
    from zongjie.cli.progress import survey_words

    lines = [survey_words(found, say), *(f"{task.path}  {task.size:,}" for task in found.tasks)]
    return "\n".join(lines) + "\n"


def _end(ran: "Ran", out: Path, say: Say) -> str:
    failures = (
        say(
            f"失败 {ran.failures} 份，原因见 zongjie query @failures --out {out}。",
            f"{ran.failures} failed; see zongjie query @failures --out {out}.",
        )
        if ran.failures
        else say("没有失败。", "none failed.")
    )
    return say(
        f"这次分析了 {ran.analysed} 份。{failures}结果：{out / 'archive.duckdb'}\n",
        f"{ran.analysed} reports analysed; {failures} Results: {out / 'archive.duckdb'}\n",
    )


def _inside(path: str, out: Path) -> bool:
    return "://" not in path and Path(path).resolve().is_relative_to(out.resolve())
