"""``zongjie plant``: puts a known fault into a report, to try a linter or a reader with."""

import json
from collections.abc import Callable
from typing import Annotated

import typer

from zongjie.cli import arguments
from zongjie.cli.help import Command
from zongjie.cli.inputs import Asked, each_input
from zongjie.cli.language import Say
from zongjie.cli.output import put
from zongjie.cli.runs import finish
from zongjie.document import Report
from zongjie.errors import SettingsError
from zongjie.settings import Settings


def add_to(app: typer.Typer, say: Say) -> None:
    """Declare the command."""

    @app.command(
        "plant",
        cls=Command,
        help=say(
            "往报告里种一处已知的毛病，用来考查检查工具或审稿人；同一种子结果相同。\n\n"
            "例：zongjie plant NM04 报告.txt --seed 7",
            "Put a known fault into a report, to try a linter or a reader; same seed, same text.\n\n"
            "For example: zongjie plant NM04 report.txt --seed 7",
        ),
    )
    def command(
        code: Annotated[
            str,
            typer.Argument(
                metavar=say("代码", "CODE"),
                help=say("种哪条检查的毛病，如 NM04。", "the check whose fault is planted, e.g. NM04."),
                show_default=False,
            ),
        ],
        file: Annotated[str, arguments.one_file(say)],
        seed: Annotated[int, typer.Option(help=say("随机种子。", "Seed."))] = 1,
        lang: Annotated[str | None, arguments.language(say)] = None,
    ) -> Callable[[], int]:
        return lambda: plant(code.upper(), file, seed, say)


def plant(code: str, file: str, seed: int, say: Say) -> int:
    """Print one line of JSON: code, start, end and the text with the fault in it."""
    from zongjie.analyzer import understand
    from zongjie.benchmarks.faults import plant as planted
    from zongjie.benchmarks.faults import planters

    if code not in planters():
        raise SettingsError(
            f"不会种 {code}。会种的有：{'、'.join(planters())}。",
            f"cannot plant {code}. There are: {', '.join(planters())}.",
        )

    def one(name: str, report: Report, settings: Settings) -> None:
        fault = planted(code, understand(report), seed)
        if fault is None:
            raise SettingsError(
                f"{name}：没有适合种 {code} 的地方。请换一份报告。",
                f"{name}: no fit place for {code}. Take another report.",
            )
        row = {"code": code, "start": fault.start, "end": fault.end, "text": fault.text}
        row |= {key: value for key in ("name", "source") if (value := getattr(fault, key)) is not None}
        put(json.dumps(row, ensure_ascii=False) + "\n", None)

    return finish(each_input([file], Asked(lang=say.asked), one), say)
