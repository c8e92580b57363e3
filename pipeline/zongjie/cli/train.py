"""``zongjie train``: makes a model of ``models/`` anew."""

import sys
from collections.abc import Callable
from typing import Annotated

import typer

from zongjie.cli import arguments
from zongjie.cli.help import Command
from zongjie.cli.language import Say

MODELS = ("themes",)


def add_to(app: typer.Typer, say: Say) -> None:
    """Declare the command."""

    @app.command("train", cls=Command, help=say("重新训练一个模型。", "Train a model anew."))
    def command(
        model: Annotated[
            str,
            typer.Argument(
                metavar=say("模型", "MODEL"),
                parser=arguments.one_of(say, *MODELS),
                help=say("themes：段落的主题和角色。", "themes: theme and role of a section."),
                show_default=False,
            ),
        ],
        lang: Annotated[str | None, arguments.language(say)] = None,
    ) -> Callable[[], int]:
        return lambda: train(say)


def train(say: Say) -> int:
    """Train the theme model and print what the trainer returns (text, or nothing)."""
    from zongjie.cli.output import put
    from zongjie.training import train_themes

    print(say("训练中……", "training…"), file=sys.stderr, flush=True)
    told = train_themes()
    if told is not None:
        put(f"{told}\n", None)
    return 0
