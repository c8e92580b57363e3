"""The help pages: typer's commands written out in one language, at the width of the terminal.

typer's own pages mix English words (Usage, Options, required) into any language and cost the
import of rich; these are plain text and know how wide a Chinese character is.
"""

import shutil
from collections.abc import Iterable
from typing import Any

from typer.core import TyperCommand, TyperGroup

from zongjie.cli.language import Say
from zongjie.renderers.width import display_width, pad, wrap

_LEFT = 30  # columns of the left half, at most


class Command(TyperCommand):
    """A command whose help is in the language of the program's ``obj``, a ``Say``."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(command_page(self, ctx, ctx.obj))


class Group(TyperGroup):
    """The command ``zongjie`` itself."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(group_page(self, ctx, ctx.obj))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        from zongjie.cli.mistakes import NoSuchCommand

        if args[0] not in self.commands and not args[0].startswith("-"):
            raise NoSuchCommand(args[0], list(self.commands))
        return super().resolve_command(ctx, args)


def command_page(command: Any, ctx: Any, say: Say) -> str:
    """Usage, description, arguments and options of one command."""
    shown = [p for p in command.get_params(ctx) if not getattr(p, "hidden", False)]
    arguments = [p for p in shown if p.param_type_name == "argument"]
    options = [p for p in shown if p.param_type_name == "option"]
    usage = " ".join([ctx.command_path, say("[选项]", "[OPTIONS]"), *map(_argument, arguments)])
    return _page(
        say,
        usage,
        command.help or "",
        (say("参数", "Arguments"), [(_argument(p), p.help or "") for p in arguments]),
        (say("选项", "Options"), [(_option(p), _option_help(p, say)) for p in options]),
    )


def group_page(group: Any, ctx: Any, say: Say) -> str:
    """Usage, description, commands and options of the whole program."""
    commands = [
        (name, (command.help or "").split("\n", 1)[0].rstrip("。."))
        for name, command in group.commands.items()
        if not command.hidden
    ]
    options = [(_option(p), _option_help(p, say)) for p in group.get_params(ctx)]
    return _page(
        say,
        say("zongjie 命令 [选项] [参数]…", "zongjie COMMAND [OPTIONS] [ARGUMENTS]…"),
        group.help or "",
        (say("命令", "Commands"), commands),
        (say("选项", "Options"), options),
        (
            "",
            [
                (
                    "",
                    say(
                        "看某个命令的用法：zongjie 命令 --help",
                        "For one command: zongjie COMMAND --help",
                    ),
                )
            ],
        ),
    )


def _page(say: Say, usage: str, text: str, *tables: tuple[str, list[tuple[str, str]]]) -> str:
    columns = min(max(shutil.get_terminal_size((80, 24)).columns, 40), 100)
    parts = [f"{say('用法：', 'Usage: ')}{usage}", "\n".join(_indented(wrap(text, columns - 2)))]
    for title, rows in tables:
        if rows and not title:
            parts += [words for _, words in rows]
        elif rows:
            parts.append("\n".join([f"{title}{say('：', ':')}", *_table(rows, columns)]))
    return "\n\n".join(parts) + "\n"


def _table(rows: list[tuple[str, str]], columns: int) -> Iterable[str]:
    left = min(max(display_width(name) for name, _ in rows), _LEFT)
    for name, words in rows:
        lines = wrap(words, columns - left - 4)
        if display_width(name) > left:
            yield f"  {name}"
            name = ""
        yield f"  {pad(name, left)}  {lines[0]}".rstrip()
        for line in lines[1:]:
            yield f"  {' ' * left}  {line}"


def _indented(lines: list[str]) -> Iterable[str]:
    return (f"  {line}".rstrip() for line in lines)


def _argument(param: Any) -> str:
    name = str(param.metavar or param.name.upper())
    return name if param.required else f"[{name}]"


def _option(param: Any) -> str:
    names = ", ".join(sorted(param.opts, key=len))
    return names if getattr(param, "is_flag", False) or not param.metavar else f"{names} {param.metavar}"


def _option_help(param: Any, say: Say) -> str:
    if "--help" in param.opts:
        return say("显示这段说明。", "Show this page.")
    return str(param.help or "")
