"""``zongjie check``: the reviewer's linter."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from zongjie.cli import arguments
from zongjie.cli.help import Command
from zongjie.cli.inputs import Asked, each_input, read_input, settings_for
from zongjie.cli.language import Say
from zongjie.cli.output import Destinations, put
from zongjie.cli.runs import FOUND, WELL, finish
from zongjie.cli.screen import NO_REPORT, colourful, page_width, rules
from zongjie.document import Analysis, Finding, Report
from zongjie.errors import SettingsError
from zongjie.settings import SEVERITIES, Settings

FORMATS = ("terminal", "json", "sarif")
FAMILIES = ("ID", "TM", "NM", "ST", "DU", "RS", "PU", "WD", "GR")  # DESIGN §7; some may be empty yet
LIMITS = ("error", "warning", "note", "never")


def add_to(app: typer.Typer, say: Say) -> None:
    """Declare the command."""

    @app.command(
        "check",
        cls=Command,
        help=say(
            "挑毛病：抄重的段落、对不上的单位、期间、数字和提纲，残留的网页杂质。\n\n"
            "有没被压下的错误或警告时退出码为 1，没有为 0，读不了为 2。\n\n"
            "例：zongjie check 报告.docx · zongjie check 计划.docx --source 报告.docx",
            "Find faults: repeated passages, bodies, periods, figures and outlines that clash, residue.\n\n"
            "Exits with 1 on an unsuppressed error or warning, 0 on none, 2 if it cannot read.\n\n"
            "For example: zongjie check report.docx; zongjie check plan.docx --source report.docx",
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
                    "终端（默认）、JSON 或 SARIF 2.1.0。后两种含试行和被压下的条目。",
                    "Terminal (default), JSON or SARIF 2.1.0; the latter carry preview and suppressed ones.",
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
        output: Annotated[
            str | None,
            arguments.output(say, say("写进文件而不是屏幕。", "Write to a file instead of the screen.")),
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
        return lambda: check(files, source or [], asked, format, output, say)


def check(files: list[str], sources: list[str], asked: Asked, way: str, output: str | None, say: Say) -> int:
    """Check every file and show what was found; the exit code is that of DESIGN §4."""
    _know_codes(asked)
    rests_on = [_understood(name, asked) for name in sources]
    path = Destinations(output, [*files, *sources], "").own()
    show = _Show(way, say, path, several=len(files) > 1)
    fails = False

    def one(name: str, report: Report, settings: Settings) -> None:
        from zongjie.analyzer import check_report

        nonlocal fails
        analysis = check_report(report, settings, rests_on)
        fails = fails or any(_fails(finding, settings) for finding in analysis.findings)
        show.add(name, analysis, settings)

    code = finish(each_input(files, asked, one), say)
    show.close()
    return code or (FOUND if fails else WELL)


class _Show:
    """Shows the reports one by one as they are checked; a file or SARIF waits for the last."""

    def __init__(self, way: str, say: Say, path: Path | None, *, several: bool) -> None:
        self.way, self.say, self.path, self.several = way, say, path, several
        self.kept: list[str] = []
        self.checked: list[tuple[str, Analysis]] = []
        self.findings: list[Finding] = []
        self.hidden = 0
        self.reports = 0
        self.colour = path is None and colourful()

    def add(self, name: str, analysis: Analysis, settings: Settings) -> None:
        self.reports += 1
        if self.way == "sarif":
            self.checked.append((name, analysis))
        elif self.way == "json":
            from zongjie.renderers.json import to_json

            self._out(to_json(analysis, indent=None if self.several else 2) + "\n")
        else:
            self._lint(name, analysis, settings.lang)

    def close(self) -> None:
        if self.way == "sarif":
            from zongjie import __version__
            from zongjie.renderers.sarif import to_sarif

            self._out(to_sarif(self.checked, rules(self.say), version=__version__))
        elif self.way == "terminal" and self.reports:
            from zongjie.renderers.lint import count_line

            self._out(
                count_line(
                    self.findings,
                    self.reports,
                    hidden=self.hidden,
                    lang=self.say.lang,
                    colour=self.colour,
                )
            )
        if self.path is not None:
            put("".join(self.kept), self.path)

    def _lint(self, name: str, analysis: Analysis, lang: str) -> None:
        from zongjie.renderers.lint import shown_findings, to_lint

        shown = shown_findings(analysis)
        self.findings += shown
        self.hidden += len(analysis.findings) - len(shown)
        self._out(to_lint(analysis, name, lang=lang, colour=self.colour, width=page_width()))
        if not analysis.profile.is_report:
            self._out(f"{name}：{NO_REPORT[0]}\n\n" if lang == "zh" else f"{name}: {NO_REPORT[1]}\n\n")

    def _out(self, words: str) -> None:
        if self.path is None:
            put(words, None)
        else:
            self.kept.append(words)


def _fails(finding: Finding, settings: Settings) -> bool:
    if finding.preview or finding.suppressed is not None or settings.fail_on == "never":
        return False
    return SEVERITIES.index(finding.severity) <= SEVERITIES.index(settings.fail_on)


def _understood(name: str, asked: Asked) -> Analysis:
    from zongjie.analyzer import understand

    return understand(read_input(name, settings_for(name, asked)))


def _know_codes(asked: Asked) -> None:
    """Raises ``SettingsError`` for a code or family that no check has."""
    wanted = (*(asked.select or ()), *(asked.ignore or ()))
    if not wanted:
        return
    from zongjie.checks import all_checks

    known = [*FAMILIES, *(one.check.code for one in all_checks())]
    for code in wanted:
        if not any(one.startswith(code) for one in known):
            raise SettingsError(
                f"没有检查 {code}。全部检查见 zongjie checks。",
                f"no check {code}. See zongjie checks for all of them.",
            )
