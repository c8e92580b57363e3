"""``zongjie train``: makes a model of ``models/`` anew."""

import sys
from collections.abc import Callable
from pathlib import Path
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
        archive: Annotated[
            str | None,
            typer.Option(
                "--archive",
                metavar=say("路径", "PATH"),
                help=say(
                    "提供弱标注的报告库（文件夹或 tar）；不写时用项目旁边的那个，没有就只用人工标注。",
                    "Reports that give silver labels (a folder or tar); default: the one beside the project.",
                ),
            ),
        ] = None,
        lang: Annotated[str | None, arguments.language(say)] = None,
    ) -> Callable[[], int]:
        return lambda: train(archive, say)


def train(archive: str | None, say: Say) -> int:
    """Train the theme model and print the figures it reaches."""
    from zongjie.cli.output import put
    from zongjie.training import train_themes

    print(say("训练中……", "training…"), file=sys.stderr, flush=True)
    put((train_themes() if archive is None else train_themes(Path(archive))) + "\n", None)
    return 0
