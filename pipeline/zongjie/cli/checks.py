"""``zongjie checks``: the table of all checks."""

from collections.abc import Callable
from typing import Annotated

import typer

from zongjie.cli import arguments
from zongjie.cli.help import Command
from zongjie.cli.language import Say
from zongjie.cli.output import put
from zongjie.renderers.width import display_width, pad
from zongjie.renderers.words import SEVERITY, word

FORMATS = ("terminal", "markdown", "precision")


def add_to(app: typer.Typer, say: Say) -> None:
    """Declare the command."""

    @app.command("checks", cls=Command, help=say("列出全部检查。", "List all checks."))
    def command(
        format: Annotated[
            str,
            typer.Option(
                "--format",
                metavar="|".join(FORMATS),
                parser=arguments.one_of(say, *FORMATS),
                help=say(
                    "表格（默认），或文档 docs/checks.md、docs/checks-precision.md 的内容。",
                    "A table (default), or what docs/checks.md or docs/checks-precision.md holds.",
                ),
            ),
        ] = "terminal",
        lang: Annotated[str | None, arguments.language(say)] = None,
    ) -> Callable[[], int]:
        return lambda: _show(format, say)


def _show(way: str, say: Say) -> int:
    if way == "terminal":
        return checks(say)
    from zongjie.cli.pages import catalogue_markdown, precision_markdown

    put(catalogue_markdown() if way == "markdown" else precision_markdown(), None)
    return 0


def checks(say: Say) -> int:
    """Print the table: code, severity, name, title."""
    from zongjie.checks import all_checks
    from zongjie.checks.left_out import left_out

    head = (say("代码", "Code"), say("级别", "Severity"), say("名称", "Name"), say("说明", "Title"))
    rows = [head] + [
        (
            one.check.code,
            word(SEVERITY, one.check.severity, say.lang)
            + (say("·试行", ", preview") if one.check.preview else ""),
            one.check.name,
            one.check.title,
        )
        for one in all_checks()
    ]
    if say.lang == "en":  # titles are Chinese, names are English
        rows = [row[:3] for row in rows]  # type: ignore[misc]
    widths = [max(display_width(row[at]) for row in rows) for at in range(len(rows[0]))]
    table = "\n".join("  ".join(map(pad, row, widths)).rstrip() for row in rows)
    last = say(
        f"共 {len(rows) - 1} 条。看其中一条：zongjie explain 代码",
        f"{len(rows) - 1} checks. For one of them: zongjie explain CODE",
    )
    apart = "\n".join(f"{code}  {say(*why)}" for code, why in left_out().items())
    head_of_rest = say("目录里有而没有做的，及其原因：", "In the catalogue, but not made, and why:")
    put(f"{table}\n\n{last}\n\n{head_of_rest}\n{apart}\n", None)
    return 0
