"""The options that several commands share, and how their values are read."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import typer

from zongjie.cli.language import Say

_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([kmgt]?)(?:i?b)?", re.I)
_SCALE = {"": 1, "k": 2**10, "m": 2**20, "g": 2**30, "t": 2**40}


def files(say: Say) -> Any:
    return typer.Argument(
        metavar=say("文件…", "FILE…"),
        help=say(
            "报告：.txt .md .html .docx，按内容辨认；- 表示从标准输入读。",
            "reports: .txt .md .html .docx, told by content; - reads standard input.",
        ),
        show_default=False,
    )


def files_or_folders(say: Say) -> Any:
    return typer.Argument(
        metavar=say("文件或文件夹…", "IN…"),
        help=say("报告，或放报告的文件夹。", "Reports, or folders of reports."),
        show_default=False,
    )


def one_file(say: Say) -> Any:
    return typer.Argument(
        metavar=say("文件", "FILE"),
        help=say(
            "报告：.txt .md .html .docx，按内容辨认；- 表示从标准输入读。",
            "a report: .txt .md .html .docx, told by content; - reads standard input.",
        ),
        show_default=False,
    )


def archive_folder(say: Say) -> Any:
    return typer.Argument(
        metavar=say("结果文件夹", "OUT"),
        help=say("zongjie batch 的结果文件夹。", "OUT of zongjie batch."),
        show_default=False,
    )


def language(say: Say) -> Any:
    """Only for the help page: ``--lang`` is read and taken off the line before typer sees it."""
    return typer.Option(
        "--lang",
        metavar="zh|en",
        help=say(
            "消息用中文还是英文，默认中文；也可设环境变量 ZONGJIE_LANG 或写进设置文件。",
            "Chinese or English messages (default zh); also ZONGJIE_LANG or the settings file.",
        ),
    )


def engine(say: Say) -> Any:
    return typer.Option(
        "--engine",
        metavar="linear|neural|hf",
        parser=one_of(say, "linear", "neural", "hf"),
        help=say(
            "用什么判断主题和角色：线性模型（默认）、本项目的编码器、--model 指明的模型。",
            "What tells themes and roles: the linear model (default), our encoder, the one of --model.",
        ),
    )


def model(say: Say) -> Any:
    return typer.Option(
        "--model",
        metavar=say("路径", "PATH"),
        help=say(
            "--engine hf 用的模型：本机文件夹，或已下载的模型名。",
            "The checkpoint of --engine hf: a folder, or a model already on this machine.",
        ),
    )


def no_config(say: Say) -> Any:
    return typer.Option(
        "--no-config",
        help=say(
            "不读 zongjie.toml 和 pyproject.toml 里的设置。",
            "Do not read settings from zongjie.toml or pyproject.toml.",
        ),
    )


def max_size(say: Say) -> Any:
    return typer.Option(
        "--max-size",
        metavar=say("大小", "SIZE"),
        parser=lambda words: size_in_bytes(words, say),
        help=say(
            "拒收超过这个大小的文件，如 64MB（默认）。", "Refuse larger files, e.g. 64MB (the default)."
        ),
    )


def output(say: Say, more: str = "") -> Any:
    return typer.Option(
        "-o",
        "--output",
        metavar=say("路径", "PATH"),
        help=more
        or say(
            "写进文件而不是屏幕；有几份报告时是文件夹。写完整了才出现，不会留下半个文件。",
            "Write to a file instead of the screen (a folder for several reports); it appears whole.",
        ),
    )


def output_file(say: Say) -> Any:
    return output(say, say("写进文件而不是屏幕。", "Write to a file instead of the screen."))


def way_of(asked: str | None, output: str | None, by_suffix: Mapping[str, str], default: str) -> str:
    """The format: the one asked for, else by the ending of ``-o``, else the default.

    >>> way_of(None, "a.JSON", {".json": "json"}, "terminal"), way_of("csv", "a.json", {}, "terminal")
    ('json', 'csv')
    """
    return asked or by_suffix.get(Path(output or "").suffix.lower(), default)


def path_of(output: str | None) -> Path | None:
    """Where to write; None is the screen.

    >>> path_of("-"), path_of(None)
    (None, None)
    """
    return None if output in (None, "-") else Path(output or "")


def one_of(say: Say, *choices: str) -> Callable[[Any], str]:
    """A parser that takes only ``choices`` and says so in the language of the day."""

    def parse(words: Any) -> str:
        if words not in choices:
            raise typer.BadParameter(
                say(
                    f"不能是 {words}，只能是 {'、'.join(choices)}。",
                    f"cannot be {words}; choose {', '.join(choices)}.",
                )
            )
        return str(words)

    return parse


def size_in_bytes(words: Any, say: Say) -> int:
    """``64MB``, ``1.5G``, ``800k`` or plain bytes, in steps of 1024.

    >>> size_in_bytes("64MB", Say("en")), size_in_bytes("1.5k", Say("en"))
    (67108864, 1536)
    """
    match = _SIZE.fullmatch(str(words).strip())
    if match is None:
        raise typer.BadParameter(
            say(
                f"看不懂大小 {words}，请写成 64MB、1.5G 这样。",
                f"cannot read the size {words}; write 64MB or 1.5G.",
            )
        )
    return int(float(match[1]) * _SCALE[match[2].lower()])


def codes(values: Sequence[str] | None) -> tuple[str, ...] | None:
    """Codes and families from repeated options and comma lists, in capitals; None if not given.

    >>> codes(["du02,id", "TM"])
    ('DU02', 'ID', 'TM')
    """
    if not values:
        return None
    return tuple(code.upper() for value in values for code in re.split(r"[,，、\s]+", value) if code)


def spread_sources(args: list[str]) -> list[str]:
    """Let ``check DRAFT --source A B`` mean what it says: a flag before each source.

    ``--source`` takes all words up to the next option; but if nothing would be left to check,
    it takes one, so that ``check --source A DRAFT`` works too.

    >>> spread_sources(["check", "plan.txt", "--source", "a.txt", "b.txt"])
    ['check', 'plan.txt', '--source', 'a.txt', '--source', 'b.txt']
    >>> spread_sources(["check", "--source", "a.txt", "plan.txt"])
    ['check', '--source', 'a.txt', 'plan.txt']
    >>> spread_sources(["check", "--archive", "old", "--source", "a.txt", "plan.txt"])
    ['check', '--archive', 'old', '--source', 'a.txt', 'plan.txt']
    """
    if "check" not in args[:1] or "--source" not in args:
        return args
    spread: list[str] = []
    taking = False
    for word in args:
        if word == "--source":
            taking = True
            continue
        if word.startswith("-") and word != "-":
            taking = False
        spread += ["--source", word] if taking else [word]
    return spread if _leaves_a_file(spread) else args


def _leaves_a_file(args: list[str]) -> bool:
    takes_value = {
        "--source",
        "--archive",
        "--select",
        "--ignore",
        "--fail-on",
        "--format",
        "-o",
        "--output",
        "--max-size",
        "--baseline",
        "--write-baseline",
        "--reason",
    }
    words = iter(args[1:])
    for word in words:
        if word in takes_value:
            next(words, None)
        elif word == "--":
            return next(words, None) is not None
        elif not word.startswith("-") or word == "-":
            return True
    return False
