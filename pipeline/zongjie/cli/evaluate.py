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
        engine: Annotated[str | None, arguments.engine(say)] = None,
        model: Annotated[str | None, arguments.model(say)] = None,
        lang: Annotated[str | None, arguments.language(say)] = None,
    ) -> Callable[[], int]:
        return lambda: evaluate(engine, model)


def evaluate(engine: str | None = None, model: str | None = None) -> int:
    """Print the figures of the linear models, and beside them those of the encoder or of ``engine``."""
    from zongjie.cli.output import put
    from zongjie.training import evaluate_engines, evaluate_themes

    if engine != "hf":
        put(evaluate_themes() + "\n", None)
    if engine != "linear":
        put("\n" + evaluate_engines(("linear", "hf" if engine == "hf" else "neural"), model) + "\n", None)
    return 0
