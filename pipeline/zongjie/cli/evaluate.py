"""``zongjie evaluate``: measures the models on the gold labels."""

from collections.abc import Callable
from typing import Annotated

import typer

from zongjie.cli import arguments
from zongjie.cli.help import Command
from zongjie.cli.language import Say


def add_to(app: typer.Typer, say: Say) -> None:
    """Declare the command."""

    @app.command(
        "evaluate",
        cls=Command,
        help=say("在标注好的报告上量模型的准确率。", "Measure the models on labelled reports."),
    )
    def command(
        lang: Annotated[str | None, arguments.language(say)] = None,
    ) -> Callable[[], int]:
        return evaluate


def evaluate() -> int:
    """Evaluate the theme model and print the figures."""
    from zongjie.cli.output import put
    from zongjie.training import evaluate_themes

    put(evaluate_themes() + "\n", None)
    return 0
