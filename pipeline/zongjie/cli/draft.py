"""``zongjie draft``: the next period's plan, every sentence traced to its source."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from zongjie.cli import arguments
from zongjie.cli.engines import ENGINES, Engine, generator, tell_dropped
from zongjie.cli.help import Command
from zongjie.cli.inputs import Asked, each_input, spread
from zongjie.cli.language import Say
from zongjie.cli.output import Destinations, put
from zongjie.cli.runs import finish
from zongjie.document import Analysis, Report
from zongjie.errors import SettingsError, ZongjieError
from zongjie.settings import Settings

if TYPE_CHECKING:
    from zongjie.drafters.precedents import Precedents

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
        length: Annotated[
            int | None,
            typer.Option(
                min=100,
                help=say(
                    "大约多少字（300 到 4000）；不写时看报告有多少事要写。",
                    "About how many characters (300 to 4000); else as many as the report asks for.",
                ),
            ),
        ] = None,
        outline: Annotated[
            bool,
            typer.Option(
                "--outline",
                help=say(
                    "只写出提纲（JSON）：各项的标题、回应的问题和出处，改好后用 --from 起草。",
                    "Write the outline only (JSON): headings, problems, sources; edit it, then --from.",
                ),
            ),
        ] = False,
        from_: Annotated[
            str | None,
            typer.Option(
                "--from",
                metavar=say("提纲", "OUTLINE"),
                help=say("按改好的提纲（--outline 写出的 JSON）起草。", "Draft after an edited outline."),
            ),
        ] = None,
        archive: Annotated[
            str | None,
            typer.Option(
                "--archive",
                metavar=say("文件夹", "FOLDER"),
                help=say(
                    "往期或外地报告的文件夹：同类问题别处怎么办，写进草稿并注明出处。"
                    "首次要读全部报告，之后只读有变动的（在该文件夹留一个索引文件）。",
                    "A folder of other reports: what they did about similar problems, cited. The first run "
                    "reads all of them and leaves an index file there.",
                ),
            ),
        ] = None,
        last: Annotated[
            str | None,
            typer.Option(
                "--last",
                metavar=say("上期报告", "REPORT"),
                help=say(
                    "同一单位上一期的报告：沿用它计划部分的标题作框架，内容只取自本期。",
                    "The same body's report before this one: its plan lends its headings, and no more.",
                ),
            ),
        ] = None,
        engine: Annotated[
            str,
            typer.Option(
                "--engine",
                metavar="|".join(ENGINES),
                parser=arguments.one_of(say, *ENGINES),
                help=say(
                    "谁来措辞：offline 本地规则（默认）；llm 语言模型，逐句核对，核不住的删去并列出。",
                    "Who words it: offline (default), or llm, a language model held sentence by sentence "
                    "against the report.",
                ),
            ),
        ] = "offline",
        model: Annotated[
            str | None,
            typer.Option(
                "--model",
                metavar=say("模型", "MODEL"),
                help=say(
                    "模型：本机模型的文件夹（要装 neural 扩展），或 --base-url 服务上的模型名。",
                    "A folder with a checkpoint (extra neural), or a model that --base-url knows.",
                ),
            ),
        ] = None,
        base_url: Annotated[
            str | None,
            typer.Option(
                "--base-url",
                metavar=say("网址", "URL"),
                help=say(
                    "兼容 OpenAI 接口的服务，如 http://127.0.0.1:8000/v1；密钥只从环境变量 "
                    "ZONGJIE_API_KEY 或 OPENAI_API_KEY 读。",
                    "An OpenAI-compatible server, such as http://127.0.0.1:8000/v1; the key is read from "
                    "ZONGJIE_API_KEY or OPENAI_API_KEY only.",
                ),
            ),
        ] = None,
        timeout: Annotated[
            float,
            typer.Option(
                min=1, help=say("每次等模型回音的秒数。", "Seconds to wait for the model each time.")
            ),
        ] = 60,
        max_size: Annotated[int | None, arguments.max_size(say)] = None,
        no_config: Annotated[bool, arguments.no_config(say)] = False,
        lang: Annotated[str | None, arguments.language(say)] = None,
    ) -> Callable[[], int]:
        asked = Asked(lang=say.asked, config=not no_config, max_size=max_size)
        ending = "." + (output or "").rpartition(".")[2].lower()
        way = format or _BY_SUFFIX.get(ending, "text")
        wanted = Wanted("outline" if outline else way, evidence, length, from_, archive, last)
        by = Engine(engine, base_url, model, timeout)
        return lambda: draft(file, asked, wanted, output, say, by)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What shall come out: ``way`` is a format, or "outline"; ``outline`` is the path of an edited one.

    ``archive`` is a folder of other reports to learn from, ``last`` the body's report before this one.
    """

    way: str
    evidence: bool = False
    length: int | None = None
    outline: str | None = None
    archive: str | None = None
    last: str | None = None


def draft(
    file: str, asked: Asked, wanted: Wanted, output: str | None, say: Say, engine: Engine | None = None
) -> int:
    """Draft the plan that follows one report; 2 if it cannot be read."""
    way = wanted.way
    if way == "docx" and output in (None, "-"):
        return finish([_needs_file()], say)

    try:
        edited = _read_outline(wanted.outline)
        generate = generator(engine or Engine(), say)
        known = _experience(wanted.archive, say)
        last = _last(wanted.last, asked)
    except ZongjieError as error:
        return finish([error], say)
    suffix = {"outline": ".json", "text": ".txt", "json": ".json", "markdown": ".md", "docx": ".docx"}[way]
    places = Destinations(output, [file], suffix)

    def one(name: str, report: Report, settings: Settings) -> None:
        from zongjie.analyzer import draft_report, outline_report

        if way == "outline":
            put(
                outline_report(report, settings, length=wanted.length, known=known, last=last),
                places.path(name),
            )
            return
        analysis = draft_report(
            report, settings, length=wanted.length, outline=edited, generate=generate, known=known, last=last
        )
        tell_dropped(analysis.plan, say)
        put(render(analysis, way, wanted.evidence, settings.lang), places.path(name))

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


def _experience(folder: str | None, say: Say) -> "Precedents | None":
    """What the reports of ``folder`` did about their problems. Raises ``SettingsError`` if it is none."""
    if folder is None:
        return None
    if not Path(folder).is_dir():
        raise SettingsError(
            f"--archive 要是一个文件夹，{folder} 不是。", f"--archive takes a folder; {folder} is none."
        )
    from zongjie.archive.experience import experience

    words = say("正在读 {} 里的报告：{}/{}", "reading the reports of {}: {}/{}")

    def progress(done: int, of: int) -> None:
        if sys.stderr.isatty() and (done % 16 == 0 or done == of):
            end = "\n" if done == of else ""
            print(f"\r{words.format(folder, done, of)}", end=end, file=sys.stderr, flush=True)

    return experience(folder, spread([folder]), progress)


def _last(path: str | None, asked: Asked) -> Analysis | None:
    """The report before this one, read and understood; raises an ``InputError`` where it cannot be read."""
    if path is None:
        return None
    from zongjie.analyzer import understand
    from zongjie.readers import read

    size = {} if asked.max_size is None else {"max_size": asked.max_size}
    return understand(read(Path(path), **size))


def _read_outline(path: str | None) -> str | None:
    """The text of an outline file; raises ``SettingsError`` where it cannot be read."""
    if path is None:
        return None
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise SettingsError(
            f"提纲 {path} 读不了（{problem}）。请给一份 zongjie draft --outline 写出的 JSON 文件。",
            f"the outline {path} cannot be read ({problem}); name a JSON file that draft --outline wrote.",
        ) from problem


def _needs_file() -> ZongjieError:
    return SettingsError(
        "docx 不能写到屏幕上，请用 -o 指定文件，如 -o 计划.docx。",
        "a docx cannot go to the screen; name a file with -o, such as -o plan.docx.",
    )
