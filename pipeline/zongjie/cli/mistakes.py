"""Tells in either language what is wrong with a command line."""

import difflib
from collections.abc import Sequence
from typing import Any

from zongjie.cli.language import Say


class NoSuchCommand(Exception):
    """A command that there is not; ``known`` are those that there are."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(name)
        self.name = name
        self.known = known


def explain_mistake(problem: Exception, say: Say) -> str | None:
    """The message for a usage error of typer or of ours; None if ``problem`` is none.

    typer's exceptions are told by the names of their classes: it has moved them from one
    package to another between releases.
    """
    told = _told(problem, say)
    if told is None:
        return None
    context = getattr(problem, "ctx", None)
    path = context.command_path if context else "zongjie"
    return f"{told}\n{say(f'用法见 {path} --help。', f'See {path} --help.')}"


def _told(problem: Any, say: Say) -> str | None:
    kinds = {kind.__name__ for kind in type(problem).__mro__}
    if "NoSuchCommand" in kinds:
        return _no_such_command(problem, say)
    if "NoSuchOption" in kinds:
        near = "、".join(sorted(problem.possibilities or ()))
        more = say(f"是不是想写 {near}？", f" Did you mean {near}?") if near else ""
        return say(f"没有选项 {problem.option_name}。{more}", f"no such option {problem.option_name}.{more}")
    if "MissingParameter" in kinds:
        name = _name(problem.param)
        if problem.param is not None and problem.param.param_type_name == "argument":
            return say(f"缺少参数 {name}。", f"missing argument {name}.")
        return say(f"缺少选项 {name}。", f"missing option {name}.")
    if "BadOptionUsage" in kinds:
        name = problem.option_name
        if "not take" in problem.message:
            return say(f"选项 {name} 不带值。", f"option {name} takes no value.")
        return say(f"选项 {name} 后面要跟一个值。", f"option {name} needs a value.")
    if "BadParameter" in kinds:
        return f"{_name(problem.param)}{say('：', ': ')}{problem.message}"
    if "UsageError" in kinds:
        return _other(problem.message, say)
    return None


def _no_such_command(problem: NoSuchCommand, say: Say) -> str:
    near = difflib.get_close_matches(problem.name, problem.known, n=1)
    known = "、".join(problem.known)
    if near:
        return say(
            f"没有命令 {problem.name}，是不是想写 {near[0]}？",
            f"no such command {problem.name}; did you mean {near[0]}?",
        )
    return say(
        f"没有命令 {problem.name}。有这些：{known}。",
        f"no such command {problem.name}. There are: {', '.join(problem.known)}.",
    )


def _other(message: str, say: Say) -> str:
    if "unexpected extra argument" in message:
        extra = message.rpartition("(")[2].rstrip(").")
        return say(f"多出了参数：{extra}。", f"extra argument: {extra}.")
    if "Missing command" in message:
        return say("缺少命令。", "missing command.")
    return say(f"命令行有误：{message}", message)


def _name(param: Any) -> str:
    if param is None:
        return "?"
    if param.param_type_name == "argument":
        return str(param.metavar or param.name)
    return str(max(param.opts, key=len))
