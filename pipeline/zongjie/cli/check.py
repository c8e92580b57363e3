"""``zongjie check``: the reviewer's linter."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

import typer

from zongjie.cli import arguments
from zongjie.cli.archived import archive_at
from zongjie.cli.help import Command
from zongjie.cli.inputs import Asked, each_input, read_input, settings_for, spread
from zongjie.cli.language import Say
from zongjie.cli.output import Destinations, put
from zongjie.cli.runs import FOUND, WELL, finish, tell
from zongjie.cli.showing import FORMATS, Showing
from zongjie.document import Analysis, Finding, Report
from zongjie.settings import SEVERITIES, Settings

LIMITS = ("error", "warning", "note", "never")


def add_to(app: typer.Typer, say: Say) -> None:
    """Declare the command."""

    @app.command(
        "check",
        cls=Command,
        help=say(
            "挑毛病：抄重的段落、对不上的单位、期间、数字和提纲，残留的网页杂质。\n\n"
            "有没被压下的错误或警告时退出码为 1，没有为 0，读不了为 2。\n\n"
            "例：zongjie check 报告.docx · zongjie check 文件夹 · zongjie check 计划.docx --source 报告.docx",
            "Find faults: repeated passages, bodies, periods, figures and outlines that clash, residue.\n\n"
            "Exits with 1 on an unsuppressed error or warning, 0 on none, 2 if it cannot read.\n\n"
            "For example: zongjie check report.docx; zongjie check FOLDER; "
            "zongjie check plan.docx --source report.docx",
        ),
    )
    def command(
        files: Annotated[list[str], arguments.files(say)],
        format: Annotated[
            str,
            typer.Option(
                "--format",
                metavar="|".join(FORMATS),
                parser=arguments.one_of(say, *FORMATS),
                help=say(
                    "终端（默认）、JSON、SARIF 2.1.0、GitHub 注释、JUnit、CSV 或网页。"
                    "JSON、SARIF 和 CSV 含试行和放过的条目。",
                    "Terminal (default), JSON, SARIF 2.1.0, GitHub annotations, JUnit, CSV or HTML; "
                    "JSON, SARIF and CSV carry preview and suppressed ones.",
                ),
            ),
        ] = "terminal",
        source: Annotated[
            list[str] | None,
            typer.Option(
                "--source",
                metavar=say("报告…", "REPORT…"),
                help=say(
                    "被检查的计划所依据的报告；给了才查出处（GR01—GR04）。",
                    "Reports that the checked draft rests on; only then GR01 to GR04 run.",
                ),
            ),
        ] = None,
        archive: Annotated[
            str | None,
            typer.Option(
                "--archive",
                metavar=say("文件夹", "DIR"),
                help=say(
                    "与之比对的往年或别处的报告，或 zongjie repeats --index 建的索引；"
                    "给了才查雷同（DU03、DU04）。",
                    "Reports to compare with, or an index made by zongjie repeats --index; "
                    "only then DU03 and DU04 run.",
                ),
            ),
        ] = None,
        select: Annotated[
            list[str] | None,
            typer.Option(
                "--select",
                metavar=say("代码", "CODES"),
                help=say("只跑这些检查或门类，如 DU,ID01。", "Only these checks or families, e.g. DU,ID01."),
            ),
        ] = None,
        ignore: Annotated[
            list[str] | None,
            typer.Option(
                "--ignore",
                metavar=say("代码", "CODES"),
                help=say("不跑这些检查或门类。", "Leave these checks or families out."),
            ),
        ] = None,
        fail_on: Annotated[
            str | None,
            typer.Option(
                "--fail-on",
                metavar="|".join(LIMITS),
                parser=arguments.one_of(say, *LIMITS),
                help=say(
                    "到哪一级算不通过，默认 warning。",
                    "From which severity on to exit with 1; default warning.",
                ),
            ),
        ] = None,
        baseline: Annotated[
            str | None,
            typer.Option(
                "--baseline",
                metavar=say("文件", "FILE"),
                help=say(
                    "已知的毛病：列在里面的标出但不算数，也会说哪些已经没有了。",
                    "Known findings: those listed are marked and do not count; stale entries are told.",
                ),
            ),
        ] = None,
        write_baseline: Annotated[
            str | None,
            typer.Option(
                "--write-baseline",
                metavar=say("文件", "FILE"),
                help=say(
                    "把现在的毛病写成基线，要用 --reason 说明理由。",
                    "Write what is found now as a baseline; needs --reason.",
                ),
            ),
        ] = None,
        reason: Annotated[
            str | None,
            typer.Option(
                "--reason",
                metavar=say("理由", "TEXT"),
                help=say("为什么放过这些毛病。", "Why these findings are let stand."),
            ),
        ] = None,
        diff: Annotated[
            bool,
            typer.Option(
                "--diff",
                help=say(
                    "只显示 --fix 会改什么，不动文件。", "Show what --fix would change; change nothing."
                ),
            ),
        ] = False,
        fix: Annotated[
            bool,
            typer.Option(
                "--fix",
                help=say(
                    "改掉只关标点的毛病（全半角、直引号、叠用、省略号），写回 .txt 和 .md 原文件；"
                    "先用 --diff 看。",
                    "Mend punctuation (width, quotes, doubled marks, ellipses) in .txt and .md; "
                    "look with --diff first.",
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
        asked = Asked(
            lang=say.asked,
            config=not no_config,
            max_size=max_size,
            select=arguments.codes(select),
            ignore=arguments.codes(ignore),
            fail_on=fail_on,
        )
        wanted = Wanted(
            format=format,
            output=output,
            sources=tuple(source or ()),
            archive=archive,
            baseline=baseline,
            write_baseline=write_baseline,
            reason=reason,
            diff=diff,
            fix=fix,
        )
        return lambda: check(files, asked, wanted, say)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be done with what is found."""

    format: str = "terminal"
    output: str | None = None
    sources: tuple[str, ...] = ()
    archive: str | None = None
    baseline: str | None = None
    write_baseline: str | None = None
    reason: str | None = None
    diff: bool = False
    fix: bool = False


def check(named: list[str], asked: Asked, wanted: Wanted, say: Say) -> int:
    """Check every file and show what was found; the exit code is that of DESIGN §4."""
    from zongjie.cli.baselines import Standing, require_reason

    _know(Settings(select=asked.select or (), ignore=asked.ignore or ()))
    files = spread(named)
    require_reason(wanted.write_baseline, wanted.reason, files)
    rests_on = [_understood(name, asked) for name in wanted.sources]
    path = Destinations(wanted.output, [*files, *wanted.sources], "").own()
    showing = Showing(wanted.format, say, path, several=len(files) > 1)
    standing = Standing(wanted.baseline, say)
    fails = False

    def one(name: str, report: Report, settings: Settings) -> None:
        from zongjie.analyzer import check_report

        nonlocal fails
        _know(settings)
        analysis = check_report(report, settings, rests_on, archive.matches(report))
        analysis = standing.apply(name, analysis, wanted.reason or "")
        if wanted.diff or wanted.fix:
            from zongjie.cli.fixing import diff, fix

            if wanted.diff:
                put(diff(name, analysis), None)
                return
            changed = fix(name, analysis)
            standing.remarks.append(
                say(f"{name}：改了 {changed} 处标点。", f"{name}: {changed} marks changed.")
            )
            if changed:
                report = read_input(name, settings)
                analysis = check_report(report, settings, rests_on, archive.matches(report))
        fails = fails or any(_fails(finding, settings) for finding in analysis.findings)
        showing.add(name, analysis, settings.lang)

    with archive_at(wanted.archive, asked, say) as archive:
        code = finish(each_input(files, asked, one), say)
    if wanted.diff:
        return code
    if wanted.write_baseline is not None:
        count = standing.write(wanted.write_baseline)
        tell(
            say(f"基线 {wanted.write_baseline}：{count} 条。", f"Baseline {wanted.write_baseline}: {count}.")
        )
        return code
    showing.close(standing.told())
    return code or (FOUND if fails else WELL)


def _fails(finding: Finding, settings: Settings) -> bool:
    if finding.preview or finding.suppressed is not None or settings.fail_on == "never":
        return False
    return SEVERITIES.index(finding.severity) <= SEVERITIES.index(settings.fail_on)


def _understood(name: str, asked: Asked) -> Analysis:
    from zongjie.analyzer import understand

    return understand(read_input(name, settings_for(name, asked)))


def _know(settings: Settings) -> None:
    """Raises ``SettingsError`` for a code, family or threshold that no check has."""
    from zongjie.checks.known import require_known

    require_known(settings)
