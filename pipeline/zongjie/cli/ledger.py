"""``zongjie ledger``: which promises of the last report were kept, with both sentences."""

from collections.abc import Callable
from typing import Annotated, Any

import typer

from zongjie.cli import arguments
from zongjie.cli.help import Command
from zongjie.cli.inputs import STDIN, Asked, read_input, settings_for
from zongjie.cli.language import Say
from zongjie.cli.output import Destinations, put
from zongjie.cli.runs import WELL, tell
from zongjie.cli.screen import colourful, page_width
from zongjie.errors import SettingsError

FORMATS = ("terminal", "json", "csv", "html")
_BY_SUFFIX = {".json": "json", ".csv": "csv", ".html": "html", ".htm": "html"}


def add_to(app: typer.Typer, say: Say) -> None:
    """Declare the command."""

    @app.command(
        "ledger",
        cls=Command,
        help=say(
            "承诺台账：上期报告许下的事，本期报告怎么说，两边原文对着看。\n\n"
            "例：zongjie ledger 去年.docx 今年.docx · zongjie ledger 去年.txt 今年.txt -o 台账.html",
            "The ledger of promises: what the last report promised and what this one tells of it.\n\n"
            "For example: zongjie ledger last.docx this.docx; zongjie ledger last.txt this.txt -o l.html",
        ),
    )
    def command(
        last: Annotated[
            str, _side(say("上期报告", "LAST"), say("许下承诺的那份报告。", "The report that promised."))
        ],
        this: Annotated[
            str, _side(say("本期报告", "THIS"), say("接下来的那份报告。", "The report after it."))
        ],
        format: Annotated[
            str | None,
            typer.Option(
                "--format",
                metavar="|".join(FORMATS),
                parser=arguments.one_of(say, *FORMATS),
                help=say(
                    "终端（默认）、JSON（zongjie-ledger/1）、CSV 或网页；不写时看 -o 的扩展名。",
                    "Terminal (default), JSON (zongjie-ledger/1), CSV or a page; else by the ending of -o.",
                ),
            ),
        ] = None,
        everything: Annotated[
            bool,
            typer.Option(
                "--all",
                help=say(
                    "终端上也列出没有数字、本期没有提到的承诺。",
                    "On the terminal, also those without a figure that are not spoken of again.",
                ),
            ),
        ] = False,
        output: Annotated[
            str | None,
            arguments.output_file(say),
        ] = None,
        max_size: Annotated[int | None, arguments.max_size(say)] = None,
        no_config: Annotated[bool, arguments.no_config(say)] = False,
        lang: Annotated[str | None, arguments.language(say)] = None,
    ) -> Callable[[], int]:
        asked = Asked(lang=say.asked, config=not no_config, max_size=max_size)
        way = arguments.way_of(format, output, _BY_SUFFIX, "terminal")
        return lambda: show_ledger(last, this, asked, way, output, say, everything=everything)


def _side(name: str, about: str) -> Any:
    return typer.Argument(metavar=name, help=about, show_default=False)


def show_ledger(
    last: str, this: str, asked: Asked, way: str, output: str | None, say: Say, *, everything: bool
) -> int:
    """Make the ledger and show it; doubts about the pair are told on stderr."""
    from zongjie.analyzer import understand
    from zongjie.archive.ledger import ledger

    if last == this == STDIN:
        raise SettingsError(
            "只能有一份报告从标准输入读。", "only one report can be read from standard input."
        )
    path = Destinations(output, [last, this], "").own()
    one, other = (understand(read_input(name, settings_for(name, asked))) for name in (last, this))
    made = ledger(one, other)
    for zh, en in made.doubts:
        tell(say(f"注意：{zh}。", f"note: {en}."))
    if not made.entries:
        tell(say("上期报告里没有找到承诺。", "no promise was found in the last report."))
    if way == "json":
        from zongjie.renderers.ledger.json import to_json

        put(to_json(made, say.lang), path)
    elif way == "csv":
        from zongjie.renderers.ledger.csv import to_csv

        put(to_csv(made, say.lang), path)
    elif way == "html":
        from zongjie.renderers.ledger.page import to_page

        put(to_page(made, lang=say.lang), path)
    else:
        from zongjie.renderers.ledger.terminal import to_terminal

        colour = path is None and colourful()
        put(to_terminal(made, lang=say.lang, colour=colour, width=page_width(), everything=everything), path)
    return WELL
