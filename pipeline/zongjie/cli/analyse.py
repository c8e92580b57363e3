"""``zongjie analyse``: what a report says, on a page, as JSON, Markdown or HTML."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from zongjie.cli import arguments
from zongjie.cli.help import Command
from zongjie.cli.inputs import Asked, each_input
from zongjie.cli.language import Say
from zongjie.cli.output import Content, Destinations, put
from zongjie.cli.runs import finish
from zongjie.cli.screen import colourful, page_width, titles
from zongjie.document import Analysis, Report
from zongjie.errors import SettingsError
from zongjie.settings import Settings

FORMATS = ("terminal", "json", "markdown", "html")
_SUFFIX = {"terminal": ".txt", "json": ".json", "markdown": ".md", "html": ".html"}
_NOT_OURS = (".docx", ".doc", ".wps", ".pdf", ".xlsx", ".xls", ".csv")
_BY_SUFFIX = {".json": "json", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the analyses are to be shown; ``format`` None means: by the ending of ``output``.

    ``evidence`` asks for the brief alone with what it rests on, ``length`` for an extract of so many
    characters in its stead.
    """

    format: str | None = None
    output: str | None = None
    show: str | None = None
    everything: bool = False
    evidence: bool = False
    length: int | None = None

    @property
    def way(self) -> str:
        """The format: as asked, else by the ending of the output file, else the terminal page."""
        ending = "." + (self.output or "").rpartition(".")[2].lower()
        return self.format or _BY_SUFFIX.get(ending, "terminal")


def add_to(app: typer.Typer, say: Say) -> None:
    """Declare the command."""

    @app.command(
        "analyse",
        cls=Command,
        help=say(
            "看一份报告：是谁的、做成了什么、有什么毛病、简报和下一期计划。\n\n"
            "例：zongjie analyse 报告.docx · zongjie analyse 报告.docx -o 报告.html",
            "Read a report: whose it is, what was achieved, what is wrong, a brief and the next plan.\n\n"
            "For example: zongjie analyse report.docx -o report.html",
        ),
    )
    def command(
        files: Annotated[list[str], arguments.files(say)],
        format: Annotated[
            str | None,
            typer.Option(
                "--format",
                metavar="|".join(FORMATS),
                parser=arguments.one_of(say, *FORMATS),
                help=say(
                    "终端页面（默认）、JSON、Markdown 或单文件网页；不写时看 -o 的扩展名。"
                    "多份报告的 JSON 每份占一行。",
                    "A page (default), JSON, Markdown or one HTML file; else told by the ending of -o. "
                    "JSON of several reports has one report a line.",
                ),
            ),
        ] = None,
        output: Annotated[str | None, arguments.output(say)] = None,
        show: Annotated[
            str | None,
            typer.Option(
                "--show",
                metavar="removed",
                parser=arguments.one_of(say, "removed"),
                help=say(
                    "一并列出被当作网页杂质标出的文字。", "Also list what was marked as scrape furniture."
                ),
            ),
        ] = None,
        everything: Annotated[
            bool,
            typer.Option(
                "--all", help=say("终端页面不截短长表。", "Do not cut long tables short on the page.")
            ),
        ] = False,
        evidence: Annotated[
            bool,
            typer.Option(
                "--evidence",
                help=say(
                    "只出简报，每行后面列出原句；每个数字注明出处、期间、范围和由来。",
                    "The brief alone, each line with its sources; each number with period, scope and origin.",
                ),
            ),
        ] = False,
        length: Annotated[
            int | None,
            typer.Option(
                min=40,
                help=say(
                    "只出一段多少字以内的摘录（原句，覆盖各主题，不重复）。",
                    "An extract of at most so many characters instead: sentences as they stand.",
                ),
            ),
        ] = None,
        engine: Annotated[str | None, arguments.engine(say)] = None,
        model: Annotated[str | None, arguments.model(say)] = None,
        max_size: Annotated[int | None, arguments.max_size(say)] = None,
        no_config: Annotated[bool, arguments.no_config(say)] = False,
        lang: Annotated[str | None, arguments.language(say)] = None,
    ) -> Callable[[], int]:
        asked = Asked(lang=say.asked, config=not no_config, max_size=max_size, engine=engine, model=model)
        wanted = Wanted(format, output, show, everything, evidence, length)
        return lambda: analyse(files, asked, wanted, say)


def analyse(files: list[str], asked: Asked, wanted: Wanted, say: Say) -> int:
    """Analyse and show every file; 2 if one could not be read, else 0."""
    several = len(files) > 1
    _refuse(wanted, several)
    places = Destinations(wanted.output, files, _SUFFIX[wanted.way])

    def one(name: str, report: Report, settings: Settings) -> None:
        from zongjie.analyzer import analyse_report

        shown = render(analyse_report(report, settings), wanted, settings, several=several)
        put(shown, places.path(name))

    return finish(each_input(files, asked, one), say)


def _refuse(wanted: Wanted, several: bool) -> None:
    """Raises ``SettingsError`` for what cannot be meant."""
    ending = Path(wanted.output or "").suffix.lower()
    if wanted.format is None and ending in _NOT_OURS:
        raise SettingsError(
            f"analyse 不写 {ending}；可用 .html .json .md .txt，或用 --format 指明。"
            "要计划请用 zongjie draft -o 计划.docx。",
            f"analyse writes no {ending}; use .html .json .md .txt or name a --format. "
            "For a plan: zongjie draft -o plan.docx.",
        )
    if (wanted.evidence or wanted.length) and wanted.way != "terminal":
        raise SettingsError(
            f"--evidence 和 --length 只出文字，不能和 {wanted.way} 合用；JSON 里每行本来就带出处。",
            f"--evidence and --length give text, not {wanted.way}; the JSON has the sources anyway.",
        )
    if wanted.way == "html" and several and wanted.output is None:
        raise SettingsError(
            "几份报告的网页要用 -o 指定一个文件夹。",
            "HTML of several reports needs a folder: name one with -o.",
        )


def render(analysis: Analysis, wanted: Wanted, settings: Settings, *, several: bool) -> Content:
    """The analysis in the format that is wanted."""
    if wanted.evidence or wanted.length:
        from zongjie.renderers.brief import to_text
        from zongjie.summarizers import excerpt

        summary = analysis.summary if wanted.length is None else excerpt(analysis, wanted.length)
        return to_text(analysis, summary, evidence=wanted.evidence, lang=settings.lang)
    removed = wanted.show == "removed"
    if wanted.way == "json":
        from zongjie.renderers.json import json_pieces

        return chain(json_pieces(analysis, indent=None if several else 2), ["\n"])
    if wanted.way == "markdown":
        from zongjie.renderers.markdown import to_markdown

        return to_markdown(analysis, lang=settings.lang, titles=titles(settings.lang), show_removed=removed)
    if wanted.way == "html":
        from zongjie.renderers.html import to_html

        return to_html(analysis, lang=settings.lang, titles=titles(settings.lang))
    from zongjie.renderers.terminal import to_terminal

    on_screen = wanted.output is None
    return to_terminal(
        analysis,
        lang=settings.lang,
        titles=titles(settings.lang),
        colour=on_screen and colourful(),
        width=page_width() if on_screen else 80,
        everything=wanted.everything,
        show_removed=removed,
    )
