"""``zongjie achievements``: the achievements of many reports in one table."""

from collections.abc import Callable, Iterator
from typing import Annotated

import typer

from zongjie.cli import arguments
from zongjie.cli.help import Command
from zongjie.cli.inputs import Asked, each_input, spread
from zongjie.cli.language import Say
from zongjie.cli.output import Destinations, put
from zongjie.cli.runs import CANNOT, WELL, tell
from zongjie.document import QuantityKind, Report
from zongjie.errors import SettingsError
from zongjie.renderers.achievements import Row, csv_pieces, json_pieces, rows, table_pieces, write_parquet
from zongjie.settings import Settings

FORMATS = ("table", "csv", "json", "parquet")
KINDS = ("achievement", "target", "baseline")
_BY_SUFFIX = {".csv": "csv", ".json": "json", ".parquet": "parquet", ".pq": "parquet"}


def add_to(app: typer.Typer, say: Say) -> None:
    """Declare the command."""

    @app.command(
        "achievements",
        cls=Command,
        help=say(
            "把多份报告里的成果数字列成一张表，每条都能在原文里指出来。\n\n"
            "例：zongjie achievements 报告.docx · zongjie achievements archive/ -o 成果.csv",
            "The achievements of many reports in one table, each with its place in the text.\n\n"
            "For example: zongjie achievements archive/ -o achievements.csv",
        ),
    )
    def command(
        files: Annotated[list[str], arguments.files_or_folders(say)],
        format: Annotated[
            str | None,
            typer.Option(
                "--format",
                metavar="|".join(FORMATS),
                parser=arguments.one_of(say, *FORMATS),
                help=say(
                    "终端表格（默认）、CSV、JSON 或 Parquet（要装 pyarrow）；不写时看 -o 的扩展名。",
                    "A table (default), CSV, JSON or Parquet (with pyarrow); else by the ending of -o.",
                ),
            ),
        ] = None,
        kind: Annotated[
            str,
            typer.Option(
                "--kind",
                metavar="|".join(KINDS),
                parser=arguments.one_of(say, *KINDS),
                help=say("列成果（默认）、目标或基数。", "Achievements (default), targets or baselines."),
            ),
        ] = "achievement",
        output: Annotated[
            str | None,
            arguments.output_file(say),
        ] = None,
        max_size: Annotated[int | None, arguments.max_size(say)] = None,
        no_config: Annotated[bool, arguments.no_config(say)] = False,
        lang: Annotated[str | None, arguments.language(say)] = None,
    ) -> Callable[[], int]:
        asked = Asked(lang=say.asked, config=not no_config, max_size=max_size)
        way = arguments.way_of(format, output, _BY_SUFFIX, "table")
        return lambda: achievements(files, asked, way, kind, output, say)


def achievements(files: list[str], asked: Asked, way: str, kind: str, output: str | None, say: Say) -> int:
    """Write the table, report by report; 2 if one could not be read, else 0."""
    names = spread(files)
    path = Destinations(output, [*names, ""], "").own()
    told = _Told(names, asked, kind, say)
    if way == "parquet":
        if path is None:
            raise SettingsError("Parquet 要用 -o 指定文件。", "Parquet needs a file: name one with -o.")
        write_parquet(told.tables(), path)
    elif way == "csv":
        put(csv_pieces(told.tables(), say.lang), path)
    elif way == "json":
        put(json_pieces(told.tables()), path)
    else:
        put(table_pieces(told.tables(), say.lang), path)
    return told.code


class _Told:
    """The rows of one report after the other; what goes wrong with one is told, and counted."""

    def __init__(self, names: list[str], asked: Asked, kind: str, say: Say) -> None:
        self.names, self.asked, self.say = names, asked, say
        kinds: dict[str, QuantityKind] = {
            "achievement": "achievement", "target": "target", "baseline": "baseline",
        }  # fmt: skip
        self.kinds = frozenset((kinds[kind],))
        self.code = WELL

    def tables(self) -> Iterator[list[Row]]:
        from zongjie.analyzer import understand

        found: list[list[Row]] = []

        def one(name: str, report: Report, settings: Settings) -> None:
            found.append(rows(understand(report), self.kinds))

        for name in self.names:
            for problem in each_input([name], self.asked, one):
                tell(problem.message(self.say.lang))
                self.code = CANNOT
            yield from found
            found.clear()
