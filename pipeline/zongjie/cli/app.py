"""Puts the commands together, in one language."""

from typing import Annotated

import typer

from zongjie.cli import (
    achievements,
    across,
    analyse,
    batch,
    bench,
    check,
    checks,
    dashboard,
    draft,
    evaluate,
    explain,
    ledger,
    plant,
    query,
    repeats,
    search,
    train,
)
from zongjie.cli.arguments import language
from zongjie.cli.help import Group
from zongjie.cli.language import Say

_COMMANDS = (
    analyse,
    check,
    draft,
    batch,
    query,
    across,
    search,
    dashboard,
    achievements,
    ledger,
    repeats,
    checks,
    explain,
    train,
    evaluate,
    bench,
    plant,
)


def build(say: Say) -> typer.Typer:
    """The program, with help and messages in the language of ``say``."""
    app = typer.Typer(
        cls=Group,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "obj": say},
        help=say(
            "读中文工作总结：提纲、成果、毛病、简报和下一期计划，每一条都能在原文里指出来。",
            "Reads Chinese work reports: outline, achievements, faults, a brief and the next plan; "
            "everything it says can be pointed at in the text.",
        ),
    )

    @app.callback(invoke_without_command=True)
    def zongjie(
        context: typer.Context,
        version: Annotated[
            bool, typer.Option("--version", help=say("显示版本。", "Show the version."))
        ] = False,
        lang: Annotated[str | None, language(say)] = None,
    ) -> None:
        if version:
            from zongjie import __version__

            typer.echo(f"zongjie {__version__}")
            raise typer.Exit
        if context.invoked_subcommand is None:
            typer.echo(context.get_help())
            raise typer.Exit

    for command in _COMMANDS:
        command.add_to(app, say)
    return app
