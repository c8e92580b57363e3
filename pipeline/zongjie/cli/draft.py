"""``zongjie draft``: the next period's plan, every sentence traced to its source."""

from collections.abc import Callable
from typing import Annotated

import typer

from zongjie.cli import arguments
from zongjie.cli.help import Command
from zongjie.cli.inputs import Asked, each_input
from zongjie.cli.language import Say
from zongjie.cli.output import Destinations, put
from zongjie.cli.runs import finish
from zongjie.document import Analysis, Report
from zongjie.errors import SettingsError, ZongjieError
from zongjie.settings import Settings

FORMATS = ("text", "json", "markdown", "docx")
_BY_SUFFIX = {".json": "json", ".md": "markdown", ".markdown": "markdown", ".docx": "docx"}


def add_to(app: typer.Typer, say: Say) -> None:
    """Declare the command."""

    @app.command(
        "draft",
        cls=Command,
        help=say(
            "起草下一期计划：每句有出处，缺的数字留【待填】，不编造。\n\n"
            "例：zongjie draft 报告.docx -o 计划.docx",
            "Draft the next plan: every sentence has its source, unknown figures stay slots.\n\n"
            "For example: zongjie draft report.docx -o plan.docx",
        ),
    )
    def command(
        file: Annotated[str, arguments.one_file(say)],
        output: Annotated[
            str | None,
            arguments.output(
                say,
                say(
                    "写进文件；扩展名 .docx .md .json 决定格式，其余是纯文本。",
                    "Write to a file; the endings .docx .md .json choose the format, others are plain text.",
                ),
            ),
        ] = None,
        format: Annotated[
            str | None,
            typer.Option(
                "--format",
                metavar="|".join(FORMATS),
                parser=arguments.one_of(say, *FORMATS),
                help=say("格式；不写时看 -o 的扩展名。", "The format; else told by the ending of -o."),
            ),
        ] = None,
        evidence: Annotated[
            bool,
            typer.Option(
                "--evidence", help=say("每句后面列出它依据的原文。", "List the sources after each sentence.")
            ),
        ] = False,
        max_size: Annotated[int | None, arguments.max_size(say)] = None,
        no_config: Annotated[bool, arguments.no_config(say)] = False,
        lang: Annotated[str | None, arguments.language(say)] = None,
    ) -> Callable[[], int]:
        asked = Asked(lang=say.asked, config=not no_config, max_size=max_size)
        ending = "." + (output or "").rpartition(".")[2].lower()
        way = format or _BY_SUFFIX.get(ending, "text")
        return lambda: draft(file, asked, way, output, evidence, say)


def draft(file: str, asked: Asked, way: str, output: str | None, evidence: bool, say: Say) -> int:
    """Draft the plan that follows one report; 2 if it cannot be read."""
    if way == "docx" and output in (None, "-"):
        return finish([_needs_file()], say)

    suffix = {"text": ".txt", "json": ".json", "markdown": ".md", "docx": ".docx"}[way]
    places = Destinations(output, [file], suffix)

    def one(name: str, report: Report, settings: Settings) -> None:
        from zongjie.analyzer import analyse_report

        analysis = analyse_report(report, settings)
        put(render(analysis, way, evidence, settings.lang), places.path(name))

    return finish(each_input([file], asked, one), say)


def render(analysis: Analysis, way: str, evidence: bool, lang: str) -> str | bytes:
    """The plan in the format that is wanted."""
    from zongjie.renderers import plan

    if way == "json":
        return plan.to_json(analysis)
    if way == "markdown":
        return plan.to_markdown(analysis, evidence=evidence, lang=lang)
    if way == "docx":
        from zongjie.renderers.plan_docx import to_docx

        return to_docx(analysis, evidence=evidence, lang=lang)
    return plan.to_text(analysis, evidence=evidence, lang=lang)


def _needs_file() -> ZongjieError:
    return SettingsError(
        "docx 不能写到屏幕上，请用 -o 指定文件，如 -o 计划.docx。",
        "a docx cannot go to the screen; name a file with -o, such as -o plan.docx.",
    )
