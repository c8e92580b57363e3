"""``zongjie search``: figures of the archive by words and numbers."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from zongjie.cli import arguments
from zongjie.cli.help import Command
from zongjie.cli.language import Say
from zongjie.cli.output import put
from zongjie.cli.runs import WELL, tell

FORMATS = ("terminal", "csv", "json")
_BY_SUFFIX = {".csv": "csv", ".json": "json"}
_COLUMNS = ("organisation", "year", "words", "clause", "sha256", "start", "end", "kind")


def add_to(app: typer.Typer, say: Say) -> None:
    """Declare the command."""

    @app.command(
        "search",
        cls=Command,
        help=say(
            "在档案里按词和数找：哪个单位哪一年，原文怎么说。\n\n"
            '例：zongjie search out/ "提案 > 100 件" · zongjie search out/ "高标准农田 不少于50万亩"',
            "Find figures in the archive by words and numbers: which body, which year, in which words.\n\n"
            'For example: zongjie search out/ "提案 > 100 件"',
        ),
    )
    def command(
        out: Annotated[str, arguments.archive_folder(say)],
        question: Annotated[
            str,
            typer.Argument(
                metavar=say("问什么", "WHAT"),
                help=say(
                    "词，或词加比较：提案 > 100 件。", "Words, or words and a comparison: 提案 > 100 件."
                ),
                show_default=False,
            ),
        ],
        rows: Annotated[int, typer.Option("--rows", min=1, help=say("最多几行。", "Rows at most."))] = 50,
        format: Annotated[
            str | None,
            typer.Option(
                "--format",
                metavar="|".join(FORMATS),
                parser=arguments.one_of(say, *FORMATS),
                help=say(
                    "终端（默认）、CSV 或 JSON；不写时看 -o 的扩展名。", "Terminal (default), CSV or JSON."
                ),
            ),
        ] = None,
        output: Annotated[
            str | None,
            arguments.output_file(say),
        ] = None,
        lang: Annotated[str | None, arguments.language(say)] = None,
    ) -> Callable[[], int]:
        way = arguments.way_of(format, output, _BY_SUFFIX, "terminal")
        path = arguments.path_of(output)
        return lambda: search(Path(out), question, rows, way, path, say)


def search(out: Path, question: str, most: int, way: str, path: Path | None, say: Say) -> int:
    """Write the figures that answer the question."""
    from zongjie.archive.loading import matching
    from zongjie.archive.searching import asked, condition
    from zongjie.renderers.archive_tables import aligned, csv_of

    found = list(matching(out, condition(asked(question)), most))
    if not found:
        tell(say("没有找到。", "nothing found."))
        return WELL
    if way == "csv":
        put(csv_of(_COLUMNS, found), path)
    elif way == "json":
        told = [dict(zip(_COLUMNS, row, strict=True)) for row in found]
        put(json.dumps(told, ensure_ascii=False, indent=2) + "\n", path)
    else:
        head = [say("单位", "body"), say("年份", "year"), say("数字", "figure"), say("原文", "words")]
        lines = [[str(one[0] or ""), str(one[1] or ""), one[2], " ".join(one[3].split())] for one in found]
        put("".join(f"{line}\n" for line in aligned([head, *lines])), path)
    return WELL
