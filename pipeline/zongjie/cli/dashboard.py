"""``zongjie dashboard``: the archive as one page with plots, filters and the sentences behind them."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from zongjie.cli import arguments
from zongjie.cli.help import Command
from zongjie.cli.language import Say
from zongjie.cli.output import put
from zongjie.cli.runs import WELL, tell

NAME = "dashboard.html"


def add_to(app: typer.Typer, say: Say) -> None:
    """Declare the command."""

    @app.command(
        "dashboard",
        cls=Command,
        help=say(
            "把档案做成一个网页：图表、按单位、时期、主题筛选，每个数字点开就是原文。不联网。\n\n"
            "例：zongjie dashboard out/ · zongjie dashboard out/ -o 看板.html",
            "The archive as one page: plots, filters by body, period and theme; each number opens its "
            "sentence. No network.\n\nFor example: zongjie dashboard out/ -o dashboard.html",
        ),
    )
    def command(
        out: Annotated[str, arguments.archive_folder(say)],
        output: Annotated[
            str | None,
            arguments.output(
                say, say(f"写到哪里，默认是结果文件夹里的 {NAME}。", f"Where to; default: {NAME} in OUT.")
            ),
        ] = None,
        lang: Annotated[str | None, arguments.language(say)] = None,
    ) -> Callable[[], int]:
        return lambda: dashboard(Path(out), output, say)


def dashboard(out: Path, output: str | None, say: Say) -> int:
    """Write the page and say where it is."""
    from zongjie.archive.dashboard import gathered
    from zongjie.renderers.dashboard.page import to_page

    page = to_page(gathered(out, say.lang), lang=say.lang)
    if output == "-":
        put(page, None)
        return WELL
    folder = out if out.is_dir() else out.parent
    path = Path(output) if output else folder / NAME
    put(page, path)
    size = len(page.encode()) / 2**20
    tell(
        say(f"写好了：{path}（{size:.1f} MB），用浏览器打开。", f"written: {path} ({size:.1f} MB); open it.")
    )
    return WELL
