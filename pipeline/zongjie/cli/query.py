"""``zongjie query``: questions in SQL to the archive that ``zongjie batch`` made."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from zongjie.cli import arguments
from zongjie.cli.help import Command
from zongjie.cli.language import Say
from zongjie.cli.output import put
from zongjie.cli.runs import WELL, tell
from zongjie.errors import SettingsError

FORMATS = ("table", "csv", "json", "xlsx")
_BY_SUFFIX = {".csv": "csv", ".json": "json", ".xlsx": "xlsx"}
_WIDEST = 40  # columns of one cell on the terminal


def add_to(app: typer.Typer, say: Say) -> None:
    """Declare the command."""

    @app.command(
        "query",
        cls=Command,
        help=say(
            "用 SQL 查档案（只读）。--examples 列出现成的问题，@名称 直接问其中一个。\n\n"
            "例：zongjie query @proposals --out out/ · "
            'zongjie query "SELECT count(*) FROM reports" --out out/ -o 结果.xlsx',
            "Ask the archive in SQL (read-only). --examples lists ready questions, @NAME asks one.\n\n"
            'For example: zongjie query "SELECT count(*) FROM reports" --out out/',
        ),
    )
    def command(
        sql: Annotated[
            str | None,
            typer.Argument(
                metavar="SQL",
                help=say(
                    "一句 SQL，或 @名称；- 表示从标准输入读。",
                    "One SQL statement, or @NAME; - reads standard input.",
                ),
                show_default=False,
            ),
        ] = None,
        out: Annotated[
            str,
            typer.Option(
                "--out",
                metavar=say("文件夹", "OUT"),
                help=say(
                    "zongjie batch 的结果文件夹，或其中的 archive.duckdb；默认是当前文件夹。",
                    "OUT of zongjie batch, or its archive.duckdb; by default this folder.",
                ),
                show_default=False,
            ),
        ] = ".",
        format: Annotated[
            str | None,
            typer.Option(
                "--format",
                metavar="|".join(FORMATS),
                parser=arguments.one_of(say, *FORMATS),
                help=say(
                    "终端表格（默认）、CSV、JSON 或 Excel；不写时看 -o 的扩展名。",
                    "A table (default), CSV, JSON or a workbook; else by the ending of -o.",
                ),
            ),
        ] = None,
        output: Annotated[
            str | None,
            arguments.output_file(say),
        ] = None,
        rows: Annotated[
            int,
            typer.Option("--rows", min=1, help=say("表格最多显示几行。", "Rows that the table shows.")),
        ] = 100,
        examples: Annotated[
            bool, typer.Option("--examples", help=say("列出现成的问题。", "List the ready questions."))
        ] = False,
        lang: Annotated[str | None, arguments.language(say)] = None,
    ) -> Callable[[], int]:
        if examples:
            return lambda: show_examples(say)
        way = arguments.way_of(format, output, _BY_SUFFIX, "table")
        path = arguments.path_of(output)
        return lambda: query(sql, Path(out), way, path, rows, say)


def query(sql: str | None, out: Path, way: str, path: Path | None, rows: int, say: Say) -> int:
    """Write the answer in the format ``way``."""
    from zongjie.stores.answers import csv_pieces, json_pieces, write_xlsx
    from zongjie.stores.querying import ask

    answer = ask(out, _statement(sql))
    if way == "xlsx":
        if path is None:
            raise SettingsError("Excel 要用 -o 指定文件。", "A workbook needs a file: name one with -o.")
        path.parent.mkdir(parents=True, exist_ok=True)
        if left := write_xlsx(answer, path):
            tell(say(f"一张表装不下，少写了 {left} 行。", f"a sheet holds no more: {left} rows left out."))
    elif way == "csv":
        put(csv_pieces(answer), path)
    elif way == "json":
        put(json_pieces(answer), path)
    else:
        from zongjie.stores.answers import table_of

        shown, count = table_of(answer, rows)
        put(_table(answer.columns, shown, count, say), path)
    return WELL


def show_examples(say: Say) -> int:
    """All ready questions with their SQL."""
    from zongjie.stores.examples import EXAMPLES

    put("".join(f"-- @{one.name}  {say(one.zh, one.en)}\n{one.sql};\n\n" for one in EXAMPLES), None)
    return WELL


def _statement(sql: str | None) -> str:
    from zongjie.stores.examples import EXAMPLES, example

    if sql is None:
        raise SettingsError(
            "要写一句 SQL，或用 --examples 看例子。", "give a SQL statement, or look at --examples."
        )
    if sql == "-":
        return sys.stdin.read()
    if not sql.startswith("@"):
        return sql
    found = example(sql[1:])
    if found is None:
        names = "、".join(f"@{one.name}" for one in EXAMPLES)
        raise SettingsError(
            f"没有现成的问题 {sql}。有这些：{names}。", f"no ready question {sql}. There are: {names}."
        )
    return found.sql


def _table(columns: tuple[str, ...], rows: list[list[str]], count: int, say: Say) -> Iterator[str]:
    from zongjie.renderers.archive_tables import aligned

    for line in aligned([columns, *rows], _WIDEST, indent=""):
        yield f"{line}\n"
    if count > len(rows):
        yield say(
            f"共 {count} 行，显示了前 {len(rows)} 行；全部可用 -o 结果.csv 写出。\n",
            f"{count} rows, the first {len(rows)} shown; write all with -o answer.csv.\n",
        )
    else:
        yield say(f"共 {count} 行。\n", f"{count} rows.\n")
