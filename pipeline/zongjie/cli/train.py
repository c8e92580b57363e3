"""``zongjie train``: makes a model of ``models/`` anew."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from zongjie.cli import arguments
from zongjie.cli.help import Command
from zongjie.cli.language import Say
from zongjie.errors import SettingsError

MODELS = ("themes", "encoder", "heads")


def add_to(app: typer.Typer, say: Say) -> None:
    """Declare the command."""

    @app.command("train", cls=Command, help=say("重新训练一个模型。", "Train a model anew."))
    def command(
        what: Annotated[
            str,
            typer.Argument(
                metavar=say("模型", "WHAT"),
                parser=arguments.one_of(say, *MODELS),
                help=say(
                    "themes：段落的主题和角色（两分钟）；encoder：编码器（约一小时，--minutes 可改）；"
                    "heads：编码器上的分类头（约五分钟）。",
                    "themes: theme and role of a section (two minutes); encoder: about an hour (--minutes); "
                    "heads: theme and role over an encoder (about five minutes).",
                ),
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
        minutes: Annotated[
            float,
            typer.Option(
                min=0.01, help=say("encoder 训练几分钟。", "Minutes that the encoder is trained for.")
            ),
        ] = 50.0,
        resume: Annotated[
            bool,
            typer.Option(
                "--resume",
                help=say("encoder 从上次的检查点接着训练。", "Go on from the encoder's last checkpoint."),
            ),
        ] = False,
        model: Annotated[
            str | None,
            typer.Option(
                "--model",
                metavar=say("路径", "PATH"),
                help=say(
                    "heads 用的模型文件夹；不写时用本项目的编码器。",
                    "The checkpoint that heads are trained over; default: our encoder.",
                ),
            ),
        ] = None,
        lang: Annotated[str | None, arguments.language(say)] = None,
    ) -> Callable[[], int]:
        if what == "encoder":
            return lambda: encoder(archive, minutes, resume, say)
        if what == "heads":
            return lambda: heads(archive, model, say)
        return lambda: train(archive, say)


def train(archive: str | None, say: Say) -> int:
    """Train the theme model and print the figures it reaches."""
    from zongjie.cli.output import put
    from zongjie.training import train_themes

    print(say("训练中……", "training…"), file=sys.stderr, flush=True)
    put((train_themes() if archive is None else train_themes(Path(archive))) + "\n", None)
    return 0


def encoder(archive: str | None, minutes: float, resume: bool, say: Say) -> int:
    """Train the encoder for so many minutes and print where it lies."""
    from zongjie.cli.output import put
    from zongjie.training import places, train_encoder

    source = places.ARCHIVE if archive is None else Path(archive)
    _wanted(source)
    _progress(
        say(
            f"先读报告库（约四分钟），再训练 {minutes:g} 分钟；中断后可加 --resume 接着训练。",
            f"reading the archive (four minutes), then {minutes:g} minutes; --resume goes on after a stop.",
        )
    )
    put(train_encoder(source, minutes=minutes, resume=resume, tell=_progress) + "\n", None)
    return 0


def heads(archive: str | None, model: str | None, say: Say) -> int:
    """Fit theme and role over an encoder and print where they lie."""
    from zongjie.cli.output import put
    from zongjie.training import places, train_heads

    _progress(say("训练中，约五分钟……", "training, about five minutes…"))
    source = places.ARCHIVE if archive is None else Path(archive)
    put(train_heads(model, source, tell=_progress) + "\n", None)
    return 0


def _progress(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _wanted(archive: Path) -> None:
    if not archive.exists():
        raise SettingsError(
            f"找不到报告库 {archive}。请用 --archive 指明文件夹或 tar。",
            f"there is no archive at {archive}. Name a folder or tar with --archive.",
        )
